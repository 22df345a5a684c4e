//! Reading text fields: clean paragraphs and their marks.

use std::ops::Range;

use crate::arabic::hygiene::visible;
use crate::report::check::bounds::excess;
use crate::report::check::checker::Checker;
use crate::report::check::merged::check_lines;
use crate::report::check::typing::{TypedString, check_typing, excerpt};
use crate::report::source::clip::clipped;
use crate::report::source::origin::Origin;
use crate::report::source::paragraph::{BREAK, Paragraph, is_blank, one_line, paragraphs, tidy};
use crate::report::source::placed::Placed;
use crate::words::{FieldProblem, ValueProblem, Want};

use super::field::Field;
use super::inline::Text;
use super::markup;

/// Characters in one text field.
const LONGEST: usize = 100_000;

impl<'v> Field<'v, '_> {
    /// One or more paragraphs of running text.
    pub(crate) fn paragraphs(&self, checker: &mut Checker<'_>) -> Vec<Placed<Text>> {
        let (decoded, all) = self.prose(checker);
        let origin = if all.len() > 1 { self.origin(checker, decoded) } else { None };
        let mut texts = Vec::with_capacity(all.len());
        for paragraph in &all {
            let text = self.inline(checker, paragraph);
            let span = match &origin {
                Some(origin) => origin.source(paragraph.decoded(0)..paragraph.decoded(paragraph.text.len())),
                None => self.span.clone(),
            };
            texts.push(checker.placed(text, span, &self.path));
        }
        texts
    }

    /// One paragraph of running text.
    pub(crate) fn text(&self, checker: &mut Checker<'_>) -> Option<Placed<Text>> {
        let paragraph = self.paragraph(checker)?;
        let text = self.inline(checker, &paragraph);
        Some(checker.placed(text, self.span.clone(), &self.path))
    }

    /// One paragraph of somebody's words; quotation marks around the whole are taken off.
    pub(crate) fn quotation(&self, checker: &mut Checker<'_>) -> Option<Placed<Text>> {
        let (decoded, mut all) = self.prose_unchecked(checker);
        if let [paragraph] = all.as_mut_slice() {
            paragraph.unquote();
        }
        self.check_typing(checker, decoded, &all);
        let paragraph = self.only(checker, all)?;
        let text = self.inline(checker, &paragraph);
        Some(checker.placed(text, self.span.clone(), &self.path))
    }

    /// One paragraph in which nothing is a mark of anything.
    pub(crate) fn plain(&self, checker: &mut Checker<'_>) -> Option<Placed<String>> {
        let paragraph = self.paragraph(checker)?;
        let text = tidy(&paragraph.text, checker.language).replace(BREAK, " ");
        Some(checker.placed(text, self.span.clone(), &self.path))
    }

    /// A short text on one line that no rule of typing applies to: a number, an address. Nothing in
    /// it is invisible.
    pub(crate) fn word(&self, checker: &mut Checker<'_>, limit: usize) -> Option<Placed<String>> {
        let decoded = self.raw(checker)?;
        let text = visible(&one_line(decoded));
        if self.refuse_dots(checker, &text) {
            return None;
        }
        self.tell_sample(checker, &text);
        let key = || self.key.to_owned();
        let found = text.chars().count();
        let problem = if is_blank(&text) {
            FieldProblem::Empty { key: key(), needed: self.needed }
        } else if decoded.trim().contains('\n') {
            FieldProblem::ManyLines { key: key() }
        } else if found > limit {
            FieldProblem::TooLong { key: key(), limit, found }
        } else if let Some((stretch, marks @ ValueProblem::TooManyMarks { .. })) = excess(decoded) {
            self.tell_excess(checker, decoded, stretch, marks);
            return None;
        } else {
            return Some(checker.placed(text, self.span.clone(), &self.path));
        };
        checker.error(self.span.clone(), &self.path, problem);
        None
    }

    /// A text, or a list of at most so many texts.
    pub(crate) fn one_or_more(&self, checker: &mut Checker<'_>, limit: usize) -> Vec<Field<'v, '_>> {
        if self.value.is_str() {
            return vec![self.clone()];
        }
        self.bounded(checker, Want::Texts, limit).unwrap_or_default()
    }

    fn paragraph(&self, checker: &mut Checker<'_>) -> Option<Paragraph> {
        let (_, all) = self.prose(checker);
        self.only(checker, all)
    }

    fn only(&self, checker: &mut Checker<'_>, mut all: Vec<Paragraph>) -> Option<Paragraph> {
        if all.len() > 1 {
            let problem = FieldProblem::ManyParagraphs { key: self.key.to_owned() };
            checker.error(self.span.clone(), &self.path, problem);
        }
        all.pop()
    }

    fn prose(&self, checker: &mut Checker<'_>) -> (&'v str, Vec<Paragraph>) {
        let (decoded, all) = self.prose_unchecked(checker);
        self.check_typing(checker, decoded, &all);
        (decoded, all)
    }

    fn check_typing(&self, checker: &mut Checker<'_>, decoded: &str, all: &[Paragraph]) {
        let string = TypedString { span: self.span.clone(), decoded, path: &self.path };
        check_typing(checker, &string, all);
        check_lines(checker, &string);
    }

    /// The paragraphs of the field; none of them is blank.
    fn prose_unchecked(&self, checker: &mut Checker<'_>) -> (&'v str, Vec<Paragraph>) {
        let Some(decoded) = self.raw(checker) else { return ("", Vec::new()) };
        let key = self.key.to_owned();
        let found = if decoded.len() > LONGEST { decoded.chars().count() } else { 0 };
        if found > LONGEST {
            let problem = FieldProblem::TooLong { key, limit: LONGEST, found };
            checker.error(self.span.clone(), &self.path, problem);
            return (decoded, Vec::new());
        }
        if let Some((stretch, problem)) = excess(decoded) {
            self.tell_excess(checker, decoded, stretch, problem);
            return (decoded, Vec::new());
        }
        if self.refuse_dots(checker, decoded) {
            return (decoded, Vec::new());
        }
        self.tell_sample(checker, decoded);
        let mut all = paragraphs(decoded);
        let lines: usize = all.iter().map(|paragraph| 1 + paragraph.text.matches(BREAK).count()).sum();
        if !checker.has_place_for(lines, &self.span, &self.path) {
            return (decoded, Vec::new());
        }
        all.retain(|paragraph| !is_blank(&paragraph.text));
        if all.is_empty() {
            checker.error(self.span.clone(), &self.path, FieldProblem::Empty { key, needed: self.needed });
        }
        (decoded, all)
    }

    /// Tells of a stretch of the decoded text that no page can have.
    fn tell_excess(&self, checker: &mut Checker<'_>, decoded: &str, stretch: Range<usize>, problem: ValueProblem) {
        let place = self.origin(checker, decoded).map_or(self.span.clone(), |origin| origin.source(stretch));
        checker.error(place, &self.path, problem);
    }

    fn inline(&self, checker: &mut Checker<'_>, paragraph: &Paragraph) -> Text {
        let named = checker.language;
        let markup::Parsed { mut text, refused, unpaired } = markup::parse(&tidy(&paragraph.text, named));
        text.language = named;
        // Each has a cost of its own on the page, and one more between two of them.
        checker.has_place_for(text.content.len() / 2, &self.span, &self.path);
        self.tell_unpaired(checker, paragraph, &unpaired);
        for url in refused {
            let url = clipped(&url);
            checker.warn(self.span.clone(), &self.path, ValueProblem::BadLink { url }, None);
        }
        text
    }

    /// Warns of stars without a partner, each by its number among the stars of the paragraph.
    fn tell_unpaired(&self, checker: &mut Checker<'_>, paragraph: &Paragraph, unpaired: &[usize]) {
        if unpaired.is_empty() {
            return;
        }
        let origin = self.origin(checker, self.value.as_str().unwrap_or_default());
        let mut unpaired = unpaired.iter().peekable();
        for (number, (at, _)) in paragraph.text.match_indices('*').enumerate() {
            if unpaired.next_if_eq(&&number).is_none() {
                continue;
            }
            let source = |origin: &Origin| origin.source(paragraph.decoded(at)..paragraph.decoded(at + 1));
            let place = origin.as_ref().map_or(self.span.clone(), source);
            let problem = ValueProblem::UnpairedStar { excerpt: excerpt(&paragraph.text, &(at..at + 1)) };
            checker.warn(place, &self.path, problem, None);
        }
    }

    fn origin(&self, checker: &Checker<'_>, decoded: &str) -> Option<Origin> {
        Origin::new(checker.text, self.span.clone(), decoded)
    }
}
