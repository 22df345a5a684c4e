//! The places of values, headings and comments in a TOML file.

use std::ops::Range;

use toml_parser::decoder::Encoding;
use toml_parser::parser::{EventReceiver, RecursionGuard, parse_document};
use toml_parser::{ErrorSink, Source, Span};

/// Brackets inside brackets; the same as in `toml`, which refuses deeper ones.
const DEPTH: u32 = 80;

/// The bytes of everything in a file that a comment may be about, and of the comments.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// Texts, numbers, lists and tables in braces, by their first byte; what is inside another
    /// comes after it.
    pub(crate) values: Vec<Range<usize>>,
    /// Tables with a heading, from the heading to the next one that is not below it.
    pub(crate) tables: Vec<Range<usize>>,
    /// The comments, in order.
    pub(crate) comments: Vec<Range<usize>>,
}

impl Outline {
    /// The outline of a text, as far as it is TOML.
    pub(crate) fn new(text: &str) -> Self {
        let tokens = Source::new(text).lex().into_vec();
        let mut reader =
            OutlineReader { text, outline: Self::default(), open: Vec::new(), headings: Vec::new(), head: false };
        parse_document(&tokens, &mut RecursionGuard::new(&mut reader, DEPTH), &mut ());
        reader.finish()
    }
}

/// The receiver of the TOML reader's events.
struct OutlineReader<'t> {
    text: &'t str,
    outline: Outline,
    /// The starts of brackets and braces that are not closed yet.
    open: Vec<usize>,
    headings: Vec<Heading<'t>>,
    /// True if keys belong to a heading.
    head: bool,
}

struct Heading<'t> {
    start: usize,
    path: Vec<&'t str>,
}

impl OutlineReader<'_> {
    fn heading(&mut self, span: Span) {
        self.headings.push(Heading { start: span.start(), path: Vec::new() });
        self.head = true;
    }

    fn close(&mut self, span: Span) {
        if let Some(start) = self.open.pop() {
            self.outline.values.push(start..span.end());
        }
    }

    fn finish(mut self) -> Outline {
        let mut open: Vec<Heading<'_>> = Vec::new();
        for heading in self.headings {
            while let Some(last) = open.pop_if(|last| !heading.is_below(last)) {
                self.outline.tables.push(last.start..heading.start);
            }
            open.push(heading);
        }
        let end = self.text.len();
        self.outline.tables.extend(open.into_iter().map(|heading| heading.start..end));
        self.outline.tables.sort_by_key(|table| table.start);
        self.outline.values.sort_by_key(|value| (value.start, std::cmp::Reverse(value.end)));
        self.outline
    }
}

impl Heading<'_> {
    fn is_below(&self, other: &Self) -> bool {
        self.path.len() > other.path.len() && self.path.starts_with(&other.path)
    }
}

impl EventReceiver for OutlineReader<'_> {
    fn std_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.heading(span);
    }

    fn std_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.head = false;
    }

    fn array_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.heading(span);
    }

    fn array_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.head = false;
    }

    fn inline_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.open.push(span.start());
        true
    }

    fn inline_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.close(span);
    }

    fn array_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.open.push(span.start());
        true
    }

    fn array_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.close(span);
    }

    fn simple_key(&mut self, span: Span, _: Option<Encoding>, _: &mut dyn ErrorSink) {
        if let Some(heading) = self.headings.last_mut().filter(|_| self.head) {
            heading.path.extend(self.text.get(span.start()..span.end()));
        }
    }

    fn newline(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.head = false;
    }

    fn scalar(&mut self, span: Span, _: Option<Encoding>, _: &mut dyn ErrorSink) {
        self.outline.values.push(span.start()..span.end());
    }

    fn comment(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.outline.comments.push(span.start()..span.end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces<'t>(text: &'t str, spans: &[Range<usize>]) -> Vec<&'t str> {
        spans.iter().map(|span| &text[span.clone()]).collect()
    }

    #[test]
    fn comments_are_not_looked_for_in_texts() {
        let text = "a = \"# no\" # one\nb = '''\n# no\n''' # two\n# three\nc = \"\"\"\n# no \\\"\"\" # no\n\"\"\"#four";
        let outline = Outline::new(text);
        assert_eq!(pieces(text, &outline.comments), ["# one", "# two", "# three", "#four"]);
        assert_eq!(outline.values.len(), 3);
    }

    #[test]
    fn values_contain_those_inside_them() {
        let text = "\u{FEFF}a = [\n  \"x\", # c\n  { k = 1 },\n]\r\nb.c = 2026-11-20 # d\r\n";
        let outline = Outline::new(text);
        let values = ["[\n  \"x\", # c\n  { k = 1 },\n]", "\"x\"", "{ k = 1 }", "1", "2026-11-20"];
        assert_eq!(pieces(text, &outline.values), values);
        assert_eq!(pieces(text, &outline.comments), ["# c", "# d"]);
    }

    #[test]
    fn a_table_ends_where_another_begins_that_is_not_below_it() {
        let text = "x = 1\n[[body]]\na = 1\n[body.table]\nb = 2\n[[body]]\nc = 3\n[event]\n";
        let tables = Outline::new(text).tables;
        let all = ["[[body]]\na = 1\n[body.table]\nb = 2\n", "[body.table]\nb = 2\n", "[[body]]\nc = 3\n", "[event]\n"];
        assert_eq!(pieces(text, &tables), all);
    }

    #[test]
    fn what_is_no_toml_does_no_harm() {
        for text in ["[[[[", "a = [1, {", "]", "\"\"\"", "[a\n[b]\n# c", &"[".repeat(100_000), &"a=[".repeat(10_000)] {
            Outline::new(text);
        }
    }
}
