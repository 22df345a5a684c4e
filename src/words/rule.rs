//! The explanation of a rule of Arabic typing, and its example.

use crate::arabic::Rule;

use super::nearest;

/// A rule explained to an author.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Explanation {
    /// The rule's code, as in `NA001`.
    pub code: &'static str,
    /// Its finding.
    pub what: &'static str,
    /// Why that is wrong.
    pub why: &'static str,
    /// A text that it finds something in.
    pub wrong: &'static str,
    /// The same text as it should be.
    pub right: &'static str,
    /// True if `check --fix` mends it.
    pub fix: &'static str,
    /// The line under `[checks]` that switches it off.
    pub off: String,
    /// The comment that allows it in one place.
    pub allow: String,
}

impl Explanation {
    /// The rule on one line.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{}  {}", self.code, self.what)
    }
}

/// The code of a rule that looks most like a text, if one does, and the codes of all rules.
pub(super) fn near_and_known(found: &str) -> (Option<&'static str>, Vec<&'static str>) {
    let known: Vec<&'static str> = Rule::ALL.into_iter().map(Rule::code).collect();
    (nearest(found, &known), known)
}

/// A text that breaks the rule and no other, and the same text in order.
pub(super) fn example(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::SpaceInsideBracket => ("مبنى المحافظة ( البصرة ) قريب", "مبنى المحافظة (البصرة) قريب"),
        Rule::SpaceBeforeMark => ("حضر المحافظ ، ثم تحدث", "حضر المحافظ، ثم تحدث"),
        Rule::NoSpaceAfterMark => ("زار الوفد البصرة،ثم بغداد", "زار الوفد البصرة، ثم بغداد"),
        Rule::DoubledSpace => ("ديوان  محافظة البصرة", "ديوان محافظة البصرة"),
        Rule::DoubledMark => ("حضر المحافظ،، ثم تحدث", "حضر المحافظ، ثم تحدث"),
        Rule::LatinMark => ("حضر المحافظ, ثم تحدث", "حضر المحافظ، ثم تحدث"),
        Rule::ColonDash => ("وقال المحافظ:- نشكر الجميع", "وقال المحافظ: نشكر الجميع"),
        Rule::StraightQuotes => ("تحت شعار \"مدينتنا أجمل\"", "تحت شعار «مدينتنا أجمل»"),
        Rule::UnpairedBracket => ("قضاء الزبير (غرب البصرة", "قضاء الزبير (غرب البصرة)"),
        Rule::UnpairedQuote => ("تحت شعار «مدينتنا أجمل", "تحت شعار «مدينتنا أجمل»"),
        Rule::TypedTatweel => ("محـــافظ البصرة", "محافظ البصرة"),
        Rule::LoneWaw => ("المحافظ و السيد النائب", "المحافظ والسيد النائب"),
        Rule::MixedDigits => ("حضر ٢٥ معلماً و12 معلمة", "حضر ٢٥ معلماً و١٢ معلمة"),
        Rule::WeekdayMismatch => ("يوم الخميس ٢٠ تشرين الثاني ٢٠٢٦", "يوم الجمعة ٢٠ تشرين الثاني ٢٠٢٦"),
        Rule::JoinedWords => ("محافظ البصرةالسيد الأمين", "محافظ البصرة السيد الأمين"),
        Rule::CommonSlip => ("وصل الوفد الى البصرة", "وصل الوفد إلى البصرة"),
        Rule::MarkAroundQuote => ("قال المحافظ: «نشكر الجميع.».", "قال المحافظ: «نشكر الجميع»."),
        Rule::OfficialName => ("محافظ البصرة اسعد عبدالأمير العيداني", "محافظ البصرة أسعد عبد الأمير العيداني"),
    }
}
