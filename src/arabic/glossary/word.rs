//! Words as they are compared: their letters, and what may be written before a name.

use std::ops::Range;

use super::super::hygiene::clean;
use super::super::invisible::is_invisible;
use super::super::letters::{TATWEEL, is_tashkeel};
use super::super::tokens::{TokenKind, tokens};

/// A word of a text without the marks around it.
pub(super) struct ComparedWord {
    /// Its first byte in the text.
    pub(super) start: usize,
    /// The byte after its last one.
    pub(super) end: usize,
    /// Whether nothing but spaces stands between it and the word before.
    pub(super) joined: bool,
    /// Its letters: no vowel signs, no tatweel, nothing invisible.
    pub(super) plain: String,
    /// Whether that is just how it is typed.
    pub(super) exact: bool,
    /// The letters with those as one that are often mixed up.
    pub(super) folded: String,
}

/// The words of a text. What is joined by a stroke, a hyphen or a point is one; addresses and marks
/// of networks have none.
pub(super) fn words(text: &str) -> Vec<ComparedWord> {
    let mut spans: Vec<(Range<usize>, bool)> = Vec::new();
    let (mut end, mut apart) = (0, false);
    for token in tokens(text) {
        let gap = text.get(end..token.range.start).unwrap_or_default();
        let joint = end > 0 && !apart && gap.chars().all(|c| matches!(c, '-' | '/' | '.' | '\'' | '&' | '_'));
        let spaced = end > 0 && !apart && gap.chars().all(char::is_whitespace);
        end = token.range.end;
        apart = token.kind.is_address() || token.kind == TokenKind::Passage;
        match spans.last_mut() {
            _ if apart => {}
            Some((span, _)) if joint => span.end = token.range.end,
            _ => spans.push((token.range, spaced)),
        }
    }
    spans.into_iter().map(|(span, joined)| word(text, span, joined)).collect()
}

fn word(text: &str, span: Range<usize>, joined: bool) -> ComparedWord {
    let typed = text.get(span.clone()).unwrap_or_default();
    let plain = plain(typed);
    ComparedWord { start: span.start, end: span.end, joined, exact: plain == typed, folded: fold(&plain), plain }
}

/// The letters of a word.
fn plain(word: &str) -> String {
    let is_unseen = |c: char| is_tashkeel(c) || c == TATWEEL || is_invisible(c);
    clean(word).chars().filter(|&c| !is_unseen(c)).collect()
}

/// A word with hamzas, teh marbuta and alef maqsura like the letters they are mixed up with.
fn fold(plain: &str) -> String {
    let letter = |c| match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' => 'ي',
        'ة' => 'ه',
        _ => c,
    };
    plain.chars().map(letter).collect()
}

/// The first word of a name, once what may be written before it is taken off.
pub(super) struct NameStart {
    pub(super) plain: String,
    pub(super) folded: String,
    /// The letters taken off, when the rest is the end of the word as it is typed.
    pub(super) before: Option<String>,
}

/// All ways to read a word as the first of a name: as it is, or after و ف ب ل ك and ال, of which ل
/// and ال are written لل.
pub(super) fn heads(word: &ComparedWord) -> Vec<NameStart> {
    let mut rests = vec![word.plain.as_str()];
    for prefixes in [['و', 'ف', 'ف'], ['ب', 'ل', 'ك']] {
        let stripped: Vec<&str> = rests.iter().filter_map(|rest| rest.strip_prefix(prefixes)).collect();
        rests.extend(stripped);
    }
    let mut out: Vec<NameStart> = Vec::new();
    let mut push = |plain: &str, before: Option<&str>| {
        if plain.chars().nth(1).is_some() && out.iter().all(|head| head.plain != plain) {
            out.push(NameStart { plain: plain.to_owned(), folded: fold(plain), before: before.map(str::to_owned) });
        }
    };
    for rest in &rests {
        push(rest, word.plain.strip_suffix(rest).filter(|_| word.exact));
    }
    for rest in rests {
        if let Some(bare) = rest.strip_prefix("ال") {
            push(bare, None);
        }
        if let Some(bare) = rest.strip_prefix("لل") {
            // للسيد is ل and السيد, and للجنة is ل and اللجنة
            [format!("ال{bare}"), format!("الل{bare}"), bare.to_owned()].iter().for_each(|plain| push(plain, None));
        }
    }
    out
}
