//! The parts of a JPEG (ISO/IEC 10918-1, annex B).

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::options::DecoderOptions;

const START_OF_SCAN: u8 = 0xDA;
const END_OF_IMAGE: u8 = 0xD9;
/// Frames of pictures in one pass from the top; in others a missing pass would not show.
const SEQUENTIAL: [u8; 2] = [0xC0, 0xC1];

/// True if a JPEG goes on to its end: its decoder fills what is missing with grey and says nothing.
///
/// Small pictures inside its head and whatever a camera adds behind its end, such as a film, don't
/// count.
pub(super) fn is_whole(jpeg: &[u8]) -> bool {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    let mut has_scan = false;
    while let Some((marker, tail)) = next_marker(rest) {
        rest = match marker {
            END_OF_IMAGE => return has_scan,
            // These stand alone (table B.1).
            0x01 | 0xD0..=0xD8 => tail,
            _ => {
                has_scan |= marker == START_OF_SCAN;
                let Some(&[high, low]) = tail.get(..2).and_then(|length| length.first_chunk()) else { return false };
                tail.get(usize::from(u16::from_be_bytes([high, low]))..).unwrap_or_default()
            }
        };
    }
    false
}

/// True if nothing but the mark of its end is missing to a JPEG that is not whole: cameras that lose
/// power leave such files. All of the picture is there if what comes after it makes no difference.
pub(super) fn lacks_only_its_end(jpeg: &[u8]) -> bool {
    let data = jpeg.strip_suffix(&[0xFF]).unwrap_or(jpeg);
    let pixels = |filling: u8| {
        let filled = [data, &[filling; 64], &[0xFF, END_OF_IMAGE]].concat();
        let options = DecoderOptions::default().set_max_width(usize::MAX).set_max_height(usize::MAX);
        JpegDecoder::new_with_options(ZCursor::new(filled), options).decode().ok()
    };
    is_sequential(jpeg) && pixels(0x00).is_some_and(|one| pixels(0xAA) == Some(one))
}

fn is_sequential(jpeg: &[u8]) -> bool {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    while let Some((marker, tail)) = next_marker(rest) {
        if marker == START_OF_SCAN || SEQUENTIAL.contains(&marker) {
            return SEQUENTIAL.contains(&marker);
        }
        let length = tail.first_chunk().map_or(0, |length| usize::from(u16::from_be_bytes(*length)));
        rest = tail.get(length..).unwrap_or_default();
    }
    false
}

/// A JPEG up to its first scan: all that is to be known before it is decoded. Decoders copy what
/// they are given.
pub(super) fn head(jpeg: &[u8]) -> &[u8] {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    while let Some((marker, tail)) = next_marker(rest) {
        let length = tail.first_chunk().map_or(0, |length| usize::from(u16::from_be_bytes(*length)));
        let Some(after) = tail.get(length..) else { return jpeg };
        if marker == START_OF_SCAN {
            return jpeg.get(..jpeg.len() - after.len()).unwrap_or(jpeg);
        }
        rest = if matches!(marker, 0x01 | 0xD0..=END_OF_IMAGE) { tail } else { after };
    }
    jpeg
}

/// The next marker and what stands after it; bytes of a scan are passed over.
fn next_marker(mut bytes: &[u8]) -> Option<(u8, &[u8])> {
    loop {
        let at = memchr::memchr(0xFF, bytes)?;
        bytes = bytes.get(at + 1..)?;
        match *bytes.first()? {
            // A byte of the scan, and filling.
            0x00 | 0xFF => {}
            marker => return Some((marker, bytes.get(1..)?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Head with a small picture in it, two scans, end.
    fn jpeg() -> Vec<u8> {
        let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xE1, 0, 6, 0xFF, 0xDA, 0xFF, 0xD9];
        for _ in 0..2 {
            jpeg.extend([0xFF, 0xDA, 0, 3, 7, 1, 0xFF, 0, 0xFF, 0xD0, 2, 0xFF]);
        }
        jpeg.extend([0xFF, 0xD9]);
        jpeg
    }

    #[test]
    fn only_the_last_marker_ends_a_jpeg() {
        let whole = jpeg();
        assert!(is_whole(&whole));
        for length in 0..whole.len() {
            assert!(!is_whole(&whole[..length]), "{length} bytes");
        }
    }

    #[test]
    fn a_picture_that_lacks_its_last_lines_lacks_more_than_its_end() {
        let mut whole = Vec::new();
        let pixels: Vec<u8> = (0..64 * 64 * 3_u32).map(|at| (at * at / 97) as u8).collect();
        let encoder = jpeg_encoder::Encoder::new(&mut whole, 90);
        encoder.encode(&pixels, 64, 64, jpeg_encoder::ColorType::Rgb).unwrap();
        assert!(is_whole(&whole));
        for lost in [1, 2] {
            let cut = &whole[..whole.len() - lost];
            assert!(!is_whole(cut) && lacks_only_its_end(cut), "{lost} bytes");
        }
        for lost in 3..whole.len() {
            assert!(!lacks_only_its_end(&whole[..whole.len() - lost]), "{lost} bytes");
        }
    }

    #[test]
    fn what_a_camera_adds_behind_the_end_is_no_damage() {
        assert!(is_whole(&[jpeg(), vec![0xFF, 0xDA, 0, 2, 1, 2, 3]].concat()));
    }
}
