//! A line of letters on a page, put into the order in which it is read.

use crate::arabic::letters::{is_arabic_letter, is_tashkeel};

/// A letter, or several that are one shape, where it stands on a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    /// What it says, in reading order.
    pub(super) text: String,
    /// Its left edge.
    pub(super) left: f64,
    /// Its right edge.
    pub(super) right: f64,
    /// The height of its baseline.
    pub(super) height: f64,
    /// The size of its face.
    pub(super) size: f64,
}

/// Letters that stand in a row without a space between them, from left to right.
type VisualWord<'a> = Vec<&'a str>;

/// The part of a face's size that two letters of one line may differ in height: raised marks do.
const SAME_LINE: f64 = 0.6;
/// The part of a face's size that is a space between two letters.
const SPACE: f64 = 0.18;

impl Letter {
    /// True if it stands on a line with another.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        (self.height - other.height).abs() < SAME_LINE * self.size.max(other.size)
    }

    /// True for a mark over or under a letter: it says nothing without that, and stands anywhere.
    fn is_mark(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(is_tashkeel)
    }

    fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// The text of one line of letters in any order.
pub(super) fn logical(line: &[Letter]) -> String {
    let mut letters: Vec<&Letter> = line.iter().filter(|letter| !letter.is_mark()).collect();
    letters.sort_by(|one, other| one.left.total_cmp(&other.left));
    let words = words(&letters);
    let count =
        |fits: fn(char) -> bool| words.iter().flatten().flat_map(|text| text.chars()).filter(|c| fits(*c)).count();
    let from_right = count(is_arabic_letter) >= count(|c| c.is_alphabetic() && !is_arabic_letter(c));
    let has_any = words.iter().flatten().any(|text| text.chars().any(is_arabic_letter));
    // Where there is not one Arabic letter, not even figures are read from the right.
    let words = if from_right && has_any { turned(words, |word| !is_arabic(word)) } else { turned_back(words) };
    facing(words.iter().map(|word| spelled(word)).collect::<Vec<_>>().join(" "))
}

/// Brackets in pairs.
const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»'), ('‹', '›')];

/// The same with brackets turned round where the first one closes what was not opened: from the right a
/// shape of `)` opens, and not every program writes what it stands for.
fn facing(text: String) -> String {
    let turned = |c: char| {
        PAIRS.iter().find_map(|&(open, close)| match c {
            _ if c == open => Some(close),
            _ if c == close => Some(open),
            _ => None,
        })
    };
    let first = text.chars().find(|c| turned(*c).is_some());
    let closes = first.is_some_and(|first| PAIRS.iter().any(|(_, close)| *close == first));
    if closes { text.chars().map(|c| turned(c).unwrap_or(c)).collect() } else { text }
}

/// The words from left to right: parted by blanks and by gaps.
fn words<'a>(letters: &[&'a Letter]) -> Vec<VisualWord<'a>> {
    let mut words: Vec<VisualWord> = vec![Vec::new()];
    let mut edge = f64::NEG_INFINITY;
    for letter in letters {
        let is_apart = edge.is_finite() && letter.left - edge > SPACE * letter.size;
        if is_apart || letter.is_blank() {
            words.push(Vec::new());
        }
        if !letter.is_blank() {
            words.last_mut().into_iter().for_each(|word| word.push(&letter.text));
        }
        edge = edge.max(letter.right);
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Things from the right, but for runs of those that stay as they stand: `a b` in an Arabic line.
fn turned<T>(things: Vec<T>, stays: impl Fn(&T) -> bool) -> Vec<T> {
    let (mut done, mut run) = (Vec::new(), Vec::new());
    for thing in things.into_iter().rev() {
        if stays(&thing) {
            run.push(thing);
        } else {
            done.extend(run.drain(..).rev());
            done.push(thing);
        }
    }
    done.extend(run.drain(..).rev());
    done
}

/// Words from the left, but for runs of Arabic ones.
fn turned_back(mut words: Vec<VisualWord>) -> Vec<VisualWord> {
    words.reverse();
    turned(words, |word| is_arabic(word))
}

fn is_arabic(word: &VisualWord) -> bool {
    word.iter().any(|text| text.chars().any(is_arabic_letter))
}

/// A word's letters in reading order: Arabic ones from the right, figures and Latin from the left.
fn spelled(word: &VisualWord) -> String {
    if !is_arabic(word) {
        return word.concat();
    }
    let from_left = |text: &&str| text.chars().all(|c| c.is_numeric() || (c.is_alphabetic() && !is_arabic_letter(c)));
    turned(word.clone(), from_left).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters as they stand from the left, each of them as wide as it is large.
    fn seen(texts: &[&str]) -> Vec<Letter> {
        let letter = |(at, text): (usize, &&str)| {
            let left = at as f64 * 10.0;
            Letter { text: (*text).to_owned(), left, right: left + 10.0, height: 0.0, size: 10.0 }
        };
        texts.iter().enumerate().map(letter).collect()
    }

    #[test]
    fn arabic_is_read_from_the_right_and_figures_and_latin_are_not() {
        for (from_left, right) in [
            (&["ة", "س", "ر", "د", "م", " ", "ح", "ت", "ف"][..], "فتح مدرسة"),
            (&["ة", "س", "ر", "د", "م", " ", "2", "5", " ", "ح", "ت", "ف"], "فتح 25 مدرسة"),
            (&["B", "B", "C", " ", "W", " ", "ة", "ا", "ن", "ق"], "قناة BBC W"),
            (&["6", "2", "0", "2", "/", "ع"], "ع/6202"),
            (&["m", "y", " ", "ب", "ا", "ب", " ", "d", "o", "o", "r"], "my باب door"),
            // One shape of two letters comes in their order.
            (&["م", "لا", "س"], "سلام"),
            (&["1", "2", " ", "-", " ", "3"], "12 - 3"),
        ] {
            assert_eq!(logical(&seen(from_left)), right);
            let mut shuffled = seen(from_left);
            shuffled.reverse();
            assert_eq!(logical(&shuffled), right, "in another order of the file");
        }
    }

    #[test]
    fn brackets_open_before_they_close() {
        assert_eq!(logical(&seen(&["(", "ب", "ا", ")", " ", "ج"])), "ج (اب)");
        assert_eq!(logical(&seen(&[")", "ب", "ا", "(", " ", "ج"])), "ج (اب)");
        assert_eq!(logical(&seen(&["»", "ب", "«"])), "«ب»");
    }

    #[test]
    fn words_are_parted_by_gaps_and_marks_are_left_out() {
        let mut letters = seen(&["ب", "ا", "ب"]);
        letters[2].left += 5.0;
        letters[2].right += 5.0;
        assert_eq!(logical(&letters), "ب اب");
        let mut mark = letters[0].clone();
        mark.text = "\u{64F}".to_owned();
        letters.push(mark);
        assert_eq!(logical(&letters), "ب اب");
    }
}
