//! Slogans: what stands after «تحت شعار».

use std::ops::Range;

use crate::arabic::fold::words;

/// Marks around a slogan.
const AROUND: [(&str, &str); 7] =
    [("((", "))"), ("(", ")"), ("«", "»"), ("“", "”"), ("\"", "\""), ("[", "]"), ("‘", "’")];

/// A slogan in a text, by its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundSlogan {
    /// The words before it, with «تحت شعار».
    pub(super) before: Range<usize>,
    /// The slogan without the marks around it.
    pub(super) inside: Range<usize>,
    /// True if nothing but a mark comes after it.
    pub(super) is_last: bool,
    /// True if marks stand around it.
    pub(super) is_marked: bool,
}

/// Finds the slogan of a text.
pub(super) fn find(text: &str) -> Option<FoundSlogan> {
    let all = words(text);
    let pairs = all.iter().zip(all.iter().skip(1));
    let (_, word) = pairs.into_iter().find(|(one, next)| one.folded == "تحت" && is_slogan(&next.folded))?;
    let rest = text.get(word.range.end..)?;
    let lead = rest.len() - rest.trim_start_matches([':', ' ', '-', '–', '\u{A0}', '،']).len();
    let start = word.range.end + lead;
    let tail = text.get(start..)?;
    let before = 0..word.range.end;
    for (open, close) in AROUND {
        let Some(inside) = tail.strip_prefix(open) else { continue };
        let end = inside.find(close)?;
        let from = start + open.len();
        let after = inside.get(end + close.len()..)?;
        let inside = trimmed(text, from..from + end)?;
        return Some(FoundSlogan { before, inside, is_last: !after.contains(char::is_alphanumeric), is_marked: true });
    }
    let inside = trimmed(text, start..text.len())?;
    Some(FoundSlogan { before, inside, is_last: true, is_marked: false })
}

fn is_slogan(word: &str) -> bool {
    matches!(word, "شعار" | "الشعار" | "شعاري" | "شعارنا")
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let cut = text.get(range.clone())?;
    let start = range.start + (cut.len() - cut.trim_start().len());
    let inside = cut.trim();
    inside.contains(char::is_alphanumeric).then(|| start..start + inside.len())
}
