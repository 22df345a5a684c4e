//! Fixes that call for further fixes, joined into one.

use super::{Finding, apply};

/// The fixes of `first` and of `second` in one go, where `second` is about `middle`, the text that
/// `first` leads to. Every finding has a fix; both lists are in the order of their text and do not
/// overlap.
pub(super) fn compose(first: &[Finding], second: &[Finding], middle: &str) -> Vec<Finding> {
    let mut all = moved(first);
    all.extend(second.iter().map(|finding| Step {
        start: finding.range.start,
        end: finding.range.end,
        finding,
        late: true,
    }));
    all.sort_by_key(|step| (step.start, step.end, step.late));
    let mut out = Vec::with_capacity(all.len());
    let mut shift = Shift::default();
    let mut rest = all.as_slice();
    while !rest.is_empty() {
        let (group, others) = rest.split_at(joined(rest));
        out.extend(shift.join(group, middle));
        rest = others;
    }
    out
}

/// A fix and the place in the middle text that it made or that it is about.
struct Step<'a> {
    start: usize,
    end: usize,
    finding: &'a Finding,
    late: bool,
}

/// The fixes with the places where their replacements stand once all are applied.
fn moved(findings: &[Finding]) -> Vec<Step<'_>> {
    let mut shift = Shift::default();
    let place = |finding| {
        let start = shift.forward(finding);
        Step { start, end: start + fix_len(finding), finding, late: false }
    };
    findings.iter().map(place).collect()
}

fn fix_len(finding: &Finding) -> usize {
    finding.fix.as_ref().map_or(0, String::len)
}

/// How many of the steps touch one another, from the first.
fn joined(steps: &[Step<'_>]) -> usize {
    let Some(head) = steps.first() else { return 0 };
    let (mut end, mut mixed) = (head.end, false);
    for (count, step) in steps.iter().enumerate().skip(1) {
        mixed |= step.late != head.late;
        if step.start > end || !mixed {
            return count;
        }
        end = end.max(step.end);
    }
    steps.len()
}

/// How many bytes the fixes so far have taken away and added.
#[derive(Default)]
struct Shift {
    gone: usize,
    added: usize,
}

impl Shift {
    /// Where the fix stands in the middle text; the fix counts from here on.
    fn forward(&mut self, finding: &Finding) -> usize {
        let start = (finding.range.start + self.added).saturating_sub(self.gone);
        self.count(finding);
        start
    }

    fn back(&self, at: usize) -> usize {
        (at + self.gone).saturating_sub(self.added)
    }

    fn count(&mut self, finding: &Finding) {
        self.gone += finding.range.len();
        self.added += fix_len(finding);
    }

    /// One fix of the first text that does what the steps do one after the other.
    fn join(&mut self, steps: &[Step<'_>], middle: &str) -> Option<Finding> {
        let head = steps.first()?;
        let end = steps.iter().map(|step| step.end).max()?;
        let from = self.back(head.start);
        for step in steps.iter().filter(|step| !step.late) {
            self.count(step.finding);
        }
        let late: Vec<_> = steps.iter().filter(|step| step.late).map(|step| within(step, head.start)).collect();
        let fix = apply(middle.get(head.start..end)?, &late);
        let rule = steps.iter().find(|step| !step.late).unwrap_or(head).finding.rule;
        Some(Finding { code: rule.code(), rule, range: from..self.back(end), fix: Some(fix) })
    }
}

/// The finding of a step, about the text from `start` on.
fn within(step: &Step<'_>, start: usize) -> Finding {
    let mut finding = step.finding.clone();
    finding.range = step.start.saturating_sub(start)..step.end.saturating_sub(start);
    finding
}
