//! The query language: what a user types in one line, and what options say.

use super::card::{kind_named, state_named};
use super::day::Day;
use crate::arabic::fold::fold;
use crate::archive::record::{Kind, State};

/// The most terms that are looked at; nobody types more.
const MOST_TERMS: usize = 32;
/// The most words of a term.
const MOST_WORDS: usize = 32;

/// A search. Without terms everything that passes the filters is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Terms that a bulletin must have, all of them.
    pub terms: Vec<Term>,
    /// Terms that it must not have.
    pub without: Vec<Term>,
    /// Filters that it must pass.
    pub filters: Filters,
}

/// A word, or several that stand one after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The words, folded; never empty.
    pub words: Vec<String>,
    /// True if they are to be spelled so (but for folding), as in quotes, or may have prefixes.
    pub exact: bool,
}

/// Filters of a search or a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Words of the event's place.
    pub places: Vec<Term>,
    /// Words of the names and posts of who speaks or signed.
    pub speakers: Vec<Term>,
    /// Words of tags.
    pub tags: Vec<Term>,
    /// A number the bulletin has or had, or parts of it.
    pub numbers: Vec<Term>,
    /// One of these states; any when empty.
    pub states: Vec<State>,
    /// One of these kinds; any when empty.
    pub kinds: Vec<Kind>,
    /// Not before this day.
    pub from: Option<Day>,
    /// Not after it.
    pub to: Option<Day>,
}

impl Term {
    /// A text's words; none when it has none.
    #[must_use]
    pub fn new(text: &str, exact: bool) -> Option<Self> {
        let words: Vec<String> = fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        (!words.is_empty()).then(|| Self { words: words.into_iter().take(MOST_WORDS).collect(), exact })
    }
}

impl Query {
    /// Reads what a user typed. Whatever isn't of the language is words: there are no mistakes.
    ///
    /// ```text
    /// words "a phrase" -word  مكان:/place: متحدث:/speaker: وسم:/tag: رقم:/number: حالة:/state: نوع:/kind: من:/from: إلى:/to:
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut rest = text;
        loop {
            rest = rest.trim_start_matches(is_blank);
            if rest.is_empty() || query.size() >= MOST_TERMS {
                return query;
            }
            rest = query.take(rest);
        }
    }

    /// True if it asks for nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn size(&self) -> usize {
        let filters = &self.filters;
        let fields = [&filters.places, &filters.speakers, &filters.tags, &filters.numbers];
        self.terms.len() + self.without.len() + fields.iter().map(|terms| terms.len()).sum::<usize>()
    }

    /// Takes the next piece off a text that doesn't begin with a space.
    fn take<'t>(&mut self, text: &'t str) -> &'t str {
        if let Some(negated) = text.strip_prefix(['-', '\u{2212}']).filter(|rest| !rest.starts_with(is_blank)) {
            let (term, rest) = piece(negated);
            self.without.extend(term);
            return rest;
        }
        if let Some((field, value)) = field(text) {
            let value = value.trim_start_matches(is_blank);
            let raw = value.get(..word_length(value)).unwrap_or_default();
            let (term, rest) = piece(value);
            if term.is_some_and(|term| self.filters.narrow(field, term, raw)) {
                return rest;
            }
        }
        let (term, rest) = piece(text);
        self.terms.extend(term);
        rest
    }
}

/// The subject of a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FilterField {
    Place,
    Speaker,
    Tag,
    Number,
    State,
    Kind,
    From,
    To,
}

impl Filters {
    /// Adds a filter; says whether the value can be one. `raw` is the value as typed.
    fn narrow(&mut self, field: FilterField, term: Term, raw: &str) -> bool {
        match field {
            FilterField::Place => self.places.push(term),
            FilterField::Speaker => self.speakers.push(term),
            FilterField::Tag => self.tags.push(term),
            FilterField::Number => self.numbers.push(term),
            FilterField::State => match state(&term) {
                Some(state) => self.states.push(state),
                None => return false,
            },
            FilterField::Kind => match kind(&term) {
                Some(kind) => self.kinds.push(kind),
                None => return false,
            },
            FilterField::From => match Day::parse(raw) {
                Some(day) => self.from = Some(day),
                None => return false,
            },
            FilterField::To => match Day::parse(raw) {
                Some(day) => self.to = Some(day),
                None => return false,
            },
        }
        true
    }
}

/// A state by its name in either language.
fn state(term: &Term) -> Option<State> {
    let word = term.words.first()?;
    state_named(word).or_else(|| match word.trim_start_matches("ال").trim_end_matches('ه') {
        "منشور" => Some(State::Published),
        "مصحح" | "مصوب" => Some(State::Corrected),
        "مسحوب" => Some(State::Withdrawn),
        _ => None,
    })
}

/// A kind by its name in either language.
fn kind(term: &Term) -> Option<Kind> {
    let word = term.words.first()?;
    kind_named(word).or(match word.trim_start_matches("ال") {
        "نشره" | "بيان" => Some(Kind::Bulletin),
        "جريده" | "عدد" | "اعداد" => Some(Kind::Newsletter),
        _ => None,
    })
}

/// The field whose name and colon a text begins with, and what comes after.
fn field(text: &str) -> Option<(FilterField, &str)> {
    let end = text.find([':', '：'])?;
    let (name, rest) = text.split_at_checked(end)?;
    if name.contains(is_blank) {
        return None;
    }
    let field = match fold(name).as_str() {
        "مكان" | "المكان" | "place" => FilterField::Place,
        "متحدث" | "المتحدث" | "speaker" => FilterField::Speaker,
        "وسم" | "الوسم" | "tag" => FilterField::Tag,
        "رقم" | "الرقم" | "number" => FilterField::Number,
        "حاله" | "الحاله" | "state" => FilterField::State,
        "نوع" | "النوع" | "kind" => FilterField::Kind,
        "من" | "from" => FilterField::From,
        "الي" | "to" => FilterField::To,
        _ => return None,
    };
    let mut after = rest.chars();
    after.next();
    Some((field, after.as_str()))
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

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_read() {
        let term = |text: &str, exact| Term::new(text, exact).unwrap();
        let query = Query::parse("ورشة «مدينة صديقة» -طفل -\"حقوق الطفل\" مكان:البصرة متحدث:\"زيد الامارة\" A4");
        assert_eq!(query.terms, [term("ورشه", false), term("مدينه صديقه", true), term("a 4", false)]);
        assert_eq!(query.without, [term("طفل", false), term("حقوق الطفل", true)]);
        assert_eq!(query.filters.places, [term("البصره", false)]);
        assert_eq!(query.filters.speakers, [term("زيد الاماره", true)]);
        let query =
            Query::parse("tag: مدارس الرقم:٤١٧/٢٠٢٦ حالة:مسحوبة kind:newsletter من:٢٠٢٦-١١ to:2027 \u{200F}نوع:نشرة");
        assert_eq!(query.filters.tags, [term("مدارس", false)]);
        assert_eq!(query.filters.numbers, [term("417 2026", false)]);
        assert_eq!(query.filters.states, [State::Withdrawn]);
        assert_eq!(query.filters.kinds, [Kind::Newsletter, Kind::Bulletin]);
        assert_eq!((query.filters.from, query.filters.to), (Day::parse("2026-11"), Day::parse("2027")));
        // What is none of the language is words.
        let words =
            |text: &str| Query::parse(text).terms.into_iter().flat_map(|term| term.words).collect::<Vec<_>>().join(" ");
        assert_eq!(words("حالة:غامضة من:أمس الساعة:10"), "حاله غامضه من امس الساعه 10");
        assert_eq!(words("\"بلا نهاية * OR NEAR( - «"), "بلا نهايه or near");
        assert_eq!(Query::parse("\" \" - \u{200F}"), Query::default());
        assert!(Query::parse("").is_empty());
    }
}
