//! The archive as a web site of plain files: it needs no server, no network and, but for the
//! search, no JavaScript.
//!
//! ```text
//! out/site/index.html  search.html  2026/11/index.html  2026/11/<id>/{index.html, <id>.pdf, text.js, p1-….jpg, files/}
//!          verify/<code>/index.html
//!          assets/{site.css, search.js, mark.svg, *.woff2, OFL-*.txt}  search/{about.js, terms/, documents/}
//!          feed.atom  feed.rss  sitemap.xml      (where the site's address is known)
//! ```
//!
//! It is made from the objects alone, month by month, so that memory stays small however many there
//! are, and a file is written only when it is other than before. Nothing is ever deleted.

mod assets;
mod blocks;
mod bulletin;
mod changed;
mod document;
mod facts;
mod feeds;
mod layout;
mod lists;
mod look;
mod media;
mod output;
mod passages;
mod places;
mod search;
mod sitemap;
mod tongue;
mod verified;

use std::path::{Path, PathBuf};

use self::bulletin::Bulletin;
use self::feeds::News;
use self::lists::{ListedBulletin, Month, Months};
pub use self::look::{Contact, Mark, SiteFace, SiteLook};
use self::media::Media;
pub use self::output::Counted;
use self::output::Output;
use self::passages::ChangedPart;
use self::places::folder_of;
use self::search::Index;
use self::sitemap::Sitemap;
use super::events::Events;
use super::object::damaged;
use super::objects::is_id;
use super::record::RECORD;
use super::{Archive, Object, Problem, Record, State};
use crate::store::PathError;
use crate::words::{ArchiveProblem, Unlike};
use crate::workers::{self, Threads};

/// The number of bulletins on the front page.
const NEWEST: usize = 8;

/// A site to make.
#[derive(Debug)]
pub struct SiteOrder<'a> {
    /// The archive.
    pub archive: &'a Archive,
    /// The office on the pages.
    pub look: &'a SiteLook,
    /// The site's folder.
    pub output: &'a Path,
    /// The number of bulletins that are worked on at once.
    pub jobs: usize,
}

/// The result.
#[derive(Debug)]
pub struct Made {
    /// The number of bulletins with a page.
    pub bulletins: usize,
    /// Pages.
    pub pages: Counted,
    /// All other files.
    pub files: Counted,
    /// Damage for which pages are missing or not whole.
    pub damaged: Vec<ArchiveProblem>,
}

/// Makes the site. `month` is called for each month when it begins, with how many there are.
///
/// # Errors
/// The first file or folder that could not be read or written, and what the system said; a broken
/// ledger.
pub fn make(order: &SiteOrder<'_>, month: &dyn Fn(Month, usize)) -> Result<Made, Problem> {
    let output = Output::new(order.output);
    let work = Work { look: order.look, output: &output, threads: Threads::new(order.jobs) };
    assets::write(order.look, &output)?;
    let (folders, events) = (order.archive.folders()?, order.archive.events()?);
    let mut whole = Whole::new(order.look);
    let missing = events.missing(&folders).into_iter();
    whole.problems.extend(missing.map(|id| damaged(&id, "", Unlike::Missing)));
    let months = months(folders);
    let mut coming = months.iter().map(|(name, folders)| (*name, folders));
    let mut current = coming.next().map(|(name, folders)| read(name, folders, &events));
    let mut last: Option<ListedBulletin> = None;
    while let Some(now) = current {
        month(now.name, months.len());
        let next = coming.next().map(|(name, folders)| read(name, folders, &events));
        let after =
            next.as_ref().and_then(|next| next.documents.first()).map(|(_, record)| ListedBulletin::new(record));
        work.month(&now, last.as_ref(), after.as_ref(), &mut whole)?;
        last = now.documents.last().map(|(_, record)| ListedBulletin::new(record)).or(last);
        whole.problems.extend(now.problems);
        current = next;
    }
    Ok(whole.finish(&work)?)
}

/// Objects' folders by months.
type MonthFolders = Vec<(Month, Vec<PathBuf>)>;

/// The objects by the months of their folders, the oldest first.
fn months(folders: Vec<PathBuf>) -> MonthFolders {
    let mut months: MonthFolders = Vec::new();
    for folder in folders {
        let mut above = folder.ancestors().skip(1).filter_map(|folder| folder.file_name()?.to_str());
        let month = above.next().and_then(|month| month.parse().ok()).unwrap_or_default();
        let year = above.next().and_then(|year| year.parse().ok()).unwrap_or_default();
        match months.last_mut() {
            Some((name, folders)) if *name == (year, month) => folders.push(folder),
            _ => months.push(((year, month), vec![folder])),
        }
    }
    months
}

/// A month as it is read.
struct ReadMonth {
    name: Month,
    documents: Vec<(Object, Record)>,
    problems: Vec<Problem>,
}

fn read(name: Month, folders: &[PathBuf], events: &Events) -> ReadMonth {
    let mut read = ReadMonth { name, documents: Vec::new(), problems: Vec::new() };
    for folder in folders {
        let document = events.read(folder).and_then(|object| {
            let record = object.record(object.head())?;
            // The name becomes part of paths and addresses.
            if !is_id(object.id()) || record.id != object.id() {
                return Err(damaged(object.id(), RECORD, Unlike::Foreign));
            }
            Ok((object, record))
        });
        match document {
            Ok(document) => read.documents.push(document),
            Err(problem) => read.problems.push(problem),
        }
    }
    read
}

/// Facts that are known only when all months are done.
struct Whole {
    months: Months,
    /// The newest bulletins, the oldest of them first.
    newest: Vec<ListedBulletin>,
    index: Index,
    news: News,
    sitemap: Sitemap,
    problems: Vec<Problem>,
    /// The month whose page waits to know which comes after it.
    waiting: Option<(Month, Vec<ListedBulletin>)>,
    /// The month before that one.
    before: Option<Month>,
}

/// The parts that all steps share.
struct Work<'a> {
    look: &'a SiteLook,
    output: &'a Output,
    threads: Threads,
}

impl Work<'_> {
    /// The pages of a month's bulletins, and all that they add to the whole.
    fn month(
        &self,
        now: &ReadMonth,
        before: Option<&ListedBulletin>,
        after: Option<&ListedBulletin>,
        whole: &mut Whole,
    ) -> Result<(), PathError> {
        if now.documents.is_empty() {
            return Ok(());
        }
        let mut entries: Vec<ListedBulletin> =
            now.documents.iter().map(|(_, record)| ListedBulletin::new(record)).collect();
        let media = self.bulletins(now, &entries, before, after, whole)?;
        for ((entry, (object, record)), media) in entries.iter_mut().zip(&now.documents).zip(&media) {
            entry.thumbnail.clone_from(&media.thumbnail);
            whole.index.add(record, &numbers(object, record), self.look, self.output)?;
            whole.news.add(record, media, self.look);
            whole.sitemap.add(record);
        }
        whole.months.insert(now.name, entries.len());
        whole.newest.extend(entries.iter().cloned());
        whole.newest.drain(..whole.newest.len().saturating_sub(NEWEST));
        whole.turn(Some((now.name, entries)), self)
    }

    /// The pages of a month's bulletins, several at once.
    fn bulletins(
        &self,
        now: &ReadMonth,
        entries: &[ListedBulletin],
        before: Option<&ListedBulletin>,
        after: Option<&ListedBulletin>,
        whole: &mut Whole,
    ) -> Result<Vec<Media>, PathError> {
        let done = workers::map(self.threads, now.documents.iter().enumerate(), |(index, (object, record))| {
            let before = index.checked_sub(1).and_then(|index| entries.get(index)).or(before);
            let after = entries.get(index + 1).or(after);
            self.bulletin(object, record, before, after)
        });
        let mut all = Vec::with_capacity(done.len());
        for made in done {
            let (media, problems) = made?;
            whole.problems.extend(problems);
            all.push(media);
        }
        Ok(all)
    }

    fn bulletin(
        &self,
        object: &Object,
        record: &Record,
        before: Option<&ListedBulletin>,
        after: Option<&ListedBulletin>,
    ) -> Result<(Media, Vec<Problem>), PathError> {
        let mut problems = Vec::new();
        let media = Media::copy(object, record, self.output, &mut problems)?;
        let changed = changed_since(object, record, &mut problems)?;
        let html = Bulletin { record, media: &media, changed, before, after }.html(self.look);
        self.output.page(&format!("{}/index.html", folder_of(&record.id)), &html)?;
        verified::write(object, record, self.look, self.output)?;
        Ok((media, problems))
    }
}

/// The parts of a corrected bulletin that are others than at first.
fn changed_since(object: &Object, record: &Record, problems: &mut Vec<Problem>) -> Result<Vec<ChangedPart>, PathError> {
    if record.state != State::Corrected {
        return Ok(Vec::new());
    }
    match object.record(1) {
        Ok(first) => Ok(changed::changed(&first, record)),
        Err(problem) => media::keep(problem, problems).map(|()| Vec::new()),
    }
}

/// Every number that an object ever had, its own last.
fn numbers(object: &Object, record: &Record) -> Vec<String> {
    let before = (1..object.head()).filter_map(|version| object.record(version).ok()?.number);
    let mut numbers: Vec<String> = before.chain(record.number.clone()).collect();
    numbers.dedup();
    numbers
}

impl Whole {
    fn new(look: &SiteLook) -> Self {
        Self {
            months: Months::new(),
            newest: Vec::new(),
            index: Index::default(),
            news: News::default(),
            sitemap: Sitemap::new(look),
            problems: Vec::new(),
            waiting: None,
            before: None,
        }
    }

    /// Writes the page of the month that waited: now it is known which comes after it.
    fn turn(&mut self, next: Option<(Month, Vec<ListedBulletin>)>, work: &Work<'_>) -> Result<(), PathError> {
        let after = next.as_ref().map(|(month, _)| *month);
        if let Some((month, mut entries)) = std::mem::replace(&mut self.waiting, next) {
            entries.reverse();
            let html = lists::month(month, &entries, (self.before, after), work.look);
            work.output.page(&lists::path_of(month), &html)?;
            self.sitemap.add_month(month, &entries);
            self.before = Some(month);
        }
        Ok(())
    }

    /// The pages about all of it.
    fn finish(mut self, work: &Work<'_>) -> Result<Made, PathError> {
        self.turn(None, work)?;
        self.newest.reverse();
        work.output.page("index.html", &lists::front(&self.months, &self.newest, work.look))?;
        work.output.page("search.html", &search::page(&self.months, work.look))?;
        let bulletins = self.index.len();
        self.index.write(work.look, work.output)?;
        if let Some(address) = &work.look.address {
            self.news.write(address, work.look, work.output)?;
            self.sitemap.write(address, work.output)?;
        }
        let mut damaged = Vec::new();
        for problem in self.problems {
            match problem {
                Problem::Said(said) => damaged.push(said),
                Problem::Machine(error) => return Err(error),
            }
        }
        Ok(Made { bulletins, pages: work.output.pages(), files: work.output.files(), damaged })
    }
}
