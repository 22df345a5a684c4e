//! What is found in a text, and how it is mended.

use std::ops::Range;

use super::Rule;

/// Something in a text that breaks a rule of Arabic typing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code, as in `NA001`.
    pub code: &'static str,
    /// The rule that is broken.
    pub rule: Rule,
    /// The bytes of the text given that the finding is about.
    pub range: Range<usize>,
    /// What to put in place of `range`; without one the author must decide.
    pub fix: Option<String>,
}

/// The text with the fixes of `findings` applied.
#[must_use]
pub fn apply(text: &str, findings: &[Finding]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for finding in findings {
        let Some(fix) = &finding.fix else { continue };
        let Some(before) = text.get(done..finding.range.start) else { continue };
        if text.get(finding.range.clone()).is_none() {
            continue;
        }
        out.push_str(before);
        out.push_str(fix);
        done = finding.range.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
