//! Warnings about how the texts of a file are typed, each at its very place.

use std::cell::OnceCell;
use std::ops::Range;

use crate::arabic::lint::{Slip, lint_except, numbers, slips};
use crate::arabic::{Finding, Language, Rule};
use crate::diag::Edit;
use crate::report::source::origin::Origin;
use crate::report::source::paragraph::Paragraph;
use crate::words::{Against, TextProblem};

use super::checker::Checker;
use super::numerals::Numeral;

/// A text field whose paragraphs are looked at.
struct Typed<'t> {
    /// The file.
    text: &'t str,
    /// The field's string.
    string: &'t TypedString<'t>,
    /// The way back, once it is asked for.
    origin: OnceCell<Option<Origin>>,
    /// The rules that comments allow here, with the permits.
    allowed: Vec<(usize, Rule)>,
}

/// The string of a text field.
pub(crate) struct TypedString<'t> {
    /// Its bytes in the file.
    pub(crate) span: Range<usize>,
    /// The text that it stands for.
    pub(crate) decoded: &'t str,
    /// The field's name.
    pub(crate) path: &'t str,
}

/// Warns about the typing of a field's paragraphs.
pub(crate) fn check_typing(checker: &mut Checker<'_>, string: &TypedString<'_>, all: &[Paragraph]) {
    let allowed = checker.allowed(&string.span);
    let typed = Typed { text: checker.text, string, origin: OnceCell::new(), allowed };
    for paragraph in all {
        typed.rules(checker, paragraph);
        typed.digits(checker, paragraph);
        typed.names(checker, paragraph);
        typed.slips(checker, paragraph);
    }
}

impl Typed<'_> {
    /// Reports the rules' findings in a paragraph, without those that are off or allowed there.
    fn rules(&self, checker: &mut Checker<'_>, paragraph: &Paragraph) {
        let off = checker.off();
        let all: Vec<Rule> = off.iter().copied().chain(self.allowed.iter().map(|(_, rule)| *rule)).collect();
        let found = lint_except(&paragraph.text, checker.language, &all);
        for &(permit, rule) in self.allowed.iter().filter(|(_, rule)| !off.contains(rule)) {
            let others: Vec<Rule> = all.iter().copied().filter(|other| *other != rule).collect();
            if lint_except(&paragraph.text, checker.language, &others) != found {
                checker.needed(permit);
            }
        }
        for finding in found {
            // A colon before the dash of the next line's point: that the lines run on is told by
            // itself.
            if finding.rule == Rule::ColonDash && self.is_over_lines(paragraph, &finding.range) {
                continue;
            }
            self.remark(checker, paragraph, finding, None);
        }
    }

    /// True if a stretch of a paragraph goes over the end of a line.
    fn is_over_lines(&self, paragraph: &Paragraph, range: &Range<usize>) -> bool {
        let typed = paragraph.decoded(range.start)..paragraph.decoded(range.end);
        self.string.decoded.get(typed).is_some_and(|typed| typed.contains('\n'))
    }

    fn remark(&self, checker: &mut Checker<'_>, paragraph: &Paragraph, finding: Finding, against: Option<Against>) {
        let Finding { rule, range, fix, .. } = finding;
        let edit = fix.and_then(|text| self.edit(paragraph, &range, text));
        let excerpt = excerpt(&paragraph.text, &range);
        let fix = edit.as_ref().map(|edit| edit.text.clone());
        let problem = TextProblem { rule, excerpt, fix, against };
        checker.warn(self.place(paragraph, &range), self.string.path, problem, edit);
    }

    /// Takes up the numbers of a paragraph: their digits are compared when all texts have been
    /// read.
    fn digits(&self, checker: &mut Checker<'_>, paragraph: &Paragraph) {
        if Language::named(checker.language, &paragraph.text) == Language::Latin {
            return;
        }
        let found = numbers(&paragraph.text);
        if let Some(permit) = self.permit(Rule::MixedDigits) {
            checker.numerals.allow(permit, found);
            return;
        }
        checker.numerals.add(&found, |range| Numeral {
            span: self.place(paragraph, range),
            field: self.string.path.to_owned(),
            excerpt: excerpt(&paragraph.text, range),
        });
    }

    /// Reports names of the glossary that a paragraph has almost right.
    fn names(&self, checker: &mut Checker<'_>, paragraph: &Paragraph) {
        let rule = Rule::OfficialName;
        if checker.off().contains(&rule) {
            return;
        }
        let misses = checker.glossary().misses(&paragraph.text);
        if let Some(permit) = self.permit(rule).filter(|_| !misses.is_empty()) {
            checker.needed(permit);
            return;
        }
        for miss in misses {
            let form = miss.form.to_owned();
            let fix = miss.fix.then(|| form.clone());
            let finding = Finding { code: rule.code(), rule, range: miss.range, fix };
            self.remark(checker, paragraph, finding, Some(Against::Name { form }));
        }
    }

    /// Reports words that are often misspelt.
    fn slips(&self, checker: &mut Checker<'_>, paragraph: &Paragraph) {
        let rule = Rule::CommonSlip;
        if checker.off().contains(&rule) {
            return;
        }
        let found = slips(&paragraph.text, checker.language);
        if let Some(permit) = self.permit(rule).filter(|_| !found.is_empty()) {
            checker.needed(permit);
            return;
        }
        for Slip { range, right } in found {
            let finding = Finding { code: rule.code(), rule, range, fix: None };
            self.remark(checker, paragraph, finding, Some(Against::Name { form: right }));
        }
    }

    /// The permit for a rule, if it is allowed here.
    fn permit(&self, rule: Rule) -> Option<usize> {
        self.allowed.iter().find(|(_, allowed)| *allowed == rule).map(|(permit, _)| *permit)
    }

    /// The bytes of the file that some of a paragraph came from, as near as they are known.
    fn place(&self, paragraph: &Paragraph, range: &Range<usize>) -> Range<usize> {
        self.source(paragraph, range).unwrap_or_else(|| self.string.span.clone())
    }

    fn source(&self, paragraph: &Paragraph, range: &Range<usize>) -> Option<Range<usize>> {
        let origin = self.origin.get_or_init(|| Origin::new(self.text, self.string.span.clone(), self.string.decoded));
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

    /// The place for a space: after a line that ends with a backslash it would be swallowed, so
    /// before that.
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
pub(crate) fn excerpt(text: &str, range: &Range<usize>) -> String {
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
