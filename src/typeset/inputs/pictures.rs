//! The pictures of a document, under the names they have in its world.

use std::collections::BTreeMap;

use typst::foundations::Bytes;

use super::spec::DocumentSpec;
use crate::photo::PhotoFacts;

/// A photo of a document. Pages are laid out with a stand-in for it, see [`crate::pages::photos`].
#[derive(Clone, Debug)]
pub struct Photo {
    /// The name that report or workspace use.
    pub name: String,
    /// SHA-512 of the file.
    pub digest: String,
    /// Its kind and size.
    pub facts: PhotoFacts,
    /// The SVG file that stands for it.
    pub stand_in: Bytes,
}

/// A picture in the document's world.
pub(super) struct WorldPicture {
    pub(super) path: String,
    /// The drawing, or the photo's stand-in.
    pub(super) bytes: Bytes,
    pub(super) photo: Option<(PhotoFacts, String)>,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The report's pictures and the office's mark, by the name that report and workspace use.
pub(super) struct DocumentPictures(pub(super) BTreeMap<String, WorldPicture>);

impl DocumentPictures {
    pub(super) fn new(spec: &DocumentSpec) -> Self {
        let logo = spec.workspace.office.as_ref().and_then(|office| office.logo.as_ref());
        let logo = logo.map(|logo| logo.file.value.as_str());
        let names = logo.into_iter().chain(spec.subject.pictures().map(|picture| picture.file.value.as_str()));
        let mut placed = BTreeMap::new();
        for name in names {
            let number = placed.len() + 1;
            if let Some(asset) = spec.assets.get(name) {
                placed.entry(name.to_owned()).or_insert_with(|| WorldPicture {
                    path: format!("/photos/{number}.svg"),
                    bytes: asset.facts.map_or_else(|| asset.bytes.clone(), |facts| stand_in(number, facts)),
                    photo: asset.facts.map(|facts| (facts, asset.digest.clone())),
                    width: asset.facts.map_or(0, |facts| facts.width),
                    height: asset.facts.map_or(0, |facts| facts.height),
                });
            }
        }
        Self(placed)
    }
}

/// A drawing of a photo's shape with nothing in it. No two of a document are the same.
fn stand_in(number: usize, PhotoFacts { width, height, .. }: PhotoFacts) -> Bytes {
    Bytes::from_string(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><!-- photo {number} --></svg>"
    ))
}
