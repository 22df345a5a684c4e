//! The map of `src/README.md` kept: who may name whom.

use std::fs;
use std::path::{Path, PathBuf};

/// Module, and the words its source must not have.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("arabic", &["typst", "crate::", "std::fs", "std::env"]),
    ("words", &["typst", "crate::report", "crate::typeset", "crate::pipeline", "crate::store", "std::fs", "std::env"]),
    (
        "diag.rs",
        &["typst", "crate::report", "crate::typeset", "crate::pipeline", "crate::store", "std::fs", "std::env"],
    ),
    (
        "report",
        &[
            "typst",
            "crate::typeset",
            "crate::pipeline",
            "crate::store",
            "crate::clock",
            "crate::files",
            "std::fs",
            "std::env",
        ],
    ),
    (
        "typeset",
        &["crate::store", "crate::pipeline", "crate::clock", "crate::cli", "crate::ui", "std::env", "fs::write"],
    ),
    (
        "pages",
        &["std::fs", "std::env", "crate::report", "crate::typeset", "crate::pipeline", "crate::store", "crate::export"],
    ),
    (
        "archive",
        &[
            "typst",
            "crate::typeset",
            "crate::pages",
            "crate::export",
            "crate::pipeline",
            "crate::clock",
            "crate::cli",
            "crate::ui",
            "std::env",
            "fs::write",
        ],
    ),
    ("export", &["std::fs", "crate::store", "crate::clock", "crate::report", "crate::cli"]),
    ("pipeline", &["typst::", "typst_", "clap", "crate::cli", "crate::ui", "crate::clock", "println"]),
    (
        "printer",
        &[
            "typst",
            "crate::typeset",
            "crate::pipeline",
            "crate::store",
            "crate::cli",
            "crate::ui",
            "std::fs",
            "std::env",
        ],
    ),
    (
        "handbook",
        &[
            "typst",
            "crate::report",
            "crate::typeset",
            "crate::pipeline",
            "crate::store",
            "crate::cli",
            "std::fs",
            "std::env",
        ],
    ),
    ("cli", &["typst::", "typst_"]),
    ("ui.rs", &["typst"]),
    ("error.rs", &["typst"]),
    ("store", &["typst", "crate::report", "crate::pipeline", "crate::archive"]),
    ("clock.rs", &["typst", "crate::"]),
    ("files.rs", &["typst", "crate::report", "crate::store"]),
];

#[test]
fn modules_name_only_what_the_design_allows() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut broken = Vec::new();
    for (module, words) in FORBIDDEN {
        let files = sources(&src.join(module));
        assert!(!files.is_empty(), "src/{module} is not there");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
                for word in words.iter().filter(|word| line.contains(**word)) {
                    broken.push(format!("{}:{}: `{word}`", file.strip_prefix(&src).unwrap().display(), number + 1));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_printer_module_reaches_the_network() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in sources(&src) {
        let name = file.strip_prefix(&src).unwrap().display().to_string().replace('\\', "/");
        let text = fs::read_to_string(&file).unwrap();
        let uses = |word: &str| text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(word));
        if !name.starts_with("printer/") {
            for word in ["std::net", "ureq", "ipp::"] {
                assert!(!uses(word), "{name}: `{word}`");
            }
        }
        assert!(!uses("crate::printer") || name == "cli/print.rs", "{name} calls the printer");
    }
}

fn sources(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_path_buf()];
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() || path.extension().is_some_and(|ending| ending == "rs") {
            found.extend(sources(&path));
        }
    }
    found
}
