//! The archive's record of a report or an issue: its words without its looks.

use crate::arabic::dates;
use crate::archive::{self, Block, Event, Item, Kind, Person, Record, State};
use crate::pipeline::load::{SOURCE, object_id};
use crate::report::{
    self, ArticlePlace, EventDays, ListItem, Placed, Quote, Report, Signature, Subject, Text, WholeIssue, Workspace,
};

/// The record of a subject as it is first published, without its code and history.
pub(super) fn record(subject: Subject, workspace: &Workspace) -> Record {
    let office = workspace.office.as_ref().map(|office| office.name.value.clone());
    let (date, hijri) = (subject.date(), subject.hijri().map(|written| written.value.clone()));
    let hijri = hijri.or_else(|| workspace.hijri_of(date));
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
    Record {
        schema: archive::SCHEMA,
        id: object_id(subject),
        kind: own.kind,
        state: State::Published,
        revision: 1,
        number: subject.number().map(|number| number.value.clone()),
        date: date.iso(),
        date_line: dates::dual(date, hijri.as_deref(), workspace.digits),
        title: own.title,
        slogan: own.slogan,
        event: own.event,
        office,
        signature: own.signature.map(person),
        tags,
        blocks: own.blocks,
        code: String::new(),
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
    blocks: Vec<Block>,
}

fn of_report<'a>(report: &'a Report, workspace: &'a Workspace) -> Own<'a> {
    Own {
        kind: Kind::Bulletin,
        title: report.title.value.plain(),
        slogan: plain(&report.slogan),
        event: event(report, workspace),
        signature: report.signature.as_ref().or(workspace.signature.as_ref()),
        blocks: blocks(report),
    }
}

fn of_issue<'a>(whole: &'a WholeIssue, workspace: &Workspace) -> Own<'a> {
    let editorial = whole.issue.editorial.as_ref();
    let mut all = Vec::new();
    if let Some(editorial) = editorial {
        all.push(heading(1, &editorial.title));
        all.extend(editorial.text.iter().map(paragraph));
    }
    for (article, report) in whole.issue.articles.iter().zip(&whole.reports) {
        all.push(heading(1, article.headline.as_ref().unwrap_or(&report.title)));
        match article.place {
            ArticlePlace::Brief => all.extend(report.brief().as_ref().map(paragraph)),
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
fn blocks(report: &Report) -> Vec<Block> {
    let preamble = report.preamble.iter().map(paragraph);
    let photos = (!report.photos.is_empty()).then(|| pictures(&report.photos, None));
    preamble.chain(report.body.iter().map(block)).chain(photos).collect()
}

fn block(block: &report::Block) -> Block {
    match block {
        report::Block::Paragraph(text) => paragraph(text),
        // Level 1 is the title's.
        report::Block::Heading { level, content } => heading(level + 1, content),
        report::Block::Quote(Quote { content, speaker, role }) => Block::Quote {
            text: content.value.plain(),
            speaker: Person { name: speaker.value.plain(), role: plain(role) },
        },
        report::Block::List(list) => {
            Block::List { ordered: list.ordered, items: list.items.iter().map(item).collect() }
        }
        report::Block::Table(table) => Block::Table {
            caption: plain(&table.caption),
            columns: plains(&table.columns),
            rows: table.rows.iter().map(|row| plains(row)).collect(),
        },
        report::Block::Photo { picture, .. } => pictures(std::slice::from_ref(picture), None),
        report::Block::Gallery { pictures: all, caption } => pictures(all, caption.as_ref()),
    }
}

fn paragraph(text: &Placed<Text>) -> Block {
    Block::Paragraph { text: text.value.plain() }
}

fn heading(level: u8, text: &Placed<Text>) -> Block {
    Block::Heading { level, text: text.value.plain() }
}

fn item(item: &ListItem) -> Item {
    Item { text: item.content.value.plain(), ordered: item.ordered, items: plains(&item.items) }
}

fn pictures(all: &[report::Picture], caption: Option<&Placed<Text>>) -> Block {
    let picture = |picture: &report::Picture| archive::Picture {
        file: format!("{SOURCE}/{}", picture.file.value),
        alt: picture.alt.value.clone(),
        caption: plain(&picture.caption),
        credit: picture.credit.as_ref().map(|credit| credit.value.clone()),
    };
    Block::Pictures { pictures: all.iter().map(picture).collect(), caption: caption.map(|text| text.value.plain()) }
}

fn person(signature: &Signature) -> Person {
    Person { name: signature.name.value.plain(), role: plain(&signature.title) }
}

fn plain(text: &Option<Placed<Text>>) -> Option<String> {
    text.as_ref().map(|text| text.value.plain())
}

fn plains(texts: &[Placed<Text>]) -> Vec<String> {
    texts.iter().map(|text| text.value.plain()).collect()
}
