//! Preflight: what a printing house would send back, found on finished pages before their inks are
//! mixed.

use std::collections::BTreeMap;

use typst::foundations::NativeElement as _;
use typst::introspection::{Location, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::model::{HeadingElem, TitleElem};
use typst::pdf::ArtifactElem;
use typst::text::{Glyph, TextItem};
use typst::visualize::{Image, ImageKind};
use typst_layout::PagedDocument;

use crate::arabic::letters::{is_arabic_letter, is_layout_control};

/// Dots an inch that a picture must have where it stands.
pub const PRESS_DPI: f64 = 300.0;
/// Rounding of a picture's pixels may lose this much.
const DPI_SLACK: f64 = 3.0;
/// Nothing that is read may stand closer to the cut than this.
pub const SAFE_MM: f64 = 5.0;
/// The most characters of a line that are told.
const WORDS: usize = 40;

/// Something a printing house would send back.
#[derive(Clone, Debug, PartialEq)]
pub struct PreflightFinding {
    /// Its page, from 1.
    pub page: usize,
    /// The fault found.
    pub fault: PageFault,
}

/// The kinds of [`PreflightFinding`].
#[derive(Clone, Debug, PartialEq)]
pub enum PageFault {
    /// A picture with too few pixels for its size on the page.
    Coarse {
        /// The picture's description, as the report has it.
        alt: String,
        /// Its dots an inch.
        dpi: u32,
    },
    /// A text closer to the cut than [`SAFE_MM`].
    NearEdge {
        /// Its first words.
        words: String,
        /// Its distance from the edge in millimetres; negative when it is cut.
        distance: f64,
    },
    /// A picture in the colours of the screen.
    ScreenColours {
        /// The picture's description.
        alt: String,
    },
    /// A heading with nothing after it on its page.
    LoneHeading {
        /// Its words.
        words: String,
    },
}

/// Looks at all pages.
#[must_use]
pub fn preflight(document: &PagedDocument) -> Vec<PreflightFinding> {
    let pages = document.pages();
    let mut findings = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let mut look =
            FrameWalk { size: page.frame.size(), faults: Vec::new(), edges: BTreeMap::new(), ..FrameWalk::default() };
        look.frame(&page.frame, Transform::identity());
        if let (Some(words), true) = (look.heading_at_end.take(), index + 1 < pages.len()) {
            look.faults.push(PageFault::LoneHeading { words });
        }
        // A paragraph too close is told by its closest line.
        let edges = look.edges.into_values().min_by(|a, b| a.0.total_cmp(&b.0));
        look.faults.extend(edges.map(|(distance, words)| PageFault::NearEdge { words, distance }));
        findings.extend(look.faults.into_iter().map(|fault| PreflightFinding { page: index + 1, fault }));
    }
    findings
}

/// A look at one page.
#[derive(Default)]
struct FrameWalk {
    size: Size,
    faults: Vec<PageFault>,
    /// Texts too close to an edge, by the edge.
    edges: BTreeMap<&'static str, (f64, String)>,
    /// Heads and feet of pages, and what is drawn behind them: not part of what is read in order.
    artifacts: Vec<Location>,
    headings: Vec<Location>,
    /// The words of the heading that is the last thing so far.
    heading_at_end: Option<String>,
}

impl FrameWalk {
    fn frame(&mut self, frame: &Frame, transform: Transform) {
        for (at, item) in frame.items() {
            let here = transform.pre_concat(Transform::translate(at.x, at.y));
            match item {
                FrameItem::Group(group) => self.frame(&group.frame, here.pre_concat(group.transform)),
                FrameItem::Text(text) => self.text(text, here),
                FrameItem::Image(image, size, _) => self.image(image, *size, here),
                FrameItem::Tag(Tag::Start(element, _)) => {
                    let Some(location) = element.location() else { continue };
                    if element.elem() == ArtifactElem::ELEM {
                        self.artifacts.push(location);
                    } else if element.elem() == HeadingElem::ELEM || element.elem() == TitleElem::ELEM {
                        self.headings.push(location);
                    }
                }
                FrameItem::Tag(Tag::End(location, ..)) => {
                    self.artifacts.retain(|open| open != location);
                    self.headings.retain(|open| open != location);
                }
                FrameItem::Shape(..) | FrameItem::Link(..) => {}
            }
        }
    }

    fn text(&mut self, text: &TextItem, here: Transform) {
        let words = first_words(text);
        if words.is_empty() {
            return;
        }
        if self.artifacts.is_empty() {
            let heading = !self.headings.is_empty();
            self.heading_at_end = heading.then(|| words.clone());
        }
        // What is turned is a mark across the page and no line.
        if here.kx.is_zero() && here.ky.is_zero() {
            self.edge(text, here, words);
        }
    }

    fn edge(&mut self, text: &TextItem, here: Transform, words: String) {
        let start = Point::zero().transform(here);
        let end = Point::with_x(text.width()).transform(here);
        let scale = here.sy.get().abs();
        let metrics = text.font.metrics();
        let (rise, fall) = (metrics.cap_height.at(text.size) * scale, metrics.descender.at(text.size).abs() * scale);
        let distances = [
            ("left", start.x.min(end.x)),
            ("right", self.size.x - start.x.max(end.x)),
            ("top", start.y - rise),
            ("bottom", self.size.y - start.y - fall),
        ];
        // All of it is cut off: it's meant for nobody.
        if distances.iter().any(|(_, distance)| *distance < -text.width().max(rise)) {
            return;
        }
        for (edge, distance) in
            distances.into_iter().filter(|(_, distance)| *distance < Abs::mm(SAFE_MM) - Abs::pt(0.1))
        {
            let distance = distance.to_mm();
            let known = self.edges.get(edge);
            if known.is_none_or(|(closest, _)| distance < *closest) {
                self.edges.insert(edge, (distance, words.clone()));
            }
        }
    }

    fn image(&mut self, image: &Image, size: Size, here: Transform) {
        if self.artifacts.is_empty() {
            self.heading_at_end = None;
        }
        let ImageKind::Raster(raster) = image.kind() else { return };
        let alt = image.alt().unwrap_or_default().to_owned();
        let across = |pixels: f64, length: Abs, scale: f64| pixels / (length.to_inches() * scale.abs());
        let dpi = across(image.width(), size.x, here.sx.get()).min(across(image.height(), size.y, here.sy.get()));
        if dpi < PRESS_DPI - DPI_SLACK {
            self.faults.push(PageFault::Coarse { alt: alt.clone(), dpi: dpi.round() as u32 });
        }
        if !is_cmyk(raster.data()) && raster.dynamic().color().has_color() {
            self.faults.push(PageFault::ScreenColours { alt });
        }
    }
}

/// The first words of a run, without what isn't seen. The text layer puts a run's text in the order
/// of its glyphs, from the left.
pub(super) fn first_words(text: &TextItem) -> String {
    let mut seen: Vec<char> = text.text.chars().filter(|&c| !is_layout_control(c)).collect();
    let in_order = |(first, last): (&Glyph, &Glyph)| first.range.start < last.range.start;
    if seen.iter().any(|c| is_arabic_letter(*c)) && text.glyphs.first().zip(text.glyphs.last()).is_some_and(in_order) {
        seen.reverse();
        // Numbers run from the left.
        seen.chunk_by_mut(|a, b| is_of_number(*a) && is_of_number(*b)).for_each(<[char]>::reverse);
    }
    let seen: String = seen.into_iter().collect();
    let seen = seen.trim();
    match seen.char_indices().nth(WORDS) {
        Some((end, _)) => format!("{}…", seen.get(..end).unwrap_or_default().trim_end()),
        None => seen.to_owned(),
    }
}

fn is_of_number(c: char) -> bool {
    c.is_numeric() || matches!(c, '٫' | '٬')
}

/// True if a JPEG has four inks: the number of components in its frame header (ITU-T T.81, B.2.2).
fn is_cmyk(jpeg: &[u8]) -> bool {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    while let Some(&[0xFF, marker, high, low]) = rest.first_chunk() {
        let is_frame = matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
        if is_frame {
            return rest.get(9) == Some(&4);
        }
        rest = rest.get(2 + usize::from(u16::from_be_bytes([high, low]))..).unwrap_or_default();
    }
    false
}
