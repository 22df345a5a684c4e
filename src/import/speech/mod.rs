//! Somebody's words in running text: where they begin and end, and whose they are.

mod lead;
mod lexicon;
mod person;
mod speakers;

use std::ops::Range;

use self::lead::{Lead, LeadKind, leads};
pub(super) use self::speakers::{Person, Speakers};
use crate::arabic::fold::count_words;
use crate::words::SpeakerTold;

/// A part of a paragraph, by its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SpeechPart {
    /// Running text, lead-ins with it.
    Text(Range<usize>),
    /// Somebody's words.
    Quote { range: Range<usize>, speaker: Person, told: SpeakerTold },
}

/// The parts of a paragraph, and the speaker whose words come in the next one.
#[derive(Debug, Default)]
pub(super) struct Speech {
    pub(super) parts: Vec<SpeechPart>,
    pub(super) announced: Option<(Person, SpeakerTold)>,
}

/// Marks that somebody's words stand between.
const PAIRS: [(&str, &str); 7] =
    [("«", "»"), ("“", "”"), ("”", "“"), ("((", "))"), ("\"", "\""), ("‘", "’"), ("<<", ">>")];

/// Takes a paragraph apart.
pub(super) fn speech(text: &str, speakers: &mut Speakers) -> Speech {
    let all = leads(text);
    let mut speech = Speech::default();
    let mut at = 0;
    for (index, lead) in all.iter().enumerate() {
        if lead.verb.start < at || lead.introduces_list {
            continue;
        }
        let Some((speaker, told)) = speakers.of(text, lead) else { continue };
        if !text.get(lead.end..).is_some_and(|rest| rest.contains(char::is_alphanumeric)) {
            speech.announced = (lead.kind == LeadKind::Colon).then_some((speaker, told));
            break;
        }
        let end = end_of(text, lead, all.get(index + 1..).unwrap_or_default());
        if text.get(lead.end..end).map_or(0, count_words) < lead.kind.fewest() {
            continue;
        }
        speech.parts.push(SpeechPart::Text(at..lead.end));
        speech.parts.push(SpeechPart::Quote { range: lead.end..end, speaker, told });
        at = end;
    }
    if text.get(at..).is_some_and(|rest| !rest.trim().is_empty()) {
        speech.parts.push(SpeechPart::Text(at..text.len()));
    }
    speakers.heard(text);
    speech
}

/// True if a paragraph begins with a mark of quotation.
pub(super) fn opens(text: &str) -> bool {
    PAIRS.iter().any(|(open, _)| text.trim_start().starts_with(open))
}

/// The mark that closes the quotation that a text begins with, when it isn't in the text.
pub(super) fn left_open(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    let (open, close) = PAIRS.iter().find(|(open, _)| text.starts_with(open))?;
    (!text.get(open.len()..)?.contains(close)).then_some(close)
}

/// True if somebody's words are led in at the beginning of a paragraph.
pub(super) fn begins_with_lead(text: &str) -> bool {
    leads(text).first().is_some_and(|lead| lead.start == 0)
}

/// True if somebody's words are led in anywhere in a paragraph by a colon.
pub(super) fn has_lead(text: &str) -> bool {
    leads(text).iter().any(|lead| lead.kind == LeadKind::Colon && !lead.introduces_list)
}

/// The end of the words that a lead-in leads to.
fn end_of(text: &str, lead: &Lead, further: &[Lead]) -> usize {
    let rest = text.get(lead.end..).unwrap_or_default();
    let inside = PAIRS.iter().find_map(|(open, close)| {
        let inside = rest.strip_prefix(open)?;
        let end = inside.find(close)? + close.len();
        let tail = inside.get(end..)?;
        let marks = tail.len() - tail.trim_start_matches(['.', '،', ',', '!', '؟', '؛', ' ']).len();
        Some(lead.end + open.len() + end + marks)
    });
    inside.unwrap_or_else(|| {
        let ends = |next: &&Lead| lead.kind == LeadKind::That || next.kind == LeadKind::Colon;
        further.iter().filter(|next| next.start > lead.end).find(ends).map_or(text.len(), |next| next.start)
    })
}
