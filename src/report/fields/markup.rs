//! The inline subset of CommonMark: strong, emphasis, links. Whatever else a text contains prints
//! as it stands.
//!
//! The parser sees a copy of the text in which everything outside the subset is masked by another
//! mark of the same length, behind a word that makes it a paragraph whatever it begins with. What
//! is kept is cut from the text itself, so that no character of the author's can be lost: entities,
//! tags, list marks, backticks.
//!
//! CommonMark lets stars beside punctuation open or close only where a space or other punctuation
//! is on their other side. Arabic writes `و` and the like together with what follows. The rule here
//! is therefore: stars open before whatever is no space and close after whatever is no space;
//! punctuation beside them is masked as a letter. A single star between two letters is none, unless
//! a conjunction or preposition of one letter or the article stands before it. Stars and strokes inside
//! addresses, marks of networks, codes and what is dialled are none either.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::arabic::tokens::{TokenKind, tokens};
use crate::report::source::paragraph::BREAK;

use super::inline::{Inline, Text};
use super::web;

/// A lead that makes every text a paragraph.
const LEAD: &str = "x ";
/// Parts inside parts; deeper marks print as they stand.
const DEPTH: usize = 8;
/// Characters of an address that are looked through for its beginning.
const LONGEST_ADDRESS: usize = 2048;

/// A text and what of its marks prints as it stands.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) text: Text,
    /// The addresses of links that cannot be followed.
    pub(crate) refused: Vec<String>,
    /// Stars that open or close nothing: which of the text's stars they begin with, from 0.
    pub(crate) unpaired: Vec<usize>,
}

/// The text that one with marks stands for.
#[must_use]
pub fn marked(text: &str) -> Text {
    parse(text).text
}

/// Reads the marks of a text.
pub(crate) fn parse(text: &str) -> Parsed {
    if !text.contains(['*', '_', '[', BREAK]) {
        return Parsed { text: Text::from_plain(text), refused: Vec::new(), unpaired: Vec::new() };
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
    builder.finish(&masked)
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
    for token in tokens(text).into_iter().filter(|token| is_kept(token.kind)) {
        for at in token.range.filter(|&at| matches!(bytes[at], b'*' | b'_')) {
            if at == 0 || bytes[at - 1] != b'\\' {
                out[at] = b'\'';
            }
        }
    }
    for run in star_runs(text) {
        mask_stars(text, run, out);
    }
    String::from_utf8(masked).unwrap_or_else(|_| format!("{LEAD}{text}"))
}

/// True of pieces whose stars and strokes are their own: `https://a.iq/_b_`, `*123#`.
fn is_kept(kind: TokenKind) -> bool {
    kind.is_address() || matches!(kind, TokenKind::Phone | TokenKind::Code)
}

/// The stars of a text, those that stand together as one.
fn star_runs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find('*')?;
        let length = text[start..].find(|c| c != '*').unwrap_or(text.len() - start);
        from = start + length;
        Some(start..from)
    })
}

/// Masks stars inside words and between digits, `10*20*30` is a size, not stress; else the
/// punctuation beside them.
fn mask_stars(text: &str, run: Range<usize>, out: &mut [u8]) {
    let (head, tail) = (&text[..run.start], &text[run.end..]);
    let (before, after) = (head.chars().next_back(), tail.chars().next());
    let both = |test: fn(char) -> bool| before.is_some_and(test) && after.is_some_and(test);
    if both(char::is_numeric) || (run.len() == 1 && both(char::is_alphanumeric) && !is_joined(head)) {
        out[run].fill(b'\'');
        return;
    }
    if let Some(c) = before.filter(|&c| is_beside(c) && !(c == ')' && closes_link(head))) {
        mask_letter(&mut out[run.start - c.len_utf8()..run.start]);
    }
    if let Some(c) = after.filter(|&c| is_beside(c)) {
        mask_letter(&mut out[run.end..run.end + c.len_utf8()]);
    }
}

/// Punctuation that stars stick to; not that of marks.
fn is_beside(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && c != BREAK && !matches!(c, '*' | '_' | '[' | ']' | '\\')
}

/// True if the bracket that a text ends with is that of a link.
fn closes_link(head: &str) -> bool {
    // An address ends where the next bracket closes, so the nearest brackets decide.
    let inside = head.strip_suffix(')').unwrap_or(head);
    let near = inside.char_indices().rev().take(LONGEST_ADDRESS).find(|&(_, c)| matches!(c, '(' | ')'));
    near.is_some_and(|(at, c)| c == '(' && inside[..at].ends_with(']'))
}

/// Puts a letter of the same length in place of a character.
fn mask_letter(out: &mut [u8]) {
    let letter = match out.len() {
        1 => "x",
        2 => "é",
        3 => "ก",
        _ => "𐐀",
    };
    out.copy_from_slice(letter.as_bytes());
}

/// True if a text ends with what Arabic writes together with the next word.
fn is_joined(head: &str) -> bool {
    let word = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let rest = word.trim_start_matches(['و', 'ف']);
    (!word.is_empty() && rest.is_empty()) || matches!(rest, "ب" | "ل" | "ك" | "ال" | "بال" | "كال" | "لل")
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
    /// What is printed as it stands.
    leaves: Vec<Range<usize>>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, cursor: 0, open: Vec::new(), top: Vec::new(), refused: Vec::new(), leaves: Vec::new() }
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
        self.leaves.push(span.clone());
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

    fn finish(mut self, masked: &str) -> Parsed {
        self.catch_up(self.text.len());
        while let Some((_, content)) = self.open.pop() {
            self.list().extend(content);
        }
        let unpaired = self.unpaired(masked);
        Parsed { text: Text { content: self.top, language: None }, refused: self.refused, unpaired }
    }

    /// The stars that were to mark something and are printed: two and more, or one that opens.
    fn unpaired(&self, masked: &str) -> Vec<usize> {
        let stars = masked.get(LEAD.len()..).unwrap_or_default();
        let mut leaves: Vec<&Range<usize>> = self.leaves.iter().collect();
        leaves.sort_by_key(|leaf| leaf.start);
        let mut count = 0;
        let mut found = Vec::new();
        let free = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let around =
            |run: &Range<usize>| (self.text[..run.start].chars().next_back(), self.text[run.end..].chars().next());
        let alone = |run: &Range<usize>| run.len() == 2 && free(around(run).0) && free(around(run).1);
        // Two that stand alone were to mark what is between them: `** نص **`.
        let spaced = star_runs(self.text).filter(alone).count() > 1;
        for run in star_runs(self.text) {
            let (before, after) = around(&run);
            let opens = free(before) || before.is_some_and(|c| matches!(c, '«' | '"' | '“'));
            let meant = if run.len() > 1 {
                !(free(before) && free(after)) || (spaced && alone(&run))
            } else {
                opens && after.is_some_and(char::is_alphanumeric)
            };
            let kept = stars.get(run.clone()).is_some_and(|stars| stars.starts_with('*'));
            let next = leaves.partition_point(|leaf| leaf.start <= run.start);
            let printed = leaves.get(next.wrapping_sub(1)).is_some_and(|leaf| leaf.contains(&run.start));
            let escaped = before == Some('\\');
            if meant && kept && printed && !escaped {
                found.push(count);
            }
            count += run.len();
        }
        found
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
