//! `nashra register`: the register of a year's numbers (سجل الصادر).

use std::path::{Path, PathBuf};

use clap::Args;

use super::approve::roll;
use super::build::shown;
use super::help::value;
use super::{Context, site};
use crate::arabic::dates::month_names;
use crate::arabic::{CivilDate, MonthSpan};
use crate::desk::{self, Register, RegisterRow};
use crate::error::{DONE, Failure};
use crate::pipeline::{self, OpenWorkspace, SourceKind};
use crate::store;
use crate::typeset::{RegisterLine, RegisterSpec};
use crate::words::{DeskPhrase, DeskProblem, Lang, Phrase, RegisterWords};

/// Write the register of a year's numbers.
#[derive(Debug, Args)]
pub(super) struct RegisterArgs {
    #[arg(long, value_name = "YEAR", value_parser = value::year)]
    year: Option<i32>,
    #[arg(long, value_name = "MONTH", value_parser = value::month)]
    month: Option<MonthSpan>,
    #[arg(long)]
    issues: bool,
    #[arg(long, conflicts_with = "pdf")]
    csv: bool,
    #[arg(long)]
    pdf: bool,
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Prints the register, or writes it into a file.
pub(super) fn register(args: &RegisterArgs, context: &mut Context) -> Result<u8, Failure> {
    let mut site = site::need(context)?;
    let mut told = std::mem::take(&mut site.warnings);
    let period = period(args, context)?;
    let content = desk::content(&site)?;
    let (roll, damaged) = roll(&site, context)?;
    told.extend(damaged);
    let kind = if args.issues { SourceKind::Issue } else { SourceKind::Report };
    let register = desk::register(&site, &content, &roll, kind, period)?;
    let mut files = Vec::new();
    // Whoever names a file wants one: its ending says which.
    let named_pdf = args.output.as_deref().and_then(Path::extension).is_some_and(|end| end.eq_ignore_ascii_case("pdf"));
    let pdf = args.pdf || (named_pdf && !args.csv);
    if pdf || args.csv || args.output.is_some() {
        let path = match &args.output {
            Some(path) => context.folder.join(path),
            None => {
                let name = name(&register, args.issues, if pdf { "pdf" } else { "csv" });
                site.output().join(format!("{:04}", register.year)).join(name)
            }
        };
        let bytes = if pdf {
            pipeline::register(&site, sheet(&register, args.issues, &site)?)?
        } else {
            desk::csv(&table(&register, context)).into_bytes()
        };
        store::write(&path, &bytes)?;
        files.push(shown(&path, &context.folder));
    }
    let ui = &context.ui;
    if ui.json(&told, &serde_json::json!({ "register": register, "files": files })) {
        return Ok(DONE);
    }
    if files.is_empty() {
        let lines: Vec<String> = register.rows.iter().map(|row| line(row, context)).collect();
        if !lines.is_empty() {
            ui.data(&lines.join("\n"));
        }
    } else {
        files.iter().for_each(|file| ui.data(file));
    }
    ui.report(&told);
    let unexplained = register.rows.iter().filter(|row| row.state.is_none() && row.note.is_none()).count();
    ui.note(&Phrase::Desk(DeskPhrase::Registered { year: register.year, rows: register.rows.len(), unexplained }));
    Ok(DONE)
}

/// The year and the month that are asked for; without a year that of today.
fn period(args: &RegisterArgs, context: &Context) -> Result<(i32, Option<u8>), Failure> {
    let named = args.month.and_then(|month| month.year);
    if let (Some(year), Some(named)) = (args.year, named)
        && year != named
    {
        return Err(Failure::Usage(DeskProblem::TwoYears { year, other: named }.into()));
    }
    let year = args.year.or(named).unwrap_or_else(|| i32::from(context.clock.today().year()));
    Ok((year, args.month.and_then(|month| month.month)))
}

/// The name of a register's file: `register-2026-11.csv`.
fn name(register: &Register, issues: bool, ending: &str) -> String {
    let month = register.month.map(|month| format!("-{month:02}")).unwrap_or_default();
    let of = if issues { "-issues" } else { "" };
    format!("register{of}-{:04}{month}.{ending}", register.year)
}

/// The register as it is set on pages, which are in Arabic.
fn sheet<'a>(register: &Register, issues: bool, site: &'a OpenWorkspace) -> Result<RegisterSpec<'a>, Failure> {
    let words = RegisterWords::new(Lang::Ar);
    if register.rows.is_empty() {
        return Err(Failure::Usage(DeskProblem::EmptyRegister { year: register.year }.into()));
    }
    let day = |row: &RegisterRow| row.date.as_deref().and_then(CivilDate::parse);
    let last = register.rows.iter().filter_map(day).max();
    let lines = register.rows.iter().map(|row| RegisterLine {
        numbers: std::iter::once(&row.number).chain(&row.last).cloned().collect(),
        date: day(row),
        title: words.title_of(row.state.is_some(), row.title.as_deref(), row.note.as_deref()).to_owned(),
        to: row.to.clone(),
        state: row.state.map(|state| DeskPhrase::State(state.words()).text(Lang::Ar)),
    });
    let month = register.month.and_then(|month| month_names().get(usize::from(month).checked_sub(1)?));
    Ok(RegisterSpec {
        workspace: &site.workspace,
        mark: None,
        title: if issues { words.heading_issues } else { words.heading }.to_owned(),
        period_label: words.period,
        period: month.map_or_else(|| words.of_year(register.year), |month| format!("{month} {}", register.year)),
        columns: words.columns,
        lines: lines.collect(),
        date: last.or_else(|| CivilDate::new(register.year, 12, 31)).unwrap_or(CivilDate {
            year: 2000,
            month: 1,
            day: 1,
        }),
    })
}

/// One number in one line.
fn line(row: &RegisterRow, context: &Context) -> String {
    let words = RegisterWords::new(context.ui.lang());
    let cells = cells(row, context);
    let shown = cells.into_iter().map(|cell| if cell.is_empty() { words.none.to_owned() } else { cell });
    shown.collect::<Vec<_>>().join("  ")
}

/// All lines with the heads of their columns.
fn table(register: &Register, context: &Context) -> Vec<Vec<String>> {
    let words = RegisterWords::new(context.ui.lang());
    let heads = words.columns.map(str::to_owned).to_vec();
    std::iter::once(heads).chain(register.rows.iter().map(|row| cells(row, context))).collect()
}

/// Number, date, title, to whom, state; the office's word on a number that no document has stands in
/// place of its title.
fn cells(row: &RegisterRow, context: &Context) -> Vec<String> {
    let words = RegisterWords::new(context.ui.lang());
    let number = match &row.last {
        Some(last) => format!("{} {} {last}", row.number, words.to),
        None => row.number.clone(),
    };
    let state = match row.state {
        Some(state) => context.ui.text(&Phrase::Desk(DeskPhrase::State(state.words()))),
        None => words.nobody.to_owned(),
    };
    let title = words.title_of(row.state.is_some(), row.title.as_deref(), row.note.as_deref());
    vec![number, row.date.clone().unwrap_or_default(), title.to_owned(), row.to.join("؛ "), state]
}
