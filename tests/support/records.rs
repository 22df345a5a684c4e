//! Records of bulletins as an archive would have them after many years: real words whose
//! frequencies fall as in real texts (Zipf), and names, places and tags that come back.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write as _};

use nashra::archive::index::{Code, Entry, StoredFile};
use nashra::archive::{
    Archive, Block, Event, FileContent, Happening, Inventory, Kind, LedgerLine, NewFile, Person, Record, SCHEMA, State,
    User, Version,
};
use nashra::hash::sha512;

use crate::generator::{Numbers, vocabulary};

/// What stands before and after a word to make the rare ones.
const ENDINGS: [&str; 12] = ["", "ها", "هم", "ات", "ين", "ون", "ية", "ي", "نا", "تين", "ان", "ته"];
/// First names.
const NAMES: [&str; 24] = [
    "أحمد",
    "محمد",
    "علي",
    "حسين",
    "زيد",
    "كريم",
    "وليد",
    "أسعد",
    "ماهر",
    "سندس",
    "هدى",
    "زينب",
    "فاطمة",
    "مريم",
    "جعفر",
    "باقر",
    "مصطفى",
    "عباس",
    "ناصر",
    "رعد",
    "سلام",
    "نور",
    "ليلى",
    "عمار",
];
/// Names of families.
const FAMILIES: [&str; 16] = [
    "العيداني",
    "التميمي",
    "العامري",
    "الإمارة",
    "الساعدي",
    "السعد",
    "الحجاج",
    "المالكي",
    "الكعبي",
    "الأسدي",
    "البدران",
    "العبادي",
    "الموسوي",
    "الشمري",
    "الجبوري",
    "الزبيدي",
];
/// Posts.
const ROLES: [&str; 8] = [
    "محافظ البصرة",
    "النائب الأول لمحافظ البصرة",
    "مدير التربية",
    "مديرة قسم شؤون المرأة",
    "مدير البلديات",
    "رئيس المهندسين",
    "مدير ماء البصرة",
    "المتحدث الرسمي",
];
/// Places.
const PLACES: [&str; 16] = [
    "البصرة",
    "ديوان محافظة البصرة",
    "قضاء الزبير",
    "أبو الخصيب",
    "القرنة",
    "شط العرب",
    "الفاو",
    "المدينة",
    "التنومة",
    "العشار",
    "الهارثة",
    "سفوان",
    "أم قصر",
    "الدير",
    "جامعة البصرة",
    "مستشفى الفيحاء",
];
/// Tags.
const TAGS: [&str; 14] = [
    "البصرة",
    "الخدمات",
    "التربية",
    "الصحة",
    "الماء",
    "الكهرباء",
    "الطفل",
    "المرأة",
    "البلدية",
    "الطرق",
    "الثقافة",
    "الرياضة",
    "اليونيسيف",
    "البيئة",
];

/// Makes records, one after another.
pub struct Records {
    /// Words of the sample reports as they follow each other there, so that frequent ones are
    /// frequent.
    common: Vec<String>,
    /// The different ones.
    distinct: Vec<String>,
    numbers: Numbers,
}

impl Records {
    /// Begins the series of a seed.
    pub fn new(seed: u64) -> Self {
        let common = vocabulary();
        let mut distinct = common.clone();
        distinct.sort();
        distinct.dedup();
        Self { common, distinct, numbers: Numbers(seed) }
    }

    /// A number below a bound, small ones much more often.
    fn skewed(&mut self, bound: usize) -> usize {
        let part = (self.numbers.next() >> 11) as f64 / (1_u64 << 53) as f64;
        // The inverse of the sum of 1/n.
        (((bound + 1) as f64).powf(part) as usize - 1).min(bound - 1)
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.skewed(of.len())]
    }

    /// A word: three of four from the reports, the others rare.
    fn word(&mut self, sentence: &mut String) {
        if self.numbers.below(4) > 0 {
            let word = self.numbers.below(self.common.len());
            sentence.push_str(&self.common[word]);
        } else {
            let rare = self.skewed(self.distinct.len() * ENDINGS.len());
            sentence.push_str(&self.distinct[rare % self.distinct.len()]);
            sentence.push_str(ENDINGS[rare / self.distinct.len()]);
        }
    }

    /// A sentence of so many words.
    pub fn sentence(&mut self, words: usize) -> String {
        let mut sentence = String::new();
        for index in 0..words {
            if index > 0 {
                sentence.push(' ');
            }
            self.word(&mut sentence);
        }
        sentence
    }

    fn person(&mut self) -> Person {
        let (name, family, role) = (self.one(&NAMES), self.one(&FAMILIES), self.one(&ROLES));
        Person { name: format!("{name} {family}"), role: Some(role.to_owned()) }
    }

    /// The record of one bulletin of about 520 words; twelve a day.
    pub fn record(&mut self, index: usize) -> Record {
        let (year, month, day) = (2000 + index / 4032, 1 + index / 336 % 12, 1 + index / 12 % 28);
        let mut blocks = Vec::new();
        for block in 0..6 {
            let long = 55 + self.numbers.below(20);
            blocks.push(Block::Paragraph { text: self.sentence(long) + "." });
            if block % 2 == 1 {
                let (text, speaker) = (self.sentence(25), self.person());
                blocks.push(Block::Quote { text, speaker });
            }
        }
        let state = match self.numbers.below(200) {
            0 => State::Withdrawn,
            1..=5 => State::Corrected,
            _ => State::Published,
        };
        let kind = if index % 50 == 49 { Kind::Newsletter } else { Kind::Bulletin };
        let place = self.one(&PLACES).to_owned();
        Record {
            schema: SCHEMA,
            id: format!("{year:04}-{month:02}-{day:02}-report-{index}"),
            kind,
            state,
            revision: 1,
            number: Some(format!("{index}/{year}")),
            date: format!("{year:04}-{month:02}-{day:02}"),
            date_line: format!("{day} {month} {year}"),
            title: self.sentence(9),
            slogan: Some(self.sentence(4)),
            event: Some(Event { place: Some(place), ..Event::default() }),
            office: Some("ديوان محافظة البصرة".to_owned()),
            signature: None,
            tags: (0..3).map(|_| self.one(&TAGS).to_owned()).collect(),
            blocks,
            marks: Vec::new(),
            language: None,
            links: Vec::new(),
            attachments: Vec::new(),
            code: format!("{index}-{year}-r1-{}", &sha512(&index.to_le_bytes())[..16]),
            adopted: None,
            history: Vec::new(),
        }
    }

    /// What the index is told of such a bulletin, with eight files.
    pub fn entry(&mut self, index: usize) -> Entry {
        let record = self.record(index);
        let file = |number: usize| {
            let digest = sha512(format!("{index} {number}").as_bytes());
            StoredFile { digest, version: 1, name: format!("source/content/{number}.jpg") }
        };
        let codes = vec![Code { code: record.code.clone(), revision: 1, version: 1 }];
        let numbers = record.number.iter().cloned().collect();
        Entry { record, version: 1, files: (0..8).map(file).collect(), codes, numbers }
    }

    /// The files of a bulletin besides its record: pages of the usual sizes, their bytes unlike any
    /// other's.
    pub fn files(&mut self, index: usize, pages: &[(&str, usize)]) -> Vec<NewFile> {
        let mut seed = index as u64 + 1;
        let mut bytes = |size: usize| -> Vec<u8> {
            let mut next = || {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                seed.to_be_bytes()
            };
            (0..size.div_ceil(8)).flat_map(|_| next()).take(size).collect()
        };
        let file = |(name, size): &(&str, usize)| NewFile {
            name: (*name).to_owned(),
            content: FileContent::Bytes(bytes(*size)),
        };
        pages.iter().map(file).collect()
    }

    /// Writes so many objects into an empty archive, whole and with their lines in the ledger, but
    /// without waiting for the disk: what `archive add` would have made of bulletins with small
    /// pages.
    pub fn fill(&mut self, archive: &Archive, count: usize) {
        drop(archive.write(&mut |_, _| {}).unwrap());
        let mut ledger = BufWriter::new(File::create(archive.root().join("ledger.jsonl")).unwrap());
        let mut previous = "0".repeat(128);
        for index in 0..count {
            let mut record = self.record(index);
            let time = format!("{}T12:00:00+03:00", record.date);
            record.history = vec![Happening {
                state: record.state,
                time: time.clone(),
                reason: None,
                authority: None,
                revision: 1,
                changes: Vec::new(),
            }];
            let inventory = self.object(archive, index, &record, &time);
            let line = LedgerLine {
                sequence: index as u64 + 1,
                time,
                state: record.state,
                id: record.id,
                version: 1,
                revision: 1,
                number: record.number,
                inventory,
                previous,
            };
            let text = line.text().unwrap();
            previous = sha512(text.trim_end().as_bytes());
            ledger.write_all(text.as_bytes()).unwrap();
        }
        ledger.flush().unwrap();
    }

    /// Writes a record's object with its pages and text; gives the SHA-512 of its inventory.
    fn object(&mut self, archive: &Archive, index: usize, record: &Record, time: &str) -> String {
        let mut contents: Vec<(String, Vec<u8>)> = self
            .files(index, &[("bulletin.pdf", 24_000)])
            .into_iter()
            .filter_map(|file| match file.content {
                FileContent::Bytes(bytes) => Some((file.name, bytes)),
                _ => None,
            })
            .collect();
        contents.push(("text.txt".to_owned(), record.text().into_bytes()));
        contents.push(("record.json".to_owned(), serde_json::to_vec_pretty(record).unwrap()));
        let folder = archive.folder_of(&record.id);
        std::fs::create_dir_all(folder.join("v1/content")).unwrap();
        let mut inventory = Inventory::new(&record.id);
        let mut state = BTreeMap::new();
        for (name, bytes) in contents {
            let (digest, path) = (sha512(&bytes), format!("v1/content/{name}"));
            std::fs::write(folder.join(&path), bytes).unwrap();
            inventory.manifest.insert(digest.clone(), vec![path]);
            state.insert(digest, vec![name]);
        }
        let user = User { name: "office".to_owned(), address: None };
        inventory.push(Version { created: time.to_owned(), state, message: String::new(), user });
        let text = serde_json::to_vec_pretty(&inventory).unwrap();
        let digest = sha512(&text);
        for place in ["", "v1/"] {
            std::fs::write(folder.join(format!("{place}inventory.json")), &text).unwrap();
            let sidecar = format!("{digest} inventory.json\n");
            std::fs::write(folder.join(format!("{place}inventory.json.sha512")), sidecar).unwrap();
        }
        std::fs::write(folder.join("0=ocfl_object_1.1"), "ocfl_object_1.1\n").unwrap();
        digest
    }
}
