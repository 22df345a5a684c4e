//! Pages as pixels, drawn from the finished PDF itself.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

/// A page in shades of grey, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// 0 is black.
    pub grey: Vec<u8>,
}

/// Draws every page at so many pixels a point.
pub fn pages(pdf: &[u8], scale: f32) -> Vec<Picture> {
    let pdf = Pdf::new(pdf.to_vec()).expect("the file is no PDF");
    let cache = RenderCache::new();
    let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    let draw = |page| {
        let pixels = render(page, &cache, &InterpreterSettings::default(), &settings);
        let (width, height) = (usize::from(pixels.width()), usize::from(pixels.height()));
        let grey = |pixel: &[u8]| {
            // ITU-R BT.601.
            let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
            ((299 * r + 587 * g + 114 * b) / 1000) as u8
        };
        Picture { width, height, grey: pixels.data_as_u8_slice().chunks_exact(4).map(grey).collect() }
    };
    pdf.pages().iter().map(draw).collect()
}

impl Picture {
    /// A quarter of the size, each pixel the mean of its square.
    pub fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let at = |x: usize, y: usize| u32::from(self.grey[y * self.width + x]);
        let mean = |index: usize| {
            let (x, y) = (2 * (index % width), 2 * (index / width));
            ((at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 4) as u8
        };
        Self { width, height, grey: (0..width * height).map(mean).collect() }
    }

    /// As a PNG file.
    pub fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        let (width, height) = (self.width as u32, self.height as u32);
        image::ImageEncoder::write_image(encoder, &self.grey, width, height, image::ExtendedColorType::L8).unwrap();
        bytes
    }

    /// From a PNG file.
    pub fn from_png(bytes: &[u8]) -> Self {
        let image = image::load_from_memory(bytes).unwrap().into_luma8();
        Self { width: image.width() as usize, height: image.height() as usize, grey: image.into_raw() }
    }

    /// The largest difference of any pixel; pictures of different size differ wholly.
    pub fn difference(&self, other: &Self) -> u8 {
        if (self.width, self.height) != (other.width, other.height) {
            return 255;
        }
        self.grey.iter().zip(&other.grey).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0)
    }
}
