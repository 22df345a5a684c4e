//! All files of the program, which file each of their names leads to, and the circles in that.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Import, Names, names};

/// A module by its path, `["pages", "kashida"]`; the crate's root has none.
type Module = Vec<String>;

/// One name in a file, and what it leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The file it stands in, `pages/kashida/line.rs`.
    pub file: String,
    pub line: usize,
    /// The whole path: `crate::…`, or that of an outer crate.
    pub path: String,
    /// The file of this program that defines it.
    pub defined_in: Option<String>,
    /// Whether a module only hands on a name of its own part.
    pub is_handed_on: bool,
}

/// The files of a program, from its root `lib.rs` down.
#[derive(Debug, Default)]
pub struct House {
    files: BTreeMap<Module, (String, Names)>,
}

impl House {
    /// Reads the files that are parts of `lib.rs`, `main.rs` or `build.rs`, from a folder's files
    /// by their names.
    pub fn new(sources: &BTreeMap<String, String>) -> Self {
        let mut house = Self::default();
        house.enter(Vec::new(), "lib.rs", sources);
        for root in ["main", "build"] {
            house.enter(vec![root.to_owned()], &format!("{root}.rs"), sources);
        }
        house
    }

    fn enter(&mut self, module: Module, file: &str, sources: &BTreeMap<String, String>) {
        let Some(source) = sources.get(file) else { return };
        let names = names(source);
        for child in &names.modules {
            let below: Module = module.iter().chain([child]).cloned().collect();
            let stem = below.join("/");
            for file in [format!("{stem}.rs"), format!("{stem}/mod.rs")] {
                self.enter(below.clone(), &file, sources);
            }
        }
        self.files.insert(module, (file.to_owned(), names));
    }

    /// The files that were read.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.values().map(|(file, _)| file.as_str())
    }

    /// Every name in every file that leads to another file or an outer crate.
    pub fn references(&self) -> Vec<Reference> {
        let mut found = Vec::new();
        for (module, (file, names)) in &self.files {
            let imports = names.imports.iter().map(|import| (&import.path, import.line, import.is_public));
            let paths = names.paths.iter().map(|(path, line)| (path, *line, false));
            for (path, line, is_public) in imports.chain(paths) {
                let Some(path) = self.whole(module, path, 0) else { continue };
                let defined_in = self.definer(&path, 0).filter(|definer| definer != file);
                let is_outer = path.first().is_some_and(|first| first != "crate");
                if defined_in.is_some() || is_outer || path.len() > 1 {
                    let is_handed_on = is_public && path.get(1..).is_some_and(|path| path.starts_with(module));
                    found.push(Reference { file: file.clone(), line, path: path.join("::"), defined_in, is_handed_on });
                }
            }
        }
        found
    }

    /// A path as seen in a module, from `crate` or an outer crate down; nothing for names of the
    /// file itself.
    fn whole(&self, module: &[String], path: &[String], depth: usize) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let below = |module: &[String], rest: &[String]| [&["crate".to_owned()], module, rest].concat();
        match first.as_str() {
            "crate" => return Some(path.to_vec()),
            "self" => return self.whole_below(module, rest, depth),
            "super" => return self.whole_below(module.split_last()?.1, rest, depth),
            _ => {}
        }
        let (_, names) = self.files.get(module)?;
        if names.modules.contains(first) {
            return Some(below(module, path));
        }
        let import = names.imports.iter().find(|import| import.name.as_ref() == Some(first));
        match import {
            // `use typst::text;` is itself, not a name of its own.
            Some(import) if import.path.as_slice() != path && depth < 9 => {
                Some([self.whole(module, &import.path, depth + 1)?, rest.to_vec()].concat())
            }
            _ if first.starts_with(|c: char| c.is_lowercase()) => Some(path.to_vec()),
            _ => None,
        }
    }

    fn whole_below(&self, module: &[String], rest: &[String], depth: usize) -> Option<Vec<String>> {
        match rest.first().map(String::as_str) {
            Some("super") => self.whole(module, rest, depth),
            _ => Some([&["crate".to_owned()], module, rest].concat()),
        }
    }

    /// The file that defines what a whole path names; nothing for a module itself and for outer
    /// crates.
    fn definer(&self, path: &[String], depth: usize) -> Option<String> {
        let (first, rest) = path.split_first()?;
        if first != "crate" || depth > 9 {
            return None;
        }
        let mut length = 0;
        while length < rest.len() && self.files.contains_key(&rest[..=length]) {
            length += 1;
        }
        let (module, rest) = rest.split_at(length);
        let name = rest.first()?;
        let (file, names) = self.files.get(module)?;
        let is_of = |import: &&Import| import.name.as_ref() == Some(name);
        let Some(import) = names.imports.iter().find(is_of) else { return Some(file.clone()) };
        let handed = self.whole(module, &import.path, 0)?;
        self.definer(&[handed, rest[1..].to_vec()].concat(), depth + 1)
    }

    /// Files that use each other in a circle, each with what ties them.
    pub fn circles(&self) -> Vec<BTreeSet<String>> {
        let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for reference in self.references().into_iter().filter(|reference| !reference.is_handed_on) {
            if let Some(definer) = reference.defined_in {
                uses.entry(reference.file).or_default().insert(definer);
            }
        }
        let reach: BTreeMap<&String, BTreeSet<&String>> =
            uses.keys().map(|file| (file, reached(&uses, file))).collect();
        let in_circle = |file: &&String| reach.get(*file).is_some_and(|reached| reached.contains(*file));
        let circles: BTreeSet<BTreeSet<String>> = (uses.keys().filter(in_circle))
            .map(|file| {
                let back = |other: &&&String| reach.get(**other).is_some_and(|reached| reached.contains(file));
                reach.get(file).into_iter().flatten().filter(back).map(|file| (*file).clone()).collect()
            })
            .collect();
        circles.into_iter().collect()
    }
}

fn reached<'a>(uses: &'a BTreeMap<String, BTreeSet<String>>, file: &String) -> BTreeSet<&'a String> {
    let mut found = BTreeSet::new();
    let mut ahead: Vec<&String> = uses.get(file).into_iter().flatten().collect();
    while let Some(next) = ahead.pop() {
        if found.insert(next) {
            ahead.extend(uses.get(next).into_iter().flatten());
        }
    }
    found
}
