//! The pictures inside a PDF.

use image::RgbImage;
use lopdf::{Document, Object};

/// A picture as the file has it.
pub struct Embedded {
    /// The name of its compression, such as `DCTDecode`.
    pub filter: String,
    /// The compressed bytes.
    pub bytes: Vec<u8>,
    /// What it shows.
    pub pixels: RgbImage,
}

/// All pictures of a file in the order of their objects, masks left out.
pub fn pictures(pdf: &[u8]) -> Vec<Embedded> {
    let file = Document::load_mem(pdf).expect("the file is no PDF");
    let name = |object: Option<&Object>| object.and_then(|name| name.as_name().ok()).map(<[u8]>::to_vec);
    let picture = |object: &Object| {
        let stream = object.as_stream().ok()?;
        let is_picture = name(stream.dict.get(b"Subtype").ok()).as_deref() == Some(b"Image");
        let colours = stream.dict.get(b"ColorSpace").ok();
        if !is_picture || name(colours).as_deref() == Some(b"DeviceGray") {
            return None;
        }
        let filter = String::from_utf8(name(stream.dict.get(b"Filter").ok())?).unwrap();
        let side = |key: &[u8]| stream.dict.get(key).unwrap().as_i64().unwrap() as u32;
        let pixels = if filter == "DCTDecode" {
            image::load_from_memory(&stream.content).unwrap().into_rgb8()
        } else {
            let raw = stream.decompressed_content().unwrap();
            RgbImage::from_raw(side(b"Width"), side(b"Height"), raw)?
        };
        Some(Embedded { filter, bytes: stream.content.clone(), pixels })
    };
    file.objects.values().filter_map(picture).collect()
}
