//! A report's blocks as the archive's record has them: plain words, and beside them their marks.

use crate::archive::{self, Block, Item, MarkKind, Person, TextMark};
use crate::pipeline::load::SOURCE;
use crate::report::{self, Inline, ListItem, Placed, Quote, Text};

/// A block whose marks don't know yet which block of the record it is.
pub(super) struct MarkedBlock {
    block: Block,
    marks: Vec<TextMark>,
}

/// The blocks of a record, and the marks in their texts.
pub(super) fn settled(all: Vec<MarkedBlock>) -> (Vec<Block>, Vec<TextMark>) {
    let (mut blocks, mut marks) = (Vec::with_capacity(all.len()), Vec::new());
    for marked in all {
        let at = blocks.len();
        marks.extend(marked.marks.into_iter().map(|mark| TextMark { block: at, ..mark }));
        blocks.push(marked.block);
    }
    (blocks, marks)
}

impl MarkedBlock {
    /// A block of the body.
    pub(super) fn of(block: &report::Block) -> Self {
        match block {
            report::Block::Paragraph(text) => Self::paragraph(text),
            // Level 1 is the title's.
            report::Block::Heading { level, content } => Self::heading(level + 1, content),
            report::Block::Quote(quote) => Self::quote(quote),
            report::Block::List(list) => {
                let mut passages = Passages::default();
                let items = list.items.iter().map(|item| passages.item(item)).collect();
                passages.of(Block::List { ordered: list.ordered, items })
            }
            report::Block::Table(table) => {
                let mut passages = Passages::default();
                let caption = passages.some(table.caption.as_ref());
                let columns = passages.all(&table.columns);
                let rows = table.rows.iter().map(|row| passages.all(row)).collect();
                passages.of(Block::Table { caption, columns, rows })
            }
            report::Block::Photo { picture, .. } => Self::pictures(std::slice::from_ref(picture), None),
            report::Block::Gallery { pictures, caption } => Self::pictures(pictures, caption.as_ref()),
        }
    }

    pub(super) fn paragraph(text: &Placed<Text>) -> Self {
        let mut passages = Passages::default();
        let text = passages.text(text);
        passages.of(Block::Paragraph { text })
    }

    pub(super) fn heading(level: u8, text: &Placed<Text>) -> Self {
        let mut passages = Passages::default();
        let text = passages.text(text);
        passages.of(Block::Heading { level, text })
    }

    fn quote(quote: &Quote) -> Self {
        let mut passages = Passages::default();
        let text = passages.text(&quote.content);
        let name = passages.text(&quote.speaker);
        let role = passages.some(quote.role.as_ref());
        passages.of(Block::Quote { text, speaker: Person { name, role } })
    }

    pub(super) fn pictures(all: &[report::Picture], caption: Option<&Placed<Text>>) -> Self {
        let mut passages = Passages::default();
        let pictures = all.iter().map(|picture| passages.picture(picture)).collect();
        let caption = passages.some(caption);
        passages.of(Block::Pictures { pictures, caption })
    }
}

/// A block's passages while they are read, in the order of [`Block::lines`].
#[derive(Default)]
struct Passages {
    read: usize,
    marks: Vec<TextMark>,
}

impl Passages {
    fn of(self, block: Block) -> MarkedBlock {
        MarkedBlock { block, marks: self.marks }
    }

    /// The next passage.
    fn text(&mut self, text: &Placed<Text>) -> String {
        marks(&text.value.content, self.read, &mut 0, &mut self.marks);
        self.read += 1;
        text.value.plain()
    }

    fn some(&mut self, text: Option<&Placed<Text>>) -> Option<String> {
        text.map(|text| self.text(text))
    }

    fn all(&mut self, texts: &[Placed<Text>]) -> Vec<String> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn item(&mut self, item: &ListItem) -> Item {
        Item { text: self.text(&item.content), ordered: item.ordered, items: self.all(&item.items) }
    }

    fn picture(&mut self, picture: &report::Picture) -> archive::Picture {
        let caption = self.some(picture.caption.as_ref());
        let credit = picture.credit.as_ref().map(|credit| credit.value.clone());
        self.read += usize::from(credit.is_some());
        let file = format!("{SOURCE}/{}", picture.file.value);
        archive::Picture { file, alt: picture.alt.value.clone(), caption, credit }
    }
}

/// Adds the marks of a passage's parts, which begin at a character of it; outer marks come first.
fn marks(parts: &[Inline], line: usize, at: &mut usize, found: &mut Vec<TextMark>) {
    for part in parts {
        let (kind, content): (MarkKind, &[Inline]) = match part {
            Inline::Text { text } => {
                *at += text.chars().count();
                continue;
            }
            Inline::Break => (MarkKind::Break, &[]),
            Inline::Strong { content } => (MarkKind::Strong, content),
            Inline::Emph { content } => (MarkKind::Emph, content),
            Inline::Link { url, content } => (MarkKind::Link { url: url.clone() }, content),
        };
        let (place, start) = (found.len(), *at);
        found.push(TextMark { block: 0, line, start, end: start, kind });
        *at += usize::from(matches!(part, Inline::Break));
        marks(content, line, at, found);
        if let Some(mark) = found.get_mut(place) {
            mark.end = *at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Inline {
        Inline::Text { text: text.to_owned() }
    }

    #[test]
    fn marks_are_counted_in_the_characters_of_the_plain_text() {
        let link = Inline::Link { url: "https://a.iq".into(), content: vec![words("هنا")] };
        let parts =
            [words("زوروا "), Inline::Strong { content: vec![link, words(" اليوم")] }, Inline::Break, words("س")];
        let mut found = Vec::new();
        marks(&parts, 3, &mut 0, &mut found);
        let plain = Text { content: parts.to_vec(), language: None }.plain();
        let shown: Vec<String> =
            found.iter().map(|mark| plain.chars().skip(mark.start).take(mark.end - mark.start).collect()).collect();
        assert_eq!(shown, ["هنا اليوم", "هنا", " "]);
        assert_eq!(found[1].kind, MarkKind::Link { url: "https://a.iq".into() });
        assert!(found.iter().all(|mark| mark.line == 3));
    }
}
