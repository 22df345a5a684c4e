//! Hints that quote TOML, followed to the letter: the mistake they are about goes away and no other
//! comes.

use std::fs;
use std::ops::Range;

use nashra::diag::Diagnostic;
use nashra::words::Lang;

use crate::broken::{diagnostics, folder, with_ending};

/// Parts of a hint between backticks that are TOML: a key with its value, a heading, a date, a
/// text.
fn quoted(hint: &str) -> Vec<String> {
    let parts = hint.split('`').skip(1).step_by(2);
    let is_toml = |part: &&str| {
        let key = part.split_once('=').is_some_and(|(key, _)| {
            let key = key.trim();
            !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        });
        key || (part.starts_with('[') && part.ends_with(']') && part.len() > 2 && !part.starts_with("[\""))
            || part.starts_with("20") && part.matches('-').count() >= 2
            || (part.starts_with('"') && part.ends_with('"') && part.len() > 2)
    };
    // The dots of a hint stand for what only the author knows.
    parts.filter(is_toml).map(|part| part.replace("...\"", "نص\"")).collect()
}

/// The bytes of the line that a place is on, with its end.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    start..end
}

/// All ways in which somebody may follow a hint: the words go in the place of a line, of a value,
/// or beside them.
fn followed(text: &str, diagnostic: &Diagnostic, words: &[String]) -> Vec<String> {
    let Some(place) = &diagnostic.place else { return Vec::new() };
    let (span, line) = (place.span.clone(), line_of(text, place.span.start));
    let typed = &text[line.clone()];
    let first_heading = text.match_indices('[').map(|(at, _)| at).find(|&at| line_of(text, at).start == at);
    let first_heading = first_heading.unwrap_or(text.len());
    let mut blocks: Vec<String> = words.iter().map(|word| format!("{word}\n")).collect();
    blocks.push(words.iter().map(|word| format!("{word}\n")).collect());
    let mut ways = Vec::new();
    for block in &blocks {
        let bare = block.trim_end();
        let put = |range: Range<usize>, new: &str| format!("{}{new}{}", &text[..range.start], &text[range.end..]);
        ways.push(put(line.clone(), block));
        ways.push(put(span.clone(), bare));
        ways.push(put(line.start..line.start, block));
        ways.push(put(line.end..line.end, block));
        ways.push(put(first_heading..first_heading, block));
        ways.push(put(text.len()..text.len(), &format!("\n{block}")));
        // Among the keys of a table between braces, and below the line that it ends on.
        if text.as_bytes().get(span.end.saturating_sub(1)) == Some(&b'}') {
            ways.push(put(span.end - 1..span.end - 1, &format!(", {bare} ")));
        }
        let end = (span.start..span.end).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(span.start);
        let last = line_of(text, end).end;
        ways.push(put(last..last, block));
        // The value alone, where a whole key is quoted and the other way round.
        if let Some((_, value)) = bare.split_once(" = ") {
            ways.push(put(span.clone(), value));
        }
        if let Some((key, _)) = typed.split_once('=') {
            ways.push(put(line.clone(), &format!("{key}= {bare}\n")));
        }
        // The line moved to a heading that is quoted.
        if let Some(at) = text.find(&format!("\n{bare}\n")) {
            let without = |at: usize, new: String| {
                let (from, to) = (line.clone(), at);
                if to <= from.start {
                    format!("{}{new}{}{}", &text[..to], &text[to..from.start], &text[from.end..])
                } else {
                    format!("{}{}{new}{}", &text[..from.start], &text[from.end..to], &text[to..])
                }
            };
            ways.push(without(at + 1, typed.to_owned()));
            ways.push(without(at + 1 + block.len(), typed.to_owned()));
        }
    }
    ways
}

/// What is found in a text, each by its code and field.
fn told(name: &str, text: &str) -> Vec<(String, String)> {
    let mut told: Vec<_> =
        diagnostics(name, text.as_bytes()).iter().map(|one| (one.code().to_owned(), one.field.clone())).collect();
    told.sort();
    told
}

/// Mistakes whose hint asks for more than a line can give: the author has to write what only he
/// knows.
const MORE_THAN_A_LINE: [&str; 10] = [
    "glossary/no-form",
    "issue/articles-text",
    "issue/colophon-text",
    "issue/no-cover",
    "report/parts/flyer-photo-absent",
    "report/parts/social-headline-long",
    "report/toml/body-single",
    "report/toml/not-a-table",
    "report/whole/many-mistakes",
    "workspace/second-text",
];

#[test]
fn a_hint_followed_to_the_letter_takes_its_mistake_away() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for name in with_ending("toml") {
        let Ok(text) = fs::read_to_string(folder().join(format!("{name}.toml"))) else { continue };
        let before = told(&name, &text);
        for (diagnostic, lang) in
            diagnostics(&name, text.as_bytes()).iter().flat_map(|one| [(one, Lang::En), (one, Lang::Ar)])
        {
            let hint = diagnostic.words(lang).hint;
            let words = quoted(&hint);
            let placeholder = words.iter().any(|word| word.starts_with("key = "));
            if words.is_empty() || placeholder || MORE_THAN_A_LINE.contains(&name.as_str()) {
                continue;
            }
            tried += 1;
            let mut left = before.clone();
            let own = (diagnostic.code().to_owned(), diagnostic.field.clone());
            if let Some(at) = left.iter().position(|one| *one == own) {
                left.remove(at);
            }
            let works = |new: &String| told(&name, new).iter().all(|one| left.contains(one));
            if !followed(&text, diagnostic, &words).iter().any(works) {
                wrong.push(format!("{name} [{}]: {hint}", diagnostic.code()));
            }
        }
    }
    assert!(tried >= 80, "only {tried} hints quote TOML");
    assert!(wrong.is_empty(), "{} of {tried} hints don't help when followed:\n{}", wrong.len(), wrong.join("\n"));
}
