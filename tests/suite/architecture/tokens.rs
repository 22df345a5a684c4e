//! The tokens of Rust code: words and signs with their lines. Comments, texts and what only tests
//! see are left out.

/// A word, a sign, or `::`.
#[derive(Clone, Debug)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

/// Reads the code of a file as the program is built from it: without comments, the contents of
/// texts, and items for tests.
pub fn tokens(source: &str) -> Vec<Token> {
    without_tests(&all(source))
}

fn all(source: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some(c) = rest.chars().next() {
        let length = length(rest);
        let (text, after) = rest.split_at(length);
        let is_word = c.is_alphanumeric() || c == '_';
        let is_blank = c.is_whitespace() || text.starts_with("//") || text.starts_with("/*");
        let is_text = text.ends_with(['"', '#', '\'']) && text.len() > 1;
        if !is_blank && !is_text && (is_word || text == "::" || length == c.len_utf8()) {
            found.push(Token { text: text.to_owned(), line });
        }
        line += text.matches('\n').count();
        rest = after;
    }
    found
}

/// The bytes of the token, comment or text that a piece of code begins with.
fn length(code: &str) -> usize {
    let first = code.chars().next().map_or(0, char::len_utf8);
    let to = |end: &str| code[first..].find(end).map_or(code.len(), |at| first + at);
    if code.starts_with("//") {
        return to("\n");
    }
    if code.starts_with("/*") {
        return block_comment(code);
    }
    let raw = code.trim_start_matches(['b', 'c']).strip_prefix('r');
    let fences = raw.map(|raw| raw.len() - raw.trim_start_matches('#').len());
    if let (Some(raw), Some(fences)) = (raw, fences)
        && raw[fences..].starts_with('"')
        && code.len() - raw.len() <= 2
    {
        let end = format!("\"{}", "#".repeat(fences));
        let start = code.len() - raw.len() + fences + 1;
        return code[start..].find(&end).map_or(code.len(), |at| start + at + end.len());
    }
    match code.as_bytes() {
        [b'"', ..] | [b'b' | b'c', b'"', ..] => quoted(code),
        [b'\'', ..] | [b'b', b'\'', ..] => character(code),
        [b':', b':', ..] => 2,
        _ if code.starts_with(|c: char| c.is_alphanumeric() || c == '_') => {
            code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len())
        }
        _ => first,
    }
}

/// Comments of this kind can lie in each other.
fn block_comment(code: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < code.len() {
        match &code.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// A text up to its closing quote.
fn quoted(code: &str) -> usize {
    let start = code.find('"').map_or(0, |at| at + 1);
    let mut is_escaped = false;
    for (at, c) in code[start..].char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return start + at + 1,
            _ => {}
        }
    }
    code.len()
}

/// A character in quotes; or only the sign before the name of a lifetime.
fn character(code: &str) -> usize {
    let start = code.find('\'').map_or(0, |at| at + 1);
    let inside = &code[start..];
    let c = inside.chars().next().map_or(0, char::len_utf8);
    if inside.starts_with('\\') {
        return inside.get(2..).and_then(|rest| rest.find('\'')).map_or(code.len(), |at| start + 2 + at + 1);
    }
    if inside[c..].starts_with('\'') { start + c + 1 } else { start }
}

/// Leaves out each item after an attribute that makes it one for tests only.
fn without_tests(all: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < all.len() {
        match attribute(all, at) {
            Some((end, true)) => at = after_item(all, end),
            Some((end, false)) => {
                kept.extend_from_slice(&all[at..end]);
                at = end;
            }
            None => {
                kept.push(all[at].clone());
                at += 1;
            }
        }
    }
    kept
}

/// Where an attribute that begins here ends, and whether its item is one for tests.
fn attribute(all: &[Token], at: usize) -> Option<(usize, bool)> {
    let is = |at: usize, text: &str| all.get(at).is_some_and(|token| token.text == text);
    if !is(at, "#") || !is(at + 1, "[") {
        return None;
    }
    let end = matching(all, at + 1);
    let within = &all[at + 2..end.saturating_sub(1).max(at + 2)];
    let names = |text: &str| within.iter().any(|token| token.text == text);
    Some((end, is(at + 2, "cfg") && names("test") && !names("not")))
}

/// Where the item ends that begins here, or begins after more attributes.
fn after_item(all: &[Token], mut at: usize) -> usize {
    while let Some((end, _)) = attribute(all, at) {
        at = end;
    }
    while let Some(token) = all.get(at) {
        match token.text.as_str() {
            ";" => return at + 1,
            "{" => {
                let end = matching(all, at);
                // `use a::{b};` goes on to its semicolon.
                return if all.get(end).is_some_and(|next| next.text == ";") { end + 1 } else { end };
            }
            "(" | "[" => at = matching(all, at),
            _ => at += 1,
        }
    }
    at
}

/// The place after the bracket that closes the one here.
fn matching(all: &[Token], at: usize) -> usize {
    let mut depth = 0;
    for (index, token) in all.iter().enumerate().skip(at) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    all.len()
}
