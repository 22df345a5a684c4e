//! A valid report becomes the virtual files of its document: the data contract, its record and its
//! pictures.

mod contents;
mod contract;
mod convert;
mod house;
mod issue;
mod pictures;
mod qr;
mod register;
mod spec;
mod spread;

use std::collections::BTreeMap;

use serde::Serialize;
use typst::foundations::Bytes;

pub use self::contents::contents;
use self::contract::{Data, Record, RecordFile};
use self::convert::Converter;
use self::pictures::DocumentPictures;
pub use self::pictures::Photo;
pub use self::register::{RegisterLine, RegisterSpec};
use self::spec::file_name;
pub use self::spec::{Asset, DocumentSpec, Source, code};
use super::world::VirtualFiles;
use crate::edition::Profile;
use crate::report::{Picture, Subject};

/// The virtual path of the data.
const DATA: &str = "/data.json";

/// A document's virtual files.
pub struct Inputs {
    contract: Data,
    /// The files by virtual path.
    pub files: VirtualFiles,
    /// The data, as JSON text.
    pub data: String,
    /// The photos whose stand-ins are among the files.
    pub photos: Vec<Photo>,
}

impl Inputs {
    /// Makes the virtual files of a document.
    ///
    /// Every document's files have the same paths (`/photos/1.jpg`, …): typst keeps a path's number
    /// for the process's life and has 65 535 of them.
    #[must_use]
    pub fn new(spec: &DocumentSpec) -> Self {
        let pictures = DocumentPictures::new(spec);
        let contract = Converter::new(spec, &pictures).data();
        let data = json(&contract);
        let mut files = VirtualFiles::new();
        let mut record = record(spec);
        // A file that another program saves again still tells what it was.
        record.keywords.push(code(spec.subject, spec.provenance, spec.revision));
        if spec.profile == Profile::Archive && spec.size.is_none() {
            attach(spec, &mut record, &mut files);
        }
        files.insert(DATA.to_owned(), Bytes::from_string(data.clone()));
        files.insert("/record.json".to_owned(), Bytes::from_string(json(&record)));
        let mut photos = Vec::new();
        for (name, picture) in pictures.0 {
            photos.extend(picture.photo.map(|(facts, digest)| {
                let stand_in = picture.bytes.clone();
                Photo { name, digest, facts, stand_in }
            }));
            files.insert(picture.path, picture.bytes);
        }
        Self { contract, files, data, photos }
    }

    /// Gives the template a plan of its pages, the contract's `plan`.
    pub fn plan(&mut self, plan: &impl Serialize) {
        self.contract.plan = serde_json::to_value(plan).ok();
        self.data = json(&self.contract);
        self.files.insert(DATA.to_owned(), Bytes::from_string(self.data.clone()));
    }
}

/// The PDF's metadata.
fn record(spec: &DocumentSpec) -> Record {
    let date = spec.subject.date();
    let mut keywords: Vec<String> = Vec::new();
    for tag in spec.subject.reports().iter().flat_map(|report| &report.tags) {
        if !keywords.contains(&tag.value) {
            keywords.push(tag.value.clone());
        }
    }
    let (title, description) = match spec.subject {
        Subject::Report(report) => (report.title.value.plain(), report.slogan.as_ref()),
        Subject::Issue(whole) => (whole.title(spec.workspace), whole.issue.title.as_ref()),
    };
    Record {
        title,
        author: spec.workspace.office.iter().map(|office| office.name.value.clone()).collect(),
        keywords,
        description: description.map(|text| text.value.plain()),
        date: BTreeMap::from([("year", date.year), ("month", date.month.into()), ("day", date.day.into())]),
        attachments: Vec::new(),
    }
}

/// Puts the source, the pictures' credits and the report's own attachments into the PDF.
fn attach(spec: &DocumentSpec, record: &mut Record, files: &mut VirtualFiles) {
    for (file, bytes) in attached(spec) {
        let number = record.attachments.len() + 1;
        let is_taken = record.attachments.iter().any(|other| other.name == file.name);
        let name = if is_taken { format!("{number}-{}", file.name) } else { file.name };
        let path = format!("/attachments/{number}");
        files.insert(path.clone(), bytes);
        record.attachments.push(RecordFile { name, path, ..file });
    }
}

/// The files that travel inside the PDF, each with its bytes; their paths are still empty.
fn attached(spec: &DocumentSpec) -> Vec<(RecordFile, Bytes)> {
    let mut all = Vec::new();
    for source in spec.sources {
        let bytes = Bytes::new(source.bytes.clone());
        all.push((file(&source.name, "source", "application/toml", "report source"), bytes));
    }
    if let Some(credits) = credits(spec.subject) {
        all.push((file("credits.txt", "data", "text/plain", "picture credits"), Bytes::from_string(credits)));
    }
    for attachment in spec.subject.attachments() {
        let name = &attachment.file.value;
        if let Some(asset) = spec.assets.get(name) {
            let file = file(file_name(name), "supplement", mime(name), &attachment.description.value);
            all.push((file, asset.bytes.clone()));
        }
    }
    all
}

/// A file inside the PDF, as its record names it.
fn file(name: &str, relationship: &'static str, mime: &'static str, description: &str) -> RecordFile {
    let (name, description) = (name.to_owned(), description.to_owned());
    RecordFile { name, path: String::new(), relationship, mime, description }
}

/// The credits of all pictures, a line each: file, description, photographer.
fn credits(subject: Subject) -> Option<String> {
    let lines: String = subject.pictures().map(credit).collect();
    (!lines.is_empty()).then_some(lines)
}

fn credit(picture: &Picture) -> String {
    let credit = picture.credit.as_ref().map_or("", |credit| credit.value.as_str());
    format!("{}\t{}\t{credit}\n", picture.file.value, picture.alt.value)
}

fn mime(name: &str) -> &'static str {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "csv" => "text/csv",
        "txt" => "text/plain",
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}

/// The data's types have only string keys, so this can't fail.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
