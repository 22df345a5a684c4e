//! The documents for contributors: what they point to is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below the folders that the repository keeps, with one of these endings.
fn kept(endings: &[&str]) -> Vec<PathBuf> {
    let folders = [".ci", "content", "src", "templates", "tests"].map(|folder| root().join(folder));
    let mut found: Vec<PathBuf> = listed(root()).into_iter().filter(|path| path.is_file()).collect();
    let mut open = folders.to_vec();
    while let Some(next) = open.pop() {
        for path in listed(&next) {
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.retain(|path| endings.contains(&path.extension().unwrap_or_default().to_str().unwrap()));
    found
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The anchors of a document's headings, as web sites of repositories make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter_map(|line| line.strip_prefix('#'));
    headings.map(|line| anchor(line.trim_start_matches('#').trim())).collect()
}

fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn every_link_of_a_document_leads_somewhere() {
    let documents = kept(&["md"]);
    let mut tried = 0;
    for document in &documents {
        let text = fs::read_to_string(document).unwrap();
        for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            if link.contains("://") || link.starts_with("mailto:") || link.contains(char::is_whitespace) {
                continue;
            }
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { document.clone() } else { document.parent().unwrap().join(file) };
            assert!(target.exists(), "{} links to `{link}`: no such file", shown(document));
            if !heading.is_empty() {
                let there = anchors(&fs::read_to_string(&target).unwrap());
                assert!(there.contains(heading), "{} links to `{link}`: no such heading", shown(document));
            }
            tried += 1;
        }
    }
    assert!(documents.len() >= 7 && tried > 20, "{} documents, {tried} links", documents.len());
}

#[test]
fn no_file_names_a_document_that_is_not_kept() {
    let documents: Vec<String> = kept(&["md"]).iter().map(|path| shown(path).replace('\\', "/")).collect();
    for path in kept(&["rs", "md", "typ", "sh", "py", "toml", "js", "css"]) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
        for word in text.split(|c| !is_part(c)).map(|word| word.trim_end_matches('.')) {
            let Some(stem) = word.strip_suffix(".md").filter(|stem| !stem.is_empty()) else { continue };
            let name = format!("{}.md", stem.trim_start_matches("../").trim_start_matches("./"));
            let there = documents.iter().any(|kept| *kept == name || kept.ends_with(&format!("/{name}")));
            assert!(there, "{} names {word}, which is not in the repository", shown(&path));
        }
    }
}

/// The documents for contributors.
const GUIDES: [&str; 3] = ["CONTRIBUTING.md", "src/README.md", "tests/README.md"];

#[test]
fn every_path_in_a_guide_is_there() {
    for guide in GUIDES {
        let text = fs::read_to_string(root().join(guide)).unwrap();
        let spans =
            text.lines().filter(|line| !line.starts_with("```")).flat_map(|line| line.split('`').skip(1).step_by(2));
        for span in
            spans.filter(|span| ["src/", "tests/", "templates/", ".ci/"].iter().any(|top| span.starts_with(top)))
        {
            let path = span.split('<').next().unwrap();
            assert!(root().join(path).exists(), "{guide} names `{span}`: no such file");
        }
    }
}

#[test]
fn every_test_that_a_guide_runs_is_there() {
    let suite = include_str!("main.rs");
    let mut tried = 0;
    for guide in GUIDES {
        let text = fs::read_to_string(root().join(guide)).unwrap();
        for rest in text.split("cargo test --test suite ").skip(1) {
            let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            assert!(name.is_empty() || suite.contains(&format!("\nmod {name};")), "{guide}: no tests of `{name}`");
            tried += 1;
        }
    }
    assert!(tried >= 5, "only {tried}");
}

#[test]
fn the_map_shows_every_room() {
    let map = fs::read_to_string(root().join("src/README.md")).unwrap();
    for path in listed(&root().join("src")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let name = if path.is_dir() { format!("`{name}/`") } else { format!("`{name}`") };
        let is_room = path.is_dir() || (name.ends_with(".rs`") && name != "`build.rs`");
        assert!(!is_room || map.contains(&name), "src/README.md doesn't show {name}");
    }
}
