//! Pictures: what they are and how large ([`inspect`]), and how they are made to fit their place on
//! a page ([`fit`]).
//!
//! Bytes in, bytes out: no file is read here and none is written.

mod colour;
mod cut;
mod fit;
mod inks;
mod jpeg;
mod light;
mod other;
mod profile;
mod resize;
mod separation;
mod turn;

use std::io::Cursor;
use std::path::Path;

use image::{ImageDecoder, ImageFormat, ImageReader, Limits};

pub use self::cut::Cut;
pub use self::fit::{FIT_VERSION, Fitted, PhotoColours, WantedPhoto, fit, prove};
pub use self::profile::{MAX_PROFILE_BYTES, PressProfile};
use crate::words::{FileKind, FileProblem};

/// The most bytes a picture's file may have.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;
/// The most pixels a picture may have: as the largest phone cameras.
pub const MAX_PIXELS: u64 = 64_000_000;
/// The most pixels in a row: a line of a picture is held whole, and a strip of one pixel by millions
/// costs more than its pixels.
pub const MAX_SIDE: u32 = 32_000;
/// The most bytes a picture may take when it is unpacked: [`MAX_PIXELS`] of three colours and a
/// byte each.
const MAX_UNPACKED: u64 = 3 * MAX_PIXELS;
/// The most bytes of a PNG's packed colour profile: it may unpack to a thousand times that, and the
/// decoder sets no limit.
const MAX_PROFILE: usize = 64 * 1024;

/// The endings of the formats that can be printed.
pub const ENDINGS: [&str; 3] = ["jpg", "png", "webp"];

/// A picture that can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhotoFacts {
    /// File ending for its format, as `jpg`.
    pub ending: &'static str,
    /// Pixels across, as shown (after the camera's rotation).
    pub width: u32,
    /// Pixels down, as shown.
    pub height: u32,
    /// True if the file lacks the mark of its end, and nothing else.
    pub lacks_end: bool,
}

/// Why a picture can't be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhotoProblem {
    /// Not one of JPEG, PNG, WebP.
    UnknownFormat,
    /// Something else, which is known.
    NoPhoto(FileKind),
    /// The name says one format and the bytes another.
    WrongEnding {
        /// The real kind of the bytes, as `png`.
        actual: &'static str,
    },
    /// Larger than [`MAX_PIXELS`].
    TooManyPixels {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// A side longer than [`MAX_SIDE`].
    SideTooLong {
        /// The pixels of the longer side.
        side: u32,
    },
    /// Broken or cut short, with the decoder's reason.
    Corrupt(String),
}

impl PhotoProblem {
    /// The message for the user, about the picture of this name.
    #[must_use]
    pub fn told(self, name: &str) -> FileProblem {
        let path = name.to_owned();
        match self {
            Self::UnknownFormat => FileProblem::UnsupportedPicture { path, supported: ENDINGS.to_vec() },
            Self::NoPhoto(kind) => FileProblem::NotAPicture { path, kind, supported: ENDINGS.to_vec() },
            Self::WrongEnding { actual } => FileProblem::WrongEnding { path, real: actual.to_owned() },
            Self::TooManyPixels { width, height } => {
                FileProblem::TooManyPixels { path, width, height, limit: MAX_PIXELS }
            }
            Self::SideTooLong { side } => FileProblem::SideTooLong { path, side, limit: MAX_SIDE },
            Self::Corrupt(reason) => FileProblem::CorruptPicture { path, reason },
        }
    }
}

/// Looks at a picture's head, and whether a JPEG goes on to its end. Damage further in is found by
/// [`fit`], which decodes it.
///
/// # Errors
/// See [`PhotoProblem`].
pub fn inspect(name: &Path, bytes: &[u8]) -> Result<PhotoFacts, PhotoProblem> {
    if let Some(kind) = other::kind_of(bytes) {
        return Err(PhotoProblem::NoPhoto(kind));
    }
    let format = image::guess_format(bytes).map_err(|_| PhotoProblem::UnknownFormat)?;
    let ending = ending(format).ok_or(PhotoProblem::UnknownFormat)?;
    if ImageFormat::from_path(name).ok() != Some(format) {
        return Err(PhotoProblem::WrongEnding { actual: ending });
    }
    let lacks_end = format == ImageFormat::Jpeg && !jpeg::is_whole(bytes);
    if lacks_end && !jpeg::lacks_only_its_end(bytes) {
        return Err(PhotoProblem::Corrupt("the end of the picture is missing".to_owned()));
    }
    let head = if format == ImageFormat::Jpeg { jpeg::head(bytes) } else { bytes };
    let mut decoder = decoder(format, head)?;
    let (width, height) = decoder.dimensions();
    let turned = turn::swaps_sides(decoder.orientation().map_err(corrupt)?);
    let (width, height) = if turned { (height, width) } else { (width, height) };
    Ok(PhotoFacts { ending, width, height, lacks_end })
}

/// Reads a picture's head; what would fill the memory goes no further.
fn decoder(format: ImageFormat, bytes: &[u8]) -> Result<impl ImageDecoder + '_, PhotoProblem> {
    if format == ImageFormat::Png && !profile_fits(bytes) {
        return Err(PhotoProblem::Corrupt("its colour profile is too large".to_owned()));
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(Limits::no_limits());
    let decoder = reader.into_decoder().map_err(corrupt)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(PhotoProblem::Corrupt("it has no pixels".to_owned()));
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS || decoder.total_bytes() > MAX_UNPACKED {
        return Err(PhotoProblem::TooManyPixels { width, height });
    }
    let side = width.max(height);
    if side > MAX_SIDE {
        return Err(PhotoProblem::SideTooLong { side });
    }
    Ok(decoder)
}

fn corrupt(error: image::ImageError) -> PhotoProblem {
    PhotoProblem::Corrupt(error.to_string())
}

/// True if a PNG's colour profile is of a size that profiles have.
fn profile_fits(png: &[u8]) -> bool {
    let mut rest = png.get(8..).unwrap_or_default();
    while let Some((head, tail)) = rest.split_at_checked(8) {
        let (length, kind) = head.split_at(4);
        let length = length.iter().fold(0_usize, |length, byte| length << 8 | usize::from(*byte));
        match kind {
            b"iCCP" => return length <= MAX_PROFILE,
            b"IDAT" => return true,
            // The chunk's bytes and its checksum.
            _ => rest = tail.get(length.saturating_add(4)..).unwrap_or_default(),
        }
    }
    true
}

fn ending(format: ImageFormat) -> Option<&'static str> {
    match format {
        ImageFormat::Jpeg => Some("jpg"),
        ImageFormat::Png => Some("png"),
        ImageFormat::WebP => Some("webp"),
        _ => None,
    }
}
