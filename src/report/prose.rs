//! Reading text fields: clean paragraphs, their marks, and warnings about their typing.

use std::ops::Range;

use crate::arabic::lint::lint_except;
use crate::arabic::{Finding, Rule};
use crate::diag::Edit;
use crate::words::{FieldProblem, Message, ValueProblem, Want};

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

    /// Warns about the typing of the paragraphs, at the very place.
    fn check(&self, desk: &mut Desk<'_>, decoded: &str, all: &[Paragraph]) {
        let allowed = desk.allowed(&self.span);
        let mut origin = None;
        for paragraph in all {
            for finding in findings(desk, &paragraph.text, &allowed) {
                let origin = origin.get_or_insert_with(|| self.origin(desk, decoded));
                self.remark(desk, origin.as_ref(), paragraph, finding);
            }
        }
    }

    /// Warns about one finding.
    fn remark(&self, desk: &mut Desk<'_>, origin: Option<&Origin>, paragraph: &Paragraph, finding: Finding) {
        let range = finding.range;
        let source = origin.map(|origin| origin.source(paragraph.decoded(range.start)..paragraph.decoded(range.end)));
        let edit = source.clone().zip(finding.fix).and_then(|(span, text)| {
            let exact = paragraph.in_one_piece(&range)
                && desk.text.get(span.clone()) == paragraph.text.get(range.clone())
                && !text.contains(['"', '\'', '\\', '\n']);
            exact.then_some(Edit { span, text })
        });
        let excerpt = excerpt(&paragraph.text, &range);
        let fix = edit.as_ref().map(|edit| edit.text.clone());
        let message = Message::Text { rule: finding.rule, excerpt, fix };
        desk.warn(source.unwrap_or_else(|| self.span.clone()), &self.path, message, edit);
    }
}

/// What the rules find in a paragraph, without those that are off or allowed there.
fn findings(desk: &mut Desk<'_>, text: &str, allowed: &[(usize, Rule)]) -> Vec<Finding> {
    let off = desk.off();
    if allowed.is_empty() {
        return lint_except(text, off);
    }
    let all: Vec<Rule> = off.iter().copied().chain(allowed.iter().map(|(_, rule)| *rule)).collect();
    let found = lint_except(text, &all);
    for &(permit, rule) in allowed.iter().filter(|(_, rule)| !off.contains(rule)) {
        let others: Vec<Rule> = all.iter().copied().filter(|other| *other != rule).collect();
        if lint_except(text, &others) != found {
            desk.needed(permit);
        }
    }
    found
}

/// The words around a span.
fn excerpt(text: &str, range: &Range<usize>) -> String {
    const AROUND: usize = 12;
    const INSIDE: usize = 40;
    let head = text.get(..range.start).unwrap_or_default();
    let tail = text.get(range.end..).unwrap_or_default();
    let inside = text.get(range.clone()).unwrap_or_default();
    let from = head.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let to = tail.char_indices().nth(AROUND).map_or(tail.len(), |(at, _)| at);
    // whole words only
    let from = head[from..].find(' ').filter(|_| from > 0).map_or(from, |space| from + space + 1);
    let to = tail[..to].rfind(' ').filter(|_| to < tail.len()).unwrap_or(to);
    let inside = match inside.char_indices().nth(INSIDE) {
        Some((end, _)) => format!("{}…", &inside[..end]),
        None => inside.to_owned(),
    };
    format!("{}{inside}{}", &head[from..], &tail[..to])
}
