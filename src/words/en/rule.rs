//! Rules of Arabic typing, in English.

use crate::arabic::Rule;

use super::super::{Against, Explanation, TextProblem, Words};

pub(super) fn words(problem: &TextProblem) -> Words {
    let TextProblem { rule, excerpt, fix, against } = problem;
    let (what, hint) = sentences(*rule);
    let hint = match against {
        Some(Against::Place { line, column }) => format!("{hint}; the others begin on line {line}, column {column}"),
        Some(Against::Name { form }) => format!("{hint}: `{form}`"),
        None => hint.to_owned(),
    };
    let hint = match fix {
        Some(fix) if fix.trim().is_empty() || matches!(rule, Rule::OfficialName | Rule::StraightQuotes) => {
            format!("{hint}; `nashra check --fix` does it")
        }
        Some(fix) => format!("{hint}: `{fix}`; `nashra check --fix` does it"),
        None => hint,
    };
    Words::new(format!("{what}: `{excerpt}`"), hint)
}

fn sentences(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::SpaceInsideBracket => ("a space stands just inside a bracket", "take the space out"),
        Rule::SpaceBeforeMark => ("a space stands before a punctuation mark", "take the space out"),
        Rule::NoSpaceAfterMark => ("no space stands after a punctuation mark", "put a space after the mark"),
        Rule::DoubledSpace => ("two spaces or more stand together", "leave one space"),
        Rule::DoubledMark => ("a punctuation mark is doubled", "leave one mark"),
        Rule::LatinMark => ("a Latin punctuation mark stands after an Arabic word", "write the Arabic mark"),
        Rule::ColonDash => ("a colon stands together with a dash", "write the colon alone"),
        Rule::StraightQuotes => ("straight quotes stand in Arabic text", "put «…» in place of the two marks"),
        Rule::UnpairedBracket => ("a bracket has no partner", "add the missing bracket, or delete this one"),
        Rule::UnpairedQuote => ("a quotation mark has no partner", "add the missing mark, or delete this one"),
        Rule::TypedTatweel => {
            ("a word is stretched by hand with tatweel", "take the tatweel out; lines are stretched by themselves")
        }
        Rule::LoneWaw => ("the conjunction و stands apart from its word", "join it to the word after it"),
        Rule::MixedDigits => ("digits of two systems stand in one file", "write all digits in one system, ١٢٣ or 123"),
        Rule::WeekdayMismatch => {
            ("the weekday does not agree with the date, or there is no such day", "correct the weekday or the date")
        }
        Rule::OfficialName => ("a name differs from its official form", "write it as in glossary.toml"),
        Rule::JoinedWords => ("two words have no space between them", "put a space between them"),
        Rule::CommonSlip => ("a word that is often misspelt", "write it like this"),
        Rule::MarkAroundQuote => {
            ("the same mark stands before a closing quotation mark and after it", "keep only the mark after it")
        }
    }
}

/// Why a rule is there.
fn why(rule: Rule) -> &'static str {
    match rule {
        Rule::SpaceInsideBracket => "a bracket touches what it holds; a space may leave it alone at the end of a line",
        Rule::SpaceBeforeMark => "a mark touches the word before it; a space may carry it alone to the next line",
        Rule::NoSpaceAfterMark => {
            "the space after a mark parts two words; without it they stick together and no line breaks there"
        }
        Rule::DoubledSpace => "lines are justified by themselves, and a second space looks like a gap",
        Rule::DoubledMark => "one mark is enough; the three dots ... stay as they are",
        Rule::LatinMark => "Latin marks are turned the wrong way in Arabic, which has its own for each of them",
        Rule::ColonDash => "the colon alone leads in what is said; a dash after it means nothing",
        Rule::StraightQuotes => {
            "the quotation marks of Arabic are «»; a straight one doesn't say whether it opens or closes"
        }
        Rule::UnpairedBracket => {
            "a bracket that is never closed, or never opened, shows that words are missing or left over"
        }
        Rule::UnpairedQuote => "a mark without its partner doesn't say where the words quoted begin and end",
        Rule::TypedTatweel => "lines are justified by themselves, and nobody finds a stretched word by searching",
        Rule::LoneWaw => "و is written together with the word after it; alone it may be left at the end of a line",
        Rule::MixedDigits => {
            "the page has all numbers in one system; mixed in the file they confuse whoever reads or searches it"
        }
        Rule::WeekdayMismatch => "one of the two is wrong, and only the author knows which",
        Rule::JoinedWords => "ة and ى stand only at the end of a word, so that what follows them is another one",
        Rule::CommonSlip => "its hamza or ة is a letter of the word, and an official paper without it has a mistake",
        Rule::MarkAroundQuote => "a sentence ends once: the mark after the quotation ends what is quoted as well",
        Rule::OfficialName => "official names and titles have one form, which the office keeps in glossary.toml",
    }
}

/// The effect of `--fix`.
fn fix(rule: Rule) -> &'static str {
    match rule {
        Rule::UnpairedBracket | Rule::UnpairedQuote | Rule::MixedDigits | Rule::WeekdayMismatch | Rule::CommonSlip => {
            "the author has to correct it, since nobody else knows what is right"
        }
        Rule::StraightQuotes => {
            "`nashra check --fix` mends those that make a pair, and leaves a single one to the author"
        }
        Rule::JoinedWords => {
            "`nashra check --fix` parts them where the second begins with the article; the author has to correct the rest"
        }
        Rule::OfficialName => {
            "`nashra check --fix` mends what stands under `not` in glossary.toml; the author has to correct the rest"
        }
        Rule::SpaceInsideBracket
        | Rule::SpaceBeforeMark
        | Rule::NoSpaceAfterMark
        | Rule::DoubledSpace
        | Rule::DoubledMark
        | Rule::LatinMark
        | Rule::ColonDash
        | Rule::TypedTatweel
        | Rule::LoneWaw
        | Rule::MarkAroundQuote => "`nashra check --fix` mends it",
    }
}

/// A rule's finding, its reason, and the effect of `--fix`.
pub(in super::super) fn explanation(rule: Rule) -> (&'static str, &'static str, &'static str) {
    (sentences(rule).0, why(rule), fix(rule))
}

/// An explanation for reading.
pub(in super::super) fn explained(of: &Explanation) -> String {
    let Explanation { code, what, why, wrong, right, fix, off, allow } = of;
    format!(
        "{code}: {what}\n  why: {why}\n  wrong: {wrong}\n  right: {right}\n  mending: {fix}\n  \
         to switch it off in the whole workspace, write in nashra.toml under [checks]: {off}\n  \
         to allow it in one place, write at the end of its line or on the line before: {allow}"
    )
}
