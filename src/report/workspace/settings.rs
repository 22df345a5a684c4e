//! Reading `nashra.toml`.

use std::path::Path;

use crate::arabic::{Digits, Rule};
use crate::diag::Diagnostic;
use crate::edition::Paper;
use crate::report::check::checker::Checker;
use crate::report::check::checks::Checks;
use crate::report::fields::field::{Field, Fields};
use crate::report::fields::file::{read, sketch};
use crate::report::fields::paths;
use crate::report::parts::parties::office_signature;
use crate::report::source::clip::clipped;
use crate::report::source::placed::Placed;
use crate::words::{Lang, ValueProblem, Want};

use super::colour::Colour;
use super::impose;
use super::letterhead;
use super::numbers::numbers;
use super::office::{Edition, Editions, Folders, Font, Theme, Workspace};
use super::press::press;
use super::printer::printer;
use super::site::site;

/// Characters in the name of a font, template or calendar.
const NAME: usize = 80;

/// Reads a workspace file.
///
/// `file` is its path as shown to the user. The workspace is `None` when there is an error among
/// the diagnostics.
pub fn parse_workspace(file: &Path, text: &str) -> (Option<Workspace>, Vec<Diagnostic>) {
    read(file, text, &Checks::default(), workspace)
}

/// The settings of a workspace file with errors, as far as they can be read: reports are checked by
/// them all the same.
pub fn sketch_workspace(file: &Path, text: &str) -> Workspace {
    sketch(file, text, &Checks::default(), workspace).value.unwrap_or_default()
}

/// The language that a workspace file asks for, also when the rest of it is wrong: its mistakes are
/// told in it.
pub fn language_of(text: &str) -> Option<Lang> {
    let (table, _) = toml::de::DeTable::parse_recoverable(text);
    match table.get_ref().get("language")?.get_ref().as_str()? {
        "ar" => Some(Lang::Ar),
        "en" => Some(Lang::En),
        _ => None,
    }
}

fn workspace(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Option<Workspace> {
    let default = Workspace::default();
    let languages = [("ar", Lang::Ar), ("en", Lang::En)];
    let language = root.take("language").and_then(|field| field.choice(checker, &languages));
    let digit_kinds = [("arab", Digits::Arab), ("latn", Digits::Latn)];
    let digits = root.take("digits").and_then(|field| field.choice(checker, &digit_kinds));
    let hijri = root.take("calendars").and_then(|field| hijri(&field, checker));
    let offset = root.take("hijri_offset").and_then(|field| field.integer(checker, -2, 2));
    let office = root.take("office").and_then(|field| letterhead::office(&field, checker));
    let signature = root.take("signature").and_then(|field| office_signature(&field, checker));
    let theme = theme(root, checker);
    let editions = editions(root, checker);
    let folders = folders(root, checker);
    let verification = verification(root, checker);
    let press = press(root, checker);
    let printer = printer(root, checker);
    let site = site(root, checker);
    let numbers = numbers(root, checker, digits.unwrap_or(default.digits));
    let checks = Checks { off: checks_off(root, checker), ..default.checks };
    Some(Workspace {
        language: language.unwrap_or(default.language),
        digits: digits.unwrap_or(default.digits),
        hijri: hijri.unwrap_or(default.hijri),
        hijri_offset: offset.and_then(|days| i8::try_from(days).ok()).unwrap_or(default.hijri_offset),
        office,
        signature,
        theme,
        editions,
        folders,
        verification,
        press,
        printer,
        site,
        numbers,
        checks,
    })
}

/// True if the Hijri calendar is among the calendars.
fn hijri(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<bool> {
    let list = field.list(checker, Want::TextList)?;
    let calendars = [("gregorian", false), ("hijri", true)];
    let chosen: Vec<Option<bool>> = list.iter().map(|field| field.choice(checker, &calendars)).collect();
    if !chosen.contains(&Some(false)) && !chosen.contains(&None) {
        checker.error(field.span.clone(), &field.path, ValueProblem::NoGregorian);
    }
    Some(chosen.contains(&Some(true)))
}

fn theme(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Theme {
    let default = Theme::default();
    let Some(mut fields) = root.take("theme").and_then(|field| field.table(checker)) else { return default };
    let accent = fields.take("accent").and_then(|field| accent(&field, checker));
    let kashida = fields.take("kashida").and_then(|field| field.boolean(checker));
    let mut font = |key, default| fields.take(key).and_then(|field| font(&field, checker)).unwrap_or(default);
    let theme = Theme {
        accent: accent.unwrap_or(default.accent),
        text_font: font("text_font", default.text_font),
        heading_font: font("heading_font", default.heading_font),
        caption_font: font("caption_font", default.caption_font),
        display_font: font("display_font", default.display_font),
        kashida: kashida.unwrap_or(default.kashida),
    };
    fields.finish(checker);
    theme
}

fn accent(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<String> {
    let text = field.word(checker, NAME)?.value;
    let Some(colour) = Colour::parse(&text) else {
        checker.error(field.span.clone(), &field.path, ValueProblem::BadColour { found: clipped(&text) });
        return None;
    };
    if !colour.is_legible() {
        // rounded down, so that 4.49 is not shown as 4.5
        let contrast = format!("{:.1}", (colour.contrast_on_white() * 10.0).floor() / 10.0);
        let (colour, darker) = (colour.hex(), colour.darker().hex());
        checker.error(field.span.clone(), &field.path, ValueProblem::PaleColour { colour, contrast, darker });
    }
    Some(colour.hex())
}

fn font(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Font> {
    let name = field.word(checker, NAME)?;
    Some(Font { family: name.value.clone(), set: Some(name.map(|_| ())) })
}

fn editions(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Editions {
    let default = Editions::default();
    let Some(mut fields) = root.take("editions").and_then(|field| field.table(checker)) else { return default };
    let bulletin = [("a4", Paper::A4), ("a5", Paper::A5)];
    let flyer = [("a3", Paper::A3), ("a4", Paper::A4), ("a5", Paper::A5), ("a6", Paper::A6)];
    let bulletin = edition(fields.take("bulletin"), default.bulletin, &bulletin, checker);
    let flyer = edition(fields.take("flyer"), default.flyer, &flyer, checker);
    let (newsletter, newsletter_name) = newsletter(fields.take("newsletter"), default.newsletter, checker);
    let social = edition(fields.take("social"), default.social, &[], checker);
    fields.finish(checker);
    Editions { bulletin, flyer, newsletter, newsletter_name, social, ..Editions::default() }
}

/// The newsletter has a name besides what every edition has.
fn newsletter(
    field: Option<Field<'_, '_>>,
    default: Edition,
    checker: &mut Checker<'_>,
) -> (Edition, Option<Placed<String>>) {
    let Some(mut fields) = field.and_then(|field| field.table(checker)) else { return (default, None) };
    let name = fields.take("name").and_then(|field| field.word(checker, NAME));
    let papers = [("a3", Paper::A3), ("a4", Paper::A4)];
    (settings(fields, default, &papers, checker), name)
}

/// The settings of a kind of page; one that stands on no paper has no `paper`.
fn edition(
    field: Option<Field<'_, '_>>,
    default: Edition,
    papers: &[(&'static str, Paper)],
    checker: &mut Checker<'_>,
) -> Edition {
    match field.and_then(|field| field.table(checker)) {
        Some(fields) => settings(fields, default, papers, checker),
        None => default,
    }
}

/// Reads the keys that every edition has.
fn settings(
    mut fields: Fields<'_, '_>,
    default: Edition,
    papers: &[(&'static str, Paper)],
    checker: &mut Checker<'_>,
) -> Edition {
    let enabled = fields.take("enabled").and_then(|field| field.boolean(checker));
    let paper = if papers.is_empty() { None } else { fields.take("paper") };
    let paper = paper.and_then(|field| field.choice(checker, papers));
    let template = fields.take("template").and_then(|field| template(&field, checker));
    let impose = if papers.is_empty() { None } else { fields.take("impose") };
    let impose = impose.and_then(|field| impose::imposition(&field, checker));
    fields.finish(checker);
    Edition {
        enabled: enabled.unwrap_or(default.enabled),
        paper: paper.unwrap_or(default.paper),
        template: template.as_ref().map_or(default.template, |name| name.value.clone()),
        template_set: template.map(|name| name.map(|_| ())),
        impose,
    }
}

fn template(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Placed<String>> {
    let name = field.word(checker, NAME)?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.value.chars().all(allowed) {
        let problem = ValueProblem::BadTemplateName { found: clipped(&name.value) };
        checker.error(field.span.clone(), &field.path, problem);
        return None;
    }
    Some(name)
}

fn folders(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Folders {
    let default = Folders::default();
    let Some(mut fields) = root.take("folders").and_then(|field| field.table(checker)) else { return default };
    let mut folder = |key| fields.take(key).and_then(|field| field.folder(checker));
    let named = [
        ("content", folder("content"), default.content),
        ("output", folder("output"), default.output),
        ("archive", folder("archive"), default.archive),
    ];
    fields.finish(checker);
    let named = named.map(|(key, set, default)| {
        let path = set.as_ref().map_or(default, |set| set.value.clone());
        (key, set, path)
    });
    for (index, (second, set, path)) in named.iter().enumerate() {
        for (first, other_set, other) in named.iter().take(index) {
            if let Some(at) = set.as_ref().or(other_set.as_ref()).filter(|_| paths::overlap(path, other)) {
                let problem = ValueProblem::SameFolder { first, second };
                checker.error(at.place.span.clone(), &at.field, problem);
            }
        }
    }
    let [content, output, archive] = named.map(|(_, _, path)| path);
    Folders { content, output, archive }
}

fn verification(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Option<Placed<String>> {
    let mut fields = root.take("verification").and_then(|field| field.table(checker))?;
    let field = fields.need(checker, "url", r#""https://example.iq/verify/{code}""#);
    let url = field.as_ref().and_then(|field| field.web(checker));
    if let (Some(field), Some(url)) = (&field, &url)
        && !url.value.contains("{code}")
    {
        checker.error(field.span.clone(), &field.path, ValueProblem::NoCodeInUrl);
    }
    fields.finish(checker);
    url
}

fn checks_off(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Vec<Rule> {
    let Some(mut fields) = root.take("checks").and_then(|field| field.table(checker)) else { return Vec::new() };
    let codes = fields.take("off").and_then(|field| field.list(checker, Want::TextList)).unwrap_or_default();
    fields.finish(checker);
    codes.iter().filter_map(|field| rule(field, checker)).collect()
}

fn rule(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Rule> {
    let code = field.word(checker, NAME)?;
    let rule = Rule::from_code(&code.value);
    if rule.is_none() {
        checker.error(field.span.clone(), &field.path, ValueProblem::unknown_rule(clipped(&code.value)));
    }
    rule
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
