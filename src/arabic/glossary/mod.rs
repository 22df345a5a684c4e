//! The office's names and titles, and where a text has one of them almost right.
//!
//! Each word of the text is looked up, by its letters with hamzas and the like folded, among the
//! names that begin with it; nothing is compared with everything.

mod near;
#[cfg(test)]
mod tests;
mod word;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use near::is_slip;
use word::{ComparedWord, NameStart, heads, words};

/// More words than the name has that it may be typed in, as عبد الأمير for عبدالأمير.
const SPREAD: usize = 2;
/// Words that look like names with another yeh or alef and are none.
const PARTICLES: [&str; 9] = ["على", "إلى", "الى", "أن", "إن", "ان", "أو", "او", "أي"];

/// An official name or title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// How it is written.
    pub form: String,
    /// How it must not be written.
    pub not: Vec<String>,
}

/// The office's names, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    names: Vec<Name>,
    /// The words of each name, plain and folded.
    words: Vec<Vec<(String, String)>>,
    /// Names by their folded letters without spaces.
    joined: HashMap<String, Vec<usize>>,
    /// Names of two words and more by their first word, folded.
    first: HashMap<String, Vec<usize>>,
    /// The same by their second word.
    second: HashMap<String, Vec<usize>>,
    /// Wrong forms by their plain words, with the name each stands for.
    wrong: HashMap<String, usize>,
    /// Every word of every name, folded: none of them is a slip for another.
    known: HashSet<String>,
    /// The first two letters of all of these, folded.
    starts: HashSet<[char; 2]>,
    /// Words of the longest name or wrong form.
    longest: usize,
}

/// A name that is not written as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss<'g> {
    /// The bytes of the text; with `fix` those to replace.
    pub range: Range<usize>,
    /// The official form.
    pub form: &'g str,
    /// Whether the office itself says that this stands for the form: the form may be put in its
    /// place.
    pub fix: bool,
}

/// What was found at some words of a text.
struct Mention<'g> {
    words: Range<usize>,
    miss: Miss<'g>,
}

/// Whether a text is made of words and spaces alone, as a name must be; else the first of its other
/// characters.
#[must_use]
pub fn foreign_mark(form: &str) -> Option<char> {
    let all = words(form);
    let gap = |start: usize, end: usize| form.get(start..end).and_then(|gap| gap.chars().find(|c| !c.is_whitespace()));
    let mut end = 0;
    all.iter().find_map(|word| gap(std::mem::replace(&mut end, word.end), word.start)).or_else(|| gap(end, form.len()))
}

/// The words of a form with one space between them and nothing else of how it is typed: forms that
/// are the same here are the same.
#[must_use]
pub fn plain_form(form: &str) -> String {
    let plain: Vec<String> = words(form).into_iter().map(|word| word.plain).collect();
    plain.join(" ")
}

impl Glossary {
    /// Makes names ready to be looked for.
    #[must_use]
    pub fn new(names: Vec<Name>) -> Self {
        let mut glossary = Self::default();
        for (at, name) in names.iter().enumerate() {
            let form = words(&name.form);
            glossary.longest = glossary.longest.max(form.len());
            let joined: String = form.iter().map(|word| word.folded.as_str()).collect();
            glossary.start(&joined);
            glossary.joined.entry(joined).or_default().push(at);
            if let [first, second, ..] = form.as_slice() {
                glossary.first.entry(first.folded.clone()).or_default().push(at);
                glossary.second.entry(second.folded.clone()).or_default().push(at);
            }
            for wrong in &name.not {
                let wrong = words(wrong);
                glossary.longest = glossary.longest.max(wrong.len());
                let joined: String = wrong.iter().map(|word| word.folded.as_str()).collect();
                glossary.start(&joined);
                let plain: Vec<String> = wrong.into_iter().map(|word| word.plain).collect();
                glossary.wrong.insert(plain.join(" "), at);
            }
            glossary.known.extend(form.iter().map(|word| word.folded.clone()));
            glossary.words.push(form.into_iter().map(|word| (word.plain, word.folded)).collect());
        }
        glossary.names = names;
        glossary
    }

    /// The names.
    #[must_use]
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    fn start(&mut self, joined: &str) {
        self.starts.extend(two(joined));
    }

    /// The names that a text has almost right, in the order of the text; none overlaps another.
    #[must_use]
    pub fn misses(&self, text: &str) -> Vec<Miss<'_>> {
        if self.names.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let mut right = vec![0; words.len()];
        let (mut wrong, mut near) = (Vec::new(), Vec::new());
        for at in 0..words.len() {
            for head in words.get(at).map(heads).unwrap_or_default() {
                self.alike(&words, at, &head, &mut right, &mut wrong, &mut near);
                self.slips(&words, at, &head, &mut near);
            }
        }
        settle(words.len(), &right, wrong, near)
    }

    /// Looks for names and wrong forms by their letters alone. The end of a name that is right is
    /// noted in `right`.
    fn alike<'g>(
        &'g self,
        words: &[ComparedWord],
        at: usize,
        head: &NameStart,
        right: &mut [usize],
        wrong: &mut Vec<Mention<'g>>,
        near: &mut Vec<Mention<'g>>,
    ) {
        // A first word of one letter has the second one in the next word; no name begins so.
        if !two(&head.folded).is_some_and(|two| self.starts.contains(&two)) {
            return;
        }
        let (mut joined, mut plain) = (head.folded.clone(), head.plain.clone());
        for end in at + 1..=(at + self.longest + SPREAD).min(words.len()) {
            if let Some(word) = words.get(end - 1).filter(|_| end - 1 > at) {
                if !word.joined {
                    break;
                }
                joined.push_str(&word.folded);
                plain.push(' ');
                plain.push_str(&word.plain);
            }
            if let Some(&name) = self.wrong.get(&plain) {
                wrong.extend(self.mended(words, at..end, head, name));
            }
            let Some(names) = self.joined.get(&joined) else { continue };
            let typed: Vec<&str> = plain.split(' ').collect();
            if names.iter().any(|&name| self.is_right(name, &typed)) {
                right[at] = right[at].max(end);
            } else if let Some(&name) = names.iter().find(|&&name| self.is_miss(name, &typed)) {
                near.extend(self.found(words, at..end, name));
            }
        }
    }

    fn is_right(&self, name: usize, typed: &[&str]) -> bool {
        let form = self.words.get(name).map(Vec::as_slice).unwrap_or_default();
        form.len() == typed.len() && form.iter().zip(typed).all(|((plain, _), typed)| plain == typed)
    }

    /// Whether the same letters in another spelling are surely the name: of one word they may be
    /// another word.
    fn is_miss(&self, name: usize, typed: &[&str]) -> bool {
        let form = self.words.get(name).map(Vec::as_slice).unwrap_or_default();
        let differ = |(at, typed): (usize, &&str)| form.get(at).is_none_or(|(plain, _)| plain != typed);
        let mut edges = [0, typed.len() - 1].into_iter().filter_map(|at| Some((at, typed.get(at)?)));
        form.len() > 1 && !edges.any(|(at, word)| PARTICLES.contains(word) && differ((at, word)))
    }

    /// Looks for names of which one word has a slip in it.
    fn slips<'g>(&'g self, words: &[ComparedWord], at: usize, head: &NameStart, near: &mut Vec<Mention<'g>>) {
        let tail =
            |name: usize| self.words.get(name).map(Vec::as_slice).unwrap_or_default().get(1..).unwrap_or_default();
        for &name in self.first.get(&head.folded).into_iter().flatten() {
            let tail = tail(name);
            let typed = words.get(at + 1..=at + tail.len()).unwrap_or_default();
            let (mut slips, mut others) = (0, typed.len() != tail.len());
            for ((_, folded), word) in tail.iter().zip(typed) {
                let same = *folded == word.folded;
                slips += usize::from(!same);
                others |= !word.joined || (!same && (slips > 1 || !self.is_slip(folded, &word.folded, tail.len() + 1)));
                if others {
                    break;
                }
            }
            if !others && slips == 1 {
                near.extend(self.found(words, at..at + 1 + tail.len(), name));
            }
        }
        let second = words.get(at + 1).filter(|word| word.joined);
        for &name in second.and_then(|word| self.second.get(&word.folded)).into_iter().flatten() {
            let tail = tail(name);
            let typed = words.get(at + 1..=at + tail.len()).unwrap_or_default();
            let same = typed.len() == tail.len()
                && typed.iter().zip(tail).all(|(word, (_, folded))| word.joined && word.folded == *folded);
            let first = self.words.get(name).and_then(|form| form.first());
            if same && first.is_some_and(|(_, first)| self.is_slip(first, &head.folded, tail.len() + 1)) {
                near.extend(self.found(words, at..at + 1 + tail.len(), name));
            }
        }
    }

    fn is_slip(&self, right: &str, typed: &str, words: usize) -> bool {
        is_slip(right, typed, words) && !self.known.contains(typed)
    }

    fn found(&self, all: &[ComparedWord], words: Range<usize>, name: usize) -> Option<Mention<'_>> {
        let range = all.get(words.start)?.start..all.get(words.end - 1)?.end;
        Some(Mention { words, miss: Miss { range, form: &self.names.get(name)?.form, fix: false } })
    }

    /// A wrong form; the right one can take its place if what stands before it can stay and it has
    /// no marks on its letters.
    fn mended(&self, all: &[ComparedWord], words: Range<usize>, head: &NameStart, name: usize) -> Option<Mention<'_>> {
        let mut found = self.found(all, words.clone(), name)?;
        let exact = all.get(words)?.iter().all(|word| word.exact);
        // ل before السيد is written للسيد
        let fits = |before: &&String| !(before.ends_with('ل') && found.miss.form.starts_with("ال"));
        if let Some(before) = head.before.as_ref().filter(fits).filter(|_| exact) {
            found.miss.range.start += before.len();
            found.miss.fix = true;
        }
        Some(found)
    }
}

/// The first two letters of a word.
fn two(word: &str) -> Option<[char; 2]> {
    let mut letters = word.chars();
    Some([letters.next()?, letters.next()?])
}

/// Which of what was found is told: nothing inside a name that is right, the longest of those that
/// overlap, and what the office itself calls wrong before what only looks so. `right` has the end
/// of the longest right name at each word.
fn settle<'g>(count: usize, right: &[usize], wrong: Vec<Mention<'g>>, near: Vec<Mention<'g>>) -> Vec<Miss<'g>> {
    let mut reach = 0;
    let further = |&end: &usize| {
        let so_far = reach;
        reach = reach.max(end);
        so_far
    };
    let reaches: Vec<usize> = right.iter().map(further).collect();
    let before = |at: usize| reaches.get(at).copied().unwrap_or(0);
    let at = |at: usize| right.get(at).copied().unwrap_or(0);
    let is_inside = |words: &Range<usize>| before(words.start).max(at(words.start)) >= words.end;
    // A right name that begins before it or ends behind it.
    let is_across =
        |words: &Range<usize>| before(words.start) > words.start || words.clone().any(|start| at(start) > words.end);
    let mut wrong: Vec<_> = wrong.into_iter().filter(|it| !is_inside(&it.words) && !is_across(&it.words)).collect();
    let mut near: Vec<_> = near.into_iter().filter(|it| !is_inside(&it.words)).collect();
    let mut taken = vec![false; count];
    let mut out = Vec::new();
    for group in [&mut wrong, &mut near] {
        group.sort_by_key(|it| (std::cmp::Reverse(it.words.len()), it.words.start));
        for found in group.drain(..) {
            let Some(places) = taken.get_mut(found.words) else { continue };
            if !places.contains(&true) {
                places.fill(true);
                out.push(found.miss);
            }
        }
    }
    out.sort_by_key(|miss| miss.range.start);
    out
}
