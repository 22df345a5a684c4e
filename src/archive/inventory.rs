//! The inventory of an object: which file of which version has which contents (OCFL 1.1, section
//! 3.5).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::hash::Digest;

/// The inventory's name in the object's folder and in each version's.
pub(super) const FILE: &str = "inventory.json";
/// Beside it, its hash.
pub(super) const SIDECAR: &str = "inventory.json.sha512";
/// The value of `type`.
const TYPE: &str = "https://ocfl.io/1.1/spec/#inventory";
/// The start of `id`, before the object's name: it is to be a URI.
const SCHEME: &str = "urn:nashra:";

/// The whole inventory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Inventory {
    id: String,
    r#type: String,
    digest_algorithm: String,
    /// The newest version, `v2`.
    head: String,
    content_directory: String,
    /// Stored files from the object's folder, by their contents.
    pub manifest: BTreeMap<Digest, Vec<String>>,
    /// The versions by `v1`, `v2`, …
    pub versions: BTreeMap<String, Version>,
}

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// When it was made, RFC 3339.
    pub created: String,
    /// Its files by the names they have in this version, by their contents.
    pub state: BTreeMap<Digest, Vec<String>>,
    /// The action and its reason.
    pub message: String,
    /// The person or office that did it.
    pub user: User,
}

/// The maker of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// The name.
    pub name: String,
    /// An address as URI, `mailto:media@example.org`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl Inventory {
    /// An inventory without a version.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self {
            id: format!("{SCHEME}{id}"),
            r#type: TYPE.to_owned(),
            digest_algorithm: "sha512".to_owned(),
            head: String::new(),
            content_directory: "content".to_owned(),
            manifest: BTreeMap::new(),
            versions: BTreeMap::new(),
        }
    }

    /// The object's name.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.strip_prefix(SCHEME).unwrap_or(&self.id)
    }

    /// The number of its newest version; 0 without one.
    #[must_use]
    pub fn head(&self) -> u32 {
        self.head.strip_prefix('v').and_then(|number| number.parse().ok()).unwrap_or(0)
    }

    /// A version by its number.
    #[must_use]
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.get(&name(number))
    }

    /// Adds the next version. Every content of it must be in the manifest.
    pub fn push(&mut self, version: Version) {
        let number = self.head() + 1;
        self.head = name(number);
        self.versions.insert(self.head.clone(), version);
    }

    /// The path of a version's file from the object's folder, and its digest.
    #[must_use]
    pub fn stored(&self, version: u32, logical: &str) -> Option<(&str, &str)> {
        let is_named = |names: &[String]| names.iter().any(|name| name == logical);
        let (digest, _) = self.version(version)?.state.iter().find(|(_, names)| is_named(names))?;
        Some((self.manifest.get(digest)?.first()?, digest))
    }

    /// True if what it says of itself is what this program reads.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.r#type == TYPE
            && self.digest_algorithm == "sha512"
            && self.content_directory == "content"
            && self.head() as usize == self.versions.len()
            && (1..=self.head()).all(|number| self.version(number).is_some())
            && self.manifest.values().flatten().all(|path| is_inside(path))
    }
}

/// A version's folder: `v1`.
#[must_use]
pub(super) fn name(version: u32) -> String {
    format!("v{version}")
}

/// The text of the sidecar of an inventory with this hash.
#[must_use]
pub(super) fn sidecar(digest: &str) -> String {
    format!("{digest} {FILE}\n")
}

/// True if a path leads to a file in a version's folder and nowhere else.
fn is_inside(path: &str) -> bool {
    let is_plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    path.starts_with('v') && path.contains("/content/") && path.split('/').all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_object() {
        assert!(is_inside("v1/content/source/content/صورة.jpg"));
        for path in ["/v1/content/a", "v1/content/../../../a", "v1/content//a", "v1/content/a\\..\\b", "a", ""] {
            assert!(!is_inside(path), "{path}");
        }
    }
}
