//! The place in a report of words that were seen on a page.

use crate::arabic::fold;
use crate::diag::Place;

use super::fields::inline::Text;
use super::model::{Block, Report};
use super::source::placed::Placed;

impl Report {
    /// The place and field of the text that has some words, if there is one: digits and marks may
    /// be others.
    pub fn place_of_words(&self, words: &str) -> Option<(Place, String)> {
        let wanted = fold(words);
        if wanted.is_empty() {
            return None;
        }
        let mut texts: Vec<&Placed<Text>> = std::iter::once(&self.title).chain(&self.slogan).collect();
        texts.extend(&self.preamble);
        self.body.iter().for_each(|block| block_texts(block, &mut texts));
        texts.extend(self.photos.iter().filter_map(|picture| picture.caption.as_ref()));
        let found = texts.into_iter().find(|text| fold(&text.value.plain()).contains(&wanted))?;
        Some((found.place.clone(), found.field.clone()))
    }
}

fn block_texts<'r>(block: &'r Block, texts: &mut Vec<&'r Placed<Text>>) {
    match block {
        Block::Paragraph(text) | Block::Heading { content: text, .. } => texts.push(text),
        Block::Quote(quote) => texts.extend([&quote.content, &quote.speaker].into_iter().chain(&quote.role)),
        Block::List(list) => {
            for item in &list.items {
                texts.extend(std::iter::once(&item.content).chain(&item.items));
            }
        }
        Block::Table(table) => {
            texts.extend(table.caption.iter().chain(&table.columns).chain(table.rows.iter().flatten()))
        }
        Block::Photo { picture, .. } => texts.extend(&picture.caption),
        Block::Gallery { pictures, caption } => {
            texts.extend(pictures.iter().filter_map(|picture| picture.caption.as_ref()).chain(caption));
        }
    }
}
