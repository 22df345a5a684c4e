//! Running text with its marks beside it, so that it can be cut anywhere; and as a report writes it.

use std::ops::Range;

use crate::arabic::fold::count_words;
use crate::report::{Inline, can_follow, marked};

/// A forced line break, as reports have it inside.
pub(super) const BREAK: char = '\u{2028}';

/// A paragraph of plain words, and where they are strong, stressed or linked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Prose {
    text: String,
    marks: Vec<ProseMark>,
}

/// Words of a kind of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ProseMark {
    pub(super) range: Range<usize>,
    pub(super) kind: ProseMarkKind,
}

/// The kinds of mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ProseMarkKind {
    Strong,
    Emph,
    /// To an address.
    Link(String),
}

/// A stretch of one look.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look<'p> {
    strong: bool,
    emph: bool,
    link: Option<&'p str>,
}

impl Prose {
    /// A text without marks.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), marks: Vec::new() }
    }

    /// A text in which marks are written as reports write them.
    pub(super) fn of_markup(text: &str) -> Self {
        let mut prose = Self::default();
        prose.push_inline(&marked(text).content);
        prose
    }

    fn push_inline(&mut self, parts: &[Inline]) {
        for part in parts {
            let start = self.text.len();
            let (kind, content) = match part {
                Inline::Text { text } => {
                    self.text.push_str(text);
                    continue;
                }
                Inline::Break => {
                    self.text.push(BREAK);
                    continue;
                }
                Inline::Strong { content } => (ProseMarkKind::Strong, content),
                Inline::Emph { content } => (ProseMarkKind::Emph, content),
                Inline::Link { url, content } => (ProseMarkKind::Link(url.clone()), content),
            };
            self.push_inline(content);
            self.marks.push(ProseMark { range: start..self.text.len(), kind });
        }
    }

    /// The words alone.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The same words with marks.
    pub(super) fn marked_by(mut self, marks: Vec<ProseMark>) -> Self {
        self.marks = marks;
        self
    }

    /// Adds words with their marks.
    pub(super) fn push(&mut self, text: &str, kinds: &[ProseMarkKind]) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        for kind in kinds {
            let range = start..self.text.len();
            match self.marks.iter_mut().rfind(|mark| mark.range.end == start && mark.kind == *kind) {
                Some(mark) => mark.range.end = range.end,
                None => self.marks.push(ProseMark { range, kind: kind.clone() }),
            }
        }
    }

    /// Adds another paragraph behind a space.
    pub(super) fn join(&mut self, other: &Self, between: &str) {
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push_str(between);
        }
        let start = self.text.len();
        self.text.push_str(&other.text);
        let moved = other
            .marks
            .iter()
            .map(|mark| ProseMark { range: mark.range.start + start..mark.range.end + start, kind: mark.kind.clone() });
        self.marks.extend(moved);
    }

    /// A part of it, without the spaces around.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let cut = self.text.get(range.clone()).unwrap_or_default();
        let space = |c: char| c.is_whitespace() && c != '\u{A0}';
        let start = range.start + (cut.len() - cut.trim_start_matches(space).len());
        let text = cut.trim_matches(space).to_owned();
        let end = start + text.len();
        let marks = self.marks.iter().filter_map(|mark| {
            let (from, to) = (mark.range.start.max(start), mark.range.end.min(end));
            (from < to).then(|| ProseMark { range: from - start..to - start, kind: mark.kind.clone() })
        });
        Self { marks: marks.collect(), text }
    }

    /// True if it has a word or a number.
    pub(super) fn has_words(&self) -> bool {
        self.text.contains(char::is_alphanumeric)
    }

    /// The number of its words.
    pub(super) fn count(&self) -> usize {
        count_words(&self.text)
    }

    /// True if all of it is strong.
    pub(super) fn is_all_strong(&self) -> bool {
        let is_whole = |mark: &ProseMark| mark.range.start == 0 && mark.range.end >= self.text.trim_end().len();
        self.has_words() && self.marks.iter().any(|mark| mark.kind == ProseMarkKind::Strong && is_whole(mark))
    }

    /// The same without its marks, but for links.
    pub(super) fn without_stress(mut self) -> Self {
        self.marks.retain(|mark| matches!(mark.kind, ProseMarkKind::Link(_)));
        self
    }

    /// As a report writes it, and true if all its marks are there.
    ///
    /// What a report would read otherwise than it was meant is written without marks.
    pub(super) fn markup(&self) -> (String, bool) {
        let plain = || escaped(&self.text);
        if self.marks.is_empty() {
            return (plain(), true);
        }
        let written = self.written();
        let read = Self::of_markup(&written.replace("\\\n", "\u{2028}"));
        let same = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        if same(&read.text) == same(&self.text) { (written, true) } else { (plain(), false) }
    }

    fn written(&self) -> String {
        let mut out = String::with_capacity(self.text.len() + 8 * self.marks.len());
        let stretches = self.stretches();
        for of_link in stretches.chunk_by(|(one, _), (next, _)| one.link == next.link) {
            let link = of_link.first().and_then(|(look, _)| look.link);
            let mut shown = String::new();
            for strong in of_link.chunk_by(|(one, _), (next, _)| one.strong == next.strong) {
                let mut inside = String::new();
                for (look, range) in strong {
                    let text = escaped(self.text.get(range.clone()).unwrap_or_default());
                    inside.push_str(&between(&text, stars(look.emph, "*")));
                }
                let is_strong = strong.first().is_some_and(|(look, _)| look.strong);
                shown.push_str(&between(&inside, stars(is_strong, "**")));
            }
            out.push_str(&match link {
                Some(url) => between(&shown, ["[", &format!("]({url})")]),
                None => shown,
            });
        }
        out
    }

    /// The text by its looks; a mark that begins or ends inside a word is that of the whole word.
    fn stretches(&self) -> Vec<(Look<'_>, Range<usize>)> {
        let marks: Vec<(Range<usize>, &ProseMarkKind)> =
            self.marks.iter().map(|mark| (self.whole_words(&mark.range), &mark.kind)).collect();
        let mut cuts: Vec<usize> = marks.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
        cuts.extend([0, self.text.len()]);
        cuts.sort_unstable();
        cuts.dedup();
        let look = |at: usize| {
            let mut look = Look { strong: false, emph: false, link: None };
            for (range, kind) in marks.iter().filter(|(range, _)| range.contains(&at)) {
                debug_assert!(!range.is_empty());
                match kind {
                    ProseMarkKind::Strong => look.strong = true,
                    ProseMarkKind::Emph => look.emph = true,
                    ProseMarkKind::Link(url) => look.link = Some(url.as_str()).filter(|url| can_follow(url)),
                }
            }
            look
        };
        let ranges = cuts.iter().zip(cuts.iter().skip(1)).map(|(&start, &end)| start..end);
        ranges.map(|range| (look(range.start), range)).collect()
    }

    fn whole_words(&self, range: &Range<usize>) -> Range<usize> {
        let is_inside = |c: char| c.is_alphanumeric() || crate::arabic::letters::is_tashkeel(c);
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let body = self.text.get(range.clone()).unwrap_or_default();
        let before = if body.starts_with(is_inside) { head.len() - head.trim_end_matches(is_inside).len() } else { 0 };
        let after = if body.ends_with(is_inside) { tail.len() - tail.trim_start_matches(is_inside).len() } else { 0 };
        range.start - before..range.end + after
    }
}

/// The marks around words of a look, if they have it.
fn stars(has_look: bool, mark: &str) -> [&str; 2] {
    if has_look { [mark, mark] } else { ["", ""] }
}

/// A text between marks, which stand right at its letters.
fn between(text: &str, [open, close]: [&str; 2]) -> String {
    let inside = text.trim();
    if open.is_empty() || inside.is_empty() {
        return text.to_owned();
    }
    let start = text.len() - text.trim_start().len();
    let (head, tail) = (&text[..start], &text[start + inside.len()..]);
    format!("{head}{open}{inside}{close}{tail}")
}

/// A plain text so that a report prints each of its characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let has_link = text.contains("](");
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let is_mark = match c {
            '*' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()) || before == '\\',
            '[' | ']' => has_link || before == '\\',
            _ => false,
        };
        match c {
            BREAK => out.push_str("\\\n"),
            c => {
                out.push_str(if is_mark { "\\" } else { "" });
                out.push(c);
            }
        }
        before = c;
    }
    out
}
