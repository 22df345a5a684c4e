//! Nearness of spellings, for words that are in no bulletin.
//!
//! Written here and not taken from a crate: `symspell` keeps every word with letters left out, an
//! index of its own several times the size of the words, and takes all letters alike; in Arabic a
//! slip is mostly between letters that differ by dots or sound (`ض` and `ظ`), and that is what tells
//! a slip from another word.

/// Letters that are one but for their dots, or sound alike.
const ALIKE: [&str; 12] = ["بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "ضظ", "ذزظ", "اويهء"];

/// How far a typed word is from another one, both lemmas: nothing when too far. A letter more, less,
/// other counts 2; letters that are mistaken for each other, a doubled letter, and two in each
/// other's place 1. One such slip is near in words of four letters, two in words of seven.
#[must_use]
pub fn slip_cost(typed: &str, word: &str) -> Option<u32> {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let short = typed.len().min(word.len());
    let slips = match short {
        0..=2 => return None,
        3..=6 => 1,
        _ => 2,
    };
    if typed.len().abs_diff(word.len()) > slips || (short == 3 && typed.len() == word.len()) {
        return None;
    }
    let (cost, count) = distance(&typed, &word);
    (count as usize <= slips).then_some(cost)
}

/// A cost, and a number of slips.
type SlipCost = (u32, u32);

/// The least cost of making one word of the other, and the number of slips in it.
fn distance(typed: &[char], word: &[char]) -> SlipCost {
    let width = word.len() as u32 + 1;
    let mut rows: Vec<Vec<SlipCost>> = vec![(0..width).map(|count| (count * 2, count)).collect()];
    for at in 0..typed.len() {
        let row = next_row(&rows, typed, word, at);
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or_default()
}

/// The costs of making the first letters of a word of one more typed letter.
fn next_row(rows: &[Vec<SlipCost>], typed: &[char], word: &[char], i: usize) -> Vec<SlipCost> {
    let above = |back: usize, column: usize| cost_at(rows, back, column);
    let plus = |from: SlipCost, cost: u32| (from.0 + cost, from.1 + 1);
    let before = |letters: &[char], at: usize| at.checked_sub(1).and_then(|at| letters.get(at)).copied();
    let Some(&a) = typed.get(i) else { return Vec::new() };
    let mut row = vec![(2 * (i as u32 + 1), i as u32 + 1)];
    for (j, &b) in word.iter().enumerate() {
        let same = if a == b { above(1, j) } else { plus(above(1, j), if is_alike(a, b) { 1 } else { 2 }) };
        let more = plus(above(1, j + 1), if before(typed, i) == Some(a) { 1 } else { 2 });
        let less = plus(row.last().copied().unwrap_or_default(), if before(word, j) == Some(b) { 1 } else { 2 });
        let mut best = same.min(more).min(less);
        if i > 0 && j > 0 && before(typed, i) == Some(b) && before(word, j) == Some(a) {
            best = best.min(plus(above(2, j - 1), 1));
        }
        row.push(best);
    }
    row
}

/// The cost so many rows above, or one that is too high for anything.
fn cost_at(rows: &[Vec<SlipCost>], back: usize, column: usize) -> SlipCost {
    let row = rows.len().checked_sub(back).and_then(|row| rows.get(row));
    row.and_then(|row| row.get(column)).copied().unwrap_or((u32::MAX / 4, 99))
}

fn is_alike(a: char, b: char) -> bool {
    ALIKE.iter().any(|letters| letters.contains(a) && letters.contains(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_other_words_far() {
        for (typed, word, cost) in [
            ("محافضه", "محافظه", Some(1)),
            ("جاعمه", "جامعه", Some(1)),
            ("مطاار", "مطار", Some(1)),
            ("مستفي", "مستشفي", Some(2)),
            ("الزارعه", "الزراعه", Some(1)),
            ("بدليه", "بلديه", Some(1)),
            ("كتاب", "كتابه", Some(2)),
            ("مدرسه", "مطبعه", None),
            ("دم", "دار", None),
            ("استثمارر", "استثمار", Some(1)),
        ] {
            assert_eq!(slip_cost(typed, word), cost, "{typed} {word}");
        }
    }
}
