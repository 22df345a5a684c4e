//! Characters that no face of the page can show, found before typst meets them.
//!
//! PDF/A forbids a missing glyph, and typst then names neither report nor line. Emoji from WhatsApp
//! are the usual case.

use std::collections::BTreeSet;
use std::path::Path;

use crate::diag::{Diagnostic, Place};
use crate::report::Theme;
use crate::typeset::Fonts;
use crate::words::BuildProblem;

/// The faces that the built-in templates fall back on for characters that the theme's lack.
const FALLBACK: [&str; 2] = ["Amiri", "Vazirmatn"];

/// One error for each character of a file's printed texts that no face of the page has.
pub(super) fn missing(fonts: &Fonts, theme: &Theme, file: &Path, source: &str, texts: &[String]) -> Vec<Diagnostic> {
    let families: Vec<&str> = [theme.text_font.family.as_str()].into_iter().chain(FALLBACK).collect();
    let seen: BTreeSet<char> =
        texts.iter().flat_map(|text| text.chars()).filter(|c| !c.is_ascii() && !is_invisible(*c)).collect();
    seen.into_iter()
        .filter(|&character| !fonts.covers(&families, character))
        .map(|character| {
            let message = BuildProblem::NoGlyph { character, font: theme.text_font.family.clone() };
            let diagnostic = Diagnostic::error(file, message);
            match position(source, character) {
                Some(start) => diagnostic.at(Place::new(source, start..start + character.len_utf8())),
                None => diagnostic,
            }
        })
        .collect()
}

/// The first place of a character in a TOML text, lines that are nothing but a comment left out.
fn position(source: &str, character: char) -> Option<usize> {
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        if !line.trim_start().starts_with('#')
            && let Some(at) = line.find(character)
        {
            return Some(start + at);
        }
        start += line.len();
    }
    None
}

/// Characters that shape or order others and have no glyph of their own (Unicode's
/// `Default_Ignorable_Code_Point`, of those that may stand in a report).
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{061C}')
        || character.is_whitespace()
}
