//! Characters that no face of the page can show, found before typst meets them.
//!
//! PDF/A forbids a missing glyph, and typst then names neither report nor line. Emoji from WhatsApp are the
//! usual case.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Place};
use crate::report::{Report, Theme};
use crate::typeset::Fonts;
use crate::words::BuildProblem;

/// The faces that the built-in templates fall back on for characters that the theme's lack.
const FALLBACK: [&str; 2] = ["Amiri", "Vazirmatn"];

/// One error for each character of the report's texts that no face of the page has.
pub(super) fn missing(fonts: &Fonts, theme: &Theme, report: &Report, source: &str) -> Vec<Diagnostic> {
    let families: Vec<&str> = [theme.text_font.family.as_str()].into_iter().chain(FALLBACK).collect();
    let mut seen = BTreeSet::new();
    for text in report.printed_texts() {
        seen.extend(text.chars().filter(|c| !c.is_ascii() && !is_invisible(*c)));
    }
    seen.into_iter()
        .filter(|&character| !fonts.covers(&families, character))
        .map(|character| {
            let message = BuildProblem::NoGlyph { character, font: theme.text_font.family.clone() };
            let diagnostic = Diagnostic::error(&report.file, message);
            match source.find(character) {
                Some(start) => diagnostic.at(Place::new(source, start..start + character.len_utf8())),
                None => diagnostic,
            }
        })
        .collect()
}

/// Characters that shape or order others and have no glyph of their own (Unicode's `Default_Ignorable_Code_Point`,
/// of those that may stand in a report).
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{061C}')
        || character.is_whitespace()
}
