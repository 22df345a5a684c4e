//! Telephone numbers in all the ways in which they are written.

use super::kinds::{digit_value, is_digit, leading_digits};

/// What may stand between two groups of digits.
const SEPARATORS: [char; 7] = [' ', '\u{A0}', '-', '–', '\u{2011}', '.', '/'];

/// Bytes of the digits between two stars of a code that is dialled.
const LONGEST_DIALLED: usize = 40;

/// The length of a telephone number at the start of a text: `+` or `00` and 8 to 15 digits (ITU-T
/// E.164), an Iraqi number of 11 digits that begins with `07`, or one of a city, `040 612345`. One
/// separator between groups; one of the first groups may stand in brackets.
pub(super) fn length(text: &str) -> Option<usize> {
    if let Some(length) = with_plus_behind(text) {
        return Some(length);
    }
    let bracket = text.starts_with('(');
    let rest = text.strip_prefix('(').unwrap_or(text);
    let plus = rest.starts_with('+');
    let body = rest.strip_prefix('+').unwrap_or(rest);
    let mut lead = [None; 5];
    for (value, c) in lead.iter_mut().zip(body.chars()) {
        *value = digit_value(c);
    }
    // The fewest digits, so many that no other group belongs to it, and the most. Iraqi numbers
    // have ten after 964.
    let limits = match (plus, lead) {
        (true, [Some(9), Some(6), Some(4), ..]) => (8, 13, 15),
        (true, [Some(_), ..]) => (8, 15, 15),
        (false, [Some(0), Some(0), Some(9), Some(6), Some(4)]) => (8, 15, 17),
        (false, [Some(0), Some(0), ..]) => (8, 17, 17),
        (false, [Some(0), Some(7), ..]) => (11, 11, 11),
        (false, [Some(0), ..]) => return of_city(text),
        _ => return None,
    };
    groups(body, bracket, limits).map(|length| length + usize::from(plus) + usize::from(bracket))
}

/// The length of a number whose plus was typed behind the country's, as it looks in a line from the
/// right: `964+7701234567`, `(964+) 770 123 4567`.
fn with_plus_behind(text: &str) -> Option<usize> {
    let bracket = text.starts_with('(');
    let (country, after) = leading_digits(text.strip_prefix('(').unwrap_or(text));
    let after = after.strip_prefix('+').filter(|_| (1..=4).contains(&country.chars().count()))?;
    let after = if bracket { after.strip_prefix(')')? } else { after };
    let rest = after.strip_prefix(SEPARATORS).unwrap_or(after);
    groups(rest, false, (7, 12, 12)).map(|length| text.len() - rest.len() + length)
}

/// The length of a code that is dialled, at the start of a text: `*123#`, `*21*07701234567#`.
pub(super) fn dialled(text: &str) -> Option<usize> {
    let mut rest = text.strip_prefix('*')?;
    loop {
        let (digits, after) = leading_digits(rest);
        if digits.is_empty() || digits.len() > LONGEST_DIALLED {
            return None;
        }
        if let Some(after) = after.strip_prefix('#') {
            return Some(text.len() - after.len());
        }
        rest = after.strip_prefix('*')?;
    }
}

/// The length of the groups of digits at the start of a text, if they are as many as a number
/// needs.
fn groups(body: &str, bracket: bool, (least, full, most): (usize, usize, usize)) -> Option<usize> {
    let (mut digits, mut length, mut pending) = (0, 0, 0);
    // Brackets that are open: where we read, and in what belongs to the number.
    let (mut open, mut open_inside) = (bracket, bracket);
    let mut separated = false;
    let mut characters = body.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        match c {
            _ if is_digit(c) && digits < most => {
                digits += 1;
                length += pending + c.len_utf8();
                (pending, separated, open_inside) = (0, false, open);
            }
            _ if SEPARATORS.contains(&c) && digits < full && !separated => {
                if !next.is_some_and(|next| is_digit(next) || next == '(') {
                    break;
                }
                pending += c.len_utf8();
                separated = true;
            }
            '(' if digits <= 4 && !open && is_group_in_brackets(body.get(at..).unwrap_or_default()) => {
                pending += 1;
                open = true;
            }
            ')' if open => {
                pending += 1;
                open = false;
            }
            _ => break,
        }
    }
    (digits >= least && !open_inside).then_some(length)
}

/// The length of a telephone number of a city at the start of a text: `0` and one or two digits,
/// perhaps in brackets, and six or seven digits, in groups of three at least: groups of two are a
/// date's. Without any separator nine digits or more.
fn of_city(text: &str) -> Option<usize> {
    let bracket = text.starts_with('(');
    let (city, after) = leading_digits(text.strip_prefix('(').unwrap_or(text));
    let after = if bracket { after.strip_prefix(')')? } else { after };
    let size = city.chars().count();
    if !bracket && matches!(size, 9..=11) {
        return Some(city.len());
    }
    if !matches!(size, 2 | 3) {
        return None;
    }
    let mut rest = after.strip_prefix(SEPARATORS).or_else(|| bracket.then_some(after))?;
    let mut count = 0;
    loop {
        let (group, after) = leading_digits(rest);
        let size = group.chars().count();
        if size < 3 || count + size > 7 {
            return None;
        }
        count += size;
        rest = after;
        match after.strip_prefix(SEPARATORS) {
            Some(next) if count < 6 && next.starts_with(is_digit) => rest = next,
            _ => break,
        }
    }
    (count >= 6).then(|| text.len() - rest.len())
}

/// The length of a telephone number without the city's, which only the word before it tells: six to
/// eleven digits, in groups of two or more.
pub(super) fn local(text: &str) -> Option<usize> {
    let (mut count, mut rest) = (0, text);
    loop {
        let (group, after) = leading_digits(rest);
        let size = group.chars().count();
        if size < 2 || count + size > 11 {
            return None;
        }
        count += size;
        rest = after;
        match after.strip_prefix(SEPARATORS) {
            Some(next) if count <= 6 && next.starts_with(is_digit) => rest = next,
            _ => break,
        }
    }
    (count >= 6).then(|| text.len() - rest.len())
}

/// True if a text begins with one to four digits in brackets.
fn is_group_in_brackets(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('(') else { return false };
    let (digits, after) = leading_digits(inside);
    (1..=4).contains(&digits.chars().count()) && after.starts_with(')')
}
