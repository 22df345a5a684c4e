//! The inline subset of CommonMark: strong, emphasis, links. Whatever else a text contains prints
//! as it stands.
//!
//! The parser sees a copy of the text in which everything outside the subset is masked by another
//! mark of the same length, behind a word that makes it a paragraph whatever it begins with. What
//! is kept is cut from the text itself, so that no character of the author's can be lost: entities,
//! tags, list marks, backticks.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::report::source::paragraph::BREAK;

use super::inline::{Inline, Text};
use super::web;

/// A lead that makes every text a paragraph.
const LEAD: &str = "x ";
/// Parts inside parts; deeper marks print as they stand.
const DEPTH: usize = 8;

/// A text and the addresses of links in it that cannot be followed; those print as they stand.
pub(crate) fn parse(text: &str) -> (Text, Vec<String>) {
    if !text.contains(['*', '_', '[', BREAK]) {
        return (Text::from_plain(text), Vec::new());
    }
    let masked = mask(text);
    let mut builder = Builder::new(text);
    for (event, span) in Parser::new_ext(&masked, Options::empty()).into_offset_iter() {
        if span.end <= LEAD.len() {
            continue;
        }
        let span = span.start.saturating_sub(LEAD.len())..span.end - LEAD.len();
        match event {
            Event::Start(Tag::Strong) => builder.open(MarkKind::Strong, span, 2),
            Event::Start(Tag::Emphasis) => builder.open(MarkKind::Emph, span, 1),
            Event::Start(Tag::Link { dest_url, .. }) => builder.link(&dest_url, span),
            Event::Start(Tag::Paragraph) | Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
            Event::End(_) => builder.close(span),
            _ => builder.leaf(span),
        }
    }
    builder.finish()
}

/// The text behind [`LEAD`], with every mark outside the subset made harmless.
fn mask(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut masked = format!("{LEAD}{text}").into_bytes();
    let out = &mut masked[LEAD.len()..];
    for (at, byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1);
        let harmful = match byte {
            b'`' | b'<' | b'&' => true,
            b'!' => next == Some(&b'['),
            b'\\' => !matches!(next, Some(b'*' | b'_' | b'[' | b']')),
            _ => false,
        };
        if harmful {
            out[at] = b'\'';
        }
        if *byte == b'!' && harmful {
            out[at + 1] = b'\'';
        }
    }
    mask_stars(text, out);
    String::from_utf8(masked).unwrap_or_else(|_| format!("{LEAD}{text}"))
}

/// Masks stars inside words and between digits: `10*20*30` is a size, not stress.
fn mask_stars(text: &str, out: &mut [u8]) {
    let mut rest = 0;
    while let Some(start) = text[rest..].find('*').map(|at| rest + at) {
        let end = start + text[start..].find(|c| c != '*').unwrap_or(text.len() - start);
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let both = |test: fn(char) -> bool| before.is_some_and(test) && after.is_some_and(test);
        if both(char::is_numeric) || (end - start == 1 && both(char::is_alphanumeric)) {
            out[start..end].fill(b'\'');
        }
        rest = end;
    }
}

enum MarkKind {
    Strong,
    Emph,
    Link,
    /// Marks that print as they stand.
    Literal,
}

struct Builder<'t> {
    text: &'t str,
    /// All before this is in the result or was a mark.
    cursor: usize,
    open: Vec<(MarkKind, Vec<Inline>)>,
    top: Vec<Inline>,
    refused: Vec<String>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, cursor: 0, open: Vec::new(), top: Vec::new(), refused: Vec::new() }
    }

    fn open(&mut self, kind: MarkKind, span: Range<usize>, marks: usize) {
        self.catch_up(span.start);
        let kind = if self.open.len() >= DEPTH { MarkKind::Literal } else { kind };
        if matches!(kind, MarkKind::Literal) {
            self.push(span.start..span.start + marks);
        }
        self.open.push((kind, Vec::new()));
        self.cursor = self.cursor.max(span.start + marks);
    }

    fn link(&mut self, url: &str, span: Range<usize>) {
        if web::can_follow(url) {
            self.open(MarkKind::Link, span, 1);
        } else {
            self.refused.push(url.to_owned());
            self.open(MarkKind::Literal, span, 1);
        }
    }

    fn close(&mut self, span: Range<usize>) {
        let Some((kind, content)) = self.open.pop() else { return };
        let tail = self.cursor.min(span.end)..span.end;
        self.cursor = span.end;
        let part = match kind {
            MarkKind::Strong => Inline::Strong { content },
            MarkKind::Emph => Inline::Emph { content },
            MarkKind::Link => self.linked(tail, content),
            MarkKind::Literal => {
                self.list().extend(content);
                self.push(tail);
                return;
            }
        };
        self.list().push(part);
    }

    /// The address is cut from the text, since the parser saw it masked.
    fn linked(&self, tail: Range<usize>, mut content: Vec<Inline>) -> Inline {
        let tail = self.text.get(tail).unwrap_or_default();
        let inside = tail.strip_prefix("](").and_then(|tail| tail.strip_suffix(')')).unwrap_or_default();
        let url = inside.split_whitespace().next().unwrap_or_default().to_owned();
        if content.is_empty() {
            content.push(Inline::Text { text: url.clone() });
        }
        Inline::Link { url, content }
    }

    fn leaf(&mut self, span: Range<usize>) {
        self.catch_up(span.start);
        let start = span.start.max(self.cursor);
        if start < span.end {
            self.push(start..span.end);
            self.cursor = span.end;
        }
    }

    /// Keeps what the parser passed over, but for the backslash of an escape.
    fn catch_up(&mut self, to: usize) {
        if self.cursor < to {
            let span = self.cursor..to;
            if self.text.get(span.clone()) != Some("\\") {
                self.push(span);
            }
            self.cursor = to;
        }
    }

    fn list(&mut self) -> &mut Vec<Inline> {
        self.open.last_mut().map_or(&mut self.top, |(_, content)| content)
    }

    fn push(&mut self, span: Range<usize>) {
        let text = self.text.get(span).unwrap_or_default();
        let list = self.list();
        for (index, piece) in text.split(BREAK).enumerate() {
            if index > 0 {
                trim_last(list);
                list.push(Inline::Break);
            }
            let broken = matches!(list.last(), Some(Inline::Break));
            let piece = if broken { piece.trim_start_matches(' ') } else { piece };
            match list.last_mut() {
                _ if piece.is_empty() => {}
                Some(Inline::Text { text }) => text.push_str(piece),
                _ => list.push(Inline::Text { text: piece.to_owned() }),
            }
        }
    }

    fn finish(mut self) -> (Text, Vec<String>) {
        self.catch_up(self.text.len());
        while let Some((_, content)) = self.open.pop() {
            self.list().extend(content);
        }
        (Text { content: self.top }, self.refused)
    }
}

/// Takes the spaces before a forced break away.
fn trim_last(list: &mut Vec<Inline>) {
    if let Some(Inline::Text { text }) = list.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
        if text.is_empty() {
            list.pop();
        }
    }
}

#[cfg(test)]
#[path = "markup_tests.rs"]
mod tests;
