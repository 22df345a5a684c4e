//! `nashra handbook`: how to work with nashra, a chapter at a time or as a book.

use std::path::PathBuf;

use clap::Args;

use super::build::shown;
use super::{Context, site};
use crate::error::{DONE, Failure};
use crate::handbook::{CHAPTERS, Chapter, plain};
use crate::pipeline;
use crate::store;
use crate::words::{Lang, Phrase, UsageProblem, nearest};

/// Read the handbook.
#[derive(Debug, Args)]
pub(super) struct HandbookArgs {
    #[arg(value_name = "CHAPTER")]
    chapter: Option<String>,
    #[arg(long, conflicts_with = "chapter")]
    pdf: bool,
    #[arg(short, long, value_name = "FILE", requires = "pdf")]
    output: Option<PathBuf>,
}

/// Prints a chapter, or which there are, or sets all of them on pages.
pub(super) fn handbook(args: &HandbookArgs, context: &mut Context) -> Result<u8, Failure> {
    // For the language alone: the handbook is there to help, also where the workspace has mistakes.
    let _ = site::find(context);
    let (ui, lang) = (&context.ui, context.ui.lang());
    match &args.chapter {
        _ if args.pdf => return book(args, lang, context),
        Some(name) => ui.data(&plain(&found(name)?, lang)),
        None => {
            for chapter in CHAPTERS {
                ui.data(&format!("{:<12}{}", chapter.name, chapter.title(lang)));
            }
            ui.note(&Phrase::ReadChapter);
        }
    }
    Ok(DONE)
}

fn book(args: &HandbookArgs, lang: Lang, context: &Context) -> Result<u8, Failure> {
    let name = match lang {
        Lang::Ar => "nashra-handbook-ar.pdf",
        Lang::En => "nashra-handbook-en.pdf",
    };
    let file = context.folder.join(args.output.as_deref().unwrap_or(name.as_ref()));
    store::write(&file, &pipeline::handbook(lang)?)?;
    let path = shown(&file, &context.folder);
    if !context.ui.json(&[], &[&path]) {
        context.ui.data(&path);
    }
    Ok(DONE)
}

fn found(name: &str) -> Result<Chapter, Failure> {
    Chapter::find(name).ok_or_else(|| {
        let known: Vec<&str> = CHAPTERS.iter().map(|chapter| chapter.name).collect();
        let near = nearest(name, &known).map(str::to_owned);
        let known = known.into_iter().map(str::to_owned).collect();
        Failure::Usage(UsageProblem::UnknownChapter { found: name.to_owned(), near, known }.into())
    })
}
