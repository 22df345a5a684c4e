//! Colours as sRGB: what a camera's profile says must not be lost with the profile.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Converts a picture from the colours of its profile to sRGB. A profile that can't be read, or
/// that is not one of red, green and blue, is passed over, as picture programs do.
pub(super) fn to_srgb(picture: DynamicImage, profile: &[u8]) -> DynamicImage {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return picture };
    if profile.color_space != DataColorSpace::Rgb {
        return picture;
    }
    let layout = if picture.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let srgb = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default()) else {
        return picture;
    };
    let mut converted = picture;
    let pixels = match &mut converted {
        DynamicImage::ImageRgb8(picture) => &mut **picture,
        DynamicImage::ImageRgba8(picture) => &mut **picture,
        _ => return converted,
    };
    let source = pixels.to_vec();
    if transform.transform(&source, pixels).is_err() {
        pixels.copy_from_slice(&source);
    }
    converted
}
