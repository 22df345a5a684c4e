//! Approval: a report or an issue gets its status and its number, and keeps all else of its file.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::document::{DeskDocument, is_archived};
use super::documents::{content, lock};
use super::notes::{NumberNote, notes};
use super::numbers::{GivenNumber, Sequence, given, holder, is_same, numbering};
use crate::archive::index::RollEntry;
use crate::diag::{Diagnostic, Place, has_errors};
use crate::error::Failure;
use crate::hash::sha512;
use crate::pipeline::{ChangedFile, OpenWorkspace, SourceKind, UndoNote, UndoState, rewrite};
use crate::report::{self, Issue, Status};
use crate::store::Lock;
use crate::words::{BuildProblem, DeskProblem, Message};

/// Serial numbers and spans of them that one warning names.
const NAMED: usize = 12;

/// A report or an issue after the command.
#[derive(Debug)]
pub(crate) struct Approval {
    /// Its file from the workspace's folder.
    pub(crate) file: PathBuf,
    /// Its number.
    pub(crate) number: Option<String>,
    /// What was done.
    pub(crate) done: ApprovalStep,
}

/// What was done to a report or an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ApprovalStep {
    /// It was approved.
    Approved,
    /// It was approved before.
    Already,
    /// It is a draft again.
    TakenBack,
}

/// All that a command did and found.
#[derive(Debug, Default)]
pub(crate) struct Approvals {
    /// Those that are as was asked.
    pub(crate) done: Vec<Approval>,
    /// Those that are as they were, with errors.
    pub(crate) failed: Vec<PathBuf>,
    /// Errors and warnings.
    pub(crate) problems: Vec<Diagnostic>,
}

/// The workspace while numbers are given: nobody else gives any.
struct Desk<'a> {
    site: &'a OpenWorkspace,
    roll: &'a [RollEntry],
    output: PathBuf,
    documents: Vec<DeskDocument>,
    /// The numbers that the office's register explains: no report gets them.
    noted: Vec<GivenNumber>,
    _lock: Lock,
}

/// A file that is to be approved, with what is known of it.
struct Candidate {
    document: DeskDocument,
    file: PathBuf,
    text: String,
    year: i32,
    object: String,
}

/// Approves reports and issues in the order of their dates, each with the next number of its year or
/// the one that is asked for. One that can't be stops no other.
///
/// # Errors
/// What the system said.
pub(crate) fn approve(
    site: &OpenWorkspace,
    roll: &[RollEntry],
    files: &[PathBuf],
    number: Option<&str>,
) -> Result<Approvals, Failure> {
    let mut desk = Desk::open(site, roll)?;
    let mut approvals = Approvals::default();
    let mut candidates = Vec::new();
    for file in files {
        match Candidate::read(site, file) {
            Ok(candidate) => candidates.push(candidate),
            Err(problems) => approvals.refuse(file, problems),
        }
    }
    candidates.sort_by(|a, b| (a.date(), &a.file).cmp(&(b.date(), &b.file)));
    let mut touched = BTreeSet::new();
    for candidate in candidates {
        touched.insert((candidate.document.kind, candidate.year));
        match desk.approve(&candidate, number)? {
            Ok(approval) => approvals.done.push(approval),
            Err(problems) => approvals.refuse(&candidate.file, problems),
        }
    }
    for (kind, year) in touched {
        approvals.problems.extend(desk.remarks(kind, year));
    }
    Ok(approvals)
}

/// Makes drafts of approved reports and issues that are not archived yet. A file that is as approval
/// left it becomes what it was before, byte for byte.
///
/// # Errors
/// What the system said.
pub(crate) fn take_back(site: &OpenWorkspace, roll: &[RollEntry], files: &[PathBuf]) -> Result<Approvals, Failure> {
    let desk = Desk::open(site, roll)?;
    let mut approvals = Approvals::default();
    for file in files {
        match desk.take_back(file)? {
            Ok(approval) => approvals.done.push(approval),
            Err(problems) => approvals.refuse(file, problems),
        }
    }
    Ok(approvals)
}

impl Approvals {
    fn refuse(&mut self, file: &Path, problems: Vec<Diagnostic>) {
        self.failed.push(file.to_path_buf());
        self.problems.extend(problems);
    }
}

impl Candidate {
    /// Reads a file; only its status and its number may be wrong.
    fn read(site: &OpenWorkspace, file: &Path) -> Result<Self, Vec<Diagnostic>> {
        let text = site.text(file).map_err(|problem| vec![*problem])?;
        let document = DeskDocument::of(site, file, Some(text.as_bytes()));
        let found = parsed(site, document.kind, file, &text).1;
        let errors: Vec<Diagnostic> = found.into_iter().filter(|one| one.is_error() && !is_of_approval(one)).collect();
        match (document.year(), document.object()) {
            (Some(year), Some(object)) if errors.is_empty() => {
                Ok(Self { document, file: file.to_path_buf(), text, year, object })
            }
            // Its date or its name is wrong, which the reader has told.
            _ => Err(errors),
        }
    }

    fn date(&self) -> Option<crate::arabic::CivilDate> {
        self.document.glance.as_ref()?.date
    }

    fn status(&self) -> Option<Status> {
        self.document.glance.as_ref()?.status
    }
}

impl<'a> Desk<'a> {
    fn open(site: &'a OpenWorkspace, roll: &'a [RollEntry]) -> Result<Self, Failure> {
        let lock = lock(site)?;
        let noted = NumberNote::given(&notes(site)?);
        Ok(Self { site, roll, output: site.output(), documents: content(site)?.documents, noted, _lock: lock })
    }

    /// All numbers of reports or of issues.
    fn given(&self, kind: SourceKind) -> Vec<GivenNumber> {
        let mut all = given(kind, &self.documents, self.roll);
        if kind == SourceKind::Report {
            all.extend(self.noted.iter().cloned());
        }
        all
    }

    /// Approves one; the errors when it can't be.
    fn approve(
        &mut self,
        candidate: &Candidate,
        asked: Option<&str>,
    ) -> Result<Result<Approval, Vec<Diagnostic>>, Failure> {
        let Candidate { document, file, text, year, object } = candidate;
        let refused = |problem: DeskProblem| Ok(Err(vec![Diagnostic::error(file, problem)]));
        let given = self.given(document.kind);
        let sequence = Sequence::new(numbering(self.site, document.kind), *year, &given);
        let own = document.number().map(str::to_owned);
        let asked = asked.map(|asked| sequence.asked(asked));
        let is_other = |own: &String| asked.as_ref().is_some_and(|asked| !is_same(asked, own));
        if candidate.status() == Some(Status::Approved)
            && let Some(own) = &own
        {
            if is_other(own) {
                return refused(DeskProblem::ApprovedOtherwise { number: own.clone() });
            }
            let approval = Approval { file: file.clone(), number: Some(own.clone()), done: ApprovalStep::Already };
            return Ok(Ok(approval));
        }
        if is_archived(self.roll, object) {
            return refused(DeskProblem::ApprovalArchived { id: object.clone() });
        }
        let number = asked.clone().or_else(|| own.clone()).unwrap_or_else(|| sequence.next());
        if let Some(GivenNumber { holder, .. }) = holder(&given, &number, *year, object) {
            let (holder, next) = (holder.clone(), sequence.next());
            return refused(DeskProblem::NumberInUse { number, holder, next });
        }
        let written = Some(&number).filter(|number| own.as_ref() != Some(*number));
        let approved = report::with_status(text, Status::Approved, written.map(String::as_str));
        let approved = approved.unwrap_or_else(|| text.clone());
        let (issue, found) = parsed(self.site, document.kind, file, &approved);
        let mut errors: Vec<Diagnostic> = found.into_iter().filter(Diagnostic::is_error).collect();
        errors.extend(issue.map(|issue| self.drafts(&issue, file)).unwrap_or_default());
        if has_errors(&errors) {
            return Ok(Err(errors.into_iter().map(|error| in_file(error, text, &approved)).collect()));
        }
        let note = UndoNote { number: written.cloned(), files: vec![ChangedFile::new(file, text, &approved)] };
        note.write(&self.output, &note_name(file))?;
        rewrite(&self.site.root, file, &approved)?;
        self.seen_again(file, &approved);
        Ok(Ok(Approval { file: file.clone(), number: Some(number), done: ApprovalStep::Approved }))
    }

    /// Errors for the drafts among an issue's reports.
    fn drafts(&self, issue: &Issue, file: &Path) -> Vec<Diagnostic> {
        let is_draft = |name: &str| {
            let found = self.documents.iter().find(|document| document.file == name);
            found.and_then(|document| document.glance.as_ref()).is_some_and(|it| it.status == Some(Status::Draft))
        };
        let drafts = issue.articles.iter().filter(|article| is_draft(&article.report.value));
        let told = |report: String| BuildProblem::DraftInIssue { report };
        drafts.map(|article| article.report.error(file, told(article.report.value.clone()))).collect()
    }

    /// Looks at a file again that has another text now.
    fn seen_again(&mut self, file: &Path, text: &str) {
        let now = DeskDocument::of(self.site, file, Some(text.as_bytes()));
        if let Some(old) = self.documents.iter_mut().find(|document| document.file == now.file) {
            *old = now;
        } else {
            self.documents.push(now);
        }
    }

    /// Warnings about the numbers of a year: those that are missing and those that are there twice.
    fn remarks(&self, kind: SourceKind, year: i32) -> Vec<Diagnostic> {
        let given = self.given(kind);
        let sequence = Sequence::new(numbering(self.site, kind), year, &given);
        let mut found: Vec<Message> = Vec::new();
        for double in sequence.doubles() {
            let number = double.first().map(|given| given.number.clone()).unwrap_or_default();
            let holders = double.iter().map(|given| given.holder.clone()).collect();
            found.push(DeskProblem::NumberTwice { number, holders }.into());
        }
        let gaps = sequence.gaps();
        if !gaps.is_empty() {
            let spans = gaps.iter().take(NAMED).map(|&(first, last)| {
                let last = (last > first).then(|| sequence.write(last));
                (sequence.write(first), last)
            });
            found.push(DeskProblem::NumbersMissing { year, spans: spans.collect(), all: gaps.len() }.into());
        }
        found.into_iter().map(|message| Diagnostic::warning(Path::new(""), message)).collect()
    }

    /// Makes a draft of one; the errors when it can't be.
    fn take_back(&self, file: &Path) -> Result<Result<Approval, Vec<Diagnostic>>, Failure> {
        let refused = |problem: Message| Ok(Err(vec![Diagnostic::error(file, problem)]));
        let bytes = match self.site.root.read(file, report::MAX_BYTES as u64) {
            Ok(bytes) => bytes,
            Err(problem) => return refused(problem.told(file).into()),
        };
        let document = DeskDocument::of(self.site, file, Some(&bytes));
        let text = report::decode(file, &bytes).map(str::to_owned);
        let (text, Some(glance)) = (text.unwrap_or_default(), &document.glance) else {
            return Ok(Err(parsed(self.site, document.kind, file, &String::from_utf8_lossy(&bytes)).1));
        };
        if let Some(id) = document.archived(self.roll) {
            return refused(DeskProblem::ApprovalArchived { id }.into());
        }
        if glance.status != Some(Status::Approved) {
            return refused(DeskProblem::NotApproved.into());
        }
        let note = UndoNote::read(&self.output, &note_name(file));
        let changed = note.as_ref().and_then(|note| note.files.first()).filter(|changed| changed.file == file);
        let before = match changed {
            Some(changed) if changed.state(&self.site.root) == UndoState::After => Some(changed.before.clone()),
            _ => report::as_draft(&text, note.as_ref().and_then(|note| note.number.as_deref())),
        };
        let draft = before.unwrap_or_else(|| text.clone());
        rewrite(&self.site.root, file, &draft)?;
        UndoNote::clear(&self.output, &note_name(file))?;
        let number = report::glance(file, &draft).and_then(|glance| glance.number);
        Ok(Ok(Approval { file: file.to_path_buf(), number, done: ApprovalStep::TakenBack }))
    }
}

/// The name of the note by which a file's approval can be undone.
fn note_name(file: &Path) -> String {
    let digest = sha512(crate::files::slashed(file).as_bytes());
    format!("approve-{}", digest.get(..16).unwrap_or_default())
}

/// Reads a text as what it is: the issue, if it is one, and all that was found.
fn parsed(site: &OpenWorkspace, kind: SourceKind, file: &Path, text: &str) -> (Option<Issue>, Vec<Diagnostic>) {
    let checks = &site.workspace.checks;
    match kind {
        SourceKind::Report => (None, report::parse_report(file, text, checks).1),
        SourceKind::Issue => report::parse_issue(file, text, checks),
    }
}

/// True for an error that approval puts right.
fn is_of_approval(error: &Diagnostic) -> bool {
    matches!(error.field.as_str(), "status" | "number")
}

/// An error about the approved text, which was not written, at its place in the file.
fn in_file(error: Diagnostic, text: &str, approved: &str) -> Diagnostic {
    let place = error.place.clone().filter(|_| !is_of_approval(&error));
    let span = place.and_then(|place| before_approval(place.span, text, approved));
    Diagnostic { place: span.map(|span| Place::new(text, span)), ..error }
}

/// The bytes of a text that some of its approved one are; none for what approval wrote.
fn before_approval(span: Range<usize>, text: &str, approved: &str) -> Option<Range<usize>> {
    let (old, new) = (text.as_bytes(), approved.as_bytes());
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    if span.end <= head {
        return Some(span);
    }
    let back = |at: usize| (at + old.len()).checked_sub(new.len());
    if span.start < new.len() - tail { None } else { Some(back(span.start)?..back(span.end)?) }
}
