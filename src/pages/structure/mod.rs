//! The structure of a document for those who hear it: typst's own, with what templates say of it by
//! labels.
//!
//! Typst writes the structure from the tags in its frames: each element that has a part in it begins
//! and ends with one. Here some of them are changed, as templates ask with `role` and with labels
//! (`templates/README.md` has the list): contents that stand in a grid become a table of contents,
//! a list that goes on after a break of the layout is one list, and what stands in the foot of
//! every page is read once. Links get Arabic names.

mod changes;
mod links;

use std::collections::HashMap;

use typst::ecow::EcoVec;
use typst::introspection::{Location, Tag};
use typst::layout::{Frame, FrameItem};
use typst::model::Document as _;
use typst_layout::PagedDocument;

use self::changes::{Changes, TagChange};
pub use self::links::LinkWords;
use super::Finished;

/// Mends the structure of a finished document and gives its links Arabic names.
pub fn mend(finished: &mut Finished, words: LinkWords) {
    let document = &finished.document;
    let Changes { starts, ends } = Changes::of(document, words);
    if starts.is_empty() && ends.is_empty() {
        return;
    }
    let mut pages: EcoVec<_> = document.pages().iter().cloned().collect();
    pages.make_mut().iter_mut().for_each(|page| change(&mut page.frame, &starts, &ends));
    finished.document = PagedDocument::new(pages, document.info().clone());
}

type ByLocation = HashMap<Location, TagChange>;

fn change(frame: &mut Frame, starts: &ByLocation, ends: &ByLocation) {
    if !is_changed(frame, starts, ends) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => change(&mut group.frame, starts, ends),
            FrameItem::Tag(tag) => change_tag(tag, starts, ends),
            _ => {}
        }
        true
    });
}

/// True if a tag of a frame is changed: only then is it copied.
fn is_changed(frame: &Frame, starts: &ByLocation, ends: &ByLocation) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => is_changed(&group.frame, starts, ends),
        FrameItem::Tag(Tag::Start(element, _)) => element.location().is_some_and(|at| starts.contains_key(&at)),
        FrameItem::Tag(Tag::End(at, ..)) => ends.contains_key(at),
        _ => false,
    })
}

fn change_tag(tag: &mut Tag, starts: &ByLocation, ends: &ByLocation) {
    let change = match tag {
        Tag::Start(element, _) => element.location().and_then(|at| starts.get(&at)),
        Tag::End(at, ..) => ends.get(at),
    };
    match (change, tag) {
        (Some(TagChange::Untagged), Tag::Start(_, flags) | Tag::End(_, _, flags)) => flags.tagged = false,
        (Some(TagChange::Element(new)), Tag::Start(element, flags)) => {
            *element = new.clone();
            flags.tagged = true;
        }
        (Some(TagChange::EndOf(other)), Tag::End(at, _, flags)) => {
            *at = *other;
            flags.tagged = true;
        }
        _ => {}
    }
}
