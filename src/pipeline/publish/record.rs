//! The archive's record of a report or an issue: its words, and the marks in them.

use super::marked::{MarkedBlock, settled};
use crate::arabic::{DateStyle, Language};
use crate::archive::{self, AttachedFile, Event, Kind, Person, Record, RelatedLink, State};
use crate::pipeline::load::{SOURCE, object_id};
use crate::report::{
    ArticlePlace, EventDays, Placed, Report, Signature, Subject, Text, WebLink, WholeIssue, Workspace,
};

/// The record of a subject as it is first published, without its code and history.
pub(super) fn record(subject: Subject, workspace: &Workspace) -> Record {
    let office = workspace.office.as_ref().map(|office| office.name.value.clone());
    let (date, style) = (subject.date(), DateStyle::new(subject.page_language(), workspace.digits));
    let hijri = subject.hijri().map(|written| written.value.clone());
    let hijri = hijri.or_else(|| workspace.hijri_in(style, date));
    let mut tags: Vec<String> = Vec::new();
    for tag in subject.reports().iter().flat_map(|report| &report.tags) {
        if !tags.contains(&tag.value) {
            tags.push(tag.value.clone());
        }
    }
    let own = match subject {
        Subject::Report(report) => of_report(report, workspace),
        Subject::Issue(whole) => of_issue(whole, workspace),
    };
    let (blocks, marks) = settled(own.blocks);
    Record {
        schema: archive::SCHEMA,
        id: object_id(subject),
        kind: own.kind,
        state: State::Published,
        revision: 1,
        number: subject.number().map(|number| number.value.clone()),
        date: date.iso(),
        date_line: style.dual(date, hijri.as_deref()),
        title: own.title,
        slogan: own.slogan,
        event: own.event,
        office,
        signature: own.signature.map(person),
        tags,
        blocks,
        marks,
        language: own.language.map(|language| language.tag().to_owned()),
        links: own.links.iter().map(link).collect(),
        attachments: attachments(subject),
        code: String::new(),
        adopted: None,
        history: Vec::new(),
    }
}

/// The parts of a record that reports and issues have each in their way.
struct Own<'a> {
    kind: Kind,
    title: String,
    slogan: Option<String>,
    event: Option<Event>,
    signature: Option<&'a Signature>,
    blocks: Vec<MarkedBlock>,
    language: Option<Language>,
    links: &'a [WebLink],
}

fn link(link: &WebLink) -> RelatedLink {
    RelatedLink { title: link.title.value.plain(), url: link.url.value.clone() }
}

/// The files inside the subject's PDF, each once.
fn attachments(subject: Subject) -> Vec<AttachedFile> {
    let mut all: Vec<AttachedFile> = Vec::new();
    for attachment in subject.attachments() {
        let file = format!("{SOURCE}/{}", attachment.file.value);
        if !all.iter().any(|known| known.file == file) {
            all.push(AttachedFile { file, description: attachment.description.value.clone() });
        }
    }
    all
}

fn of_report<'a>(report: &'a Report, workspace: &'a Workspace) -> Own<'a> {
    Own {
        kind: Kind::Bulletin,
        title: report.title.value.plain(),
        slogan: plain(&report.slogan),
        event: event(report, workspace),
        signature: report.signature.as_ref().or(workspace.signature.as_ref()),
        blocks: blocks(report),
        language: report.language,
        links: &report.links,
    }
}

fn of_issue<'a>(whole: &'a WholeIssue, workspace: &Workspace) -> Own<'a> {
    let editorial = whole.issue.editorial.as_ref();
    let mut all = Vec::new();
    if let Some(editorial) = editorial {
        all.push(MarkedBlock::heading(1, &editorial.title));
        all.extend(editorial.text.iter().map(MarkedBlock::paragraph));
    }
    for (article, report) in whole.issue.articles.iter().zip(&whole.reports) {
        all.push(MarkedBlock::heading(1, article.headline.as_ref().unwrap_or(&report.title)));
        match article.place {
            ArticlePlace::Brief => all.extend(report.brief().as_ref().map(MarkedBlock::paragraph)),
            ArticlePlace::Cover | ArticlePlace::Article => all.extend(blocks(report)),
        }
    }
    Own {
        kind: Kind::Newsletter,
        title: whole.title(workspace),
        slogan: plain(&whole.issue.title),
        event: None,
        signature: editorial.and_then(|editorial| editorial.signature.as_ref()),
        blocks: all,
        language: None,
        links: &[],
    }
}

fn event(report: &Report, workspace: &Workspace) -> Option<Event> {
    let event = report.event.as_ref()?;
    let days = event.days.map(|days| match days {
        EventDays::Day(day) => (day.iso(), day.iso()),
        EventDays::Range { start, end } => (start.iso(), end.iso()),
    });
    Some(Event {
        days,
        when: report.when(workspace.digits),
        place: plain(&event.place),
        organisers: event.organisers.iter().map(|name| name.value.plain()).collect(),
    })
}

/// The text of a report from its preamble to its own pictures.
fn blocks(report: &Report) -> Vec<MarkedBlock> {
    let preamble = report.preamble.iter().map(MarkedBlock::paragraph);
    let photos = (!report.photos.is_empty()).then(|| MarkedBlock::pictures(&report.photos, None));
    preamble.chain(report.body.iter().map(MarkedBlock::of)).chain(photos).collect()
}

fn person(signature: &Signature) -> Person {
    Person { name: signature.name.value.plain(), role: plain(&signature.title) }
}

fn plain(text: &Option<Placed<Text>>) -> Option<String> {
    text.as_ref().map(|text| text.value.plain())
}
