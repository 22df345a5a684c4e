//! Reading `nashra.toml`.

use std::path::Path;

use crate::arabic::{Digits, Rule};
use crate::diag::Diagnostic;
use crate::edition::Paper;
use crate::words::{Lang, ValueProblem, Want};

use super::checks::Checks;
use super::colour::Colour;
use super::desk::Desk;
use super::fields::{Entry, Fields, clipped};
use super::impose;
use super::letterhead;
use super::office::{Edition, Editions, Folders, Font, Theme, Workspace};
use super::parties::signature;
use super::paths;
use super::placed::Placed;
use super::printer::printer;
use super::read::read;
use super::site::site;

/// Characters in the name of a font, template or calendar.
const NAME: usize = 80;

/// Reads a workspace file.
///
/// `file` is its path as shown to the user. The workspace is `None` when there is an error among the diagnostics.
pub fn parse_workspace(file: &Path, text: &str) -> (Option<Workspace>, Vec<Diagnostic>) {
    read(file, text, &Checks::default(), workspace)
}

/// The language that a workspace file asks for, also when the rest of it is wrong: its mistakes are told in it.
pub fn language_of(text: &str) -> Option<Lang> {
    let (table, _) = toml::de::DeTable::parse_recoverable(text);
    match table.get_ref().get("language")?.get_ref().as_str()? {
        "ar" => Some(Lang::Ar),
        "en" => Some(Lang::En),
        _ => None,
    }
}

fn workspace(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Option<Workspace> {
    let default = Workspace::default();
    let languages = [("ar", Lang::Ar), ("en", Lang::En)];
    let language = root.take("language").and_then(|entry| entry.choice(desk, &languages));
    let digit_kinds = [("arab", Digits::Arab), ("latn", Digits::Latn)];
    let digits = root.take("digits").and_then(|entry| entry.choice(desk, &digit_kinds));
    let hijri = root.take("calendars").and_then(|entry| hijri(&entry, desk));
    let offset = root.take("hijri_offset").and_then(|entry| entry.integer(desk, -2, 2));
    let office = root.take("office").and_then(|entry| letterhead::office(&entry, desk));
    let signature = root.take("signature").and_then(|entry| signature(&entry, desk));
    let theme = theme(root, desk);
    let editions = editions(root, desk);
    let folders = folders(root, desk);
    let verification = verification(root, desk);
    let printer = printer(root, desk);
    let site = site(root, desk);
    let checks = Checks { off: checks_off(root, desk), ..default.checks };
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
        printer,
        site,
        checks,
    })
}

/// Whether the Hijri calendar is among the calendars.
fn hijri(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<bool> {
    let list = entry.list(desk, Want::TextList)?;
    let calendars = [("gregorian", false), ("hijri", true)];
    let chosen: Vec<Option<bool>> = list.iter().map(|entry| entry.choice(desk, &calendars)).collect();
    if !chosen.contains(&Some(false)) && !chosen.contains(&None) {
        desk.error(entry.span.clone(), &entry.path, ValueProblem::NoGregorian);
    }
    Some(chosen.contains(&Some(true)))
}

fn theme(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Theme {
    let default = Theme::default();
    let Some(mut fields) = root.take("theme").and_then(|entry| entry.table(desk)) else { return default };
    let accent = fields.take("accent").and_then(|entry| accent(&entry, desk));
    let kashida = fields.take("kashida").and_then(|entry| entry.boolean(desk));
    let mut font = |key, default| fields.take(key).and_then(|entry| font(&entry, desk)).unwrap_or(default);
    let theme = Theme {
        accent: accent.unwrap_or(default.accent),
        text_font: font("text_font", default.text_font),
        heading_font: font("heading_font", default.heading_font),
        caption_font: font("caption_font", default.caption_font),
        display_font: font("display_font", default.display_font),
        kashida: kashida.unwrap_or(default.kashida),
    };
    fields.finish(desk);
    theme
}

fn accent(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<String> {
    let text = entry.word(desk, NAME)?.value;
    let Some(colour) = Colour::parse(&text) else {
        desk.error(entry.span.clone(), &entry.path, ValueProblem::BadColour { found: clipped(&text) });
        return None;
    };
    if !colour.is_legible() {
        // rounded down, so that 4.49 is not shown as 4.5
        let contrast = format!("{:.1}", (colour.contrast_on_white() * 10.0).floor() / 10.0);
        let (colour, darker) = (colour.hex(), colour.darker().hex());
        desk.error(entry.span.clone(), &entry.path, ValueProblem::PaleColour { colour, contrast, darker });
    }
    Some(colour.hex())
}

fn font(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Font> {
    let name = entry.word(desk, NAME)?;
    Some(Font { family: name.value.clone(), set: Some(name.map(|_| ())) })
}

fn editions(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Editions {
    let default = Editions::default();
    let Some(mut fields) = root.take("editions").and_then(|entry| entry.table(desk)) else { return default };
    let bulletin = [("a4", Paper::A4), ("a5", Paper::A5)];
    let flyer = [("a3", Paper::A3), ("a4", Paper::A4), ("a5", Paper::A5), ("a6", Paper::A6)];
    let bulletin = edition(fields.take("bulletin"), default.bulletin, &bulletin, desk);
    let flyer = edition(fields.take("flyer"), default.flyer, &flyer, desk);
    let (newsletter, newsletter_name) = newsletter(fields.take("newsletter"), default.newsletter, desk);
    let social = edition(fields.take("social"), default.social, &[], desk);
    fields.finish(desk);
    Editions { bulletin, flyer, newsletter, newsletter_name, social, ..Editions::default() }
}

/// The newsletter has a name besides what every edition has.
fn newsletter(
    entry: Option<Entry<'_, '_>>,
    default: Edition,
    desk: &mut Desk<'_>,
) -> (Edition, Option<Placed<String>>) {
    let Some(mut fields) = entry.and_then(|entry| entry.table(desk)) else { return (default, None) };
    let name = fields.take("name").and_then(|entry| entry.word(desk, NAME));
    let papers = [("a3", Paper::A3), ("a4", Paper::A4)];
    (settings(fields, default, &papers, desk), name)
}

/// The settings of a kind of page; one that stands on no paper has no `paper`.
fn edition(
    entry: Option<Entry<'_, '_>>,
    default: Edition,
    papers: &[(&'static str, Paper)],
    desk: &mut Desk<'_>,
) -> Edition {
    match entry.and_then(|entry| entry.table(desk)) {
        Some(fields) => settings(fields, default, papers, desk),
        None => default,
    }
}

/// What every edition has.
fn settings(
    mut fields: Fields<'_, '_>,
    default: Edition,
    papers: &[(&'static str, Paper)],
    desk: &mut Desk<'_>,
) -> Edition {
    let enabled = fields.take("enabled").and_then(|entry| entry.boolean(desk));
    let paper = if papers.is_empty() { None } else { fields.take("paper") };
    let paper = paper.and_then(|entry| entry.choice(desk, papers));
    let template = fields.take("template").and_then(|entry| template(&entry, desk));
    let impose = if papers.is_empty() { None } else { fields.take("impose") };
    let impose = impose.and_then(|entry| impose::imposition(&entry, desk));
    fields.finish(desk);
    Edition {
        enabled: enabled.unwrap_or(default.enabled),
        paper: paper.unwrap_or(default.paper),
        template: template.as_ref().map_or(default.template, |name| name.value.clone()),
        template_set: template.map(|name| name.map(|_| ())),
        impose,
    }
}

fn template(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Placed<String>> {
    let name = entry.word(desk, NAME)?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.value.chars().all(allowed) {
        let problem = ValueProblem::BadTemplateName { found: clipped(&name.value) };
        desk.error(entry.span.clone(), &entry.path, problem);
        return None;
    }
    Some(name)
}

fn folders(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Folders {
    let default = Folders::default();
    let Some(mut fields) = root.take("folders").and_then(|entry| entry.table(desk)) else { return default };
    let mut folder = |key| fields.take(key).and_then(|entry| entry.folder(desk));
    let named = [
        ("content", folder("content"), default.content),
        ("output", folder("output"), default.output),
        ("archive", folder("archive"), default.archive),
    ];
    fields.finish(desk);
    let named = named.map(|(key, set, default)| {
        let path = set.as_ref().map_or(default, |set| set.value.clone());
        (key, set, path)
    });
    for (index, (second, set, path)) in named.iter().enumerate() {
        for (first, other_set, other) in named.iter().take(index) {
            if let Some(at) = set.as_ref().or(other_set.as_ref()).filter(|_| paths::overlap(path, other)) {
                let problem = ValueProblem::SameFolder { first, second };
                desk.error(at.place.span.clone(), &at.field, problem);
            }
        }
    }
    let [content, output, archive] = named.map(|(_, _, path)| path);
    Folders { content, output, archive }
}

fn verification(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Option<Placed<String>> {
    let mut fields = root.take("verification").and_then(|entry| entry.table(desk))?;
    let entry = fields.need(desk, "url", r#""https://example.iq/verify/{code}""#);
    let url = entry.as_ref().and_then(|entry| entry.web(desk));
    if let (Some(entry), Some(url)) = (&entry, &url)
        && !url.value.contains("{code}")
    {
        desk.error(entry.span.clone(), &entry.path, ValueProblem::NoCodeInUrl);
    }
    fields.finish(desk);
    url
}

fn checks_off(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Vec<Rule> {
    let Some(mut fields) = root.take("checks").and_then(|entry| entry.table(desk)) else { return Vec::new() };
    let codes = fields.take("off").and_then(|entry| entry.list(desk, Want::TextList)).unwrap_or_default();
    fields.finish(desk);
    codes.iter().filter_map(|entry| rule(entry, desk)).collect()
}

fn rule(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Rule> {
    let code = entry.word(desk, NAME)?;
    let rule = Rule::from_code(&code.value);
    if rule.is_none() {
        desk.error(entry.span.clone(), &entry.path, ValueProblem::unknown_rule(clipped(&code.value)));
    }
    rule
}

#[cfg(test)]
#[path = "workspace_tests.rs"]
mod tests;
