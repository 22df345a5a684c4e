//! The texts of a bulletin with their emphasis and links, and with what a correction changed.

use std::cell::Cell;

use maud::{Markup, PreEscaped, html};

use super::look::SiteLook;
use super::tongue::Tongue;
use crate::arabic::Language;
use crate::archive::{MarkKind, TextMark};

/// Ways in which an address of a text may begin.
const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// A part of a passage that was not so when the bulletin was first published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ChangedPart {
    /// The block and its passage, as in [`TextMark`].
    pub(super) block: usize,
    /// The passage of the block.
    pub(super) line: usize,
    /// The first character.
    pub(super) start: usize,
    /// The character after the last one.
    pub(super) end: usize,
}

/// True if a text may lead to this address.
pub(super) fn is_address(url: &str) -> bool {
    let begins = |scheme: &str| url.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
    SCHEMES.into_iter().any(begins)
}

/// A text whose parts are inside an element of this name.
pub(super) fn marked(text: &str, parts: &[(usize, usize)], name: &str, tongue: Tongue<'_>) -> Markup {
    written(text, &[], parts, name, tongue)
}

/// All that a page knows of a bulletin's passages besides their words.
#[derive(Clone, Copy)]
pub(super) struct Passages<'a> {
    pub(super) marks: &'a [TextMark],
    pub(super) changed: &'a [ChangedPart],
    pub(super) language: Option<Language>,
    pub(super) look: &'a SiteLook,
}

/// The passages of one block, which are taken one after the other.
pub(super) struct BlockPassages<'a> {
    all: Passages<'a>,
    block: usize,
    line: Cell<usize>,
}

impl<'a> Passages<'a> {
    /// The passages of a block.
    pub(super) fn of(self, block: usize) -> BlockPassages<'a> {
        BlockPassages { all: self, block, line: Cell::new(0) }
    }
}

impl<'a> BlockPassages<'a> {
    /// The language of an element with this text.
    pub(super) fn tongue(&self, text: &str) -> Tongue<'a> {
        Tongue::of(self.all.language, text, self.all.look)
    }

    /// The next passage, which must be that of [`Block::lines`](crate::archive::Block::lines).
    pub(super) fn next(&self, tongue: Tongue<'_>, text: &str) -> Markup {
        let (block, line) = (self.block, self.line.replace(self.line.get() + 1));
        let length = text.chars().count();
        let fits = |mark: &&TextMark| (mark.block, mark.line) == (block, line) && mark.end <= length;
        let marks: Vec<&TextMark> = self.all.marks.iter().filter(fits).collect();
        let changed = self.all.changed.iter().filter(|part| (part.block, part.line) == (block, line));
        let changed: Vec<(usize, usize)> = changed.map(|part| (part.start, part.end)).collect();
        if marks.is_empty() && changed.is_empty() {
            return tongue.prose(text);
        }
        written(text, &marks, &changed, "ins", tongue)
    }
}

/// A part of a text with the same marks throughout.
struct Run<'a> {
    text: String,
    link: Option<&'a str>,
    is_strong: bool,
    is_stressed: bool,
    is_changed: bool,
    is_break: bool,
}

/// A text with its marks as elements, and its changed parts inside one of this name.
fn written(
    text: &str,
    marks: &[&TextMark],
    changed: &[(usize, usize)],
    changed_name: &str,
    tongue: Tongue<'_>,
) -> Markup {
    let runs = runs(text, marks, changed);
    html! {
        // A link is one link, whatever is inside.
        @for linked in runs.chunk_by(|one, next| one.link == next.link) {
            @let words = html! { @for run in linked { (run.html(changed_name, tongue)) } };
            @match linked.first().and_then(|run| run.link) {
                Some(url) => a href=(url) { (words) },
                None => (words),
            }
        }
    }
}

/// The runs of a text: it is parted where a mark begins or ends.
fn runs<'a>(text: &str, marks: &[&'a TextMark], changed: &[(usize, usize)]) -> Vec<Run<'a>> {
    let signs: Vec<char> = text.chars().collect();
    let ends = marks.iter().flat_map(|mark| [mark.start, mark.end]);
    let mut cuts: Vec<usize> = ends.chain(changed.iter().flat_map(|&(start, end)| [start, end])).collect();
    cuts.extend([0, signs.len()]);
    cuts.retain(|cut| *cut <= signs.len());
    cuts.sort_unstable();
    cuts.dedup();
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    pairs
        .map(|(&start, &end)| {
            let here: Vec<&MarkKind> =
                marks.iter().filter(|mark| mark.start <= start && end <= mark.end).map(|mark| &mark.kind).collect();
            Run {
                text: signs.get(start..end).unwrap_or_default().iter().collect(),
                link: here.iter().find_map(|kind| address(kind)),
                is_strong: here.contains(&&MarkKind::Strong),
                is_stressed: here.contains(&&MarkKind::Emph),
                is_changed: changed.iter().any(|part| part.0 <= start && end <= part.1),
                is_break: here.contains(&&MarkKind::Break),
            }
        })
        .collect()
}

/// The address of a link, if it is one that a text may have.
fn address(kind: &MarkKind) -> Option<&str> {
    match kind {
        MarkKind::Link { url } => is_address(url).then_some(url),
        _ => None,
    }
}

impl Run<'_> {
    fn html(&self, changed_name: &str, tongue: Tongue<'_>) -> Markup {
        if self.is_break {
            return html! { br; };
        }
        let around = [(self.is_stressed, "em"), (self.is_strong, "strong"), (self.is_changed, changed_name)];
        let around = around.into_iter().filter_map(|(is, name)| is.then_some(name));
        let words = tongue.prose(&self.text).0;
        PreEscaped(around.fold(words, |words, name| format!("<{name}>{words}</{name}>")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::site::look::plain_look;

    fn mark(start: usize, end: usize, kind: MarkKind) -> TextMark {
        TextMark { block: 0, line: 0, start, end, kind }
    }

    fn shown(text: &str, marks: &[TextMark], changed: &[ChangedPart]) -> String {
        let look = plain_look();
        let passages = Passages { marks, changed, language: None, look: &look }.of(0);
        passages.next(passages.tongue(text), text).0
    }

    #[test]
    fn a_link_is_one_link_whatever_is_inside() {
        let url = MarkKind::Link { url: "https://a.iq/?a=1&b=\"2".into() };
        let marks = [mark(0, 7, url), mark(4, 7, MarkKind::Strong), mark(7, 8, MarkKind::Break)];
        assert_eq!(
            shown("هنا 12. <س", &marks, &[]),
            "<a href=\"https://a.iq/?a=1&amp;b=&quot;2\">هنا <strong>١٢.</strong></a><br>&lt;س"
        );
    }

    #[test]
    fn marks_that_fit_no_text_and_addresses_that_run_scripts_are_left_out() {
        let marks = [mark(0, 3, MarkKind::Link { url: "javascript:alert(1)".into() }), mark(1, 90, MarkKind::Emph)];
        assert_eq!(shown("هنا", &marks, &[]), "هنا");
        let marks = [mark(0, 3, MarkKind::Link { url: "HTTPS://a.iq".into() })];
        assert_eq!(shown("هنا", &marks, &[]), "<a href=\"HTTPS://a.iq\">هنا</a>");
    }

    #[test]
    fn what_a_correction_changed_is_marked_as_inserted() {
        let changed = [ChangedPart { block: 0, line: 0, start: 5, end: 7 }];
        assert_eq!(shown("حضره 45 مشاركاً", &[], &changed), "حضره <ins>٤٥</ins> مشاركاً");
    }
}
