//! A valid report becomes the virtual files of its document: the data contract, its record and its
//! pictures.

mod contract;
mod convert;
mod issue;
mod qr;

use std::collections::BTreeMap;

use serde::Serialize;
use typst::foundations::Bytes;

use self::contract::{Record, RecordFile};
use self::convert::Converter;
use super::world::VirtualFiles;
use crate::edition::{EditionKind, PictureSize, Profile};
use crate::photo::PhotoFacts;
use crate::report::{self, Picture, Revision, Subject, Workspace};

/// A file of the workspace that a report names, read and found good.
#[derive(Clone)]
pub struct Asset {
    bytes: Bytes,
    facts: Option<PhotoFacts>,
    digest: String,
}

/// A photo of a document. Pages are laid out with a stand-in for it, see [`crate::pages::photos`].
#[derive(Clone, Debug)]
pub struct Photo {
    /// The name that report or workspace use.
    pub name: String,
    /// SHA-512 of the file.
    pub digest: String,
    /// Its kind and size.
    pub facts: PhotoFacts,
    /// The SVG file that stands for it.
    pub stand_in: Bytes,
}

impl Asset {
    /// A drawing (SVG) or an attachment.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { bytes: Bytes::new(bytes), facts: None, digest: String::new() }
    }

    /// A photo whose bytes stay in its file until they are needed, with their SHA-512.
    #[must_use]
    pub fn photo(facts: PhotoFacts, digest: String) -> Self {
        Self { bytes: Bytes::new([]), facts: Some(facts), digest }
    }

    /// The same file for another purpose too: a photo that is also attached has facts and bytes.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let bytes = if self.bytes.is_empty() { other.bytes } else { self.bytes };
        let (facts, digest) =
            if self.facts.is_some() { (self.facts, self.digest) } else { (other.facts, other.digest) };
        Self { bytes, facts, digest }
    }

    /// The mark that tells it from others: the file's bytes, or for a photo their SHA-512.
    #[must_use]
    pub fn identity(&self) -> &[u8] {
        if self.facts.is_some() { self.digest.as_bytes() } else { &self.bytes }
    }
}

/// A file of the author's that travels in the finished one.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name there.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Everything a document is made from.
pub struct DocumentSpec<'a> {
    /// The report, or the issue with its reports.
    pub subject: Subject<'a>,
    /// The files it is made from as they are, to be attached.
    pub sources: &'a [Source],
    /// The office's settings.
    pub workspace: &'a Workspace,
    /// The files that report and workspace name, by that name.
    pub assets: &'a BTreeMap<String, Asset>,
    /// The kind of page.
    pub edition: EditionKind,
    /// The size, if it is a picture.
    pub size: Option<PictureSize>,
    /// The purpose of the pages.
    pub profile: Profile,
    /// SHA-512 of all that goes in, as hexadecimal digits.
    pub provenance: &'a str,
    /// The correction that it is published with.
    pub revision: Option<&'a Revision>,
}

/// The code on a document's pages: number, revision and the first 16 digits of the hash of all that
/// went in.
///
/// In Latin digits, whatever the page's: it is typed into a machine.
#[must_use]
pub fn code(subject: Subject, provenance: &str, revision: Option<&Revision>) -> String {
    let number = subject.number().map(|number| report::latin_digits(&number.value));
    let number = number.unwrap_or_else(|| subject.slug().value.clone());
    let revision = revision.map_or(1, |revision| revision.number);
    let hash: String = provenance.chars().take(16).collect();
    format!("{}-r{revision}-{hash}", number.replace(['/', '\\', ' '], "-"))
}

/// A document's virtual files.
pub struct Inputs {
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
        let data = json(&Converter::new(spec, &pictures).data());
        let mut files = VirtualFiles::new();
        let mut record = record(spec);
        if spec.profile == Profile::Archive && spec.size.is_none() {
            attach(spec, &mut record, &mut files);
        }
        files.insert("/data.json".to_owned(), Bytes::from_string(data.clone()));
        files.insert("/record.json".to_owned(), Bytes::from_string(json(&record)));
        let mut photos = Vec::new();
        for (name, picture) in pictures.0 {
            photos.extend(picture.photo.map(|(facts, digest)| {
                let stand_in = picture.bytes.clone();
                Photo { name, digest, facts, stand_in }
            }));
            files.insert(picture.path, picture.bytes);
        }
        Self { files, data, photos }
    }
}

/// A picture in the document's world.
struct WorldPicture {
    path: String,
    /// The drawing, or the photo's stand-in.
    bytes: Bytes,
    photo: Option<(PhotoFacts, String)>,
    width: u32,
    height: u32,
}

/// The report's pictures and the office's mark, by the name that report and workspace use.
struct DocumentPictures(BTreeMap<String, WorldPicture>);

impl DocumentPictures {
    fn new(spec: &DocumentSpec) -> Self {
        let logo = spec.workspace.office.as_ref().and_then(|office| office.logo.as_ref());
        let logo = logo.map(|logo| logo.file.value.as_str());
        let names = logo.into_iter().chain(spec.subject.pictures().map(|picture| picture.file.value.as_str()));
        let mut placed = BTreeMap::new();
        for name in names {
            let number = placed.len() + 1;
            if let Some(asset) = spec.assets.get(name) {
                placed.entry(name.to_owned()).or_insert_with(|| WorldPicture {
                    path: format!("/photos/{number}.svg"),
                    bytes: asset.facts.map_or_else(|| asset.bytes.clone(), |facts| stand_in(number, facts)),
                    photo: asset.facts.map(|facts| (facts, asset.digest.clone())),
                    width: asset.facts.map_or(0, |facts| facts.width),
                    height: asset.facts.map_or(0, |facts| facts.height),
                });
            }
        }
        Self(placed)
    }
}

/// A drawing of a photo's shape with nothing in it. No two of a document are the same.
fn stand_in(number: usize, PhotoFacts { width, height, .. }: PhotoFacts) -> Bytes {
    Bytes::from_string(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><!-- photo {number} --></svg>"
    ))
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

/// A path's last part.
fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
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
