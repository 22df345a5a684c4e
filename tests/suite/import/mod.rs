//! `nashra import`: texts from elsewhere become reports, and no word is lost or said twice.

mod docx;
mod hostile;
mod told;
mod words;

use std::path::PathBuf;

use serde_json::Value;

use crate::workspace::{ENGLISH, Workspace};

/// The text of a department that the first bulletin was made of.
pub const SEED: &str = include_str!("../../support/seed-report.txt");

/// A workspace whose clock stands at the day of the seed.
pub struct Office(pub Workspace);

/// A report that was imported.
pub struct Imported {
    /// The report, parsed.
    pub report: toml::Table,
    /// What the program said it left out.
    pub left_out: Vec<String>,
    /// Where the report lies, from the workspace.
    pub path: String,
}

impl Office {
    pub fn new() -> Self {
        let office = Workspace::bare();
        office.file(
            "nashra.toml",
            format!("{ENGLISH}[office]\nname = \"المكتب الإعلامي\"\nparents = [\"محافظة البصرة\"]\n"),
        );
        Self(office)
    }

    /// Imports a file of the workspace.
    #[track_caller]
    pub fn import(&self, name: &str) -> Imported {
        let arguments = ["import", name, "--date", "2026-11-20", "--format", "json"];
        let run = self.0.run_with(&arguments, &[]);
        run.code(0);
        let told: Value = serde_json::from_str(&run.stdout).unwrap();
        let entry = &told["result"]["imported"][0];
        let path = entry["report"].as_str().unwrap().replace('\\', "/");
        let left_out = entry["left_out"].as_array().unwrap().iter();
        let left_out = left_out.filter(|one| !one["because"].as_str().unwrap().contains("bold"));
        let left_out = left_out.map(|one| one["text"].as_str().unwrap().to_owned()).collect();
        let report = String::from_utf8(self.0.read(&path)).unwrap().parse().unwrap();
        Imported { report, left_out, path }
    }

    /// Imports a text.
    #[track_caller]
    pub fn import_text(&self, text: &str) -> Imported {
        self.0.file("text.txt", text);
        self.import("text.txt")
    }
}

impl Imported {
    pub fn text(&self, key: &str) -> &str {
        self.report.get(key).and_then(toml::Value::as_str).unwrap_or_default()
    }

    pub fn blocks(&self) -> Vec<&toml::Table> {
        self.report["body"].as_array().unwrap().iter().map(|block| block.as_table().unwrap()).collect()
    }

    /// The quotations: the first words of each, its speaker and their post.
    pub fn quotes(&self) -> Vec<[String; 3]> {
        let quotes = self.blocks().into_iter().filter(|block| block.contains_key("quote"));
        let text = |block: &toml::Table, key: &str| {
            block.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned()
        };
        quotes
            .map(|block| {
                let words: Vec<_> = text(block, "quote").split(' ').take(3).map(str::to_owned).collect();
                [words.join(" "), text(block, "speaker"), text(block, "role")]
            })
            .collect()
    }

    /// The kind of each block.
    pub fn kinds(&self) -> Vec<&str> {
        let kinds = ["paragraph", "heading", "quote", "list", "table", "photo", "gallery"];
        let kind = |block: &toml::Table| *kinds.iter().find(|kind| block.contains_key(**kind)).unwrap();
        self.blocks().into_iter().map(kind).collect()
    }
}

/// The texts that are kept for these tests.
pub fn texts() -> Vec<PathBuf> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    let mut all: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.retain(|path| path.is_file());
    all.sort();
    all
}
