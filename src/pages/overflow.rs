//! Words that stand where they don't belong: off the paper, or on others.
//!
//! A word that no line holds runs on over the end of its line, and typst says nothing.

use std::collections::HashSet;

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

use super::preflight::first_words;

/// Nothing is read or printed nearer to the paper's edge.
const EDGE_MM: f64 = 3.0;
/// Runs of one line may touch and kern so much, in em.
const TOUCH: f64 = 0.4;
/// Baselines so near, in em, are one line's.
const SAME_LINE: f64 = 0.3;

/// Words that a reader loses.
#[derive(Clone, Debug, PartialEq)]
pub struct LostWords {
    /// Their page, from 1.
    pub page: usize,
    /// The first of them.
    pub words: String,
    /// The place where they stand.
    pub fault: LostWordsFault,
}

/// The kinds of [`LostWords`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LostWordsFault {
    /// At the edge of the paper or beyond.
    OffPage,
    /// On other words.
    OnOthers,
}

/// Finds the words of a document that run off its pages or over others; each is told once.
#[must_use]
pub fn lost_words(document: &PagedDocument) -> Vec<LostWords> {
    let mut lost = Vec::new();
    for (index, page) in document.pages().iter().enumerate() {
        let mut runs = Vec::new();
        collect(&page.frame, Transform::identity(), &mut runs);
        let width = page.frame.size().x;
        let found = |run: &PlacedRun, fault| LostWords { page: index + 1, words: run.words.clone(), fault };
        let edge = Abs::mm(EDGE_MM);
        lost.extend(
            runs.iter()
                .filter(|run| run.start < edge || run.end > width - edge)
                .map(|run| found(run, LostWordsFault::OffPage)),
        );
        runs.sort_by_key(|run| run.baseline);
        lost.extend(
            runs.chunk_by(|a, b| (b.baseline - a.baseline).abs() < a.size * SAME_LINE)
                .filter_map(on_others)
                .map(|run| found(run, LostWordsFault::OnOthers)),
        );
    }
    // The same words may stand in several places.
    let mut told = HashSet::new();
    lost.retain(|one| told.insert((one.page, one.words.clone(), one.fault)));
    lost
}

/// A run of words that is set straight.
struct PlacedRun {
    baseline: Abs,
    start: Abs,
    end: Abs,
    size: Abs,
    words: String,
}

fn collect(frame: &Frame, transform: Transform, runs: &mut Vec<PlacedRun>) {
    for (at, item) in frame.items() {
        let here = transform.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Group(group) => collect(&group.frame, here.pre_concat(group.transform), runs),
            // What is turned is a mark across the page and no line.
            FrameItem::Text(text) if here.kx.is_zero() && here.ky.is_zero() => {
                let words = first_words(text);
                if words.is_empty() {
                    continue;
                }
                let (from, to) = (Point::zero().transform(here), Point::with_x(text.width()).transform(here));
                let size = text.size * here.sy.get().abs();
                runs.push(PlacedRun { baseline: from.y, start: from.x.min(to.x), end: from.x.max(to.x), size, words });
            }
            _ => {}
        }
    }
}

/// The widest run of a line that stands on another.
fn on_others(line: &[PlacedRun]) -> Option<&PlacedRun> {
    let mut line: Vec<&PlacedRun> = line.iter().collect();
    line.sort_by_key(|run| run.start);
    let mut widest: Option<&PlacedRun> = None;
    let mut last = line.first().copied()?;
    for run in line.into_iter().skip(1) {
        let shared = last.end.min(run.end) - run.start;
        if shared > last.size.max(run.size) * TOUCH {
            let wider = if last.end - last.start > run.end - run.start { last } else { run };
            widest = widest.filter(|known| known.end - known.start >= wider.end - wider.start).or(Some(wider));
        }
        if run.end > last.end {
            last = run;
        }
    }
    widest
}
