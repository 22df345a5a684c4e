#[path = "file_tests.rs"]
mod files;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde::Deserialize;
use tempfile::TempDir;

use super::*;
use crate::arabic::forms::SLIP;
use crate::archive::record::{Block, Event, Happening, Kind, Person, SCHEMA, State};
use crate::archive::{Archive, Record};
use crate::store;
use crate::words::ArchiveProblem;

/// `tests/fixtures/search/pairs.toml`.
#[derive(Deserialize)]
struct Pairs {
    document: Vec<JudgedDocument>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct JudgedDocument {
    id: String,
    number: String,
    #[serde(default)]
    state: Option<String>,
    title: String,
    place: String,
    tags: Vec<String>,
    speaker: String,
    role: String,
    quote: String,
    text: Vec<String>,
}

#[derive(Deserialize)]
struct Case {
    category: String,
    query: String,
    #[serde(default)]
    hits: Vec<String>,
    #[serde(default)]
    misses: Vec<String>,
}

fn pairs() -> Pairs {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/search/pairs.toml");
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn record(document: &JudgedDocument) -> Record {
    let speaker = Person { name: document.speaker.clone(), role: Some(document.role.clone()) };
    let paragraph = |text: &String| Block::Paragraph { text: text.clone() };
    let mut blocks: Vec<Block> = document.text.iter().map(paragraph).collect();
    blocks.push(Block::Quote { text: document.quote.clone(), speaker });
    Record {
        schema: SCHEMA,
        id: document.id.clone(),
        kind: Kind::Bulletin,
        state: document.state.as_deref().map_or(State::Published, |name| card::state_named(name).unwrap()),
        revision: 1,
        number: Some(document.number.clone()),
        date: document.id[..10].to_owned(),
        date_line: "الجمعة".to_owned(),
        title: document.title.clone(),
        slogan: None,
        event: Some(Event { place: Some(document.place.clone()), ..Event::default() }),
        office: None,
        signature: None,
        tags: document.tags.clone(),
        blocks,
        marks: Vec::new(),
        language: None,
        links: Vec::new(),
        attachments: Vec::new(),
        code: format!("{}-r1-{}", document.number, &crate::hash::sha512(document.title.as_bytes())[..16]),
        adopted: None,
        history: Vec::new(),
    }
}

fn entry(record: Record) -> Entry {
    let code = Code { code: record.code.clone(), revision: record.revision, version: 1 };
    let numbers = record.number.iter().cloned().collect();
    let digest = crate::hash::sha512(record.id.as_bytes());
    let files = vec![StoredFile { digest, version: 1, name: "bulletin.pdf".to_owned() }];
    Entry { record, version: 1, files, codes: vec![code], numbers }
}

/// The documents of the table in an index.
fn filled() -> (TempDir, Index) {
    let folder = tempfile::tempdir().unwrap();
    let mut index = Index::create(&folder.path().join("own/index.sqlite")).unwrap();
    let entries = pairs().document.iter().map(|document| entry(record(document))).collect();
    index.put(entries, &LedgerHead { sequence: 9, hash: "ab".to_owned(), length: 900 }).unwrap();
    (folder, index)
}

fn ids(index: &Index, query: &str) -> Vec<String> {
    let found = index.search(&Query::parse(query).unwrap(), 20).unwrap();
    assert_eq!(found.total, found.hits.len(), "{query}");
    // Not those of a word that was perhaps meant.
    found.hits.into_iter().filter(|hit| hit.level < SLIP).map(|hit| hit.card.id).collect()
}

#[test]
fn what_the_table_says_is_found_and_nothing_else() {
    let (_folder, index) = filled();
    let pairs = pairs();
    let known = |id: &String| pairs.document.iter().any(|document| document.id == *id);
    let (mut wrong, mut hits, mut misses) = (Vec::new(), 0, 0);
    for case in &pairs.case {
        let found = ids(&index, &case.query);
        assert!(case.hits.iter().chain(&case.misses).all(known), "{}", case.query);
        hits += case.hits.len();
        misses += case.misses.len();
        let missing = case.hits.iter().filter(|id| !found.contains(id)).map(|id| ("missing", id));
        let extra = case.misses.iter().filter(|id| found.contains(id)).map(|id| ("extra", id));
        wrong.extend(missing.chain(extra).map(|(what, id)| format!("{} {}: {what} {id}", case.category, case.query)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(hits >= 120 && misses >= 40, "{hits} hits, {misses} misses");
}

#[test]
fn titles_come_first_and_among_equals_the_newest() {
    let (_folder, index) = filled();
    // In the title; in what stands out; in the text.
    assert_eq!(ids(&index, "إنارة"), ["2026-11-26-lights", "2026-10-05-services"]);
    assert_eq!(ids(&index, "البلدية"), ["2026-10-05-services", "2026-11-12-schools"]);
    let all = ids(&index, "");
    assert_eq!(all.len(), 9);
    assert!(all.windows(2).all(|pair| pair[0] > pair[1]));
    // As typed before scattered.
    let found = index.search(&Query::parse("شط العرب").unwrap(), 20).unwrap();
    assert!(found.hits[0].score > 0.25);
}

#[test]
fn what_is_found_is_marked_as_its_author_spelled_it() {
    let (_folder, index) = filled();
    let marked = |query: &str| {
        let hit = index.search(&Query::parse(query).unwrap(), 1).unwrap().hits.remove(0);
        let parts = |marked: &Marked| {
            marked.parts().filter(|(_, found)| *found).map(|(text, _)| text.to_owned()).collect::<Vec<_>>()
        };
        (parts(&hit.title), parts(&hit.snippet))
    };
    assert_eq!(marked("عملنا").1, ["عَمّلنا"]);
    assert_eq!(marked("ضمن انقاذ").1, ["إنقاذ", "ضِمْنَ"]);
    assert_eq!(marked("المديرية الماء").1, ["مديرية", "المـــاء"]);
    assert_eq!(marked("البلديه الفصل"), (vec!["البلدية".to_owned(), "للفصل".to_owned()], vec!["البلدية".to_owned()]));
    assert_eq!(marked("\"مدينة صديقة\"").1, ["مدينة", "صديقة"]);
    assert_eq!(marked("1250").1, ["١٬٢٥٠"]);
}

#[test]
fn long_passages_are_cut_at_spaces() {
    let document = &pairs().document[0];
    let word = "كلمةطويلة";
    let long = format!("{} عَـمّلنا، {}", vec![word; 60].join(" "), vec![word; 60].join(" "));
    let mut record = record(document);
    record.blocks = vec![Block::Paragraph { text: long.clone() }];
    let folder = tempfile::tempdir().unwrap();
    let mut index = Index::create(&folder.path().join("index.sqlite")).unwrap();
    index.put(vec![entry(record)], &LedgerHead::default()).unwrap();
    let snippet = index.search(&Query::parse("عملنا").unwrap(), 1).unwrap().hits.remove(0).snippet;
    assert!(snippet.text.starts_with("… كلمةطويلة") && snippet.text.ends_with("كلمةطويلة …"), "{}", snippet.text);
    assert!(snippet.text.chars().count() < 200 && long.contains(snippet.text.trim_matches(['…', ' '])));
    assert!(snippet.parts().any(|part| part == ("عَـمّلنا", true)), "{snippet:?}");
    assert!(snippet.text.split(' ').all(|piece| ["…", word, "عَـمّلنا،"].contains(&piece)));
    // Without a word of it in the text: its beginning.
    let snippet = index.search(&Query::parse("ورشة").unwrap(), 1).unwrap().hits.remove(0).snippet;
    assert!(snippet.text.starts_with("البصرة") && snippet.marks.is_empty());
}

#[test]
fn keys_tell_the_tiers_that_sqlite_tells() {
    let (_folder, index) = filled();
    let others = ["2026", "شط العرب", "25 تشرين الثاني 2026", "مدر*", "مدرسة أو جسر", "البصرة -مدرسة", "\"شط العرب\""];
    let mut compared = 0;
    for text in pairs().case.iter().map(|case| case.query.as_str()).chain(others) {
        let query = Query::parse(text).unwrap();
        let search = ranked::Search::new(&index, &query).unwrap();
        let (level, all) = search.all(20).unwrap();
        assert_eq!(search.by_keys(level, &all).unwrap(), search.by_tiers(level, &all, 20).unwrap(), "{text}");
        compared += all.len();
    }
    assert!(compared > 150, "only {compared}");
}

#[test]
fn what_must_not_stand_in_a_bulletin_is_looked_for_in_all_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut index = Index::create(&folder.path().join("index.sqlite")).unwrap();
    let document = &pairs().document[0];
    let entries = (1..=28).map(|day| {
        let mut record = record(document);
        record.id = format!("2026-02-{day:02}-bridge");
        record.date = record.id[..10].to_owned();
        // One of four has it in the title; of two the last paragraph tells of a tunnel.
        record.title = if day % 4 < 2 { "افتتاح الجسر" } else { "خبر" }.to_owned();
        let text = |text: &str| Block::Paragraph { text: text.to_owned() };
        let last = if day % 2 == 0 { "وقرب النفق" } else { "وقرب الساحة" };
        record.blocks = vec![text("افتُتح اليوم"), text("الجسر في المدينة"), text(last)];
        entry(record)
    });
    index.put(entries.collect(), &LedgerHead::default()).unwrap();
    let found = index.search(&Query::parse("جسر -نفق").unwrap(), 9).unwrap();
    let days: Vec<&str> = found.hits.iter().map(|hit| &hit.card.id[8..10]).collect();
    assert_eq!(days, ["25", "21", "17", "13", "09", "05", "01", "27", "23"]);
    assert_eq!(found.total, 14);
}

#[test]
fn an_entry_is_replaced_and_the_head_moves_with_it() {
    let (_folder, mut index) = filled();
    assert_eq!(index.head().unwrap(), LedgerHead { sequence: 9, hash: "ab".to_owned(), length: 900 });
    let mut changed = record(&pairs().document[0]);
    changed.title = "عنوان مصوَّب".to_owned();
    changed.state = State::Withdrawn;
    changed.number = Some("٩٩٩".to_owned());
    let mut changed = entry(changed);
    changed.numbers.push("٤١٧/٢٠٢٦".to_owned());
    changed.version = 2;
    index.put(vec![changed], &LedgerHead { sequence: 10, hash: "cd".to_owned(), length: 1000 }).unwrap();
    assert_eq!(index.head().unwrap().sequence, 10);
    assert_eq!((index.count().unwrap(), ids(&index, "").len()), (9, 9));
    assert_eq!(ids(&index, "يشترك"), Vec::<String>::new());
    assert_eq!(ids(&index, "مصوب"), ["2026-11-20-child"]);
    assert_eq!(index.get("2026-11-20-child").unwrap().unwrap().state, State::Withdrawn);
    for table in ["full", "lead"] {
        // Nothing of the old entry is left in the words.
        index
            .set(&format!("CREATE VIRTUAL TABLE temp.{table}_words USING fts5vocab('main', '{table}', 'row')"))
            .unwrap();
        let select = format!("SELECT count(*) FROM temp.{table}_words WHERE term = 'يشترك'");
        assert_eq!(index.one(&select, [], |row| row.get::<_, i64>(0)).unwrap(), Some(0), "{table}");
    }
    // An old number still belongs to it.
    for number in ["417/2026", "٤١٧-٢٠٢٦", "999"] {
        assert_eq!(
            index.number_holder(Kind::Bulletin, number, None).unwrap().as_deref(),
            Some("2026-11-20-child"),
            "{number}"
        );
    }
    assert_eq!(index.number_holder(Kind::Newsletter, "999", None).unwrap(), None);
    assert_eq!(index.number_holder(Kind::Bulletin, " / ", None).unwrap(), None);
}

#[test]
fn things_are_looked_up() {
    let (_folder, index) = filled();
    let code = record(&pairs().document[0]).code;
    let hash = &code[code.len() - 16..];
    let found = Some(("2026-11-20-child".to_owned(), code.clone()));
    let spaced: String = hash.chars().flat_map(|c| [c, '\u{200F}', ' ']).collect();
    for asked in
        [&code, &code.to_uppercase(), hash, &hash.to_uppercase(), &spaced, &hash[..12], &format!("417-2026-R1-{hash}")]
    {
        assert_eq!(index.by_code(asked).unwrap(), found, "{asked}");
    }
    for asked in ["", "0000", &hash[..4], "ffffffffffffffff", &format!("418-2026-r1-{hash}")] {
        assert_eq!(index.by_code(asked).unwrap(), None, "{asked}");
    }
    let digest = crate::hash::sha512(b"2026-11-20-child");
    assert_eq!(index.by_digest(&digest.to_uppercase()).unwrap().as_deref(), Some("2026-11-20-child"));
    assert_eq!(index.by_digest(&digest[..100]).unwrap(), None);
    assert_eq!(index.by_digest("قصير").unwrap(), None);
    assert_eq!(index.files("2026-11-20-child").unwrap()[0].name, "bulletin.pdf");
    assert_eq!(index.get("2026-01-01-nothing").unwrap(), None);
}

#[test]
fn lists_are_filtered_and_newest_first() {
    let (_folder, index) = filled();
    let filters = |text: &str| Query::parse(text).unwrap().filters;
    let listed = |text: &str, limit| {
        index.list(&filters(text), limit).unwrap().into_iter().map(|card| card.id).collect::<Vec<_>>()
    };
    assert_eq!(listed("", 2), ["2026-11-29-rain", "2026-11-26-lights"]);
    assert_eq!(listed("من:2026-11-20 الى:2026-11-24 مكان:البصرة", 9), ["2026-11-20-child"]);
    assert_eq!(listed("kind:newsletter", 9), Vec::<String>::new());
    assert_eq!(listed("state:withdrawn state:corrected", 9), ["2026-11-26-lights", "2026-11-19-citizens"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_answered(text in prop_oneof![
        any::<String>(),
        "([\"«»“”:*()^+{}' -]|مكان|رقم|من|state|to|AND|NOT|OR|NEAR|ال|بصرة|2026|-11|[ -~]){0,12}",
    ]) {
        thread_local!(static FILLED: (TempDir, Index) = filled());
        FILLED.with(|(_, index)| {
            let Ok(query) = Query::parse(&text) else { return };
            let found = index.search(&query, 5);
            let Ok(found) = found else { panic!("{text}: {found:?}") };
            for hit in found.hits {
                for marked in [&hit.title, &hit.snippet] {
                    let whole: String = marked.parts().map(|(part, _)| part).collect();
                    assert_eq!(whole, marked.text);
                }
            }
        });
    }

    #[test]
    fn any_text_can_be_put_and_is_found_by_its_words(text in any::<String>(), title in any::<String>()) {
        let folder = tempfile::tempdir().unwrap();
        let mut index = Index::create(&folder.path().join("index.sqlite")).unwrap();
        let mut record = record(&pairs().document[0]);
        record.blocks = vec![Block::Paragraph { text: text.clone() }];
        record.title.clone_from(&title);
        index.put(vec![entry(record)], &LedgerHead::default()).unwrap();
        for word in crate::arabic::fold::words(&format!("{title} {text}")).iter().take(8) {
            let query = Query { terms: Term::new(&word.folded, false).into_iter().collect(), ..Query::default() };
            assert_eq!(index.search(&query, 5).unwrap().hits.len(), 1, "{word:?}");
        }
    }
}
