//! Rules of Arabic typing, in Arabic.

use crate::arabic::Rule;

use super::super::Words;

pub(super) fn words(rule: Rule, excerpt: &str, fix: Option<&str>) -> Words {
    let (what, hint) = sentences(rule);
    let hint = match fix {
        Some(fix) if fix.trim().is_empty() => format!("{hint}، والأمر `nashra check --fix` يفعل ذلك"),
        Some(fix) => format!("{hint}: `{fix}`، والأمر `nashra check --fix` يفعل ذلك"),
        None => hint.to_owned(),
    };
    Words::new(format!("{what}: `{excerpt}`"), hint)
}

fn sentences(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::SpaceInsideBracket => ("فراغ زائد داخل القوس", "احذف الفراغ"),
        Rule::SpaceBeforeMark => ("فراغ زائد قبل علامة الترقيم", "احذف الفراغ"),
        Rule::NoSpaceAfterMark => ("لا فراغ بعد علامة الترقيم", "ضع فراغاً بعد العلامة"),
        Rule::DoubledSpace => ("فراغان أو أكثر متتابعان", "أبقِ فراغاً واحداً"),
        Rule::DoubledMark => ("علامة ترقيم مكررة", "أبقِ علامة واحدة"),
        Rule::LatinMark => ("علامة ترقيم لاتينية بعد كلمة عربية", "اكتب العلامة العربية"),
        Rule::ColonDash => ("نقطتان بعدهما شرطة", "اكتب النقطتين وحدهما"),
        Rule::StraightQuotes => ("علامتا اقتباس مستقيمتان في نص عربي", "اكتب «»"),
        Rule::UnpairedBracket => ("قوس بلا نظير", "أضف القوس الناقص أو احذف هذا"),
        Rule::UnpairedQuote => ("علامة اقتباس بلا نظير", "أضف العلامة الناقصة أو احذف هذه"),
        Rule::TypedTatweel => ("كلمة ممدودة باليد", "احذف المد، فالأسطر تُضبط من تلقاء نفسها"),
        Rule::LoneWaw => ("واو العطف منفصلة عن كلمتها", "صِلها بالكلمة التي بعدها"),
        Rule::MixedDigits => ("أرقام من نظامين مختلفين", "اكتب الأرقام كلها بنظام واحد، ١٢٣ أو 123"),
        Rule::WeekdayMismatch => ("اسم اليوم لا يوافق التاريخ", "صحّح اسم اليوم أو التاريخ"),
    }
}
