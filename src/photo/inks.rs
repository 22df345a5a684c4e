//! Pictures in the four printing inks, as colours of the screen.
//!
//! What a mixture of inks looks like, the picture's own profile says, or for one without a profile
//! that of the press. The darkest mixture becomes black, so that a picture keeps its depth (black
//! point compensation).

use image::{DynamicImage, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, RenderingIntent, TransformExecutor, TransformOptions};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::PhotoProblem;
use super::light::{light, luminance, value_of};
use super::profile::COATED;

/// True of a JPEG in four inks.
pub(super) fn is_in_inks(jpeg: &[u8]) -> bool {
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(jpeg), options());
    decoder.decode_headers().is_ok() && matches!(decoder.input_colorspace(), Some(ColorSpace::CMYK | ColorSpace::YCCK))
}

/// Unpacks a JPEG in four inks as sRGB.
///
/// # Errors
/// [`PhotoProblem::Corrupt`].
pub(super) fn unpack(jpeg: &[u8]) -> Result<DynamicImage, PhotoProblem> {
    let broken = |reason: String| PhotoProblem::Corrupt(reason);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(jpeg), options());
    decoder.decode_headers().map_err(|error| broken(error.to_string()))?;
    let stored = decoder.input_colorspace().unwrap_or(ColorSpace::CMYK);
    decoder.set_options(options().jpeg_set_out_colorspace(stored));
    let mut inks = decoder.decode().map_err(|error| broken(error.to_string()))?;
    let (width, height) = decoder.dimensions().unwrap_or_default();
    // Adobe's programs store inks as light, and say that it's theirs; all others follow them.
    if stored == ColorSpace::YCCK {
        inks.as_chunks_mut().0.iter_mut().for_each(|pixel| *pixel = cmyk_of(*pixel));
    } else if has_adobe_mark(jpeg) {
        inks.iter_mut().for_each(|ink| *ink = u8::MAX - *ink);
    }
    let rgb = InkProfile::of(decoder.icc_profile().as_deref()).and_then(|profile| profile.to_srgb(&inks));
    let size = |side: usize| u32::try_from(side).unwrap_or_default();
    rgb.and_then(|rgb| RgbImage::from_raw(size(width), size(height), rgb))
        .map(DynamicImage::ImageRgb8)
        .ok_or_else(|| broken("its inks can't be read".to_owned()))
}

fn options() -> DecoderOptions {
    DecoderOptions::default().set_strict_mode(false).set_max_width(usize::MAX).set_max_height(usize::MAX)
}

/// True if a JPEG says that one of Adobe's programs wrote it, or one that does as they do (the marker
/// APP14).
fn has_adobe_mark(jpeg: &[u8]) -> bool {
    memchr::memmem::find_iter(super::jpeg::head(jpeg), b"\xFF\xEE").any(|at| jpeg.get(at + 4..at + 9) == Some(b"Adobe"))
}

/// Inks of luma, two differences of colour, and light in the place of black (Adobe Technical Note 5116).
fn cmyk_of([y, cb, cr, k]: [u8; 4]) -> [u8; 4] {
    let (y, cb, cr) = (f32::from(y), f32::from(cb) - 128.0, f32::from(cr) - 128.0);
    let ink = |value: f32| value.round().clamp(0.0, 255.0) as u8;
    [ink(y + 1.402 * cr), ink(y - 0.344_14 * cb - 0.714_14 * cr), ink(y + 1.772 * cb), u8::MAX - k]
}

/// What inks look like.
pub(super) struct InkProfile {
    transform: std::sync::Arc<dyn TransformExecutor<u8> + Send + Sync>,
}

impl InkProfile {
    /// By a profile; by that of the press if there is none, or none of four inks.
    pub(super) fn of(profile: Option<&[u8]>) -> Option<Self> {
        let own = profile.and_then(|profile| ColorProfile::new_from_slice(profile).ok());
        let own = own.filter(|profile| profile.color_space == DataColorSpace::Cmyk);
        own.and_then(|profile| Self::reading(&profile))
            .or_else(|| Self::reading(&ColorProfile::new_from_slice(COATED).ok()?))
    }

    fn reading(profile: &ColorProfile) -> Option<Self> {
        let srgb = ColorProfile::new_srgb();
        // Small profiles have one table for all intents.
        let intents = [RenderingIntent::RelativeColorimetric, RenderingIntent::Perceptual];
        let transform = intents.into_iter().find_map(|rendering_intent| {
            let options = TransformOptions { rendering_intent, ..Default::default() };
            // Four channels are four channels: the library has no name of its own for these.
            profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgb, options).ok()
        });
        Some(Self { transform: transform? })
    }

    pub(super) fn to_srgb(&self, inks: &[u8]) -> Option<Vec<u8>> {
        let mut rgb = vec![0; inks.len() / 4 * 3];
        self.transform.transform(inks, &mut rgb).ok()?;
        let mut darkest = [0; 3];
        self.transform.transform(&[u8::MAX; 4], &mut darkest).ok()?;
        let deeper = deepened(luminance(darkest));
        rgb.iter_mut().for_each(|part| *part = deeper[usize::from(*part)]);
        Some(rgb)
    }
}

/// For each value of a colour's part the one that makes a luminance black and leaves white as it is.
fn deepened(black: f32) -> [u8; 256] {
    std::array::from_fn(|value| value_of((light(value as u8) - black) / (1.0 - black)))
}

#[cfg(test)]
mod tests {
    use jpeg_encoder::{ColorType, Encoder};

    use super::*;

    /// A JPEG all of one mixture, in the percents of the inks.
    fn jpeg(mixture: [u8; 4], kind: ColorType) -> Vec<u8> {
        let mut bytes = Vec::new();
        let pixel = mixture.map(|percent| (f32::from(percent) * 2.55).round() as u8);
        Encoder::new(&mut bytes, 100).encode(&pixel.repeat(16 * 16), 16, 16, kind).unwrap();
        bytes
    }

    fn seen(mixture: [u8; 4], kind: ColorType) -> [u8; 3] {
        let jpeg = jpeg(mixture, kind);
        assert!(is_in_inks(&jpeg));
        unpack(&jpeg).unwrap().into_rgb8().get_pixel(8, 8).0
    }

    #[test]
    fn mixtures_look_as_they_are_printed() {
        for kind in [ColorType::Cmyk, ColorType::CmykAsYcck] {
            let [red, green, blue] = seen([100, 0, 0, 0], kind);
            assert!(red < 60 && (140..200).contains(&green) && (200..250).contains(&blue), "{:?}", [red, green, blue]);
            let white = seen([0; 4], kind);
            assert!(white.iter().all(|part| *part >= 252), "{white:?}");
            let darkest = seen([100; 4], kind);
            assert!(darkest.iter().all(|part| *part <= 12), "{darkest:?}");
            let [red, green, blue] = seen([0, 100, 100, 0], kind);
            assert!(red > 200 && green < 70 && blue < 70, "{:?}", [red, green, blue]);
        }
    }

    /// The profile of the press, but for it every mixture is grey.
    fn colourless() -> Vec<u8> {
        let mut profile = COATED.to_vec();
        let number = |profile: &[u8], at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap()) as usize;
        for at in (0..number(&profile, 128)).map(|tag| 132 + 12 * tag) {
            let start = number(&profile, at + 4);
            if &profile[at..at + 3] == b"A2B" {
                // Of 16 bits: four tables of the inks' values, then six steps of each ink in Lab.
                let values = usize::from(u16::from_be_bytes(profile[start + 48..start + 50].try_into().unwrap()));
                let mixtures = &mut profile[start + 52 + 4 * 2 * values..][..6 * 6 * 6 * 6 * 6];
                mixtures.chunks_mut(6).for_each(|lab| lab[2..].copy_from_slice(&[0x80, 0, 0x80, 0]));
            }
        }
        profile
    }

    #[test]
    fn a_profile_of_its_own_says_what_a_picture_looks_like() {
        let pixel = [255, 0, 0, 0].repeat(16 * 16);
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 100);
        encoder.add_icc_profile(&colourless()).unwrap();
        encoder.encode(&pixel, 16, 16, ColorType::Cmyk).unwrap();
        let [red, green, blue] = unpack(&bytes).unwrap().into_rgb8().get_pixel(8, 8).0;
        assert!(red.abs_diff(green) <= 3 && green.abs_diff(blue) <= 3, "{:?}", [red, green, blue]);
        let [red, _, blue] = seen([100, 0, 0, 0], ColorType::Cmyk);
        assert!(blue > red + 100, "the press's own cyan is a colour");
    }

    #[test]
    fn pictures_of_the_screen_are_not_in_inks() {
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes, 90).encode(&[7; 3 * 256], 16, 16, ColorType::Rgb).unwrap();
        assert!(!is_in_inks(&bytes));
    }
}
