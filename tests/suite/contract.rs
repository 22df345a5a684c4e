//! The data contract: what nashra writes is what the templates and their documentation expect.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use nashra::edition::{EditionKind, PictureSize, Profile};
use nashra::export::{self, PdfProfile};
use nashra::files::Root;
use nashra::photo;
use nashra::pipeline;
use nashra::report::{Checks, Subject, parse_report, parse_workspace};
use nashra::typeset::{self, Asset, DocumentSpec, Engine, FontPlaces, Fonts, Inputs, Source, Templates, VirtualFiles};

/// Every fixture of the templates that must compile: edition, name.
pub const FIXTURES: &[(&str, &str)] = &[
    ("bulletin", "empty"),
    ("bulletin", "minimal"),
    ("bulletin", "typical"),
    ("bulletin", "crowded"),
    ("bulletin", "mixed-script"),
    ("bulletin", "long"),
    ("bulletin", "draft"),
    ("flyer", "crowded"),
    ("flyer", "draft"),
    ("flyer", "draft-photo"),
    ("flyer", "minimal"),
    ("flyer", "mixed"),
    ("flyer", "mixed-photos"),
    ("flyer", "no-facts"),
    ("flyer", "one-photo"),
    ("flyer", "portrait-photo"),
    ("flyer", "qr-only"),
    ("flyer", "reem-kufi"),
    ("flyer", "seed"),
    ("flyer", "sparse"),
    ("flyer", "two-photos"),
    ("social", "draft"),
    ("social", "draft-photo"),
    ("social", "kurdish"),
    ("social", "latin"),
    ("social", "latin-digits-photo"),
    ("social", "latin-photo"),
    ("social", "long"),
    ("social", "long-office"),
    ("social", "long-office-photo"),
    ("social", "long-photo"),
    ("social", "no-mark-photo"),
    ("social", "no-office"),
    ("social", "no-office-photo"),
    ("social", "portrait-photo"),
    ("social", "portrait-photo-credit"),
    ("social", "reem-kufi-photo"),
    ("social", "short"),
    ("social", "short-photo"),
    ("social", "typical"),
    ("social", "typical-photo"),
];

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn engine() -> Engine {
    Engine::new(Fonts::new(&FontPlaces::default()).unwrap(), Templates::new(Vec::new()))
}

/// The virtual files of a fixture.
fn fixture_files(edition: &str, name: &str) -> VirtualFiles {
    let (data, assets) = match edition {
        "flyer" => ("tests/fixtures/flyer", "tests/fixtures/flyer-assets"),
        "social" => ("tests/fixtures/social", "tests/fixtures/flyer-assets"),
        _ => ("tests/fixtures/data", "tests/fixtures/assets"),
    };
    let text = fs::read_to_string(repository().join(data).join(format!("{name}.json"))).unwrap();
    let record = r#"{"title":"عنوان","author":[],"keywords":[],"description":null,"date":{"year":2026,"month":11,"day":20},"attachments":[]}"#;
    let mut files = VirtualFiles::new();
    files.insert("/data.json".into(), typst_bytes(text.into_bytes()));
    files.insert("/record.json".into(), typst_bytes(record.as_bytes().to_vec()));
    for entry in fs::read_dir(repository().join(assets)).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        files.insert(format!("/assets/{name}"), typst_bytes(fs::read(&path).unwrap()));
    }
    files
}

fn typst_bytes(bytes: Vec<u8>) -> typst::foundations::Bytes {
    typst::foundations::Bytes::new(bytes)
}

/// A fixture's pages as typst lays them out, or what was said of them.
pub fn fixture_pages(edition: &str, name: &str) -> Result<typeset::Pages, Vec<typeset::Remark>> {
    let pages = typeset::compile(&engine(), edition, &fixture_files(edition, name))?;
    if pages.warnings.is_empty() { Ok(pages) } else { Err(pages.warnings) }
}

/// A fixture's finished file, or what was said of it.
pub fn fixture_pdf(edition: &str, name: &str) -> Result<Vec<u8>, Vec<typeset::Remark>> {
    let pages = fixture_pages(edition, name)?;
    let said = |kinds: Vec<_>| kinds.into_iter().map(typeset::Remark::error).collect::<Vec<_>>();
    let finished = nashra::pages::finish(&pages.document, true);
    export::pdf(&finished.document, PdfProfile::Archive, name).map_err(said)
}

#[test]
fn no_fixture_is_forgotten() {
    let mut found: Vec<(String, String)> = Vec::new();
    for (edition, folder) in
        [("bulletin", "tests/fixtures/data"), ("flyer", "tests/fixtures/flyer"), ("social", "tests/fixtures/social")]
    {
        for entry in fs::read_dir(repository().join(folder)).unwrap() {
            let stem = entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
            if !stem.starts_with("too-long") {
                found.push((edition.to_owned(), stem));
            }
        }
    }
    found.sort();
    let mut listed: Vec<_> =
        FIXTURES.iter().map(|(edition, name)| ((*edition).to_owned(), (*name).to_owned())).collect();
    listed.sort();
    assert_eq!(found, listed);
}

#[test]
fn a_flyer_with_too_much_text_says_so_in_the_agreed_words() {
    for name in ["too-long", "too-long-headline"] {
        let said = fixture_pdf("flyer", name).unwrap_err();
        let too_long =
            said.iter().any(|remark| matches!(remark.kind, typeset::RemarkKind::TooLong { words, .. } if words > 0));
        assert!(too_long, "{name}: {said:?}");
    }
}

#[test]
fn the_flyer_fits_every_paper() {
    for paper in ["a3", "a4", "a5", "a6"] {
        for name in ["seed", "crowded", "minimal", "two-photos"] {
            let mut files = fixture_files("flyer", name);
            let data = String::from_utf8(files["/data.json"].to_vec()).unwrap();
            let mut data: serde_json::Value = serde_json::from_str(&data).unwrap();
            data["document"]["paper"] = paper.into();
            files.insert("/data.json".into(), typst_bytes(data.to_string().into_bytes()));
            let pages =
                typeset::compile(&engine(), "flyer", &files).unwrap_or_else(|said| panic!("{name} {paper}: {said:?}"));
            assert_eq!(pages.document.pages().len(), 1, "{name} on {paper}");
        }
    }
}

/// What the sample issue is made from.
fn issue_inputs() -> Inputs {
    let root = Root::new(repository()).unwrap();
    let (workspace, _) =
        parse_workspace(Path::new("nashra.toml"), &fs::read_to_string(repository().join("nashra.toml")).unwrap());
    let workspace = workspace.unwrap();
    let file = Path::new("content/issues/2026-11-30-november.toml");
    let source = fs::read(repository().join(file)).unwrap();
    let loaded = pipeline::load(&root, &workspace, file, source).unwrap_or_else(|said| panic!("{said:?}"));
    let mut assets = loaded.assets.clone();
    let logo = &workspace.office.as_ref().unwrap().logo.as_ref().unwrap().file.value;
    assets.insert(logo.clone(), Asset::new(fs::read(repository().join(logo)).unwrap()));
    let provenance = "0123456789abcdef".repeat(8);
    let spec = DocumentSpec {
        subject: loaded.subject(),
        sources: &loaded.sources,
        workspace: &workspace,
        assets: &assets,
        edition: EditionKind::Newsletter,
        size: None,
        profile: Profile::Archive,
        provenance: &provenance,
        revision: None,
    };
    Inputs::new(&spec)
}

fn issue_data() -> String {
    let data: serde_json::Value = serde_json::from_str(&issue_inputs().data).unwrap();
    format!("{data:#}\n")
}

/// The pages of the sample issue as typst lays them out.
pub fn issue_pages() -> typeset::Pages {
    issue_pages_by("main.typ")
}

/// What a file of the newsletter's template makes of the sample issue.
pub fn issue_pages_by(file: &str) -> typeset::Pages {
    let main = fs::read(repository().join("templates/newsletter").join(file)).unwrap();
    let templates = Templates::new(vec![("templates/newsletter/main.typ".to_owned(), main)]);
    let engine = Engine::new(Fonts::new(&FontPlaces::default()).unwrap(), templates);
    typeset::compile(&engine, "newsletter", &issue_inputs().files).unwrap_or_else(|said| panic!("{said:?}"))
}

/// The data of a sample report that has nearly everything.
fn sample_data(edition: EditionKind) -> String {
    if edition.is_of_issues() {
        return issue_data();
    }
    let read = |name: &str| fs::read(repository().join(name)).unwrap();
    let source = read("content/2026-11-12-green-schools.toml");
    let (report, _) =
        parse_report(Path::new("green-schools.toml"), std::str::from_utf8(&source).unwrap(), &Checks::default());
    let (workspace, _) = parse_workspace(Path::new("nashra.toml"), &String::from_utf8(read("nashra.toml")).unwrap());
    let (report, workspace) = (report.unwrap(), workspace.unwrap());
    let mut assets = BTreeMap::new();
    for picture in report.pictures() {
        let bytes = read(&picture.file.value);
        let facts = photo::inspect(Path::new(&picture.file.value), &bytes).unwrap();
        assets.insert(picture.file.value.clone(), Asset::photo(facts, picture.file.value.clone()));
    }
    let logo = &workspace.office.as_ref().unwrap().logo.as_ref().unwrap().file.value;
    assets.insert(logo.clone(), Asset::new(read(logo)));
    let provenance = "0123456789abcdef".repeat(8);
    let sources = [Source { name: "green-schools.toml".to_owned(), bytes: source }];
    let spec = DocumentSpec {
        subject: Subject::Report(&report),
        sources: &sources,
        workspace: &workspace,
        assets: &assets,
        edition,
        size: edition.sizes()[0],
        profile: Profile::Archive,
        provenance: &provenance,
        revision: None,
    };
    let data: serde_json::Value = serde_json::from_str(&Inputs::new(&spec).data).unwrap();
    format!("{data:#}\n")
}

#[test]
fn the_data_of_a_report_is_the_contracts() {
    for edition in EditionKind::ALL {
        let path = repository().join(format!(
            "tests/fixtures/contract/{}-{}.json",
            if edition.is_of_issues() { "november" } else { "green-schools" },
            edition.name()
        ));
        let actual = sample_data(edition);
        if std::env::var_os("NASHRA_UPDATE").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &actual).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert!(expected == actual, "{} has changed: a template of a workspace may rely on it", path.display());
    }
}

/// The names that occur in JSON, as `report.body[].picture.alt`.
fn names(value: &serde_json::Value, path: &str, found: &mut std::collections::BTreeSet<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                let path = format!("{path}.{name}");
                names(value, &path, found);
                found.insert(path);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| names(item, &format!("{path}[]"), found)),
        _ => {}
    }
}

#[test]
fn every_name_of_the_data_is_documented() {
    let documentation = fs::read_to_string(repository().join("templates/README.md")).unwrap();
    let mut found = std::collections::BTreeSet::new();
    for edition in EditionKind::ALL {
        names(&serde_json::from_str(&sample_data(edition)).unwrap(), "", &mut found);
    }
    let missing: Vec<_> = found
        .iter()
        .filter(|name| !documentation.contains(&format!("\"{}\"", name.rsplit('.').next().unwrap())))
        .collect();
    assert!(missing.is_empty(), "templates/README.md doesn't mention {missing:?}");
}

#[test]
fn fixtures_use_no_name_that_is_not_documented() {
    let documentation = fs::read_to_string(repository().join("templates/README.md")).unwrap();
    for (edition, name) in FIXTURES {
        let files = fixture_files(edition, name);
        let mut used = std::collections::BTreeSet::new();
        names(&serde_json::from_slice(&files["/data.json"]).unwrap(), "", &mut used);
        let unknown: Vec<_> = used.iter().filter(|name| !is_documented(&documentation, name)).collect();
        assert!(unknown.is_empty(), "{edition} {name}: {unknown:?}");
    }
}

fn is_documented(documentation: &str, name: &str) -> bool {
    documentation.contains(&format!("\"{}\"", name.rsplit('.').next().unwrap_or(name)))
}

/// A social fixture laid out in one of the sizes, or what was said of it.
pub fn social_pages(name: &str, size: PictureSize) -> Result<typeset::Pages, Vec<typeset::Remark>> {
    let mut files = fixture_files("social", name);
    let mut data: serde_json::Value = serde_json::from_slice(&files["/data.json"]).unwrap();
    let (width, height) = size.pixels();
    data["document"]["size"] = serde_json::json!({ "name": size.name(), "width": width, "height": height });
    files.insert("/data.json".into(), typst_bytes(data.to_string().into_bytes()));
    typeset::compile(&engine(), "social", &files)
}

/// A picture's bytes and the ending of its format.
type Drawn = (Vec<u8>, &'static str);

/// A social fixture's finished picture, and the ending of its format.
pub fn social_picture(name: &str, size: PictureSize) -> Drawn {
    static DRAWN: Mutex<BTreeMap<(String, PictureSize), Drawn>> = Mutex::new(BTreeMap::new());
    let draw = || {
        let pages = social_pages(name, size).unwrap_or_else(|said| panic!("{name} {}: {said:?}", size.name()));
        export::picture(&pages.document, size.pixels()).unwrap()
    };
    let drawn = DRAWN.lock().unwrap().get(&(name.to_owned(), size)).cloned();
    drawn.unwrap_or_else(|| {
        let picture = draw();
        DRAWN.lock().unwrap().insert((name.to_owned(), size), picture.clone());
        picture
    })
}
