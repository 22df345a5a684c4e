//! Signs that no face of the page has, above all emoji, which messages are full of.

use super::LeftOut;
use crate::words::LeftOutReason;

/// True of a sign that stands for no word and that fonts of text lack: emoji and their modifiers,
/// ornaments, and the private characters by which Word shows its bullets.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{23E9}'..='\u{23FA}'
        | '\u{231A}'..='\u{231B}' | '\u{E000}'..='\u{F8FF}' | '\u{E0020}'..='\u{E007F}' | '\u{FE0E}' | '\u{FE0F}'
        | '\u{20E3}' | '\u{FFFC}' | '\u{FFFD}')
}

/// A text without such signs, each run of which is noted.
pub(super) fn without_signs(text: &str, left_out: &mut Vec<LeftOut>) -> String {
    if !text.contains(is_sign) {
        return text.to_owned();
    }
    let kept = strip_signs(text, left_out);
    // What stood alone between two spaces leaves one of them.
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A piece of a text without such signs; its spaces stay.
pub(super) fn strip_signs(text: &str, left_out: &mut Vec<LeftOut>) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars() {
        // A joiner between two emoji belongs to them.
        if is_sign(c) || (c == '\u{200D}' && !run.is_empty()) {
            run.push(c);
        } else {
            note(&mut run, left_out);
            kept.push(c);
        }
    }
    note(&mut run, left_out);
    kept
}

fn note(run: &mut String, left_out: &mut Vec<LeftOut>) {
    let seen = run.contains(|c| !matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{200D}'));
    let text = std::mem::take(run);
    if seen {
        left_out.push(LeftOut { text, reason: LeftOutReason::Sign });
    }
}
