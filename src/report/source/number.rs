//! Numbers as authors write them.

/// The Latin digit of a Latin, Arabic-Indic or Persian one.
pub(crate) fn latin_digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6F0}'..='\u{6F9}' => u32::from(c) - 0x6F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// True if a cell of a table is a number: digits with separators, a sign before, a percent sign
/// after.
pub(crate) fn is_number(text: &str) -> bool {
    let text = text.trim();
    let body = text.strip_prefix(['-', '+', '\u{2212}']).unwrap_or(text);
    let body = body.trim_end_matches(['%', '٪', ' ', '\u{A0}']);
    let mut last_mark = true;
    for c in body.chars() {
        let mark = matches!(c, '.' | ',' | '٫' | '٬' | '\u{A0}');
        if (!mark && latin_digit(c).is_none()) || (mark && last_mark) {
            return false;
        }
        last_mark = mark;
    }
    !last_mark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_words() {
        for number in ["45", "٤٥", "1,234.5", "١٬٢٣٤٫٥", "-3", "٤٥٪", "45 %", "۱۲"] {
            assert!(is_number(number), "{number}");
        }
        for other in ["", "-", "24/07/2026", "45 مشاركاً", "COVID-19", "1..2", "2026-11-20", "."] {
            assert!(!is_number(other), "{other}");
        }
    }
}
