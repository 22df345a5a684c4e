//! The blocks of a bulletin's text.

use maud::{Markup, html};

use super::look::SiteLook;
use super::media::{Media, ShownPicture};
use crate::archive::{Block, Item, Picture};
use crate::words::page::LABELS;
use crate::words::site::SITE;

/// All blocks of a text. A heading is at most one level below the one before, whatever its level:
/// who hears the page goes from heading to heading.
pub(super) fn blocks(blocks: &[Block], media: &Media, look: &SiteLook) -> Markup {
    let mut above = 0;
    html! {
        @for each in blocks { (block(each, &mut above, media, look)) }
    }
}

/// A heading of the text; the page's title is the first one of all.
fn heading(level: u8, text: &str, look: &SiteLook) -> Markup {
    match level {
        1 => html! { h2 { (look.prose(text)) } },
        2 => html! { h3 { (look.prose(text)) } },
        _ => html! { h4 { (look.prose(text)) } },
    }
}

/// One block; `above` is the level of the heading before it.
fn block(block: &Block, above: &mut u8, media: &Media, look: &SiteLook) -> Markup {
    match block {
        Block::Paragraph { text } => html! { p { (look.prose(text)) } },
        Block::Heading { level, text } => {
            *above = (*level).clamp(1, *above + 1);
            heading(*above, text, look)
        }
        Block::Quote { text, speaker } => html! {
            figure.quote {
                blockquote { p { "«" (look.prose(text)) "»" } }
                figcaption { span.name { (look.prose(&speaker.name)) } @if let Some(role) = &speaker.role { span.role { (look.prose(role)) } } }
            }
        },
        Block::List { ordered, items } => list(*ordered, items, look),
        Block::Table { caption, columns, rows } => table(caption.as_deref(), columns, rows, look),
        Block::Pictures { pictures, caption } => figure(pictures, caption.as_deref(), media, look),
    }
}

fn list(ordered: bool, items: &[Item], look: &SiteLook) -> Markup {
    let inside = html! {
        @for item in items {
            li {
                (look.prose(&item.text))
                @if !item.items.is_empty() {
                    @let under = html! { @for text in &item.items { li { (look.prose(text)) } } };
                    @if item.ordered { ol { (under) } } @else { ul { (under) } }
                }
            }
        }
    };
    if ordered {
        html! { ol { (inside) } }
    } else {
        html! { ul { (inside) } }
    }
}

/// True if a cell has signs but no letters.
fn is_number(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace()).peekable();
    signs.peek().is_some() && signs.all(|c| !c.is_alphabetic())
}

/// A table that scrolls by itself where the page is narrow.
fn table(caption: Option<&str>, columns: &[String], rows: &[Vec<String>], look: &SiteLook) -> Markup {
    let numeric: Vec<bool> = (0..columns.len())
        .map(|column| rows.iter().filter_map(|row| row.get(column)).all(|cell| cell.is_empty() || is_number(cell)))
        .collect();
    let class = |column: usize| numeric.get(column).is_some_and(|&numeric| numeric).then_some("number");
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption.unwrap_or(LABELS.contents)) {
            table {
                @if let Some(caption) = caption { caption { (look.prose(caption)) } }
                thead { tr { @for (column, head) in columns.iter().enumerate() { th scope="col" class=[class(column)] { (look.prose(head)) } } } }
                tbody {
                    @for row in rows {
                        tr { @for (column, cell) in row.iter().enumerate() { td class=[class(column)] { (look.prose(cell)) } } }
                    }
                }
            }
        }
    }
}

fn figure(pictures: &[Picture], caption: Option<&str>, media: &Media, look: &SiteLook) -> Markup {
    html! {
        figure class=(if pictures.len() > 1 { "pictures several" } else { "pictures" }) {
            div.row {
                @for picture in pictures {
                    div.picture {
                        @match media.picture(&picture.file) {
                            Some(ShownPicture { name, width, height }) => {
                                a href=(name) { img src=(name) alt=(look.plain(&picture.alt)) width=(width) height=(height) loading="lazy" decoding="async"; }
                            }
                            None => p.absent { (SITE.no_picture) ": " (look.prose(&picture.alt)) },
                        }
                        (credits(picture, look))
                    }
                }
            }
            @if let Some(caption) = caption { figcaption { (look.prose(caption)) } }
        }
    }
}

/// A picture's caption and who took it.
fn credits(picture: &Picture, look: &SiteLook) -> Markup {
    html! {
        @if picture.caption.is_some() || picture.credit.is_some() {
            p.caption {
                @if let Some(caption) = &picture.caption { span { (look.prose(caption)) } }
                @if let Some(credit) = &picture.credit { span.credit { (LABELS.photo_credit) ": " (look.prose(credit)) } }
            }
        }
    }
}
