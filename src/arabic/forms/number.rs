//! Numbers in words.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::arabic::stem::stages;

/// The words of numbers, folded; those of a line mean one number. `+` before what only goes on: a
/// ten after a unit, a hundred or a thousand after a number of them.
pub(crate) const NUMBERS: &[(u64, &str)] = &[
    (1, "+واحد +واحده +احد +احدي"),
    (2, "+اثنان +اثنين +اثنتان +اثنتين +اثنا +اثني +اثنتا +اثنتي"),
    (3, "ثلاث ثلاثه"),
    (4, "اربع اربعه"),
    (5, "خمس خمسه"),
    (6, "سته +ست"),
    (7, "سبع سبعه"),
    (8, "ثمان ثماني ثمانيه"),
    (9, "تسع تسعه"),
    (10, "عشر عشره"),
    (20, "عشرون عشرين"),
    (30, "ثلاثون ثلاثين"),
    (40, "اربعون اربعين"),
    (50, "خمسون خمسين"),
    (60, "ستون ستين"),
    (70, "سبعون سبعين"),
    (80, "ثمانون ثمانين"),
    (90, "تسعون تسعين"),
    (100, "ميه مايه"),
    (200, "ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي"),
    (300, "ثلاثميه ثلاثمايه"),
    (400, "اربعميه اربعمايه"),
    (500, "خمسميه خمسمايه"),
    (600, "ستميه ستمايه"),
    (700, "سبعميه سبعمايه"),
    (800, "ثمانميه ثمانمايه ثمانيميه ثمانيمايه"),
    (900, "تسعميه تسعمايه"),
    (1000, "الف +الاف"),
    (2000, "الفان الفين الفا الفي"),
    (1_000_000, "مليون +ملايين"),
    (2_000_000, "مليونان مليونين مليونا مليوني"),
];

/// A word's number, and whether it can begin one or only go on.
static VALUES: LazyLock<HashMap<&'static str, (u64, bool)>> = LazyLock::new(|| {
    let words = NUMBERS.iter().flat_map(|&(value, words)| words.split(' ').map(move |word| (value, word)));
    words.map(|(value, word)| (word.trim_start_matches('+'), (value, !word.starts_with('+')))).collect()
});

/// A number that words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SaidNumber {
    pub(super) value: u64,
    /// The number of its words.
    pub(super) words: usize,
}

/// True for the word of a number, without prefixes.
pub(super) fn is_number(word: &str) -> bool {
    VALUES.contains_key(word)
}

/// Reads the number with which folded words begin.
pub(super) fn number(words: &[&str]) -> Option<SaidNumber> {
    let (first, begins) = first(words.first()?)?;
    let mut sum = Sum::default();
    sum.add(first);
    let mut count = 1;
    for word in words.iter().skip(1) {
        let is_more = match word.strip_prefix('و').and_then(|rest| VALUES.get(rest)) {
            Some(&(value, _)) => sum.and(value),
            None => VALUES.get(word).is_some_and(|&(value, _)| sum.times(value)),
        };
        if !is_more {
            break;
        }
        count += 1;
    }
    (begins || count > 1).then_some(SaidNumber { value: sum.total + sum.group, words: count })
}

/// The number of a first word, which may have prefixes.
fn first(word: &str) -> Option<(u64, bool)> {
    stages(word).into_iter().find_map(|stage| VALUES.get(word.get(stage.start..)?).copied())
}

/// A number as far as it is read: whole thousands, and what is below them.
#[derive(Default)]
struct Sum {
    total: u64,
    group: u64,
    /// The smallest part so far; after it only smaller ones come, or a ten after a unit.
    last: u64,
}

impl Sum {
    fn add(&mut self, value: u64) {
        if value >= 1000 {
            self.total += value
        } else {
            self.group += value
        }
        self.last = value;
    }

    /// Adds what stands after `و`.
    fn and(&mut self, value: u64) -> bool {
        let is_ten_after_unit = self.last < 10 && (20..100).contains(&value) && value.is_multiple_of(10);
        let is_smaller = value < self.last && (self.last >= 100 || (self.last >= 20 && value < 10));
        let fits = is_ten_after_unit || is_smaller;
        if fits {
            self.add(value);
        }
        fits
    }

    /// Takes what stands without `و`: `خمسة عشر`, `ثلاث مئة`, `ثلاثة آلاف`.
    fn times(&mut self, value: u64) -> bool {
        let unit = self.last;
        match value {
            10 if (1..10).contains(&unit) => {
                self.group += 10;
                self.last = 10;
            }
            100 if (3..10).contains(&unit) => {
                self.group += unit * 99;
                self.last = 100;
            }
            // `ألفاً` is spelled as the dual is before a noun.
            1000 | 2000 | 1_000_000 | 2_000_000 if self.group > 0 => {
                let one = if value < 1_000_000 { 1000 } else { 1_000_000 };
                self.total += self.group * one;
                self.group = 0;
                self.last = one;
            }
            _ => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold::fold;

    #[test]
    fn numbers_are_read() {
        for (text, value, words) in [
            ("ثلاثون", 30, 1),
            ("وثلاثين", 30, 1),
            ("خمسة وعشرون رجلاً", 25, 2),
            ("خمسة عشر", 15, 2),
            ("إحدى عشرة", 11, 2),
            ("أحد عشر", 11, 2),
            ("مئة وعشرون", 120, 2),
            ("مائتان وخمسة وثلاثون", 235, 3),
            ("ثلاث مئة", 300, 2),
            ("ثلاثمائة", 300, 1),
            ("ألف وخمسمئة", 1500, 2),
            ("ألفان", 2000, 1),
            ("ثلاثة آلاف", 3000, 2),
            ("خمسة وعشرون ألفاً وثلاثمئة واثنان", 25_302, 5),
            ("مليونان ومئة ألف", 2_100_000, 3),
            ("بأربعين", 40, 1),
            ("خمسة وسبعة", 5, 1),
        ] {
            let folded = fold(text);
            let split: Vec<&str> = folded.split(' ').collect();
            assert_eq!(number(&split), Some(SaidNumber { value, words }), "{text}");
        }
        for text in ["واحد", "أحد", "آلاف", "ست", "الوزير", "وألقى"] {
            assert_eq!(number(&[fold(text).as_str()]), None, "{text}");
        }
    }
}
