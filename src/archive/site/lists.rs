//! Lists of bulletins: the front page, and a page for each month.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::layout::{SitePage, site_name};
use super::look::SiteLook;
use super::media::ShownPicture;
use super::places::{folder_of, page_of};
use super::tongue::{self, Tongue, named};
use crate::arabic::Language;
use crate::archive::{Kind, Record, State};
use crate::words::page::LABELS;
use crate::words::site::{FORM, SITE};

/// A bulletin in a list.
#[derive(Clone, Debug)]
pub(super) struct ListedBulletin {
    /// Its name.
    pub(super) id: String,
    /// Bulletin, newsletter or adopted.
    pub(super) kind: Kind,
    /// Its state.
    pub(super) state: State,
    /// The day it was issued.
    pub(super) date: String,
    /// The office's number.
    pub(super) number: Option<String>,
    /// Its title.
    pub(super) title: String,
    /// Its slogan.
    pub(super) slogan: Option<String>,
    /// The language that it names.
    pub(super) language: Option<Language>,
    /// A small picture of its first page, beside its page.
    pub(super) thumbnail: Option<ShownPicture>,
}

impl ListedBulletin {
    /// The entry of a record.
    pub(super) fn new(record: &Record) -> Self {
        Self {
            id: record.id.clone(),
            kind: record.kind,
            state: record.state,
            date: record.date.clone(),
            number: record.number.clone(),
            title: record.title.clone(),
            slogan: record.slogan.clone(),
            language: named(record),
            thumbnail: None,
        }
    }

    /// The place of its page in the site.
    pub(super) fn path(&self) -> String {
        page_of(&self.id)
    }
}

/// The place of a month's page in the site.
pub(super) fn path_of(month: Month) -> String {
    format!("{:04}/{:02}/index.html", month.0, month.1)
}

/// Year and month, from 1.
pub(super) type Month = (u16, u8);

/// The number of bulletins in each month.
pub(super) type Months = BTreeMap<Month, usize>;

/// The mark of a bulletin that is not as it was first published.
pub(super) fn badge(state: State) -> Markup {
    match state {
        State::Published => html! {},
        State::Corrected => html! { span.badge.corrected { (SITE.corrected) } },
        State::Withdrawn => html! { span.badge.withdrawn { (SITE.withdrawn) } },
    }
}

/// The word for a kind that is no bulletin of today.
pub(super) fn kind_word(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Bulletin => None,
        Kind::Newsletter => Some(SITE.newsletter),
        Kind::Adopted => Some(SITE.adopted),
    }
}

/// Bulletins as links.
pub(super) fn list(entries: &[ListedBulletin], look: &SiteLook, root: &str) -> Markup {
    html! {
        ol.bulletins {
            @for entry in entries {
                li class=[(entry.state == State::Withdrawn).then_some("taken-back")] {
                    time datetime=(entry.date) { (look.day(&entry.date)) }
                    (entry.words(look, root))
                    (entry.picture(root))
                }
            }
        }
    }
}

impl ListedBulletin {
    fn words(&self, look: &SiteLook, root: &str) -> Markup {
        let title = Tongue::of(self.language, &self.title, look);
        html! {
            div.words lang=[title.lang()] dir=[title.dir()] {
                a.title href={ (root) (self.path()) } { (title.prose(&self.title)) }
                @if let Some(slogan) = &self.slogan { (tongue::slogan(self.language, slogan, look)) }
                p.facts lang="ar" dir="rtl" {
                    @if let Some(number) = &self.number { span { (LABELS.number) " " bdi { (look.plain(number)) } } }
                    @if let Some(kind) = kind_word(self.kind) { span { (kind) } }
                    (badge(self.state))
                }
            }
        }
    }

    /// The thumbnail; who doesn't see it has the title's link.
    fn picture(&self, root: &str) -> Markup {
        html! {
            @if let Some(ShownPicture { name, width, height }) = &self.thumbnail {
                a.thumbnail href={ (root) (self.path()) } tabindex="-1" aria-hidden="true" {
                    img src={ (root) (folder_of(&self.id)) "/" (name) } alt="" width=(width) height=(height) loading="lazy" decoding="async";
                }
            }
        }
    }
}

/// The form that leads to the search page.
pub(super) fn search_form(root: &str) -> Markup {
    html! {
        form.search action={ (root) "search.html" } role="search" {
            label for="q" { (FORM.query) }
            div.field {
                input id="q" name="q" type="search" placeholder=(SITE.search_hint) autocomplete="off";
                button { (SITE.search) }
            }
        }
    }
}

/// The front page: the newest bulletins, and every month of every year.
pub(super) fn front(months: &Months, newest: &[ListedBulletin], look: &SiteLook) -> String {
    let total: usize = months.values().sum();
    let content = html! {
        div.opening {
            h1 { (SITE.archive) }
            p.count { (look.bulletins(total)) }
            (search_form(""))
        }
        @if newest.is_empty() {
            p { (SITE.empty) }
        } @else {
            section aria-labelledby="newest" {
                h2 id="newest" { (SITE.newest) }
                (list(newest, look, ""))
                @if let Some(month) = months.keys().next_back() {
                    p.more { a href=(path_of(*month)) { (SITE.whole_month) } }
                }
            }
            section aria-labelledby="by-date" {
                h2 id="by-date" { (SITE.by_date) }
                @for year in years(months) { (year_block(year, months, look)) }
            }
        }
    };
    let about = site_name(look);
    SitePage {
        path: "index.html",
        title: "",
        about: Some(&about),
        picture: None,
        is_article: false,
        is_hidden: false,
        facts: html! {},
        trail: &[],
        content,
    }
    .html(look)
}

/// The years, the newest first.
fn years(months: &Months) -> Vec<u16> {
    let mut years: Vec<u16> = months.keys().map(|(year, _)| *year).collect();
    years.dedup();
    years.reverse();
    years
}

fn year_block(year: u16, months: &Months, look: &SiteLook) -> Markup {
    let count = |month| months.get(&(year, month)).copied().unwrap_or_default();
    html! {
        section.year id={ "y" (year) } {
            h3 { (look.number(usize::from(year))) span.count { (look.bulletins((1..=12).map(count).sum())) } }
            ol.months {
                @for month in 1..=12 {
                    li {
                        @if count(month) == 0 {
                            span.none { (SiteLook::month(month)) }
                        } @else {
                            a href=(path_of((year, month))) {
                                (SiteLook::month(month)) span.count { (look.number(count(month))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The name of a month with its year.
pub(super) fn month_name(month: Month, look: &SiteLook) -> String {
    format!("{} {}", SiteLook::month(month.1), look.number(usize::from(month.0)))
}

/// The link to the month before or after.
fn beside(other: Option<Month>, word: &str, rel: &str, look: &SiteLook) -> Markup {
    html! {
        @if let Some(other) = other {
            a class=(rel) rel=(rel) href={ "../../" (path_of(other)) } { span { (word) } (month_name(other, look)) }
        }
    }
}

/// The page of a month, with links to the months before and after.
pub(super) fn month(
    month: Month,
    entries: &[ListedBulletin],
    (before, after): (Option<Month>, Option<Month>),
    look: &SiteLook,
) -> String {
    let path = path_of(month);
    let title = month_name(month, look);
    let content = html! {
        h1 { (title) }
        p.count { (look.bulletins(entries.len())) }
        (list(entries, look, "../../"))
        nav.beside aria-label=(SITE.months_beside) {
            (beside(before, SITE.earlier, "prev", look))
            (beside(after, SITE.later, "next", look))
        }
    };
    let about = format!("{}: {}", title, look.bulletins(entries.len()));
    let trail = [(SITE.archive.to_owned(), format!("index.html#y{}", month.0))];
    let page = SitePage {
        path: &path,
        title: &title,
        about: Some(&about),
        picture: None,
        is_article: false,
        is_hidden: false,
        facts: html! {},
        trail: &trail,
        content,
    };
    page.html(look)
}
