//! Pages laid out from a source of a few lines, without a report, and what stands on them as
//! frames.

use nashra::export::{self, PdfProfile};
use nashra::pages::Finished;
use nashra::typeset::{self, Engine, FontPlaces, Fonts, Templates, VirtualFiles};
use typst::foundations::Bytes;
use typst::layout::{Frame, FrameItem, Point};
use typst::text::TextItem;
use typst_layout::PagedDocument;

/// The pages of a source as typst lays them out, in Arabic and from the right.
pub fn laid_out(source: &str) -> PagedDocument {
    let template = vec![("templates/lab/main.typ".to_owned(), source.as_bytes().to_vec())];
    let engine = Engine::new(Fonts::new(&FontPlaces::default()).unwrap(), Templates::new(template));
    let record = r#"{"title":"عنوان","author":[],"keywords":[],"description":null,"date":{"year":2026,"month":11,"day":20},"attachments":[]}"#;
    let data = r#"{"document":{"bleed":0},"locale":{"lang":"ar","region":"IQ"}}"#;
    let files: VirtualFiles = [("/data.json", data), ("/record.json", record)]
        .map(|(name, text)| (name.to_owned(), Bytes::new(text.as_bytes().to_vec())))
        .into();
    let pages = typeset::compile(&engine, "lab", &files).unwrap_or_else(|said| panic!("{said:?}"));
    assert!(pages.warnings.is_empty(), "{:?}", pages.warnings);
    pages.document
}

/// Finished pages as a file for the record.
pub fn pdf(finished: &Finished) -> Vec<u8> {
    export::pdf(&finished.document, PdfProfile::Archive, "lab").unwrap_or_else(|said| panic!("{said:?}"))
}

/// A run of text and where it begins.
pub struct Run {
    /// The page's index.
    pub page: usize,
    /// The left end of its baseline.
    pub at: Point,
    /// The run.
    pub item: TextItem,
}

/// All runs in their order.
pub fn runs(finished: &Finished) -> Vec<Run> {
    fn walk(frame: &Frame, page: usize, origin: Point, found: &mut Vec<Run>) {
        for (at, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, page, origin + *at, found),
                FrameItem::Text(item) => found.push(Run { page, at: origin + *at, item: item.clone() }),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    for (index, page) in finished.document.pages().iter().enumerate() {
        walk(&page.frame, index, Point::zero(), &mut found);
    }
    found
}

/// Each line's baseline, left and right end in points.
pub fn lines(finished: &Finished) -> Vec<(f64, f64, f64)> {
    let mut lines: Vec<(f64, f64, f64)> = Vec::new();
    for Run { at, item, .. } in runs(finished) {
        let (y, left, right) = (at.y.to_pt(), at.x.to_pt(), (at.x + item.width()).to_pt());
        match lines.iter_mut().find(|line| (line.0 - y).abs() < 0.01) {
            Some(line) => (line.1, line.2) = (line.1.min(left), line.2.max(right)),
            None => lines.push((y, left, right)),
        }
    }
    lines
}
