//! Pictures of exact size and few bytes, for social networks.

use std::ops::RangeInclusive;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _, ImageResult};
use typst::layout::Abs;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

/// The most bytes of a picture: networks pack larger ones anew, and badly.
pub const MAX_PICTURE: usize = 400_000;
/// JPEG's qualities, from where letters begin to grow a haze up to what the eye can't tell from the
/// original.
const QUALITIES: RangeInclusive<u8> = 70..=95;

/// The pixels across a preview: letters can be told, if not read.
pub(super) const PREVIEW_WIDTH: f64 = 480.0;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureProblem {
    /// The document is not one page of the size asked for.
    Shape {
        /// The number of pages it has.
        pages: usize,
        /// The first page's width in points, which are pixels.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// More than [`MAX_PICTURE`] even at the lowest quality.
    TooLarge,
}

/// A document of one page as a picture of `width` by `height` pixels, a pixel for each point, and
/// the ending of its format.
///
/// PNG, which loses nothing, where it takes at most [`MAX_PICTURE`] bytes; else JPEG in the best
/// quality that does, with all of the colours' detail. The bytes hold pixels and nothing else: no
/// transparency, no metadata.
///
/// # Errors
/// See [`PictureProblem`].
pub fn picture(
    document: &PagedDocument,
    (width, height): (u32, u32),
) -> Result<(Vec<u8>, &'static str), PictureProblem> {
    let pixels = pixels(document, width, height)?;
    if let Ok(bytes) = png(&pixels, width, height)
        && bytes.len() <= MAX_PICTURE
    {
        return Ok((bytes, "png"));
    }
    let (mut low, mut high) = QUALITIES.into_inner();
    let fits = |quality| jpeg(&pixels, width, height, quality).ok().filter(|bytes| bytes.len() <= MAX_PICTURE);
    if let Some(bytes) = fits(high) {
        return Ok((bytes, "jpg"));
    }
    let mut best = fits(low).ok_or(PictureProblem::TooLarge)?;
    while high - low > 1 {
        let middle = low.midpoint(high);
        match fits(middle) {
            Some(bytes) => (low, best) = (middle, bytes),
            None => high = middle,
        }
    }
    Ok((best, "jpg"))
}

/// A document's first page as a PNG file of 480 pixels' width; no bytes for a document without
/// pages.
#[must_use]
pub fn preview(document: &PagedDocument) -> Vec<u8> {
    let Some(page) = document.pages().first() else { return Vec::new() };
    let scale = PREVIEW_WIDTH / page.frame.width().to_pt().max(1.0);
    let canvas = drawn(page, scale);
    png(&canvas.rows, canvas.width, canvas.height).unwrap_or_default()
}

/// Red, green and blue of each pixel, row by row.
fn pixels(document: &PagedDocument, width: u32, height: u32) -> Result<Vec<u8>, PictureProblem> {
    let whole = |length: Abs| length.to_pt().round() as u32;
    let size = |page: &typst_layout::Page| (whole(page.frame.width()), whole(page.frame.height()));
    let found = document.pages().first().map(size).unwrap_or_default();
    let (Some(page), [_]) = (document.pages().first(), document.pages()) else {
        return Err(PictureProblem::Shape { pages: document.pages().len(), width: found.0, height: found.1 });
    };
    if found != (width, height) {
        return Err(PictureProblem::Shape { pages: 1, width: found.0, height: found.1 });
    }
    Ok(drawn(page, 1.0).rows)
}

/// A page as pixels.
struct Drawn {
    /// Red, green and blue of each pixel, row by row.
    rows: Vec<u8>,
    width: u32,
    height: u32,
}

fn drawn(page: &typst_layout::Page, pixels_per_point: f64) -> Drawn {
    let options = RenderOptions { pixel_per_pt: pixels_per_point.into(), render_bleed: false };
    let canvas = typst_render::render(page, &options);
    let rows = canvas.data().as_chunks().0.iter().copied().flat_map(opaque).collect();
    Drawn { rows, width: canvas.width(), height: canvas.height() }
}

/// A pixel on white. Colours are stored times their opacity: the rest is the white under a page
/// without a ground.
fn opaque([red, green, blue, alpha]: [u8; 4]) -> [u8; 3] {
    [red, green, blue].map(|channel| channel.saturating_add(u8::MAX - alpha))
}

fn png(pixels: &[u8], width: u32, height: u32) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive).write_image(
        pixels,
        width,
        height,
        ExtendedColorType::Rgb8,
    )?;
    Ok(bytes)
}

fn jpeg(pixels: &[u8], width: u32, height: u32, quality: u8) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).write_image(pixels, width, height, ExtendedColorType::Rgb8)?;
    Ok(bytes)
}
