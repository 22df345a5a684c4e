//! The structure of a PDF, as programs get it that read a page to those who don't see it.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::words::{lines, pieces};

/// An element of the structure.
pub struct Element {
    /// Its type, as `P` or `H1`.
    pub kind: String,
    /// The words that stand for it.
    pub alt: Option<String>,
    /// The cells that a table's head is for.
    pub scope: Option<String>,
    /// Its parts, in the order they are read.
    pub parts: Vec<Part>,
}

/// A part of an element.
pub enum Part {
    /// An element in it.
    Element(Element),
    /// Words of its own.
    Words(String),
    /// A link's name.
    Link(String),
}

/// The root of a file's structure.
pub fn structure(pdf: &[u8]) -> Element {
    let file = Document::load_mem(pdf).expect("the file is no PDF");
    let mut texts = HashMap::new();
    for (page, own) in file.page_iter().zip(pieces(pdf)) {
        let mut marks: HashMap<i32, Vec<_>> = HashMap::new();
        for piece in own {
            if let Some(mark) = piece.mark {
                marks.entry(mark).or_default().push(piece);
            }
        }
        texts.extend(marks.into_iter().map(|(mark, own)| ((page, mark), lines(own).replace('\n', " "))));
    }
    let root = file.catalog().unwrap().get_deref(b"StructTreeRoot", &file).unwrap().as_dict().unwrap();
    let reader = Reader { file: &file, texts };
    let mut parts = Vec::new();
    reader.read(root.get(b"K").unwrap(), None, &mut parts);
    match parts.pop() {
        Some(Part::Element(document)) if parts.is_empty() => document,
        _ => panic!("the structure has not one root"),
    }
}

struct Reader<'a> {
    file: &'a Document,
    /// The words of each marked content of each page.
    texts: HashMap<(ObjectId, i32), String>,
}

impl Reader<'_> {
    fn read(&self, part: &Object, page: Option<ObjectId>, out: &mut Vec<Part>) {
        match part {
            Object::Array(parts) => parts.iter().for_each(|part| self.read(part, page, out)),
            Object::Reference(id) => self.read(self.file.get_object(*id).unwrap(), page, out),
            Object::Integer(mark) => self.words(page.expect("marked content on no page"), *mark, out),
            Object::Dictionary(part) => self.dictionary(part, page, out),
            other => panic!("{other:?} in the structure"),
        }
    }

    fn dictionary(&self, part: &Dictionary, page: Option<ObjectId>, out: &mut Vec<Part>) {
        let page = part.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        match part.get(b"Type").and_then(Object::as_name).unwrap_or_default() {
            b"MCR" => self.words(page.unwrap(), part.get(b"MCID").unwrap().as_i64().unwrap(), out),
            b"OBJR" => {
                let annotation = part.get_deref(b"Obj", self.file).unwrap().as_dict().unwrap();
                out.push(Part::Link(text(annotation, b"Contents").expect("a link without a name")));
            }
            _ => {
                let mut parts = Vec::new();
                if let Ok(own) = part.get(b"K") {
                    self.read(own, page, &mut parts);
                }
                let kind = String::from_utf8(part.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
                out.push(Part::Element(Element { kind, alt: text(part, b"Alt"), scope: self.scope(part), parts }));
            }
        }
    }

    fn words(&self, page: ObjectId, mark: i64, out: &mut Vec<Part>) {
        let words = self.texts.get(&(page, mark as i32)).map(|text| text.trim()).unwrap_or_default();
        if !words.is_empty() {
            out.push(Part::Words(words.to_owned()));
        }
    }

    fn scope(&self, element: &Dictionary) -> Option<String> {
        let attributes = match element.get_deref(b"A", self.file).ok()? {
            Object::Array(all) => all.iter().collect(),
            one => vec![one],
        };
        let own = |attributes: &Object| {
            let attributes = self.file.dereference(attributes).ok()?.1.as_dict().ok()?.get(b"Scope").ok()?;
            Some(String::from_utf8_lossy(attributes.as_name().ok()?).into_owned())
        };
        attributes.into_iter().find_map(own)
    }
}

fn text(dictionary: &Dictionary, key: &[u8]) -> Option<String> {
    lopdf::decode_text_string(dictionary.get(key).ok()?).ok()
}

impl Element {
    /// The elements in it.
    pub fn children(&self) -> impl Iterator<Item = &Element> {
        self.parts.iter().filter_map(|part| match part {
            Part::Element(element) => Some(element),
            Part::Words(_) | Part::Link(_) => None,
        })
    }

    /// It and all elements below it, in the order they are read.
    pub fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        all.extend(self.children().flat_map(Element::all));
        all
    }

    /// Its words and those below it, and what stands for pictures.
    pub fn words(&self) -> String {
        let mut words: Vec<String> = self.alt.iter().cloned().collect();
        for part in &self.parts {
            match part {
                Part::Element(element) => words.push(element.words()),
                Part::Words(text) => words.push(text.clone()),
                Part::Link(_) => {}
            }
        }
        words.retain(|text| !text.is_empty());
        words.join(" ")
    }

    /// The names of the links in it.
    pub fn links(&self) -> Vec<&str> {
        let all = self.all().into_iter().flat_map(|element| &element.parts);
        all.filter_map(|part| if let Part::Link(name) = part { Some(name.as_str()) } else { None }).collect()
    }
}

/// What a program says that reads a structure aloud, an element a line.
pub fn aloud(element: &Element) -> Vec<String> {
    let mut lines = Vec::new();
    say(element, "", &mut lines);
    lines
}

fn say(element: &Element, indent: &str, lines: &mut Vec<String>) {
    let count = |kind: &str| element.all().iter().filter(|element| element.kind == kind).count();
    let own = |kind: &str| element.children().filter(|child| child.kind == kind).count();
    let deeper = format!("{indent}  ");
    match element.kind.as_str() {
        "Document" | "Div" | "Sect" | "Part" | "Art" | "THead" | "TBody" | "TOCI" | "Reference" => {
            element.children().for_each(|child| say(child, indent, lines));
        }
        "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => {
            lines.push(format!("{indent}heading {}: {}", &element.kind[1..], element.words()));
        }
        "Figure" => lines.push(format!("{indent}picture: {}", element.words())),
        "Caption" => lines.push(format!("{indent}caption: {}", element.words())),
        "Link" => lines.push(format!("{indent}link: {}", element.links().join(" "))),
        "L" => {
            lines.push(format!("{indent}list of {}", own("LI")));
            element.children().for_each(|child| say(child, &deeper, lines));
        }
        "LI" => lines.push(format!("{indent}{}", element.words())),
        "TOC" => {
            lines.push(format!("{indent}contents of {}", own("TOCI")));
            element.children().for_each(|child| say(child, &deeper, lines));
        }
        "Table" => {
            lines.push(format!("{indent}table of {} rows", count("TR")));
            element.children().for_each(|child| say(child, &deeper, lines));
        }
        "TR" => {
            let cells: Vec<String> = element.children().map(Element::words).collect();
            lines.push(format!("{indent}{}", cells.join(" | ")));
        }
        "BlockQuote" => lines.push(format!("{indent}quotation: {}", element.words())),
        _ => lines.push(format!("{indent}{}", element.words())),
    }
}
