//! Isolates for what the Unicode bidirectional algorithm (UAX 9) would turn round inside Arabic.
//!
//! Groups of digits and parts of dates are each a run of their own to the algorithm, and runs follow one another
//! from the right. They are added to what is typeset, never to the stored text.

use std::borrow::Cow;
use std::ops::Range;

use super::letters::is_bidi_control;
use super::tokens::{Token, TokenKind, digit_value, tokens};

/// Left-to-right isolate.
const LRI: char = '\u{2066}';
/// Pop directional isolate.
const PDI: char = '\u{2069}';
/// A space at which no line ends, and which stays a space for whoever copies it.
const HELD_SPACE: &str = " \u{2060}";
/// A telephone number with all its signs has about twenty.
const MOST_HELD: usize = 24;
/// Real text needs one pass or two; the bound keeps a chain of odd pieces cheap.
const MOST_PASSES: usize = 8;

/// Puts isolates around telephone numbers, IBANs, `@names`, digits in groups, dates with hyphens, Latin in brackets that begins
/// with a number, and Latin words that end with a sign. What is isolated already stays as it is.
///
/// Around Arabic-Indic digits one isolate is not enough: to the algorithm (N1) they draw what stands between them to the
/// right. Isolates of their own, inside the other, hold the parts in their order.
#[must_use]
pub fn isolate(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c.is_ascii_alphabetic() || digit_value(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut isolated = Cow::Borrowed(text);
    // An isolate is the edge of a run, so that its neighbour may be a piece only now: `C#@name`.
    for _ in 0..MOST_PASSES {
        let Some(more) = isolate_once(&isolated) else { break };
        isolated = Cow::Owned(more);
    }
    isolated
}

/// Keeps numbers that are written in groups, such as telephone numbers, in one line: behind each of their spaces stands a word
/// joiner (UAX 14, LB11). Only what is isolated is looked at, and nothing of more than 24 characters: it has to fit a
/// column.
#[must_use]
pub fn hold(text: &str) -> Cow<'_, str> {
    let spaced = |range: &Range<usize>| text.get(range.clone()).is_some_and(is_spaced_number);
    let numbers: Vec<Range<usize>> = isolated(text).into_iter().filter(spaced).collect();
    if numbers.is_empty() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(with_pieces(text, numbers, |number, held| held.push_str(&number.replace(' ', HELD_SPACE))))
}

/// The text with some of its pieces, in order and apart from one another, as `push` writes them.
fn with_pieces(text: &str, pieces: Vec<Range<usize>>, push: impl Fn(&str, &mut String)) -> String {
    let mut written = String::with_capacity(text.len() + 12 * pieces.len());
    let mut end = 0;
    for range in pieces {
        written.push_str(text.get(end..range.start).unwrap_or_default());
        push(text.get(range.clone()).unwrap_or_default(), &mut written);
        end = range.end;
    }
    written.push_str(text.get(end..).unwrap_or_default());
    written
}

/// Whether a piece is digits in groups with plain spaces between them, and nothing else but signs.
fn is_spaced_number(piece: &str) -> bool {
    let seen = || piece.chars().filter(|c| !is_bidi_control(*c));
    let allowed =
        |c: char| digit_value(c).is_some() || matches!(c, ' ' | '+' | '-' | '–' | '\u{2011}' | '(' | ')' | '/');
    seen().all(allowed)
        && seen().any(|c| c == ' ')
        && seen().any(|c| digit_value(c).is_some())
        && seen().count() <= MOST_HELD
}

/// Puts isolates around what needs one and has none; nothing when there is no such piece.
fn isolate_once(text: &str) -> Option<String> {
    let ranges = ranges(text);
    if ranges.is_empty() {
        return None;
    }
    let isolate = |piece: &str, isolated: &mut String| {
        isolated.push(LRI);
        push_in_order(piece, isolated);
        isolated.push(PDI);
    };
    Some(with_pieces(text, ranges, isolate))
}

/// Appends what is isolated; parts of Arabic-Indic digits are isolated in turn when something else stands beside them.
fn push_in_order(piece: &str, isolated: &mut String) {
    let drawn = |c: char| !c.is_ascii() && digit_value(c).is_some();
    if piece.chars().all(drawn) {
        isolated.push_str(piece);
        return;
    }
    let mut inside = false;
    for c in piece.chars() {
        if drawn(c) != inside {
            isolated.push(if inside { PDI } else { LRI });
            inside = !inside;
        }
        isolated.push(c);
    }
    if inside {
        isolated.push(PDI);
    }
}

/// What needs an isolate, in order and apart from one another.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let needs = |token: &Token| {
        let piece = text.get(token.range.clone()).unwrap_or_default();
        match token.kind {
            TokenKind::Handle => true,
            TokenKind::Phone => piece.chars().any(|c| digit_value(c).is_none()),
            // A number at the start and the rest of a code are two runs when a sign stands between them.
            TokenKind::Code => {
                let rest = piece.trim_start_matches(|c: char| c.is_ascii_digit());
                piece.contains(' ')
                    || (rest.len() < piece.len() && !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            }
            TokenKind::Url | TokenKind::Email => false,
        }
    };
    let mut found: Vec<Range<usize>> =
        tokens.iter().filter(|token| needs(token)).map(|token| token.range.clone()).collect();
    // The other rules don't look inside pieces.
    let apart = |a: &Range<usize>, b: &Range<usize>| a.end <= b.start || b.end <= a.start;
    let others = grouped(text).into_iter().chain(signed(text));
    found.extend(others.filter(|range| tokens.iter().all(|token| apart(&token.range, range))));
    let isolated = isolated(text);
    found.retain(|range| isolated.iter().all(|inside| apart(range, inside)));
    found.sort_by_key(|range| range.start);
    found
}

/// Digits in groups: three and more parts with hyphens (`2026-07-24`), or with single spaces (`123 456 789`), where two
/// are enough if the second is of three digits (`12 500`).
fn grouped(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) =
        text.get(at..).and_then(|tail| tail.find(|c| digit_value(c).is_some())).map(|offset| at + offset)
    {
        let tail = text.get(start..).unwrap_or_default();
        let (length, groups) = digit_groups(tail);
        let hyphens = tail.get(..length).is_some_and(|run| run.contains(['-', '–', '\u{2011}']));
        let after = tail.get(length..).and_then(|rest| rest.chars().next());
        let before = text.get(..start).and_then(|head| head.chars().next_back());
        let goes_on = after.is_some_and(|c| c.is_alphanumeric() || (!c.is_whitespace() && follows_digit(tail, length)));
        let alone = !goes_on
            && !before
                .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | ':' | '.' | ',' | '٫' | '٬' | '-'));
        let needed = groups.len() >= 3 || (!hyphens && matches!(groups.as_slice(), [1..=3, 3]));
        if alone && needed {
            found.push(start..start + length);
        }
        at = start + length.max(1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

/// Whether a digit comes right after the character at an offset.
fn follows_digit(text: &str, offset: usize) -> bool {
    text.get(offset..).and_then(|rest| rest.chars().nth(1)).is_some_and(|c| digit_value(c).is_some())
}

/// The length of a run of digit groups with one kind of separator, and how many digits each has.
fn digit_groups(text: &str) -> (usize, Vec<usize>) {
    let mut groups = vec![0];
    let (mut length, mut separator) = (0, None);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let digit_next = characters.peek().is_some_and(|next| digit_value(*next).is_some());
        if digit_value(c).is_some() {
            if let Some(last) = groups.last_mut() {
                *last += 1;
            }
        } else if matches!(c, ' ' | '\u{A0}' | '-' | '–' | '\u{2011}')
            && digit_next
            && separator.is_none_or(|known| known == c)
        {
            separator = Some(c);
            groups.push(0);
        } else {
            break;
        }
        length += c.len_utf8();
    }
    (length, groups)
}

/// Latin words with signs at their end, `C++`, `C#`: the signs would go to the other side.
fn signed(text: &str) -> Vec<Range<usize>> {
    let sign = |c: char| matches!(c, '+' | '#');
    let mut found = Vec::new();
    let mut start = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        match start {
            None if c.is_ascii_alphabetic() => start = Some(at),
            None => {}
            Some(_) if c.is_ascii_alphanumeric() || (sign(c) && next.is_some_and(sign)) => {}
            Some(from) if sign(c) && !next.is_some_and(|next| next.is_ascii_alphanumeric() || next == LRI) => {
                found.push(from..at + 1);
                start = None;
            }
            Some(_) => start = None,
        }
    }
    found
}

/// What stands inside isolates already.
fn isolated(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push(at),
            PDI => {
                if let Some(start) = open.pop().filter(|_| open.is_empty()) {
                    found.push(start..at + PDI.len_utf8());
                }
            }
            _ => {}
        }
    }
    found.extend(open.first().map(|&start| start..text.len()));
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_bidi::{BidiInfo, Level};

    use super::super::{Digits, clean};
    use super::*;

    /// What a reader sees, from left to right, of a text in an Arabic paragraph; marks of order left out.
    fn seen(text: &str) -> String {
        let info = BidiInfo::new(text, Some(Level::rtl()));
        let line = &info.paragraphs[0];
        let order = info.reorder_line(line, line.range.clone());
        order.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
    }

    #[test]
    fn the_table_of_the_design() {
        for (piece, seen_so) in [
            ("+964 770 123 4567", "+964 770 123 4567"),
            ("٠٧٧٠ ١٢٣ ٤٥٦٧", "٠٧٧٠ ١٢٣ ٤٥٦٧"),
            ("123 456 789", "123 456 789"),
            ("2026-07-24", "2026-07-24"),
            ("12-3-2026", "12-3-2026"),
            ("٢٤-٠٧-٢٠٢٦", "٢٤-٠٧-٢٠٢٦"),
            // Brackets of Arabic text are drawn mirrored.
            ("(45 participants)", ")45 participants("),
            ("@basra_media", "@basra_media"),
            ("C++", "C++"),
            ("12 A 34567", "12 A 34567"),
            ("12-A-34567", "12-A-34567"),
            ("+٩٦٤ ٧٧٠ ١٢٣ ٤٥٦٧", "+٩٦٤ ٧٧٠ ١٢٣ ٤٥٦٧"),
            ("+964 (770) 123 4567", "+964 (770) 123 4567"),
            ("040 612345", "040 612345"),
        ] {
            let text = format!("قال {piece} اليوم");
            assert!(!seen(&text).contains(seen_so), "needs no isolate: {piece}");
            let isolated = isolate(&text);
            assert!(seen(&isolated).contains(seen_so), "{piece}: {}", seen(&isolated));
            assert_eq!(isolate(&isolated), isolated);
        }
    }

    #[test]
    fn what_is_right_is_left_alone() {
        for piece in [
            "24/07/2026",
            "1,234.5",
            "١٬٢٣٤٫٥",
            "https://example.iq/a-b-c/2026-07-24",
            "COVID-19",
            "(UNICEF)",
            "a@example.iq",
            "07701234567",
            "10-15",
            "2025 2026",
            "(Al-Fayhaa Hospital)",
            "10:30",
            "٤٥٪",
        ] {
            let text = format!("قال {piece} اليوم");
            assert!(matches!(isolate(&text), Cow::Borrowed(_)), "{piece}: {}", isolate(&text));
        }
    }

    #[test]
    fn an_iban_is_held_together() {
        let isolated = isolate("حساب IQ98 NBIQ 8501 2345 6789 012 في").into_owned();
        assert_eq!(isolated, "حساب \u{2066}IQ98 NBIQ 8501 2345 6789 012\u{2069} في");
    }

    #[test]
    fn what_is_isolated_stays() {
        let text = "هاتف \u{2066}+964 770 123 4567\u{2069} و\u{2067}2026-07-24";
        assert_eq!(isolate(text), text);
    }

    #[test]
    fn cleaned_converted_and_isolated_text_reads_right() {
        let text = "هاتف \u{202A}+964 770 123 4567\u{202C} في 2026-07-24 حضر 1,250 (45 participants)";
        let shown = isolate(&Digits::Arab.text(&clean(text))).into_owned();
        let seen = seen(&shown);
        for part in ["+964 770 123 4567", "٢٠٢٦-٠٧-٢٤", "١٬٢٥٠", "45 participants"] {
            assert!(seen.contains(part), "{part}: {seen}");
        }
    }

    #[test]
    fn numbers_in_groups_stay_in_one_line() {
        let held = |text: &str| hold(&isolate(text)).replace('\u{2060}', "_").replace(['\u{2066}', '\u{2069}'], "");
        for (text, expected) in [
            ("هاتف +964 770 123 4567 في", "هاتف +964 _770 _123 _4567 في"),
            ("هاتف ٠٧٧٠ ١٢٣ ٤٥٦٧ في", "هاتف ٠٧٧٠ _١٢٣ _٤٥٦٧ في"),
            ("حضر 12 500 زائر", "حضر 12 _500 زائر"),
            ("حساب IQ98 NBIQ 8501 2345 6789 012 في", "حساب IQ98 NBIQ 8501 2345 6789 012 في"),
            ("حضر 25 زائراً في 2026-07-24", "حضر 25 زائراً في 2026-07-24"),
        ] {
            assert_eq!(held(text), expected);
        }
        let long = format!("\u{2066}{}\u{2069}", "123 ".repeat(10));
        assert!(matches!(hold(&long), Cow::Borrowed(_)), "it may be wider than a column");
    }

    proptest! {
        #[test]
        fn only_isolates_are_added(text in "[ -~ا-ي٠-٩\u{2066}\u{2069}\u{A0}،]{0,60}") {
            let isolated = isolate(&text).into_owned();
            let bare = |text: &str| text.replace([LRI, PDI], "");
            prop_assert_eq!(bare(&isolated), bare(&text));
            prop_assert_eq!(isolate(&isolated).into_owned(), isolated);
        }
    }
}
