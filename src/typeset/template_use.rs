//! The files that a template uses, found without running it.

use std::collections::BTreeSet;

use super::templates::Templates;

impl Templates {
    /// The files that a template is made of, in the order of their paths: its own `main.typ`, every
    /// file that one of them names, and the pictures and data beside those, whose names may be put
    /// together while it runs.
    #[must_use]
    pub fn used_by(&self, template: &str) -> Vec<(&str, &[u8])> {
        let mut used = BTreeSet::new();
        let mut waiting = vec![format!("/templates/{template}/main.typ")];
        while let Some(path) = waiting.pop() {
            let is_source = path.ends_with(".typ");
            if !used.contains(&path) && self.contents().any(|(known, _)| known == path) {
                let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
                if is_source {
                    waiting.extend(self.data_in(folder));
                    waiting.extend(self.named_in(&path, folder));
                }
                used.insert(path);
            }
        }
        self.contents().filter(|(path, _)| used.contains(*path)).collect()
    }

    /// The files in a folder that are not typst's.
    fn data_in(&self, folder: &str) -> Vec<String> {
        let is_there = |path: &&str| path.rsplit_once('/').is_some_and(|(other, _)| other == folder);
        let data = self.contents().map(|(path, _)| path).filter(|path| is_there(path) && !path.ends_with(".typ"));
        data.map(str::to_owned).collect()
    }

    /// The paths that a file's text has between two quotes, seen from its folder.
    fn named_in(&self, path: &str, folder: &str) -> Vec<String> {
        let bytes = self.contents().find(|(known, _)| *known == path).map_or(&[][..], |(_, bytes)| bytes);
        let text = String::from_utf8_lossy(bytes);
        // Whether a quote opens or closes doesn't matter: what is no file's name is none either
        // way.
        text.split('"').filter(|part| !part.contains('\n')).map(|part| resolved(folder, part)).collect()
    }
}

/// A path as a file in a folder names it, without `.` and `..`.
fn resolved(folder: &str, path: &str) -> String {
    let whole = if path.starts_with('/') { path.to_owned() } else { format!("{folder}/{path}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_uses_what_its_files_name_and_nothing_of_others() {
        let own = [
            ("templates/letter/main.typ", "#import \"parts/head.typ\": head\n#image(\"/templates/marks/\" + name)"),
            ("templates/letter/parts/head.typ", "#import \"../../shared/tokens.typ\": *\n#let it = \"it's\""),
            ("templates/letter/parts/star.svg", "<svg/>"),
            ("templates/letter/unused.typ", ""),
            ("templates/other/main.typ", ""),
        ];
        let own = own.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let templates = Templates::new(own.to_vec());
        let used: Vec<&str> = templates.used_by("letter").into_iter().map(|(path, _)| path).collect();
        let expected = ["letter/main.typ", "letter/parts/head.typ", "letter/parts/star.svg", "shared/tokens.typ"];
        for path in expected {
            assert!(used.contains(&format!("/templates/{path}").as_str()), "{path}: {used:?}");
        }
        assert!(used.iter().all(|path| !path.contains("unused") && !path.contains("other")), "{used:?}");
    }

    #[test]
    fn the_built_in_bulletin_uses_no_flyer() {
        let templates = Templates::new(Vec::new());
        let used: Vec<&str> = templates.used_by("bulletin").into_iter().map(|(path, _)| path).collect();
        for path in ["bulletin/main.typ", "bulletin/closing.typ", "shared/tokens.typ", "shared/parts.typ"] {
            assert!(used.contains(&format!("/templates/{path}").as_str()), "{path}: {used:?}");
        }
        assert!(used.iter().all(|path| !path.contains("/flyer/") && !path.contains("/newsletter/")), "{used:?}");
    }
}
