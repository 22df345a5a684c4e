//! Parts of a report that a template of the office's own never prints: a text that was signed must
//! not get lost in silence.

use crate::arabic::fold;
use crate::diag::Diagnostic;
use crate::pages;
use crate::report::{Block, Placed, Report, Text, Workspace};
use crate::typeset::Pages;
use crate::words::BuildProblem;

/// A part of the report, and the texts that stand on the page for it.
type PrintedPart<'a> = (&'a Placed<Text>, Vec<String>);

/// Warnings about the texts of a report that are nowhere on its pages.
pub(super) fn texts(report: &Report, workspace: &Workspace, template: &str, pages: &Pages) -> Vec<Diagnostic> {
    let printed = folded(&pages::words_of(&pages.document));
    let problem = || BuildProblem::NotPrinted { template: template.to_owned() };
    let mut found: Vec<Diagnostic> = parts(report)
        .into_iter()
        .filter(|(_, texts)| !is_printed(&printed, texts.iter().map(String::as_str)))
        .map(|(text, _)| text.warning(&report.head.file, problem()))
        .collect();
    if let Some(number) = report.head.number.as_ref().filter(|number| !is_printed(&printed, [number.value.as_str()])) {
        found.push(number.warning(&report.head.file, problem()));
    }
    let own = report.signature.as_ref().map(|signature| (&signature.name, report.head.file.as_path()));
    let office = workspace.signature.as_ref().map(|signature| (&signature.name, "nashra.toml".as_ref()));
    if let Some((name, file)) = own.or(office)
        && !is_printed(&printed, [name.value.plain().as_str()])
    {
        found.push(name.warning(file, problem()));
    }
    found
}

/// Title, preamble and blocks, each with all its texts.
fn parts(report: &Report) -> Vec<PrintedPart<'_>> {
    let mut parts: Vec<PrintedPart> = vec![(&report.title, vec![report.title.value.plain()])];
    parts.extend(report.preamble.iter().map(|text| (text, vec![text.value.plain()])));
    parts.extend(report.body.iter().filter_map(part));
    parts
}

/// A block of words; pictures are looked for as such.
fn part(block: &Block) -> Option<PrintedPart<'_>> {
    let plain = |text: &Placed<Text>| text.value.plain();
    Some(match block {
        Block::Paragraph(text) | Block::Heading { content: text, .. } => (text, vec![plain(text)]),
        Block::Quote(quote) => (&quote.content, vec![plain(&quote.content), plain(&quote.speaker)]),
        Block::List(list) => {
            let all = list.items.iter().flat_map(|item| std::iter::once(&item.content).chain(&item.items));
            (&list.items.first()?.content, all.map(plain).collect())
        }
        Block::Table(table) => {
            let all = table.columns.iter().chain(table.rows.iter().flatten());
            (table.columns.first()?, all.map(plain).collect())
        }
        Block::Photo { .. } | Block::Gallery { .. } => return None,
    })
}

/// True if most words of texts are among those printed: a few may be set in pieces.
fn is_printed<'a>(printed: &str, texts: impl IntoIterator<Item = &'a str>) -> bool {
    let (mut all, mut found) = (0, 0);
    for text in texts {
        fold::each_word(text, |_, word| {
            all += 1;
            found += usize::from(printed.contains(word));
        });
    }
    found * 2 >= all
}

/// Letters and digits alone, as search compares them.
fn folded(text: &str) -> String {
    let mut folded = String::new();
    fold::each_word(text, |_, word| folded.push_str(word));
    folded
}
