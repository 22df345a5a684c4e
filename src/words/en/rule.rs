//! Rules of Arabic typing, in English.

use crate::arabic::Rule;

use super::super::Words;

pub(super) fn words(rule: Rule, excerpt: &str, fix: Option<&str>) -> Words {
    let (what, hint) = sentences(rule);
    let hint = match fix {
        Some(fix) if fix.trim().is_empty() => format!("{hint}; `nashra check --fix` does it"),
        Some(fix) => format!("{hint}: `{fix}`; `nashra check --fix` does it"),
        None => hint.to_owned(),
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
        Rule::StraightQuotes => ("straight quotes stand in Arabic text", "write «»"),
        Rule::UnpairedBracket => ("a bracket has no partner", "add the missing bracket, or delete this one"),
        Rule::UnpairedQuote => ("a quotation mark has no partner", "add the missing mark, or delete this one"),
        Rule::TypedTatweel => {
            ("a word is stretched by hand with tatweel", "take the tatweel out; lines are stretched by themselves")
        }
        Rule::LoneWaw => ("the conjunction و stands apart from its word", "join it to the word after it"),
        Rule::MixedDigits => ("digits of two systems stand together", "write all digits in one system, ١٢٣ or 123"),
        Rule::WeekdayMismatch => ("the weekday does not agree with the date", "correct the weekday or the date"),
    }
}
