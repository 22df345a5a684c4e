//! The numbers of a year: which are given and to whom, which is next, which are missing, which are
//! there twice.

use std::collections::{BTreeMap, HashMap};

use super::document::DeskDocument;
use crate::arabic::tokens::digit_value;
use crate::arabic::{Digits, SerialForm, SerialNumber, fold};
use crate::archive::Kind;
use crate::archive::index::RollEntry;
use crate::pipeline::{OpenWorkspace, SourceKind};
use crate::report::{NumberSettings, Numbering};

/// A number that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GivenNumber {
    /// The number, as written.
    pub(crate) number: String,
    /// The year of its document.
    pub(crate) issued: i32,
    /// The document's name in the archive, or its file where it has none.
    pub(crate) object: String,
    /// The report's or issue's file, or the archive's name of it.
    pub(crate) holder: String,
}

/// The settings for the numbers of reports, or for those of issues.
pub(super) fn numbering(site: &OpenWorkspace, kind: SourceKind) -> &Numbering {
    let NumberSettings { reports, issues } = &site.workspace.numbers;
    if kind == SourceKind::Issue { issues } else { reports }
}

/// All numbers that reports have, or all that issues have, in the workspace and in the archive; a
/// document that is in both, with the same number, is there once.
pub(crate) fn given(kind: SourceKind, documents: &[DeskDocument], archived: &[RollEntry]) -> Vec<GivenNumber> {
    let mut all: Vec<GivenNumber> = documents
        .iter()
        .filter(|document| document.kind == kind)
        .filter_map(|document| {
            let (number, issued) = (document.number()?.to_owned(), document.year()?);
            let object = document.object().unwrap_or_else(|| document.file.clone());
            Some(GivenNumber { number, issued, object, holder: document.file.clone() })
        })
        .collect();
    let known: HashMap<&str, usize> = if archived.is_empty() {
        HashMap::new()
    } else {
        all.iter().enumerate().map(|(at, it)| (&*it.object, at)).collect()
    };
    let is_new = |entry: &RollEntry, number: &str| {
        known.get(&*entry.id).and_then(|&at| all.get(at)).is_none_or(|own| !is_same(&own.number, number))
    };
    let more: Vec<GivenNumber> = archived
        .iter()
        .filter(|entry| kind_of(entry.kind) == kind)
        .filter_map(|entry| {
            let number = entry.number.clone().filter(|number| is_new(entry, number))?;
            let issued = entry.date.get(..4)?.parse().ok()?;
            Some(GivenNumber { number, issued, object: entry.id.clone(), holder: entry.id.clone() })
        })
        .collect();
    all.extend(more);
    all
}

/// The kind of file that an archived thing was made of.
pub(crate) fn kind_of(kind: Kind) -> SourceKind {
    match kind {
        // What was published before nashra has its number of the same register.
        Kind::Bulletin | Kind::Adopted => SourceKind::Report,
        Kind::Newsletter => SourceKind::Issue,
    }
}

/// The numbers of one year that count on from one another.
#[derive(Debug)]
pub(crate) struct Sequence {
    form: SerialForm,
    year: i32,
    first: u64,
    /// True if the settings say which number is the first of the year.
    is_first_set: bool,
    taken: BTreeMap<u64, Vec<GivenNumber>>,
}

impl Sequence {
    /// The sequence of a year. Numbers with other letters than its form's count on from others.
    pub(crate) fn new(numbering: &Numbering, year: i32, given: &[GivenNumber]) -> Self {
        let form = form(numbering, year, given);
        let letters = form.letters();
        let mut taken: BTreeMap<u64, Vec<GivenNumber>> = BTreeMap::new();
        let names = YearNames::new(year);
        for given in given.iter().filter(|given| given.issued == year || names.stand_in(&given.number)) {
            let Some(read) = form.read(&given.number, given.issued) else { continue };
            let is_own = read.letters == letters || read.letters.is_empty();
            if is_own && read.year.unwrap_or(given.issued) == year {
                taken.entry(read.serial).or_default().push(given.clone());
            }
        }
        let is_first_set = numbering.start_year.map_or(numbering.start > 1, |only| only == year);
        Self { form, year, first: numbering.first(year), is_first_set, taken }
    }

    /// The next number.
    pub(crate) fn next(&self) -> String {
        let last = self.taken.keys().next_back().map_or(0, |last| last + 1);
        self.form.write(last.max(self.first), self.year)
    }

    /// A number as it was asked for: bare digits are put into the form.
    pub(crate) fn asked(&self, number: &str) -> String {
        let plain = fold(number);
        let serial = plain.parse().ok().filter(|_| plain.len() <= 9 && plain.bytes().all(|b| b.is_ascii_digit()));
        serial.map_or_else(|| number.to_owned(), |serial| self.form.write(serial, self.year))
    }

    /// The serial numbers that nobody has, from the first to the last that is given, as spans.
    pub(crate) fn gaps(&self) -> Vec<(u64, u64)> {
        let mut gaps = Vec::new();
        let Some(least) = self.taken.keys().next().copied() else { return gaps };
        // Where nobody said which number is the first, the office may have begun in the middle of the year.
        let mut expected = if self.is_first_set { self.first.min(least) } else { least };
        for &serial in self.taken.keys() {
            if serial > expected {
                gaps.push((expected, serial - 1));
            }
            expected = serial + 1;
        }
        gaps
    }

    /// Reads a number as this sequence does.
    pub(super) fn read(&self, given: &GivenNumber) -> Option<SerialNumber> {
        self.form.read(&given.number, given.issued)
    }

    /// True if numbers with these letters are of this sequence.
    pub(super) fn counts(&self, letters: &str) -> bool {
        letters.is_empty() || letters == self.form.letters()
    }

    /// A serial number as the form writes it.
    pub(crate) fn write(&self, serial: u64) -> String {
        self.form.write(serial, self.year)
    }

    /// The numbers that several documents have.
    pub(crate) fn doubles(&self) -> Vec<&[GivenNumber]> {
        self.taken.values().filter(|holders| holders.len() > 1).map(Vec::as_slice).collect()
    }
}

/// The form of a year's numbers: the settings', else that of the last number of that year or of one
/// before, else a number and its year.
fn form(numbering: &Numbering, year: i32, given: &[GivenNumber]) -> SerialForm {
    if let Some(form) = &numbering.form {
        return form.clone();
    }
    let newest = given.iter().map(|given| given.issued).filter(|&issued| issued <= year).max();
    let of_it = given.iter().filter(|given| Some(given.issued) == newest).filter_map(|given| {
        let read = SerialNumber::read(&given.number, given.issued)?;
        Some((read.year.unwrap_or(given.issued), read.serial, given))
    });
    let last = of_it.max_by_key(|(year, serial, _)| (*year, *serial));
    last.and_then(|(_, _, given)| SerialForm::of(&given.number, given.issued))
        .unwrap_or_else(|| SerialForm::usual(numbering.digits))
}

/// The document that has a number already, in any form of writing it; `object` itself doesn't count.
pub(crate) fn holder<'g>(given: &'g [GivenNumber], number: &str, issued: i32, object: &str) -> Option<&'g GivenNumber> {
    let within = SerialNumber::unique_in(number, issued);
    given.iter().find(|given| {
        given.object != object && within.is_none_or(|year| year == given.issued) && is_same(&given.number, number)
    })
}

/// True if two numbers are one, however they are written.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    fn digits(text: &str) -> impl Iterator<Item = u32> {
        text.chars().filter_map(digit_value)
    }
    // Most numbers differ in their digits, which costs less to see.
    digits(one).eq(digits(other)) && fold(one) == fold(other)
}

/// A year in the digits that numbers have.
struct YearNames([String; 3]);

impl YearNames {
    fn new(year: i32) -> Self {
        let year = u64::try_from(year).unwrap_or_default();
        Self([Digits::Latn, Digits::Arab, Digits::Arabext].map(|digits| digits.number(year)))
    }

    fn stand_in(&self, number: &str) -> bool {
        self.0.iter().any(|name| number.contains(name))
    }
}
