//! The plan of a bulletin's pages: what is changed after a first layout so that they are well
//! filled.
//!
//! A last page that holds less than a third, or a band of more than 25 mm left empty at the foot of
//! another page, is a fault. The plan looks for the least change that fits the text into a page
//! less, in the order in which a compositor would: gaps, room for the stamp, photos, leading, size
//! of text. Where nothing does, it spreads the text so that the pages end level. What a change is
//! worth is estimated from heights, so that one more layout mostly does; there are three in all at
//! most, and the best of them is taken. The same report and templates always give the same plan.

mod heights;
mod level;

use serde::Serialize;

pub use self::heights::{Heights, PageHeights};
use self::heights::{MM, MOST_BAND};
pub use self::level::level;

/// A last page must hold this part of its text area.
const LEAST_LAST: f64 = 1.0 / 3.0;
/// A last page without a line of text counts as one that lacks so many points.
const NO_TEXT: f64 = 105.0;
/// Estimates may be so much too low, in points.
const ESTIMATE: f64 = 40.0;
/// Layouts of one document.
const MOST_LAYOUTS: usize = 3;
/// Lines that a page may lose to the next when nothing but its gaps is mended.
const PARAGRAPH_END: u32 = 2;
/// Text set smaller loses fewer lines than its width alone says.
const SIZE_YIELD: f64 = 0.9;

/// The settings of a plan: the contract's `plan`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PagePlan {
    /// The height of a body line in points, on A4.
    pub line: f64,
    /// The size of body text in points, on A4.
    pub size: f64,
    /// Gaps between blocks, times this.
    pub gaps: f64,
    /// Room for ink and stamp in millimetres, on any paper.
    pub stamp: f64,
    /// The height of photos, times this.
    pub photos: f64,
}

impl PagePlan {
    /// The settings of a first layout: the templates' own.
    pub const NORMAL: Self = Self { line: 21.0, size: 13.0, gaps: 1.0, stamp: 26.0, photos: 1.0 };
}

/// Ever tighter settings, each step with all before it.
const TIGHTER: [PagePlan; 13] = {
    let gaps = PagePlan { gaps: 0.75, ..PagePlan::NORMAL };
    let closer = PagePlan { gaps: 0.5, ..gaps };
    let stamp = PagePlan { stamp: 22.0, ..closer };
    let photos = PagePlan { photos: 0.9, ..stamp };
    let smaller = PagePlan { photos: 0.8, ..photos };
    let smallest = PagePlan { photos: 0.75, ..smaller };
    let line = PagePlan { line: 20.5, ..smallest };
    let lower = PagePlan { line: 20.0, ..line };
    let lowest = PagePlan { line: 19.5, ..lower };
    let size = PagePlan { size: 12.5, ..lowest };
    let least = PagePlan { size: 12.0, ..size };
    // Beyond what a compositor likes, but a short report with a wide photo stays on its one page.
    let beside = PagePlan { photos: 0.65, ..least };
    let half = PagePlan { photos: 0.5, ..beside };
    [gaps, closer, stamp, photos, smaller, smallest, line, lower, lowest, size, least, beside, half]
};

/// Ever looser settings, each step with all before it.
const LOOSER: [PagePlan; 6] = {
    let gaps = PagePlan { gaps: 1.25, ..PagePlan::NORMAL };
    let wider = PagePlan { gaps: 1.5, stamp: 30.0, ..gaps };
    let photos = PagePlan { photos: 1.1, ..wider };
    let line = PagePlan { line: 21.5, photos: 1.2, ..photos };
    let higher = PagePlan { line: 22.0, gaps: 1.75, ..line };
    let most = PagePlan { line: 22.5, gaps: 2.0, stamp: 34.0, ..higher };
    [gaps, wider, photos, line, higher, most]
};

/// The layouts of a document so far, and the choice of the next.
pub struct Planner {
    tried: Vec<(PagePlan, Heights)>,
    best: usize,
}

impl Planner {
    /// Begins with the heights of a layout in the normal settings.
    #[must_use]
    pub fn new(first: Heights) -> Self {
        Self { tried: vec![(PagePlan::NORMAL, first)], best: 0 }
    }

    /// The heights of the best layout so far.
    #[must_use]
    pub fn best(&self) -> Option<&Heights> {
        self.tried.get(self.best).map(|(_, heights)| heights)
    }

    /// The settings to try next; none when the best layout is found.
    #[must_use]
    pub fn next(&self) -> Option<PagePlan> {
        let best = self.best()?;
        if best.cost() <= 0.0 || self.tried.len() >= MOST_LAYOUTS {
            return None;
        }
        let fresh = |plan: &PagePlan| self.tried.iter().all(|(tried, _)| tried != plan);
        self.tighter().filter(fresh).or_else(|| self.looser().filter(fresh))
    }

    /// Takes what came of the settings tried last; true when it is the best layout so far.
    pub fn judge(&mut self, plan: PagePlan, heights: Heights) -> bool {
        let best = self.best().map_or(f64::INFINITY, Heights::weight);
        let better = heights.weight() < best - 0.1 && !self.empties(&heights);
        if better {
            self.best = self.tried.len();
        }
        self.tried.push((plan, heights));
        better
    }

    /// True if a layout takes so much text from a page for a later one that it looks forgotten there:
    /// more than half of its lines where the last page needs them, else more than a paragraph's end.
    fn empties(&self, heights: &Heights) -> bool {
        let Some((_, first)) = self.tried.first() else { return false };
        if heights.pages.len() < first.pages.len() {
            return false;
        }
        let lacks = first.last() < first.area() * LEAST_LAST;
        let before_last = heights.pages.len().saturating_sub(1);
        heights.pages.iter().zip(&first.pages).take(before_last).any(|(page, then)| {
            let lost = then.lines.saturating_sub(page.lines);
            if lacks { 2 * lost > then.lines } else { lost > PARAGRAPH_END }
        })
    }

    /// The least tight settings that should save a page, after what earlier ones have shown.
    fn tighter(&self) -> Option<PagePlan> {
        let (_, first) = self.tried.first()?;
        let pages = first.pages.len();
        let mut wanted = first.over()?;
        for (settings, heights) in self.tried.iter().skip(1).filter(|(tried, _)| TIGHTER.contains(tried)) {
            let more = if heights.pages.len() < pages { 1.0 } else { heights.over()?.max(3.0 * first.line) };
            wanted = wanted.max(first.saved(settings) + more);
        }
        let found = TIGHTER.into_iter().find(|settings| first.saved(settings) >= wanted);
        found.or_else(|| TIGHTER.last().copied().filter(|last| first.saved(last) >= wanted - ESTIMATE))
    }

    /// The least loose settings that should fill the last page and every band.
    fn looser(&self) -> Option<PagePlan> {
        let (_, first) = self.tried.first()?;
        let fewer = |heights: &Heights| heights.pages.len() < first.pages.len();
        if self.tried.iter().any(|(tried, heights)| LOOSER.contains(tried) || fewer(heights)) {
            return None;
        }
        let lacking = (first.area() * LEAST_LAST - first.last()).max(0.0);
        let fills = |settings: &PagePlan| {
            let bands = first.bands().zip(&first.pages);
            let mut bands = bands.filter(|(band, _)| *band > MOST_BAND);
            -first.saved(settings) >= lacking && bands.all(|(band, page)| band - grown(page, settings) <= MOST_BAND)
        };
        LOOSER.into_iter().find(fills).or(LOOSER.last().copied())
    }
}

/// The length that a page gains, but for the line that no longer fits.
fn grown(page: &PageHeights, settings: &PagePlan) -> f64 {
    let by_line = f64::from(page.lines) * (settings.line - PagePlan::NORMAL.line);
    page.gaps * (settings.gaps - 1.0) + by_line
}

impl Heights {
    /// The used part of the last page.
    fn last(&self) -> f64 {
        self.pages.last().map_or(0.0, |page| page.lowest - self.top)
    }

    /// The size of all faults in points; zero for no fault.
    #[must_use]
    pub fn fault(&self) -> f64 {
        let bands: f64 = self.bands().map(|band| (band - MOST_BAND).max(0.0)).sum();
        let last = if self.pages.len() > 1 { self.area() * LEAST_LAST - self.last() } else { 0.0 };
        bands + last.max(0.0)
    }

    /// The faults, and a last page with a picture alone, which a page less would mend.
    fn cost(&self) -> f64 {
        let alone = self.pages.len() > 1 && self.pages.last().is_some_and(|page| page.lines == 0);
        self.fault() + if alone { NO_TEXT } else { 0.0 }
    }

    /// The measure of the better of two layouts: the faults that [`level`] leaves, and a little
    /// those that it mends.
    fn weight(&self) -> f64 {
        self.levelled().cost() + self.cost() / 100.0
    }

    /// The height by which the text is too tall for a page less; none for one page.
    fn over(&self) -> Option<f64> {
        let breaks = self.pages.len().checked_sub(2)?;
        let gap = self.line / 2.0;
        // At each break about half a line is lost, and at some a whole one.
        let lost: f64 = (0..breaks).map(|_| self.line).sum();
        Some(self.last() + gap + lost - self.bands().sum::<f64>())
    }

    /// About how much shorter settings make the text of a first layout; less than nothing is
    /// longer.
    fn saved(&self, settings: &PagePlan) -> f64 {
        let normal = PagePlan::NORMAL;
        let sum = |part: fn(&PageHeights) -> f64| self.pages.iter().map(part).sum::<f64>();
        let photos = sum(|page| page.photos);
        let used = sum(|page| page.lowest) - self.top * sum(|_| 1.0);
        let (of_line, of_size) = (settings.line / normal.line, settings.size / normal.size);
        let body = sum(|page| f64::from(page.lines)) * self.line;
        let by_gaps = sum(|page| page.gaps) * (1.0 - settings.gaps);
        let by_stamp = (normal.stamp - settings.stamp) * MM;
        let by_line = (used - photos).max(0.0) * (1.0 - of_line);
        let by_closing = if settings.stamp < normal.stamp { self.closing } else { 0.0 };
        by_gaps
            + by_stamp
            + by_closing
            + photos * (1.0 - settings.photos)
            + by_line
            + body * of_line * (1.0 - of_size) * SIZE_YIELD
    }
}

#[cfg(test)]
mod tests;
