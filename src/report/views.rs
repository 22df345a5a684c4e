//! Texts, pictures and settings as the makers of pages need them.

use std::path::Path;

use crate::arabic::{CivilDate, DateStyle, Digits, Language};
use crate::diag::Place;
use crate::edition::EditionKind;
use crate::words::page;

use super::fields::inline::Text;
use super::issue::Issue;
use super::model::{Block, EventDays, Picture, Report};
use super::source::number::latin_digit;
use super::source::placed::Placed;
use super::subject::WholeIssue;
use super::workspace::office::{Edition, Workspace};

/// The subfolder of content that holds the newsletter's issues and no reports.
const ISSUES: &str = "issues";

impl Workspace {
    /// True if a file, named from the workspace's folder, is an issue of the newsletter and not a
    /// report.
    pub fn is_issue(&self, file: &Path) -> bool {
        file.starts_with(Path::new(&self.folders.content).join(ISSUES))
    }

    /// The settings of a kind of page.
    pub fn edition(&self, kind: EditionKind) -> &Edition {
        match kind {
            EditionKind::Bulletin => &self.editions.bulletin,
            EditionKind::Flyer => &self.editions.flyer,
            EditionKind::Social => &self.editions.social,
            EditionKind::Newsletter => &self.editions.newsletter,
            EditionKind::Correction => &self.editions.correction,
        }
    }
}

impl Workspace {
    /// The computed Hijri date in Arabic, where pages show one.
    pub fn hijri_of(&self, date: CivilDate) -> Option<String> {
        self.hijri_in(DateStyle::arabic(self.digits), date)
    }

    /// The same in a style.
    pub fn hijri_in(&self, style: DateStyle, date: CivilDate) -> Option<String> {
        self.hijri.then(|| style.hijri(date, self.hijri_offset))
    }

    /// Every text of the office that a page may show.
    pub fn printed_texts(&self) -> Vec<String> {
        let mut found = PrintedTexts(Vec::new());
        if let Some(office) = &self.office {
            found.plain(office.parents.iter().chain([&office.name]));
            found.plain(office.contacts.iter().map(|contact| &contact.text));
        }
        found.plain(&self.editions.newsletter_name);
        if let Some(signature) = &self.signature {
            found.running([&signature.name]);
            found.running(&signature.title);
        }
        found.0
    }
}

impl WholeIssue {
    /// The newsletter's name and the issue's number, as far as there are any.
    pub fn title(&self, workspace: &Workspace) -> String {
        let office = workspace.office.as_ref().map(|office| &office.name);
        let name = workspace.editions.newsletter_name.as_ref().or(office);
        let name = name.map_or(page::NEWSLETTER, |name| name.value.as_str());
        match &self.issue.head.number {
            Some(number) => format!("{name}، {} {}", page::LABELS.number, number.value),
            None => name.to_owned(),
        }
    }
}

impl Report {
    /// The language of its pages: the one its author names, as far as the letters agree, else the
    /// one that they tell.
    pub fn page_language(&self) -> Language {
        Language::named(self.language, &self.printed_texts().join(" "))
    }

    /// The way its dates are written on a page with these digits.
    pub fn date_style(&self, digits: Digits) -> DateStyle {
        DateStyle::new(self.page_language(), digits)
    }

    /// Days and time of the event in one line, the time as it was written.
    pub fn when(&self, digits: Digits) -> Option<String> {
        let event = self.event.as_ref()?;
        let style = self.date_style(digits);
        let days = event.days.map(|days| match days {
            EventDays::Day(day) => style.named(day),
            EventDays::Range { start, end } => style.range(start, end),
        });
        style.at_time(days, event.time.as_ref().map(|time| time.value.as_str()))
    }

    /// Every text that a page may show, without what stands for it (such as a link's address).
    pub fn printed_texts(&self) -> Vec<String> {
        let mut found = PrintedTexts(Vec::new());
        found.running([&self.title]);
        found.running(&self.slogan);
        found.running(&self.preamble);
        found.plain(&self.head.number);
        found.plain(&self.head.hijri);
        if let Some(event) = &self.event {
            found.plain(&event.time);
            found.running(&event.place);
            found.running(&event.organisers);
        }
        self.body.iter().for_each(|block| found.block(block));
        self.photos.iter().for_each(|picture| found.picture(picture));
        for link in &self.links {
            found.running([&link.title]);
        }
        for attachment in &self.attachments {
            found.plain([&attachment.description]);
        }
        if let Some(signature) = &self.signature {
            found.running([&signature.name]);
            found.running(&signature.title);
        }
        found.running(&self.copies);
        found.plain(&self.tags);
        let flyer = &self.flyer;
        found.running(flyer.headline.iter().chain(&flyer.summary).chain(&flyer.r#where).chain(&flyer.who));
        found.plain(&flyer.when);
        found.running(&self.social.headline);
        found.0
    }

    /// The place and name of the field that gives the flyer one of its texts: `headline`,
    /// `summary`, `when`, `where`, `who`.
    pub fn flyer_field(&self, name: &str) -> Option<(Place, String)> {
        let at = |text: &Placed<Text>| (text.place.clone(), text.field.clone());
        let own = &self.flyer;
        let event = self.event.as_ref();
        match name {
            "headline" => Some(at(self.flyer_headline().0)),
            "title" => Some(at(&self.title)),
            "summary" => self.flyer_summary().map(at),
            "when" => {
                let time = event.and_then(|event| event.time.as_ref());
                own.when.as_ref().or(time).map(|text| (text.place.clone(), text.field.clone()))
            }
            "where" => own.r#where.as_ref().or_else(|| event?.place.as_ref()).map(at),
            "who" => own.who.as_ref().or_else(|| event?.organisers.first()).map(at),
            _ => None,
        }
    }
}

impl Issue {
    /// Every text of its own that a page may show.
    pub fn printed_texts(&self) -> Vec<String> {
        let mut found = PrintedTexts(Vec::new());
        found.plain(self.head.number.iter().chain(&self.head.hijri));
        found.running(&self.title);
        if let Some(editorial) = &self.editorial {
            found.running(editorial.text.iter().chain([&editorial.title]));
            if let Some(signature) = &editorial.signature {
                found.running(signature.title.iter().chain([&signature.name]));
            }
        }
        for article in &self.articles {
            found.running(article.kicker.iter().chain(&article.headline));
        }
        found.running(&self.colophon);
        found.0
    }
}

/// Texts found in a report.
struct PrintedTexts(Vec<String>);

impl PrintedTexts {
    fn running<'a>(&mut self, texts: impl IntoIterator<Item = &'a Placed<Text>>) {
        self.0.extend(texts.into_iter().map(|text| text.value.plain()));
    }

    fn plain<'a>(&mut self, texts: impl IntoIterator<Item = &'a Placed<String>>) {
        self.0.extend(texts.into_iter().map(|text| text.value.clone()));
    }

    fn picture(&mut self, picture: &Picture) {
        self.running(&picture.caption);
        self.plain(&picture.credit);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) | Block::Heading { content: text, .. } => self.running([text]),
            Block::Quote(quote) => {
                self.running([&quote.content, &quote.speaker]);
                self.running(&quote.role);
            }
            Block::List(list) => {
                for item in &list.items {
                    self.running([&item.content]);
                    self.running(&item.items);
                }
            }
            Block::Table(table) => {
                self.running(&table.caption);
                self.running(&table.columns);
                table.rows.iter().for_each(|row| self.running(row));
            }
            Block::Photo { picture, .. } => self.picture(picture),
            Block::Gallery { pictures, caption } => {
                pictures.iter().for_each(|picture| self.picture(picture));
                self.running(caption);
            }
        }
    }
}

/// A text with all its digits as Latin ones: `417/2026` for `٤١٧/٢٠٢٦`.
pub fn latin_digits(text: &str) -> String {
    text.chars().map(|c| latin_digit(c).unwrap_or(c)).collect()
}
