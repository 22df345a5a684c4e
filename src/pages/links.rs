//! Names of links for those who hear the page: typst has English words for some and the bare
//! address for others.

use typst::ecow::EcoVec;
use typst::introspection::Tag;
use typst::layout::{Frame, FrameItem};
use typst::model::{Document as _, LinkMarker};
use typst_layout::PagedDocument;

use super::Finished;

/// The words before an address in the name of its link.
#[derive(Clone, Copy)]
pub struct LinkWords {
    /// Before a mail address.
    pub email: &'static str,
    /// Before a telephone number.
    pub phone: &'static str,
    /// Before a web address.
    pub website: &'static str,
}

/// Gives the links of a document Arabic names.
pub fn name(finished: &mut Finished, words: LinkWords) {
    let document = &finished.document;
    if !document.pages().iter().any(|page| has_links(&page.frame)) {
        return;
    }
    let mut pages: EcoVec<_> = document.pages().iter().cloned().collect();
    pages.make_mut().iter_mut().for_each(|page| name_in(&mut page.frame, words));
    finished.document = PagedDocument::new(pages, document.info().clone());
}

fn name_in(frame: &mut Frame, words: LinkWords) {
    if !has_links(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => name_in(&mut group.frame, words),
            FrameItem::Tag(Tag::Start(content, _)) => {
                if let Some(marker) = content.to_packed_mut::<LinkMarker>()
                    && let Some(named) = marker.alt.as_deref().and_then(|name| arabic(name, words))
                {
                    marker.alt = Some(named.into());
                }
            }
            _ => {}
        }
        true
    });
}

/// True if there are any in a frame: only then is it copied.
fn has_links(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_links(&group.frame),
        FrameItem::Tag(Tag::Start(content, _)) => content.is::<LinkMarker>(),
        _ => false,
    })
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
}
