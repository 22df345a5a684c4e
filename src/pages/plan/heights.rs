//! The fill of a document's pages, measured from its frames.

use typst::foundations::{Label, Value};
use typst::introspection::{Introspector as _, MetadataElem};
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// No more than this may be left empty at another page's foot, in points: 25 mm.
pub(super) const MOST_BAND: f64 = 25.0 * MM;
/// A millimetre in points.
pub(super) const MM: f64 = 72.0 / 25.4;
/// A gap grows by so many times itself at most to fill a band.
pub(super) const MOST_GROWTH: f64 = 3.5;
/// The label of what a template says of its pages: a dictionary of lengths, `top`, `foot`, `line`,
/// `size` and `closing`.
const MARK: &str = "nashra-plan";
/// Baselines nearer than this are one line.
const SAME_LINE: f64 = 3.0;
/// White space of more lines than this between two lines is no gap between blocks.
const MOST_GAP: f64 = 1.6;

/// The fill of a document's pages; all lengths in points.
#[derive(Clone, Debug, PartialEq)]
pub struct Heights {
    /// The text area's top, from the page's edge.
    pub top: f64,
    /// The text area's foot.
    pub foot: f64,
    /// The height of a body line.
    pub line: f64,
    /// The size of body text.
    pub size: f64,
    /// The height saved by an end mark beside the signature.
    pub closing: f64,
    /// The pages.
    pub pages: Vec<PageHeights>,
}

/// The fill of one page, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PageHeights {
    /// The foot of the lowest ink of the text area, from the page's edge.
    pub lowest: f64,
    /// All white space between blocks.
    pub gaps: f64,
    /// The number of lines of body text.
    pub lines: u32,
    /// The heights of photos, one for each row of them.
    pub photos: f64,
}

impl Heights {
    /// Measures pages; none where the template doesn't mark them for a plan.
    #[must_use]
    pub fn of(document: &PagedDocument) -> Option<Self> {
        let label = Label::new(PicoStr::intern(MARK))?;
        let found = document.introspector().query_label(label).ok()?.clone();
        let Value::Dict(said) = &found.to_packed::<MetadataElem>()?.value else { return None };
        let length = |key: &str| match said.get(key) {
            Ok(Value::Length(length)) => Some(length.abs.to_pt()),
            _ => None,
        };
        let (top, foot, line, size) = (length("top")?, length("foot")?, length("line")?, length("size")?);
        let closing = length("closing").unwrap_or_default();
        let pages = document.pages().iter().map(|page| PageInk::new(foot, size).page(&page.frame, line)).collect();
        Some(Self { top, foot, line, size, closing, pages })
    }

    /// The height left empty at the foot of every page but the last.
    pub(super) fn bands(&self) -> impl Iterator<Item = f64> {
        self.pages.iter().rev().skip(1).rev().map(|page| (self.foot - page.lowest).max(0.0))
    }

    /// The heights when [`super::level`] has widened gaps.
    pub(super) fn levelled(&self) -> Self {
        let mut levelled = self.clone();
        for (page, band) in levelled.pages.iter_mut().zip(self.bands()).filter(|(_, band)| *band > MOST_BAND) {
            page.lowest += band.min(page.gaps * MOST_GROWTH);
        }
        levelled
    }

    /// The height of the text area.
    #[must_use]
    pub fn area(&self) -> f64 {
        self.foot - self.top
    }
}

/// All that stands in the text area of one page.
struct PageInk {
    foot: f64,
    size: f64,
    lowest: f64,
    /// Baselines, and whether there is body text.
    lines: Vec<(f64, bool)>,
    /// Tops and feet of pictures.
    pictures: Vec<(f64, f64)>,
}

impl PageInk {
    fn new(foot: f64, size: f64) -> Self {
        Self { foot, size, lowest: 0.0, lines: Vec::new(), pictures: Vec::new() }
    }

    fn page(mut self, frame: &Frame, line: f64) -> PageHeights {
        self.collect(frame, Point::zero());
        self.lines.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.lines.dedup_by(|next, kept| {
            let same = next.0 - kept.0 < SAME_LINE;
            kept.1 |= same && next.1;
            same
        });
        self.pictures.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.pictures.dedup_by(|next, kept| next.0 - kept.0 < SAME_LINE);
        let gaps = self.lines.windows(2).map(|pair| match pair {
            [(above, _), (below, _)] if !self.pictured(*above, *below) => below - above - line,
            _ => 0.0,
        });
        PageHeights {
            lowest: self.lowest,
            gaps: gaps.filter(|gap| (0.0..MOST_GAP * line).contains(gap)).sum(),
            lines: self.lines.iter().map(|(_, body)| u32::from(*body)).sum(),
            photos: self.pictures.iter().map(|(top, foot)| foot - top).sum(),
        }
    }

    fn pictured(&self, above: f64, below: f64) -> bool {
        self.pictures.iter().any(|(top, foot)| *top > above && *foot < below)
    }

    fn collect(&mut self, frame: &Frame, origin: Point) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) if group.clip.is_some() => self.picture(at.y, group.frame.height()),
                FrameItem::Group(group) if group.transform.is_only_translate() => {
                    let moved = Point::new(group.transform.tx, group.transform.ty);
                    self.collect(&group.frame, at + moved);
                }
                FrameItem::Text(text) => {
                    let body = (text.size.to_pt() - self.size).abs() < 0.1;
                    if self.reaches(at.y, text.size * 0.4) {
                        self.lines.push((at.y.to_pt(), body));
                    }
                }
                FrameItem::Image(_, size, _) => self.picture(at.y, size.y),
                FrameItem::Shape(shape, _) => {
                    let bounds = shape.bbox(false);
                    self.reaches(at.y + bounds.min.y, bounds.max.y - bounds.min.y);
                }
                _ => {}
            }
        }
    }

    fn picture(&mut self, top: Abs, height: Abs) {
        if self.reaches(top, height) {
            self.pictures.push((top.to_pt(), (top + height).to_pt()));
        }
    }

    /// Notes how far down something reaches; false for what begins at the area's foot or under it.
    fn reaches(&mut self, top: Abs, height: Abs) -> bool {
        let inside = top.to_pt() < self.foot - 0.1;
        if inside {
            self.lowest = self.lowest.max((top + height).to_pt());
        }
        inside
    }
}
