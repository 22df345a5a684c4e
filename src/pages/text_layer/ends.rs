//! The ends of runs, at which reading goes on with another one.

use typst::layout::{Abs, Frame, FrameItem, Point};

/// Runs this close touch.
const NEAR: Abs = Abs::raw(0.01);

/// The end of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RunEnd {
    /// The next run goes on there, perhaps in the middle of a word.
    Joined,
    /// Nothing stands there.
    Open,
}

/// The ends of the runs that lie in a frame itself.
pub(super) fn run_ends(frame: &Frame) -> Vec<RunEnd> {
    let runs: Vec<Run> = frame.items().filter_map(|(at, item)| Run::of(*at, item)).collect();
    let end = |index: usize| match runs.get(index + 1) {
        Some(next) if runs[index].touches(next) => RunEnd::Joined,
        _ => RunEnd::Open,
    };
    (0..runs.len()).map(end).collect()
}

/// The place of a run.
struct Run {
    at: Point,
    width: Abs,
    size: Abs,
}

impl Run {
    fn of(at: Point, item: &FrameItem) -> Option<Self> {
        let FrameItem::Text(text) = item else { return None };
        Some(Self { at, width: text.width(), size: text.size })
    }

    fn touches(&self, other: &Self) -> bool {
        let gap = |left: &Self, right: &Self| (right.at.x - left.at.x - left.width).abs();
        let in_line = (self.at.y - other.at.y).abs() < self.size / 2.0;
        in_line && (gap(self, other) < NEAR || gap(other, self) < NEAR)
    }
}
