//! Changes to finished pages, between layout and export: kashida, text that readers find whole, inks of the press, sheets.

pub mod impose;
mod inks;
mod kashida;
mod label;
mod order;
pub mod photos;
pub mod preflight;
mod runs;
mod text_layer;

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

use typst::ecow::EcoVec;
use typst::model::Document as _;
use typst_layout::{Page, PagedDocument};

use self::inks::Inks;
use self::kashida::Justifier;
pub use self::kashida::{LOOSE, LooseLine, PageLooseness};
use self::text_layer::Mender;

/// So few pages are finished by one thread.
const FEW: usize = 4;

/// Finished pages.
pub struct Finished {
    /// The document.
    pub document: PagedDocument,
    /// How loose the lines of each page are.
    pub looseness: Vec<PageLooseness>,
}

/// Finishes a document's pages: justifies with kashida when asked (`kashida`), and makes the words readable for programs that search
/// and copy. Every line keeps its break and its width to a hundredth of a point.
#[must_use]
pub fn finish(document: &PagedDocument, kashida: bool) -> Finished {
    let mut pages: EcoVec<_> = document.pages().iter().cloned().collect();
    pages.make_mut().iter_mut().for_each(|page| page.frame = runs::plain(&page.frame));
    let open = kashida::open_verses(&pages);
    let looseness = each(pages.make_mut(), &open, |page, open| {
        let looseness = Justifier::new(kashida, open).page(&mut page.frame);
        order::forget(&mut page.frame);
        looseness
    });
    let mut mender = Mender::default();
    pages.make_mut().iter_mut().for_each(|page| mender.frame(&mut page.frame));
    Finished { document: PagedDocument::new(pages, document.info().clone()), looseness }
}

/// Works on every page and what is known of it, on a thread for each processor; so few as [`FEW`] are not worth another.
fn each<T: Copy + Sync, R: Send>(pages: &mut [Page], known: &[T], work: impl Fn(&mut Page, T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = pages.len().div_ceil(threads).max(FEW);
    let several = |(pages, known): (&mut [Page], &[T])| -> Vec<R> {
        pages.iter_mut().zip(known).map(|(page, known)| work(page, *known)).collect()
    };
    let (first, others) = pages.split_at_mut(share.min(pages.len()));
    let (known, known_others) = known.split_at(share.min(known.len()));
    thread::scope(|scope| {
        let shares = others.chunks_mut(share).zip(known_others.chunks(share));
        let helpers: Vec<_> = shares.map(|share| scope.spawn(|| several(share))).collect();
        let mut done = several((first, known));
        for helper in helpers {
            done.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    })
}

/// The document in the inks of the press: black and greys in black ink alone, other colours mixed of the four.
#[must_use]
pub fn inked(document: &PagedDocument) -> PagedDocument {
    let mut inks = Inks::default();
    let mut pages: EcoVec<_> = document.pages().iter().cloned().collect();
    pages.make_mut().iter_mut().for_each(|page| inks.page(page));
    PagedDocument::new(pages, document.info().clone())
}
