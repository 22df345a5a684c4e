//! Recall and precision of the archive's search over queries that were judged before it was made.
//!
//! Half of the cases were put away: nothing was tuned to them.

use std::collections::{BTreeMap, BTreeSet};

use nashra::archive::index::{Entry, Index, LedgerHead, Query};
use nashra::archive::{Block, Record};

use crate::archived::record;

const JUDGED: &str = include_str!("../fixtures/search/judged.txt");
/// Hits of which precision is measured.
const FIRST: usize = 10;

/// Sentences without any word of the queries.
const AROUND: [&str; 8] = [
    "وجرى ذلك بحضور جمع غفير",
    "ويأتي هذا استكمالاً لما سبق",
    "وأشاد الجميع بالجهود المبذولة",
    "ومن المؤمل أن يستمر ذلك لاحقاً",
    "كما تخلل ذلك شرح مفصل",
    "وتضمن ذلك عرضاً موجزاً",
    "وحظي هذا الأمر باهتمام كبير",
    "وفي الختام شكر الجميع كل من أسهم",
];

/// A line of the table.
struct JudgedCase {
    class: &'static str,
    queries: Vec<&'static str>,
    answers: Vec<&'static str>,
    others: Vec<&'static str>,
}

impl JudgedCase {
    fn is_put_away(&self) -> bool {
        let hash = self.queries[0]
            .bytes()
            .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
        hash >> 32 & 1 == 1
    }
}

fn cases() -> Vec<JudgedCase> {
    let list = |text: &'static str| text.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    let lines = JUDGED.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split('|').map(str::trim).collect();
            let [class, queries, answers, others] = columns.try_into().unwrap_or_else(|_| panic!("{line}"));
            JudgedCase { class, queries: list(queries), answers: list(answers), others: list(others) }
        })
        .collect()
}

/// A bulletin with a passage, in its title or its text; with `@` before it the passage is its day.
fn bulletin(index: usize, passage: &str) -> Record {
    let day = passage
        .strip_prefix('@')
        .map_or_else(|| format!("{}-06-{:02}", 2010 + index % 5, 1 + index % 28), str::to_owned);
    let passage = if passage.starts_with('@') { "" } else { passage };
    let in_title = index.is_multiple_of(3);
    let mut record = record(&format!("{day}-judged-{index:03}"), if in_title { passage } else { "خلاصة" });
    record.number = None;
    record.event = None;
    record.tags = Vec::new();
    record.slogan = None;
    let text = if in_title { "" } else { passage };
    let around = |step: usize| AROUND[(index * 3 + step) % AROUND.len()];
    let paragraph = |text: String| Block::Paragraph { text };
    record.blocks = vec![paragraph(around(0).to_owned()), paragraph(format!("{}، {text}. {}.", around(1), around(2)))];
    record
}

/// What a half of the queries reached.
#[derive(Default)]
struct Reached {
    queries: usize,
    recall: f64,
    answered: usize,
    precision: f64,
}

impl Reached {
    fn add(&mut self, recall: f64, precision: Option<f64>) {
        self.queries += 1;
        self.recall += recall;
        self.answered += usize::from(precision.is_some());
        self.precision += precision.unwrap_or_default();
    }

    fn rates(&self) -> (f64, f64) {
        (self.recall / self.queries as f64, self.precision / self.answered.max(1) as f64)
    }
}

/// All queries.
pub fn queries() -> Vec<&'static str> {
    let queries: BTreeSet<&str> = cases().into_iter().flat_map(|case| case.queries).collect();
    queries.into_iter().collect()
}

/// All bulletins.
pub fn bulletins() -> Vec<Record> {
    let cases = cases();
    let passages = cases.iter().flat_map(|case| case.answers.iter().chain(&case.others));
    passages.enumerate().map(|(index, passage)| bulletin(index, passage)).collect()
}

#[test]
fn judged_queries_find_their_bulletins() {
    let cases = cases();
    let folder = tempfile::tempdir().unwrap();
    let mut index = Index::create(&folder.path().join("index.sqlite")).unwrap();
    let (mut entries, mut answers) = (Vec::new(), BTreeMap::<&str, BTreeSet<String>>::new());
    for case in &cases {
        for passage in case.answers.iter().chain(&case.others) {
            let record = bulletin(entries.len(), passage);
            if case.answers.contains(passage) {
                for query in &case.queries {
                    answers.entry(query).or_default().insert(record.id.clone());
                }
            }
            entries.push(Entry { record, version: 1, files: Vec::new(), codes: Vec::new(), numbers: Vec::new() });
        }
    }
    index.put(entries, &LedgerHead::default()).unwrap();
    let mut halves: [BTreeMap<&str, Reached>; 2] = Default::default();
    let mut told = String::new();
    let is_open = std::env::var_os("NASHRA_JUDGED").is_some();
    for case in &cases {
        for query in &case.queries {
            let wanted = &answers[query];
            let found = index.search(&Query::parse(query).unwrap(), 200).unwrap();
            let ids: Vec<&String> = found.hits.iter().map(|hit| &hit.card.id).collect();
            let recall = ids.iter().filter(|id| wanted.contains(**id)).count() as f64 / wanted.len() as f64;
            let first = &ids[..ids.len().min(FIRST)];
            let right = first.iter().filter(|id| wanted.contains(**id)).count() as f64;
            let precision = (!first.is_empty()).then(|| right / first.len() as f64);
            let half = &mut halves[usize::from(case.is_put_away())];
            half.entry(case.class).or_default().add(recall, precision);
            half.entry("all").or_default().add(recall, precision);
            if is_open && !case.is_put_away() && (recall < 1.0 || precision.is_some_and(|precision| precision < 1.0)) {
                let wrong = found.hits.iter().filter(|hit| !wanted.contains(&hit.card.id));
                let wrong: Vec<String> = wrong.map(|hit| hit.found.join(" ")).collect();
                told += &format!("{} {query}: {recall:.2} {precision:.2?} {wrong:?}\n", case.class);
            }
        }
    }
    for (half, name) in halves.iter().zip(["open", "put away"]) {
        for (class, reached) in half {
            let (recall, precision) = reached.rates();
            told +=
                &format!("{name} {class}: {} queries, recall {recall:.2}, precision {precision:.2}\n", reached.queries);
        }
    }
    let queries: usize = halves.iter().map(|half| half["all"].queries).sum();
    assert!(queries >= 250 && halves.iter().all(|half| half["all"].queries >= 100), "{told}");
    for half in &halves {
        let (recall, precision) = half["all"].rates();
        assert!(!is_open && recall >= 0.85 && precision >= 0.90, "{told}");
    }
}
