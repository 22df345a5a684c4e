//! Whether a word is another one with a slip of the finger in it, and not just another word.
//!
//! Arabic words are short and one letter makes another word of most of them, so this is careful:
//! long words only, and no difference that may be a prefix, an ending, a plural or a feminine form.

/// Letters that are one but for their dots, or sound alike.
const ALIKE: [&str; 14] = ["بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "ضظ", "ذزظ", "ثسص", "تط", "كق"];
/// The rows of the Arabic keyboard.
const ROWS: [&str; 3] = ["ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىهوزظ"];
/// Letters that are written before a word and belong to no word.
const BEFORE: &str = "وفبلكسا";
/// Letters of endings.
const AFTER: &str = "هياتنوكم";
/// Long vowels, which make most plurals and many names.
const WEAK: &str = "اوي";

/// Whether `typed` may be a slip for `right`, one of so many words of a name. Both are folded.
pub(super) fn is_slip(right: &str, typed: &str, words: usize) -> bool {
    let (right, typed) = match (right.strip_prefix("ال"), typed.strip_prefix("ال")) {
        (Some(right), Some(typed)) => (right, typed),
        _ => (right, typed),
    };
    // Lengths in bytes first: almost every pair ends here.
    if right.len().abs_diff(typed.len()) > 4 {
        return false;
    }
    let (right, typed): (Vec<char>, Vec<char>) = (right.chars().collect(), typed.chars().collect());
    let least = if words == 2 { 6 } else { 5 };
    let (short, long) = if right.len() < typed.len() { (&right, &typed) } else { (&typed, &right) };
    if short.len() < least || long.iter().any(|c| !c.is_alphabetic()) {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 if head + tail + 1 == long.len() => other_letter(&right, &typed, head),
        0 => head + tail + 2 == long.len() && is_swapped(&right, &typed, head),
        // of a doubled letter either may be the one too many
        1 if head + tail >= short.len() => more_letter(long, head, tail, words),
        _ => false,
    }
}

fn other_letter(right: &[char], typed: &[char], at: usize) -> bool {
    let (Some(&a), Some(&b)) = (right.get(at), typed.get(at)) else { return false };
    let first = at == 0 && (BEFORE.contains(a) || BEFORE.contains(b));
    let ending = at + 2 >= right.len() && (WEAK.contains(a) || WEAK.contains(b));
    let last = at + 1 == right.len() && AFTER.contains(a) && AFTER.contains(b);
    let alike = ALIKE.iter().any(|group| group.contains(a) && group.contains(b));
    !first && !ending && !last && (alike || is_beside(a, b))
}

fn is_beside(a: char, b: char) -> bool {
    let place = |row: &str, c| row.chars().position(|key| key == c);
    ROWS.iter().any(|row| place(row, a).zip(place(row, b)).is_some_and(|(a, b)| a.abs_diff(b) == 1))
}

fn is_swapped(right: &[char], typed: &[char], at: usize) -> bool {
    at > 0 && right.get(at) == typed.get(at + 1) && right.get(at + 1) == typed.get(at)
}

fn more_letter(long: &[char], head: usize, tail: usize, words: usize) -> bool {
    let Some(&more) = long.get(head.min(long.len() - 1)) else { return false };
    let doubled = head > 0 && long.get(head - 1) == Some(&more);
    let prefix = head == 0 && BEFORE.contains(more);
    let ending = tail == 0 && AFTER.contains(more);
    let vowel = WEAK.contains(more) && (words < 4 || tail < 2);
    !prefix && !ending && (doubled || !vowel)
}
