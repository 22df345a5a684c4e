//! The position of the camera (Exif 2.32, `Orientation`).

use image::metadata::Orientation;

use super::cut::Cut;

/// True if width and height change places.
pub(super) fn swaps_sides(orientation: Orientation) -> bool {
    use Orientation as O;
    matches!(orientation, O::Rotate90 | O::Rotate270 | O::Rotate90FlipH | O::Rotate270FlipH)
}

/// The place of a part of the picture as shown in the picture as stored, whose size is `width` by
/// `height`.
pub(super) fn stored(cut: Cut, orientation: Orientation, (width, height): (u32, u32)) -> Cut {
    use Orientation as O;
    let Cut { x, y, width: w, height: h } = cut;
    let (w, h) = if swaps_sides(orientation) { (h, w) } else { (w, h) };
    // What is left of the stored picture beside the part, and above or below it.
    let (across, down) = (width.saturating_sub(w), height.saturating_sub(h));
    let (x, y) = match orientation {
        O::NoTransforms => (x, y),
        O::FlipHorizontal => (across.saturating_sub(x), y),
        O::FlipVertical => (x, down.saturating_sub(y)),
        O::Rotate180 => (across.saturating_sub(x), down.saturating_sub(y)),
        O::Rotate90 => (y, down.saturating_sub(x)),
        O::Rotate270 => (across.saturating_sub(y), x),
        O::Rotate90FlipH => (y, x),
        O::Rotate270FlipH => (across.saturating_sub(y), down.saturating_sub(x)),
    };
    Cut { x, y, width: w, height: h }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::DynamicImage;

    #[test]
    fn a_part_is_found_however_the_camera_was_held() {
        let pixel = |x: u32, y: u32| image::Rgb([x as u8, y as u8, 0]);
        let stored_picture = DynamicImage::ImageRgb8(image::RgbImage::from_fn(7, 5, pixel));
        for exif in 1..=8 {
            let orientation = Orientation::from_exif(exif).unwrap();
            let mut shown = stored_picture.clone();
            shown.apply_orientation(orientation);
            assert_eq!(swaps_sides(orientation), shown.width() == 5, "{exif}");
            let cut = Cut { x: 1, y: 2, width: 3, height: 2 };
            let Cut { x, y, width, height } = stored(cut, orientation, (7, 5));
            let mut part = stored_picture.crop_imm(x, y, width, height);
            part.apply_orientation(orientation);
            assert_eq!(part, shown.crop_imm(1, 2, 3, 2), "{exif}");
        }
    }
}
