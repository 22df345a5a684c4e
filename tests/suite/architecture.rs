//! The map of `src/README.md` kept: which module may name which, and no circles of files.

mod house;
mod names;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use self::house::{House, Reference};

/// A module at the top of `src/`, the modules of ours that it may name, and the guarded outer names
/// that it may.
struct Allowed {
    module: &'static str,
    ours: &'static [&'static str],
    outer: &'static [&'static str],
}

/// Outer names that not everybody may use. A name stands for all that begins with it at a `::`;
/// `typst*` for all of typst's crates.
const GUARDED: [&str; 13] = [
    "typst*",
    "comemo",
    "clap",
    "rusqlite",
    "ureq",
    "ipp",
    "tempfile",
    "indicatif",
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
];

/// Everything that any module may name. A module without a line here may not be.
const ALLOWED: &[Allowed] = &[
    // Leaves.
    Allowed { module: "arabic", ours: &[], outer: &[] },
    Allowed { module: "clock", ours: &[], outer: &[] },
    Allowed { module: "workers", ours: &[], outer: &["std::thread"] },
    Allowed { module: "hash", ours: &[], outer: &["std::fs"] },
    Allowed { module: "edition", ours: &[], outer: &["clap"] },
    Allowed { module: "imposition", ours: &["edition"], outer: &["clap"] },
    // Words, and what is told with them.
    Allowed { module: "words", ours: &["arabic"], outer: &[] },
    Allowed { module: "photo", ours: &["hash", "words"], outer: &[] },
    Allowed { module: "drawing", ours: &["photo", "words"], outer: &[] },
    Allowed { module: "diag", ours: &["words"], outer: &[] },
    Allowed { module: "files", ours: &["words"], outer: &["std::fs"] },
    Allowed { module: "store", ours: &["words"], outer: &["std::fs", "tempfile", "std::env"] },
    Allowed { module: "error", ours: &["diag", "store", "words"], outer: &[] },
    Allowed { module: "handbook", ours: &["words"], outer: &[] },
    Allowed {
        module: "sandbox",
        ours: &["clock", "words"],
        outer: &["std::env", "std::fs", "std::process", "std::thread"],
    },
    Allowed { module: "reader", ours: &["arabic", "sandbox", "words"], outer: &[] },
    // The walk of one document.
    Allowed { module: "report", ours: &["arabic", "diag", "edition", "imposition", "words"], outer: &[] },
    Allowed {
        module: "typeset",
        ours: &["arabic", "edition", "photo", "report", "words", "workers"],
        outer: &["typst*", "comemo", "std::fs"],
    },
    Allowed {
        module: "pages",
        ours: &["arabic", "edition", "imposition", "photo", "workers"],
        outer: &["typst*", "comemo"],
    },
    Allowed { module: "export", ours: &["pages", "photo", "typeset"], outer: &["typst*"] },
    Allowed {
        module: "printer",
        ours: &["clock", "edition", "reader", "words"],
        outer: &["clap", "ipp", "ureq", "std::net", "std::thread"],
    },
    Allowed {
        module: "archive",
        ours: &["arabic", "diag", "error", "files", "hash", "photo", "reader", "store", "words", "workers"],
        outer: &["clap", "rusqlite", "std::fs"],
    },
    Allowed { module: "import", ours: &["arabic", "hash", "reader", "report", "words"], outer: &[] },
    Allowed {
        module: "pipeline",
        ours: &[
            "arabic",
            "archive",
            "diag",
            "drawing",
            "edition",
            "error",
            "export",
            "files",
            "handbook",
            "hash",
            "imposition",
            "pages",
            "photo",
            "reader",
            "report",
            "sandbox",
            "store",
            "typeset",
            "words",
            "workers",
        ],
        outer: &["std::fs", "tempfile"],
    },
    Allowed {
        module: "desk",
        ours: &[
            "arabic", "archive", "clock", "diag", "error", "files", "hash", "pipeline", "report", "store", "words",
            "workers",
        ],
        outer: &["clap"],
    },
    // What the user sees and types.
    Allowed {
        module: "ui",
        ours: &["arabic", "diag", "files", "pipeline", "report", "words"],
        outer: &["clap", "indicatif", "std::env"],
    },
    Allowed {
        module: "cli",
        ours: &[
            "arabic",
            "archive",
            "clock",
            "desk",
            "diag",
            "drawing",
            "edition",
            "error",
            "files",
            "handbook",
            "hash",
            "import",
            "imposition",
            "pipeline",
            "printer",
            "report",
            "sandbox",
            "store",
            "typeset",
            "ui",
            "words",
            "workers",
        ],
        outer: &["clap", "std::env", "std::fs", "std::process"],
    },
    // The crate itself, the program, and what is made before it is built.
    Allowed { module: "lib", ours: &["cli"], outer: &[] },
    Allowed { module: "main", ours: &[], outer: &["std::process"] },
    Allowed { module: "build", ours: &[], outer: &["std::env", "std::fs"] },
];

/// Folders and files in which circles are still left. The list only gets shorter: a line whose
/// circle is gone must go, too.
const CIRCLES_LEFT: &[&str] = &[];

#[test]
fn modules_name_only_what_the_design_allows() {
    let house = House::new(&sources(&src()));
    let broken = offences(&house, ALLOWED);
    assert!(broken.is_empty(), "see ALLOWED in tests/suite/architecture.rs\n{}", broken.join("\n"));
}

#[test]
fn only_nashra_print_calls_the_printer() {
    let names_it = |reference: &Reference| reference.path.starts_with("crate::printer");
    let references = House::new(&sources(&src())).references();
    let callers: BTreeSet<&str> = references.iter().filter(|one| names_it(one)).map(|one| one.file.as_str()).collect();
    let outside: Vec<&&str> = callers.iter().filter(|file| !file.starts_with("printer/")).collect();
    assert_eq!(outside, [&"cli/print.rs"]);
}

#[test]
fn what_rust_prints_for_programmers_reaches_no_message() {
    // The code that a build script writes, and a key that nobody reads.
    let allowed = ["build.rs", "pipeline/load/photo_index.rs"];
    for (file, text) in sources(&src()) {
        let code = text.split("#[cfg(test)]").next().unwrap();
        let is_test = file.ends_with("tests.rs") || text.contains("proptest!");
        let found = code.lines().enumerate().filter(|(_, line)| line.contains(":?}") || line.contains(":#?}"));
        let found: Vec<usize> = found.map(|(number, _)| number + 1).collect();
        assert!(found.is_empty() || is_test || allowed.contains(&file.as_str()), "src/{file}: lines {found:?}");
    }
}

#[test]
fn every_source_file_is_part_of_the_program_or_of_its_tests() {
    let all = sources(&src());
    let house = House::new(&all);
    let read: BTreeSet<&str> = house.files().collect();
    let is_test = |file: &str| file.ends_with("tests.rs") || all[file].contains("proptest!");
    let orphans: Vec<&String> = all.keys().filter(|file| !read.contains(file.as_str()) && !is_test(file)).collect();
    assert!(orphans.is_empty(), "no `mod` leads to {orphans:?}");
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let house = House::new(&sources(&src()));
    let is_left = |file: &String| CIRCLES_LEFT.iter().any(|left| file.starts_with(left));
    let (left, new): (Vec<_>, Vec<_>) = house.circles().into_iter().partition(|circle| circle.iter().all(is_left));
    let told: Vec<String> = new.iter().map(|circle| ties(&house, circle)).collect();
    assert!(
        told.is_empty(),
        "files use each other in a circle; move what two of them share to a third\n{}",
        told.join("\n")
    );
    for line in CIRCLES_LEFT {
        let is_there = left.iter().flatten().any(|file| file.starts_with(line));
        assert!(is_there, "no circle is left in src/{line}: take it out of CIRCLES_LEFT");
    }
}

#[test]
fn the_reader_sees_imports_in_groups_and_paths_and_nothing_in_texts_comments_and_tests() {
    let house = House::new(&made_up(&[
        ("lib.rs", "pub mod a;\npub mod b;\nmod c;\n"),
        (
            "a.rs",
            "use crate::{\n    b::{self, deep::Thing as Other},\n    c::Near,\n};\nuse std::{fs, io};\n\
             // use crate::commented;\n/* crate::commented::x /* crate::twice */ */\n\
             const TEXT: &str = \"use crate::quoted; \\\" crate::quoted\"; const RAW: &str = r#\"crate::raw \"x\"\"#;\n\
             fn f<'a>(c: char) -> bool { c == '\"' || c == '\\'' || b::call::<'a>() || fs::exists(\".\") }\n\
             pub(in crate::visible) fn g(_: Other) {}\n\
             #[cfg(test)]\nuse crate::tested;\n#[cfg(test)]\nmod tests {\n    use crate::tested;\n}\n\
             #[cfg(not(test))]\nuse crate::c::Real;\nfn h() -> impl Sized + use<> { matches!(0, crate::c::IN_MACRO) }\n",
        ),
        ("b/mod.rs", "mod deep;\npub use deep::Thing;\npub fn call() {}\n"),
        ("b/deep.rs", "pub struct Thing;\n"),
        ("c.rs", "pub struct Near;\n#[cfg(all(test, unix))]\nmod tests;\n"),
        ("c/tests.rs", "use crate::tested;\n"),
    ]));
    let of_a = house.references().into_iter().filter(|one| one.file == "a.rs");
    let seen: BTreeSet<(String, Option<String>)> = of_a.map(|one| (one.path, one.defined_in)).collect();
    let expected = [
        ("crate::b", None),
        ("crate::b::call", Some("b/mod.rs")),
        ("crate::b::deep::Thing", Some("b/deep.rs")),
        ("crate::c::IN_MACRO", Some("c.rs")),
        ("crate::c::Near", Some("c.rs")),
        ("crate::c::Real", Some("c.rs")),
        ("std::fs", None),
        ("std::fs::exists", None),
        ("std::io", None),
    ];
    let expected = expected.map(|(path, file)| (path.to_owned(), file.map(str::to_owned)));
    assert_eq!(seen, BTreeSet::from(expected));
    assert_eq!(house.files().collect::<BTreeSet<_>>().len(), 5, "what only tests see is no part");
}

#[test]
fn the_table_refuses_what_it_does_not_name_and_modules_that_it_does_not_list() {
    let house = House::new(&made_up(&[
        ("lib.rs", "mod leaf;\nmod top;\nmod unlisted;\n"),
        ("leaf.rs", "use crate::top::Above;\nuse std::fs::{self, File};\nuse typst_pdf::pdf;\nuse std::io;\n"),
        ("top.rs", "use crate::leaf;\nfn f() { std::env::var(\"A\"); leaf::g(); }\n"),
        ("unlisted.rs", ""),
    ]));
    let table = [
        Allowed { module: "lib", ours: &[], outer: &[] },
        Allowed { module: "leaf", ours: &[], outer: &[] },
        Allowed { module: "top", ours: &["leaf"], outer: &["std::env"] },
        Allowed { module: "gone", ours: &[], outer: &[] },
    ];
    let expected = [
        "src/gone is in the table and not there",
        "src/unlisted has no line in the table",
        "leaf.rs:1: crate::top::Above",
        "leaf.rs:2: std::fs",
        "leaf.rs:2: std::fs::File",
        "leaf.rs:3: typst_pdf::pdf",
    ];
    assert_eq!(offences(&house, &table), expected);
}

#[test]
fn circles_are_found_through_names_that_are_handed_on_and_handing_on_is_none() {
    let circle = House::new(&made_up(&[
        ("lib.rs", "mod a;\n"),
        ("a/mod.rs", "mod one;\nmod two;\nmod leaf;\npub use one::One;\npub use self::leaf::Leaf;\n"),
        ("a/one.rs", "use super::two;\npub struct One;\nfn f() { two::g() }\n"),
        ("a/two.rs", "use crate::a::{Leaf, One};\npub fn g() {}\n"),
        ("a/leaf.rs", "pub struct Leaf;\n"),
    ]));
    assert_eq!(circle.circles(), [BTreeSet::from(["a/one.rs", "a/two.rs"].map(str::to_owned))]);
    let with_face = House::new(&made_up(&[
        ("lib.rs", "mod a;\n"),
        ("a/mod.rs", "mod one;\npub use one::One;\nuse self::one::hidden;\npub struct Shared;\nfn f() { hidden() }\n"),
        ("a/one.rs", "use super::Shared;\npub struct One(Shared);\npub fn hidden() {}\n"),
    ]));
    assert_eq!(with_face.circles().len(), 1, "a face that also works is in the circle");
}

fn src() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// What the table does not allow, the lines of the table first.
fn offences(house: &House, table: &[Allowed]) -> Vec<String> {
    let there: BTreeSet<&str> = house.files().map(module_of).collect();
    let listed: BTreeSet<&str> = table.iter().map(|allowed| allowed.module).collect();
    let gone = listed.difference(&there).map(|module| format!("src/{module} is in the table and not there"));
    let new = there.difference(&listed).map(|module| format!("src/{module} has no line in the table"));
    let mut found: Vec<String> = gone.chain(new).collect();
    for reference in house.references() {
        let module = module_of(&reference.file);
        let Some(allowed) = table.iter().find(|allowed| allowed.module == module) else { continue };
        if !is_allowed(allowed, &reference.path) {
            found.push(format!("{}:{}: {}", reference.file, reference.line, reference.path));
        }
    }
    found.dedup();
    found
}

fn is_allowed(allowed: &Allowed, path: &str) -> bool {
    match path.strip_prefix("crate::") {
        Some(ours) => {
            let module = ours.split("::").next().unwrap_or(ours);
            module == allowed.module || allowed.module == "lib" || allowed.ours.contains(&module)
        }
        None => {
            let guarded = GUARDED.iter().filter(|name| stands_for(name, path));
            guarded.into_iter().all(|name| allowed.outer.contains(name))
        }
    }
}

fn stands_for(name: &str, path: &str) -> bool {
    match name.strip_suffix('*') {
        Some(name) => path.starts_with(name),
        None => path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with("::")),
    }
}

/// The module at the top of `src/` that a file belongs to.
fn module_of(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

/// A circle's files, and what ties them.
fn ties(house: &House, circle: &BTreeSet<String>) -> String {
    let mut ties: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for Reference { file, path, defined_in, is_handed_on, .. } in house.references() {
        let definer = defined_in.filter(|definer| !is_handed_on && circle.contains(&file) && circle.contains(definer));
        if let Some(definer) = definer {
            ties.entry((file, definer)).or_default().insert(path);
        }
    }
    let line = |((from, to), paths): (&(String, String), &BTreeSet<String>)| format!("  {from} -> {to}: {paths:?}");
    ties.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The Rust files below a folder by their names from it, with `/` between folders.
fn sources(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(folder).unwrap().display().to_string().replace('\\', "/");
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

fn made_up(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}
