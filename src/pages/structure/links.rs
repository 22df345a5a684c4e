//! Names of links for those who hear the page: typst has English words for some, the bare address
//! for others, and one name for all that lead to the same page.

use typst::foundations::Packed;
use typst::model::LinkMarker;

use crate::arabic::letters::is_layout_control;

/// The words before an address in the name of its link.
#[derive(Clone, Copy, Default)]
pub struct LinkWords {
    /// Before a mail address.
    pub email: &'static str,
    /// Before a telephone number.
    pub phone: &'static str,
    /// Before a web address.
    pub website: &'static str,
}

/// The Arabic name of a link, if it needs another than typst's.
pub(super) fn name(marker: &Packed<LinkMarker>, in_contents: bool, words: LinkWords) -> Option<String> {
    let own = marker.alt.as_deref()?;
    if in_contents { entry(&marker.body.plain_text(), own) } else { arabic(own, words) }
}

/// The name of an entry of the contents: its words, and the page as typst names it after a comma.
fn entry(body: &str, own: &str) -> Option<String> {
    let (_, page) = own.rsplit_once(", ")?;
    let number = page.rsplit(' ').next()?;
    let words: String = body.strip_suffix(number).unwrap_or(body).chars().filter(|c| !is_layout_control(*c)).collect();
    Some(format!("{}، {page}", words.trim()))
}

/// The Arabic name of a link that typst calls `Email x@y`, `Telephone +964…` or by its address.
fn arabic(name: &str, words: LinkWords) -> Option<String> {
    let named =
        [("Email ", words.email), ("Telephone ", words.phone), ("https://", words.website), ("http://", words.website)];
    named.iter().find_map(|(before, word)| Some(format!("{word} {}", name.strip_prefix(before)?.trim_end_matches('/'))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_have_arabic_names() {
        let words =
            LinkWords { email: "البريد الإلكتروني", phone: "هاتف", website: "الموقع" };
        assert_eq!(arabic("Email media@example.org", words).unwrap(), "البريد الإلكتروني media@example.org");
        assert_eq!(arabic("Telephone +9647700000000", words).unwrap(), "هاتف +9647700000000");
        assert_eq!(arabic("https://media.example.org/", words).unwrap(), "الموقع media.example.org");
        assert_eq!(arabic("صفحة ٢", words), None);
    }

    #[test]
    fn entries_of_the_contents_are_told_apart() {
        let name = |body| entry(body, "الفصل, صفحة ٢").unwrap();
        assert_eq!(name("حصيلة عام ٢٠٢٦٢"), "حصيلة عام ٢٠٢٦، صفحة ٢");
        assert_eq!(name("افتتاح \u{2066}COVID-19\u{2069} ٢"), "افتتاح COVID-19، صفحة ٢");
    }
}
