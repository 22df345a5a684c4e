//! Marked-up text made ready to print as one: a number, a phrase or an isolate may begin in one
//! part and end in another.

use std::borrow::Cow;
use std::iter::Peekable;
use std::str::Chars;

use super::contract::{Inline, Node};
use crate::arabic::foreign::isolate_within_latin;
use crate::arabic::letters::{is_arabic_letter, is_layout_control};
use crate::arabic::{Digits, Language, bind, isolate, part_long};
use crate::report::Inline as Part;

/// Pop directional isolate: it stays with what it closes.
const PDI: char = '\u{2069}';
/// The most characters of a word that lines of running text hold.
pub(super) const LONGEST_WORD: usize = 36;
/// The same of headlines.
const LONGEST_IN_HEADLINE: usize = 20;
/// The same of cells, which may be narrow.
const LONGEST_IN_CELL: usize = 16;

/// The language and the digits of the page that texts stand on.
#[derive(Clone, Copy)]
pub(super) struct PageLanguage {
    pub(super) language: Language,
    pub(super) digits: Digits,
}

/// The parts of a text with its digits in a system and isolates where they are needed. A text of
/// another language than the page's is one part that says so; `named` is what its author calls it.
pub(super) fn spread(parts: &[Part], named: Option<Language>, page: PageLanguage) -> Inline {
    shown(parts, named, page, |text| part_long(&text, LONGEST_WORD))
}

/// The same for a cell of a table.
pub(super) fn spread_cell(parts: &[Part], named: Option<Language>, page: PageLanguage) -> Inline {
    shown(parts, named, page, |text| part_long(&text, LONGEST_IN_CELL))
}

/// The same for a headline, whose lines end only between phrases.
pub(super) fn spread_headline(parts: &[Part], named: Option<Language>, page: PageLanguage) -> Inline {
    shown(parts, named, page, |text| bind(&part_long(&text, LONGEST_IN_HEADLINE)))
}

fn shown(parts: &[Part], named: Option<Language>, page: PageLanguage, finish: fn(Cow<str>) -> String) -> Inline {
    let mut text = String::new();
    flatten(parts, &mut text);
    let language = Language::named(named, &text);
    // Digits first: what needs an isolate depends on the digits' kind.
    let converted =
        if language == Language::Latin { text.as_str().into() } else { page.digits.of(language).text(&text) };
    let shown = finish(if language == Language::Latin { isolate_within_latin(&text) } else { isolate(&converted) });
    let content = Spread { rest: shown.chars().peekable() }.nodes(parts);
    match language {
        Language::Arabic if page.language == Language::Arabic || !text.contains(is_arabic_letter) => content,
        language => vec![Node::Lang { lang: language.tag(), dir: language.direction(), content }],
    }
}

fn flatten(parts: &[Part], text: &mut String) {
    for part in parts {
        match part {
            Part::Text { text: piece } => text.push_str(piece),
            Part::Strong { content } | Part::Emph { content } | Part::Link { content, .. } => flatten(content, text),
            Part::Break => text.push('\n'),
        }
    }
}

/// The text that is shown, handed out again to the parts it came from.
struct Spread<'s> {
    rest: Peekable<Chars<'s>>,
}

impl Spread<'_> {
    fn nodes(&mut self, parts: &[Part]) -> Inline {
        parts.iter().map(|part| self.node(part)).collect()
    }

    fn node(&mut self, part: &Part) -> Node {
        match part {
            Part::Text { text } => Node::Text { text: self.take(text) },
            Part::Strong { content } => Node::Strong { content: self.nodes(content) },
            Part::Emph { content } => Node::Emph { content: self.nodes(content) },
            Part::Link { url, content } => Node::Link { url: url.clone(), content: self.nodes(content) },
            Part::Break => {
                self.take("\n");
                Node::Break
            }
        }
    }

    /// What a piece became: a character for each of its own, and the controls among them.
    fn take(&mut self, piece: &str) -> String {
        let mut taken = String::with_capacity(piece.len() + 16);
        let mut typed = piece.chars().peekable();
        while let Some(original) = typed.next() {
            for shown in self.rest.by_ref() {
                taken.push(shown);
                if shown == original || !is_layout_control(shown) {
                    break;
                }
            }
            let own = typed.peek() == Some(&PDI);
            while let Some(shown) = self.rest.next_if(|&shown| shown == PDI && !own) {
                taken.push(shown);
            }
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARABIC_PAGE: PageLanguage = PageLanguage { language: Language::Arabic, digits: Digits::Arab };

    fn text(text: &str) -> Part {
        Part::Text { text: text.to_owned() }
    }

    fn strong(part: Part) -> Part {
        Part::Strong { content: vec![part] }
    }

    /// The texts of the parts, one after the other, with a bar between them.
    fn shown(parts: &[Part]) -> String {
        fn texts(nodes: &Inline, found: &mut Vec<String>) {
            for node in nodes {
                match node {
                    Node::Text { text } => found.push(text.clone()),
                    Node::Strong { content } | Node::Lang { content, .. } => texts(content, found),
                    _ => found.push("\n".to_owned()),
                }
            }
        }
        let mut found = Vec::new();
        texts(&spread(parts, None, ARABIC_PAGE), &mut found);
        found.join("|").replace('\u{2066}', "<").replace('\u{2069}', ">")
    }

    #[test]
    fn a_phrase_over_several_parts_is_one() {
        let parts = [text("اشترى "), strong(text("iPhone")), text(" 15 Pro هدية بسعر 5")];
        assert_eq!(shown(&parts), "اشترى |iPhone| 15 Pro هدية بسعر ٥");
        let parts = [text("اشترى C++ في "), strong(text("2026-07-24 و")), text("C#")];
        assert_eq!(shown(&parts), "اشترى <C++> في |<<٢٠٢٦>-<٠٧>-<٢٤>> و|<C#>");
        let parts = [text("المادة "), strong(text("4.10")), Part::Break, text("(45 km)")];
        assert_eq!(shown(&parts), "المادة |٤.١٠|\n|(<45 km>)");
    }

    #[test]
    fn a_headline_is_bound_over_its_parts() {
        let parts = [text("إنتاج 150 "), strong(text("ألف")), text(" طن لعام 2027")];
        let nodes = format!("{:?}", spread_headline(&parts, None, ARABIC_PAGE));
        let held = nodes.matches("\\u{2060}").count();
        assert_eq!(held, 3, "{nodes}");
        assert_eq!(format!("{:?}", spread(&parts, None, ARABIC_PAGE)), nodes.replace("\\u{2060}", ""));
    }

    #[test]
    fn a_long_word_may_be_parted_over_its_parts() {
        let word = [text("وسم #البصرة_تجمعنا_على_"), strong(text("المحبة_والسلام_والوئام")), text(" اليوم")];
        let shown = shown(&word).replace('\u{200B}', "!");
        assert_eq!(shown, "وسم #البصرة_!تجمعنا_!على_|!المحبة_!والسلام_!والوئام| اليوم");
    }

    #[test]
    fn controls_of_the_author_stay_where_they_are() {
        let parts = [text("أ \u{2066}a"), strong(text("b\u{2069}")), text(" ج\u{200F}، +5")];
        assert_eq!(shown(&parts), "أ <a|b>| ج\u{200F}، +٥");
    }

    #[test]
    fn another_language_is_told() {
        let node = |words: &str| spread(&[text(words)], None, ARABIC_PAGE).remove(0);
        for (words, tag) in [("The office, 2026.", "en"), ("پارێزگای هەولێر", "ckb")] {
            assert!(matches!(node(words), Node::Lang { lang, .. } if lang == tag), "{words}");
        }
        assert!(matches!(node("مكتب UNICEF"), Node::Text { .. }));
        assert!(matches!(node("2026"), Node::Text { .. }));
    }

    #[test]
    fn on_an_english_page_arabic_is_the_other_language() {
        let page = PageLanguage { language: Language::Latin, digits: Digits::Latn };
        let node = |words: &str| spread(&[text(words)], Some(Language::Latin), page).remove(0);
        assert!(matches!(node("مدير المكتب"), Node::Lang { lang: "ar", dir: "rtl", .. }));
        assert!(matches!(node("120,000"), Node::Lang { lang: "en", dir: "ltr", .. }));
    }
}
