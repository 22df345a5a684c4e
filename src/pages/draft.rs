//! The word across every page of a draft, over whatever a template draws, so that no template can
//! leave it out.

use typst::ecow::EcoVec;
use typst::foundations::{Content, NativeElement as _};
use typst::introspection::{Location, Tag, TagFlags};
use typst::layout::{Abs, Angle, Frame, FrameItem, GroupItem, Point, Ratio, Size, Transform};
use typst::model::Document as _;
use typst::pdf::{ArtifactElem, ArtifactKind};
use typst::text::{Font, FontInstance, FontVariant, FontVariations, FontWeight};
use typst::utils::hash128;
use typst::visualize::{Color, Paint};
use typst_layout::{Page, PagedDocument};

use super::Finished;
use super::label::label;

/// The part of the page's diagonal that the word takes.
const SHARE: f64 = 0.62;
/// The ground that the word is written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clear {
    /// A page of words, which are read through it.
    Page,
    /// A picture, whose colours would swallow a faint word.
    Picture,
}

impl Clear {
    /// The part of the ground that is seen through the word.
    fn share(self) -> f64 {
        match self {
            Self::Page => 0.84,
            Self::Picture => 0.5,
        }
    }
}

/// Writes a word, such as «مسودة», across every page in a bold face.
pub fn mark(finished: &mut Finished, font: &Font, word: &str, clear: Clear) {
    let document = &finished.document;
    let mut pages: EcoVec<_> = document.pages().iter().cloned().collect();
    let face = bold(font);
    for (index, page) in pages.make_mut().iter_mut().enumerate() {
        across(page, index, &face, word, clear);
    }
    finished.document = PagedDocument::new(pages, document.info().clone());
}

fn bold(font: &Font) -> FontInstance {
    let variant = FontVariant { weight: FontWeight::BOLD, ..FontVariant::default() };
    font.clone().instantiate(variant, Abs::pt(100.0), &FontVariations::default())
}

/// From the upper right corner down to the left, as Arabic is read.
fn across(page: &mut Page, index: usize, face: &FontInstance, word: &str, clear: Clear) {
    let area = page.frame.size();
    let grey = Color::from_u8(128, 128, 128, 255);
    let paint = Paint::Solid(grey.transparentize(Ratio::new(clear.share())).unwrap_or(grey));
    let unit = label(face, Abs::pt(1.0), &paint, word).width().to_pt().max(0.1);
    let size = Abs::pt(area.to_point().hypot().to_pt() * SHARE / unit);
    let item = label(face, size, &paint, word);
    let box_size = Size::new(item.width(), size);
    let mut written = Frame::soft(box_size);
    written.push(Point::with_y(size * 0.72), FrameItem::Text(item));
    let slope = Angle::rad((area.y / area.x).atan());
    let transform = Transform::translate(area.x / 2.0, area.y / 2.0)
        .pre_concat(Transform::rotate(-slope))
        .pre_concat(Transform::translate(-box_size.x / 2.0, -box_size.y / 2.0));
    let (start, end) = artifact(index);
    page.frame.push(Point::zero(), FrameItem::Tag(start));
    page.frame.push(Point::zero(), FrameItem::Group(GroupItem { transform, ..GroupItem::new(written) }));
    page.frame.push(Point::zero(), FrameItem::Tag(end));
}

/// The tags that tell readers of a tagged file that the word between is no part of the text.
fn artifact(index: usize) -> (Tag, Tag) {
    let mut content = ArtifactElem::new(Content::empty()).with_kind(ArtifactKind::Watermark).pack();
    let key = hash128(&("nashra-draft", index));
    let location = Location::new(key);
    content.set_location(location);
    let flags = TagFlags { introspectable: false, tagged: true };
    (Tag::Start(content, flags), Tag::End(location, key, flags))
}
