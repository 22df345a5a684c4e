//! Warnings about how the texts of a file are typed, each at its very place.

use std::cell::OnceCell;
use std::ops::Range;

use crate::arabic::lint::{lint_except, numbers};
use crate::arabic::{Finding, Rule};
use crate::diag::Edit;
use crate::words::{Against, TextProblem};

use super::desk::Desk;
use super::fields::Entry;
use super::numerals::Numeral;
use super::origin::Origin;
use super::text::Paragraph;

/// A text field whose paragraphs are looked at.
struct Typed<'t> {
    /// The file.
    text: &'t str,
    /// The field's string in it.
    span: Range<usize>,
    /// What the string says.
    decoded: &'t str,
    /// The field's name.
    field: &'t str,
    /// The way back, once it is asked for.
    origin: OnceCell<Option<Origin>>,
    /// What comments allow here, with the permits.
    allowed: Vec<(usize, Rule)>,
}

impl Entry<'_, '_> {
    /// Warns about the typing of the field's paragraphs.
    pub(crate) fn check(&self, desk: &mut Desk<'_>, decoded: &str, all: &[Paragraph]) {
        let (text, span, field) = (desk.text, self.span.clone(), self.path.as_str());
        let typed = Typed { text, decoded, field, origin: OnceCell::new(), allowed: desk.allowed(&span), span };
        for paragraph in all {
            typed.rules(desk, paragraph);
            typed.digits(desk, paragraph);
            typed.names(desk, paragraph);
        }
    }
}

impl Typed<'_> {
    /// What the rules find in a paragraph, without those that are off or allowed there.
    fn rules(&self, desk: &mut Desk<'_>, paragraph: &Paragraph) {
        let off = desk.off();
        let all: Vec<Rule> = off.iter().copied().chain(self.allowed.iter().map(|(_, rule)| *rule)).collect();
        let found = lint_except(&paragraph.text, &all);
        for &(permit, rule) in self.allowed.iter().filter(|(_, rule)| !off.contains(rule)) {
            let others: Vec<Rule> = all.iter().copied().filter(|other| *other != rule).collect();
            if lint_except(&paragraph.text, &others) != found {
                desk.needed(permit);
            }
        }
        for finding in found {
            self.remark(desk, paragraph, finding, None);
        }
    }

    fn remark(&self, desk: &mut Desk<'_>, paragraph: &Paragraph, finding: Finding, against: Option<Against>) {
        let Finding { rule, range, fix, .. } = finding;
        let edit = fix.and_then(|text| self.edit(paragraph, &range, text));
        let excerpt = excerpt(&paragraph.text, &range);
        let fix = edit.as_ref().map(|edit| edit.text.clone());
        let problem = TextProblem { rule, excerpt, fix, against };
        desk.warn(self.place(paragraph, &range), self.field, problem, edit);
    }

    /// Takes up the numbers of a paragraph: their digits are compared when all texts have been read.
    fn digits(&self, desk: &mut Desk<'_>, paragraph: &Paragraph) {
        let found = numbers(&paragraph.text);
        if let Some(permit) = self.permit(Rule::MixedDigits) {
            desk.numerals.allow(permit, found);
            return;
        }
        desk.numerals.add(&found, |range| Numeral {
            span: self.place(paragraph, range),
            field: self.field.to_owned(),
            excerpt: excerpt(&paragraph.text, range),
        });
    }

    /// What names of the glossary a paragraph has almost right.
    fn names(&self, desk: &mut Desk<'_>, paragraph: &Paragraph) {
        let rule = Rule::OfficialName;
        if desk.off().contains(&rule) {
            return;
        }
        let misses = desk.glossary().misses(&paragraph.text);
        if let Some(permit) = self.permit(rule).filter(|_| !misses.is_empty()) {
            desk.needed(permit);
            return;
        }
        for miss in misses {
            let form = miss.form.to_owned();
            let fix = miss.fix.then(|| form.clone());
            let finding = Finding { code: rule.code(), rule, range: miss.range, fix };
            self.remark(desk, paragraph, finding, Some(Against::Name { form }));
        }
    }

    /// The permit for a rule, if it is allowed here.
    fn permit(&self, rule: Rule) -> Option<usize> {
        self.allowed.iter().find(|(_, allowed)| *allowed == rule).map(|(permit, _)| *permit)
    }

    /// The bytes of the file that some of a paragraph came from, as near as they are known.
    fn place(&self, paragraph: &Paragraph, range: &Range<usize>) -> Range<usize> {
        self.source(paragraph, range).unwrap_or_else(|| self.span.clone())
    }

    fn source(&self, paragraph: &Paragraph, range: &Range<usize>) -> Option<Range<usize>> {
        let origin = self.origin.get_or_init(|| Origin::new(self.text, self.span.clone(), self.decoded));
        let span = paragraph.decoded(range.start)..paragraph.decoded(range.end);
        origin.as_ref().map(|origin| origin.source(span))
    }

    /// The edit of the file that changes some of a paragraph, if the file has it letter by letter.
    fn edit(&self, paragraph: &Paragraph, range: &Range<usize>, text: String) -> Option<Edit> {
        let mut span = self.source(paragraph, range)?;
        if text.starts_with(' ') {
            span = self.before_fold(paragraph, range, span)?;
        }
        let exact = paragraph.in_one_piece(range)
            && self.text.get(span.clone()) == paragraph.text.get(range.clone())
            && !text.contains(['"', '\'', '\\', '\n']);
        exact.then_some(Edit { span, text })
    }

    /// Where to put a space: after a line that ends with a backslash it would be swallowed, so before that.
    fn before_fold(&self, paragraph: &Paragraph, range: &Range<usize>, span: Range<usize>) -> Option<Range<usize>> {
        let before = paragraph.text.get(..range.start)?.chars().next_back()?.len_utf8();
        let head = self.source(paragraph, &(range.start - before..range.start))?;
        if !self.text.get(head.clone())?.contains('\n') {
            return Some(span);
        }
        let end = head.start + before;
        let same = self.text.get(head.start..end) == paragraph.text.get(range.start - before..range.start);
        (range.is_empty() && same).then_some(end..end)
    }
}

/// The words around a span.
fn excerpt(text: &str, range: &Range<usize>) -> String {
    const AROUND: usize = 12;
    const INSIDE: usize = 60;
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
