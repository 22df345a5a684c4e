//! Signs that Word writes as the numbers of glyphs in a font of signs (`w:sym`).

/// The character that a glyph stands for; none of those that no font of text has.
pub(super) fn symbol(code: &str, font: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    let is_private = (0xF000..=0xF0FF).contains(&code);
    if !is_private {
        return char::from_u32(code);
    }
    let glyph = u8::try_from(code - 0xF000).ok()?;
    match font.to_lowercase().as_str() {
        "symbol" => of_symbol(glyph),
        "wingdings" | "wingdings 2" | "wingdings 3" | "webdings" => of_wingdings(glyph),
        _ => char::from_u32(u32::from(glyph)).filter(|c| !c.is_control()),
    }
}

/// Adobe's Symbol: its figures and marks are where ASCII has them.
fn of_symbol(glyph: u8) -> Option<char> {
    Some(match glyph {
        0x20..=0x21 | 0x23 | 0x25..=0x26 | 0x28..=0x29 | 0x2B..=0x2C | 0x2E..=0x3F => char::from(glyph),
        0x2D => '−',
        0xA3 => '≤',
        0xB0 => '°',
        0xB1 => '±',
        0xB3 => '≥',
        0xB4 => '×',
        0xB7 => '•',
        0xB8 => '÷',
        0x6D => 'µ',
        _ => return None,
    })
}

/// The bullets of Wingdings.
fn of_wingdings(glyph: u8) -> Option<char> {
    matches!(glyph, 0x6C | 0x6E | 0x71 | 0x9E | 0x9F | 0xA7 | 0xA8 | 0xB7 | 0xD8).then_some('•')
}
