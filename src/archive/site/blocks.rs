//! The blocks of a bulletin's text.

use maud::{Markup, html};

use super::media::{Media, ShownPicture};
use super::passages::{BlockPassages, Passages};
use super::tongue::Tongue;
use crate::archive::{Block, Item, Person, Picture};
use crate::words::page::LABELS;
use crate::words::site::SITE;

/// All blocks of a text. A heading is at most one level below the one before, whatever its level:
/// who hears the page goes from heading to heading.
pub(super) fn blocks(blocks: &[Block], passages: Passages<'_>, media: &Media) -> Markup {
    let mut above = 0;
    html! {
        @for (at, each) in blocks.iter().enumerate() { (block(each, &mut above, &passages.of(at), media)) }
    }
}

/// A heading of the text; the page's title is the first one of all.
fn heading(level: u8, text: &str, passages: &BlockPassages<'_>) -> Markup {
    let tongue = passages.tongue(text);
    let (lang, dir, words) = (tongue.lang(), tongue.dir(), passages.next(tongue, text));
    match level {
        1 => html! { h2 lang=[lang] dir=[dir] { (words) } },
        2 => html! { h3 lang=[lang] dir=[dir] { (words) } },
        _ => html! { h4 lang=[lang] dir=[dir] { (words) } },
    }
}

/// One block; `above` is the level of the heading before it.
fn block(block: &Block, above: &mut u8, passages: &BlockPassages<'_>, media: &Media) -> Markup {
    match block {
        Block::Paragraph { text } => {
            let tongue = passages.tongue(text);
            html! { p lang=[tongue.lang()] dir=[tongue.dir()] { (passages.next(tongue, text)) } }
        }
        Block::Heading { level, text } => {
            *above = (*level).clamp(1, *above + 1);
            heading(*above, text, passages)
        }
        Block::Quote { text, speaker } => quote(text, speaker, passages),
        Block::List { ordered, items } => list(*ordered, items, passages.tongue(&block.lines().join(" ")), passages),
        Block::Table { caption, columns, rows } => {
            let tongue = passages.tongue(&block.lines().join(" "));
            table(caption.as_deref(), columns, rows, tongue, passages)
        }
        Block::Pictures { pictures, caption } => figure(pictures, caption.as_deref(), passages, media),
    }
}

fn quote(text: &str, speaker: &Person, passages: &BlockPassages<'_>) -> Markup {
    let tongue = passages.tongue(text);
    let said = tongue.quoted(&passages.next(tongue, text));
    html! {
        figure.quote lang=[tongue.lang()] dir=[tongue.dir()] {
            blockquote { p { (said) } }
            figcaption {
                span.name { (passages.next(tongue, &speaker.name)) }
                @if let Some(role) = &speaker.role { span.role { (passages.next(tongue, role)) } }
            }
        }
    }
}

fn list(ordered: bool, items: &[Item], tongue: Tongue<'_>, passages: &BlockPassages<'_>) -> Markup {
    let inside = html! {
        @for item in items {
            li {
                (passages.next(tongue, &item.text))
                @if !item.items.is_empty() {
                    @let under = html! { @for text in &item.items { li { (passages.next(tongue, text)) } } };
                    @if item.ordered { ol { (under) } } @else { ul { (under) } }
                }
            }
        }
    };
    if ordered {
        html! { ol lang=[tongue.lang()] dir=[tongue.dir()] { (inside) } }
    } else {
        html! { ul lang=[tongue.lang()] dir=[tongue.dir()] { (inside) } }
    }
}

/// True if a cell has signs but no letters.
fn is_number(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace()).peekable();
    signs.peek().is_some() && signs.all(|c| !c.is_alphabetic())
}

/// A table that scrolls by itself where the page is narrow.
fn table(
    caption: Option<&str>,
    columns: &[String],
    rows: &[Vec<String>],
    tongue: Tongue<'_>,
    passages: &BlockPassages<'_>,
) -> Markup {
    let numeric: Vec<bool> = (0..columns.len())
        .map(|column| rows.iter().filter_map(|row| row.get(column)).all(|cell| cell.is_empty() || is_number(cell)))
        .collect();
    let class = |column: usize| numeric.get(column).is_some_and(|&numeric| numeric).then_some("number");
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption.unwrap_or(SITE.table)) lang=[tongue.lang()] dir=[tongue.dir()] {
            table {
                @if let Some(caption) = caption { caption { (passages.next(tongue, caption)) } }
                thead { tr { @for (column, head) in columns.iter().enumerate() { th scope="col" class=[class(column)] { (passages.next(tongue, head)) } } } }
                tbody {
                    @for row in rows {
                        tr { @for (column, cell) in row.iter().enumerate() { td class=[class(column)] { (passages.next(tongue, cell)) } } }
                    }
                }
            }
        }
    }
}

fn figure(pictures: &[Picture], caption: Option<&str>, passages: &BlockPassages<'_>, media: &Media) -> Markup {
    html! {
        figure class=(if pictures.len() > 1 { "pictures several" } else { "pictures" }) {
            div.row {
                @for picture in pictures {
                    div.picture {
                        @match media.picture(&picture.file) {
                            Some(ShownPicture { name, width, height }) => {
                                a href=(name) { img src=(name) alt=(picture.alt) width=(width) height=(height) loading="lazy" decoding="async"; }
                            }
                            None => p.absent { (SITE.no_picture) ": " (passages.tongue(&picture.alt).prose(&picture.alt)) },
                        }
                        (credits(picture, passages))
                    }
                }
            }
            @if let Some(caption) = caption {
                @let tongue = passages.tongue(caption);
                figcaption lang=[tongue.lang()] dir=[tongue.dir()] { (passages.next(tongue, caption)) }
            }
        }
    }
}

/// A picture's caption and who took it.
fn credits(picture: &Picture, passages: &BlockPassages<'_>) -> Markup {
    let words = picture.caption.as_deref().or(picture.credit.as_deref()).unwrap_or_default();
    let tongue = passages.tongue(words);
    html! {
        @if !words.is_empty() {
            p.caption lang=[tongue.lang()] dir=[tongue.dir()] {
                @if let Some(caption) = &picture.caption { span { (passages.next(tongue, caption)) } }
                @if let Some(credit) = &picture.credit {
                    span.credit { span lang="ar" { (LABELS.photo_credit) ": " } (passages.next(tongue, credit)) }
                }
            }
        }
    }
}
