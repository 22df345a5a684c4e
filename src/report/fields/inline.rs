//! Running text: plain words with strong, emphasised and linked parts.

use crate::arabic::Language;
use crate::arabic::fold::count_words;

/// A part of a running text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Inline {
    /// Plain words.
    Text {
        /// The words.
        text: String,
    },
    /// Words of weight, `**so**`.
    Strong {
        /// The parts inside.
        content: Vec<Inline>,
    },
    /// Words with stress, `*so*` or `_so_`.
    Emph {
        /// The parts inside.
        content: Vec<Inline>,
    },
    /// Words that lead somewhere, `[so](https://example.iq)`.
    Link {
        /// An `http`, `https`, `mailto` or `tel` address.
        url: String,
        /// The parts inside.
        content: Vec<Inline>,
    },
    /// A forced line break.
    Break,
}

/// One paragraph of running text.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Text {
    /// Its parts.
    pub content: Vec<Inline>,
    /// The language that its author names; none where the letters tell.
    #[serde(skip)]
    pub language: Option<Language>,
}

impl Text {
    /// A text of plain words, in which nothing is a mark of anything.
    pub fn from_plain(text: &str) -> Self {
        Self { content: vec![Inline::Text { text: text.to_owned() }], language: None }
    }

    /// The words alone; a forced break is a space.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        collect(&self.content, &mut out);
        out
    }

    /// The number of words; marks that stand alone, such as a dash, are no words.
    pub fn words(&self) -> usize {
        count_words(&self.plain())
    }

    /// True if nothing of it can be seen.
    pub fn is_blank(&self) -> bool {
        self.plain().trim().is_empty()
    }
}

fn collect(content: &[Inline], out: &mut String) {
    for part in content {
        match part {
            Inline::Text { text } => out.push_str(text),
            Inline::Strong { content } | Inline::Emph { content } | Inline::Link { content, .. } => {
                collect(content, out);
            }
            Inline::Break => out.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_json_is_that_of_the_contract() {
        let text = Text {
            content: vec![
                Inline::Text { text: "أ".into() },
                Inline::Strong { content: vec![Inline::Break] },
                Inline::Link { url: "https://x.iq".into(), content: vec![] },
            ],
            language: None,
        };
        assert_eq!(
            serde_json::to_string(&text).unwrap_or_default(),
            r#"[{"type":"text","text":"أ"},{"type":"strong","content":[{"type":"break"}]},{"type":"link","url":"https://x.iq","content":[]}]"#
        );
        assert_eq!(text.plain(), "أ ");
    }

    #[test]
    fn lone_marks_are_no_words() {
        assert_eq!(Text::from_plain("ورشة - عمل (٣) …").words(), 3);
    }
}
