//! Names of files inside the workspace.

use crate::report::check::checker::Checker;
use crate::report::source::clip::clipped;
use crate::report::source::placed::Placed;
use crate::words::{PathFault, ValueProblem};

use super::field::Field;

/// Characters in a path.
const LONGEST: usize = 400;

/// Why a path cannot be used, if it cannot: it must be relative, with `/` between names, and stay
/// inside.
pub(crate) fn fault(path: &str) -> Option<PathFault> {
    let mut chars = path.chars();
    let drive = chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':');
    if path.contains("://") {
        Some(PathFault::Web)
    } else if drive {
        Some(PathFault::Drive)
    } else if path.starts_with('/') {
        Some(PathFault::Absolute)
    } else if path.contains('\\') {
        Some(PathFault::Backslash)
    } else if path.chars().any(hidden) {
        Some(PathFault::Control)
    } else if path.split('/').any(|part| part == "..") {
        Some(PathFault::Parent)
    } else if path.ends_with('/') {
        Some(PathFault::Folder)
    } else if path.split('/').any(|part| part.is_empty() || part == ".") {
        Some(PathFault::EmptyPart)
    } else {
        None
    }
}

/// Characters that make a path look like another one.
fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

impl Field<'_, '_> {
    /// A safe relative path of a file, to the letter.
    pub(crate) fn path(&self, checker: &mut Checker<'_>) -> Option<Placed<String>> {
        self.safe(checker, false)
    }

    /// A safe relative path of a folder; a slash at its end is taken off.
    pub(crate) fn folder(&self, checker: &mut Checker<'_>) -> Option<Placed<String>> {
        self.safe(checker, true)
    }

    fn safe(&self, checker: &mut Checker<'_>, folder: bool) -> Option<Placed<String>> {
        // `C:\new\table.jpg`: what TOML read as line breaks and tabs were parts of a path.
        let typed = checker.text.get(self.span.clone()).unwrap_or_default();
        if typed.starts_with('"')
            && !typed.starts_with("\"\"\"")
            && self.raw(checker)?.contains(['\n', '\t', '\r', '\u{8}', '\u{C}'])
        {
            let path = typed.trim_matches('"').to_owned();
            let problem =
                ValueProblem::BadPath { path: clipped(&path), fault: PathFault::Backslash, folder, near: Vec::new() };
            checker.error(self.span.clone(), &self.path, problem);
            return None;
        }
        let placed = self.word(checker, LONGEST)?;
        // a name on the disk is not text: nothing in it is cleaned
        let path = self.raw(checker)?.trim();
        let end = path.strip_suffix('/').filter(|path| folder && !path.is_empty());
        let path = end.unwrap_or(path).to_owned();
        if let Some(fault) = fault(&path) {
            let problem = ValueProblem::BadPath { path: clipped(&path), fault, folder, near: Vec::new() };
            checker.error(self.span.clone(), &self.path, problem);
            return None;
        }
        Some(placed.map(|_| path))
    }
}

/// True if two folders are one, or one is inside the other.
pub(crate) fn overlap(a: &str, b: &str) -> bool {
    is_inside(a, b) || is_inside(b, a)
}

fn is_inside(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_inside_pass() {
        for good in ["a.jpg", "assets/a b.jpg", "assets/صورة.jpg", "a..b/c", "...", "assets/IMG_1.JPG"] {
            assert_eq!(fault(good), None, "{good}");
        }
        for (bad, why) in [
            ("/etc/passwd", PathFault::Absolute),
            ("C:/a.jpg", PathFault::Drive),
            ("c:a.jpg", PathFault::Drive),
            ("C:\\a.jpg", PathFault::Drive),
            ("assets\\a.jpg", PathFault::Backslash),
            ("\\\\server\\a", PathFault::Backslash),
            ("../a", PathFault::Parent),
            ("a/../../b", PathFault::Parent),
            ("a/..", PathFault::Parent),
            ("a//b", PathFault::EmptyPart),
            ("./a", PathFault::EmptyPart),
            (".", PathFault::EmptyPart),
            ("a/", PathFault::Folder),
            ("https://a.iq/a.jpg", PathFault::Web),
            ("file:///a", PathFault::Web),
            ("a\u{0}b", PathFault::Control),
            ("a\u{202E}gpj.exe", PathFault::Control),
        ] {
            assert_eq!(fault(bad), Some(why), "{bad:?}");
        }
    }
}
