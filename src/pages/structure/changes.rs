//! The changes of a document's tags, found in one walk over its frames.

use std::collections::HashMap;
use std::num::NonZeroUsize;

use typst::foundations::{Content, NativeElement as _};
use typst::introspection::{Location, Tag};
use typst::layout::{Frame, FrameItem, GridCell, GridElem};
use typst::model::{EnumElem, LinkMarker, ListElem, OutlineEntry};
use typst::pdf::{ArtifactElem, ArtifactKind, PdfMarkerTag};
use typst_layout::PagedDocument;

use super::links::{self, LinkWords};

/// The label of contents.
const CONTENTS: &str = "nashra-contents";
/// The label of one entry of the contents.
const ENTRY: &str = "nashra-entry";
/// The label of what stands in the foot of every page and is read on the last.
const ONCE: &str = "nashra-once";
/// The label of a list that goes on where the one before it ended.
const GOES_ON: &str = "nashra-goes-on";

/// A change of one tag.
pub(super) enum TagChange {
    /// It has no part in the structure.
    Untagged,
    /// It begins another element.
    Element(Content),
    /// It ends the element that began elsewhere.
    EndOf(Location),
}

/// The changes of a document's tags.
#[derive(Default)]
pub(super) struct Changes {
    /// Of tags that begin an element, by its location.
    pub(super) starts: HashMap<Location, TagChange>,
    /// Of tags that end an element.
    pub(super) ends: HashMap<Location, TagChange>,
}

impl Changes {
    /// Finds those of a document.
    pub(super) fn of(document: &PagedDocument, words: LinkWords) -> Self {
        let mut walk = TagWalk { words, ..TagWalk::new() };
        let pages = document.pages();
        for (index, page) in pages.iter().enumerate() {
            walk.is_last_page = index + 1 == pages.len();
            walk.frame(&page.frame);
        }
        walk.changes
    }

    fn untag(&mut self, at: Location) {
        self.starts.insert(at, TagChange::Untagged);
        self.ends.insert(at, TagChange::Untagged);
    }
}

/// A walk over the frames of a document.
struct TagWalk {
    changes: Changes,
    words: LinkWords,
    is_last_page: bool,
    /// Artifacts that are open, outermost first.
    artifacts: Vec<(Location, ArtifactKind)>,
    /// The contents that are open.
    contents: Option<Location>,
    /// Lists, each with the list that it goes on with: itself, if it begins one.
    lists: HashMap<Location, Location>,
    /// The list that ended last, when nothing has been read since.
    ended: Option<Location>,
}

impl TagWalk {
    fn new() -> Self {
        Self {
            changes: Changes::default(),
            words: LinkWords::default(),
            is_last_page: false,
            artifacts: Vec::new(),
            contents: None,
            lists: HashMap::new(),
            ended: None,
        }
    }

    fn frame(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.frame(&group.frame),
                FrameItem::Tag(Tag::Start(element, flags)) => {
                    if let Some(at) = element.location() {
                        self.start(element, at, flags.tagged);
                    }
                }
                FrameItem::Tag(Tag::End(at, ..)) => self.end(*at),
                FrameItem::Text(_) | FrameItem::Image(..) if self.artifacts.is_empty() => self.ended = None,
                FrameItem::Text(_) | FrameItem::Image(..) | FrameItem::Shape(..) | FrameItem::Link(..) => {}
            }
        }
    }

    fn start(&mut self, element: &Content, at: Location, is_tagged: bool) {
        let label = element.label().map(|label| label.resolve());
        match label.as_ref().map(|label| label.as_str()) {
            Some(CONTENTS) => {
                self.contents = Some(at);
                return self.become_element(at, PdfMarkerTag::OutlineBody(Content::empty()));
            }
            Some(ENTRY) => {
                return self.become_element(at, OutlineEntry::new(NonZeroUsize::MIN, Content::empty()).pack());
            }
            Some(ONCE) => return self.once(at),
            Some(GOES_ON) if self.goes_on(at) => return,
            _ => {}
        }
        if let Some(artifact) = element.to_packed::<ArtifactElem>() {
            return self.artifacts.push((at, artifact.kind.as_option().unwrap_or_default()));
        }
        if is_tagged && self.artifacts.is_empty() {
            self.ended = None;
        }
        if self.contents.is_some() && (element.is::<GridElem>() || element.is::<GridCell>()) {
            self.changes.untag(at);
        } else if element.is::<ListElem>() || element.is::<EnumElem>() {
            self.lists.insert(at, at);
        } else if let Some(marker) = element.to_packed::<LinkMarker>()
            && let Some(name) = links::name(marker, self.contents.is_some(), self.words)
        {
            let mut named = marker.clone();
            named.alt = Some(name.into());
            self.become_element(at, named.pack());
        }
    }

    fn become_element(&mut self, at: Location, mut element: Content) {
        element.set_location(at);
        self.changes.starts.insert(at, TagChange::Element(element));
    }

    /// Opens the foot of the last page for what is read there.
    fn once(&mut self, at: Location) {
        match self.artifacts.first() {
            Some((foot, ArtifactKind::Footer)) if self.is_last_page => {
                self.changes.untag(*foot);
                self.changes.untag(at);
            }
            _ => self.artifacts.push((at, ArtifactKind::Other)),
        }
    }

    /// Makes a list part of the one that ended just before it, if there is one.
    fn goes_on(&mut self, at: Location) -> bool {
        let Some(before) = self.ended.take() else { return false };
        let Some(first) = self.lists.get(&before).copied() else { return false };
        self.changes.ends.insert(before, TagChange::Untagged);
        self.changes.starts.insert(at, TagChange::Untagged);
        self.changes.ends.insert(at, TagChange::EndOf(first));
        self.lists.insert(at, first);
        true
    }

    fn end(&mut self, at: Location) {
        self.artifacts.retain(|(open, _)| *open != at);
        if self.contents == Some(at) {
            self.contents = None;
        }
        if self.lists.contains_key(&at) {
            self.ended = Some(at);
        }
    }
}
