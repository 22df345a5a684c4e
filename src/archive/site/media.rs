//! A bulletin's files in the site: its pages as PDF, and its pictures made small.

use std::fs;
use std::path::Path;
use std::sync::Mutex;

use super::output::Output;
use super::places::folder_of;
use crate::archive::object::damaged;
use crate::archive::{AttachedFile, Block, Object, Problem, Record};
use crate::photo::{self, Cut, Fitted, PhotoColours, PhotoProblem, WantedPhoto};
use crate::store::PathError;
use crate::words::Unlike;
use crate::words::site::SITE;

/// Pixels that the longer side of a picture has at most across the page.
const WIDEST: u32 = 1200;
/// Pixels of a picture that are unpacked while another is unpacked too; larger ones wait for each
/// other, so that memory stays small.
const LARGE: u64 = 12_000_000;
/// The same of a thumbnail: twice the pixels of its place, for fine screens.
const THUMBNAIL: u32 = 144;
/// Digits of a picture's hash in its name.
const DIGITS: usize = 16;

/// A bulletin's files, named from its page.
#[derive(Debug, Default)]
pub(super) struct Media {
    /// The pages of every version, the first one first; a version with the same pages has the same
    /// file.
    pub(super) pdfs: Vec<CopiedFile>,
    pictures: Vec<(String, ShownPicture)>,
    /// A picture of its first page.
    pub(super) preview: Option<String>,
    /// The same for lists.
    pub(super) thumbnail: Option<ShownPicture>,
    /// Its flyer and the slip of its correction.
    pub(super) others: Vec<OtherFile>,
    /// The files that belong to it.
    pub(super) attachments: Vec<ShownAttachment>,
}

/// A file that belongs to a bulletin.
#[derive(Debug)]
pub(super) struct ShownAttachment {
    /// Its description.
    pub(super) description: String,
    /// Its own name.
    pub(super) name: String,
    /// The file, named from the bulletin's page; none where the archive has it no more.
    pub(super) file: Option<CopiedFile>,
}

/// Pages besides the bulletin's own.
#[derive(Clone, Debug)]
pub(super) struct OtherFile {
    /// Their name on the page.
    pub(super) label: &'static str,
    /// The file.
    pub(super) file: CopiedFile,
}

/// The other pages of an object, and their names.
const OTHERS: [(&str, &str); 2] = [("flyer.pdf", SITE.flyer), ("correction.pdf", SITE.slip)];

/// A file of the archive in the site.
#[derive(Clone, Debug)]
pub(super) struct CopiedFile {
    /// The file's place beside the page.
    pub(super) name: String,
    /// Its SHA-512.
    pub(super) digest: String,
    /// Its size.
    pub(super) bytes: u64,
}

/// A picture as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShownPicture {
    /// The file's name beside the page.
    pub(super) name: String,
    /// Pixels across.
    pub(super) width: u32,
    /// Pixels down.
    pub(super) height: u32,
}

/// Keeps a problem of the archive; one of the machine ends the work.
pub(super) fn keep(problem: Problem, problems: &mut Vec<Problem>) -> Result<(), PathError> {
    match problem {
        Problem::Machine(error) => Err(error),
        said => {
            problems.push(said);
            Ok(())
        }
    }
}

impl Media {
    /// Puts a bulletin's files into the site. What can't be read is reported and left out.
    ///
    /// # Errors
    /// The file that can't be written, and what the system said.
    pub(super) fn copy(
        object: &Object,
        record: &Record,
        output: &Output,
        problems: &mut Vec<Problem>,
    ) -> Result<Self, PathError> {
        let mut media = Self::default();
        for version in 1..=object.head() {
            match pdf(object, record, version, &media.pdfs, output) {
                Ok(Some(pdf)) => media.pdfs.push(pdf),
                Ok(None) => {}
                Err(problem) => keep(problem, problems)?,
            }
        }
        let folder = folder_of(&record.id);
        match copied(object, object.head(), "preview.png", &folder, "preview.png", output) {
            Ok(preview) => media.preview = preview.map(|file| file.name),
            Err(problem) => keep(problem, problems)?,
        }
        // Of what was adopted the first file is the bulletin's own.
        let adopted = record.adopted.iter().flat_map(|adopted| adopted.files.iter().skip(1));
        let adopted = adopted.map(|file| (file.file.as_str(), SITE.other_file));
        for (logical, label) in OTHERS.into_iter().chain(adopted) {
            match copied(object, object.head(), logical, &folder, logical, output) {
                Ok(file) => media.others.extend(file.map(|file| OtherFile { label, file })),
                Err(problem) => keep(problem, problems)?,
            }
        }
        media.attach(object, record, output, problems)?;
        let made = names(&output.path(&folder));
        if media.preview.is_some() {
            match shown(object, "preview.png", (&folder, &made), THUMBNAIL, output) {
                Ok(thumbnail) => media.thumbnail = Some(thumbnail),
                Err(problem) => keep(problem, problems)?,
            }
        }
        for block in &record.blocks {
            let Block::Pictures { pictures, .. } = block else { continue };
            for picture in pictures {
                if media.picture(&picture.file).is_some() {
                    continue;
                }
                match shown(object, &picture.file, (&folder, &made), WIDEST, output) {
                    Ok(shown) => media.pictures.push((picture.file.clone(), shown)),
                    Err(problem) => keep(problem, problems)?,
                }
            }
        }
        Ok(media)
    }

    /// Puts the files into the site that belong to the bulletin, each under its own name.
    fn attach(
        &mut self,
        object: &Object,
        record: &Record,
        output: &Output,
        problems: &mut Vec<Problem>,
    ) -> Result<(), PathError> {
        for AttachedFile { file, description } in &record.attachments {
            let name = own_name(file);
            let is_taken = |name: &str| self.attachments.iter().any(|other| other.file_is(name));
            let free =
                |number: usize| if number == 1 { format!("files/{name}") } else { format!("files/{number}/{name}") };
            let place = (1..).map(free).find(|place| !is_taken(place)).unwrap_or_default();
            let file = match copied(object, object.head(), file, &folder_of(&record.id), &place, output) {
                Ok(file) => file,
                Err(problem) => keep(problem, problems).map(|()| None)?,
            };
            self.attachments.push(ShownAttachment { description: description.clone(), name, file });
        }
        Ok(())
    }

    /// A picture by the name that its record gives it.
    pub(super) fn picture(&self, file: &str) -> Option<&ShownPicture> {
        self.pictures.iter().find(|(name, _)| name == file).map(|(_, shown)| shown)
    }

    /// The first picture's file.
    pub(super) fn first_picture(&self) -> Option<&str> {
        self.pictures.first().map(|(_, shown)| shown.name.as_str())
    }
}

impl ShownAttachment {
    /// True if its file lies at a place, on a system that knows no small letters from large ones.
    fn file_is(&self, place: &str) -> bool {
        self.file.as_ref().is_some_and(|file| file.name.to_lowercase() == place.to_lowercase())
    }
}

/// The name of a file of the workspace, as every system can have it.
fn own_name(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file).trim_end_matches(['.', ' ']);
    let is_foreign = |c: char| c.is_control() || "\\:*?\"<>|".contains(c);
    let name: String = name.chars().map(|c| if is_foreign(c) { '_' } else { c }).collect();
    if name.is_empty() { "file".to_owned() } else { name }
}

/// Copies a version's pages; those of a version before with the same pages are also its own.
fn pdf(
    object: &Object,
    record: &Record,
    version: u32,
    before: &[CopiedFile],
    output: &Output,
) -> Result<Option<CopiedFile>, Problem> {
    let logical = record.main_file();
    let ending = logical.rsplit('.').next().unwrap_or_default();
    let Some((_, digest)) = object.inventory().stored(version, &logical) else { return Ok(None) };
    if let Some(same) = before.iter().find(|pdf| pdf.digest == digest) {
        return Ok(Some(same.clone()));
    }
    let name = match version {
        1 => format!("{}.{ending}", record.id),
        _ => format!("{}-v{version}.{ending}", record.id),
    };
    copied(object, version, &logical, &folder_of(&record.id), &name, output)
}

/// Copies a file of a version into a folder of the site, unless it is there: what an archive has once
/// never changes, so size and age tell. Nothing when the version has no such file.
fn copied(
    object: &Object,
    version: u32,
    logical: &str,
    folder: &str,
    name: &str,
    output: &Output,
) -> Result<Option<CopiedFile>, Problem> {
    let Some((stored, digest)) = object.inventory().stored(version, logical) else { return Ok(None) };
    let path = format!("{folder}/{name}");
    let bytes = match output.is_copy(&object.folder().join(stored), &path) {
        Some(bytes) => bytes,
        None => output.copy(object, (stored, digest), &path)?,
    };
    Ok(Some(CopiedFile { name: name.to_owned(), digest: digest.to_owned(), bytes }))
}

/// The names of the files in a folder of the site.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// Makes a picture small enough, unless it was: its name has the hash of the original and its size.
fn shown(
    object: &Object,
    file: &str,
    (folder, made): (&str, &[String]),
    widest: u32,
    output: &Output,
) -> Result<ShownPicture, Problem> {
    let digest = object.inventory().stored(object.head(), file).map(|(_, digest)| digest).unwrap_or_default();
    let kind = if widest == THUMBNAIL { "t" } else { "p" };
    let head = format!("{kind}{}-{}-", photo::FIT_VERSION, digest.get(..DIGITS).unwrap_or(digest));
    if let Some(shown) = made.iter().find_map(|name| read_name(name, &head)) {
        output.kept();
        return Ok(shown);
    }
    let bytes = object.file(object.head(), file)?;
    let (Fitted { ending, bytes }, (width, height)) = small(file, &bytes, widest)
        .map_err(|problem| damaged(object.id(), file, Unlike::Picture(problem.told(file))))?;
    let name = format!("{head}{width}x{height}.{ending}");
    output.file(&format!("{folder}/{name}"), &bytes)?;
    Ok(ShownPicture { name, width, height })
}

/// The picture of a name that begins so.
fn read_name(name: &str, head: &str) -> Option<ShownPicture> {
    let (width, height) = name.strip_prefix(head)?.split_once('.')?.0.split_once('x')?;
    Some(ShownPicture { name: name.to_owned(), width: width.parse().ok()?, height: height.parse().ok()? })
}

/// One large picture at a time.
static DARKROOM: Mutex<()> = Mutex::new(());

/// A picture with at most so many pixels across: the picture and its size.
fn small(file: &str, bytes: &[u8], widest: u32) -> Result<(Fitted, (u32, u32)), PhotoProblem> {
    let facts = photo::inspect(Path::new(file), bytes)?;
    let is_large = u64::from(facts.width) * u64::from(facts.height) > LARGE;
    let _alone = is_large.then(|| DARKROOM.lock());
    let width = facts.width.min(widest);
    let height = u64::from(facts.height) * u64::from(width) / u64::from(facts.width.max(1));
    let wanted = WantedPhoto {
        cut: Cut { x: 0, y: 0, width: facts.width, height: facts.height },
        width,
        height: u32::try_from(height).unwrap_or(facts.height).max(1),
    };
    let fitted = photo::fit(bytes, &wanted, PhotoColours::Screen, &mut Vec::new())?;
    let made = photo::inspect(Path::new(&format!("a.{}", fitted.ending)), &fitted.bytes)?;
    Ok((fitted, (made.width, made.height)))
}
