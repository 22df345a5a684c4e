//! The archive, as a user meets it: commands, files, messages.

mod adopt;
mod bags;
mod codes;
mod damage;
mod faults;
mod forgeries;
mod life;
mod machine;
mod many;
mod program;
mod proof;
mod published;
mod rebuild;
mod table;
mod tampering;

use std::fs;
use std::path::Path;

use crate::workspace::{REPORT, Run, Workspace};

/// The report's name in the archive.
pub const ID: &str = "2026-11-20-school";
/// Its folder.
pub const FOLDER: &str = "archive/2026/11/2026-11-20-school";

/// A workspace whose report is in the archive.
pub fn archived() -> Workspace {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    at("2026-11-21T09:00:00+03:00", &workspace, &["archive", "add", "content"]).code(0);
    workspace
}

/// The report with one word corrected.
pub fn corrected() -> String {
    REPORT.replace("مدرسة جديدة في قضاء الزبير بحضور", "مدرستين جديدتين في قضاء الزبير بحضور")
}

/// Runs the program at a moment.
pub fn at(moment: &str, workspace: &Workspace, arguments: &[&str]) -> Run {
    workspace.run_with(arguments, &[("NASHRA_NOW", moment)])
}

/// Publishes the correction of [`corrected`].
pub fn correct(workspace: &Workspace) -> Run {
    workspace.report("school", &corrected());
    let arguments = ["archive", "correct", "content/school.toml", "--reason", "خطأ في العدد", "--authority", "المدير"];
    at("2026-11-22T09:00:00+03:00", workspace, &arguments)
}

/// Withdraws the report.
pub fn withdraw(workspace: &Workspace) -> Run {
    at("2026-11-23T09:00:00+03:00", workspace, &["archive", "withdraw", ID, "--yes", "--reason", "نُشر خطأً"])
}

/// The archive is whole, and says so.
#[track_caller]
pub fn is_whole(workspace: &Workspace, events: usize) {
    workspace.run("archive verify").code(0).says(&format!("events: {events}, problems: 0"));
    for left in ["staging", "pending.json", "way/new"] {
        let path = workspace.path().join("archive/extensions/nashra").join(left);
        assert!(!path.exists(), "{left} is still there");
    }
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target)
        } else {
            assert!(fs::copy(entry.path(), target).is_ok())
        }
    }
}
