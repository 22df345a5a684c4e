//! The search page.

use maud::{Markup, PreEscaped, html};

use super::super::layout::SitePage;
use super::super::lists::Months;
use super::super::look::SiteLook;
use crate::words::site::{FORM, SEARCH, SITE};

/// The page, with a form that works from the keyboard alone.
pub(in super::super) fn page(months: &Months, look: &SiteLook) -> String {
    let mut years: Vec<u16> = months.keys().map(|(year, _)| *year).collect();
    years.dedup();
    let words = serde_json::to_string(&SEARCH).unwrap_or_default().replace('<', "\\u003c");
    let content = html! {
        h1 { (SITE.search) }
        noscript { p.notice { (SITE.no_script) " " a href="index.html#by-date" { (SITE.by_date) } } }
        form.search #form action="search.html" role="search" {
            label for="q" { (FORM.query) }
            div.field {
                input id="q" name="q" type="search" placeholder=(SITE.search_hint) autocomplete="off" autofocus;
                button { (SITE.search) }
            }
            div.filters {
                div.filter {
                    label for="year" { (FORM.year) }
                    select id="year" name="year" {
                        option value="" { (FORM.all_years) }
                        @for year in years.iter().rev() { option value=(year) { (look.number(usize::from(*year))) } }
                    }
                }
                div.filter {
                    label for="state" { (FORM.state) }
                    (states())
                }
            }
        }
        section #results aria-label=(FORM.results) {
            p #status role="status" {}
            ol.bulletins.results #list {}
            button #more type="button" hidden { (SEARCH.more) }
        }
        script id="words" type="application/json" { (PreEscaped(words)) }
        script src="assets/words.js" {}
        script src="assets/tables.js" {}
        script src="assets/search.js" {}
        script src="search/about.js" {}
    };
    let trail = [(SITE.archive.to_owned(), "index.html".to_owned())];
    let page = SitePage {
        path: "search.html",
        title: SITE.search,
        about: None,
        picture: None,
        is_article: false,
        is_hidden: false,
        facts: html! {},
        trail: &trail,
        content,
    };
    page.html(look)
}

fn states() -> Markup {
    html! {
        select id="state" name="state" {
            option value="" { (FORM.all_states) }
            option value="valid" { (FORM.valid) }
            option value="corrected" { (SITE.corrected) }
            option value="withdrawn" { (SITE.withdrawn) }
        }
    }
}
