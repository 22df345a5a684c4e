//! The names that a file of Rust code uses: its imports, spread out, and the paths in its code.

use super::tokens::{Token, tokens};

/// A path as it is written, `["super", "page", "Page"]`.
pub type Path = Vec<String>;

/// One imported name.
#[derive(Clone, Debug)]
pub struct Import {
    pub path: Path,
    /// What it is called in the file; nothing for `*`.
    pub name: Option<String>,
    /// Whether others can import it from here.
    pub is_public: bool,
    pub line: usize,
}

/// All names that a file uses.
#[derive(Debug, Default)]
pub struct Names {
    /// Modules that it declares.
    pub modules: Vec<String>,
    pub imports: Vec<Import>,
    /// Paths in the code with their lines.
    pub paths: Vec<(Path, usize)>,
}

/// Reads the names that a file uses.
pub fn names(source: &str) -> Names {
    let mut reader = Reader { tokens: tokens(source), at: 0, names: Names::default() };
    while reader.at < reader.tokens.len() {
        reader.step();
    }
    reader.names
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    names: Names,
}

impl Reader {
    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.text)
    }

    fn is_word(&self, at: usize) -> bool {
        self.text(at).starts_with(|c: char| c.is_alphabetic() || c == '_')
    }

    fn step(&mut self) {
        let at = self.at;
        let line = self.tokens[at].line;
        match self.text(at) {
            "pub" if self.text(at + 1) == "(" => {
                while self.text(self.at) != ")" && self.at < self.tokens.len() {
                    self.at += 1;
                }
            }
            "mod" if self.is_word(at + 1) && self.text(at + 2) == ";" => {
                self.names.modules.push(self.text(at + 1).to_owned());
                self.at += 2;
            }
            "use" if self.text(at + 1) != "<" => {
                let is_public = at > 0 && matches!(self.text(at - 1), "pub" | ")");
                self.at += 1;
                self.import(&[], is_public);
            }
            _ if self.is_word(at) && self.text(at + 1) == "::" && (at == 0 || self.text(at - 1) != ".") => {
                let path = self.path();
                self.names.paths.push((path, line));
            }
            _ => self.at += 1,
        }
    }

    /// Words with `::` between them, to where the path ends.
    fn path(&mut self) -> Path {
        let mut path = vec![self.text(self.at).to_owned()];
        self.at += 1;
        while self.text(self.at) == "::" && self.is_word(self.at + 1) {
            path.push(self.text(self.at + 1).to_owned());
            self.at += 2;
        }
        path
    }

    /// One branch of an import's tree.
    fn import(&mut self, above: &[String], is_public: bool) {
        let mut path = above.to_vec();
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        while self.at < self.tokens.len() {
            match self.text(self.at) {
                "::" => self.at += 1,
                "{" => {
                    self.at += 1;
                    while !matches!(self.text(self.at), "}" | "") {
                        self.import(&path, is_public);
                        if self.text(self.at) == "," {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                "*" => {
                    self.at += 1;
                    self.names.imports.push(Import { path, name: None, is_public, line });
                    return;
                }
                "as" => {
                    let name = Some(self.text(self.at + 1).to_owned());
                    self.at += 2;
                    self.names.imports.push(Import { path, name, is_public, line });
                    return;
                }
                "self" if !path.is_empty() => self.at += 1,
                _ if self.is_word(self.at) => {
                    path.push(self.text(self.at).to_owned());
                    self.at += 1;
                }
                _ => break,
            }
        }
        let name = path.last().cloned();
        self.names.imports.push(Import { path, name, is_public, line });
    }
}
