//! From a TOML string to clean paragraphs, with a way back to the source.

use std::ops::Range;

use crate::arabic::Language;
use crate::arabic::hygiene::clean_in;
use crate::arabic::invisible::is_invisible;

/// The mark of a forced line break inside a paragraph: U+2028 LINE SEPARATOR, which Word also
/// writes.
pub(crate) const BREAK: char = '\u{2028}';

/// One paragraph of a text field: its lines joined by spaces, and where each came from.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    /// The joined text, trimmed, not yet cleaned.
    pub(crate) text: String,
    /// Pairs of an offset in `text` and the offset in the decoded string that it came from.
    pieces: Vec<(usize, usize)>,
}

impl Paragraph {
    /// The offset in the decoded string of an offset in the paragraph.
    pub(crate) fn decoded(&self, offset: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= offset).saturating_sub(1);
        self.pieces.get(piece).map_or(0, |(start, decoded)| decoded + offset.saturating_sub(*start))
    }

    /// True if a span of the paragraph is one stretch of the decoded string.
    pub(crate) fn in_one_piece(&self, span: &Range<usize>) -> bool {
        self.decoded(span.end) - self.decoded(span.start) == span.len()
    }

    /// Takes the quotation marks or brackets around the whole off, also when a mark of the sentence
    /// stands behind them: that stays.
    pub(crate) fn unquote(&mut self) {
        while let Some((inside, mark)) = inside_marks(&self.text) {
            let from = self.decoded(inside.start);
            let mark_at = mark.as_ref().map(|mark| self.decoded(mark.start));
            self.pieces.retain(|(start, _)| inside.contains(start) && *start > inside.start);
            self.pieces.iter_mut().for_each(|(start, _)| *start -= inside.start);
            self.pieces.insert(0, (0, from));
            let mut kept = self.text.get(inside).unwrap_or_default().to_owned();
            if let (Some(mark), Some(at)) = (mark, mark_at) {
                self.pieces.push((kept.len(), at));
                kept.push_str(self.text.get(mark).unwrap_or_default());
            }
            self.text = kept;
        }
    }

    fn add(&mut self, line: &str, at: usize, broken: bool) {
        if !self.text.is_empty() {
            self.pieces.push((self.text.len(), at));
            self.text.push_str(if broken { " \u{2028} " } else { " " });
        }
        self.pieces.push((self.text.len(), at));
        self.text.push_str(line);
    }
}

/// Marks that somebody's words or a slogan are put between.
const AROUND: [(&str, &str); 13] = [
    ("«", "»"),
    ("»", "«"),
    ("“", "”"),
    ("”", "“"),
    ("„", "“"),
    ("‘", "’"),
    ("‹", "›"),
    ("<<", ">>"),
    ("((", "))"),
    ("\"", "\""),
    ("(", ")"),
    ("[", "]"),
    ("﴾", "﴿"),
];

/// The bytes between a pair of marks that stands around all of a text, and the mark behind the
/// pair, if one is there.
fn inside_marks(text: &str) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let unseen = |c: char| blank(c) || is_invisible(c);
    let bare = text.trim_matches(unseen);
    let lead = text.len() - text.trim_start_matches(unseen).len();
    let whole = bare.trim_end_matches(['.', '!', '؟', '?', '،']).trim_end_matches(unseen);
    AROUND.iter().find_map(|(open, close)| {
        let inside = whole.strip_prefix(open)?.strip_suffix(close)?;
        let kept = inside.trim_matches(unseen);
        if kept.is_empty() || !is_one_pair(inside, open, close) {
            return None;
        }
        let start = lead + open.len() + (inside.len() - inside.trim_start_matches(unseen).len());
        let mark = lead + whole.len()..lead + bare.len();
        let told = kept.ends_with(['.', '!', '؟', '?']) || mark.is_empty();
        Some((start..start + kept.len(), Some(mark).filter(|_| !told)))
    })
}

/// True if what stands between two marks closes whatever it opens: in `أ» و«ب` each mark belongs to
/// another pair.
fn is_one_pair(inside: &str, open: &str, close: &str) -> bool {
    if open == close || !inside.contains(close) {
        return !inside.contains(open);
    }
    let mut depth = 0_usize;
    let mut rest = inside;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix(open) {
            depth += 1;
            rest = after;
        } else if let Some(after) = rest.strip_prefix(close) {
            let Some(less) = depth.checked_sub(1) else { return false };
            depth = less;
            rest = after;
        } else {
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    depth == 0
}

/// The paragraphs of a decoded string. Blank lines separate them; a single line break is a space,
/// and one after a backslash is a forced break.
pub(crate) fn paragraphs(decoded: &str) -> Vec<Paragraph> {
    let mut all = Vec::new();
    let mut current = Paragraph::default();
    let mut broken = false;
    let mut at = 0;
    for line in decoded.split('\n') {
        let trimmed = line.trim_matches(blank);
        let start = at + (line.len() - line.trim_start_matches(blank).len());
        at += line.len() + 1;
        if trimmed.is_empty() {
            if broken {
                current.text.push('\\');
            }
            if !current.text.is_empty() {
                all.push(std::mem::take(&mut current));
            }
            broken = false;
            continue;
        }
        let body = trimmed.strip_suffix('\\').filter(|_| at <= decoded.len());
        current.add(body.unwrap_or(trimmed).trim_end_matches(blank), start, broken);
        broken = body.is_some();
    }
    if !current.text.is_empty() {
        all.push(current);
    }
    all
}

/// The text ready for the model, in the language that its author names, if it is named: clean, with
/// plain spaces for tabs and other line breaks than [`BREAK`].
pub(crate) fn tidy(text: &str, named: Option<Language>) -> String {
    let spaced: String = text.chars().map(|c| if blank(c) { ' ' } else { c }).collect();
    clean_in(named, &spaced).trim().to_owned()
}

/// The whole string as one clean line.
pub(crate) fn one_line(decoded: &str) -> String {
    let joined: Vec<String> = paragraphs(decoded).iter().map(|paragraph| tidy(&paragraph.text, None)).collect();
    joined.join(" ").replace(BREAK, " ")
}

/// True if nothing of a text can be seen.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// White space that means no more than a space; not the no-break spaces nor [`BREAK`].
fn blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(decoded: &str) -> Vec<String> {
        paragraphs(decoded).into_iter().map(|paragraph| paragraph.text).collect()
    }

    #[test]
    fn blank_lines_part_and_line_breaks_join() {
        assert_eq!(texts("أ\nب\n\n \t\nج\r\nد"), ["أ ب", "ج د"]);
        assert_eq!(texts(" \n \n"), Vec::<String>::new());
        assert_eq!(texts("  أ  \n   ب"), ["أ ب"]);
    }

    #[test]
    fn a_backslash_at_the_end_of_a_line_breaks_it() {
        assert_eq!(texts("أ\\\nب"), ["أ \u{2028} ب"]);
        assert_eq!(texts("أ\\"), ["أ\\"]);
        assert_eq!(texts("أ\\\n\nب"), ["أ\\", "ب"]);
    }

    #[test]
    fn offsets_lead_back() {
        let decoded = "  أب\n   جد";
        let all = paragraphs(decoded);
        let text = &all[0].text;
        let at = text.find('د').unwrap_or(0);
        assert_eq!(&decoded[all[0].decoded(at)..], "د");
        assert!(all[0].in_one_piece(&(at..at + 2)));
        assert!(!all[0].in_one_piece(&(0..at)));
    }

    #[test]
    fn quotation_marks_around_the_whole_are_taken_off() {
        let unquoted = |text: &str| {
            let mut all = paragraphs(text);
            all[0].unquote();
            (all[0].text.clone(), all[0].decoded(0))
        };
        assert_eq!(unquoted("« أب »"), ("أب".into(), 3));
        assert_eq!(unquoted("\"أب\""), ("أب".into(), 1));
        assert_eq!(unquoted("«أ» و«ب»"), ("«أ» و«ب»".into(), 0));
        assert_eq!(unquoted("«»"), ("«»".into(), 0));
        for text in [
            "“أب”",
            "”أب“",
            "„أب“",
            "(أب)",
            "((أب))",
            "««أب»»",
            "« \"أب\" »",
            "\u{200F}«أب»\u{200F}",
            "<<أب>>",
            "‹أب›",
            "[أب]",
            "»أب«",
        ] {
            assert_eq!(unquoted(text).0, "أب", "{text}");
        }
        assert_eq!(unquoted("«أب».").0, "أب.");
        assert_eq!(unquoted("«أب!».").0, "أب!");
        assert_eq!(unquoted("«أ «ج» ب»").0, "أ «ج» ب");
        assert_eq!(unquoted("(أ) و(ب)").0, "(أ) و(ب)");
        assert_eq!(unquoted("أ «ب»").0, "أ «ب»");
    }

    #[test]
    fn no_break_spaces_stay() {
        assert_eq!(tidy("أ\u{A0}ب\tج", None), "أ\u{A0}ب ج");
    }
}
