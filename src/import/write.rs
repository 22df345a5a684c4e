//! A report that was made out, as TOML: each guess with a note before it.

use super::draft::{Draft, DraftBlock, DraftContent, DraftDays, DraftItem};
use super::piece::RawPicture;
use super::prose::Prose;
use super::{ImportSurroundings, ImportedPicture, ImportedReport, LeftOut, MadeOut, by_reason};
use crate::arabic::CivilDate;
use crate::hash::sha512;
use crate::report::limits::BLOCKS;
use crate::report::quoted;
use crate::words::{ImportGuess, ImportPhrase, Lang, LeftOutReason};

/// The most characters of an excerpt.
const EXCERPT: usize = 50;
/// The most bytes of paragraphs that are put into one block.
const MERGED: usize = 20_000;

/// Writes a report.
pub(super) fn write(mut draft: Draft, surroundings: &ImportSurroundings) -> ImportedReport {
    let date = surroundings.date.or(draft.date).unwrap_or(surroundings.today);
    let guesses = std::mem::take(&mut draft.guesses);
    let left_out = std::mem::take(&mut draft.left_out);
    let (pictures, alts) = pictures(std::mem::take(&mut draft.pictures), &surroundings.pictures);
    let paths = pictures.iter().map(|picture| picture.path.clone());
    let photos = paths.zip(alts).collect();
    let mut writer = TomlWriter { lang: surroundings.lang, text: String::new(), guesses, left_out, photos };
    writer.head(&draft, surroundings, date);
    writer.event(&draft);
    writer.body(&draft.body);
    let source = surroundings.source.clone();
    let TomlWriter { text, guesses, left_out, .. } = writer;
    let toml = notes(&source, surroundings.lang, &guesses, &left_out) + &text;
    ImportedReport { toml, pictures, date, guesses, left_out }
}

/// The pictures with the names that they get, and their descriptions.
fn pictures(raw: Vec<RawPicture>, prefix: &str) -> (Vec<ImportedPicture>, Vec<Option<String>>) {
    let named = |picture: RawPicture| {
        let hash = sha512(&picture.bytes);
        let path = format!("{prefix}-{}.{}", hash.get(..12).unwrap_or_default(), picture.ending);
        (ImportedPicture { path, bytes: picture.bytes }, picture.alt)
    };
    raw.into_iter().map(named).unzip()
}

/// The notes at the top of the file: where it came from, and all that is not in it.
fn notes(source: &str, lang: Lang, guesses: &[MadeOut], left_out: &[LeftOut]) -> String {
    let mut notes = comment(&ImportPhrase::Head { source: source.to_owned() }.text(lang));
    for made in guesses.iter().filter(|made| made.field.is_empty() || made.field == source) {
        notes.push_str(&comment(&format!("{}{}", ImportPhrase::GuessMark.text(lang), made.guess.text(lang))));
    }
    for (reason, texts) in by_reason(left_out) {
        let mark = ImportPhrase::LeftOutMark.text(lang);
        notes.push_str(&comment(&format!("{mark}{}: {}", reason.text(lang), texts.join(" | "))));
    }
    notes
}

fn comment(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() || c == '\u{2028}' { ' ' } else { c }).collect();
    format!("# {}\n", line.trim_end())
}

/// The beginning of a text, whole words of it.
#[must_use]
pub fn excerpt(text: &str) -> String {
    let line = text.replace(['\n', '\u{2028}'], " ");
    match line.char_indices().nth(EXCERPT) {
        None => line,
        Some((end, _)) => {
            let cut = line.get(..end).unwrap_or_default();
            let words = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
            format!("{words}…")
        }
    }
}

struct TomlWriter {
    lang: Lang,
    text: String,
    guesses: Vec<MadeOut>,
    left_out: Vec<LeftOut>,
    /// The pictures' paths and descriptions.
    photos: Vec<(String, Option<String>)>,
}

impl TomlWriter {
    fn head(&mut self, draft: &Draft, surroundings: &ImportSurroundings, date: CivilDate) {
        self.line("schema = 1");
        self.line("status = \"draft\"");
        match (surroundings.date, draft.date) {
            (None, None) => self.guess("date", &date.iso(), ImportGuess::Today),
            (None, Some(_)) => self.guess("date", &date.iso(), ImportGuess::IssueDate),
            (Some(_), _) => {}
        }
        self.line(&format!("date = {}", date.iso()));
        if let Some(language) = draft.language {
            self.guess("language", language.tag(), ImportGuess::Language);
            self.key("language", language.tag());
        }
        self.title(draft);
        if !draft.preamble.is_empty() {
            let all: Vec<String> = draft.preamble.iter().map(|prose| self.markup(prose)).collect();
            let all = all.join("\n\n");
            self.guess("preamble", &all, ImportGuess::Preamble);
            self.key("preamble", &all);
        }
        self.texts("tags", &draft.tags, ImportGuess::Tags);
        let copies: Vec<String> = draft.copies.iter().map(|prose| self.markup(prose)).collect();
        self.texts("copies", &copies, ImportGuess::Copies);
    }

    fn title(&mut self, draft: &Draft) {
        let title = match &draft.title {
            Some(title) => {
                let title = self.markup(title);
                self.guess("title", &title, ImportGuess::Title);
                title
            }
            None => {
                let stand_in = ImportPhrase::StandInTitle.text(self.lang);
                self.guess("title", &stand_in, ImportGuess::NoTitle);
                stand_in
            }
        };
        self.key("title", &title);
        if let Some(slogan) = &draft.slogan {
            let slogan = self.markup(slogan);
            self.guess("slogan", &slogan, ImportGuess::Slogan);
            self.key("slogan", &slogan);
        } else if let Some(slogan) = &draft.other_slogan {
            self.guess("slogan", slogan, ImportGuess::SloganInSentence);
            let slogan = format!("slogan = {}", quoted(&Prose::plain(slogan).markup().0));
            self.text.push_str(&comment(&slogan));
        }
    }

    fn event(&mut self, draft: &Draft) {
        if draft.days.is_none() && draft.place.is_none() && draft.other_days.is_empty() {
            return;
        }
        // Without a key of its own the table is a note too.
        let is_there = draft.days.is_some() || draft.place.is_some();
        self.line(if is_there { "\n[event]" } else { "\n# [event]" });
        match draft.days {
            Some(DraftDays::Day(day)) => {
                self.guess("event.date", &day.iso(), ImportGuess::EventDay);
                self.line(&format!("date = {}", day.iso()));
            }
            Some(DraftDays::Span(start, end)) => {
                let span = format!("{} – {}", start.iso(), end.iso());
                self.guess("event.start", &span, ImportGuess::EventDay);
                self.line(&format!("start = {}\nend = {}", start.iso(), end.iso()));
            }
            None => {}
        }
        for day in &draft.other_days {
            self.guess("event.date", &day.iso(), ImportGuess::OtherDay);
            self.line(&format!("# date = {}", day.iso()));
        }
        if let Some(place) = &draft.place {
            let place = Prose::plain(place).markup().0;
            self.guess("event.place", &place, ImportGuess::Place);
            self.key("place", &place);
        }
    }

    fn body(&mut self, blocks: &[DraftBlock]) {
        let mut rest = blocks;
        let mut number = 0;
        while let Some((first, after)) = rest.split_first() {
            number += 1;
            self.line("\n[[body]]");
            let merged = if blocks.len() > BLOCKS { mergeable(rest) } else { 1 };
            if merged > 1 {
                let paragraphs: Vec<String> =
                    rest.iter().take(merged).filter_map(DraftBlock::prose).map(|prose| self.markup(prose)).collect();
                self.key("paragraph", &paragraphs.join("\n\n"));
            } else {
                self.block(first, number);
            }
            rest = after.get(merged - 1..).unwrap_or_default();
        }
    }

    fn block(&mut self, block: &DraftBlock, number: usize) {
        let field = |key: &str| format!("body[{number}].{key}");
        match &block.content {
            DraftContent::Paragraph(prose) => {
                let text = self.markup(prose);
                self.guess_of(block, &field("paragraph"), &text);
                self.key("paragraph", &text);
            }
            DraftContent::Heading { level, prose } => {
                let text = self.markup(prose);
                self.guess_of(block, &field("heading"), &text);
                self.key("heading", &text);
                if *level > 1 {
                    self.line("level = 2");
                }
            }
            DraftContent::Photo(index) => self.photo(*index, &field("alt")),
            DraftContent::Quote { prose, speaker } => {
                let text = self.markup(prose);
                let told = [Some(speaker.speaker.as_str()), speaker.role.as_deref()].into_iter().flatten();
                let told = told.collect::<Vec<_>>().join("، ");
                self.key("quote", &text);
                self.guess_of(block, &field("speaker"), &told);
                self.key("speaker", &Prose::plain(&speaker.speaker).markup().0);
                if let Some(role) = &speaker.role {
                    self.key("role", &Prose::plain(role).markup().0);
                }
            }
            DraftContent::List { ordered, items } => self.list(block, &field("list"), *ordered, items),
            DraftContent::Table { caption, heads, rows } => {
                let (heads, rows) = (self.cells(heads), rows.iter().map(|row| self.cells(row)).collect::<Vec<_>>());
                self.guess_of(block, &field("table"), &heads);
                if let Some(caption) = caption {
                    let caption = self.markup(caption);
                    self.key("caption", &caption);
                }
                self.line("[body.table]");
                self.line(&format!("columns = {heads}"));
                let rows: String = rows.iter().map(|row| format!("  {row},\n")).collect();
                self.line(&format!("rows = [\n{rows}]"));
            }
        }
    }

    fn list(&mut self, block: &DraftBlock, field: &str, ordered: bool, items: &[DraftItem]) {
        let first = items.first().map(|item| item.prose.text().to_owned()).unwrap_or_default();
        self.guess_of(block, field, &first);
        self.line("list = [");
        for item in items {
            let words = quoted(&self.markup(&item.prose));
            if item.items.is_empty() {
                self.line(&format!("  {words},"));
            } else {
                let inner = self.cells(&item.items);
                let ordered = if item.ordered { ", ordered = true" } else { "" };
                self.line(&format!("  {{ item = {words}, list = {inner}{ordered} }},"));
            }
        }
        self.line("]");
        if ordered {
            self.line("ordered = true");
        }
    }

    fn photo(&mut self, index: usize, field: &str) {
        let Some((path, alt)) = self.photos.get(index).cloned() else { return };
        self.key("photo", &path);
        let (alt, guess) = match alt {
            Some(alt) => (alt, ImportGuess::Alt),
            None => (ImportPhrase::StandInAlt.text(self.lang), ImportGuess::NoAlt),
        };
        self.guess(field, &alt, guess);
        self.key("alt", &alt);
    }

    fn cells(&mut self, cells: &[Prose]) -> String {
        let all: Vec<String> = cells.iter().map(|cell| quoted(&self.markup(cell))).collect();
        format!("[{}]", all.join(", "))
    }

    fn texts(&mut self, key: &str, texts: &[String], guess: ImportGuess) {
        if texts.is_empty() {
            return;
        }
        self.guess(key, &texts.join("، "), guess);
        let all: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
        self.line(&format!("{key} = [{}]", all.join(", ")));
    }

    fn key(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {}", quoted(value)));
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn guess_of(&mut self, block: &DraftBlock, field: &str, value: &str) {
        if let Some(guess) = &block.guess {
            self.guess(field, value, guess.clone());
        }
    }

    fn guess(&mut self, field: &str, value: &str, guess: ImportGuess) {
        let note = format!("{}{}", ImportPhrase::GuessMark.text(self.lang), guess.text(self.lang));
        self.text.push_str(&comment(&note));
        self.guesses.push(MadeOut { field: field.to_owned(), excerpt: excerpt(value), guess });
    }

    fn markup(&mut self, prose: &Prose) -> String {
        let (text, whole) = prose.markup();
        if !whole {
            self.left_out.push(LeftOut { text: excerpt(prose.text()), reason: LeftOutReason::Emphasis });
        }
        text
    }
}

impl DraftBlock {
    /// The words of a paragraph that nothing was guessed of.
    fn prose(&self) -> Option<&Prose> {
        match (&self.content, &self.guess) {
            (DraftContent::Paragraph(prose), None) => Some(prose),
            _ => None,
        }
    }
}

/// How many paragraphs from the first on may be put into one block.
fn mergeable(blocks: &[DraftBlock]) -> usize {
    let mut bytes = 0;
    let fits = |block: &&DraftBlock| {
        bytes += block.prose().map_or(MERGED, |prose| prose.text().len());
        bytes < MERGED
    };
    blocks.iter().take_while(fits).count().max(1)
}
