//! The subject of a document: one report, or an issue with its reports.

use std::path::Path;

use crate::arabic::{CivilDate, Language};

use super::fields::dates::Moment;
use super::fields::inline::{Inline, Text};
use super::head::Head;
use super::issue::Issue;
use super::model::{Attachment, Block, Picture, Quote, Report};
use super::source::placed::Placed;
use super::status::Status;

/// An issue and the reports of its articles, in their order.
#[derive(Clone, Debug)]
pub struct WholeIssue {
    /// The issue.
    pub issue: Issue,
    /// One report for each of its articles.
    pub reports: Vec<Report>,
}

/// The subject of a document.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// One report.
    Report(&'a Report),
    /// An issue of the newsletter.
    Issue(&'a WholeIssue),
}

impl<'a> Subject<'a> {
    /// The report, if it is one.
    pub fn report(self) -> Option<&'a Report> {
        match self {
            Self::Report(report) => Some(report),
            Self::Issue(_) => None,
        }
    }

    /// Its head.
    pub fn head(self) -> &'a Head {
        match self {
            Self::Report(report) => &report.head,
            Self::Issue(whole) => &whole.issue.head,
        }
    }

    /// The language of its pages.
    pub fn page_language(self) -> Language {
        self.report().map_or(Language::Arabic, Report::page_language)
    }

    /// Its file, as shown to the user.
    pub fn file(self) -> &'a Path {
        &self.head().file
    }

    /// Its name in file names.
    pub fn slug(self) -> &'a Placed<String> {
        &self.head().slug
    }

    /// Its number.
    pub fn number(self) -> Option<&'a Placed<String>> {
        self.head().number.as_ref()
    }

    /// The day it is issued.
    pub fn date(self) -> CivilDate {
        self.head().date.value
    }

    /// The Hijri date to print instead of the computed one.
    pub fn hijri(self) -> Option<&'a Placed<String>> {
        self.head().hijri.as_ref()
    }

    /// Draft or approved.
    pub fn status(self) -> Status {
        self.head().status
    }

    /// Not to be published before this moment.
    pub fn not_before(self) -> Option<&'a Placed<Moment>> {
        self.head().not_before.as_ref()
    }

    /// The reports it is made of.
    pub fn reports(self) -> &'a [Report] {
        match self {
            Self::Report(report) => std::slice::from_ref(report),
            Self::Issue(whole) => &whole.reports,
        }
    }

    /// All pictures it may show.
    pub fn pictures(self) -> impl Iterator<Item = &'a Picture> {
        self.reports().iter().flat_map(Report::pictures)
    }

    /// All files that travel inside the PDF.
    pub fn attachments(self) -> impl Iterator<Item = &'a Attachment> {
        self.reports().iter().flat_map(|report| &report.attachments)
    }

    /// Every text of its own file that a page may show.
    pub fn printed_texts(self) -> Vec<String> {
        match self {
            Self::Report(report) => report.printed_texts(),
            Self::Issue(whole) => whole.issue.printed_texts(),
        }
    }
}

impl Report {
    /// The text for the short items of a newsletter: the flyer's summary, else the first paragraph
    /// with the quotation that it leads into, as «وأضاف:» does.
    pub fn brief(&self) -> Option<Placed<Text>> {
        let chosen = self.flyer.summary.as_ref().or_else(|| self.first_paragraph())?;
        let mut brief = chosen.clone();
        if let Some(quote) = self.led_quote(chosen) {
            let mark = |text: &str| Inline::Text { text: text.to_owned() };
            let said = quote.content.value.content.iter().cloned();
            brief.value.content.extend([mark(" «")].into_iter().chain(said).chain([mark("»")]));
        }
        Some(brief)
    }

    /// The quotation after a paragraph that ends with a colon.
    fn led_quote(&self, text: &Placed<Text>) -> Option<&Quote> {
        let leads = text.value.plain().trim_end().ends_with(':');
        let is_it = |block: &Block| matches!(block, Block::Paragraph(own) if std::ptr::eq(own, text));
        let at = self.body.iter().position(is_it).filter(|_| leads)?;
        match self.body.get(at + 1)? {
            Block::Quote(quote) => Some(quote),
            _ => None,
        }
    }
}
