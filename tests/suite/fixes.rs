//! `nashra check --fix`: what it mends in a file, and what it leaves.

use crate::workspace::Workspace;

const SEED: &str = include_str!("../support/seed-report.txt");
const HEAD: &str = "schema = 1\nstatus = \"draft\"\ndate = 2026-11-20\n";

/// Mends a report, twice: the second time changes nothing.
#[track_caller]
fn mended(text: &str) -> String {
    let workspace = Workspace::new();
    workspace.report("a", text);
    workspace.run("check --fix").code(0);
    let once = workspace.read("content/a.toml");
    workspace.run("check --fix").code(0);
    assert!(workspace.read("content/a.toml") == once, "the second time changed something");
    String::from_utf8(once).unwrap()
}

/// A report in which every `⟦old→new⟧` has to be mended, and nothing else.
#[track_caller]
fn mends(marked: &str) {
    let (mut old, mut new) = (String::new(), String::new());
    for (at, piece) in marked.split(['⟦', '⟧']).enumerate() {
        let marked = piece.split_once('→').filter(|_| at % 2 == 1);
        old.push_str(marked.map_or(piece, |(old, _)| old));
        new.push_str(marked.map_or(piece, |(_, new)| new));
    }
    assert_ne!(old, new);
    assert_eq!(mended(&old), new);
}

#[test]
fn comments_order_and_layout_stay() {
    mends(
        "# ملاحظة ( هنا ) ، ثم\n  title   =\t\"ورشة⟦ →⟧، عمل\"   # ( ملاحظة ) ،\n\n\nstatus=\"draft\"\nschema = 1\n\
         date = 2026-11-20\n\ttags = [ 'أ⟦ →⟧.' ,\n\n  # بند ،\n \"ب⟦ →⟧؟\" , ]\n[ event ] # ،  \n\
         \"place\" = \"(⟦ →⟧أ)\"   \n\n\n[[ body ]]\nheading = \"(⟦ →⟧أ⟦ →⟧)\"\n# ، ",
    );
}

#[test]
fn line_ends_of_windows_and_a_byte_order_mark_stay() {
    let text = format!(
        "\u{FEFF}{HEAD}title = \"ورشة⟦ →⟧، عمل\"\n\n[[body]]\nparagraph = \"\"\"\nأ⟦ →⟧، ب\n\nج⟦ →⟧.\n\"\"\"\n"
    );
    mends(&text.replace('\n', "\r\n"));
    // mixed, as when two people write in one file
    mends(&text.replacen("\"\"\"\n", "\"\"\"\r\n", 1));
}

#[test]
fn every_kind_of_string_is_mended_in_place() {
    for (open, close) in [("\"", "\""), ("'", "'"), ("\"\"\"", "\"\"\""), ("'''", "'''"), ("\"\"\"\n", "\n\"\"\"")] {
        mends(&format!(
            "{HEAD}title = {open}نعم⟦ →⟧، قال⟦:-→:⟧ لا⟦  → ⟧ثم (⟦ →⟧أ⟦ →⟧)⟦ →⟧.{close}\n[[body]]\nheading = 'ب'\n"
        ));
    }
    let body = "[[body]]\nheading = 'ب'\n";
    mends(&format!("{HEAD}title = \"\"\"نعم⟦ →⟧، \\\n   لا⟦ →⟧. \\n \\u0627⟦ →⟧، \\t \\\\ ث⟦ →⟧،\"\"\"\n{body}"));
    mends(&format!("{HEAD}title = \"\"\"نعم،⟦→ ⟧\\\n   لا. \\\n  ثم،⟦→ ⟧لا\"\"\"\n{body}"));
    mends(&format!("{HEAD}title = '''نعم⟦ →⟧، \\n لا ' و '' ثم⟦ →⟧.'''\n{body}"));
    mends(&format!("{HEAD}title = \"\"\"قال ⟦\"→«⟧نعم⟦\"→»⟧ ثم⟦ →⟧.\"\"\"\n{body}"));
}

#[test]
fn what_is_written_as_an_escape_is_left() {
    for text in ["نعم\\u0020، لا", "قال \\\"نعم\\\" ثم", "نعم \\n، لا"] {
        let text = format!("{HEAD}title = \"{text}\"\n[[body]]\nheading = \"ب\"\n");
        assert_eq!(mended(&text), text);
    }
}

#[test]
fn places_over_two_lines_are_left_and_told() {
    let text = format!("{HEAD}title = \"ورشة\"\n[[body]]\nparagraph = \"\"\"\nنعم\n، لا\n\"\"\"\n");
    assert_eq!(mended(&text), text);
    let workspace = Workspace::new();
    workspace.report("a", &text);
    workspace.run("check --fix").code(0).says("[NA002]").says("take the space out\n");
}

#[test]
fn allowed_places_are_left() {
    mends(&format!(
        "{HEAD}title = \"ورشة⟦ →⟧، عمل\"\n[[body]]\n# nashra: allow NA002\nparagraph = \"نعم ، (⟦ →⟧أ)\"\n\
         [[body]] # nashra: allow NA001, NA002\nquote = \"( أ ) ،⟦  → ⟧ب\"\nspeaker = \"ج ،\"\n"
    ));
}

#[test]
fn the_seed_text_is_mended_in_every_place() {
    let text = format!("{HEAD}title = \"ورشة\"\n[[body]]\nparagraph = '''\n{}'''\n", SEED.replace('\n', "\n\n"));
    let workspace = Workspace::new();
    workspace.report("a", &text);
    let told = workspace.run("check --format short");
    let count = |code: &str| told.stderr.matches(&format!("[{code}]")).count();
    let places = |all: &[&str]| all.iter().map(|what| SEED.matches(what).count()).sum::<usize>();
    assert_eq!(count("NA001"), places(&["( ", " )"]));
    assert_eq!(count("NA002"), places(&[" ،", " .", " :"]));
    assert_eq!(count("NA007"), places(&[":-"]));
    assert_eq!(count("NA012"), places(&[" و "]));
    assert_eq!(count("NA016"), 1);
    assert!(count("NA017") > 20, "{}", told.stderr);
    let text_wanted = text.replace("البصرةالسيد", "البصرة السيد");
    let wanted = [("( ", "("), (" )", ")"), (" ،", "،"), (" .", "."), (" :", ":"), (":-", ":"), (" و ", " و")];
    let wanted = wanted.iter().fold(text_wanted, |text, (old, new)| text.replace(old, new));
    assert_eq!(mended(&text), wanted);
}

#[test]
fn more_than_is_shown_is_mended_at_once() {
    let text = format!("{HEAD}title = \"ورشة\"\n[[body]]\nparagraph = \"{}\"\n", "نعم⟦ →⟧، ".repeat(700));
    mends(&text);
}

#[test]
fn the_last_mending_can_be_undone_once() {
    let workspace = Workspace::new();
    let text = format!("\u{FEFF}{HEAD}title = \"ورشة ، عمل\"\r\n[[body]]\nheading = \"( أ )\"\n");
    workspace.report("a", &text).report("b", &text).report("c", &text.replace(" ،", "،").replace("( أ )", "أ"));
    workspace.run("check --undo").code(2).says("[nothing-to-undo]");
    workspace.run("check --fix").code(0);
    workspace.run("check --fix").code(0);
    let edited = String::from_utf8(workspace.read("content/b.toml")).unwrap() + "# بعد\n";
    workspace.report("b", &edited);
    let undone = workspace.run("check --undo");
    undone.code(1).prints("content/a.toml").says("content/b.toml").says("[changed-since]");
    assert_eq!(workspace.read("content/a.toml"), text.as_bytes());
    assert_eq!(workspace.read("content/b.toml"), edited.as_bytes());
    workspace.report("b", edited.trim_end_matches("# بعد\n"));
    workspace.run("check --fix --undo").code(0);
    assert_eq!(workspace.read("content/b.toml"), text.as_bytes());
    workspace.run("check --undo").code(2).says("[nothing-to-undo]");
}
