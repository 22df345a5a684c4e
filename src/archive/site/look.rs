//! The office on the pages: its name, mark, colour, digits and faces.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, PreEscaped};

use crate::arabic::{CivilDate, Digits, dates, isolate};
use crate::words::site::bulletins;

/// The office on the pages.
#[derive(Clone, Debug)]
pub struct SiteLook {
    /// The office that issues the bulletins.
    pub office: Option<String>,
    /// Those above it, from the top down.
    pub parents: Vec<String>,
    /// Ways to reach it.
    pub contacts: Vec<Contact>,
    /// Its mark.
    pub mark: Option<Mark>,
    /// The colour of headings and rules, `#rrggbb`.
    pub accent: String,
    /// The digits on the pages.
    pub digits: Digits,
    /// The faces that are copied into the site.
    pub faces: Vec<SiteFace>,
    /// The address of the site, as `https://archive.example.iq/`; ends with a slash.
    pub address: Option<String>,
}

/// One way to reach the office.
#[derive(Clone, Debug)]
pub struct Contact {
    /// The kind of contact, as the page names it.
    pub label: &'static str,
    /// The words on the page.
    pub text: String,
    /// The address behind it.
    pub url: Option<String>,
}

/// The office's mark.
#[derive(Clone, Debug)]
pub struct Mark {
    /// File ending for its format: `svg`, `png` or `jpg`.
    pub ending: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A face of the pages.
#[derive(Clone, Copy, Debug)]
pub struct SiteFace {
    /// The family's name.
    pub family: &'static str,
    /// 100 to 900.
    pub weight: u16,
    /// The file's name without its ending.
    pub file: &'static str,
    /// The file, WOFF2.
    pub bytes: &'static [u8],
    /// Its licence, which goes wherever the face goes.
    pub licence: &'static [u8],
}

impl SiteLook {
    /// Running text in Arabic: its numbers in the pages' digits, and held together what the browser
    /// would turn round.
    pub(super) fn prose(&self, text: &str) -> Markup {
        PreEscaped(markup(&isolate(&self.digits.text(text))))
    }

    /// The same without marks, for places that have none.
    pub(super) fn plain(&self, text: &str) -> String {
        self.digits.text(text).into_owned()
    }

    /// A whole number.
    pub(super) fn number(&self, number: usize) -> String {
        self.digits.number(number as u64)
    }

    /// So many bulletins.
    pub(super) fn bulletins(&self, count: usize) -> String {
        bulletins(count, &self.number(count))
    }

    /// The day of `2026-11-20` or `2026-11-20T09:00:00+03:00`, as `٢٠ تشرين الثاني ٢٠٢٦`.
    pub(super) fn day(&self, time: &str) -> String {
        day(time).map_or_else(
            || self.plain(time),
            |date| dates::gregorian(date, self.digits).trim_end_matches(" م").to_owned(),
        )
    }

    /// A month, as `تشرين الثاني`.
    pub(super) fn month(month: u8) -> &'static str {
        dates::month_names().get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default()
    }

    /// The address from outside of a place in the site.
    pub(super) fn absolute(&self, path: &str) -> Option<String> {
        self.address.as_ref().map(|address| outside(address, path))
    }
}

/// The most characters of a number that keeps to its line.
const WHOLE: usize = 24;

/// A text as HTML: escaped, its isolates as elements.
pub(super) fn markup(text: &str) -> String {
    let mut markup = String::with_capacity(text.len() + 16);
    let mut open = 0;
    for (at, c) in text.char_indices() {
        match c {
            '\u{2066}'..='\u{2068}' => {
                open += 1;
                markup.push_str(match c {
                    '\u{2066}' if is_whole(text.get(at + c.len_utf8()..).unwrap_or_default()) => {
                        "<bdi class=\"whole\" dir=\"ltr\">"
                    }
                    '\u{2066}' => "<bdi dir=\"ltr\">",
                    '\u{2067}' => "<bdi dir=\"rtl\">",
                    _ => "<bdi>",
                });
            }
            '\u{2069}' if open > 0 => {
                open -= 1;
                markup.push_str("</bdi>");
            }
            // Marks of order that nothing closes would reach beyond this text.
            '\u{2069}' | '\u{202A}'..='\u{202E}' => {}
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            c => markup.push(c),
        }
    }
    (0..open).for_each(|_| markup.push_str("</bdi>"));
    markup
}

/// True if the isolate that a text begins in is a number in groups, as a telephone's: parted at a
/// line's end its groups would change places.
fn is_whole(text: &str) -> bool {
    let inside = text.split('\u{2069}').next().unwrap_or_default();
    inside.contains(' ') && inside.chars().count() <= WHOLE && !inside.contains(char::is_alphabetic)
}

/// The address of a place in a site: that of its folder for the page that servers show for it.
pub(super) fn outside(address: &str, path: &str) -> String {
    let path = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    format!("{address}{path}")
}

/// The moment of a time of a record, or the beginning of its day.
pub(super) fn moment(time: &str) -> Option<Timestamp> {
    let day = || Some(time.parse::<Date>().ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp());
    time.parse().ok().or_else(day)
}

/// The day at the start of a date or time.
pub(super) fn day(time: &str) -> Option<CivilDate> {
    let mut parts = time.get(..10)?.split('-');
    CivilDate::new(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}

/// A colour mixed with so many hundredths of white, for grounds and hairlines; the colour itself
/// when it is none.
pub(super) fn tint(colour: &str, white: u32) -> String {
    mixed(colour, white, 255)
}

/// A colour mixed with so many hundredths of a dark page.
pub(super) fn shade(colour: &str, dark: u32) -> String {
    mixed(colour, dark, 20)
}

fn mixed(colour: &str, hundredths: u32, other: u32) -> String {
    let parts = (1..6).step_by(2).map(|at| colour.get(at..at + 2).and_then(|part| u32::from_str_radix(part, 16).ok()));
    let mixed: Option<String> = parts
        .map(|part| part.map(|part| format!("{:02x}", (part * (100 - hundredths) + other * hundredths) / 100)))
        .collect();
    mixed.map_or_else(|| colour.to_owned(), |mixed| format!("#{mixed}"))
}

/// A look without an office, for tests.
#[cfg(test)]
pub(super) fn plain_look() -> SiteLook {
    SiteLook {
        office: None,
        parents: Vec::new(),
        contacts: Vec::new(),
        mark: None,
        accent: "#0b5563".to_owned(),
        digits: Digits::Arab,
        faces: Vec::new(),
        address: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_its_numbers_held_together() {
        let look = plain_look();
        assert_eq!(look.prose("<ب>&\"12\"").0, "&lt;ب&gt;&amp;&quot;١٢&quot;");
        assert_eq!(
            look.prose("هاتف +964 770 123 4567").0,
            "هاتف <bdi class=\"whole\" dir=\"ltr\">+964 770 123 4567</bdi>"
        );
        assert_eq!(look.prose("أ\u{2067}ب").0, "أ<bdi dir=\"rtl\">ب</bdi>");
        assert_eq!(look.prose("أ\u{2069}\u{202E}ب").0, "أب");
    }

    #[test]
    fn days_are_those_of_the_office() {
        let look = plain_look();
        assert_eq!(look.day("2026-11-20T23:30:00+03:00"), "٢٠ تشرين الثاني ٢٠٢٦");
        assert_eq!(look.day("قريباً"), "قريباً");
    }

    #[test]
    fn tints_go_to_white() {
        assert_eq!(tint("#0b5563", 0), "#0b5563");
        assert_eq!(tint("#0b5563", 100), "#ffffff");
        assert_eq!(tint("#000000", 90), "#e5e5e5");
    }
}
