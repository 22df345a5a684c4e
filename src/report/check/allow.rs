//! Comments that allow in one place what a text rule finds: `# nashra: allow NA004`.
//!
//! At the end of a line the comment is about the values that begin or end on that line; alone on a
//! line, about those that begin on the next line that is neither blank nor a comment. On the line
//! of a heading it is about that whole table. It holds for all texts inside these.

use std::collections::HashMap;
use std::ops::Range;

use crate::arabic::Rule;
use crate::report::source::clip::clipped;
use crate::report::source::lines::Lines;
use crate::report::source::outline::Outline;
use crate::words::{CommentProblem, nearest};

/// The word that begins a comment for nashra.
const NAME: &str = "nashra";
/// The request that a comment can make.
const ALLOW: &str = "allow";

/// The rules that comments allow, and for which bytes.
#[derive(Debug, Default)]
pub(crate) struct Allows {
    permits: Vec<Permit>,
    /// By their first byte; what is inside another comes after it.
    scopes: Vec<Scope>,
}

/// One rule allowed by one comment.
#[derive(Debug)]
struct Permit {
    rule: Rule,
    /// The code in the comment.
    span: Range<usize>,
    used: bool,
}

/// The bytes of a value or table for which rules are allowed.
#[derive(Debug)]
struct Scope {
    range: Range<usize>,
    /// The scope around it.
    parent: Option<usize>,
    /// Places in the list of permits.
    permits: Vec<usize>,
}

/// Something wrong with a comment, and where.
type CommentFault = (Range<usize>, CommentProblem);

impl Allows {
    /// Reads the comments of a text, and says what is wrong with them.
    pub(crate) fn new(text: &str, lines: &Lines<'_>) -> (Self, Vec<CommentFault>) {
        let mut faults = Vec::new();
        if !text.as_bytes().windows(NAME.len()).any(|found| found.eq_ignore_ascii_case(NAME.as_bytes())) {
            return (Self::default(), faults);
        }
        let outline = Outline::new(text);
        let sheet = Sheet::new(text, lines, &outline);
        let mut allows = Self::default();
        let mut ranges: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        let mut below = None;
        for comment in outline.comments.iter().rev() {
            let line = lines.line(comment.start);
            let alone = sheet.is_alone(comment);
            if alone {
                below = Some(sheet.next_line(line, below));
            }
            let first = allows.permits.len();
            allows.permit(text, comment, &mut faults);
            if allows.permits.len() == first {
                continue;
            }
            let targets = match below.filter(|_| alone) {
                Some(target) => sheet.beginning(target),
                None => sheet.beginning(line).into_iter().chain(sheet.ending(line)).collect(),
            };
            for target in targets {
                ranges.entry((target.start, target.end)).or_default().extend(first..allows.permits.len());
            }
        }
        allows.settle(ranges);
        (allows, faults)
    }

    /// Takes the codes of a comment up.
    fn permit(&mut self, text: &str, comment: &Range<usize>, faults: &mut Vec<CommentFault>) {
        match codes(text, comment) {
            Request::None => {}
            Request::Unclear => {
                let found = clipped(text.get(comment.clone()).unwrap_or_default());
                faults.push((comment.clone(), CommentProblem::Unclear { found }));
            }
            Request::Allow(codes) => {
                for span in codes {
                    let code = text.get(span.clone()).unwrap_or_default();
                    match Rule::from_code(code) {
                        Some(rule) => self.permits.push(Permit { rule, span, used: false }),
                        None => faults.push((span, CommentProblem::unknown_rule(clipped(code)))),
                    }
                }
            }
        }
    }

    fn settle(&mut self, ranges: HashMap<(usize, usize), Vec<usize>>) {
        let scope = |((start, end), permits)| Scope { range: start..end, parent: None, permits };
        self.scopes = ranges.into_iter().map(scope).collect();
        self.scopes.sort_by_key(|scope| (scope.range.start, std::cmp::Reverse(scope.range.end)));
        let mut around: Vec<usize> = Vec::new();
        for at in 0..self.scopes.len() {
            let start = self.scopes[at].range.start;
            while around.pop_if(|last| self.scopes[*last].range.end <= start).is_some() {}
            self.scopes[at].parent = around.last().copied();
            around.push(at);
            // One comment for a rule is enough; another at the same place has no effect.
            let mut seen = Vec::new();
            let permits = &self.permits;
            self.scopes[at].permits.retain(|&permit| {
                let new = !seen.contains(&permits[permit].rule);
                seen.push(permits[permit].rule);
                new
            });
        }
    }

    /// The rules that are allowed for the text at `at`, innermost first, each with the key for
    /// [`Allows::used`].
    pub(crate) fn over(&self, at: usize) -> Vec<(usize, Rule)> {
        let mut found: Vec<(usize, Rule)> = Vec::new();
        let mut next = self.scopes.partition_point(|scope| scope.range.start <= at).checked_sub(1);
        while let Some(scope) = next.and_then(|at| self.scopes.get(at)) {
            next = scope.parent;
            if !scope.range.contains(&at) {
                continue;
            }
            for &permit in &scope.permits {
                let rule = self.permits[permit].rule;
                if !found.iter().any(|(_, other)| *other == rule) {
                    found.push((permit, rule));
                }
            }
        }
        found
    }

    /// Notes that a permit was needed.
    pub(crate) fn used(&mut self, permit: usize) {
        if let Some(permit) = self.permits.get_mut(permit) {
            permit.used = true;
        }
    }

    /// The permits of rules that nobody needed.
    pub(crate) fn idle(&self) -> impl Iterator<Item = (Rule, Range<usize>)> {
        self.permits.iter().filter(|permit| !permit.used).map(|permit| (permit.rule, permit.span.clone()))
    }
}

/// The values, tables and comments of a file by line.
struct Sheet<'t> {
    text: &'t str,
    lines: &'t Lines<'t>,
    outline: &'t Outline,
    /// Values by their last byte.
    by_end: Vec<&'t Range<usize>>,
}

impl<'t> Sheet<'t> {
    fn new(text: &'t str, lines: &'t Lines<'t>, outline: &'t Outline) -> Self {
        let mut by_end: Vec<_> = outline.values.iter().collect();
        by_end.sort_by_key(|value| value.end);
        Self { text, lines, outline, by_end }
    }

    /// True if a comment stands alone on its line.
    fn is_alone(&self, comment: &Range<usize>) -> bool {
        let line = self.lines.span(self.lines.line(comment.start));
        let before = self.text.get(line.start..comment.start).unwrap_or_default();
        before.trim_start_matches('\u{FEFF}').trim().is_empty()
    }

    /// The next line that is neither blank nor a comment. `below` is the one of the next comment
    /// that stands alone.
    fn next_line(&self, line: usize, below: Option<usize>) -> usize {
        let mut next = line + 1;
        while next < self.lines.count() {
            let text = self.text.get(self.lines.span(next)).unwrap_or_default().trim();
            if text.starts_with('#') {
                return below.unwrap_or(next);
            }
            if !text.is_empty() {
                break;
            }
            next += 1;
        }
        next
    }

    /// The values and tables that begin on a line, without those inside another of them.
    fn beginning(&self, line: usize) -> Vec<Range<usize>> {
        let span = self.lines.span(line);
        let mut found: Vec<Range<usize>> = within(&self.outline.tables, &span).cloned().collect();
        for value in within(&self.outline.values, &span) {
            if found.last().is_none_or(|last| last.end <= value.start) {
                found.push(value.clone());
            }
        }
        found
    }

    /// The outermost value that ends on a line and began on an earlier one.
    fn ending(&self, line: usize) -> Option<Range<usize>> {
        let span = self.lines.span(line);
        let from = self.by_end.partition_point(|value| value.end <= span.start);
        let on_line = self.by_end.get(from..).unwrap_or_default().iter().take_while(|value| value.end <= span.end);
        on_line.filter(|value| value.start < span.start).min_by_key(|value| value.start).map(|value| (*value).clone())
    }
}

/// Those that begin within a span; they are in the order of their starts.
fn within<'r>(all: &'r [Range<usize>], span: &Range<usize>) -> impl Iterator<Item = &'r Range<usize>> {
    let from = all.partition_point(|value| value.start < span.start);
    let end = span.end;
    all.get(from..).unwrap_or_default().iter().take_while(move |value| value.start < end)
}

/// A comment's request to nashra.
enum Request {
    /// Nothing: it is for people.
    None,
    /// Something that cannot be made out.
    Unclear,
    /// To allow what these codes name.
    Allow(Vec<Range<usize>>),
}

/// Reads a comment. What follows a dash or an opening bracket is the author's reason.
fn codes(text: &str, comment: &Range<usize>) -> Request {
    let whole = text.get(comment.clone()).unwrap_or_default();
    let body = whole.trim_start_matches('#').trim_start();
    let Some(rest) = body.get(..NAME.len()).filter(|name| name.eq_ignore_ascii_case(NAME)) else {
        return Request::None;
    };
    let Some(rest) = body[rest.len()..].trim_start().strip_prefix(':') else { return Request::None };
    let mut at = comment.end - rest.len();
    let mut words: Vec<Range<usize>> = Vec::new();
    for piece in rest.split_inclusive(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | ';' | '؛' | ':')) {
        let word = piece.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | ';' | '؛' | ':'));
        if word.starts_with(['-', '–', '—', '(']) {
            break;
        }
        if !word.is_empty() {
            words.push(at..at + word.len());
        }
        at += piece.len();
    }
    let word = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default().to_lowercase();
    let asked = words.first().map(word).unwrap_or_default();
    if asked == ALLOW && words.len() > 1 {
        return Request::Allow(words.split_off(1));
    }
    let meant = nearest(&asked, &[ALLOW]).is_some() || words.iter().any(|span| Rule::from_code(&word(span)).is_some());
    if meant { Request::Unclear } else { Request::None }
}

#[cfg(test)]
#[path = "allow_tests.rs"]
mod tests;
