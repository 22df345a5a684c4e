//! From a decoded TOML string back to the bytes of the source.

use std::ops::Range;

/// Which bytes of the source gave which bytes of a decoded string.
#[derive(Debug)]
pub(crate) struct Origin {
    /// Pairs of decoded and source offsets where the difference changes; the first is for offset 0.
    turns: Vec<(usize, usize)>,
    decoded: usize,
}

impl Origin {
    /// The origin of `decoded` in the TOML string literal at `span` of `source`; none if they
    /// disagree.
    pub(crate) fn new(source: &str, span: Range<usize>, decoded: &str) -> Option<Self> {
        let literal = source.get(span.clone())?;
        let long = ["\"\"\"", "'''"].iter().any(|quotes| literal.starts_with(quotes));
        let raw = literal.starts_with('\'');
        let mut at = if long { 3 } else { 1 };
        if long {
            let rest = literal.get(at..)?;
            at += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
        }
        let mut origin = Self { turns: vec![(0, span.start + at)], decoded: decoded.len() };
        for (offset, wanted) in decoded.char_indices() {
            at = if raw { at } else { skip_folds(literal, at) };
            origin.turn(offset, span.start + at);
            at += width(literal.get(at..)?, wanted, raw)?;
        }
        Some(origin)
    }

    /// The source bytes of a decoded span.
    pub(crate) fn source(&self, span: Range<usize>) -> Range<usize> {
        self.offset(span.start)..self.offset(span.end)
    }

    fn offset(&self, decoded: usize) -> usize {
        let decoded = decoded.min(self.decoded);
        let turn = self.turns.partition_point(|(start, _)| *start <= decoded).saturating_sub(1);
        self.turns.get(turn).map_or(0, |(start, source)| source + (decoded - start))
    }

    fn turn(&mut self, decoded: usize, source: usize) {
        if self.offset(decoded) != source {
            self.turns.push((decoded, source));
        }
    }
}

/// Past a backslash at the end of a line, with the white space that it swallows.
fn skip_folds(literal: &str, mut at: usize) -> usize {
    while let Some(rest) = literal.get(at..).and_then(|rest| rest.strip_prefix('\\')) {
        let kept = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        let skipped = &rest[..rest.len() - kept.len()];
        if !skipped.contains('\n') {
            break;
        }
        at += 1 + skipped.len();
    }
    at
}

/// The number of source bytes for one decoded character.
fn width(rest: &str, wanted: char, raw: bool) -> Option<usize> {
    let first = rest.chars().next()?;
    if first == '\\' && !raw {
        return Some(match rest.as_bytes().get(1)? {
            b'u' => 6,
            b'U' => 10,
            b'x' => 4,
            _ => 2,
        });
    }
    if first == wanted {
        return Some(first.len_utf8());
    }
    (rest.starts_with("\r\n") && wanted == '\n').then_some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(literal: &str, word: &str) {
        let source = format!("key = {literal}\n");
        let span = 6..6 + literal.len();
        let table: toml::Table = source.parse().unwrap_or_default();
        let decoded = table["key"].as_str().unwrap_or_default();
        let origin = Origin::new(&source, span, decoded);
        let at = decoded.find(word).unwrap_or(usize::MAX);
        let found = origin.and_then(|origin| source.get(origin.source(at..at + word.len())).map(str::to_owned));
        assert_eq!(found.as_deref(), Some(word), "{literal}");
    }

    #[test]
    fn every_kind_of_string_leads_back() {
        check("\"قال كلمة\"", "كلمة");
        check("'قال كلمة'", "كلمة");
        check("\"\"\"\nقال\nكلمة\"\"\"", "كلمة");
        check("\"\"\"\r\nقال\r\nثم كلمة\r\n\"\"\"", "كلمة");
        check("'''\nقال \\n كلمة'''", "كلمة");
        check("\"a \\\"b\\\" \\u0041 \\n كلمة \\t\"", "كلمة");
        check("\"\"\"قال \\\n     كلمة\"\"\"", "كلمة");
    }

    #[test]
    fn a_string_that_disagrees_has_no_origin() {
        assert!(Origin::new("k = \"abc\"", 4..9, "xyz").is_none());
        assert!(Origin::new("k = 1", 4..5, "long text").is_none());
    }
}
