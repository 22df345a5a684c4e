//! The file that is read, how it is checked, and what was found wrong so far.

use std::ops::Range;
use std::path::Path;

use crate::arabic::{Glossary, Language, Rule};
use crate::diag::{Diagnostic, Edit, Place};
use crate::report::source::lines::Lines;
use crate::report::source::placed::Placed;
use crate::report::source::syntax::SyntaxError;
use crate::report::status::Status;
use crate::words::{Against, CommentProblem, FieldProblem, Message, SyntaxProblem, TextProblem, nearest};

use super::allow::Allows;
use super::bounds::ELEMENTS;
use super::checks::Checks;
use super::numerals::{Numeral, Numerals};

/// Diagnostics kept for one file; what comes after is only counted.
const LIMIT: usize = 200;

/// Bytes of a stretch that was not read and is still searched for a key.
const LONGEST_UNREAD: usize = 4096;

/// The file that is read, how it is checked, and what was found wrong so far.
pub(crate) struct Checker<'t> {
    /// The file, as shown to the user.
    pub(crate) file: &'t Path,
    /// Its text.
    pub(crate) text: &'t str,
    /// Its lines.
    pub(crate) lines: Lines<'t>,
    /// The workspace's settings for checks.
    checks: &'t Checks,
    /// The exceptions that comments allow in single places.
    allows: Allows,
    /// The numbers of all texts so far.
    pub(crate) numerals: Numerals,
    findings: Vec<Diagnostic>,
    /// The most findings that are kept; none for no limit.
    limit: Option<usize>,
    untold: usize,
    errors: bool,
    /// Elements that the file may still have; none once there are too many.
    left: Option<usize>,
    /// Stretches that were not read as they were meant, so that what is wrong in them says nothing.
    muted: Vec<Range<usize>>,
    /// The language that the author names for the texts that are read now.
    pub(crate) language: Option<Language>,
    /// The status of the report or issue that is read; none for other files, as the settings.
    pub(crate) status: Option<Status>,
    /// The pictures and attachments that the file names, also in parts that have errors.
    pub(crate) named: Vec<NamedFile>,
}

/// A file that a report names.
pub(crate) struct NamedFile {
    /// Its path, with its place.
    pub(crate) path: Placed<String>,
    /// True if it is shown; an attachment is only carried.
    pub(crate) is_picture: bool,
}

impl<'t> Checker<'t> {
    pub(crate) fn new(file: &'t Path, text: &'t str, checks: &'t Checks) -> Self {
        let lines = Lines::new(text);
        let (allows, faults) = Allows::new(text, &lines);
        let (findings, numerals) = (Vec::new(), Numerals::default());
        let (limit, untold, errors, muted, language) = (Some(LIMIT), 0, false, Vec::new(), None);
        let left = Some(ELEMENTS);
        let mut checker = Self {
            file,
            text,
            lines,
            checks,
            allows,
            numerals,
            findings,
            limit,
            untold,
            errors,
            left,
            muted,
            language,
            status: None,
            named: Vec::new(),
        };
        for (span, problem) in faults {
            checker.warn(span, "", problem, None);
        }
        checker
    }

    /// The same with no end to what is kept.
    pub(crate) fn telling_all(self) -> Self {
        Self { limit: None, ..self }
    }

    /// Notes a mistake in the TOML.
    pub(crate) fn syntax(&mut self, error: SyntaxError) {
        self.muted.push(error.muted);
        self.keep_at(error.span, "", Message::Syntax(error.problem));
    }

    /// Notes a mistake at a span.
    pub(crate) fn error(&mut self, span: Range<usize>, field: &str, problem: impl Into<Message>) {
        self.errors = true;
        if !self.is_muted(&span) {
            self.keep_at(span, field, problem.into());
        }
    }

    /// True if the file may have so many more elements; told once if not.
    pub(crate) fn has_place_for(&mut self, elements: usize, span: &Range<usize>, field: &str) -> bool {
        let Some(left) = self.left else { return false };
        self.left = left.checked_sub(elements);
        if self.left.is_none() {
            self.error(span.clone(), field, FieldProblem::TooManyInAll { limit: ELEMENTS });
        }
        self.left.is_some()
    }

    /// True if another error would be kept; if not, it is counted. Ask before a message that costs
    /// something.
    pub(crate) fn has_room(&mut self) -> bool {
        self.errors = true;
        self.room()
    }

    /// Notes that something required is absent; says nothing when the file is not TOML throughout,
    /// since then it may well be there.
    pub(crate) fn absent(&mut self, span: Range<usize>, field: &str, problem: impl Into<Message>) {
        self.errors = true;
        if self.muted.is_empty() {
            self.keep_at(span, field, problem.into());
        }
    }

    /// Notes that a key is absent; says nothing when it may stand in what could not be read.
    pub(crate) fn lacks(&mut self, key: &str, span: Range<usize>, field: &str, problem: impl Into<Message>) {
        self.errors = true;
        let mut unread = self.muted.iter().filter_map(|muted| self.text.get(muted.clone()));
        if !unread.any(|unread| may_hold(unread, key)) {
            self.keep_at(span, field, problem.into());
        }
    }

    /// Notes something doubtful at a span, with an edit that fixes it.
    pub(crate) fn warn(&mut self, span: Range<usize>, field: &str, message: impl Into<Message>, edit: Option<Edit>) {
        let message = message.into();
        if self.is_muted(&span) {
            return;
        }
        if self.room() {
            let place = self.lines.place(span);
            let warning = Diagnostic::warning(self.file, message);
            self.findings.push(warning.at(place).field(field).edit(edit));
        }
    }

    /// True if anything found so far makes the file useless.
    pub(crate) fn has_errors(&self) -> bool {
        self.errors
    }

    /// The text rules that are switched off everywhere.
    pub(crate) fn off(&self) -> &'t [Rule] {
        &self.checks.off
    }

    /// The office's names and titles.
    pub(crate) fn glossary(&self) -> &'t Glossary {
        &self.checks.glossary
    }

    /// The rules that comments allow for the text at a span.
    pub(crate) fn allowed(&self, span: &Range<usize>) -> Vec<(usize, Rule)> {
        self.allows.over(span.start)
    }

    /// Notes that a permit of [`Checker::allowed`] was needed.
    pub(crate) fn needed(&mut self, permit: usize) {
        self.allows.used(permit);
    }

    /// Warns about digits of two systems, once all texts have been read.
    pub(crate) fn tell_digits(&mut self) {
        let rule = Rule::MixedDigits;
        if self.checks.off.contains(&rule) {
            return;
        }
        self.numerals.needed().into_iter().for_each(|permit| self.allows.used(permit));
        let Some((odd, other)) = self.numerals.odd() else { return };
        let (Numeral { span, field, excerpt }, other) = (odd.clone(), other.span.clone());
        let Place { line, column, .. } = self.lines.place(other);
        let against = Some(Against::Place { line, column });
        self.warn(span, &field, TextProblem { rule, excerpt, fix: None, against }, None);
    }

    /// Warns about comments that allow what nothing finds. In a file with errors not every text was
    /// looked at.
    pub(crate) fn tell_idle(&mut self) {
        if self.errors {
            return;
        }
        let idle: Vec<_> = self.allows.idle().filter(|(rule, _)| !self.checks.off.contains(rule)).collect();
        for (rule, span) in idle {
            self.warn(span, "", CommentProblem::Idle { code: rule.code() }, None);
        }
    }

    /// A value with the place of its span.
    pub(crate) fn placed<T>(&self, value: T, span: Range<usize>, field: &str) -> Placed<T> {
        Placed { value, place: self.lines.place(span), field: field.to_owned() }
    }

    /// All that was found, in the order of the file.
    pub(crate) fn into_findings(mut self) -> Vec<Diagnostic> {
        self.findings.sort_by_key(|diagnostic| diagnostic.place.as_ref().map(|place| place.span.start));
        if self.untold > 0 {
            let more = SyntaxProblem::More { count: self.untold };
            let end = self.text.len();
            let place = self.lines.place(end..end);
            let more =
                if self.errors { Diagnostic::error(self.file, more) } else { Diagnostic::warning(self.file, more) };
            self.findings.push(more.at(place));
        }
        self.findings
    }

    fn keep_at(&mut self, span: Range<usize>, field: &str, message: Message) {
        self.errors = true;
        if self.room() {
            let place = self.lines.place(span);
            self.findings.push(Diagnostic::error(self.file, message).at(place).field(field));
        }
    }

    fn is_muted(&self, span: &Range<usize>) -> bool {
        // What the reader made up in the place of what it could not read stands nowhere.
        let made_up = *span == (0..0) && !self.muted.is_empty();
        made_up || self.muted.iter().any(|muted| (muted.start..=muted.end).contains(&span.start))
    }

    fn room(&mut self) -> bool {
        let room = self.limit.is_none_or(|limit| self.findings.len() < limit);
        if !room {
            self.untold += 1;
        }
        room
    }
}

/// True if a stretch that could not be read may have a key: it stands there, perhaps misspelt or in
/// Arabic, or a heading does, so that nobody knows to what the lines below it belong.
fn may_hold(unread: &str, key: &str) -> bool {
    if unread.len() > LONGEST_UNREAD {
        return true;
    }
    unread.lines().map(str::trim_start).any(|line| {
        let word = line.split(['=', ':', ' ', '\t', '"']).next().unwrap_or_default();
        line.starts_with('[') || !word.is_ascii() || line.contains(key) || nearest(word, &[key]).is_some()
    })
}
