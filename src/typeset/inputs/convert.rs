//! The model's words become words ready to print: digits in the office's system, isolates where UAX
//! 9 needs them.

use super::contract::{self, Data, Inline, Node};
use super::house::{self, left_to_right, short_url};
use super::pictures::DocumentPictures;
use super::qr;
use super::spec::{DocumentSpec, code, file_name};
use super::spread::{PageLanguage, spread, spread_cell, spread_headline};
use crate::arabic::{CivilDate, DateStyle, Language, bidi, bind_units};
use crate::edition::EditionKind;
use crate::report::{self, Block, Passage, Picture, Placed, Report, Revision, Signature, Subject, Text, Workspace};
use crate::words::page;

/// Turns a document's subject into the contract.
pub(super) struct Converter<'a> {
    spec: &'a DocumentSpec<'a>,
    pub(super) workspace: &'a Workspace,
    pictures: &'a DocumentPictures,
    page: PageLanguage,
}

impl<'a> Converter<'a> {
    pub(super) fn new(spec: &'a DocumentSpec<'a>, pictures: &'a DocumentPictures) -> Self {
        Self { spec, workspace: spec.workspace, pictures, page: page_language(spec) }
    }

    pub(super) fn data(&self) -> Data {
        let spec = self.spec;
        let (report, issue) = match spec.subject {
            Subject::Report(report) => (Some(report), None),
            Subject::Issue(issue) => (None, Some(issue)),
        };
        Data {
            contract: contract::VERSION,
            document: contract::Document {
                edition: spec.edition.name(),
                profile: spec.profile.name(),
                bleed: if spec.size.is_some() { 0 } else { spec.profile.bleed() },
                paper: self.workspace.edition(spec.edition).paper.name(),
                size: spec.size.map(|size| {
                    let (width, height) = size.pixels();
                    contract::Size { name: size.name(), width, height }
                }),
                status: spec.subject.status().name(),
            },
            locale: house::locale(self.page),
            labels: page::labels(self.page.language),
            theme: house::theme(self.workspace),
            office: self.office(),
            report: report.map(|report| self.report(report)),
            flyer: report.filter(|_| spec.edition == EditionKind::Flyer).map(|report| self.flyer(report)),
            issue: issue.map(|issue| self.issue(issue)),
            social: report.filter(|_| spec.edition == EditionKind::Social).map(|report| contract::Social {
                headline: self.headline(&report.social_headline().value),
                photo: report.social_picture().map(|picture| self.picture(picture)),
            }),
            revision: spec.revision.map(|revision| self.revision(revision)),
            verification: self.verification(),
            plan: None,
        }
    }

    fn office(&self) -> contract::Office {
        let logo = self.workspace.office.as_ref().and_then(|office| office.logo.as_ref());
        let mark = logo.and_then(|logo| Some(self.pictures.0.get(&logo.file.value)?.path.clone()));
        house::office(self.workspace, mark)
    }

    pub(super) fn report(&self, report: &Report) -> contract::Report {
        contract::Report {
            slug: report.head.slug.value.clone(),
            number: report.head.number.as_ref().map(|number| self.shown(&number.value)),
            date: self.date_in(
                report.date_style(self.workspace.digits),
                report.head.date.value,
                report.head.hijri.as_ref(),
            ),
            title: self.headline(&report.title.value),
            slogan: report.slogan.as_ref().map(|slogan| self.headline(&slogan.value)),
            preamble: report.preamble.iter().map(|text| self.prose(&text.value)).collect(),
            event: self.event(report),
            body: report.body.iter().map(|block| self.block(block)).collect(),
            photos: self.all_pictures(&report.photos),
            links: report.links.iter().map(|link| self.link(link)).collect(),
            copies: self.inlines(&report.copies),
            attachments: report.attachments.iter().map(|file| self.attachment(file)).collect(),
            tags: report.tags.iter().map(|tag| self.shown(&tag.value)).collect(),
            signature: report
                .signature
                .as_ref()
                .or(self.workspace.signature.as_ref())
                .map(|found| self.signature(found)),
        }
    }

    pub(super) fn signature(&self, signature: &Signature) -> contract::Signature {
        contract::Signature {
            name: self.inline(&signature.name.value),
            title: signature.title.as_ref().map(|title| self.inline(&title.value)),
            seal: self.workspace.signature.as_ref().map_or(0, |office| office.seal),
        }
    }

    pub(super) fn date(&self, date: CivilDate, hijri: Option<&Placed<String>>) -> contract::Date {
        self.date_in(DateStyle::new(self.page.language, self.page.digits), date, hijri)
    }

    fn date_in(&self, style: DateStyle, date: CivilDate, hijri: Option<&Placed<String>>) -> contract::Date {
        let hijri = match hijri {
            Some(written) => Some(self.shown(&written.value)),
            None => self.workspace.hijri_in(style, date),
        };
        contract::Date {
            iso: date.iso(),
            year: date.year,
            month: date.month,
            day: date.day,
            weekday: style.weekday(date.weekday()),
            gregorian: bidi::isolate(&style.gregorian(date)).into_owned(),
            dual: bidi::isolate(&style.dual(date, hijri.as_deref())).into_owned(),
            hijri,
        }
    }

    fn event(&self, report: &Report) -> Option<contract::Event> {
        let event = report.event.as_ref()?;
        let when = self.event_when(report);
        let place = event.place.as_ref().map(|place| self.inline(&place.value));
        let organisers: Vec<Inline> = event.organisers.iter().map(|name| self.inline(&name.value)).collect();
        let any = when.is_some() || place.is_some() || !organisers.is_empty();
        any.then_some(contract::Event { when, place, organisers })
    }

    fn event_when(&self, report: &Report) -> Option<String> {
        report.when(self.workspace.digits).map(|when| bind_units(&bidi::isolate(&when)))
    }

    fn block(&self, block: &Block) -> contract::Block {
        match block {
            Block::Paragraph(text) => contract::Block::Paragraph { content: self.prose(&text.value) },
            Block::Heading { level, content } => {
                contract::Block::Heading { level: *level, content: self.headline(&content.value) }
            }
            Block::Quote(quote) => contract::Block::Quote {
                content: self.prose(&quote.content.value),
                speaker: self.inline(&quote.speaker.value),
                role: quote.role.as_ref().map(|role| self.inline(&role.value)),
            },
            Block::List(list) => contract::Block::List {
                ordered: list.ordered,
                items: list.items.iter().map(|item| self.list_item(item)).collect(),
            },
            Block::Table(table) => contract::Block::Table {
                caption: table.caption.as_ref().map(|caption| self.inline(&caption.value)),
                columns: self.cells(&table.columns),
                rows: table.rows.iter().map(|row| self.cells(row)).collect(),
                numeric: table.numeric.clone(),
            },
            Block::Photo { picture, size } => contract::Block::Photo { picture: self.picture(picture), size: *size },
            Block::Gallery { pictures, caption } => contract::Block::Gallery {
                pictures: self.all_pictures(pictures),
                caption: caption.as_ref().map(|caption| self.inline(&caption.value)),
            },
        }
    }

    fn list_item(&self, item: &report::ListItem) -> contract::ListItem {
        contract::ListItem {
            content: self.prose(&item.content.value),
            ordered: item.ordered,
            items: self.proses(&item.items),
        }
    }

    fn all_pictures(&self, pictures: &[Picture]) -> Vec<contract::Picture> {
        pictures.iter().map(|picture| self.picture(picture)).collect()
    }

    fn picture(&self, picture: &Picture) -> contract::Picture {
        let placed = self.pictures.0.get(&picture.file.value);
        contract::Picture {
            path: placed.map(|placed| placed.path.clone()).unwrap_or_default(),
            alt: picture.alt.value.clone(),
            caption: picture.caption.as_ref().map(|caption| self.inline(&caption.value)),
            credit: picture.credit.as_ref().map(|credit| self.shown(&credit.value)),
            width: placed.map_or(0, |placed| placed.width),
            height: placed.map_or(0, |placed| placed.height),
            focus: picture.focus.map(|focus| {
                let part = |percent: u8| f64::from(percent) / 100.0;
                contract::Focus { x: part(focus.x), y: part(focus.y) }
            }),
        }
    }

    fn link(&self, link: &report::WebLink) -> contract::Link {
        contract::Link {
            title: self.inline(&link.title.value),
            url: link.url.value.clone(),
            shown: left_to_right(short_url(&link.url.value)),
        }
    }

    fn attachment(&self, attachment: &report::Attachment) -> contract::Attachment {
        contract::Attachment {
            name: left_to_right(file_name(&attachment.file.value)),
            description: self.shown(&attachment.description.value),
        }
    }

    fn flyer(&self, report: &Report) -> contract::Flyer {
        let own = &report.flyer;
        let (headline, is_other) = report.flyer_headline();
        let event = report.event.as_ref();
        let place = own.r#where.as_ref().or_else(|| event?.place.as_ref());
        contract::Flyer {
            headline: self.headline(&headline.value),
            headline_is_slogan: own.headline.is_none() && is_other,
            title: is_other.then(|| self.headline(&report.title.value)),
            summary: report.flyer_summary().map(|summary| self.prose(&summary.value)),
            when: own.when.as_ref().map(|when| self.shown(&when.value)).or_else(|| self.event_when(report)),
            place: place.map(|place| self.inline(&place.value)),
            who: self.flyer_who(report),
            photos: report.flyer_pictures().into_iter().map(|picture| self.picture(picture)).collect(),
            qr: self.flyer_qr(report),
        }
    }

    fn flyer_who(&self, report: &Report) -> Option<Inline> {
        if let Some(who) = &report.flyer.who {
            return Some(self.inline(&who.value));
        }
        let organisers = &report.event.as_ref()?.organisers;
        let mut joined = Vec::new();
        let latin = organisers.iter().all(|name| is_latin(&name.value));
        let comma = if latin { ", " } else { "، " };
        for name in organisers {
            if !joined.is_empty() {
                joined.push(report::Inline::Text { text: comma.to_owned() });
            }
            joined.extend(name.value.content.iter().cloned());
        }
        (!joined.is_empty()).then(|| spread(&joined, report.language, self.page))
    }

    fn flyer_qr(&self, report: &Report) -> Option<contract::LinkQr> {
        let chosen = report.flyer.link.as_ref().or_else(|| report.links.first().map(|link| &link.url));
        let url = chosen.map(|url| url.value.clone()).or_else(|| self.verification_url())?;
        let short = short_url(&url);
        let alt = format!("{} {short}", page::labels(self.page.language).contacts.website);
        Some(contract::LinkQr { svg: qr::svg(&url)?, alt, text: left_to_right(short) })
    }

    fn verification_url(&self) -> Option<String> {
        let pattern = self.workspace.verification.as_ref()?;
        Some(pattern.value.replace("{code}", &self.code()))
    }

    fn verification(&self) -> contract::Verification {
        // Capitals, digits and hyphens make a smaller QR code; the code is the same in capitals.
        let text = self.verification_url().unwrap_or_else(|| self.code().to_uppercase());
        contract::Verification {
            code: left_to_right(&self.code()),
            qr: contract::Qr { svg: qr::svg(&text).unwrap_or_default(), alt: text },
        }
    }

    fn code(&self) -> String {
        code(self.spec.subject, self.spec.provenance, self.spec.revision)
    }

    fn revision(&self, revision: &Revision) -> contract::Revision {
        contract::Revision {
            number: self.page.digits.number(u64::from(revision.number)),
            date: self.date(revision.date, None),
            reason: self.shown(&revision.reason),
            authority: revision.authority.as_ref().map(|authority| self.shown(authority)),
            passages: revision.passages.iter().map(|passage| self.passage(passage)).collect(),
        }
    }

    fn passage(&self, passage: &Passage) -> contract::Passage {
        let shown = |text: &str| (!text.is_empty()).then(|| self.shown(text));
        contract::Passage { stood: shown(&passage.stood), stands: shown(&passage.stands) }
    }

    pub(super) fn proses(&self, texts: &[report::Placed<Text>]) -> Vec<Inline> {
        texts.iter().map(|text| self.prose(&text.value)).collect()
    }

    pub(super) fn inlines(&self, texts: &[report::Placed<Text>]) -> Vec<Inline> {
        texts.iter().map(|text| self.inline(&text.value)).collect()
    }

    fn cells(&self, texts: &[report::Placed<Text>]) -> Vec<Inline> {
        let cell = |text: &Text| spread_cell(&text.content, text.language, self.page);
        texts.iter().map(|text| cell(&text.value)).collect()
    }

    pub(super) fn inline(&self, text: &Text) -> Inline {
        spread(&text.content, text.language, self.page)
    }

    /// A headline: its lines end only between phrases.
    pub(super) fn headline(&self, text: &Text) -> Inline {
        spread_headline(&text.content, text.language, self.page)
    }

    /// Running text: its numbers in groups stay in one line. Not so headings, which templates
    /// divide and PDFs list, nor cells of tables, which may be narrower than a number.
    pub(super) fn prose(&self, text: &Text) -> Inline {
        held(self.inline(text))
    }

    /// A string ready to print. Digits first: what needs an isolate depends on the digits' kind.
    pub(super) fn shown(&self, text: &str) -> String {
        house::shown(self.page.digits, text)
    }
}

/// The language and the digits of a document's pages.
fn page_language(spec: &DocumentSpec) -> PageLanguage {
    let language = spec.subject.page_language();
    PageLanguage { language, digits: DateStyle::new(language, spec.workspace.digits).digits() }
}

/// True if a text runs from the left.
fn is_latin(text: &Text) -> bool {
    Language::named(text.language, &text.plain()) == Language::Latin
}

fn held(inline: Inline) -> Inline {
    inline.into_iter().map(held_node).collect()
}

fn held_node(node: Node) -> Node {
    match node {
        Node::Text { text } => Node::Text { text: bind_units(&bidi::hold(&text)) },
        Node::Strong { content } => Node::Strong { content: held(content) },
        Node::Emph { content } => Node::Emph { content: held(content) },
        Node::Link { url, content } => Node::Link { url, content: held(content) },
        Node::Lang { lang, dir, content } => Node::Lang { lang, dir, content: held(content) },
        Node::Break => Node::Break,
    }
}
