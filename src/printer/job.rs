//! A job for a printer.

use std::sync::Arc;

use clap::ValueEnum;

use super::sheets::PrintedSheets;
use crate::edition::Paper;
use crate::words::PrintProblem;

/// The most bytes a name may have (RFC 8011, 5.1.3).
const LONGEST_NAME: usize = 255;

/// Which sides of the paper are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sides {
    /// One only.
    OneSided,
    /// Both, to be turned like a book's pages.
    TwoSidedLongEdge,
    /// Both, to be turned like a wall calendar's; so are the lying sheets of a booklet.
    TwoSidedShortEdge,
}

impl Sides {
    /// Printing on one side or both: one page on one side, upright pages like a book, and lying
    /// ones, which are a booklet's sheets, so that their backs stand upright when they are folded.
    /// Those are asked for on both sides even of a printer that is said to print on one: single
    /// sides make no booklet, and the printer's refusal is better than a pile of them.
    pub(crate) fn usual(sheets: &PrintedSheets, duplex: bool) -> Self {
        match (sheets.count(), sheets.lies()) {
            (1, _) => Self::OneSided,
            (_, true) => Self::TwoSidedShortEdge,
            (_, false) if duplex => Self::TwoSidedLongEdge,
            (_, false) => Self::OneSided,
        }
    }

    /// Its name in IPP.
    pub(crate) fn keyword(self) -> &'static str {
        match self {
            Self::OneSided => "one-sided",
            Self::TwoSidedLongEdge => "two-sided-long-edge",
            Self::TwoSidedShortEdge => "two-sided-short-edge",
        }
    }
}

/// A job for a printer.
pub(crate) struct PrintJob {
    /// The job's name on the printer's display and in lists.
    pub(crate) name: String,
    /// The PDF.
    pub(crate) document: Arc<Vec<u8>>,
    /// The paper.
    pub(crate) paper: Paper,
    /// The sides.
    pub(crate) sides: Sides,
    /// The number of copies, at least one.
    pub(crate) copies: u32,
    /// True if it is printed without colours; else as the printer is set.
    pub(crate) grey: bool,
}

/// The user's wishes for a job, over what its pages ask for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JobWishes {
    /// The paper, if it is not that of the pages.
    pub(crate) paper: Option<Paper>,
    /// The sides, if they are not the usual ones.
    pub(crate) sides: Option<Sides>,
    /// True for a printer that prints on both sides.
    pub(crate) duplex: bool,
    /// The number of copies, at least one.
    pub(crate) copies: u32,
    /// True if it is printed without colours.
    pub(crate) grey: bool,
}

impl PrintJob {
    /// The job for a finished PDF, which messages call `file`, and how many pages it has.
    ///
    /// # Errors
    /// [`PrintProblem::NotPdf`]; [`PrintProblem::Unread`]; [`PrintProblem::OddPages`] when its pages fit no paper and none is
    /// wished for.
    pub(crate) fn new(
        name: String,
        document: Arc<Vec<u8>>,
        file: &str,
        wishes: JobWishes,
    ) -> Result<(Self, usize), PrintProblem> {
        let path = || file.to_owned();
        let read = PrintedSheets::read(&document);
        let read = read.map_err(|reason| PrintProblem::Unread { path: path(), reason })?;
        let sheets = read.ok_or_else(|| PrintProblem::NotPdf { path: path() })?;
        let odd = || PrintProblem::OddPages { path: path(), sizes: sheets.sizes() };
        // Piles only come out in order when both sides are printed, whatever is said of the
        // printer.
        let stacked = file.contains(".cut-and-stack-");
        let JobWishes { paper, sides, duplex, copies, grey } = wishes;
        let paper = paper.or(sheets.paper()).ok_or_else(odd)?;
        let sides = sides.unwrap_or_else(|| Sides::usual(&sheets, duplex || stacked));
        Ok((Self { name, document, paper, sides, copies, grey }, sheets.count()))
    }

    /// The name, cut between two letters where it is too long for IPP.
    pub(super) fn short_name(&self) -> &str {
        self.name.get(..self.name.floor_char_boundary(LONGEST_NAME)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(name: String) -> PrintJob {
        let (paper, sides) = (Paper::A4, Sides::OneSided);
        PrintJob { name, document: Arc::default(), paper, sides, copies: 1, grey: false }
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        let short = job("نشرة".repeat(100)).short_name().to_owned();
        assert_eq!(short.len(), 254);
        assert!("نشرة".repeat(100).starts_with(&short));
        assert_eq!(job("نشرة".to_owned()).short_name(), "نشرة");
    }
}
