//! Somebody as a text names them: name and post told apart.

use super::lexicon;
use crate::arabic::fold::fold;

/// The most words by which somebody is named.
const LONGEST: usize = 24;

/// Somebody as they are named in one place; both parts are as they stand in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) name: Option<String>,
    pub(super) role: Option<String>,
}

/// A word as it stands and as it is compared.
struct NameWord<'t> {
    raw: &'t str,
    folded: String,
}

/// The words by which somebody is named between a verb and its sign.
pub(super) fn after_verb(text: &str) -> Mention {
    let mut parts = text.split(['،', ',', '(', ')', '؛']);
    let first = words(parts.next().unwrap_or_default());
    let own = (0..first.len()).find(|&at| ends_name(&first, at));
    let mut mention = mention(first.get(..own.unwrap_or(first.len())).unwrap_or_default());
    if mention.name.is_some() && mention.role.is_none() {
        let second = words(parts.next().unwrap_or_default());
        if second.first().is_some_and(|word| lexicon::is_role(&word.folded)) {
            mention.role = Some(raw(&second));
        }
    }
    mention
}

/// The words by which somebody is named right before an end: `…، والسيد النائب الأول زيد الإمارة`.
pub(super) fn before_verb(text: &str) -> Mention {
    let marks = ['،', ',', ';', '؛', ':', '(', ')', '؟', '!'];
    let part = text.rsplit(marks).next().unwrap_or_default().trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut all = words(part);
    if let Some(first) = all.first_mut()
        && let Some(bare) = first.raw.strip_prefix('و')
        && (lexicon::is_honorific(&fold(bare)) || lexicon::is_role(&fold(bare)))
    {
        (first.raw, first.folded) = (bare, fold(bare));
    }
    let is_named = |word: &NameWord| lexicon::is_honorific(&word.folded) || lexicon::is_role(&word.folded);
    // Words that name nobody may stand before: `بحضور السيد المدير …`.
    let Some(start) = all.iter().position(is_named) else { return Mention::default() };
    mention(all.get(start..).unwrap_or_default())
}

/// The folded words of a name without what people are addressed by.
pub(super) fn name_words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let is_name = |word: &&str| !lexicon::is_honorific(word) && !lexicon::is_honorific_letter(word);
    folded.split(' ').filter(is_name).map(str::to_owned).collect()
}

/// The folded words of a post without articles.
pub(super) fn role_words(role: &str) -> Vec<String> {
    let bare = |word: &str| word.strip_prefix("لل").or_else(|| word.strip_prefix("ال")).unwrap_or(word).to_owned();
    fold(role).split(' ').filter(|word| !lexicon::is_honorific(word)).map(bare).collect()
}

fn words(text: &str) -> Vec<NameWord<'_>> {
    let bare = |word: &str| word.contains(char::is_alphanumeric);
    let all = text.split_whitespace().filter(|word| bare(word));
    all.map(|raw| {
        let raw = raw.trim_matches(['«', '»', '"', '“', '”', '-', '–']);
        // A point stays with a letter: `د.`.
        let bare = raw.trim_end_matches('.');
        let raw = if bare.chars().count() > 1 && !bare.contains('.') { bare } else { raw };
        NameWord { raw, folded: fold(raw) }
    })
    .collect()
}

fn raw(words: &[NameWord<'_>]) -> String {
    words.iter().map(|word| word.raw).collect::<Vec<_>>().join(" ")
}

/// True if a name is over at a word.
fn ends_name(all: &[NameWord<'_>], at: usize) -> bool {
    let Some(word) = all.get(at) else { return true };
    let next = all.get(at + 1).map_or("", |next| next.folded.as_str());
    match word.folded.as_str() {
        "في" => at == 0 || lexicon::is_talk(next),
        // `علي` is a name and `على` none; `إلى` is folded alike in both spellings.
        "علي" => word.raw.ends_with('ى'),
        "الي" => true,
        folded => lexicon::is_stop(folded) || lexicon::is_own_speech(folded),
    }
}

/// Name and post of the words by which somebody is named.
fn mention(words: &[NameWord<'_>]) -> Mention {
    let skipped = words.iter().take_while(|word| lexicon::stands_before_verb(&word.folded)).count();
    let words = words.get(skipped..).unwrap_or_default();
    if words.is_empty() || words.len() > LONGEST || words.iter().any(|word| lexicon::is_writing(&word.folded)) {
        return Mention::default();
    }
    let is_address = |at: usize| {
        words.get(at).is_some_and(|word| {
            lexicon::is_honorific(&word.folded) || (lexicon::is_honorific_letter(&word.folded) && at + 1 < words.len())
        })
    };
    let Some(last) = (0..words.len()).rev().find(|&at| is_address(at) && at + 1 < words.len()) else {
        return unaddressed(words);
    };
    let start = (0..=last).rev().take_while(|&at| is_address(at)).last().unwrap_or(last);
    let (head, tail) = words.split_at(start);
    // Somebody else may be named before: `محافظ البصرة المهندس أسعد العيداني ومدير الكهرباء الأستاذ …`.
    let is_other = |word: &NameWord| lexicon::is_honorific(&word.folded) && !lexicon::is_role(&word.folded);
    let from = head.iter().rposition(is_other).map_or(0, |at| at + 1);
    let of_role = head.iter().skip(from).position(|word| role_of(word).is_some()).map(|at| from + at);
    let Some((first, rest)) = of_role.and_then(|at| head.get(at..)?.split_first()) else {
        return addressed(tail, head.is_empty());
    };
    let role = std::iter::once(role_of(first).unwrap_or(first.raw)).chain(rest.iter().map(|word| word.raw));
    Mention { name: addressed(tail, false).name, role: Some(role.collect::<Vec<_>>().join(" ")) }
}

/// The word of a post without the `و` that joins it.
fn role_of<'t>(word: &NameWord<'t>) -> Option<&'t str> {
    let joined = word.raw.strip_prefix('و').filter(|bare| lexicon::is_role(&fold(bare)));
    if lexicon::is_role(&word.folded) { Some(word.raw) } else { joined }
}

/// Words that begin with what somebody is addressed by: `السيد محافظ البصرة أسعد العيداني`, `الأستاذ
/// علي حسين مدير القسم`.
fn addressed(words: &[NameWord<'_>], may_be_post: bool) -> Mention {
    let is_role = |word: &NameWord| lexicon::is_role(&word.folded);
    let bare = words.iter().position(|word| !lexicon::is_honorific(&word.folded)).unwrap_or(0);
    let rest = words.get(bare..).unwrap_or_default();
    // `النائب الأول` is a post, `النائب فالح حسن` is not.
    let ranked = words.first().is_some_and(is_role) && rest.first().is_some_and(|w| lexicon::has_article(&w.folded));
    if may_be_post && ranked {
        return unaddressed(words);
    }
    if may_be_post && rest.first().is_some_and(is_role) {
        let inner = unaddressed(rest);
        return if inner.name.is_some() && inner.role.is_some() {
            inner
        } else {
            Mention { name: None, role: Some(raw(words)) }
        };
    }
    match rest.iter().skip(1).position(is_role).map(|at| bare + 1 + at) {
        Some(at) => Mention { name: words.get(..at).map(raw), role: words.get(at..).map(raw) },
        None => Mention { name: Some(raw(words)), role: None },
    }
}

/// Words without an address: `مدير بلدية البصرة علي حسين`, `علي حسين مدير البلدية`, `جابر`.
fn unaddressed(words: &[NameWord<'_>]) -> Mention {
    let is_role = |word: &NameWord| lexicon::is_role(&word.folded);
    if !words.first().is_some_and(is_role) {
        return match words.iter().position(is_role) {
            Some(at) => Mention { name: words.get(..at).map(raw), role: words.get(at..).map(raw) },
            None => Mention { name: Some(raw(words)), role: None },
        };
    }
    let at = end_of_post(words);
    let is_name = |name: &&[NameWord<'_>]| {
        let first = name.first().map_or("", |word| word.folded.as_str());
        let joins = matches!(first, "في" | "من" | "عن" | "لدي" | "بين") || lexicon::is_institution(first);
        !first.is_empty() && !joins && name.len() <= 5
    };
    let name = words.get(at..).filter(is_name);
    match name {
        Some(name) => Mention { name: Some(raw(name)), role: words.get(..at).map(raw) },
        None => Mention { name: None, role: Some(raw(words)) },
    }
}

/// The number of words of a post before a name: those up to the last with an article; a name may end
/// with one too.
fn end_of_post(words: &[NameWord<'_>]) -> usize {
    let articles: Vec<usize> =
        words.iter().enumerate().filter(|(_, word)| lexicon::has_article(&word.folded)).map(|(at, _)| at).collect();
    let all = words.len();
    match articles.as_slice() {
        [.., last] if last + 1 < all => last + 1,
        [.., before, _] if before + 2 < all => before + 1,
        [_, ..] | [] => {
            let inside = words.iter().skip(1).take_while(|word| lexicon::is_institution(&word.folded)).count();
            let end = inside + 2;
            // A name has two words, and the last with an article ends a post of few.
            if end + 2 <= all { end } else { all }
        }
    }
}
