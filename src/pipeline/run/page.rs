//! One report's page to print: which of its files that is, and making it where it is not up to
//! date.

use super::outcome::{Outcome, OutputFile};
use super::schedule::run;
use crate::edition::{EditionKind, Profile};
use crate::error::Failure;
use crate::imposition::{Imposition, Scheme};
use crate::pipeline::order::builder::OrderBuilder;
use crate::pipeline::order::{Order, Progress, Variant};
use crate::report::PrinterSettings;
use crate::words::PrintProblem;

/// An order for one file of one report.
pub struct PageOrder {
    order: Order,
    edition: EditionKind,
    variant: Variant,
}

impl PageOrder {
    /// The first pages that are made of the one report, arranged on sheets if a scheme is named.
    ///
    /// # Errors
    /// There is not one report, or it has no pages.
    pub fn new(builder: OrderBuilder, scheme: Option<Scheme>) -> Result<Self, PrintProblem> {
        let builder = builder.profile(Profile::Office).arranged(scheme.map(Imposition::new), false).written(None);
        let (file, found) = match builder.so_far().reports() {
            // Files that have no pages of the editions asked for are not part of an order.
            [] => return Err(PrintProblem::OtherEdition),
            [file, others @ ..] => (file, 1 + others.len()),
        };
        if found != 1 {
            return Err(PrintProblem::OneReport { found });
        }
        // Pictures are only asked for by name when they are all that is asked for.
        let mut editions = builder.so_far().editions_of(file);
        let edition = editions.find(|&edition| edition != EditionKind::Social).ok_or(PrintProblem::Pictures)?;
        drop(editions);
        let order = builder.only(edition).build();
        let asked = |variant: &Variant| matches!(variant, Variant::Imposed(_)) == scheme.is_some();
        let variant = order.variants(edition).into_iter().find(asked).unwrap_or(Variant::Plain);
        Ok(Self { order, edition, variant })
    }

    /// The office's printer.
    #[must_use]
    pub fn printer(&self) -> &PrinterSettings {
        &self.order.workspace.printer
    }

    /// Makes the report's files where they are not up to date.
    ///
    /// # Errors
    /// As [`run`].
    pub fn make(&self, progress: &dyn Progress) -> Result<Outcome, Failure> {
        run(&self.order, progress)
    }

    /// The file to print among those that are there.
    #[must_use]
    pub fn file<'a>(&self, outcome: &'a Outcome) -> Option<&'a OutputFile> {
        outcome.files().find(|file| file.form.edition == self.edition && file.variant == self.variant)
    }
}
