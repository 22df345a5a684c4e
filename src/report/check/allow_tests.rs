use std::path::Path;

use crate::report::{Checks, fix_report, parse_report};

use super::*;

const HEAD: &str = "schema = 1\ndate = 2026-11-20\nstatus = \"draft\"\ntitle = \"ورشة\"\n";

/// The codes found in a report that begins with [`HEAD`], with their lines, counted after it.
fn found(rest: &str) -> Vec<(usize, &'static str)> {
    let (report, found) = parse_report(Path::new("content/a.toml"), &format!("{HEAD}{rest}"), &Checks::default());
    assert!(report.is_some(), "{rest}: {found:?}");
    let line = |at: usize| at - HEAD.lines().count();
    found
        .iter()
        .map(|one| (one.place.as_ref().map_or(0, |place| line(place.line)), &*one.code().to_owned().leak()))
        .collect()
}

fn clean(rest: &str) {
    assert_eq!(found(rest), [], "{rest}");
}

#[test]
fn at_the_end_of_the_line_or_alone_before_it() {
    let comments = [
        "# nashra: allow NA002",
        "#nashra:allow na002",
        "# Nashra : ALLOW NA٠٠٢ - so is the law's name",
        "# nashra: allow NA002 (x)",
    ];
    for comment in comments {
        clean(&format!("[[body]]\nparagraph = \"نعم ، لا\" {comment}\n"));
        clean(&format!("[[body]]\n{comment}\nparagraph = \"نعم ، لا\"\n"));
        clean(&format!("[[body]]\n  {comment}\n\n# another\nparagraph = \"نعم ، لا\"\n"));
        clean(&format!("[[body]]\r\n{comment}\r\nparagraph = 'نعم ، لا'\r\n"));
    }
}

#[test]
fn several_codes_in_one_comment_or_in_several() {
    let text = "paragraph = \"نعم ،  لا\"";
    assert_eq!(found(&format!("[[body]]\n{text}\n")).len(), 2);
    for codes in ["NA002, NA004", "NA002،NA004", "NA002 NA004", "NA004؛ NA002"] {
        clean(&format!("[[body]]\n{text} # nashra: allow {codes}\n"));
    }
    clean(&format!("[[body]]\n# nashra: allow NA002\n# nashra: allow NA004\n{text}\n"));
    clean(&format!("[[body]]\n# nashra: allow NA002\n{text} # nashra: allow NA004\n"));
}

#[test]
fn one_value_only() {
    let list =
        "[[body]]\nlist = [\n  \"أ ،\", # nashra: allow NA002\n  \"ب ،\",\n  # nashra: allow NA002\n  \"ج ،\",\n]\n";
    assert_eq!(found(list), [(4, "NA002")]);
    assert_eq!(
        found("slogan = \"أ ،\" # nashra: allow NA002\npreamble = \"ب ،\"\n[[body]]\nheading = \"ج\"\n"),
        [(2, "NA002")]
    );
    assert_eq!(found("# nashra: allow NA002\nslogan = \"أ ،\"\n[[body]]\nheading = \"ب ،\"\n"), [(4, "NA002")]);
}

#[test]
fn a_value_of_many_lines_has_it_before_or_after() {
    for quotes in ["\"\"\"", "'''"] {
        let text = format!("{quotes}\nنعم ، لا\n# nashra: allow NA004\n\nنعم ، لا\n{quotes}");
        assert_eq!(found(&format!("[[body]]\nparagraph = {text}\n")).len(), 2, "a comment inside a text is text");
        clean(&format!("[[body]]\nparagraph = {text} # nashra: allow NA002\n"));
        clean(&format!("[[body]]\n# nashra: allow NA002\nparagraph = {text}\n"));
    }
    let list = "list = [\n  \"أ ،\",\n  { item = \"ب\", list = [\"ج ،\"] },\n]";
    clean(&format!("[[body]]\n{list} # nashra: allow NA002\n"));
    clean(&format!("[[body]]\n# nashra: allow NA002\n{list}\n"));
}

#[test]
fn on_a_heading_it_is_for_the_whole_table() {
    let block =
        "caption = \"أ ،\"\n[body.table]\ncolumns = [\"ب ،\"]\nrows = [[\"ج ،\"]]\n[[body]]\nheading = \"د ،\"\n";
    assert_eq!(found(&format!("[[body]] # nashra: allow NA002\n{block}")), [(7, "NA002")]);
    assert_eq!(found(&format!("# nashra: allow NA002\n[[body]]\n{block}")), [(8, "NA002")]);
}

#[test]
fn what_has_no_effect_is_told() {
    let body = "[[body]]\nparagraph = \"نعم، لا\"";
    assert_eq!(found(&format!("{body} # nashra: allow NA002\n")), [(2, "allow-unused")]);
    assert_eq!(found(&format!("{body} # nashra: allow NA099, NA77\n")), [(2, "allow-unknown-rule"); 2]);
    for unclear in ["# nashra: allow", "# nashra: alow NA002", "# nashra: NA002", "# nashra: allow - why not"] {
        assert_eq!(found(&format!("{body} {unclear}\n")), [(2, "allow-unclear")], "{unclear}");
    }
    clean(&format!("# nashra: this is for people\n# nashra allow NA002\n{body} # see nashra: allow NA002\n"));
    assert_eq!(found(&format!("{body}\n# nashra: allow NA002\n")), [(3, "allow-unused")]);
    let twice = "[[body]]\n# nashra: allow NA002\nparagraph = \"نعم ، لا\" # nashra: allow NA002\n";
    assert_eq!(found(twice).len(), 1);
    let outer = "[[body]] # nashra: allow NA002\nquote = \"نعم ، لا\" # nashra: allow NA002\nspeaker = \"أ\"\n";
    assert_eq!(found(outer), [(1, "allow-unused")]);
}

#[test]
fn what_is_off_is_not_missed_and_files_with_errors_say_nothing() {
    let text = format!("{HEAD}[[body]]\nparagraph = \"نعم ، لا\" # nashra: allow NA002\n");
    let path = Path::new("content/a.toml");
    assert_eq!(parse_report(path, &text, &Checks { off: vec![Rule::SpaceBeforeMark], ..Checks::default() }).1, []);
    let (_, found) = parse_report(path, &text.replace("status", "statu"), &Checks::default());
    assert!(found.iter().all(|one| one.is_error()), "{found:?}");
}

#[test]
fn allowed_places_are_left_alone_when_mending() {
    let fixed = |rest: &str| {
        fix_report(Path::new("content/a.toml"), &format!("{HEAD}{rest}"), &Checks::default()).0[HEAD.len()..].to_owned()
    };
    let text = "[[body]]\nparagraph = \"نعم ، ، لا ( أ )\" # nashra: allow NA002\n";
    assert_eq!(fixed(text), text.replace("( أ )", "(أ)"));
    // what is allowed is needed also when it comes to light by mending something else
    let text = "[[body]]\nparagraph = \"نعم ، ، لا\" # nashra: allow NA005\n";
    assert_eq!(found(text), [(2, "NA002"), (2, "NA002")]);
    assert_eq!(fixed(text), text.replace(" ، ،", "،،"));
    assert_eq!(found(&fixed(text)), []);
}

#[test]
fn many_comments_take_no_longer_than_their_length() {
    let line = "# nashra: allow NA002\n";
    let items = format!("\"أ ،\", {line}");
    for text in [
        format!("{}[[body]]\nheading = \"أ ،\"\n", line.repeat(30_000)),
        format!("[[body]]\nlist = [\n{}]\n", items.repeat(15_000)),
        format!("[[body]]\nlist = [{}] {line}", "\"أ ،\", ".repeat(50_000)),
        format!("{}{}[[body]]\nheading = \"أ\"\n", line.repeat(10_000), "\n".repeat(300_000)),
    ] {
        parse_report(Path::new("content/a.toml"), &format!("{HEAD}{text}"), &Checks::default());
    }
}
