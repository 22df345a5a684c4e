//! A chapter as a terminal shows it.
//!
//! Words to type stand in backticks, as in messages. Each row of a table becomes an entry of its
//! own: a terminal's line is too narrow for columns, and Latin and Arabic columns beside each other
//! would change places.

use super::Chapter;
use super::block::{Block, Inline, Row};
use crate::words::Lang;

/// The widest line, in characters.
const WIDTH: usize = 96;

/// A chapter's text for the terminal.
#[must_use]
pub fn plain(chapter: &Chapter, lang: Lang) -> String {
    let blocks: Vec<String> = chapter.blocks(lang).iter().map(|block| shown(block, lang)).collect();
    blocks.join("\n\n")
}

fn shown(block: &Block, lang: Lang) -> String {
    match block {
        Block::Heading { level, content } => {
            let title = words(content, lang);
            let line = if *level == 1 { "═" } else { "─" };
            format!("{title}\n{}", line.repeat(title.chars().count()))
        }
        Block::Paragraph { content } => wrapped(&words(content, lang), "", ""),
        Block::Code { text, .. } => {
            let lines: Vec<String> = text.lines().map(|line| format!("    {line}")).collect();
            lines.join("\n")
        }
        Block::List { ordered, items } => {
            let item = |(index, item): (usize, &Vec<Inline>)| {
                let mark = if *ordered { format!("{}. ", index + 1) } else { "• ".to_owned() };
                wrapped(&words(item, lang), &mark, &" ".repeat(mark.chars().count()))
            };
            items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
        }
        Block::Table { head, rows } => rows.iter().map(|row| entry(head, row, lang)).collect::<Vec<_>>().join("\n"),
        Block::Picture { alt, .. } => match lang {
            Lang::Ar => format!("[صورة: {alt}]"),
            Lang::En => format!("[picture: {alt}]"),
        },
    }
}

/// A row: its first cell, and under it the others, each with its column's name where there is more
/// than one.
fn entry(head: &Row, row: &Row, lang: Lang) -> String {
    let Some((first, others)) = row.split_first() else { return String::new() };
    let mut lines = vec![words(first, lang)];
    for (cell, name) in others.iter().zip(head.iter().skip(1)).filter(|(cell, _)| !cell.is_empty()) {
        let (cell, name) = (words(cell, lang), words(name, lang));
        let text = if others.len() == 1 || name.is_empty() { cell } else { format!("{name}: {cell}") };
        lines.push(wrapped(&text, "    ", "    "));
    }
    lines.join("\n")
}

fn words(inlines: &[Inline], lang: Lang) -> String {
    inlines.iter().map(|inline| word(inline, lang)).collect()
}

fn word(inline: &Inline, lang: Lang) -> String {
    let text = if inline.code { format!("`{}`", inline.text) } else { inline.text.clone() };
    match inline.link.as_deref() {
        None => text,
        Some(link) => match link.strip_prefix("chapter:").and_then(Chapter::find) {
            Some(chapter) if lang == Lang::Ar => format!("«{text}» (`nashra handbook {}`)", chapter.name),
            Some(chapter) => format!("{text} (`nashra handbook {}`)", chapter.name),
            None => format!("{text} ({link})"),
        },
    }
}

/// A text in lines of at most [`WIDTH`] characters, with something before the first and the others.
fn wrapped(text: &str, first: &str, others: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, others.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::CHAPTERS;
    use super::*;

    #[test]
    fn chapters_show_no_markdown() {
        for chapter in CHAPTERS {
            for lang in [Lang::Ar, Lang::En] {
                let text = plain(chapter, lang);
                assert!(!text.contains("<!--") && !text.contains("```"), "{}", chapter.name);
                let long = text.lines().find(|line| !line.starts_with(' ') && line.chars().count() > 3 * WIDTH / 2);
                assert_eq!(long, None, "{}", chapter.name);
            }
        }
    }
}
