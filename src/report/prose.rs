//! Reading text fields: clean paragraphs and their marks.

use crate::words::{FieldProblem, ValueProblem, Want};

use super::desk::Desk;
use super::fields::Entry;
use super::inline::Text;
use super::markup;
use super::origin::Origin;
use super::placed::Placed;
use super::text::{Paragraph, is_blank, one_line, paragraphs, tidy};

/// Characters in one text field.
const LONGEST: usize = 100_000;

impl<'v> Entry<'v, '_> {
    /// One or more paragraphs of running text.
    pub(crate) fn paragraphs(&self, desk: &mut Desk<'_>) -> Vec<Placed<Text>> {
        let (decoded, all) = self.prose(desk);
        let origin = if all.len() > 1 { self.origin(desk, decoded) } else { None };
        let mut texts = Vec::with_capacity(all.len());
        for paragraph in &all {
            let text = self.inline(desk, paragraph);
            let span = match &origin {
                Some(origin) => origin.source(paragraph.decoded(0)..paragraph.decoded(paragraph.text.len())),
                None => self.span.clone(),
            };
            texts.push(desk.placed(text, span, &self.path));
        }
        texts
    }

    /// One paragraph of running text.
    pub(crate) fn text(&self, desk: &mut Desk<'_>) -> Option<Placed<Text>> {
        let paragraph = self.paragraph(desk)?;
        let text = self.inline(desk, &paragraph);
        Some(desk.placed(text, self.span.clone(), &self.path))
    }

    /// One paragraph of somebody's words; quotation marks around the whole are taken off.
    pub(crate) fn quotation(&self, desk: &mut Desk<'_>) -> Option<Placed<Text>> {
        let (decoded, mut all) = self.prose_unchecked(desk);
        if let [paragraph] = all.as_mut_slice() {
            paragraph.unquote();
        }
        self.check(desk, decoded, &all);
        let paragraph = self.only(desk, all)?;
        let text = self.inline(desk, &paragraph);
        Some(desk.placed(text, self.span.clone(), &self.path))
    }

    /// One paragraph in which nothing is a mark of anything.
    pub(crate) fn plain(&self, desk: &mut Desk<'_>) -> Option<Placed<String>> {
        let paragraph = self.paragraph(desk)?;
        let text = tidy(&paragraph.text).replace(super::text::BREAK, " ");
        Some(desk.placed(text, self.span.clone(), &self.path))
    }

    /// A short text on one line that no rule of typing applies to: a number, an address, a name of a file.
    pub(crate) fn word(&self, desk: &mut Desk<'_>, limit: usize) -> Option<Placed<String>> {
        let decoded = self.raw(desk)?;
        let text = one_line(decoded);
        let key = || self.key.to_owned();
        let found = text.chars().count();
        let problem = if is_blank(&text) {
            FieldProblem::Empty { key: key(), needed: self.needed }
        } else if decoded.trim().contains('\n') {
            FieldProblem::ManyLines { key: key() }
        } else if found > limit {
            FieldProblem::TooLong { key: key(), limit, found }
        } else {
            return Some(desk.placed(text, self.span.clone(), &self.path));
        };
        desk.error(self.span.clone(), &self.path, problem);
        None
    }

    /// A text, or a list of texts.
    pub(crate) fn one_or_more(&self, desk: &mut Desk<'_>) -> Vec<Entry<'v, '_>> {
        if self.value.is_str() {
            return vec![self.clone()];
        }
        self.list(desk, Want::Texts).unwrap_or_default()
    }

    fn paragraph(&self, desk: &mut Desk<'_>) -> Option<Paragraph> {
        let (_, all) = self.prose(desk);
        self.only(desk, all)
    }

    fn only(&self, desk: &mut Desk<'_>, mut all: Vec<Paragraph>) -> Option<Paragraph> {
        if all.len() > 1 {
            let problem = FieldProblem::ManyParagraphs { key: self.key.to_owned() };
            desk.error(self.span.clone(), &self.path, problem);
        }
        all.pop()
    }

    fn prose(&self, desk: &mut Desk<'_>) -> (&'v str, Vec<Paragraph>) {
        let (decoded, all) = self.prose_unchecked(desk);
        self.check(desk, decoded, &all);
        (decoded, all)
    }

    /// The paragraphs of the field; none of them is blank.
    fn prose_unchecked(&self, desk: &mut Desk<'_>) -> (&'v str, Vec<Paragraph>) {
        let Some(decoded) = self.raw(desk) else { return ("", Vec::new()) };
        let key = self.key.to_owned();
        let found = if decoded.len() > LONGEST { decoded.chars().count() } else { 0 };
        if found > LONGEST {
            let problem = FieldProblem::TooLong { key, limit: LONGEST, found };
            desk.error(self.span.clone(), &self.path, problem);
            return (decoded, Vec::new());
        }
        let mut all = paragraphs(decoded);
        all.retain(|paragraph| !is_blank(&paragraph.text));
        if all.is_empty() {
            desk.error(self.span.clone(), &self.path, FieldProblem::Empty { key, needed: self.needed });
        }
        (decoded, all)
    }

    fn inline(&self, desk: &mut Desk<'_>, paragraph: &Paragraph) -> Text {
        let (text, refused) = markup::parse(&tidy(&paragraph.text));
        for url in refused {
            let url = super::fields::clipped(&url);
            desk.warn(self.span.clone(), &self.path, ValueProblem::BadLink { url }, None);
        }
        text
    }

    fn origin(&self, desk: &Desk<'_>, decoded: &str) -> Option<Origin> {
        Origin::new(desk.text, self.span.clone(), decoded)
    }
}
