//! Lead-ins: a verb of saying, and behind it a colon or `أن`.

use std::ops::Range;

use super::lexicon::{self, VerbKind};
use crate::arabic::fold::{Word, words};
use crate::arabic::tokens::digit_value;

/// The most words between a verb and its colon.
const FAR: usize = 18;
/// The most words between a verb and its `أن`.
const NEAR: usize = 14;
/// The most words of a sentence before a verb that leads to `أن`.
const EARLY: usize = 5;

/// The sign behind which the words begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeadKind {
    /// A colon, with dashes or without.
    Colon,
    /// `أن`, `إن`, `بأن`.
    That,
}

/// A lead-in in a paragraph.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub(super) kind: LeadKind,
    /// The start of its sentence.
    pub(super) start: usize,
    /// The verb.
    pub(super) verb: Range<usize>,
    /// What stands between the verb and the sign.
    pub(super) subject: Range<usize>,
    /// The end of the words before the verb that may name the speaker, if they may: those before
    /// `الذي`, or before a verb that comes after its subject.
    pub(super) before: Range<usize>,
    /// True if `الذي` or the like stands before the verb.
    pub(super) is_relative: bool,
    /// True if it leads to points, as `ما يلي:` does.
    pub(super) introduces_list: bool,
    /// Where the words begin.
    pub(super) end: usize,
}

impl LeadKind {
    /// The fewest words that are worth a block of their own.
    pub(super) fn fewest(self) -> usize {
        match self {
            Self::Colon => 2,
            Self::That => 5,
        }
    }
}

/// A sentence with its words.
struct Sentence<'t> {
    text: &'t str,
    range: Range<usize>,
    words: Vec<Word>,
}

/// The lead-ins of a paragraph, in order.
pub(super) fn leads(text: &str) -> Vec<Lead> {
    if !text.contains(':') && !text.contains("ن ") {
        return Vec::new();
    }
    sentences(text).iter().filter_map(Sentence::lead).collect()
}

/// The sentences of a paragraph; a colon behind a verb of saying ends one too.
fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let all = words(text);
    let mut found = Vec::new();
    let (mut start, mut first) = (0, 0);
    let ends = text.char_indices().filter(|&(at, c)| ends_sentence(text, at, c)).map(|(at, c)| at + c.len_utf8());
    for end in ends.chain([text.len()]) {
        let last = first + all.get(first..).map_or(0, |rest| rest.partition_point(|word| word.range.start < end));
        let of_sentence = all.get(first..last).unwrap_or_default();
        if let (Some(one), true) = (of_sentence.first(), end > start) {
            let head = text.get(start..one.range.start).unwrap_or_default();
            // Marks before the first word belong to it, spaces don't.
            let from = start + (head.len() - head.trim_start().len());
            found.push(Sentence { text, range: from..end, words: of_sentence.to_vec() });
        }
        (start, first) = (end, last);
    }
    found
}

fn ends_sentence(text: &str, at: usize, c: char) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
    match c {
        '؟' | '?' | '!' | '؛' | '\u{2028}' | '\n' => true,
        ':' => is_colon(before, after, text.get(at..).unwrap_or_default()),
        // Not the point of `د.`, nor that of a number or an address.
        '.' => {
            let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            word.chars().count() != 1 && after.is_none_or(|c| !c.is_alphanumeric())
        }
        _ => false,
    }
}

/// True of a colon of the sentence: not that of `10:30` or of an address.
fn is_colon(before: &str, after: Option<char>, from: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| digit_value(c).is_some());
    let is_time = is_digit(before.chars().next_back()) && is_digit(after);
    !is_time && !from.starts_with("://")
}

impl Sentence<'_> {
    /// The lead-in that the sentence is or begins with.
    fn lead(&self) -> Option<Lead> {
        let has_colon = self.text.get(self.range.clone())?.ends_with(':');
        self.before_that().or_else(|| if has_colon { self.before_colon() } else { None })
    }

    /// `… قال السيد المدير:-`.
    fn before_colon(&self) -> Option<Lead> {
        let colon = self.range.end - 1;
        let from = self.words.len().saturating_sub(FAR + 1);
        let verb = (from..self.words.len()).rev().find(|&at| self.is_verb(at))?;
        let rest = self.text.get(self.range.end..).unwrap_or_default();
        let marks = rest.len() - rest.trim_start_matches([' ', '-', '–', '—', '\u{A0}', 'ـ']).len();
        Some(self.lead_at(LeadKind::Colon, verb, colon, self.range.end + marks))
    }

    /// `وأكد المدير أن …`.
    fn before_that(&self) -> Option<Lead> {
        let verb = (0..self.words.len().min(EARLY)).find(|&at| self.is_verb(at))?;
        let rest = self.words.get(verb + 1..)?;
        let that = rest.iter().take(NEAR).find(|word| matches!(word.folded.as_str(), "ان" | "بان"))?;
        Some(self.lead_at(LeadKind::That, verb, that.range.start, that.range.end))
    }

    fn lead_at(&self, kind: LeadKind, verb: usize, sign: usize, end: usize) -> Lead {
        let place = |at: usize| self.words.get(at).map_or(self.range.clone(), |word| word.range.clone());
        let is_relative = verb > 0 && self.folded(verb - 1).is_some_and(lexicon::is_relative);
        let before_end = if is_relative { place(verb - 1).start } else { place(verb).start };
        let subject = place(verb).end..sign;
        let points = ["يلي", "الاتي", "الاتيه", "التالي", "التاليه", "ماياتي", "ياتي"];
        let introduces_list = self.words.iter().rev().take(4).any(|word| points.contains(&word.folded.as_str()));
        Lead {
            kind,
            start: self.range.start,
            verb: place(verb),
            subject,
            before: self.range.start..before_end,
            is_relative,
            introduces_list,
            end,
        }
    }

    fn folded(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|word| word.folded.as_str())
    }

    /// True if a verb of saying stands there, and not a word that is only spelled like one.
    fn is_verb(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let follows = |end: &str| self.text.get(..word.range.start).is_some_and(|head| head.trim_end().ends_with(end));
        let before = at.checked_sub(1).and_then(|before| self.folded(before));
        let heads = before.is_none_or(lexicon::stands_before_verb) || follows("،");
        match lexicon::verb(&word.folded) {
            Some(VerbKind::Strong) => true,
            Some(VerbKind::Weak) => heads,
            None => false,
        }
    }
}
