//! Bounds of one file's texts and lists: whatever comes in, layout ends in little time and memory.
//!
//! Tried before there were any: 12 500 marks on one letter took 6 GB, a table of 280 000 cells
//! 7.5 GB, and 33 000 letters without a space brought the writer of PDFs down.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::arabic::invisible::is_invisible;
use crate::report::source::clip::clipped;
use crate::words::ValueProblem;

/// The most marks on one letter: those of the Stream-Safe Text Format (UAX 15).
const MARKS: usize = 30;
/// The most letters without a space; the longest addresses have fewer.
const UNBROKEN: usize = 1000;
/// The most elements of lists and lines of texts of a file together: an item or a cell is one of
/// each, and costs layout about 30 KB.
pub(crate) const ELEMENTS: usize = 20_000;

/// The first stretch of a text that no page can have, and what is wrong with it.
pub(crate) fn excess(text: &str) -> Option<(Range<usize>, ValueProblem)> {
    let mut letter = (0, "");
    let (mut marks, mut run, mut start) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        if is_combining_mark(c) {
            marks += 1;
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        if marks > MARKS {
            break;
        }
        marks = 0;
        letter = (at, text.get(at..at + c.len_utf8()).unwrap_or_default());
        if !c.is_whitespace() {
            run += 1;
            continue;
        }
        if run > UNBROKEN {
            return Some(unbroken(text, start..at, run));
        }
        (run, start) = (0, at + c.len_utf8());
    }
    if marks > MARKS {
        let (at, letter) = letter;
        let problem = ValueProblem::TooManyMarks { letter: letter.to_owned(), limit: MARKS, found: marks };
        return Some((at..at + letter.len(), problem));
    }
    (run > UNBROKEN).then(|| unbroken(text, start..text.len(), run))
}

fn unbroken(text: &str, stretch: Range<usize>, found: usize) -> (Range<usize>, ValueProblem) {
    let excerpt = clipped(text.get(stretch.clone()).unwrap_or_default());
    (stretch, ValueProblem::Unbroken { excerpt, limit: UNBROKEN, found })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_no_excess() {
        for text in [
            "",
            "مُحَمَّدٌ رَسُولُ اللَّهِ",
            "e\u{301}",
            &"كلمة ".repeat(20_000),
            &"ا".repeat(UNBROKEN),
            &format!("ب{}", "\u{64E}".repeat(MARKS)),
        ] {
            assert_eq!(excess(text), None);
        }
    }

    #[test]
    fn marks_are_counted_on_each_letter() {
        let text = format!("بيت ب{}ت", "\u{64E}".repeat(MARKS + 1));
        let found = ValueProblem::TooManyMarks { letter: "ب".to_owned(), limit: MARKS, found: MARKS + 1 };
        assert_eq!(excess(&text), Some((7..9, found)));
        let hidden = format!("ب{}", "\u{64E}\u{200D}".repeat(MARKS + 1));
        assert!(matches!(excess(&hidden), Some((_, ValueProblem::TooManyMarks { found: 31, .. }))));
        let apart = "ب\u{64E}\u{64F}".repeat(400);
        assert_eq!(excess(&apart), None);
    }

    #[test]
    fn letters_without_a_space_are_counted() {
        let long = "ا".repeat(UNBROKEN + 1);
        assert_eq!(excess(&long), Some(unbroken(&long, 0..long.len(), UNBROKEN + 1)));
        let inside = format!("كلمة {long} كلمة");
        assert_eq!(excess(&inside), Some(unbroken(&inside, 9..9 + long.len(), UNBROKEN + 1)));
        assert!(
            excess(&format!("{}\u{200B}", "x\u{200B}".repeat(UNBROKEN + 1))).is_some(),
            "what is invisible parts nothing"
        );
    }
}
