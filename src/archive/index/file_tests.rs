//! The index as a file: damaged, newer, not writable, made anew.

use super::*;

#[test]
fn what_is_wrong_with_a_file_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let both = |path: &Path| [Index::open(path).map(drop), Index::open_read_only(path).map(drop)];
    let assert_all = |path: &Path, fits: fn(&ArchiveProblem) -> bool, rebuild: bool| {
        for result in both(path) {
            let problem = result.unwrap_err();
            assert_eq!(problem.wants_rebuild(), rebuild);
            assert!(matches!(&problem, Problem::Said(said) if fits(said)), "{problem:?}");
        }
    };
    assert_all(&at("none"), |said| matches!(said, ArchiveProblem::IndexMissing { .. }), true);
    store::write(&at("empty"), b"").unwrap();
    store::write(&at("text"), "هذا نص وليس فهرساً ".repeat(100).as_bytes()).unwrap();
    let made = at("made.sqlite");
    drop(Index::create(&made).unwrap());
    let whole = fs::read(&made).unwrap();
    store::write(&at("half"), &whole[..whole.len() / 2]).unwrap();
    let mut spoiled = whole.clone();
    spoiled[4096..12288].fill(0x5A);
    store::write(&at("spoiled"), &spoiled).unwrap();
    for name in ["empty", "text", "half", "spoiled"] {
        assert_all(&at(name), |said| matches!(said, ArchiveProblem::IndexBroken { .. }), true);
    }
    let set = |name: &str, version: i64| {
        store::write(&at(name), &whole).unwrap();
        Connection::open(at(name)).unwrap().pragma_update(None, "user_version", version).unwrap();
    };
    set("newer", schema::SCHEMA + 1);
    assert_all(&at("newer"), |said| matches!(said, ArchiveProblem::IndexNewer { .. }), false);
    set("older", schema::SCHEMA - 1);
    assert_all(&at("older"), |said| matches!(said, ArchiveProblem::IndexBroken { .. }), true);
    assert!(matches!(Index::create(&made), Err(Problem::Machine(_))));
}

#[test]
#[cfg(unix)]
fn an_index_is_read_where_nothing_can_be_written() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, index) = filled();
    drop(index);
    let path = folder.path().join("own/index.sqlite");
    let set = |mode: u32| {
        let folder = path.parent().unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode & 0o666)).unwrap();
        fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    };
    set(0o555);
    let index = Index::open_read_only(&path).unwrap();
    assert_eq!(ids(&index, "اليونيسيف"), ["2026-11-20-child"]);
    // The superuser may write everywhere.
    let refused = Index::open(&path);
    assert!(matches!(refused, Ok(_) | Err(Problem::Said(ArchiveProblem::IndexReadOnly { .. }))), "{refused:?}");
    set(0o755);
}

#[test]
fn it_is_made_anew_from_the_objects() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::new(folder.path());
    let documents = pairs().document;
    for document in &documents {
        let mut record = record(document);
        let time = format!("{}T10:00:00+03:00", record.date);
        let (state, revision) = (record.state, record.revision);
        record.history = vec![Happening { state, time, reason: None, authority: None, revision, changes: Vec::new() }];
        write_object(&archive, &record);
    }
    let broken = archive.folder_of("2026-11-20-child");
    store::write(&broken.join("inventory.json"), b"{").unwrap();
    let path = folder.path().join("extensions/nashra/index.sqlite");
    store::write(&path, b"not an index").unwrap();
    store::write(&path.with_file_name("index.sqlite-wal"), b"old").unwrap();
    let mut told = Vec::new();
    let head = LedgerHead { sequence: 9, hash: "ab".to_owned(), length: 900 };
    let rebuilt = rebuild(&archive, &path, &head, &mut |done, all| told.push((done, all))).unwrap();
    assert_eq!(rebuilt.objects, documents.len() - 1);
    assert_eq!(rebuilt.damaged.iter().map(|(folder, _)| folder).collect::<Vec<&PathBuf>>(), [&broken]);
    assert_eq!((told[0], *told.last().unwrap()), ((0, 9), (9, 9)));
    assert_eq!(rebuilt.index.head().unwrap(), head);
    assert_eq!(ids(&rebuilt.index, "الزبير"), ["2026-11-12-schools"]);
    assert_eq!(rebuilt.index.count().unwrap(), 8);
    drop(rebuilt);
    let left: Vec<_> = fs::read_dir(path.parent().unwrap()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["index.sqlite"]);
    // And grows as any other.
    let mut index = Index::open(&path).unwrap();
    index.put(vec![entry(record(&documents[0]))], &head).unwrap();
    assert_eq!(ids(&Index::open_read_only(&path).unwrap(), "اليونيسيف"), ["2026-11-20-child"]);
}

/// An object with one version that has nothing but a record, and its line in the ledger.
fn write_object(archive: &Archive, record: &Record) {
    let bytes = serde_json::to_vec(record).unwrap();
    let mut inventory = crate::archive::Inventory::new(&record.id);
    let user = crate::archive::User { name: "x".to_owned(), address: None };
    let digest = crate::hash::sha512(&bytes);
    inventory.manifest.insert(digest.clone(), vec!["v1/content/record.json".to_owned()]);
    let state = [(digest, vec!["record.json".to_owned()])].into();
    inventory.push(crate::archive::Version { created: String::new(), state, message: String::new(), user });
    let folder = archive.folder_of(&record.id);
    store::write(&folder.join("v1/content/record.json"), &bytes).unwrap();
    let text = serde_json::to_vec(&inventory).unwrap();
    let digest = crate::hash::sha512(&text);
    for folder in [folder.clone(), folder.join("v1")] {
        store::write(&folder.join("inventory.json"), &text).unwrap();
        store::write(&folder.join("inventory.json.sha512"), format!("{digest} inventory.json\n").as_bytes()).unwrap();
    }
    let ledger = archive.root().join("ledger.jsonl");
    let before = fs::read(&ledger).unwrap_or_default();
    let mut lines = crate::archive::LedgerLines::open(&ledger).unwrap();
    lines.by_ref().for_each(drop);
    let line = crate::archive::LedgerLine {
        sequence: lines.tail().sequence + 1,
        time: record.history[0].time.clone(),
        state: record.state,
        id: record.id.clone(),
        version: 1,
        revision: record.revision,
        number: record.number.clone(),
        inventory: digest,
        previous: lines.tail().hash.clone(),
    };
    store::write(&ledger, &[before, line.text().unwrap().into_bytes()].concat()).unwrap();
}
