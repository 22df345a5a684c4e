//! How much a drawing draws once everything that it names stands where it is named.

use std::collections::BTreeMap;

use super::attributes::Kept;
use super::bounds::MAX_DEPTH;

/// An element with a name, or the whole drawing.
#[derive(Default)]
struct Named {
    /// Elements in it, itself included.
    elements: usize,
    /// The names of what it shows once more, each time that it does.
    shows: Vec<String>,
}

/// The elements of a drawing by their names, while it is read.
#[derive(Default)]
pub(super) struct References {
    whole: Named,
    named: BTreeMap<String, Named>,
    /// The names of the elements that are open now; an element without one has none.
    open: Vec<Option<String>>,
}

impl References {
    /// Counts an element; `open` if others may stand in it.
    pub(super) fn open(&mut self, attributes: &[Kept], open: bool) {
        let id = attributes.iter().find(|attribute| attribute.key == "id").map(|attribute| attribute.value.clone());
        self.open.push(id);
        let shown: Vec<String> = attributes.iter().flat_map(shown).collect();
        for id in self.open.iter().flatten() {
            add(self.named.entry(id.clone()).or_default(), &shown);
        }
        add(&mut self.whole, &shown);
        if !open {
            self.open.pop();
        }
    }

    /// Ends the innermost element.
    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    /// The elements so far.
    pub(super) fn count(&self) -> usize {
        self.whole.elements
    }

    /// The elements that are drawn; none when what is named names others for too long.
    pub(super) fn drawn(&self) -> Option<usize> {
        self.total(&self.whole, &mut BTreeMap::new(), MAX_DEPTH)
    }

    fn total<'r>(&'r self, of: &'r Named, known: &mut BTreeMap<&'r str, usize>, deeper: usize) -> Option<usize> {
        let mut total = of.elements;
        for name in &of.shows {
            let Some((name, named)) = self.named.get_key_value(name) else { continue };
            let inside = match known.get(name.as_str()) {
                Some(inside) => *inside,
                None => {
                    // What shows itself is not shown.
                    known.insert(name, 0);
                    let inside = self.total(named, known, deeper.checked_sub(1)?)?;
                    known.insert(name, inside);
                    inside
                }
            };
            total = total.saturating_add(inside);
        }
        Some(total)
    }
}

fn add(named: &mut Named, shown: &[String]) {
    named.elements += 1;
    named.shows.extend_from_slice(shown);
}

/// The names in an attribute: `href="#a"`, `fill="url(#a)"`.
fn shown(attribute: &Kept) -> Vec<String> {
    let value = attribute.value.trim();
    if let Some(name) = value.strip_prefix('#').filter(|_| attribute.key.ends_with("href")) {
        return vec![name.to_owned()];
    }
    let after = value.match_indices("url(").filter_map(|(at, found)| value.get(at + found.len()..));
    let name = |rest: &str| rest.split(')').next().map(|name| name.trim_matches(['"', '\'', ' ', '#']).to_owned());
    after.filter_map(name).collect()
}
