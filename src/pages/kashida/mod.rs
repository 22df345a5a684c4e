//! Kashida: lines justified by drawing out letters, so that spaces between words stay close to
//! their natural width.
//!
//! Typst has laid the lines out and justified them by spaces alone. Where its spaces are wider than
//! the face's own, words are shaped again with tatweels in them, with the run's own face, and the
//! spaces give back what the words take. Line breaks and widths stay as they are.
//!
//! | rule | source | enforced in |
//! |---|---|---|
//! | where a word may be drawn out, and where best | Benatia et al., TUGboat 27(2), fig. 25, with Afifi's rules, for Naskh faces; Microsoft's list for others | `raqim-kashida`, called in [`points`] |
//! | a tatweel that the author typed comes first | Microsoft's list, rule 1 | [`points`] |
//! | never in لا, never in the name of God, never in words under three letters | alreq 5.3; calligraphers' custom | [`points`] |
//! | one point in a word, three in a line, the best first, ties toward the end of the line and the word | Benatia et al. 3.2 | [`points`], [`spread`] |
//! | four tatweels at one point at most, at less good points two or one | Amiri draws up to seven as one stroke, and from eight as bars | [`spread`] |
//! | a drawn out word never stands under another | alreq 5.3 | [`line`] |
//! | only lines with wide spaces are touched, and what doesn't fit stays with the spaces | by eye | [`spread`] |
//! | before a heh in mid-word only when there is nothing better | sources disagree (Afifi against Benatia et al.) | [`points`] |
//! | last lines, headings, tables: left alone | their spaces are not wider than natural | [`line`] |
//! | Qur'an between ﴿ and ﴾, Latin, blocks labelled `<nashra-no-kashida>`: left alone | calligraphers' custom | [`line`], [`Justifier`] |
//! | what is not shaped alone as it is on the page is left alone | contextual forms, features | [`shape`] |
//! | a stroke stands for the letter before it, so that copied words have no U+0640 | PDF/A-3a 6.2.11.7 | [`shape`] |

mod line;
mod looseness;
mod points;
mod shape;
mod spread;
mod word;

use std::mem;

use typst::layout::{Frame, FrameItem, GroupItem, Point};
use typst_layout::Page;

use self::line::JustifiedLines;
pub use self::looseness::{LOOSE, LooseLine, PageLooseness};

/// The label of blocks whose lines stay as typst justified them.
const OFF: &str = "nashra-no-kashida";

/// True if a ﴿ of a page before is still open, for each page of a document.
pub(super) fn open_verses(pages: &[Page]) -> Vec<bool> {
    let at_starts = pages.iter().scan(false, |open, page| {
        let end = line::is_open_after(&page.frame, *open);
        Some(mem::replace(open, end))
    });
    at_starts.collect()
}

/// Goes over the lines of a page.
pub(super) struct Justifier {
    /// True if words are drawn out, or lines only measured.
    stretch: bool,
    lines: JustifiedLines,
}

impl Justifier {
    /// For a page on whose first line a verse is still open or not.
    pub(super) fn new(stretch: bool, in_quran: bool) -> Self {
        Self { stretch, lines: JustifiedLines::new(in_quran) }
    }

    /// Justifies the lines of a page and says how loose they are.
    pub(super) fn page(mut self, frame: &mut Frame) -> PageLooseness {
        *frame = justified(frame, self.stretch, &mut self.lines);
        self.lines.looseness()
    }
}

fn justified(frame: &Frame, stretch: bool, lines: &mut JustifiedLines) -> Frame {
    let mut items: Vec<(Point, FrameItem)> = frame.items().cloned().collect();
    let mut at = 0;
    while at < items.len() {
        if let Some((_, FrameItem::Group(group))) = items.get_mut(at) {
            let stretch = stretch && !is_off(group);
            group.frame = justified(&group.frame, stretch, lines);
            at += 1;
        } else {
            at += lines.next_line(items.get_mut(at..).unwrap_or_default(), stretch).max(1);
        }
    }
    let mut out = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        out.set_baseline(frame.baseline());
    }
    out.push_multiple(items);
    out
}

fn is_off(group: &GroupItem) -> bool {
    group.label.is_some_and(|label| label.resolve().as_str() == OFF)
}
