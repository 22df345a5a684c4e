//! Finished files from before nashra, taken into the archive as they are.

mod file;
mod list;
mod order;

use std::path::Path;

use self::file::{FinishedFile, Looked};
pub use self::list::{AdoptList, adopt_list};
pub use self::order::{AdoptOrder, TypedPath};
use crate::arabic::{CivilDate, clean, dates};
use crate::archive::{
    self, Act, Added, Adopted, AdoptedFile, Archive, Block, FileContent, Kind, NewFile, Object, Picture, Problem,
    Record, State, TextOrigin, Writer,
};
use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::files;
use crate::hash::sha512;
use crate::reader::PdfReader;
use crate::report::{self, Workspace};
use crate::words::{AdoptProblem, ArchiveProblem};

/// The digits of a hash in an adopted bulletin's name.
const DIGITS: usize = 12;

/// An adopted bulletin that is new in the archive.
pub struct NewAdoption {
    /// The object.
    pub object: Object,
    /// The origin of its text.
    pub text: TextOrigin,
}

/// The outcome of adopting several.
#[derive(Default)]
pub struct Adoptions {
    /// Those that are in the archive now and were not before.
    pub added: Vec<NewAdoption>,
    /// The names of those that were there already.
    pub already_there: Vec<String>,
    /// The files of those that were not taken, with errors; of a row the list and its line.
    pub failed: Vec<String>,
    /// Everything to say.
    pub diagnostics: Vec<Diagnostic>,
}

/// Takes finished files into an archive.
pub struct Adopter<'a> {
    /// The archive.
    pub archive: &'a Archive,
    /// The office's settings.
    pub workspace: &'a Workspace,
    /// Who does it, and when.
    pub act: &'a Act,
    /// Today.
    pub today: CivilDate,
    reader: PdfReader,
}

impl<'a> Adopter<'a> {
    /// Prepares nothing: a reader of PDFs is begun when one is there.
    #[must_use]
    pub fn new(archive: &'a Archive, workspace: &'a Workspace, act: &'a Act, today: CivilDate) -> Self {
        Self { archive, workspace, act, today, reader: PdfReader::default() }
    }

    /// Takes each into the archive that `open` begins to change, and tells `step` of it. One that is
    /// wrong stops no other.
    ///
    /// # Errors
    /// When the machine fails, or the archive can't be changed at all.
    pub fn adopt<'w>(
        &self,
        orders: &[AdoptOrder],
        open: impl Fn() -> Result<Writer<'w>, Failure>,
        mut step: impl FnMut(usize),
    ) -> Result<Adoptions, Failure> {
        let mut adoptions = Adoptions::default();
        for (done, order) in orders.iter().enumerate() {
            match self.adopt_one(order, &open, &mut adoptions) {
                Ok(()) => {}
                Err(Failure::Content(problems)) => adoptions.refuse(order, problems),
                Err(failure) => return Err(failure),
            }
            step(done + 1);
        }
        Ok(adoptions)
    }

    fn adopt_one<'w>(
        &self,
        order: &AdoptOrder,
        open: &impl Fn() -> Result<Writer<'w>, Failure>,
        adoptions: &mut Adoptions,
    ) -> Result<(), Failure> {
        order.check(self.today).map_err(|problem| content(order, problem))?;
        let files = order.files.iter().map(FinishedFile::open).collect::<Result<Vec<_>, _>>();
        let files = files.map_err(|problem| content(order, problem))?;
        let given = order.text.as_ref().map(given_text).transpose()?;
        let mut record = self.record(order, &files, given.as_deref());
        let before = self.archive.adopted_before(&record);
        if let Some(object) = before.map_err(|problem| problem.of(order.shown()))? {
            adoptions.already_there.push(object.id().to_owned());
            return Ok(());
        }
        let mut found = String::new();
        let mut pictures = Vec::new();
        for (file, kept) in files.iter().zip(record.adopted.iter().flat_map(|adopted| &adopted.files)) {
            let Looked { text, is_whole, is_picture } =
                file.look(&self.reader).map_err(|problem| content(order, problem))?;
            found.push_str(&text);
            if is_picture {
                pictures.push(Picture {
                    file: kept.file.clone(),
                    alt: order.title.clone(),
                    caption: None,
                    credit: None,
                });
            }
            if !is_whole && given.is_none() {
                let path = file.path.typed.clone();
                adoptions.diagnostics.push(order.warning(AdoptProblem::TextUnread { path }));
            }
        }
        if given.is_none() {
            record.blocks = paragraphs(&found);
        }
        record.blocks.extend(pictures.into_iter().map(|one| Block::Pictures { pictures: vec![one], caption: None }));
        let text = origin(given.is_some(), &record.blocks);
        if let Some(adopted) = &mut record.adopted {
            adopted.text = text;
        }
        let kept = kept(&record, &files);
        let added = open()?.adopt(record, kept, self.act);
        match added.map_err(|problem| problem.of(order.shown()))? {
            Added::New(object) => adoptions.added.push(NewAdoption { object, text }),
            Added::Same(object) => adoptions.already_there.push(object.id().to_owned()),
        }
        Ok(())
    }

    /// The record of a bulletin with the text that was given for it.
    fn record(&self, order: &AdoptOrder, files: &[FinishedFile], given: Option<&str>) -> Record {
        let workspace = self.workspace;
        let hijri = workspace.hijri_of(order.date);
        let date = order.date.iso();
        let digests: Vec<&str> = files.iter().map(|file| file.digest.as_str()).collect();
        // Told otherwise, the same file is another object: what was wrong is withdrawn and adopted anew.
        let told = [&digests.join(" "), &order.title, order.number.as_deref().unwrap_or_default(), given.unwrap_or("")];
        let hash = sha512(told.join("\n").as_bytes());
        let named = files.iter().zip(1..).map(|(file, place)| AdoptedFile {
            file: file.kind.kept_name(place),
            name: file.name(),
            digest: file.digest.clone(),
        });
        let text = if given.is_some() { TextOrigin::Given } else { TextOrigin::None };
        Record {
            schema: archive::SCHEMA,
            id: format!("{date}-{}-{}", Kind::Adopted.name(), hash.get(..DIGITS).unwrap_or(&hash)),
            kind: Kind::Adopted,
            state: State::Published,
            revision: 1,
            number: order.number.clone(),
            date,
            date_line: dates::dual(order.date, hijri.as_deref(), workspace.digits),
            title: order.title.clone(),
            slogan: None,
            event: None,
            office: workspace.office.as_ref().map(|office| office.name.value.clone()),
            signature: None,
            tags: Vec::new(),
            blocks: paragraphs(given.unwrap_or_default()),
            marks: Vec::new(),
            language: None,
            links: Vec::new(),
            attachments: Vec::new(),
            code: String::new(),
            adopted: Some(Adopted { files: named.collect(), text }),
            history: Vec::new(),
        }
    }
}

impl Adoptions {
    /// Notes one that was not taken.
    fn refuse(&mut self, order: &AdoptOrder, problems: Vec<Diagnostic>) {
        let name = match &order.row {
            Some((list, place)) => order::row_name(list, place),
            None => order.shown().display().to_string(),
        };
        self.failed.push(name);
        self.diagnostics.extend(problems.into_iter().map(|problem| order.placed(problem)));
    }
}

fn content(order: &AdoptOrder, problem: ArchiveProblem) -> Failure {
    Problem::from(problem).of(order.shown())
}

/// The files of an adopted version without its record.
fn kept(record: &Record, files: &[FinishedFile]) -> Vec<NewFile> {
    let adopted = record.adopted.iter().flat_map(|adopted| &adopted.files);
    let own = adopted.zip(files).map(|(kept, file)| NewFile {
        name: kept.file.clone(),
        content: FileContent::File { path: file.path.path.clone(), digest: file.digest.clone() },
    });
    let text = NewFile { name: "text.txt".to_owned(), content: FileContent::Bytes(record.whole_text().into_bytes()) };
    own.chain([text]).collect()
}

/// The origin of a text of these blocks.
fn origin(is_given: bool, blocks: &[Block]) -> TextOrigin {
    let has_text = blocks.iter().any(|block| matches!(block, Block::Paragraph { .. }));
    match (is_given, has_text) {
        (_, false) => TextOrigin::None,
        (true, true) => TextOrigin::Given,
        (false, true) => TextOrigin::File,
    }
}

/// The text of a file that the office gave.
fn given_text(file: &TypedPath) -> Result<String, Failure> {
    let (limit, shown) = (report::MAX_BYTES as u64, Path::new(&file.typed));
    let bytes = files::read_file(&file.path, limit)
        .map_err(|problem| Failure::Content(vec![Diagnostic::error(shown, problem.told(shown))]))?;
    let text = report::decode(shown, &bytes).map_err(|problem| Failure::Content(vec![*problem]))?;
    Ok(text.trim_start_matches('\u{FEFF}').to_owned())
}

/// Lines with words in them, as paragraphs.
fn paragraphs(text: &str) -> Vec<Block> {
    let lines = text.lines().map(|line| clean(line).trim().to_owned());
    let lines = lines.filter(|line| line.chars().any(char::is_alphanumeric));
    lines.map(|text| Block::Paragraph { text }).collect()
}
