//! Changes to finished pages, between layout and export: kashida, text that readers find whole,
//! inks of the press, sheets.

pub mod draft;
pub mod impose;
mod inks;
mod kashida;
mod label;
mod order;
pub mod overflow;
pub mod photos;
pub mod plan;
pub mod preflight;
mod runs;
pub mod structure;
mod text_layer;

use typst::ecow::EcoVec;
use typst::layout::{Frame, FrameItem};
use typst::model::Document as _;
use typst_layout::{Page, PagedDocument};

use self::inks::Inks;
use self::kashida::Justifier;
pub use self::kashida::{LOOSE, LooseLine, PageLooseness};
use crate::workers::{self, Threads};

/// Pages that are worth a thread.
const FEW: usize = 4;

/// Finished pages.
pub struct Finished {
    /// The document.
    pub document: PagedDocument,
    /// The looseness of the lines of each page.
    pub looseness: Vec<PageLooseness>,
}

/// Finishes a document's pages: justifies with kashida when asked (`kashida`), and makes the words
/// readable for programs that search and copy. Every line keeps its break and its width to a
/// hundredth of a point.
#[must_use]
pub fn finish(document: &PagedDocument, kashida: bool) -> Finished {
    let (mut pages, looseness) = justified(document, kashida);
    text_layer::mend(pages.make_mut());
    Finished { document: PagedDocument::new(pages, document.info().clone()), looseness }
}

/// Finishes pages that become pictures, in which nobody searches for words.
#[must_use]
pub fn justify(document: &PagedDocument, kashida: bool) -> Finished {
    let (pages, looseness) = justified(document, kashida);
    Finished { document: PagedDocument::new(pages, document.info().clone()), looseness }
}

fn justified(document: &PagedDocument, kashida: bool) -> (EcoVec<Page>, Vec<PageLooseness>) {
    let mut pages: EcoVec<_> = document.pages().iter().cloned().collect();
    pages.make_mut().iter_mut().for_each(|page| page.frame = runs::plain(&page.frame));
    let open = kashida::open_verses(&pages);
    let threads = Threads::of_processors().at_most(pages.len().div_ceil(FEW));
    let looseness = workers::map(threads, pages.make_mut().iter_mut().zip(open), |(page, open)| {
        let looseness = Justifier::new(kashida, open).page(&mut page.frame);
        order::forget(&mut page.frame);
        looseness
    });
    (pages, looseness)
}

/// All words of a document's pages as typst set them, run after run.
#[must_use]
pub fn words_of(document: &PagedDocument) -> String {
    let mut words = String::new();
    document.pages().iter().for_each(|page| add_words(&page.frame, &mut words));
    words
}

fn add_words(frame: &Frame, words: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => add_words(&group.frame, words),
            FrameItem::Text(text) => words.push_str(&text.text),
            _ => {}
        }
    }
}

/// The document in the inks of the press: black and greys in black ink alone, other colours mixed
/// of the four.
#[must_use]
pub fn inked(document: &PagedDocument) -> PagedDocument {
    let mut inks = Inks::default();
    let mut pages: EcoVec<_> = document.pages().iter().cloned().collect();
    pages.make_mut().iter_mut().for_each(|page| inks.page(page));
    PagedDocument::new(pages, document.info().clone())
}
