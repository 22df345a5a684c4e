//! The commands, one file each: raw arguments become a validated order once, and no flag is looked
//! at again.

mod approve;
mod archive;
mod build;
mod check;
mod completions;
mod context;
mod copy;
mod fonts;
mod handbook;
mod help;
mod import;
mod impose;
mod init;
mod lang;
mod list;
mod man;
mod new;
mod print;
mod register;
mod remove;
mod rename;
mod select;
mod site;
mod templates;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs, io};

use clap::{ArgAction, CommandFactory as _, Parser, Subcommand, ValueEnum as _};

use self::context::Context;
use self::lang::LangArg;
use crate::clock::{Clock, NOW};
use crate::diag::Diagnostic;
use crate::error::{DONE, Failure, MACHINE};
use crate::pipeline;
use crate::sandbox;
use crate::ui::{self, Format, Ui};
use crate::words::{BuildProblem, FileProblem, Lang, MachineFault, Tried, UsageProblem};

/// The exit code of a program whose reader has gone: 128 and the number of SIGPIPE.
const CLOSED_PIPE: u8 = 141;
/// The name of the place where results go.
const STDOUT: &str = "stdout";

/// The whole command line. Its help is the catalogue's, in `words::help`.
#[derive(Debug, Parser)]
#[command(name = "nashra", version, arg_required_else_help = true)]
#[command(disable_help_flag = true, disable_help_subcommand = true, disable_version_flag = true)]
pub(crate) struct Cli {
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<LangArg>,
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human")]
    format: Format,
    #[arg(short = 'C', long = "directory", global = true, value_name = "DIR")]
    directory: Option<PathBuf>,
    #[arg(short, long, global = true)]
    verbose: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::InitArgs),
    New(new::NewArgs),
    Import(import::ImportArgs),
    Check(check::CheckArgs),
    Build(build::BuildArgs),
    Print(print::PrintArgs),
    Approve(approve::ApproveArgs),
    List(list::ListArgs),
    Copy(copy::CopyArgs),
    Rename(rename::RenameArgs),
    Remove(remove::RemoveArgs),
    Register(register::RegisterArgs),
    Archive(archive::ArchiveArgs),
    Fonts(fonts::FontsArgs),
    Templates(templates::TemplatesArgs),
    Handbook(handbook::HandbookArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
    Help(help::HelpArgs),
}

/// Runs the program with the process's arguments.
#[must_use]
pub fn run() -> ExitCode {
    if sandbox::is_inside() {
        return pipeline::serve().map_or(ExitCode::from(MACHINE), |()| ExitCode::SUCCESS);
    }
    sandbox::is_program();
    let code = answered();
    ExitCode::from(ui::lost_data().map_or(code, |error| lost(error, code)))
}

/// Does what the arguments ask for and returns the exit code.
fn answered() -> u8 {
    let arguments: Vec<OsString> = env::args_os().collect();
    let Ok(cli) = Cli::try_parse_from(&arguments) else {
        return help::stop(Cli::command(), &arguments);
    };
    let variable = env::var(help::LANGUAGE).ok().filter(|name| !name.is_empty());
    let lang = cli.lang.map(Lang::from).or_else(|| variable.as_deref().and_then(help::language_of));
    let ui = Ui::new(cli.format, lang.unwrap_or_default(), cli.verbose);
    if let (None, Some(found)) = (lang, variable) {
        let known =
            LangArg::value_variants().iter().filter_map(|lang| Some(lang.to_possible_value()?.get_name().to_owned()));
        let option = help::LANGUAGE.to_owned();
        let problem = UsageProblem::UnknownValue { option, found, near: None, known: known.collect() };
        return tell(&ui, Failure::Usage(problem.into()));
    }
    match context(&cli, lang, ui.clone()) {
        Ok(mut context) => dispatch(cli.command, &mut context).unwrap_or_else(|failure| tell(&context.ui, failure)),
        Err(failure) => tell(&ui, failure),
    }
}

/// The exit code when results could not be written: nobody has them, whatever else went well.
fn lost(error: &io::Error, code: u8) -> u8 {
    if error.kind() == io::ErrorKind::BrokenPipe {
        // A reader that has gone away (`| head`) has seen enough and needs no word of it.
        return CLOSED_PIPE;
    }
    let fault = MachineFault::new(Tried::Write, STDOUT, error);
    let lang = env::var(help::LANGUAGE).ok().as_deref().and_then(help::language_of).unwrap_or_default();
    Ui::new(Format::Human, lang, false).report(&[Diagnostic::bare(FileProblem::Machine(fault))]);
    code.max(MACHINE)
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
    let now = env::var_os(NOW).map(|now| now.to_string_lossy().into_owned());
    let clock = Clock::new(now.as_deref())
        .map_err(|text| Failure::Usage(BuildProblem::Clock { variable: NOW, text }.into()))?;
    Ok(Context { folder, lang, only_looks: false, clock, ui })
}

fn dispatch(command: Command, context: &mut Context) -> Result<u8, Failure> {
    match command {
        Command::Init(args) => init::init(&args, context),
        Command::New(args) => new::new(&args, context),
        Command::Import(args) => import::import(&args, context),
        Command::Check(args) => check::check(args, context),
        Command::Build(args) => build::build(args, context),
        Command::Print(args) => print::print(args, context),
        Command::Approve(args) => approve::approve(args, context),
        Command::Copy(args) => copy::copy(&args, context),
        Command::Rename(args) => rename::rename(&args, context),
        Command::Remove(args) => remove::remove(&args, context),
        Command::Register(args) => register::register(&args, context),
        Command::List(args) => list::list(args, context),
        Command::Archive(args) => archive::archive(args, context),
        Command::Fonts(args) => fonts::fonts(&args, context),
        Command::Templates(args) => templates::templates(&args, context),
        Command::Handbook(args) => handbook::handbook(&args, context),
        Command::Completions(args) => completions::completions(&args, Cli::command(), context),
        Command::Man(args) => man::man(&args, Cli::command(), context),
        Command::Help(args) => help::help(&args, Cli::command(), context),
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
