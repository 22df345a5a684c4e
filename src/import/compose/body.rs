//! The body of a report: paragraphs, headings, quotations, lists and tables.

use super::super::draft::{Draft, DraftBlock, DraftContent, DraftItem};
use super::super::piece::{Item, Piece, RawTable};
use super::super::prose::Prose;
use super::super::speech::{self, Person, Speakers, SpeechPart};
use crate::report::limits::{COLUMNS, ITEMS, ROWS};
use crate::words::{ImportGuess, SpeakerTold};

/// The most words of a lone line that is a heading.
const LONGEST_HEADING: usize = 8;
/// The fewest words of a paragraph under a heading.
const LONG: usize = 12;
/// Paragraphs that one quotation may go on over.
const FURTHER: usize = 6;

/// Makes the blocks of the body.
pub(super) fn fill(pieces: &[Piece], draft: &mut Draft) {
    let mut builder = BodyBuilder { pieces, speakers: Speakers::default(), announced: None, blocks: Vec::new() };
    for prose in draft.title.iter().chain(&draft.preamble) {
        builder.speakers.heard(prose.text());
    }
    let mut at = 0;
    while at < pieces.len() {
        at += builder.take(at).max(1);
    }
    draft.body = builder.blocks;
}

struct BodyBuilder<'p> {
    pieces: &'p [Piece],
    speakers: Speakers,
    /// The speaker whose words come next.
    announced: Option<(Person, SpeakerTold)>,
    blocks: Vec<DraftBlock>,
}

impl BodyBuilder<'_> {
    /// Makes blocks of the piece at a place, and of those that belong to it; says how many.
    fn take(&mut self, at: usize) -> usize {
        match self.pieces.get(at) {
            Some(Piece::Paragraph(prose)) if prose.has_words() => self.paragraph(at, prose),
            Some(Piece::Heading { told, level, prose }) if prose.has_words() => {
                let content = DraftContent::Heading { level: *level, prose: prose.clone().without_stress() };
                let guess = (!told).then_some(ImportGuess::Heading);
                self.blocks.push(DraftBlock { content, guess });
                1
            }
            Some(Piece::Item(_)) => self.items(at),
            Some(Piece::Table(table)) => {
                self.table(table);
                1
            }
            Some(Piece::Picture(index)) => {
                self.blocks.push(DraftBlock::told(DraftContent::Photo(*index)));
                1
            }
            _ => 1,
        }
    }

    fn paragraph(&mut self, at: usize, prose: &Prose) -> usize {
        if self.is_heading(at, prose) {
            let content = DraftContent::Heading { level: 1, prose: prose.clone().without_stress() };
            self.blocks.push(DraftBlock::guessed(content, ImportGuess::Heading));
            return 1;
        }
        if let Some((person, told)) = self.announced.take()
            && (speech::opens(prose.text()) || !speech::begins_with_lead(prose.text()))
        {
            self.blocks.push(DraftBlock::quote(prose.clone(), person.clone(), told));
            self.speakers.heard(prose.text());
            return 1 + self.goes_on(at, prose.text(), &person);
        }
        let found = speech::speech(prose.text(), &mut self.speakers);
        let mut last = None;
        for part in found.parts {
            match part {
                SpeechPart::Text(range) => {
                    let text = prose.part(range);
                    if text.has_words() {
                        self.blocks.push(DraftBlock::paragraph(text));
                    }
                    last = None;
                }
                SpeechPart::Quote { range, speaker, told } => {
                    let words = prose.part(range);
                    last = Some((words.text().to_owned(), speaker.clone()));
                    self.blocks.push(DraftBlock::quote(words, speaker, told));
                }
            }
        }
        self.announced = found.announced;
        match last {
            Some((text, person)) => 1 + self.goes_on(at, &text, &person),
            None => 1,
        }
    }

    /// Takes the paragraphs over which a quotation goes on whose mark isn't closed in its own; says how
    /// many pieces these are.
    fn goes_on(&mut self, at: usize, text: &str, person: &Person) -> usize {
        let Some(close) = speech::left_open(text) else { return 0 };
        let after = self.pieces.get(at + 1..).unwrap_or_default();
        let near = after.iter().take(2 * FURTHER);
        let closes = |piece: &Piece| {
            piece.paragraph().is_some_and(|prose| prose.text().trim_end_matches(['.', ' ']).ends_with(close))
        };
        let Some(end) = near.clone().position(closes) else { return 0 };
        let of_it = after.get(..=end).unwrap_or_default();
        let plain = |piece: &Piece| match piece {
            Piece::Paragraph(prose) => !speech::begins_with_lead(prose.text()),
            other => *other == Piece::Gap,
        };
        if !of_it.iter().all(plain) {
            return 0;
        }
        for prose in of_it.iter().filter_map(Piece::paragraph) {
            self.blocks.push(DraftBlock::quote(prose.clone(), person.clone(), SpeakerTold::GoesOn));
            self.speakers.heard(prose.text());
        }
        of_it.len()
    }

    /// True if a short line stands alone above something longer.
    fn is_heading(&self, at: usize, prose: &Prose) -> bool {
        let text = prose.text().trim_end();
        let ends = text.ends_with(['.', '،', '؛', ':', '!', '؟', '?', ',', '…', '-', '»', ')']);
        if ends || !(1..=LONGEST_HEADING).contains(&prose.count()) || self.announced.is_some() || text.contains('#') {
            return false;
        }
        let full = |piece: &&Piece| **piece != Piece::Gap;
        let before = self.pieces.get(..at).and_then(|head| head.iter().rfind(full));
        let after = self.pieces.get(at + 1..).and_then(|tail| tail.iter().find(full));
        let is_short = |piece: &Piece| piece.paragraph().is_some_and(|prose| prose.count() <= LONGEST_HEADING);
        let leads = match after {
            Some(Piece::Paragraph(next)) => {
                next.count() >= LONG || (prose.is_all_strong() && !is_short(&Piece::Paragraph(next.clone())))
            }
            Some(Piece::Item(_) | Piece::Table(_)) => true,
            _ => false,
        };
        leads && !before.is_some_and(is_short)
    }

    /// Makes a list of items, or paragraphs of what only looks like one; says how many pieces these are.
    fn items(&mut self, at: usize) -> usize {
        let mut run: Vec<&Item> = Vec::new();
        let mut length = 0;
        for (index, piece) in self.pieces.iter().enumerate().skip(at) {
            match piece {
                Piece::Item(item) if run.last().is_none_or(|last| follows(last, item)) => {
                    run.push(item);
                    length = index + 1 - at;
                }
                Piece::Gap => {}
                _ => break,
            }
        }
        if is_list(&run) {
            self.list(&run);
        } else {
            for item in &run {
                let mut prose = Prose::plain(item.mark.trim());
                prose.join(&item.prose, " ");
                self.blocks.push(DraftBlock::paragraph(prose));
            }
        }
        length
    }

    fn list(&mut self, run: &[&Item]) {
        let least = run.iter().map(|item| item.depth).min().unwrap_or(0);
        let guess = run.iter().any(|item| !item.told).then_some(ImportGuess::List);
        let mut items: Vec<DraftItem> = Vec::new();
        let mut ordered = run.first().is_some_and(|item| item.ordered);
        for item in run {
            let inner = item.depth > least && !items.is_empty();
            match items.last_mut().filter(|_| inner) {
                Some(above) => {
                    above.ordered |= item.ordered;
                    above.items.push(item.prose.clone());
                }
                None => {
                    let changes = item.ordered != ordered && !items.is_empty();
                    if changes || items.len() >= ITEMS {
                        let content = DraftContent::List { ordered, items: std::mem::take(&mut items) };
                        self.blocks.push(DraftBlock { content, guess: guess.clone() });
                    }
                    ordered = item.ordered;
                    items.push(DraftItem { prose: item.prose.clone(), ordered: false, items: Vec::new() });
                }
            }
        }
        self.blocks.push(DraftBlock { content: DraftContent::List { ordered, items }, guess });
    }

    /// A table, its first row as heads; what is too wide for a page becomes lines.
    fn table(&mut self, table: &RawTable) {
        let width = table.rows.first().map_or(0, Vec::len);
        let Some((heads, rows)) = table.rows.split_first() else { return };
        if !(2..=COLUMNS).contains(&width) || rows.is_empty() {
            self.rows_as_lines(table);
            return;
        }
        let guess = Some(if table.told { ImportGuess::TableHead } else { ImportGuess::Table });
        let mut caption = table.caption.clone();
        let (mut heads, mut rows) = (heads, rows);
        while rows.len() > ROWS {
            let (part, rest) = rows.split_at(ROWS);
            let content = DraftContent::Table { caption: caption.take(), heads: heads.to_vec(), rows: part.to_vec() };
            self.blocks.push(DraftBlock { content, guess: guess.clone() });
            let Some((next, more)) = rest.split_first().filter(|(_, more)| !more.is_empty()) else {
                self.rows_as_lines(&RawTable { rows: rest.to_vec(), ..RawTable::default() });
                return;
            };
            (heads, rows) = (next, more);
        }
        let content = DraftContent::Table { caption, heads: heads.to_vec(), rows: rows.to_vec() };
        self.blocks.push(DraftBlock { content, guess });
    }

    fn rows_as_lines(&mut self, table: &RawTable) {
        let is_wide = table.rows.iter().any(|row| row.len() > COLUMNS);
        for row in table.caption.iter().map(std::slice::from_ref).chain(table.rows.iter().map(Vec::as_slice)) {
            let mut line = Prose::default();
            row.iter().filter(|cell| cell.has_words()).for_each(|cell| line.join(cell, " | "));
            if line.has_words() {
                let guess = is_wide.then_some(ImportGuess::WideTable);
                self.blocks.push(DraftBlock { content: DraftContent::Paragraph(line), guess });
            }
        }
    }
}

/// True if an item goes on with the list of the one before.
fn follows(last: &Item, next: &Item) -> bool {
    match (last.number, next.number) {
        (Some(last_number), Some(number)) if !next.told && last.depth == next.depth => number == last_number + 1,
        _ => next.told || last.depth != next.depth || last.ordered == next.ordered,
    }
}

/// True if items are a list: told to be one, or several, and numbered from 1 if they are numbered.
fn is_list(run: &[&Item]) -> bool {
    let begins = run.first().is_some_and(|item| item.number.is_none_or(|number| number == 1));
    run.iter().all(|item| item.told) || (run.len() > 1 && begins)
}
