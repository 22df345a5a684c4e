//! Files of the workspace that a path may mean which leads to none.

use std::path::Path;

use crate::arabic::hygiene::visible;
use crate::diag::Diagnostic;
use crate::files::{Root, slashed};
use crate::report::Workspace;
use crate::words::{FileProblem, Message, SyntaxProblem, ValueProblem, nearest};

/// The most files that are proposed.
const MOST: usize = 3;

/// Adds to each error about a file's path the files that may be meant.
pub(super) fn propose(root: &Root, workspace: &Workspace, found: &mut [Diagnostic]) {
    let mut files = None;
    for diagnostic in found {
        let Some((path, near)) = unfound(&mut diagnostic.message) else { continue };
        let files = files.get_or_insert_with(|| all(root, workspace));
        *near = alike(path, files);
    }
}

/// The path that a message is about and the place for its proposals.
fn unfound(message: &mut Message) -> Option<(&str, &mut Vec<String>)> {
    match message {
        Message::File(FileProblem::NotFound { path, near }) if near.is_empty() => Some((path, near)),
        Message::Value(ValueProblem::BadPath { path, near, folder: false, .. }) => Some((path, near)),
        Message::Syntax(SyntaxProblem::BadEscape { path: Some(path), near, .. }) => Some((path, near)),
        _ => None,
    }
}

/// The files that reports may name.
fn all(root: &Root, workspace: &Workspace) -> Vec<String> {
    let folders = &workspace.folders;
    let made = [folders.output.as_str(), folders.archive.as_str(), "templates"].map(Path::new);
    let files = root.files_below_but(Path::new(""), &made).unwrap_or_default();
    let files = files.iter().map(|file| slashed(file));
    files.filter(|file| !file.ends_with(".toml")).collect()
}

/// The files of the same name in another folder; else those that differ from it in capitals, spaces
/// or ending; else the one with the nearest name.
fn alike(path: &str, files: &[String]) -> Vec<String> {
    let wanted = name(path);
    let same = |test: &dyn Fn(&str) -> bool| -> Vec<String> {
        files.iter().filter(|file| test(name(file))).take(MOST).cloned().collect()
    };
    let exact = same(&|own| own == wanted);
    if !exact.is_empty() {
        return exact;
    }
    let (plain, stem) = (plain(wanted), stem(wanted));
    let near = same(&|own| self::plain(own) == plain || (!stem.is_empty() && self::stem(own) == stem));
    if !near.is_empty() {
        return near;
    }
    let names: Vec<&str> = files.iter().map(|file| name(file)).collect();
    let Some(nearest) = nearest(wanted, &names) else { return Vec::new() };
    same(&|own| own == nearest)
}

fn name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A name without what people overlook.
fn plain(name: &str) -> String {
    visible(name).to_lowercase().chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-')).collect()
}

fn stem(name: &str) -> String {
    plain(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_the_same_or_nearly_the_same_name_are_proposed() {
        let files = ["assets/a/yard.jpg", "assets/Hall 1.JPG", "content/assets/صورة (1).jpg", "assets/b/yard.jpg"]
            .map(str::to_owned);
        for (path, wanted) in [
            ("yard.jpg", vec!["assets/a/yard.jpg", "assets/b/yard.jpg"]),
            ("C:\\new\\yard.jpg", vec!["assets/a/yard.jpg", "assets/b/yard.jpg"]),
            ("assets/hall_1.jpg", vec!["assets/Hall 1.JPG"]),
            ("assets/hall 1.png", vec!["assets/Hall 1.JPG"]),
            ("صورة(1).jpg", vec!["content/assets/صورة (1).jpg"]),
            ("yrad.jpg", vec!["assets/a/yard.jpg", "assets/b/yard.jpg"]),
            ("minister.png", vec![]),
        ] {
            assert_eq!(alike(path, &files), wanted, "{path}");
        }
    }
}
