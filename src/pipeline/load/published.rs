//! The archive's word on a report or an issue, and on the reports in it.

use std::collections::BTreeMap;

use super::likeness::object_id;
use crate::arabic::CivilDate;
use crate::archive::{Archive, Happening, Object, Problem, Record, State};
use crate::diag::Diagnostic;
use crate::pipeline::order::Order;
use crate::report::{Passage, Revision, Subject};
use crate::words::{ArchiveProblem, BuildProblem};

/// A report or an issue as it was published.
pub(in crate::pipeline) struct Published {
    pub(in crate::pipeline) object: Object,
    /// The record of its newest version.
    pub(in crate::pipeline) record: Record,
}

impl Published {
    /// The object of a name, proved; none for one that was never published.
    ///
    /// # Errors
    /// An archive that is not what it was; what the system said.
    pub(in crate::pipeline) fn find(archive: &Archive, id: &str) -> Result<Option<Self>, Problem> {
        let object = match archive.proved(id) {
            Ok(object) => object,
            Err(Problem::Said(ArchiveProblem::Unknown { .. })) => return Ok(None),
            Err(problem) => return Err(problem),
        };
        let record = object.record(object.head())?;
        Ok(Some(Self { object, record }))
    }

    /// True if it was taken back.
    pub(in crate::pipeline) fn is_withdrawn(&self) -> bool {
        self.record.state == State::Withdrawn
    }

    /// The correction that its newest pages tell of.
    pub(in crate::pipeline) fn correction(&self) -> Option<&Happening> {
        correction_of(&self.record)
    }

    /// The day it was taken back, and why.
    fn withdrawal(&self) -> Option<(String, String)> {
        let last = self.record.history.last().filter(|_| self.is_withdrawn())?;
        let day = last.time.get(..10).unwrap_or_default().to_owned();
        Some((day, last.reason.clone().unwrap_or_default()))
    }
}

/// The correction that a version was published with.
pub(in crate::pipeline) fn correction_of(record: &Record) -> Option<&Happening> {
    let is_it = |happening: &&Happening| happening.state == State::Corrected && happening.revision == record.revision;
    record.history.iter().rfind(is_it)
}

/// The correction that pages tell of; none for other events.
pub(in crate::pipeline) fn revision(happening: &Happening) -> Option<Revision> {
    let day = happening.time.get(..10).and_then(CivilDate::parse)?;
    let passages = happening.changes.iter();
    Some(Revision {
        number: happening.revision,
        date: day,
        reason: happening.reason.clone().unwrap_or_default(),
        authority: happening.authority.clone(),
        passages: passages
            .map(|change| Passage { stood: change.stood.clone(), stands: change.stands.clone() })
            .collect(),
    })
}

/// The marks of the objects that tell of a subject, by their names: while they stay, so does what
/// the archive tells.
pub(in crate::pipeline) fn marks(order: &Order, subject: Subject) -> BTreeMap<String, String> {
    let archive = order.archive();
    let articles = match subject {
        Subject::Report(_) => &[][..],
        Subject::Issue(whole) => whole.reports.as_slice(),
    };
    let ids = articles.iter().map(Subject::Report).chain([subject]).map(object_id);
    ids.map(|id| (id.clone(), archive.mark(&id))).collect()
}

/// Errors for a subject that was withdrawn, and for an issue's articles that were.
///
/// # Errors
/// An archive that is not what it was; what the system said.
pub(in crate::pipeline) fn withdrawn(
    order: &Order,
    subject: Subject,
    published: Option<&Published>,
) -> Result<Vec<Diagnostic>, Problem> {
    let mut found = Vec::new();
    if let Some((day, reason)) = published.and_then(Published::withdrawal) {
        found.push(Diagnostic::error(subject.file(), BuildProblem::Withdrawn { day, reason }));
    }
    if let Subject::Issue(whole) = subject {
        let archive = order.archive();
        for (article, report) in whole.issue.articles.iter().zip(&whole.reports) {
            let published = Published::find(archive, &object_id(Subject::Report(report)))?;
            if let Some((day, _)) = published.as_ref().and_then(Published::withdrawal) {
                let problem = BuildProblem::WithdrawnInIssue { report: article.report.value.clone(), day };
                found.push(article.report.error(subject.file(), problem));
            }
        }
    }
    Ok(found)
}
