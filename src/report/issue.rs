//! Reading an issue of the newsletter, and the valid issue.
//!
//! An issue names its reports by their files; whether those are there and good is found out where
//! files are read.

use std::path::Path;

use crate::diag::Diagnostic;
use crate::words::{FieldProblem, ValueProblem, Want};

use super::check::checker::Checker;
use super::check::checks::Checks;
use super::check::days::check_file_name;
use super::check::fix::fixed;
use super::fields::field::{Field, Fields};
use super::fields::file::{self, read};
use super::fields::inline::Text;
use super::head::{Head, head};
use super::model::Signature;
use super::parts::parties::signature;
use super::source::clip::clipped;
use super::source::placed::Placed;

/// Articles in one issue.
const ARTICLES: usize = 200;
/// Lines of the colophon.
const COLOPHON: usize = 12;

/// One issue of the newsletter.
#[derive(Clone, Debug)]
pub struct Issue {
    /// Its name, date and status.
    pub head: Head,
    /// The subject of this issue.
    pub title: Option<Placed<Text>>,
    /// The office's own word.
    pub editorial: Option<Editorial>,
    /// The articles, in their order; exactly one is the cover.
    pub articles: Vec<Article>,
    /// The names of those who made it, line by line.
    pub colophon: Vec<Placed<Text>>,
}

/// The office's own word.
#[derive(Clone, Debug)]
pub struct Editorial {
    /// Its title.
    pub title: Placed<Text>,
    /// Its paragraphs; never empty.
    pub text: Vec<Placed<Text>>,
    /// The signature under it.
    pub signature: Option<Signature>,
}

/// A report and its place in an issue.
#[derive(Clone, Debug)]
pub struct Article {
    /// The report's file: a safe relative path inside the workspace.
    pub report: Placed<String>,
    /// Its place in the issue.
    pub place: ArticlePlace,
    /// Its weight, from 1, the most, to 3.
    pub weight: u8,
    /// A word or two above the headline.
    pub kicker: Option<Placed<Text>>,
    /// A shorter headline than the report's title.
    pub headline: Option<Placed<Text>>,
}

/// The place of a report in an issue.
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
    read(file, text, checks, |root, checker| issue(root, checker, file))
}

/// An issue with errors as far as it can be read, if enough of it is right.
pub fn sketch_issue(file: &Path, text: &str, checks: &Checks) -> Option<Issue> {
    file::sketch(file, text, checks, |root, checker| issue(root, checker, file)).value
}

/// The same for an issue as [`fix_report`](super::fix_report) for a report.
pub fn fix_issue(file: &Path, text: &str, checks: &Checks) -> (String, usize) {
    fixed(text, |text| file::edits(file, text, checks, |root, checker| issue(root, checker, file)))
}

fn issue(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>, file: &Path) -> Option<Issue> {
    let head = head(root, checker, file, "2026-11-30");
    let title = root.take("title").and_then(|field| field.text(checker));
    let editorial = root.take("editorial").and_then(|field| editorial(&field, checker));
    let articles = articles(root, checker);
    let colophon = root.take("colophon").map(|field| colophon(&field, checker)).unwrap_or_default();
    let head = head?;
    check_file_name(file, &head, None, checker);
    Some(Issue { head, title, editorial, articles, colophon })
}

fn editorial(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Editorial> {
    let mut fields = field.table(checker)?;
    let title = fields.need(checker, "title", r#""...""#).and_then(|field| field.text(checker));
    let text = fields.need(checker, "text", r#""""...""""#).map(|field| field.paragraphs(checker)).unwrap_or_default();
    let signature = fields.take("signature").and_then(|field| signature(&field, checker));
    fields.finish(checker);
    Some(Editorial { title: title?, text, signature })
}

fn colophon(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Vec<Placed<Text>> {
    let Some(mut fields) = field.table(checker) else { return Vec::new() };
    let lines = fields.need(checker, "lines", r#"["..."]"#);
    let list = lines.as_ref().and_then(|field| field.list(checker, Want::TextList)).unwrap_or_default();
    if let Some(field) = &lines {
        field.at_most(checker, list.len(), COLOPHON);
    }
    fields.finish(checker);
    list.iter().filter_map(|field| field.text(checker)).collect()
}

fn articles(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Vec<Article> {
    let Some(field) = root.take("articles") else {
        checker.absent(root.span.clone(), "articles", ValueProblem::NoArticles);
        return Vec::new();
    };
    let Some(list) = field.list(checker, Want::Blocks) else { return Vec::new() };
    if list.is_empty() {
        let problem = FieldProblem::EmptyList { key: field.key.to_owned() };
        checker.error(field.span.clone(), &field.path, problem);
        return Vec::new();
    }
    field.at_most(checker, list.len(), ARTICLES);
    let mut all: Vec<Article> = Vec::new();
    let mut whole = true;
    for field in list.iter().take(ARTICLES) {
        let found = field.table_of(checker, Want::Article).and_then(|fields| article(fields, &all, checker));
        whole &= found.is_some();
        all.extend(found);
    }
    if whole && !all.iter().any(|article| article.place == ArticlePlace::Cover) {
        checker.absent(field.span.clone(), &field.path, ValueProblem::NoCover);
    }
    all
}

fn article(mut fields: Fields<'_, '_>, before: &[Article], checker: &mut Checker<'_>) -> Option<Article> {
    let report =
        fields.need(checker, "report", r#""content/2026-11-20-visit.toml""#).and_then(|field| field.path(checker));
    let places = [ArticlePlace::Cover, ArticlePlace::Article, ArticlePlace::Brief].map(|place| (place.name(), place));
    let field = fields.need(checker, "place", r#""article""#);
    let place = field.as_ref().and_then(|field| field.choice(checker, &places));
    if let (Some(field), Some(ArticlePlace::Cover)) = (&field, place)
        && let Some(first) = before.iter().find(|article| article.place == ArticlePlace::Cover)
    {
        let other = clipped(&first.report.value);
        checker.error(field.span.clone(), &field.path, ValueProblem::TwoCovers { other });
    }
    if let Some(report) = &report
        && let Some(first) = before.iter().find(|article| article.report.value == report.value)
    {
        let problem = ValueProblem::SameReport { file: clipped(&report.value), line: first.report.place.line };
        checker.error(report.place.span.clone(), &report.field, problem);
    }
    let weight = fields.take("weight").and_then(|field| field.integer(checker, 1, 3));
    let kicker = fields.take("kicker").and_then(|field| field.text(checker));
    let headline = fields.take("headline").and_then(|field| field.text(checker));
    fields.finish(checker);
    let weight = weight.and_then(|weight| u8::try_from(weight).ok()).unwrap_or(2);
    Some(Article { report: report?, place: place?, weight, kicker, headline })
}
