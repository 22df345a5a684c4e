//! Names of files inside the workspace.

use crate::words::{PathFault, ValueProblem};

use super::desk::Desk;
use super::fields::{Entry, clipped};
use super::placed::Placed;

/// Characters in a path.
const LONGEST: usize = 400;

/// Why a path cannot be used, if it cannot: it must be relative, with `/` between names, and stay inside.
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

impl Entry<'_, '_> {
    /// A safe relative path of a file, to the letter.
    pub(crate) fn path(&self, desk: &mut Desk<'_>) -> Option<Placed<String>> {
        self.safe(desk, false)
    }

    /// A safe relative path of a folder; a slash at its end is taken off.
    pub(crate) fn folder(&self, desk: &mut Desk<'_>) -> Option<Placed<String>> {
        self.safe(desk, true)
    }

    fn safe(&self, desk: &mut Desk<'_>, folder: bool) -> Option<Placed<String>> {
        let placed = self.word(desk, LONGEST)?;
        // a name on the disk is not text: nothing in it is cleaned
        let path = self.raw(desk)?.trim();
        let end = path.strip_suffix('/').filter(|path| folder && !path.is_empty());
        let path = end.unwrap_or(path).to_owned();
        if let Some(fault) = fault(&path) {
            let problem = ValueProblem::BadPath { path: clipped(&path), fault, folder };
            desk.error(self.span.clone(), &self.path, problem);
            return None;
        }
        Some(placed.map(|_| path))
    }
}

/// Whether two folders are one, or one is inside the other.
pub(crate) fn overlap(a: &str, b: &str) -> bool {
    let inside = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    inside(a, b) || inside(b, a)
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
