//! The commands, one file each: raw arguments become a validated order once, and no flag is looked at again.

mod archive;
mod build;
mod check;
mod completions;
mod context;
mod fix;
mod fonts;
mod impose;
mod init;
mod man;
mod new;
mod print;
mod select;
mod site;
mod templates;

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};

use self::context::Context;
use crate::clock::{Clock, NOW};
use crate::diag::Diagnostic;
use crate::error::{DONE, Failure};
use crate::ui::{Format, Ui};
use crate::words::{BuildProblem, Lang};

/// Turns event reports written in TOML into official Arabic bulletins.
#[derive(Debug, Parser)]
#[command(name = "nashra", version, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Language of messages [default: the workspace's]
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<LangArg>,
    /// How results and problems are printed
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Work as if started in this folder
    #[arg(short = 'C', long = "directory", global = true, value_name = "DIR")]
    directory: Option<PathBuf>,
    /// Tell more: what the system said when it failed, how each page's lines are justified
    #[arg(short, long, global = true)]
    verbose: bool,
    #[command(subcommand)]
    command: Command,
}

/// The languages as arguments.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum LangArg {
    Ar,
    En,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a new workspace with a sample report
    Init(init::InitArgs),
    /// Begin a new report
    New(new::NewArgs),
    /// Look for mistakes without writing anything
    Check(check::CheckArgs),
    /// Make the finished PDFs
    Build(build::BuildArgs),
    /// Print a report's page or a finished PDF
    Print(print::PrintArgs),
    /// Keep, find and prove what was published
    Archive(archive::ArchiveArgs),
    /// List the fonts and what each lacks
    Fonts(fonts::FontsArgs),
    /// List the templates or copy them to change them
    Templates(templates::TemplatesArgs),
    /// Print completions for a shell
    Completions(completions::CompletionsArgs),
    /// Print the manual page
    Man(man::ManArgs),
}

/// Runs the program with the process's arguments.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let lang = cli.lang.map(|lang| match lang {
        LangArg::Ar => Lang::Ar,
        LangArg::En => Lang::En,
    });
    let ui = Ui::new(cli.format, lang.unwrap_or_default(), cli.verbose);
    let code = match context(&cli, lang, ui.clone()) {
        Ok(mut context) => dispatch(cli.command, &mut context).unwrap_or_else(|failure| tell(&context.ui, failure)),
        Err(failure) => tell(&ui, failure),
    };
    ExitCode::from(code)
}

fn context(cli: &Cli, lang: Option<Lang>, mut ui: Ui) -> Result<Context, Failure> {
    let here = env::current_dir().map_err(|error| Failure::from((PathBuf::from("."), error)))?;
    let folder = match &cli.directory {
        Some(folder) => here.join(folder),
        None => here,
    };
    let typed = cli.directory.clone().unwrap_or_else(|| PathBuf::from("."));
    let folder = fs::canonicalize(&folder).map_err(|error| Failure::from((typed, error)))?;
    ui.started_in(&folder);
    let now = env::var(NOW).ok();
    let clock = Clock::new(now.as_deref())
        .map_err(|text| Failure::Usage(BuildProblem::Clock { variable: NOW, text }.into()))?;
    Ok(Context { folder, lang, clock, ui })
}

fn dispatch(command: Command, context: &mut Context) -> Result<u8, Failure> {
    match command {
        Command::Init(args) => init::init(&args, context),
        Command::New(args) => new::new(&args, context),
        Command::Check(args) => check::check(args, context),
        Command::Build(args) => build::build(args, context),
        Command::Print(args) => print::print(args, context),
        Command::Archive(args) => archive::archive(args, context),
        Command::Fonts(args) => fonts::fonts(&args, context),
        Command::Templates(args) => templates::templates(&args, context),
        Command::Completions(args) => completions::completions(&args, Cli::command(), context),
        Command::Man(args) => man::man(&args, Cli::command(), context),
    }
}

/// Prints why a command stopped and returns its exit code.
fn tell(ui: &Ui, failure: Failure) -> u8 {
    let code = failure.exit_code();
    match failure {
        Failure::Content(problems) => ui.report(&problems),
        Failure::Usage(message) | Failure::Machine(message) => ui.report(&[Diagnostic::bare(message)]),
    }
    debug_assert_ne!(code, DONE);
    code
}
