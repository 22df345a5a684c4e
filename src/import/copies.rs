//! The end of a text: those who get a copy, and hashtags.

use super::LeftOut;
use super::draft::Draft;
use super::piece::Piece;
use super::prose::Prose;
use crate::arabic::fold;
use crate::arabic::tokens::{TokenKind, tokens};
use crate::report::limits::{COPIES, TAGS};
use crate::words::LeftOutReason;

/// Words that such a line begins with, folded.
const LABELS: [&str; 6] = ["نسخه منه الي", "صوره منه الي", "نسخه منها الي", "نسخه الي", "صوره عنه الي", "نسخه منه ل"];

/// Takes those who get a copy out of the end of a text.
pub(super) fn take_copies(pieces: &mut Vec<Piece>, draft: &mut Draft) {
    let label = |piece: &Piece| piece.paragraph().and_then(|prose| label_length(prose.text()));
    let Some((at, length)) = pieces.iter().enumerate().rev().find_map(|(at, piece)| Some((at, label(piece)?))) else {
        return;
    };
    let tail = pieces.split_off(at);
    let mut kept = Vec::new();
    let mut ended = false;
    for (index, piece) in tail.into_iter().enumerate() {
        let found = match &piece {
            Piece::Paragraph(prose) if index == 0 => {
                let text = prose.text().get(..length).unwrap_or_default().trim().to_owned();
                draft.left_out.push(LeftOut { text, reason: LeftOutReason::CopiesLabel });
                Some(prose.part(length..prose.text().len()))
            }
            Piece::Paragraph(prose) if !ended && is_receiver(prose) => Some(prose.clone()),
            Piece::Item(item) if !ended => Some(item.prose.clone()),
            _ => None,
        };
        // A gap right behind the label ends nothing.
        ended |= if piece == Piece::Gap { !draft.copies.is_empty() } else { found.is_none() };
        match found {
            Some(prose) if draft.copies.len() < COPIES => {
                draft.copies.extend(Some(prose).filter(Prose::has_words));
            }
            Some(_) | None => kept.push(piece),
        }
    }
    pieces.extend(kept);
}

/// The length of `نسخة منه إلى:` at the start of a line.
fn label_length(text: &str) -> Option<usize> {
    let words = crate::arabic::fold::words(text);
    let label = LABELS.iter().find(|label| fold(text).starts_with(**label))?;
    let last = words.get(label.split(' ').count() - 1)?;
    let rest = text.get(last.range.end..)?;
    let marks = rest.len() - rest.trim_start_matches([':', ' ', '/', '-', '–', '\u{A0}']).len();
    Some(last.range.end + marks)
}

/// True of a line that may name somebody who gets a copy.
fn is_receiver(prose: &Prose) -> bool {
    let text = prose.text().trim();
    (1..=20).contains(&prose.count()) && !text.starts_with('#')
}

/// Takes lines of hashtags out of a text and notes all hashtags as tags. Those inside a sentence stay
/// in it too.
pub(super) fn take_tags(pieces: &mut Vec<Piece>, draft: &mut Draft) {
    pieces.retain_mut(|piece| {
        let Piece::Paragraph(prose) = piece else { return true };
        let text = prose.text().to_owned();
        if !text.contains('#') {
            return true;
        }
        let found = tokens(&text);
        let tags: Vec<_> = found.iter().filter(|token| token.kind == TokenKind::Hashtag).collect();
        // Those behind the last sentence, with nothing else among them.
        let trailing = tags.iter().rev().fold(text.trim_end().len(), |end, tag| {
            let between = text.get(tag.range.end..end).unwrap_or("x");
            if between.trim_matches([' ', '،', ',', '|', '-']).is_empty() { tag.range.start } else { end }
        });
        let before = draft.tags.len();
        for tag in &tags {
            let name = text.get(tag.range.clone()).unwrap_or_default().trim_start_matches('#').replace('_', " ");
            if !draft.tags.contains(&name) && draft.tags.len() < TAGS {
                draft.tags.push(name);
            }
        }
        // A hashtag that comes again, or one too many, stays in its line.
        if draft.tags.len() - before == tags.len() {
            *prose = prose.part(0..trailing);
        }
        prose.has_words()
    });
}
