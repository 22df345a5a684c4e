//! Photos put into finished pages in the place of their stand-ins.
//!
//! Pages are laid out with stand-ins, drawings of a photo's shape with nothing in them: typst would
//! decode every photo, and would put all its pixels into the PDF. Where a stand-in came to stand,
//! and how much of it can be seen, says what is needed of the photo.

use std::collections::HashMap;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use typst::ecow::EcoVec;
use typst::foundations::Bytes;
use typst::layout::{Abs, Axes, Frame, FrameItem, GroupItem, Point, Ratio, Rect, Sides, Size, Transform};
use typst::model::Document as _;
use typst::syntax::Span;
use typst::visualize::{ExchangeFormat, Image, ImageKind, RasterImage, SvgImage};
use typst_layout::{Page, PagedDocument};

use super::Finished;
use crate::photo::{Cut, Fitted, WantedPhoto};

/// Beyond the page's edge so many millimetres of a photo are kept: whoever trims and folds pages
/// may want it, and their bleed is less.
const OVERHANG: f64 = 5.0;
/// A photo is not made smaller for less than this: it would only lose sharpness.
const WORTHWHILE: f64 = 0.9;
/// The longest side that a JPEG can have.
const MOST_PIXELS: u32 = 65_535;

/// A stand-in for a photo while pages are laid out.
#[derive(Clone, Copy, Debug)]
pub struct StandIn<'a> {
    /// The SVG file, unlike any other of the document.
    pub drawing: &'a [u8],
    /// The photo's pixels across, as shown.
    pub width: u32,
    /// The photo's pixels down, as shown.
    pub height: u32,
}

/// A place where a photo stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The photo's index among the stand-ins.
    pub photo: usize,
    /// The page's index.
    pub page: usize,
    /// The part and size of the photo that the page needs.
    pub wanted: WantedPhoto,
    /// The resolution of the photo itself there in pixels an inch, in the direction that has fewer.
    pub dpi: f64,
}

/// A photo ready to be put into a page.
#[derive(Clone)]
pub struct Print(ImageKind);

impl Print {
    /// Takes a fitted photo.
    ///
    /// # Errors
    /// The fault that typst finds with it, in its words.
    pub fn new(fitted: Fitted) -> Result<Self, String> {
        let format = if fitted.ending == "png" { ExchangeFormat::Png } else { ExchangeFormat::Jpg };
        let picture = RasterImage::plain(Bytes::new(fitted.bytes), format);
        picture.map(|picture| Self(picture.into())).map_err(|reason| reason.to_string())
    }

    /// Takes a fitted photo for pages that become a PDF and nothing else: a JPEG goes there as it
    /// is, and nobody unpacks it.
    ///
    /// Typst unpacks each JPEG that it is given and keeps the pixels as long as the page. As the
    /// one picture of a drawing it is passed through: an issue of 40 photos takes 60 MB and a tenth
    /// of its time less.
    ///
    /// # Errors
    /// The fault that typst finds with it, in its words.
    pub fn packed(fitted: Fitted) -> Result<Self, String> {
        if fitted.ending != "jpg" {
            return Self::new(fitted);
        }
        let jpeg = BASE64_STANDARD.encode(&fitted.bytes);
        let drawing = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\">\
             <image width=\"1\" height=\"1\" preserveAspectRatio=\"none\" href=\"data:image/jpeg;base64,{jpeg}\"/></svg>"
        );
        let drawing = SvgImage::new(Bytes::from_string(drawing));
        // Typst's reason is for a drawing that somebody drew; this one is ours around a picture
        // that it could not take.
        drawing.map(|drawing| Self(drawing.into())).map_err(|_| "typst cannot take it into a page".to_owned())
    }
}

/// The places where photos can be seen, in the order of the pages, for a resolution in pixels an
/// inch.
#[must_use]
pub fn spots(finished: &Finished, stand_ins: &[StandIn], dpi: u32) -> Vec<Spot> {
    let mut spots = Vec::new();
    let mut walk = Walk::new(stand_ins, dpi, |spot| {
        spots.push(spot);
        None
    });
    for (index, page) in finished.document.pages().iter().enumerate() {
        walk.page(index, page);
    }
    drop(walk);
    spots
}

/// Puts the prints of [`spots`] into their places; stand-ins that can't be seen stay.
pub fn place(finished: &mut Finished, stand_ins: &[StandIn], dpi: u32, prints: &[Print]) {
    let mut prints = prints.iter();
    let mut walk = Walk::new(stand_ins, dpi, |_| prints.next().cloned());
    let document = &finished.document;
    let mut pages: EcoVec<_> = document.pages().iter().cloned().collect();
    for (index, page) in pages.make_mut().iter_mut().enumerate() {
        if let Some(frame) = walk.page(index, page) {
            page.frame = frame;
        }
    }
    finished.document = PagedDocument::new(pages, document.info().clone());
}

/// A walk over the pages that meets stand-ins.
struct Walk<'a, V> {
    stand_ins: &'a [StandIn<'a>],
    index: HashMap<&'a [u8], usize>,
    dpi: f64,
    page: usize,
    visit: V,
}

/// The view through which a frame is seen.
#[derive(Clone, Copy)]
struct View {
    /// The part of the frame that can be seen.
    window: Rect,
    /// The size on the page of a point in the frame, across and down.
    scale: Axes<f64>,
}

impl<'a, V: FnMut(Spot) -> Option<Print>> Walk<'a, V> {
    fn new(stand_ins: &'a [StandIn<'a>], dpi: u32, visit: V) -> Self {
        let index = stand_ins.iter().enumerate().map(|(index, stand_in)| (stand_in.drawing, index)).collect();
        Self { stand_ins, index, dpi: f64::from(dpi), page: 0, visit }
    }

    /// The page's frame with prints in it, if it has any.
    fn page(&mut self, index: usize, page: &Page) -> Option<Frame> {
        self.page = index;
        let Sides { left, top, right, bottom } = page.bleed;
        let around = Point::splat([left, top, right, bottom].into_iter().fold(Abs::mm(OVERHANG), Abs::max));
        let window = Rect::new(-around, page.frame.size().to_point() + around);
        self.frame(&page.frame, View { window, scale: Axes::splat(1.0) })
    }

    fn frame(&mut self, frame: &Frame, view: View) -> Option<Frame> {
        let mut changed = Vec::new();
        for (index, (at, item)) in frame.items().enumerate() {
            let new = match item {
                FrameItem::Group(group) => self.group(*at, group, view),
                FrameItem::Image(image, size, span) => self.image(*at, image, *size, *span, view),
                _ => None,
            };
            changed.extend(new.map(|new| (index, new)));
        }
        if changed.is_empty() {
            return None;
        }
        let mut out = Frame::new(frame.size(), frame.kind());
        if frame.has_baseline() {
            out.set_baseline(frame.baseline());
        }
        let mut changed = changed.into_iter().peekable();
        out.push_multiple(frame.items().enumerate().map(|(index, item)| {
            changed.next_if(|(changed, _)| *changed == index).map_or_else(|| item.clone(), |(_, new)| new)
        }));
        Some(out)
    }

    fn group(&mut self, at: Point, group: &GroupItem, view: View) -> Option<(Point, FrameItem)> {
        let transform = group.transform;
        let outside = Rect::new(view.window.min - at, view.window.max - at);
        let mut window = transformed(outside, transform.invert()?);
        if let Some(clip) = &group.clip {
            window = intersection(window, clip.bbox(None));
        }
        let length = |x: Ratio, y: Ratio| x.get().hypot(y.get());
        let scale = Axes::new(
            view.scale.x * length(transform.sx, transform.ky),
            view.scale.y * length(transform.kx, transform.sy),
        );
        let frame = self.frame(&group.frame, View { window, scale })?;
        Some((at, FrameItem::Group(GroupItem { frame, ..group.clone() })))
    }

    fn image(&mut self, at: Point, image: &Image, size: Size, span: Span, view: View) -> Option<(Point, FrameItem)> {
        let ImageKind::Svg(drawing) = image.kind() else { return None };
        let photo = *self.index.get(drawing.data().as_slice())?;
        let stand_in = self.stand_ins.get(photo)?;
        let (width, height) = (f64::from(stand_in.width), f64::from(stand_in.height));
        // Points of the frame that a pixel takes.
        let pixel = Axes::new(size.x / width, size.y / height);
        let seen = intersection(view.window, Rect::from_pos_size(at, size));
        let (x, across) = whole_pixels((seen.min.x - at.x) / pixel.x, (seen.max.x - at.x) / pixel.x, stand_in.width)?;
        let (y, down) = whole_pixels((seen.min.y - at.y) / pixel.y, (seen.max.y - at.y) / pixel.y, stand_in.height)?;
        let dpi = |pixel: Abs, scale: f64| 1.0 / (pixel * scale).to_inches();
        let own = Axes::new(dpi(pixel.x, view.scale.x), dpi(pixel.y, view.scale.y));
        let spot = Spot {
            photo,
            page: self.page,
            wanted: WantedPhoto {
                cut: Cut { x, y, width: across, height: down },
                width: needed(across, self.dpi / own.x),
                height: needed(down, self.dpi / own.y),
            },
            dpi: own.x.min(own.y),
        };
        let print = (self.visit)(spot)?;
        let corner = at + Point::new(pixel.x * f64::from(x), pixel.y * f64::from(y));
        let size = Size::new(pixel.x * f64::from(across), pixel.y * f64::from(down));
        let alt = image.alt().map(Into::into);
        Some((corner, FrameItem::Image(Image::new(print.0, alt, image.scaling()), size, span)))
    }
}

/// First pixel and number of pixels that hold everything from `start` to `end`; none when that is
/// nothing.
fn whole_pixels(start: f64, end: f64, limit: u32) -> Option<(u32, u32)> {
    // Rounding in the layout is no reason for one more pixel.
    const NEAR: f64 = 0.01;
    // Also what is no number: a picture without a size.
    if !matches!((end - start).partial_cmp(&NEAR), Some(std::cmp::Ordering::Greater)) {
        return None;
    }
    let first = (start + NEAR).floor().clamp(0.0, f64::from(limit - 1)) as u32;
    let last = (end - NEAR).ceil().clamp(f64::from(first + 1), f64::from(limit)) as u32;
    Some((first, last - first))
}

/// The share of `pixels` that is needed when the page shows `share` of them apart.
fn needed(pixels: u32, share: f64) -> u32 {
    let pixels = pixels.min(MOST_PIXELS);
    if share < WORTHWHILE { ((f64::from(pixels) * share).ceil() as u32).clamp(1, pixels) } else { pixels }
}

fn intersection(a: Rect, b: Rect) -> Rect {
    Rect::new(a.min.max(b.min), a.max.min(b.max))
}

/// The box around a rectangle after a transformation.
fn transformed(rect: Rect, transform: Transform) -> Rect {
    let Rect { min, max } = rect;
    let corners =
        [min, Point::new(max.x, min.y), Point::new(min.x, max.y), max].map(|corner| corner.transform(transform));
    let fold = |pick: fn(Point, Point) -> Point| corners.into_iter().reduce(pick).unwrap_or_default();
    Rect::new(fold(Point::min), fold(Point::max))
}
