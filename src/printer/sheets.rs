//! The demands of a finished file on a printer: its pages and their paper, read out of the file
//! itself.

use crate::edition::Paper;
use crate::reader;
use crate::words::StopReason;

/// The greatest difference between a page and its paper, in millimetres: typst rounds, other
/// programs more so.
const TOLERANCE: f64 = 1.5;

/// A paper's names in IPP: that of PWG 5101.1, and that of RFC 2911 which old printers have.
pub(super) fn keywords(paper: Paper) -> [&'static str; 2] {
    match paper {
        Paper::A3 => ["iso_a3_297x420mm", "iso-a3"],
        Paper::A4 => ["iso_a4_210x297mm", "iso-a4"],
        Paper::A5 => ["iso_a5_148x210mm", "iso-a5"],
        Paper::A6 => ["iso_a6_105x148mm", "iso-a6"],
    }
}

/// The common name of a paper: `A4`.
pub(super) fn name(paper: Paper) -> String {
    paper.name().to_uppercase()
}

/// The paper of a page, upright or lying.
fn paper_of((width, height): (f64, f64)) -> Option<Paper> {
    let (short, long) = (width.min(height), width.max(height));
    Paper::ALL.into_iter().find(|paper| {
        let (width, height) = paper.millimetres();
        (short - width).abs() < TOLERANCE && (long - height).abs() < TOLERANCE
    })
}

/// The pages of a file.
pub(crate) struct PrintedSheets {
    /// Width and height of each in millimetres, as a viewer shows them.
    sizes: Vec<(f64, f64)>,
}

impl PrintedSheets {
    /// Reads the pages of a PDF; none when it is no PDF or has no pages.
    ///
    /// # Errors
    /// Why the file was not read to its end.
    pub(crate) fn read(document: &[u8]) -> Result<Option<Self>, StopReason> {
        let sizes = reader::page_sizes(document)?;
        Ok((!sizes.is_empty()).then_some(Self { sizes }))
    }

    /// The number of pages.
    pub(crate) fn count(&self) -> usize {
        self.sizes.len()
    }

    /// The paper that all of them fit.
    pub(crate) fn paper(&self) -> Option<Paper> {
        let mut papers = self.sizes.iter().map(|&size| paper_of(size));
        let first = papers.next()??;
        papers.all(|paper| paper == Some(first)).then_some(first)
    }

    /// True if the first lies on its long side, as the sheets of a booklet do.
    pub(crate) fn lies(&self) -> bool {
        self.sizes.first().is_some_and(|(width, height)| width > height)
    }

    /// The different sizes, as `216 x 303`, in millimetres.
    pub(crate) fn sizes(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for (width, height) in &self.sizes {
            let size = format!("{width:.0} x {height:.0}");
            if !all.contains(&size) {
                all.push(size);
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_is_told_by_its_size_either_way_round() {
        assert_eq!(paper_of((210.0, 297.0)), Some(Paper::A4));
        assert_eq!(paper_of((297.04, 209.9)), Some(Paper::A4));
        assert_eq!(paper_of((148.0, 210.0)), Some(Paper::A5));
        assert_eq!(paper_of((216.0, 303.0)), None);
        assert_eq!(paper_of((215.9, 279.4)), None);
    }

    #[test]
    fn pages_of_two_sizes_have_no_paper() {
        let sheets = |sizes: &[(f64, f64)]| PrintedSheets { sizes: sizes.to_vec() };
        assert_eq!(sheets(&[(210.0, 297.0), (297.0, 210.0)]).paper(), Some(Paper::A4));
        let mixed = sheets(&[(210.0, 297.0), (148.0, 210.0), (210.0, 297.0)]);
        assert_eq!(mixed.paper(), None);
        assert_eq!(mixed.sizes(), ["210 x 297", "148 x 210"]);
    }
}
