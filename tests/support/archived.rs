//! Archives made by hand from the sample reports: objects as OCFL has them, without the commands
//! that make them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use nashra::arabic::{CivilDate, Digits, dates};
use nashra::archive::{
    Block, Change, Event, Happening, Item, Kind, LedgerLine, Person, Picture, Record, SCHEMA, State,
};
use nashra::hash::sha512;
use serde_json::json;

/// The sample workspace.
fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// One version of an object: its record and its other files.
pub struct Version {
    pub record: Record,
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Writes an object into an archive, and its events into the ledger.
pub fn object(archive: &Path, versions: &[Version]) {
    let id = &versions[0].record.id;
    let folder = archive.join(&id[..4]).join(&id[5..7]).join(id);
    let (mut manifest, mut all) = (BTreeMap::<String, Vec<String>>::new(), serde_json::Map::new());
    for (index, version) in versions.iter().enumerate() {
        let mut state = BTreeMap::<String, Vec<String>>::new();
        let record = serde_json::to_vec_pretty(&version.record).unwrap();
        let files = version.files.iter().map(|(name, bytes)| (name.clone(), bytes.clone()));
        for (name, bytes) in files.chain([("record.json".to_owned(), record)]) {
            let digest = sha512(&bytes);
            manifest.entry(digest.clone()).or_insert_with(|| {
                let path = format!("v{}/content/{name}", index + 1);
                write(&folder.join(&path), &bytes);
                vec![path]
            });
            state.entry(digest).or_default().push(name);
        }
        let happening = version.record.history.last().unwrap();
        let made =
            json!({"created": happening.time, "state": state, "message": "made by a test", "user": {"name": "test"}});
        let name = format!("v{}", index + 1);
        all.insert(name.clone(), made);
        let inventory = json!({
            "id": format!("urn:nashra:{id}"),
            "type": "https://ocfl.io/1.1/spec/#inventory",
            "digestAlgorithm": "sha512",
            "head": name,
            "contentDirectory": "content",
            "manifest": manifest,
            "versions": all,
        });
        let digest = sha512(inventory.to_string().as_bytes());
        for folder in [folder.clone(), folder.join(&name)] {
            write(&folder.join("inventory.json"), inventory.to_string().as_bytes());
            write(&folder.join("inventory.json.sha512"), format!("{digest} inventory.json\n").as_bytes());
        }
        enter(archive, &version.record, index as u32 + 1, digest);
    }
    write(&folder.join("0=ocfl_object_1.1"), b"ocfl_object_1.1\n");
}

/// Writes an event into the ledger.
fn enter(archive: &Path, record: &Record, version: u32, inventory: String) {
    let path = archive.join("ledger.jsonl");
    let mut ledger = fs::read_to_string(&path).unwrap_or_default();
    let last = ledger.lines().last();
    let line = LedgerLine {
        sequence: ledger.lines().count() as u64 + 1,
        time: record.history.last().unwrap().time.clone(),
        state: record.state,
        id: record.id.clone(),
        version,
        revision: record.revision,
        number: record.number.clone(),
        inventory,
        previous: last.map_or_else(|| "0".repeat(128), |last| sha512(last.as_bytes())),
    };
    ledger.push_str(&line.text().unwrap());
    write(&path, ledger.as_bytes());
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A record with nothing in it but its title.
pub fn record(id: &str, title: &str) -> Record {
    let date = &id[..10];
    let number = |from: usize, to: usize| date[from..to].parse::<u16>().unwrap();
    let day = CivilDate::new(i32::from(number(0, 4)), number(5, 7) as u8, number(8, 10) as u8).unwrap();
    let hijri = nashra::arabic::DateStyle::arabic(Digits::Arab).hijri(day, 0);
    Record {
        schema: SCHEMA,
        id: id.to_owned(),
        kind: Kind::Bulletin,
        state: State::Published,
        revision: 1,
        number: None,
        date: date.to_owned(),
        date_line: dates::dual(day, Some(&hijri), Digits::Arab),
        title: title.to_owned(),
        slogan: None,
        event: None,
        office: Some("المكتب الإعلامي".to_owned()),
        signature: None,
        tags: Vec::new(),
        blocks: Vec::new(),
        marks: Vec::new(),
        language: None,
        links: Vec::new(),
        attachments: Vec::new(),
        code: format!("NSH-{}-R1-0f3a9c55d2e4b871", &id[..10]),
        adopted: None,
        history: vec![happening(State::Published, &format!("{date}T10:30:00+03:00"), 1)],
    }
}

/// Something that happened to a bulletin.
pub fn happening(state: State, time: &str, revision: u32) -> Happening {
    Happening { state, time: time.to_owned(), reason: None, authority: None, revision, changes: Vec::new() }
}

/// A sample report as it would be archived, with its pictures.
pub fn sample(name: &str) -> Version {
    let text = fs::read_to_string(samples().join(format!("{name}.toml"))).unwrap();
    let report: toml::Table = text.parse().unwrap();
    let mut record = record(name, string(&report, "title").as_deref().unwrap());
    record.number = string(&report, "number");
    record.slogan = string(&report, "slogan");
    record.tags = strings(report.get("tags"));
    record.signature = Some(Person {
        name: "نجم عبد الواحد الربيعي".into(), role: Some("مدير المكتب الإعلامي".into())
    });
    record.event = report.get("event").and_then(toml::Value::as_table).map(|event| Event {
        days: None,
        when: string(event, "time"),
        place: string(event, "place"),
        organisers: strings(event.get("organisers")),
    });
    record.blocks.extend(string(&report, "preamble").map(|text| Block::Paragraph { text: plain(&text) }));
    for block in report["body"].as_array().unwrap() {
        record.blocks.extend(self::block(block.as_table().unwrap()));
    }
    let mut files = BTreeMap::new();
    for block in &record.blocks {
        let Block::Pictures { pictures, .. } = block else { continue };
        for picture in pictures {
            let path = samples().parent().unwrap().join(picture.file.strip_prefix("source/").unwrap());
            files.insert(picture.file.clone(), fs::read(path).unwrap());
        }
    }
    files.insert("bulletin.pdf".to_owned(), format!("%PDF-1.7 {name}").into_bytes());
    Version { record, files }
}

fn block(block: &toml::Table) -> Option<Block> {
    let text = |key: &str| string(block, key).map(|text| plain(&text));
    let caption = text("caption");
    let picture = |table: &toml::Table, file: String| Picture {
        file: format!("source/{file}"),
        alt: string(table, "alt").unwrap(),
        caption: string(table, "caption"),
        credit: string(table, "credit"),
    };
    if let Some(text) = text("paragraph") {
        return Some(Block::Paragraph { text });
    }
    if let Some(text) = text("heading") {
        let level = block.get("level").and_then(toml::Value::as_integer).unwrap_or(1) as u8;
        return Some(Block::Heading { level, text });
    }
    if let Some(text) = text("quote") {
        let speaker = Person { name: string(block, "speaker").unwrap(), role: string(block, "role") };
        return Some(Block::Quote { text, speaker });
    }
    if let Some(file) = string(block, "photo") {
        return Some(Block::Pictures { pictures: vec![picture(block, file)], caption: None });
    }
    if let Some(gallery) = block.get("gallery").and_then(toml::Value::as_array) {
        let tables = gallery.iter().filter_map(toml::Value::as_table);
        let pictures = tables.map(|table| picture(table, string(table, "file").unwrap())).collect();
        return Some(Block::Pictures { pictures, caption });
    }
    if let Some(table) = block.get("table").and_then(toml::Value::as_table) {
        let rows = table["rows"].as_array().unwrap().iter().map(|row| strings(Some(row))).collect();
        return Some(Block::Table { caption, columns: strings(table.get("columns")), rows });
    }
    let items = block.get("list").and_then(toml::Value::as_array)?.iter().map(|item| match item.as_table() {
        Some(table) => {
            Item { text: plain(&string(table, "item").unwrap()), ordered: false, items: strings(table.get("list")) }
        }
        None => Item { text: plain(item.as_str().unwrap()), ordered: false, items: Vec::new() },
    });
    let ordered = block.get("ordered").and_then(toml::Value::as_bool).unwrap_or(false);
    Some(Block::List { ordered, items: items.collect() })
}

fn string(table: &toml::Table, key: &str) -> Option<String> {
    table.get(key).and_then(toml::Value::as_str).map(str::to_owned)
}

fn strings(value: Option<&toml::Value>) -> Vec<String> {
    match value {
        Some(toml::Value::Array(list)) => {
            list.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)).collect()
        }
        Some(value) => vec![value.as_str().unwrap().to_owned()],
        None => Vec::new(),
    }
}

/// A text without its marks.
fn plain(text: &str) -> String {
    text.replace("**", "").replace('*', "")
}

/// The sample archive: a long bulletin with pictures, a corrected one, one that was taken back, an
/// issue of the newsletter, and some more.
pub fn fill(archive: &Path) {
    for name in [
        "2026-10-05-municipal-services-q3",
        "2026-11-12-green-schools",
        "2026-11-24-abu-flous-water",
        "2026-11-26-bridge-lights",
    ] {
        object(archive, &[sample(name)]);
    }
    object(archive, &corrected());
    object(archive, &withdrawn());
    object(archive, &[newsletter()]);
}

/// A bulletin that was corrected.
pub fn corrected() -> [Version; 2] {
    let first = sample("2026-11-20-basra-child-friendly");
    let mut second = sample("2026-11-20-basra-child-friendly");
    second.record.state = State::Corrected;
    second.record.revision = 2;
    let mut correction = happening(State::Corrected, "2026-11-22T09:15:00+03:00", 2);
    correction.reason = Some("خطأ في اسم المتحدث وفي عدد المشاركين (45 مشاركاً)".into());
    correction.authority = Some("مدير المكتب الإعلامي".into());
    correction.changes = vec![
        Change {
            stood: "وحضر الورشة 40 مشاركاً من الدوائر ذات العلاقة.".into(),
            stands: "وحضر الورشة 45 مشاركاً من الدوائر ذات العلاقة.".into(),
        },
        Change {
            stood: String::new(), stands: "وشارك في الورشة ممثل عن مديرية التربية.".into()
        },
    ];
    second.record.history.push(correction);
    second.files.insert("bulletin.pdf".into(), b"%PDF-1.7 corrected".to_vec());
    [first, second]
}

/// A bulletin that was taken back.
pub fn withdrawn() -> [Version; 2] {
    let first = sample("2026-11-22-library-hours");
    let mut second = sample("2026-11-22-library-hours");
    second.record.state = State::Withdrawn;
    let mut taken_back = happening(State::Withdrawn, "2026-11-23T12:00:00+03:00", 1);
    taken_back.reason = Some("أُجّل تطبيق المواعيد الجديدة، وتصدر بها نشرة أخرى".into());
    taken_back.authority = Some("محافظ البصرة".into());
    second.record.history.push(taken_back);
    [first, second]
}

/// An issue of the newsletter.
fn newsletter() -> Version {
    let mut issue = sample("2026-11-24-abu-flous-water");
    let record = &mut issue.record;
    let happened = self::record("2026-11-30-november-newsletter", "البصرة اليوم، العدد 7");
    (record.id, record.date, record.date_line) = (happened.id, happened.date, happened.date_line);
    (record.title, record.history, record.code) = (happened.title, happened.history, happened.code);
    record.kind = Kind::Newsletter;
    record.number = Some("7".to_owned());
    record.slogan = Some("الماء والمدرسة والطريق".to_owned());
    record.event = None;
    let pdf = issue.files.remove("bulletin.pdf").unwrap();
    issue.files.insert("newsletter.pdf".to_owned(), pdf);
    issue
}
