//! What the desk saw at its last look, kept in the output folder: ten thousand reports are not read
//! anew for every command. Without it nothing is lost but time.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::document::{DeskDocument, Stamped};
use crate::arabic::CivilDate;
use crate::files::{self, FileStamp};
use crate::pipeline::SourceKind;
use crate::report::{Glance, Status};
use crate::store;

/// The file's name in the output folder.
const FILE: &str = ".nashra/desk.json";
/// Another number makes the file worthless.
const VERSION: u32 = 1;
/// The most bytes of the file.
const MAX_BYTES: u64 = 256 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct CacheFile {
    version: u32,
    documents: Vec<Row>,
}

/// A document as a short list: the file, its stamp, true for an issue, the digest, the glance.
#[derive(Serialize, Deserialize)]
struct Row(String, FileStamp, bool, String, Option<GlanceRow>);

/// A glance as a short list: true if approved, number, date, slug, title, copies, files.
#[derive(Serialize, Deserialize)]
struct GlanceRow(
    Option<bool>,
    Option<String>,
    Option<(i32, u8, u8)>,
    Option<String>,
    Option<String>,
    Vec<String>,
    Vec<String>,
);

/// Reads the last look, by files; empty where there is none.
pub(super) fn read(output: &Path) -> HashMap<String, Stamped> {
    let bytes = files::read_file(&path(output), MAX_BYTES).unwrap_or_default();
    match serde_json::from_slice::<CacheFile>(&bytes) {
        Ok(file) if file.version == VERSION => file.documents.into_iter().map(Row::document).collect(),
        _ => HashMap::new(),
    }
}

/// Keeps a look, but for files whose stamps say nothing yet. That it can't be kept is no one's
/// concern: the next look takes longer.
pub(super) fn write(output: &Path, all: &[Stamped], is_settled: impl Fn(FileStamp) -> bool) {
    let rows = all.iter().filter(|stamped| is_settled(stamped.stamp)).map(Row::new).collect();
    if let Ok(text) = serde_json::to_vec(&CacheFile { version: VERSION, documents: rows }) {
        let _ = store::renew(&path(output), &text);
    }
}

fn path(output: &Path) -> PathBuf {
    output.join(FILE)
}

impl Row {
    fn new(stamped: &Stamped) -> Self {
        let DeskDocument { file, kind, digest, glance } = &stamped.document;
        let glance = glance.clone().map(GlanceRow::new);
        Self(file.clone(), stamped.stamp, *kind == SourceKind::Issue, digest.clone(), glance)
    }

    fn document(self) -> (String, Stamped) {
        let Self(file, stamp, issue, digest, glance) = self;
        let kind = if issue { SourceKind::Issue } else { SourceKind::Report };
        let document = DeskDocument { file: file.clone(), kind, digest, glance: glance.map(GlanceRow::glance) };
        (file, Stamped { stamp, document })
    }
}

impl GlanceRow {
    fn new(glance: Glance) -> Self {
        let Glance { status, number, date, slug, title, copies, files } = glance;
        let date = date.map(|date| (date.year, date.month, date.day));
        Self(status.map(|status| status == Status::Approved), number, date, slug, title, copies, files)
    }

    fn glance(self) -> Glance {
        let Self(approved, number, date, slug, title, copies, files) = self;
        let status = approved.map(|approved| if approved { Status::Approved } else { Status::Draft });
        let date = date.and_then(|(year, month, day)| CivilDate::new(year, month, day));
        Glance { status, number, date, slug, title, copies, files }
    }
}
