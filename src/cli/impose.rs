//! The arguments that arrange pages on sheets.

use clap::Args;

use super::help::value;
use crate::edition::{EditionKind, Paper, Profile};
use crate::error::Failure;
use crate::imposition::{Binding, Imposition, Scheme};
use crate::report::Workspace;
use crate::words::BuildProblem;

/// Options for arranging pages on sheets.
#[derive(Debug, Args)]
pub(super) struct ImposeArgs {
    #[arg(long, value_name = "SCHEME")]
    impose: Option<Scheme>,
    #[arg(long, value_name = "SIDE", requires = "impose")]
    binding: Option<Binding>,
    #[arg(long, value_name = "PAPER", requires = "impose")]
    sheet: Option<Paper>,
    #[arg(long, value_name = "MM", requires = "impose", value_parser = value::creep)]
    creep: Option<f64>,
    #[arg(long)]
    proof: bool,
}

/// The arrangement that the arguments ask for.
pub(super) struct Arranged {
    pub(super) imposition: Option<Imposition>,
    pub(super) proof: bool,
    pub(super) profile: Profile,
}

impl ImposeArgs {
    /// The arrangement, and the profile it is for: the office's unless another was asked for.
    pub(super) fn settle(
        &self,
        profile: Option<Profile>,
        editions: &[EditionKind],
        workspace: &Workspace,
    ) -> Result<Arranged, Failure> {
        let imposition = self.impose.map(|scheme| {
            let usual = Imposition::new(scheme);
            Imposition {
                binding: self.binding.unwrap_or_default(),
                sheet: self.sheet,
                creep: self.creep.unwrap_or(usual.creep),
                ..usual
            }
        });
        let asked = imposition.is_some() || self.proof;
        if asked && profile == Some(Profile::Archive) {
            return Err(Failure::Usage(BuildProblem::ArrangedRecord.into()));
        }
        let mut on_paper = editions.iter().filter(|&&edition| edition != EditionKind::Social);
        if asked && !on_paper.any(|&edition| imposition.is_some() || workspace.edition(edition).impose.is_some()) {
            return Err(Failure::Usage(BuildProblem::NothingArranged.into()));
        }
        let usual = if asked { Profile::Office } else { Profile::Archive };
        Ok(Arranged { imposition, proof: self.proof, profile: profile.unwrap_or(usual) })
    }
}
