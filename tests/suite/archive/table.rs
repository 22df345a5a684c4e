//! A table of forgeries of every kind of file: each is found by the whole `verify` and by what it touches; none is believed, copied
//! on or written over.

use std::fs;
use std::path::Path;

use nashra::hash::sha512;

use super::{FOLDER, ID, archived, at, copy, correct};
use crate::workspace::{REPORT, Workspace};

const LEDGER: &str = "archive/ledger.jsonl";
const INDEX: &str = "archive/extensions/nashra/index.sqlite";
const NOTE: &str = "archive/extensions/nashra/pending.json";
const THIRD: &str = "2026-11-20-third";

/// An archive of a corrected, a published and a withdrawn bulletin, and a report that is not in it.
fn base() -> Workspace {
    let workspace = archived();
    correct(&workspace).code(0);
    for (number, name) in [(2, "second"), (3, "third")] {
        workspace.report(name, &REPORT.replace("١/", &format!("{number}/")));
    }
    workspace.run("archive add content").code(0);
    let withdraw = ["archive", "withdraw", THIRD, "--yes", "--reason", "سبب"];
    at("2026-11-23T09:00:00+03:00", &workspace, &withdraw).code(0);
    workspace.report("fourth", &REPORT.replace("١/", "٤/"));
    workspace
}

/// A copy of the base to be forged.
fn copied(base: &Workspace) -> Workspace {
    let workspace = Workspace::bare();
    copy(base.path(), workspace.path());
    workspace
}

fn text(workspace: &Workspace, file: &str) -> String {
    String::from_utf8(workspace.read(file)).unwrap()
}

#[track_caller]
fn replace(workspace: &Workspace, file: &str, from: &str, to: &str) {
    let before = text(workspace, file);
    assert!(before.contains(from), "{file} lacks {from}:\n{before}");
    workspace.file(file, before.replacen(from, to, 1));
}

/// What is in the archive but for the program's own files.
fn record(workspace: &Workspace) -> Vec<(String, Vec<u8>)> {
    let files = workspace.files("archive").into_iter().filter(|file| !file.contains("/extensions/"));
    files.map(|file| (file.clone(), workspace.read(&file))).collect()
}

/// The whole `verify` and every command find it, and nothing is written.
#[track_caller]
fn is_found(workspace: &Workspace, what: &str, commands: &[&str]) {
    let before = record(workspace);
    let verified = workspace.run("archive verify");
    assert_ne!(verified.code, 0, "{what}: the whole archive is called whole\n{}", verified.stderr);
    for command in commands {
        let run = workspace.run(command);
        assert_ne!(run.code, 0, "{what}: {command}\n{}{}", run.stdout, run.stderr);
        assert!(!run.stdout.contains("authentic"), "{what}: {command}\n{}", run.stdout);
    }
    assert!(record(workspace) == before, "{what}: something was written");
}

/// Commands that touch the first bulletin.
const TOUCHING: [&str; 3] = [
    "archive show 2026-11-20-school",
    "archive withdraw 2026-11-20-school --yes --reason r",
    "archive export --bagit bag 2026-11-20-school",
];

/// Makes the inventories of the newest version agree with its forged record, as one who knows OCFL would.
fn reseal(workspace: &Workspace, was: &str) {
    let now = sha512(&workspace.read(&format!("{FOLDER}/v2/content/record.json")));
    for folder in [FOLDER.to_owned(), format!("{FOLDER}/v2")] {
        let inventory = format!("{folder}/inventory.json");
        let sealed = text(workspace, &inventory).replace(was, &now);
        workspace.file(&format!("{inventory}.sha512"), format!("{} inventory.json\n", sha512(sealed.as_bytes())));
        workspace.file(&inventory, sealed);
    }
}

#[test]
fn forged_records_are_found_whether_sealed_again_or_not() {
    let base = base();
    let mut forgeries = 0;
    for (from, to) in [
        ("\"corrected\"", "\"published\""),
        ("\"١/٢٠٢٦\"", "\"٩/٢٠٢٦\""),
        ("افتتاح مدرسة", "إغلاق مدرسة"),
        ("-r2-", "-r3-"),
        ("2026-11-22T09", "2026-11-23T09"),
        ("خطأ في العدد", "تحسين"),
        ("\"revision\": 2", "\"revision\": 1"),
    ] {
        for sealed in [false, true] {
            let workspace = copied(&base);
            let file = format!("{FOLDER}/v2/content/record.json");
            let was = sha512(&workspace.read(&file));
            replace(&workspace, &file, from, to);
            if sealed {
                reseal(&workspace, &was);
            }
            is_found(&workspace, &format!("{from} in the record, sealed again: {sealed}"), &TOUCHING);
            forgeries += 1;
        }
    }
    assert_eq!(forgeries, 14);
}

#[test]
fn forged_inventories_sidecars_and_files_are_found() {
    let base = base();
    let inventory = format!("{FOLDER}/inventory.json");
    for (from, to) in [
        ("\"head\": \"v2\"", "\"head\": \"v1\""),
        ("\"sha512\"", "\"sha256\""),
        ("v1/content/press.pdf", "../../../../secret.txt"),
        ("v1/content/press.pdf", "v1/content/../../v2/content/press.pdf"),
        ("v1/content/press.pdf", "v1/content/flyer.pdf"),
        ("urn:nashra:2026-11-20-school", "urn:nashra:2026-11-20-second"),
        ("\"contentDirectory\": \"content\"", "\"contentDirectory\": \"..\""),
        ("corrected: ", "published: "),
    ] {
        let workspace = copied(&base);
        workspace.file("secret.txt", "secret");
        replace(&workspace, &inventory, from, to);
        is_found(&workspace, &format!("{to} in the inventory"), &TOUCHING);
    }
    let sidecar = format!("{inventory}.sha512");
    let digest = text(&base, &sidecar);
    for forged in [String::new(), digest.replace(' ', "\t"), digest.to_uppercase(), digest.repeat(2), "0".repeat(128)] {
        let workspace = copied(&base);
        workspace.file(&sidecar, &forged);
        is_found(&workspace, &format!("the sidecar is {forged:?}"), &TOUCHING);
    }
    let content = |name: &str| format!("{FOLDER}/v2/content/{name}");
    let flipped = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        bytes
    };
    for (name, forged) in [
        ("bulletin.pdf", flipped(&base.read(&content("bulletin.pdf")))),
        ("bulletin.pdf", base.read(&format!("{FOLDER}/v1/content/bulletin.pdf"))),
        ("press.pdf", base.read(&content("flyer.pdf"))),
        ("premis.xml", b"<premis/>".to_vec()),
        ("text.txt", Vec::new()),
    ] {
        let workspace = copied(&base);
        workspace.file(&content(name), forged);
        is_found(&workspace, name, &["archive export --bagit bag", "archive export --eark packages"]);
        let file = content(name);
        let answer = workspace.run(&format!("archive verify {file}"));
        // What is there is a file of an older version, or of another name, or none: never this one.
        assert!(!answer.stdout.contains("authentic, `2026-11-20-school`, revision 2") || name == "press.pdf", "{name}");
    }
}

/// A ledger whose lines are chained anew, as one who knows how would.
fn chained(lines: &[String]) -> String {
    let mut previous = "0".repeat(128);
    let mut whole = String::new();
    for line in lines {
        let start = line.find("\"previous\":\"").unwrap() + 12;
        let line = format!("{}{previous}{}", &line[..start], &line[start + 128..]);
        previous = sha512(line.as_bytes());
        whole.push_str(&line);
        whole.push('\n');
    }
    whole
}

#[test]
fn forged_ledgers_are_found_and_not_written_onto() {
    let base = base();
    let whole = text(&base, LEDGER);
    let lines: Vec<String> = whole.lines().map(str::to_owned).collect();
    let [first, second, third, fourth, fifth] = lines.as_slice() else { panic!("{whole}") };
    let with = |lines: &[&String]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    let but = |at: usize, from: &str, to: &str| {
        let mut lines = lines.clone();
        assert!(lines[at].contains(from), "{}", lines[at]);
        lines[at] = lines[at].replacen(from, to, 1);
        lines
    };
    let more = fifth.replace("\"sequence\":5", "\"sequence\":6").replace("withdrawn", "published");
    let stranger = more.replace(THIRD, "2026-11-20-stranger");
    let forged = [
        ("the last line is cut off", with(&[first, second, third, fourth])),
        ("the first line is cut off", with(&[second, third, fourth, fifth])),
        ("a line is doubled", with(&[first, first, second, third, fourth, fifth])),
        ("lines are swapped", with(&[first, third, second, fourth, fifth])),
        ("emptied", String::new()),
        ("other ends of lines", whole.replace('\n', "\r\n")),
        ("spelled otherwise", whole.replace(",\"time\"", ", \"time\"")),
        ("a state in the middle", but(1, "corrected", "published").join("\n") + "\n"),
        ("a state, chained anew", chained(&but(4, "withdrawn", "published"))),
        ("a number, chained anew", chained(&but(2, "2/٢٠٢٦", "8/٢٠٢٦"))),
        ("a version, chained anew", chained(&but(2, "\"version\":1", "\"version\":2"))),
        ("an event of a version that is not there", chained(&[lines.as_slice(), &[more]].concat())),
        ("an event of a stranger", chained(&[lines.as_slice(), &[stranger]].concat())),
        ("no end of the line", whole.trim_end().to_owned()),
    ];
    assert_eq!(forged.len(), 14);
    for (what, ledger) in forged {
        let workspace = copied(&base);
        workspace.file(LEDGER, ledger);
        let before = record(&workspace);
        assert_ne!(workspace.run("archive verify").code, 0, "{what}");
        // Chained anew it is a ledger: then it is the index, or the object, that knows better.
        let added = workspace.run("archive add content/fourth.toml");
        assert!(added.code != 0 || what.contains("chained") || what.contains("event"), "{what}: {}", added.stderr);
        if added.code != 0 {
            assert!(record(&workspace) == before, "{what}: something was written");
        }
        let answer = workspace.run(&format!("archive show {THIRD}"));
        assert!(!answer.stdout.contains("state: published"), "{what}: {}", answer.stdout);
    }
}

#[test]
fn forged_notes_of_unfinished_work_move_nothing() {
    let base = base();
    let line: serde_json::Value = serde_json::from_str(text(&base, LEDGER).lines().last().unwrap()).unwrap();
    let note = |id: &str, version: u32, at: u64| {
        let mut forged = line.clone();
        (forged["id"], forged["version"]) = (id.into(), version.into());
        serde_json::json!({ "id": id, "version": version, "at": at, "line": forged }).to_string()
    };
    let length = base.read(LEDGER).len() as u64;
    let other = |id: &str| note(id, 1, 0).replacen(id, "2026-11-20-other", 1);
    for forged in [
        note("/any/path", 1, 0),
        note("../../stolen", 1, length),
        note("2026-11-20-other", 0, length),
        note("2026-11-20-other", 7, length),
        note(ID, 3, 0),
        note(ID, 3, length + 1),
        other(ID),
        "{}".to_owned(),
        "[1, 2".to_owned(),
    ] {
        let workspace = copied(&base);
        workspace.file(NOTE, &forged);
        workspace.file("archive/extensions/nashra/staging/v3/inventory.json", "{}");
        let before = record(&workspace);
        for command in ["archive list", "archive add content/fourth.toml", "archive reindex"] {
            workspace.run(command).code(1).says("nothing was changed");
        }
        assert!(record(&workspace) == before, "{forged}");
        assert!(!workspace.path().join("stolen").exists() && !Path::new("/any/path").exists());
    }
}

/// Runs a statement in the index.
fn forge_index(workspace: &Workspace, statement: &str) {
    let index = rusqlite::Connection::open(workspace.path().join(INDEX)).unwrap();
    index.execute_batch(statement).unwrap();
}

#[test]
fn a_forged_index_is_not_believed() {
    let base = base();
    let code = "UPDATE codes SET hash = 'feedfeedfeedfeed', plain = '12026r1feedfeedfeedfeed', code = '1-2026-r1-feedfeedfeedfeed'";
    let forged = copied(&base);
    forge_index(&forged, code);
    let answer = forged.run("archive verify 1-2026-r1-feedfeedfeedfeed");
    assert!(answer.code == 1 && !answer.stdout.contains("authentic"), "{}", answer.stdout);

    let forged = copied(&base);
    forged.file("mine.pdf", "%PDF-1.7 mine");
    let mine = sha512(b"%PDF-1.7 mine");
    let school = sha512(&forged.read(&format!("{FOLDER}/v2/content/bulletin.pdf")));
    let start = u64::from_str_radix(&mine[..16], 16).unwrap().cast_signed();
    let list = format!("UPDATE files SET list = replace(list, '{school}', '{mine}')");
    forge_index(&forged, &format!("{list}; INSERT INTO digests SELECT {start}, row FROM entries WHERE id = '{ID}'"));
    forged.run("archive verify mine.pdf").code(1).prints("doubtful");

    // A number that leads to another bulletin is proved by that bulletin's records.
    let forged = copied(&base);
    forge_index(&forged, &format!("UPDATE numbers SET row = (SELECT row FROM entries WHERE id = '{ID}')"));
    forged.run("archive show 2/2026").code(0).prints("2026-11-20-second");
    let forged = copied(&base);
    forge_index(&forged, &format!("UPDATE numbers SET row = (SELECT row FROM entries WHERE id = '{ID}')"));
    forged.run("archive withdraw 2/2026 --yes --reason r").code(0).says("`2026-11-20-second` is withdrawn");

    let forged = copied(&base);
    forge_index(&forged, "UPDATE entries SET state = 'published', revision = 9");
    forged.run(&format!("archive show {THIRD}")).code(0).prints("state: withdrawn");
    let file = format!("archive/2026/11/{THIRD}/v1/content/bulletin.pdf");
    forged.run(&format!("archive verify {file}")).code(1).prints("withdrawn");

    let forged = copied(&base);
    forge_index(&forged, "UPDATE head SET sequence = sequence + 3");
    forged.run("archive add content/fourth.toml").code(1).says("since the index was made");
    forged.run("archive reindex").code(0);
    forged.run("archive add content/fourth.toml").code(0);
}

#[test]
fn forged_sites_are_written_anew_and_forged_bags_are_no_bags() {
    let workspace = base();
    workspace.run("archive site").code(0);
    let page = format!("out/site/2026/11/{THIRD}/index.html");
    let whole = workspace.read(&page);
    let forged = String::from_utf8(whole.clone()).unwrap().replace("مسحوبة", "منشورة");
    let pdf = workspace.files("out/site").into_iter().find(|file| file.ends_with("second.pdf")).unwrap();
    let published = workspace.read(&pdf);
    workspace.file(&page, forged).file(&pdf, "%PDF-1.7 forged");
    workspace.run("archive site").code(0);
    assert!(workspace.read(&page) == whole && workspace.read(&pdf) == published);
    // A bag's manifest is of the bytes that were proved, not of those that lie there later.
    workspace.run("archive export --bagit bag").code(0);
    let manifest = text(&workspace, "bag/manifest-sha512.txt");
    let payload = format!("bag/data/2026/11/{ID}/v2/content/bulletin.pdf");
    assert!(manifest.contains(&sha512(&workspace.read(&payload))));
    fs::write(workspace.path().join(&payload), "forged").unwrap();
    assert!(!manifest.contains(&sha512(&workspace.read(&payload))));
    workspace.run("archive export --bagit bag").code(2).says("is not empty");
}
