//! A typed line, piece by piece.

use super::super::day::Day;
use super::super::look::{is_whole_code, plain_code};
use super::field::{field, is_blank};
use super::term::{Query, Term, TermMatch};
use crate::arabic::fold::fold;
use crate::arabic::forms::{SearchWord, WordReader, search_words};
use crate::arabic::stem::stem;
use crate::words::QueryFault;

/// The most terms that are looked at; nobody types more.
const MOST_TERMS: usize = 32;

impl Query {
    /// Reads what a user typed.
    ///
    /// ```text
    /// words "a phrase" -word مدر* A OR B / أ أو ب
    /// مكان:/place: متحدث:/speaker: وسم:/tag: رقم:/number: حالة:/state: نوع:/kind: من:/from: إلى:/to:
    /// يوم:/date: شهر:/month: سنة:/year:
    /// ```
    ///
    /// # Errors
    /// [`QueryFault::Empty`], [`QueryFault::Bracket`],
    /// [`QueryFault::Value`].
    pub fn parse(text: &str) -> Result<Self, QueryFault> {
        read(text)
    }
}

/// Reads a line.
fn read(text: &str) -> Result<Query, QueryFault> {
    if !is_paired(text) {
        return Err(QueryFault::Bracket { text: text.trim().to_owned() });
    }
    let mut reader = Reader::default();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(is_blank);
        if rest.is_empty() || reader.count >= MOST_TERMS {
            break;
        }
        reader.count += 1;
        rest = reader.take(rest)?;
    }
    reader.end_run();
    if reader.query.is_empty() && text.contains(is_sign) {
        return Err(QueryFault::Empty { text: text.trim().to_owned() });
    }
    Ok(reader.query)
}

/// True for a sign that somebody sees.
fn is_sign(c: char) -> bool {
    !is_blank(c) && !is_mark(c) && !c.is_alphanumeric()
}

/// True if every round bracket has its partner.
fn is_paired(text: &str) -> bool {
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '（' => open += 1,
            ')' | '）' => match open.checked_sub(1) {
                Some(less) => open = less,
                None => return false,
            },
            _ => {}
        }
    }
    open == 0
}

#[derive(Default)]
struct Reader {
    query: Query,
    /// Plain words that wait for more: some words are one with the next.
    run: String,
    /// True after `OR`.
    or: bool,
    count: usize,
}

impl Reader {
    /// Takes the next piece off a text that doesn't begin with a space.
    fn take<'t>(&mut self, text: &'t str) -> Result<&'t str, QueryFault> {
        if let Some(negated) = text.strip_prefix(['-', '\u{2212}']).filter(|rest| !rest.starts_with(is_blank)) {
            self.end_run();
            let (term, rest) = piece(negated);
            self.query.without.extend(term);
            return Ok(rest);
        }
        let (word, rest) = text.split_at_checked(word_length(text)).unwrap_or((text, ""));
        if matches!(word, "OR" | "أو" | "او" | "|") {
            self.end_run();
            self.or = !self.query.terms.is_empty();
            return Ok(rest);
        }
        if let Some((field, value)) = field(text) {
            let value = value.trim_start_matches(is_blank);
            let raw = value.get(..word_length(value)).unwrap_or_default();
            let (term, rest) = piece(value);
            self.end_run();
            let narrowed = term.is_some_and(|term| self.query.filters.narrow(field, term, raw));
            let name = word.split([':', '：']).next().unwrap_or_default().to_owned();
            return if narrowed { Ok(rest) } else { Err(QueryFault::Value { field: name, value: raw.to_owned() }) };
        }
        if quoted(text).is_some() {
            self.end_run();
            let (term, rest) = piece(text);
            term.into_iter().for_each(|term| self.add(term));
            return Ok(rest);
        }
        if let Some(term) = special(word) {
            self.end_run();
            self.add(term);
            return Ok(rest);
        }
        self.run.push_str(word);
        self.run.push(' ');
        Ok(rest)
    }

    fn add(&mut self, term: Term) {
        match self.query.terms.last_mut().filter(|_| self.or) {
            Some(last) => last.or.push(term),
            None => self.query.terms.push(term),
        }
        self.or = false;
    }

    /// Adds the terms of the plain words so far.
    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        let mut groups: Vec<Vec<SearchWord>> = Vec::new();
        let mut end = None;
        let mut reader = WordReader::default();
        for token in reader.read(&run) {
            let Some(word) = reader.word(token.number).cloned() else { continue };
            let is_same =
                end.is_some_and(|end| run.get(end..token.range.start).is_some_and(|gap| !gap.contains(is_blank)));
            end = Some(token.range.end);
            match groups.last_mut().filter(|_| is_same) {
                Some(last) => last.push(word),
                None => groups.push(vec![word]),
            }
        }
        groups.iter_mut().for_each(without_prefix);
        let mut at = 0;
        while let Some(group) = groups.get(at) {
            let date = groups.get(at..at + 3).and_then(date);
            at += if date.is_some() { 3 } else { 1 };
            let term = date.or_else(|| Term::of(group.clone(), TermMatch::Forms));
            term.into_iter().for_each(|term| self.add(term));
        }
    }
}

/// Leaves out what is written together before Latin letters or digits: `وGPS` is looked for as `GPS`.
fn without_prefix(group: &mut Vec<SearchWord>) {
    const PREFIXES: [&str; 10] = ["و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل", "ول"];
    let is_prefix = group.first().is_some_and(|first| PREFIXES.contains(&first.spelled.as_str()));
    let is_other = group.get(1).is_some_and(|next| next.key.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if is_prefix && is_other {
        group.remove(0);
    }
}

/// The day of three words, `25 تشرين الثاني 2026`.
fn date(groups: &[Vec<SearchWord>]) -> Option<Term> {
    // No group is empty, so three words are one of each.
    let words = groups.concat();
    let date = Day::said(&words)?;
    Some(Term { words, sort: TermMatch::Day(date), or: Vec::new() })
}

/// A word that is a date, a code, or the beginning of words.
fn special(word: &str) -> Option<Term> {
    let words = search_words(word);
    if let Some(start) = word.strip_suffix(['*', '＊', '٭']) {
        let folded = fold(start);
        let start = stem(&folded);
        // A few letters after the article are no word yet.
        let start = start.strip_prefix("ال").filter(|rest| rest.chars().count() > 1).unwrap_or(start);
        return Term::of(words, TermMatch::Start(start.to_owned()))
            .filter(|_| !start.contains(' ') && start.chars().count() > 1);
    }
    if let Some(day) = Day::typed(word).filter(|day| day.month().is_some()) {
        return Term::of(words, TermMatch::Day(day));
    }
    if is_whole_code(word) {
        return Term::of(words, TermMatch::Code(plain_code(word).0));
    }
    None
}

/// Takes a word or a phrase in quotes off a text.
fn piece(text: &str) -> (Option<Term>, &str) {
    if let Some((inside, rest)) = quoted(text) {
        return (Term::new(inside, true), rest);
    }
    let (word, rest) = text.split_at_checked(word_length(text)).unwrap_or((text, ""));
    (Term::new(word, false), rest)
}

/// The length of a text's first word; a quote that stands first and is not closed is part of it.
fn word_length(text: &str) -> usize {
    text.find(is_blank).unwrap_or(text.len())
}

/// The words in the quotes that a text begins with, and the rest.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(is_mark);
    let open = text.chars().next()?;
    let closing: &[char] = match open {
        '"' | '“' | '”' | '„' | '″' | '＂' => &['"', '“', '”', '″', '＂'],
        '«' => &['»'],
        '»' => &['«'],
        _ => return None,
    };
    let tail = text.get(open.len_utf8()..)?;
    let end = tail.find(closing)?;
    let mut after = tail.get(end..)?.chars();
    after.next();
    Some((tail.get(..end)?, after.as_str()))
}

/// Marks of direction, which are typed before a quote by some keyboards.
fn is_mark(c: char) -> bool {
    crate::arabic::letters::is_bidi_control(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::record::{Kind, State};

    fn parse(text: &str) -> Query {
        Query::parse(text).unwrap()
    }

    fn words(terms: &[Term]) -> Vec<String> {
        let term = |term: &Term| term.words.iter().map(SearchWord::folded).collect::<Vec<_>>().join(" ");
        terms.iter().map(term).collect()
    }

    #[test]
    fn queries_are_read() {
        let query = parse("ورشة «مدينة صديقة» -طفل -\"حقوق الطفل\" مكان:البصرة متحدث:\"زيد الامارة\" A4");
        assert_eq!(words(&query.terms), ["ورشه", "مدينه صديقه", "a 4"]);
        assert_eq!(query.terms.iter().map(Term::is_exact).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!(words(&query.without), ["طفل", "حقوق الطفل"]);
        assert_eq!(words(&query.filters.places), ["البصره"]);
        assert_eq!(words(&query.filters.speakers), ["زيد الاماره"]);
        let query = parse(
            "tag: مدارس الرقم:٤١٧/٢٠٢٦ حالة:مسحوبة kind:newsletter من:٢٠٢٦-١١ to:2027 \u{200F}نوع:نشرة شهر:11 سنة:2026",
        );
        assert_eq!(words(&query.filters.tags), ["مدارس"]);
        assert_eq!(words(&query.filters.numbers), ["417 2026"]);
        assert_eq!(query.filters.states, [State::Withdrawn]);
        assert_eq!(query.filters.kinds, [Kind::Newsletter, Kind::Bulletin]);
        assert_eq!((query.filters.from, query.filters.to), (Day::parse("2026-11"), Day::parse("2027")));
        assert_eq!((query.filters.months, query.filters.days), (vec![11], vec![Day::parse("2026").unwrap()]));
        assert_eq!(words(&parse("الساعة:10 \"بلا نهاية").terms), ["الساعه 10", "بلا", "نهايه"]);
        assert_eq!(parse(" \u{200F}"), Query::default());
        assert!(parse("").is_empty());
    }

    #[test]
    fn words_that_are_one_are_one_term() {
        assert_eq!(words(&parse("علي عبد الله أبو الخصيب").terms), ["علي", "عبدالله", "ابوخصيب"]);
        assert_eq!(words(&parse("خمسة وعشرون جهازا").terms), ["25", "جهازا"]);
        for text in ["2026-11-25", "25/11/2026", "٢٥-١١-٢٠٢٦", "25 تشرين الثاني 2026"] {
            assert_eq!(parse(text).terms[0].sort, TermMatch::Day(Day::parse("2026-11-25").unwrap()), "{text}");
        }
        assert_eq!(parse("المدر*").terms[0].sort, TermMatch::Start("مدر".to_owned()));
        assert_eq!(words(&parse("417/2026").terms), ["417 2026"]);
        for text in ["جسر OR نفق", "جسر أو نفق", "جسر | نفق"] {
            let query = parse(text);
            assert_eq!(
                (words(&query.terms), words(&query.terms[0].or)),
                (vec!["جسر".to_owned()], vec!["نفق".to_owned()])
            );
        }
    }

    #[test]
    fn what_cannot_be_meant_is_told() {
        for text in ["(", "مدرسة (", ")", "(مدرسة"] {
            assert!(matches!(Query::parse(text), Err(QueryFault::Bracket { .. })), "{text}");
        }
        for text in ["؟", "* -", "\" \""] {
            assert!(matches!(Query::parse(text), Err(QueryFault::Empty { .. })), "{text}");
        }
        for text in ["من:2025-13", "إلى:أمس", "حالة:غامضة", "شهر:13", "kind:x", "يوم:"] {
            assert!(matches!(Query::parse(text), Err(QueryFault::Value { .. })), "{text}");
        }
    }
}
