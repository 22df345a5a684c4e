//! Reading an issue of the newsletter, and the valid issue.
//!
//! An issue names its reports by their files; whether those are there and good is found out where files are read.

use std::path::{Path, PathBuf};

use crate::arabic::CivilDate;
use crate::diag::Diagnostic;
use crate::words::{FieldProblem, ValueProblem, Want};

use super::checks::Checks;
use super::desk::Desk;
use super::fields::{Entry, Fields, clipped};
use super::inline::Text;
use super::model::{Moment, Signature, Status};
use super::parties::signature;
use super::placed::Placed;
use super::read::{self, HIJRI};

/// Articles in one issue.
const ARTICLES: usize = 200;
/// Lines of the colophon.
const COLOPHON: usize = 12;

/// One issue of the newsletter.
#[derive(Clone, Debug)]
pub struct Issue {
    /// The file it came from, as shown to the user.
    pub file: PathBuf,
    /// Its name in file names, made as that of a report.
    pub slug: Placed<String>,
    /// Its number; an approved issue has one.
    pub number: Option<Placed<String>>,
    /// The day it is issued.
    pub date: Placed<CivilDate>,
    /// The Hijri date to print instead of the computed one, word for word.
    pub hijri: Option<Placed<String>>,
    /// Whether it has been signed off.
    pub status: Status,
    /// Not to be published before this moment.
    pub not_before: Option<Placed<Moment>>,
    /// What this issue is about.
    pub title: Option<Placed<Text>>,
    /// The office's own word.
    pub editorial: Option<Editorial>,
    /// What stands in it, in its order; exactly one is the cover.
    pub articles: Vec<Article>,
    /// Who made it, line by line.
    pub colophon: Vec<Placed<Text>>,
}

/// The office's own word.
#[derive(Clone, Debug)]
pub struct Editorial {
    /// Its title.
    pub title: Placed<Text>,
    /// Its paragraphs; never empty.
    pub text: Vec<Placed<Text>>,
    /// Who signs it.
    pub signature: Option<Signature>,
}

/// A report and its place in an issue.
#[derive(Clone, Debug)]
pub struct Article {
    /// The report's file: a safe relative path inside the workspace.
    pub report: Placed<String>,
    /// Where it stands.
    pub place: ArticlePlace,
    /// How much it matters, from 1, the most, to 3.
    pub weight: u8,
    /// A word or two above the headline.
    pub kicker: Option<Placed<Text>>,
    /// A shorter headline than the report's title.
    pub headline: Option<Placed<Text>>,
}

/// Where a report stands in an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticlePlace {
    /// On the cover.
    Cover,
    /// Inside, with all it says.
    Article,
    /// Among the short items: headline and summary.
    Brief,
}

impl ArticlePlace {
    /// Its name in issues and data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Article => "article",
            Self::Brief => "brief",
        }
    }
}

/// Reads an issue, as [`parse_report`](super::parse_report) reads a report.
pub fn parse_issue(file: &Path, text: &str, checks: &Checks) -> (Option<Issue>, Vec<Diagnostic>) {
    read::read(file, text, checks, |root, desk| issue(root, desk, file))
}

pub(crate) fn issue(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>, file: &Path) -> Option<Issue> {
    let slug = read::slug_of(root, desk, file);
    let number = root.take("number");
    let has_number = number.is_some();
    let number = number.and_then(|entry| read::number_text(&entry, desk));
    let date = root.need(desk, "date", "2026-11-30").and_then(|entry| entry.date(desk));
    let hijri = root.take("hijri").and_then(|entry| entry.word(desk, HIJRI));
    let status = read::status(root, desk, has_number);
    let not_before = root.take("not_before").and_then(|entry| entry.moment(desk));
    let title = root.take("title").and_then(|entry| entry.text(desk));
    let editorial = root.take("editorial").and_then(|entry| editorial(&entry, desk));
    let articles = articles(root, desk);
    let colophon = root.take("colophon").map(|entry| colophon(&entry, desk)).unwrap_or_default();
    let file = file.to_path_buf();
    let (slug, date, status) = (slug?, date?, status?);
    Some(Issue { file, slug, number, date, hijri, status, not_before, title, editorial, articles, colophon })
}

fn editorial(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Editorial> {
    let mut fields = entry.table(desk)?;
    let title = fields.need(desk, "title", r#""...""#).and_then(|entry| entry.text(desk));
    let text = fields.need(desk, "text", r#""""...""""#).map(|entry| entry.paragraphs(desk)).unwrap_or_default();
    let signature = fields.take("signature").and_then(|entry| signature(&entry, desk));
    fields.finish(desk);
    Some(Editorial { title: title?, text, signature })
}

fn colophon(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Vec<Placed<Text>> {
    let Some(mut fields) = entry.table(desk) else { return Vec::new() };
    let lines = fields.need(desk, "lines", r#"["..."]"#);
    let list = lines.as_ref().and_then(|entry| entry.list(desk, Want::TextList)).unwrap_or_default();
    if let Some(entry) = &lines {
        entry.at_most(desk, list.len(), COLOPHON);
    }
    fields.finish(desk);
    list.iter().filter_map(|entry| entry.text(desk)).collect()
}

fn articles(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Vec<Article> {
    let Some(entry) = root.take("articles") else {
        desk.absent(root.span.clone(), "articles", ValueProblem::NoArticles);
        return Vec::new();
    };
    let Some(list) = entry.list(desk, Want::Blocks) else { return Vec::new() };
    if list.is_empty() {
        let problem = FieldProblem::EmptyList { key: entry.key.to_owned() };
        desk.error(entry.span.clone(), &entry.path, problem);
        return Vec::new();
    }
    entry.at_most(desk, list.len(), ARTICLES);
    let mut all: Vec<Article> = Vec::new();
    let mut whole = true;
    for entry in list.iter().take(ARTICLES) {
        let found = entry.table_of(desk, Want::Article).and_then(|fields| article(fields, &all, desk));
        whole &= found.is_some();
        all.extend(found);
    }
    if whole && !all.iter().any(|article| article.place == ArticlePlace::Cover) {
        desk.absent(entry.span.clone(), &entry.path, ValueProblem::NoCover);
    }
    all
}

fn article(mut fields: Fields<'_, '_>, before: &[Article], desk: &mut Desk<'_>) -> Option<Article> {
    let report = fields.need(desk, "report", r#""content/2026-11-20-visit.toml""#).and_then(|entry| entry.path(desk));
    let places = [ArticlePlace::Cover, ArticlePlace::Article, ArticlePlace::Brief].map(|place| (place.name(), place));
    let entry = fields.need(desk, "place", r#""article""#);
    let place = entry.as_ref().and_then(|entry| entry.choice(desk, &places));
    if let (Some(entry), Some(ArticlePlace::Cover)) = (&entry, place)
        && let Some(first) = before.iter().find(|article| article.place == ArticlePlace::Cover)
    {
        let other = clipped(&first.report.value);
        desk.error(entry.span.clone(), &entry.path, ValueProblem::TwoCovers { other });
    }
    if let Some(report) = &report
        && let Some(first) = before.iter().find(|article| article.report.value == report.value)
    {
        let problem = ValueProblem::SameReport { file: clipped(&report.value), line: first.report.place.line };
        desk.error(report.place.span.clone(), &report.field, problem);
    }
    let weight = fields.take("weight").and_then(|entry| entry.integer(desk, 1, 3));
    let kicker = fields.take("kicker").and_then(|entry| entry.text(desk));
    let headline = fields.take("headline").and_then(|entry| entry.text(desk));
    fields.finish(desk);
    let weight = weight.and_then(|weight| u8::try_from(weight).ok()).unwrap_or(2);
    Some(Article { report: report?, place: place?, weight, kicker, headline })
}
