//! From byte offsets to lines and columns.

use std::ops::Range;

use crate::diag::Place;

/// Bytes between two counted points, so that a column on a very long line costs little.
const STEP: usize = 1024;

/// The lines of a text.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    /// The offset of each line's first byte.
    starts: Vec<usize>,
    /// The number of characters that start before byte `i * STEP`, for each `i`.
    counted: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        starts.extend(bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(i, _)| i + 1));
        let mut counted = vec![0];
        let mut sum = 0;
        for chunk in bytes.chunks(STEP) {
            sum += count(chunk);
            counted.push(sum);
        }
        Self { text, starts, counted }
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// The place of a span; offsets beyond the text mean its end.
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        let start = span.start.min(self.text.len());
        let end = span.end.clamp(start, self.text.len());
        let line = self.line(start);
        let first = self.starts.get(line).copied().unwrap_or(0);
        let mut column = self.chars(start) - self.chars(first);
        if line == 0 && column > 0 && self.text.starts_with('\u{FEFF}') {
            column -= 1;
        }
        Place { line: line + 1, column: column + 1, span: start..end }
    }

    /// The number of lines.
    pub(crate) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The number of a byte's line, from 0.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The span of a line without its line break.
    pub(crate) fn span(&self, line: usize) -> Range<usize> {
        let start = self.starts.get(line).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        let end = if self.text[start..end].ends_with('\r') { end - 1 } else { end };
        start..end
    }

    fn chars(&self, offset: usize) -> usize {
        let step = offset / STEP;
        let counted = self.counted.get(step).copied().unwrap_or(0);
        counted + count(&self.text.as_bytes()[step * STEP..offset])
    }
}

/// The number of characters that start in these bytes.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "أ = 1\r\nبت = 2\n";
        let lines = Lines::new(text);
        let at = text.find('2').unwrap_or(0);
        let place = lines.place(at..at + 1);
        assert_eq!((place.line, place.column), (2, 6));
        assert_eq!(&text[lines.span(0)], "أ = 1");
    }

    #[test]
    fn very_long_lines_are_counted_right() {
        let text = format!("{}x", "ب".repeat(5000));
        let place = Lines::new(&text).place(10_000..10_001);
        assert_eq!(place.column, 5001);
    }

    #[test]
    fn offsets_beyond_the_end_are_the_end() {
        assert_eq!(Lines::new("ab").place(7..9), Place { line: 1, column: 3, span: 2..2 });
        assert_eq!(Lines::new("").place(0..0), Place { line: 1, column: 1, span: 0..0 });
    }
}
