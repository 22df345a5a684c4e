//! A picture made to fit its place: cut, turned upright, as many pixels as are seen, in sRGB, and
//! nothing else that its file says.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder as _, ImageFormat, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::cut::Cut;
use super::profile::PressProfile;
use super::{PhotoProblem, colour, corrupt, decoder, inks, resize, turn};

/// Another number for every change of what comes out of [`fit`]: what was kept from before is made
/// anew.
pub const FIT_VERSION: u32 = 2;
/// Quality of the JPEGs, of 100: at 220 pixels an inch nothing is seen of it.
const QUALITY: u8 = 85;
/// A picture with hard edges, saved as PNG, gets so many times the pixels of a photo: edges show
/// their steps sooner.
const DRAWING: u32 = 2;
/// A picture saved as PNG is a drawing when its PNG is at most so many times as large as its JPEG.
const DRAWING_BYTES: usize = 2;

/// The part and size of a picture that a place on a page needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WantedPhoto {
    /// The part that is seen.
    pub cut: Cut,
    /// Pixels across that the part shall have; never more than it has.
    pub width: u32,
    /// Pixels down that the part shall have; never more than it has.
    pub height: u32,
}

/// The colours that a picture is made in.
#[derive(Clone, Copy)]
pub enum PhotoColours<'a> {
    /// Those of the screen, sRGB.
    Screen,
    /// The four inks of a press. What is transparent, and drawings, stay in those of the screen.
    Press(&'a PressProfile),
}

/// A picture that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitted {
    /// File ending for its format: `jpg` or `png`.
    pub ending: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Decodes a picture to its last pixel, to know that it is whole.
///
/// # Errors
/// See [`PhotoProblem`].
pub fn prove(bytes: &[u8]) -> Result<(), PhotoProblem> {
    let format = image::guess_format(bytes).map_err(|_| PhotoProblem::UnknownFormat)?;
    DynamicImage::from_decoder(decoder(format, bytes)?).map(drop).map_err(corrupt)
}

/// Makes the picture that a place needs.
///
/// Photos become JPEG. What is transparent stays PNG, and so do drawings.
///
/// `room` is where the picture is unpacked, if it is a photo: whoever makes many hands on the same,
/// and the system doesn't have to give and clear dozens of megabytes for each.
///
/// # Errors
/// See [`PhotoProblem`]; a picture that is broken anywhere is [`PhotoProblem::Corrupt`].
pub fn fit(
    bytes: &[u8],
    wanted: &WantedPhoto,
    colours: PhotoColours<'_>,
    room: &mut Vec<u8>,
) -> Result<Fitted, PhotoProblem> {
    let format = image::guess_format(bytes).map_err(|_| PhotoProblem::UnknownFormat)?;
    let mut decoder = decoder(format, bytes)?;
    // Whether it has a profile that can be read is of no weight: none is what most have.
    let profile = decoder.icc_profile().ok().flatten();
    let orientation = decoder.orientation().map_err(corrupt)?;
    if format == ImageFormat::Jpeg && inks::is_in_inks(bytes) {
        drop(decoder);
        return fitted(&inks::unpack(bytes)?, format, orientation, None, wanted, colours);
    }
    let picture = unpack(decoder, room)?;
    let fitted = fitted(&picture, format, orientation, profile.as_deref(), wanted, colours);
    *room = picture.into_bytes();
    fitted
}

/// The picture's pixels, in `room` when there is nothing to convert.
fn unpack(decoder: impl ImageDecoder, room: &mut Vec<u8>) -> Result<DynamicImage, PhotoProblem> {
    if decoder.color_type() != image::ColorType::Rgb8 {
        *room = Vec::new();
        return Ok(plain(DynamicImage::from_decoder(decoder).map_err(corrupt)?));
    }
    let (width, height) = decoder.dimensions();
    let length = usize::try_from(decoder.total_bytes()).map_err(|_| absurd())?;
    let mut pixels = std::mem::take(room);
    if pixels.capacity() < length {
        // First the old one goes: growing it would need both at once.
        pixels = Vec::new();
        pixels.reserve_exact(length);
    }
    // What a damaged file leaves out must not show another photo.
    pixels.clear();
    pixels.resize(length, 0);
    decoder.read_image(&mut pixels).map_err(corrupt)?;
    RgbImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8).ok_or_else(absurd)
}

fn absurd() -> PhotoProblem {
    PhotoProblem::Corrupt("its size is wrong".to_owned())
}

fn fitted(
    picture: &DynamicImage,
    format: ImageFormat,
    orientation: Orientation,
    profile: Option<&[u8]>,
    wanted: &WantedPhoto,
    colours: PhotoColours<'_>,
) -> Result<Fitted, PhotoProblem> {
    let cut = turn::stored(wanted.cut, orientation, (picture.width(), picture.height()));
    let make = |times| {
        let made = scaled(picture, cut, orientation, wanted, times)?;
        Some(match profile {
            Some(profile) => colour::to_srgb(made, profile),
            None => made,
        })
    };
    if picture.color().has_alpha() {
        return png(&make(DRAWING).ok_or_else(absurd)?);
    }
    let made = make(1).ok_or_else(absurd)?;
    let photo = jpeg(&made)?;
    if format == ImageFormat::Png && png(&made)?.bytes.len() <= DRAWING_BYTES * photo.bytes.len() {
        return png(&make(DRAWING).ok_or_else(absurd)?);
    }
    match colours {
        PhotoColours::Screen => Ok(photo),
        PhotoColours::Press(press) => in_inks(&made, press),
    }
}

/// A photo as a JPEG in the four inks of a press.
fn in_inks(picture: &DynamicImage, press: &PressProfile) -> Result<Fitted, PhotoProblem> {
    let inks = press.separation().and_then(|press| press.inks(picture.as_bytes()));
    let inks = inks.ok_or_else(|| PhotoProblem::Corrupt("its inks can't be mixed".to_owned()))?;
    encoded(&inks, (picture.width(), picture.height()), ColorType::Cmyk, SamplingFactor::F_1_1)
}

/// In 8 bits a colour; transparency only where there is some.
fn plain(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return DynamicImage::ImageRgb8(picture.into_rgb8());
    }
    let picture = picture.into_rgba8();
    if picture.pixels().any(|pixel| pixel.0[3] < u8::MAX) {
        DynamicImage::ImageRgba8(picture)
    } else {
        DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(picture).into_rgb8())
    }
}

/// The part, upright, in so many times the wanted size, but no larger than it is.
fn scaled(
    picture: &DynamicImage,
    cut: Cut,
    orientation: Orientation,
    wanted: &WantedPhoto,
    times: u32,
) -> Option<DynamicImage> {
    let (width, height) = (wanted.width.saturating_mul(times), wanted.height.saturating_mul(times));
    let (width, height) = if turn::swaps_sides(orientation) { (height, width) } else { (width, height) };
    let mut made = if width >= cut.width && height >= cut.height {
        picture.crop_imm(cut.x, cut.y, cut.width, cut.height)
    } else {
        resize::resize(picture, cut, width.clamp(1, cut.width), height.clamp(1, cut.height))?
    };
    made.apply_orientation(orientation);
    Some(made)
}

fn jpeg(picture: &DynamicImage) -> Result<Fitted, PhotoProblem> {
    encoded(picture.as_bytes(), (picture.width(), picture.height()), ColorType::Rgb, SamplingFactor::F_2_2)
}

fn encoded(
    pixels: &[u8],
    (width, height): (u32, u32),
    colours: ColorType,
    sampling: SamplingFactor,
) -> Result<Fitted, PhotoProblem> {
    let failed = |reason: String| PhotoProblem::Corrupt(reason);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(sampling);
    // Not with tables of its own: where a picture has no colours they hold one code, which
    // zune-jpeg, typst's reader, misreads.
    let side = |pixels: u32| u16::try_from(pixels).map_err(|_| failed(format!("{pixels} pixels in a row")));
    let (width, height) = (side(width)?, side(height)?);
    encoder.encode(pixels, width, height, colours).map_err(|error| failed(error.to_string()))?;
    Ok(Fitted { ending: "jpg", bytes })
}

fn png(picture: &DynamicImage) -> Result<Fitted, PhotoProblem> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    let colour = picture.color().into();
    encoder.write_image(picture.as_bytes(), picture.width(), picture.height(), colour).map_err(corrupt)?;
    Ok(Fitted { ending: "png", bytes })
}
