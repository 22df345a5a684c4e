//! `nashra import`: reports made of texts that were written elsewhere.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use serde::Serialize;

use super::build::shown;
use super::help::value;
use super::{Context, site};
use crate::diag::Diagnostic;
use crate::error::{self, CONTENT, DONE, Failure};
use crate::files;
use crate::import::{ImportSurroundings, ImportedReport, MAX_FILE, by_reason, import as make};
use crate::pipeline::OpenWorkspace;
use crate::report::{Checks, MAX_BYTES, parse_report, slug_like};
use crate::store;
use crate::words::{FileProblem, ImportPhrase, ImportProblem, MachineFault, Phrase, Tried, UsageProblem};

/// In place of a file: the standard input.
const STDIN: &str = "-";
/// The name of a report whose file gives none.
const NAMELESS: &str = "report";
/// The most reports of one name and day.
const MOST_NAMELESS: usize = 999;
/// The folder of pictures, below that of reports.
const PICTURES: &str = "assets";
/// Beginnings of left-out things that are told of each reason.
const TOLD: usize = 4;

/// Make reports of texts that were written elsewhere.
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, value_parser = value::date)]
    date: Option<Date>,
    #[arg(long, value_parser = value::slug)]
    slug: Option<String>,
    #[arg(long, conflicts_with = "slug")]
    stdout: bool,
}

/// The imports, for programs.
#[derive(Default, Serialize)]
struct ImportResult {
    imported: Vec<ImportEntry>,
    failed: Vec<String>,
}

#[derive(Serialize)]
struct ImportEntry {
    source: String,
    report: String,
    guesses: Vec<GuessEntry>,
    left_out: Vec<LeftOutEntry>,
    /// The report itself, when it was not to be written.
    toml: Option<String>,
}

#[derive(Serialize)]
struct GuessEntry {
    field: String,
    value: String,
    because: String,
}

#[derive(Serialize)]
struct LeftOutEntry {
    text: String,
    because: &'static str,
}

/// Makes a report of each text. One that is wrong stops no other.
pub(super) fn import(args: &ImportArgs, context: &mut Context) -> Result<u8, Failure> {
    // First, since the workspace has the language of messages.
    let site = if args.stdout { site::find(context)? } else { Some(site::need(context)?) };
    let sources = sources(args);
    if let ([_, others @ ..], Some(option)) = (sources.as_slice(), args.for_one())
        && !others.is_empty()
    {
        let others = others.iter().map(|file| file.display().to_string()).collect();
        return Err(Failure::Usage(UsageProblem::Together { option: option.to_owned(), others }.into()));
    }
    let (mut result, mut told) = (ImportResult::default(), Vec::new());
    for source in &sources {
        let name = source_name(source, context);
        match one(source, args, site.as_ref(), context) {
            Ok((entry, mut remarks)) => {
                result.imported.push(entry);
                context.ui.tell(&remarks);
                told.append(&mut remarks);
            }
            Err(mut problems) => {
                context.ui.tell(&problems);
                told.append(&mut problems);
                result.failed.push(name);
            }
        }
    }
    if !context.ui.json(&told, &result)
        && let (Some(entry), false) = (result.imported.first(), args.stdout)
    {
        context.ui.note(&Phrase::Import(ImportPhrase::After { path: entry.report.clone() }));
    }
    let failed = if result.failed.is_empty() { DONE } else { CONTENT };
    Ok(error::exit_code(&told).max(failed))
}

/// The files that are asked for; without any the standard input.
fn sources(args: &ImportArgs) -> Vec<PathBuf> {
    if args.files.is_empty() { vec![PathBuf::from(STDIN)] } else { args.files.clone() }
}

impl ImportArgs {
    /// The option that holds for one text alone.
    fn for_one(&self) -> Option<&'static str> {
        match (self.stdout, &self.slug) {
            (true, _) => Some("--stdout"),
            (false, Some(_)) => Some("--slug"),
            (false, None) => None,
        }
    }
}

fn source_name(source: &Path, context: &Context) -> String {
    if source == Path::new(STDIN) {
        return context.ui.text(&Phrase::Import(ImportPhrase::StandardInput));
    }
    source.display().to_string()
}

/// Makes and writes the report of one text, and tells what was made out in it.
fn one(
    source: &Path,
    args: &ImportArgs,
    site: Option<&OpenWorkspace>,
    context: &Context,
) -> Result<(ImportEntry, Vec<Diagnostic>), Vec<Diagnostic>> {
    let name = source_name(source, context);
    let file = if source == Path::new(STDIN) { PathBuf::new() } else { source.to_path_buf() };
    let bytes = read(source, context).map_err(|problem| vec![Diagnostic::error(&file, problem)])?;
    let surroundings = ImportSurroundings {
        source: name.clone(),
        date: args.date.map(Into::into),
        today: context.clock.today().into(),
        lang: context.ui.lang(),
        letterhead: site.map(letterhead).unwrap_or_default(),
        pictures: format!("{}/{PICTURES}/{}", content(site), slug(source, args).unwrap_or_else(|| NAMELESS.to_owned())),
    };
    let made = make(&bytes, &surroundings).map_err(|problem| vec![Diagnostic::error(&file, problem)])?;
    let path = match site.filter(|_| !args.stdout) {
        Some(site) => shown(&write(&made, source, args, site)?, &context.folder),
        None => name.clone(),
    };
    match (context.ui.is_json(), args.stdout) {
        (true, _) => {}
        (false, true) => context.ui.bytes(made.toml.as_bytes()),
        (false, false) => context.ui.data(&path),
    }
    if !args.stdout {
        context.ui.note(&Phrase::Import(ImportPhrase::Made { source: name.clone(), path: path.clone() }));
    }
    tell(&made, context);
    if let (Some(first), false) = (made.pictures.first(), args.stdout) {
        let folder = first.path.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned());
        let pictures = ImportPhrase::Pictures { count: made.pictures.len(), folder };
        context.ui.note(&Phrase::Import(pictures));
    }
    // A report that is only shown has no name yet: any will do.
    let named = if args.stdout { format!("{}-{NAMELESS}.toml", made.date.iso()) } else { path.clone() };
    let remarks = remarks(&made, &named);
    Ok((entry(&made, name, path, args.stdout, context), remarks))
}

/// The folder of reports, as the workspace names it.
fn content(site: Option<&OpenWorkspace>) -> &str {
    site.map_or("content", |site| site.workspace.folders.content.as_str())
}

/// The report's name in file names: the one asked for, or that of the text's file.
fn slug(source: &Path, args: &ImportArgs) -> Option<String> {
    let stem = source.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    args.slug.clone().or_else(|| slug_like(&without_date(&stem)))
}

/// The bytes of a text.
fn read(source: &Path, context: &Context) -> Result<Vec<u8>, FileProblem> {
    if source != Path::new(STDIN) {
        let path = context.folder.join(source);
        return files::read_file(&path, MAX_FILE).map_err(|problem| problem.told(&path));
    }
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MAX_FILE + 1).read_to_end(&mut bytes);
    read.map_err(|error| FileProblem::Machine(MachineFault::new(Tried::Read, STDIN, &error)))?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(FileProblem::TooLarge { path: STDIN.to_owned(), size: bytes.len() as u64, limit: MAX_FILE });
    }
    Ok(bytes)
}

/// Writes a report, never in the place of another.
fn write(
    made: &ImportedReport,
    source: &Path,
    args: &ImportArgs,
    site: &OpenWorkspace,
) -> Result<PathBuf, Vec<Diagnostic>> {
    let slug = slug(source, args);
    let folder = site.root.path().join(&site.workspace.folders.content);
    let date = made.date.iso();
    let path = |slug: &str| folder.join(format!("{date}-{slug}.toml"));
    let numbered = (2..=MOST_NAMELESS).map(|number| path(&format!("{NAMELESS}-{number}")));
    let candidates: Vec<PathBuf> = match &slug {
        Some(slug) => vec![path(slug)],
        None => std::iter::once(path(NAMELESS)).chain(numbered).collect(),
    };
    let mut taken = None;
    for path in candidates {
        match store::create(&path, made.toml.as_bytes()) {
            Ok(()) => {
                write_pictures(made, site)?;
                return Ok(path);
            }
            Err(error) if error.is_taken() => taken = Some(path),
            Err(error) => return Err(vec![Diagnostic::bare(error.told())]),
        }
    }
    let path = taken.unwrap_or(folder).display().to_string();
    Err(vec![Diagnostic::error(source, FileProblem::Exists { path })])
}

/// Writes a report's pictures; one that is there already is the same.
fn write_pictures(made: &ImportedReport, site: &OpenWorkspace) -> Result<(), Vec<Diagnostic>> {
    for picture in &made.pictures {
        match store::create(&site.root.path().join(&picture.path), &picture.bytes) {
            Err(error) if !error.is_taken() => return Err(vec![Diagnostic::bare(error.told())]),
            _ => {}
        }
    }
    Ok(())
}

/// A file's name without the date that it begins with: the report has its own.
fn without_date(stem: &str) -> String {
    let is_dated = crate::report::date_of(Path::new(stem)).is_some();
    stem.get(11..).filter(|_| is_dated).unwrap_or(stem).to_owned()
}

/// Tells what was made out and what was left out.
fn tell(made: &ImportedReport, context: &Context) {
    let say = |phrase| context.ui.note(&Phrase::Import(phrase));
    for one in &made.guesses {
        say(ImportPhrase::Guess { field: one.field.clone(), excerpt: one.excerpt.clone(), guess: one.guess.clone() });
    }
    for (reason, texts) in by_reason(&made.left_out) {
        let excerpts = texts.iter().take(TOLD).map(|text| crate::import::excerpt(text)).collect();
        say(ImportPhrase::LeftOut { excerpts, more: texts.len().saturating_sub(TOLD), reason });
    }
}

/// Remarks on the report that was made: what `check` would refuse.
fn remarks(made: &ImportedReport, path: &str) -> Vec<Diagnostic> {
    let file = Path::new(path);
    if made.toml.len() > MAX_BYTES {
        return vec![Diagnostic::warning(file, ImportProblem::LongerThanAReport)];
    }
    let (_, found) = parse_report(file, &made.toml, &Checks::default());
    found.into_iter().filter(Diagnostic::is_error).collect()
}

fn entry(made: &ImportedReport, source: String, report: String, shown: bool, context: &Context) -> ImportEntry {
    let lang = context.ui.lang();
    let guesses = made.guesses.iter().map(|one| GuessEntry {
        field: one.field.clone(),
        value: one.excerpt.clone(),
        because: one.guess.text(lang),
    });
    let left_out =
        made.left_out.iter().map(|one| LeftOutEntry { text: one.text.clone(), because: one.reason.text(lang) });
    let toml = shown.then(|| made.toml.clone());
    ImportEntry { source, report, guesses: guesses.collect(), left_out: left_out.collect(), toml }
}

/// The lines that the office's letterhead has.
fn letterhead(site: &OpenWorkspace) -> Vec<String> {
    let Some(office) = &site.workspace.office else { return Vec::new() };
    let second = office.second.iter().flat_map(|second| std::iter::once(&second.name).chain(&second.parents));
    let all = std::iter::once(&office.name).chain(&office.parents).chain(second);
    all.map(|text| text.value.clone()).collect()
}
