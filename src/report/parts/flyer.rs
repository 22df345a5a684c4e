//! Reading `[flyer]`, and what the flyer says without it.

use crate::arabic::lint::names_a_day;
use crate::diag::Diagnostic;
use crate::report::check::checker::Checker;
use crate::report::fields::field::{Field, Fields};
use crate::report::fields::inline::Text;
use crate::report::model::{Block, Flyer, Picture, Report};
use crate::report::source::clip::clipped;
use crate::report::source::placed::Placed;
use crate::words::nearest;
use crate::words::{ValueProblem, Want};

/// Photos on a flyer.
const PHOTOS: usize = 2;

impl Flyer {
    /// Words of a summary that fit on a flyer.
    pub const SUMMARY_WORDS: usize = 60;
}

/// `[flyer]`.
pub(crate) fn flyer(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Flyer {
    let Some(mut fields) = root.take("flyer").and_then(|field| field.table(checker)) else {
        return Flyer::default();
    };
    let headline = fields.take("headline").and_then(|field| field.text(checker));
    let summary = fields.take("summary").and_then(|field| summary(&field, checker));
    let when = fields.take("when").and_then(|field| field.plain(checker));
    let r#where = fields.take("where").and_then(|field| field.text(checker));
    let who = fields.take("who").and_then(|field| field.text(checker));
    let link = fields.take("link").and_then(|field| field.web(checker));
    let photos = fields.take("photos").and_then(|field| photos(&field, PHOTOS, checker));
    fields.finish(checker);
    Flyer { headline, summary, when, r#where, who, link, photos }
}

fn summary(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Placed<Text>> {
    let text = field.text(checker)?;
    let words = text.value.words();
    let limit = Flyer::SUMMARY_WORDS;
    if words > limit {
        checker.error(field.span.clone(), &field.path, ValueProblem::SummaryTooLong { words, limit });
    }
    Some(text)
}

/// Files of some of the report's photos, `limit` at most, each once.
pub(crate) fn photos(field: &Field<'_, '_>, limit: usize, checker: &mut Checker<'_>) -> Option<Vec<Placed<String>>> {
    let list = field.list(checker, Want::TextList)?;
    field.at_most(checker, list.len(), limit);
    let mut files: Vec<Placed<String>> = Vec::new();
    for file in list.iter().filter_map(|field| field.path(checker)).collect::<Vec<_>>() {
        if files.iter().any(|other| other.value == file.value) {
            let problem = ValueProblem::SamePhoto { file: clipped(&file.value) };
            checker.error(file.place.span.clone(), &file.field, problem);
        }
        files.push(file);
    }
    Some(files)
}

/// Reports photos named for an edition that are none of the report's, also of those that lack
/// something.
pub(crate) fn check_photos(named: Option<&Vec<Placed<String>>>, checker: &mut Checker<'_>) {
    let own = checker.named.iter().filter(|file| file.is_picture);
    let own: Vec<String> = own.map(|file| file.path.value.clone()).collect();
    for file in named.into_iter().flatten() {
        if !own.contains(&file.value) {
            let names: Vec<&str> = own.iter().map(String::as_str).collect();
            let near = nearest(&file.value, &names).map(str::to_owned);
            let problem = ValueProblem::NotAReportPhoto { file: clipped(&file.value), near };
            checker.error(file.place.span.clone(), &file.field, problem);
        }
    }
}

/// All pictures: the report's own first, then those of the body.
fn pictures<'r>(body: &'r [Block], photos: &'r [Picture]) -> impl Iterator<Item = &'r Picture> {
    photos.iter().chain(body.iter().flat_map(of_block))
}

fn of_block(block: &Block) -> &[Picture] {
    match block {
        Block::Photo { picture, .. } => std::slice::from_ref(picture),
        Block::Gallery { pictures, .. } => pictures,
        _ => &[],
    }
}

impl Report {
    /// All pictures of the report: its own first, then those of the body.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        pictures(&self.body, &self.photos)
    }

    /// The pictures the flyer shows, two at most: those `[flyer]` names, else the first ones.
    pub fn flyer_pictures(&self) -> Vec<&Picture> {
        match &self.flyer.photos {
            None => self.pictures().take(PHOTOS).collect(),
            Some(files) => files.iter().filter_map(|file| self.picture_named(file)).collect(),
        }
    }

    /// The picture with this file.
    pub(crate) fn picture_named(&self, file: &Placed<String>) -> Option<&Picture> {
        self.pictures().find(|own| own.file.value == file.value)
    }

    /// The flyer's headline, and whether it is not the title: `flyer.headline`, else the slogan,
    /// else the title.
    pub fn flyer_headline(&self) -> (&Placed<Text>, bool) {
        let other = self.flyer.headline.as_ref().or(self.slogan.as_ref());
        other.map_or((&self.title, false), |headline| (headline, true))
    }

    /// The flyer's summary: `flyer.summary`, else the first paragraph if it is short enough.
    pub fn flyer_summary(&self) -> Option<&Placed<Text>> {
        let short = |text: &&Placed<Text>| text.value.words() <= Flyer::SUMMARY_WORDS;
        self.flyer.summary.as_ref().or_else(|| self.first_paragraph().filter(short))
    }

    /// Warnings about what a flyer lacks; for those who make flyers.
    pub fn flyer_warnings(&self) -> Vec<Diagnostic> {
        self.without_summary().into_iter().chain(self.without_date()).collect()
    }

    /// A warning when the flyer has no summary because the first paragraph is too long.
    fn without_summary(&self) -> Option<Diagnostic> {
        if self.flyer_summary().is_some() {
            return None;
        }
        let text = self.first_paragraph()?;
        let (words, limit) = (text.value.words(), Flyer::SUMMARY_WORDS);
        Some(text.warning(&self.head.file, ValueProblem::NoSummary { words, limit }))
    }

    /// A warning when nothing on the flyer says when: a bulletin has a date of its own, a flyer only
    /// the event's.
    fn without_date(&self) -> Option<Diagnostic> {
        let dated = self.event.as_ref().is_some_and(|event| event.days.is_some() || event.time.is_some());
        let headline = self.flyer_headline().0;
        let mut texts = [headline, &self.title].into_iter().chain(self.flyer_summary());
        if dated || self.flyer.when.is_some() || texts.any(|text| names_a_day(&text.value.plain())) {
            return None;
        }
        Some(headline.warning(&self.head.file, ValueProblem::FlyerWithoutDate))
    }

    pub(crate) fn first_paragraph(&self) -> Option<&Placed<Text>> {
        let of_body = self.body.iter().filter_map(|block| match block {
            Block::Paragraph(text) => Some(text),
            _ => None,
        });
        // A verse or the basmala that opens a report says nothing of it.
        self.preamble.iter().chain(of_body).find(|text| !is_verse(&text.value))
    }
}

/// The basmala's first words.
const BASMALA: &str = "بسم الله";
/// The most words of the basmala alone.
const BASMALA_WORDS: usize = 6;

/// True for words of the Qur'an in their brackets, and for the basmala alone.
fn is_verse(text: &Text) -> bool {
    let plain = text.plain();
    let plain = plain.trim_start();
    plain.starts_with(['﴿', '﷽']) || (plain.starts_with(BASMALA) && text.words() <= BASMALA_WORDS)
}
