//! Messages of WhatsApp: what it writes before each when several are copied, and its marks of stress.

use super::LeftOut;
use super::prose::{Prose, ProseMark, ProseMarkKind};
use crate::arabic::invisible::is_invisible;
use crate::arabic::tokens::digit_value;
use crate::words::LeftOutReason;

/// The most characters of a sender's name or number.
const LONGEST_NAME: usize = 60;
/// WhatsApp's words in place of a file, in its languages; each may stand between `<` and `>`.
const MEDIA: [&str; 8] = [
    "media omitted",
    "image omitted",
    "video omitted",
    "document omitted",
    "تم استبعاد الوسائط",
    "تم استبعاد الصورة",
    "تم استبعاد الفيديو",
    "تم حذف الوسائط",
];

/// A line without the time and sender that WhatsApp writes before a message, and without its word for a
/// file.
pub(super) fn without_head<'l>(line: &'l str, left_out: &mut Vec<LeftOut>) -> &'l str {
    let mut kept = line;
    if let Some(length) = head(line) {
        let (head, rest) = line.split_at(length);
        left_out.push(LeftOut { text: head.trim().to_owned(), reason: LeftOutReason::MessageHead });
        kept = rest.trim_start();
    }
    let bare = kept.trim_matches(|c: char| is_invisible(c) || c.is_whitespace() || matches!(c, '<' | '>' | '.'));
    if MEDIA.iter().any(|media| bare.eq_ignore_ascii_case(media)) {
        left_out.push(LeftOut { text: bare.to_owned(), reason: LeftOutReason::Media });
        return "";
    }
    kept
}

/// The length of the head of a message at the start of a line: `[١٢:٣٤, ٢٠/١١/٢٠٢٦] name: ` or
/// `20/11/2026, 12:34 - name: `. Both a full date and a time must be in it: anything less may be the
/// author's own.
fn head(line: &str) -> Option<usize> {
    let bare = line.trim_start_matches(is_invisible);
    let lead = line.len() - bare.len();
    let (stamp, after) = match bare.strip_prefix('[') {
        Some(inside) => {
            let end = inside.find(']')?;
            (inside.get(..end)?, lead + 1 + end + 1)
        }
        None => {
            let end = bare.find(" - ")?;
            (bare.get(..end)?, lead + end + 3)
        }
    };
    if stamp.chars().count() > 40 || !is_stamp(stamp) {
        return None;
    }
    let rest = line.get(after..)?;
    let colon = rest.find(": ").or_else(|| rest.ends_with(':').then(|| rest.len() - 1))?;
    let name = rest.get(..colon)?;
    let is_name = !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME && !name.contains(['.', '؟', '!']);
    is_name.then_some(after + colon + 1)
}

/// True if a text is a date and a time and nothing else.
fn is_stamp(stamp: &str) -> bool {
    let plain: String = stamp.chars().filter(|c| !is_invisible(*c)).collect();
    let parts: Vec<&str> = plain.split([',', '،', ' ', '\u{A0}', '\u{202F}']).filter(|part| !part.is_empty()).collect();
    let count = |part: &str, marks: &[char]| {
        let numbers = part.split(marks).map(|number| (number, number.chars().all(|c| digit_value(c).is_some())));
        let whole: Vec<_> = numbers.collect();
        if whole.iter().all(|(number, all)| *all && !number.is_empty()) { whole.len() } else { 0 }
    };
    let dates = parts.iter().filter(|part| count(part, &['/', '.', '-']) == 3).count();
    let times = parts.iter().filter(|part| matches!(count(part, &[':']), 2 | 3)).count();
    let half = |part: &&str| matches!(part.to_lowercase().as_str(), "am" | "pm" | "a.m." | "p.m." | "ص" | "م");
    let others = parts.iter().filter(|part| half(part)).count();
    dates == 1 && times == 1 && dates + times + others == parts.len()
}

/// A line with WhatsApp's marks taken off: `*strong*`, `_slanted_`.
pub(super) fn prose(line: &str) -> Prose {
    if !line.contains(['*', '_', '`']) {
        return Prose::plain(line);
    }
    let mut reader = MarkReader { text: String::with_capacity(line.len()), marks: Vec::new() };
    reader.read(line, &[]);
    Prose::plain(&reader.text).marked_by(reader.marks)
}

struct MarkReader {
    text: String,
    marks: Vec<ProseMark>,
}

impl MarkReader {
    fn read(&mut self, line: &str, open: &[char]) {
        let mut rest = line;
        let mut before = self.text.chars().next_back();
        while let Some(c) = rest.chars().next() {
            let found = matches!(c, '*' | '_').then(|| pair(rest, c, before)).flatten();
            if let Some((inside, length)) = found.filter(|_| !open.contains(&c)) {
                let start = self.text.len();
                self.read(inside, &[open, &[c]].concat());
                let kind = if c == '*' { ProseMarkKind::Strong } else { ProseMarkKind::Emph };
                self.marks.push(ProseMark { range: start..self.text.len(), kind });
                rest = rest.get(length..).unwrap_or_default();
            } else {
                self.text.push(c);
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
            before = self.text.chars().next_back();
        }
    }
}

/// What stands between a mark at the start of a text and its partner, and the length with both.
fn pair(text: &str, mark: char, before: Option<char>) -> Option<(&str, usize)> {
    // `**so**`, as other programs write it, is one pair.
    let width = text.len() - text.trim_start_matches(mark).len();
    let opens = before.is_none_or(|c| !c.is_alphanumeric()) && width <= 2;
    let inside = text.get(width..).filter(|inside| opens && !inside.starts_with(char::is_whitespace))?;
    let marks = text.get(..width)?;
    let mut from = 0;
    while let Some(found) = inside.get(from..)?.find(marks) {
        let at = from + found;
        let (head, tail) = (inside.get(..at)?, inside.get(at + width..)?);
        let free = tail.chars().next().is_none_or(|c| !c.is_alphanumeric() && c != mark);
        if free && !head.is_empty() && !head.ends_with(char::is_whitespace) {
            return head.contains(char::is_alphanumeric).then_some((head, width + at + width));
        }
        from = at + width;
    }
    None
}
