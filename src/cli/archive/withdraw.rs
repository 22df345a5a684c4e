//! `nashra archive withdraw`: a bulletin taken back, its record kept.

use clap::Args;
use serde::Serialize;

use super::{Context, DecisionArgs, act, named, of_workspace, say, writer};
use crate::archive::{Problem, State};
use crate::diag::Diagnostic;
use crate::error::{DONE, Failure};
use crate::pipeline;
use crate::words::{ArchivePhrase, ArchiveProblem, Phrase};

/// Take an archived bulletin back; its record is kept.
#[derive(Debug, Args)]
pub(super) struct WithdrawArgs {
    #[arg(value_name = "NAME")]
    id: String,
    #[command(flatten)]
    decision: DecisionArgs,
    #[arg(short, long)]
    yes: bool,
}

/// The withdrawn bulletin, for programs.
#[derive(Serialize)]
struct WithdrawResult<'a> {
    id: &'a str,
    version: u32,
}

/// Makes a version that says that the bulletin holds no longer.
pub(super) fn withdraw(args: &WithdrawArgs, context: &mut Context) -> Result<u8, Failure> {
    let (reason, authority) = args.decision.settle()?;
    let (archive, site) = of_workspace(context)?;
    let act = act(&site.workspace, context);
    let object = named(&archive, &args.id, context)?;
    let record = object.record(object.head())?;
    let (id, number) = (record.id.clone(), record.number.clone());
    if record.state != State::Withdrawn && !args.yes {
        let question = ArchivePhrase::AskWithdraw { id: id.clone(), title: record.title };
        if !context.ui.ask(&Phrase::Archive(question)) {
            return Err(Problem::from(ArchiveProblem::NotConfirmed { id }).into());
        }
    }
    let object = writer(&archive, context)?.withdraw(&id, reason, authority, &act)?;
    let told: Vec<Diagnostic> = pipeline::carried(&archive, &object).into_iter().collect();
    if !context.ui.json(&told, &WithdrawResult { id: object.id(), version: object.head() }) {
        context.ui.report(&told);
        say(ArchivePhrase::Withdrawn { id, number }, context);
    }
    Ok(DONE)
}
