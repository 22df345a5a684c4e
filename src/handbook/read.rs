//! From Markdown to blocks, by pulldown-cmark. Comments, which are for the tests that run the
//! examples, are left out.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::block::{Block, Inline, Row};

/// Reads a chapter.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = ChapterReader::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.blocks
}

/// The target of a link: another chapter's file becomes `chapter:` and its name.
fn target(link: &str) -> String {
    link.strip_suffix(".md").map_or_else(|| link.to_owned(), |name| format!("chapter:{name}"))
}

/// The blocks that are finished, and what is being read.
#[derive(Default)]
struct ChapterReader {
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    strong: usize,
    link: Option<String>,
    code: Option<(String, String)>,
    picture: Option<(String, String)>,
    list: Option<(bool, Vec<Vec<Inline>>)>,
    row: Row,
    head: Row,
    rows: Vec<Row>,
}

impl ChapterReader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, false),
            Event::Code(text) => self.text(&text, true),
            Event::SoftBreak | Event::HardBreak => self.text(" ", false),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, code: bool) {
        if let Some((_, lines)) = &mut self.code {
            lines.push_str(text);
        } else if let Some((_, alt)) = &mut self.picture {
            alt.push_str(text);
        } else {
            let (strong, link) = (self.strong > 0, self.link.clone());
            match self.inlines.last_mut() {
                Some(last) if !code && !last.code && last.strong == strong && last.link == link => {
                    last.text.push_str(text);
                }
                _ => self.inlines.push(Inline { text: text.to_owned(), code, strong, link }),
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong | Tag::Emphasis => self.strong += 1,
            Tag::Link { dest_url, .. } => self.link = Some(target(&dest_url)),
            Tag::Image { dest_url, .. } => {
                let file = dest_url.rsplit('/').next().unwrap_or_default().to_owned();
                self.picture = Some((file, String::new()));
            }
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.into_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((language, String::new()));
            }
            Tag::List(first) => self.list = Some((first.is_some(), Vec::new())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.strong -= 1,
            TagEnd::Link => self.link = None,
            TagEnd::Heading(level) => {
                let content = std::mem::take(&mut self.inlines);
                self.blocks.push(Block::Heading { level: level as u8, content });
            }
            TagEnd::Paragraph if self.list.is_none() => self.paragraph(),
            TagEnd::Item => {
                let item = std::mem::take(&mut self.inlines);
                self.list.iter_mut().for_each(|(_, items)| items.push(item.clone()));
            }
            TagEnd::List(_) => {
                let list = self.list.take();
                self.blocks.extend(list.map(|(ordered, items)| Block::List { ordered, items }));
            }
            TagEnd::CodeBlock => {
                let code = self.code.take();
                self.blocks.extend(code.map(|(language, text)| Block::Code { language, text }));
            }
            TagEnd::Image => {
                let picture = self.picture.take();
                self.blocks.extend(picture.map(|(file, alt)| Block::Picture { file, alt }));
            }
            TagEnd::TableCell => self.row.push(std::mem::take(&mut self.inlines)),
            TagEnd::TableHead => self.head = std::mem::take(&mut self.row),
            TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.row)),
            TagEnd::Table => {
                let (head, rows) = (std::mem::take(&mut self.head), std::mem::take(&mut self.rows));
                self.blocks.push(Block::Table { head, rows });
            }
            _ => {}
        }
    }

    fn paragraph(&mut self) {
        let content = std::mem::take(&mut self.inlines);
        if !content.is_empty() {
            self.blocks.push(Block::Paragraph { content });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapter_is_read_without_its_comments() {
        let text = "# T\n\na `b` **c**\n\n<!-- file: x -->\n```toml\nk = 1\n```\n\n- one\n- two\n\n| h |\n|---|\n| `c` |\n\n![alt](../pictures/p.png)\n";
        let blocks = blocks(text);
        assert_eq!(blocks.len(), 6, "{blocks:?}");
        assert_eq!(blocks[2], Block::Code { language: "toml".into(), text: "k = 1\n".into() });
        assert!(matches!(&blocks[1], Block::Paragraph { content } if content[1].code && content[3].strong));
        assert!(matches!(&blocks[3], Block::List { ordered: false, items } if items.len() == 2));
        assert!(matches!(&blocks[4], Block::Table { rows, .. } if rows[0][0][0].code));
        assert_eq!(blocks[5], Block::Picture { file: "p.png".into(), alt: "alt".into() });
    }
}
