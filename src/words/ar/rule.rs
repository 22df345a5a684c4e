//! Rules of Arabic typing, in Arabic.

use crate::arabic::Rule;

use super::super::{Against, Explanation, TextProblem, Words};

pub(super) fn words(problem: &TextProblem) -> Words {
    let TextProblem { rule, excerpt, fix, against } = problem;
    let (what, hint) = sentences(*rule);
    let hint = match against {
        Some(Against::Place { line, column }) => format!("{hint}، والنظام الآخر في السطر {line} والعمود {column}"),
        Some(Against::Name { form }) => format!("{hint}: `{form}`"),
        None => hint.to_owned(),
    };
    let hint = match fix {
        Some(fix) if fix.trim().is_empty() || matches!(rule, Rule::OfficialName | Rule::StraightQuotes) => {
            format!("{hint}، والأمر `nashra check --fix` يفعل ذلك")
        }
        Some(fix) => format!("{hint}: `{fix}`، والأمر `nashra check --fix` يفعل ذلك"),
        None => hint,
    };
    Words::new(format!("{what}: `{excerpt}`"), hint)
}

fn sentences(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::SpaceInsideBracket => ("مسافة زائدة داخل القوس", "احذف المسافة"),
        Rule::SpaceBeforeMark => ("مسافة زائدة قبل علامة الترقيم", "احذف المسافة"),
        Rule::NoSpaceAfterMark => ("لا مسافة بعد علامة الترقيم", "ضع مسافة بعد العلامة"),
        Rule::DoubledSpace => ("مسافتان متتاليتان أو أكثر", "أبقِ مسافة واحدة"),
        Rule::DoubledMark => ("علامة ترقيم مكررة", "أبقِ علامة واحدة"),
        Rule::LatinMark => ("علامة ترقيم لاتينية بعد كلمة عربية", "اكتب العلامة العربية"),
        Rule::ColonDash => ("نقطتان بعدهما شرطة", "اكتب النقطتين وحدهما"),
        Rule::StraightQuotes => ("علامتا تنصيص مستقيمتان في نص عربي", "ضع «…» بدل العلامتين"),
        Rule::UnpairedBracket => ("قوس بلا نظير", "أضف القوس الناقص أو احذف هذا"),
        Rule::UnpairedQuote => ("علامة تنصيص بلا نظير", "أضف العلامة الناقصة أو احذف هذه"),
        Rule::TypedTatweel => ("كلمة ممدودة باليد", "احذف المد، فالأسطر تُضبط من تلقاء نفسها"),
        Rule::LoneWaw => ("واو العطف منفصلة عن كلمتها", "صِلها بالكلمة التي بعدها"),
        Rule::MixedDigits => ("أرقام بنظامين في ملف واحد", "اكتب الأرقام كلها بنظام واحد، ١٢٣ أو 123"),
        Rule::WeekdayMismatch => ("اسم اليوم لا يوافق التاريخ، أو التاريخ ليوم لا وجود له", "صحّح اسم اليوم أو التاريخ"),
        Rule::OfficialName => ("اسم يخالف صيغته الرسمية", "اكتبه كما في glossary.toml"),
        Rule::JoinedWords => ("كلمتان بلا مسافة بينهما", "ضع مسافة بين الكلمتين"),
        Rule::CommonSlip => ("كلمة كثيراً ما يُخطأ في إملائها", "اكتبها هكذا"),
        Rule::MarkAroundQuote => ("علامة الترقيم نفسها قبل إغلاق التنصيص وبعده", "أبقِ التي بعد علامة التنصيص وحدها"),
    }
}

/// Why a rule is there.
fn why(rule: Rule) -> &'static str {
    match rule {
        Rule::SpaceInsideBracket => "القوس يلاصق ما بداخله، والمسافة قد تترك القوس وحده في طرف السطر",
        Rule::SpaceBeforeMark => "علامة الترقيم تلاصق الكلمة التي قبلها، والمسافة قد تنقلها وحدها إلى أول السطر التالي",
        Rule::NoSpaceAfterMark => "المسافة بعد العلامة تفصل بين الكلمتين، وبدونها تلتصقان ولا ينقطع السطر بينهما",
        Rule::DoubledSpace => "الأسطر تُضبط من تلقاء نفسها، والمسافة المكررة تبدو ثغرة في السطر",
        Rule::DoubledMark => "علامة واحدة تكفي، أما النقاط الثلاث ... فتبقى كما هي",
        Rule::LatinMark => "العلامات اللاتينية تخالف اتجاه الكتابة العربية، ولكل منها علامة عربية",
        Rule::ColonDash => "النقطتان وحدهما تمهدان للقول، والشرطة بعدهما زيادة لا معنى لها",
        Rule::StraightQuotes => "علامتا التنصيص في العربية «»، ولا يُعرف من المستقيمة أتفتح أم تُغلق",
        Rule::UnpairedBracket => "القوس الذي لا يُغلق، أو يُغلق ولم يُفتح، يدل على كلام سقط أو زاد",
        Rule::UnpairedQuote => "العلامة التي لا نظير لها لا تبيّن أين يبدأ القول وأين ينتهي",
        Rule::TypedTatweel => "الأسطر تُضبط من تلقاء نفسها، والكلمة الممدودة باليد لا يجدها من يبحث عنها",
        Rule::LoneWaw => "واو العطف تُكتب متصلة بما بعدها، وإذا فُصلت فقد تبقى وحدها في آخر السطر",
        Rule::MixedDigits => "الصفحة تكتب الأرقام كلها بنظام واحد، والخلط في الملف يربك من يراجعه أو يبحث فيه",
        Rule::WeekdayMismatch => "في أحدهما خطأ لا يعرف موضعه إلا كاتب التقرير",
        Rule::JoinedWords => "التاء المربوطة والألف المقصورة لا تأتيان إلا في آخر الكلمة، فما بعدهما كلمة أخرى",
        Rule::CommonSlip => "ما تُكتب به الكلمة همزةً أو تاءً مربوطة حرف منها، وتركه في كتاب رسمي خطأ",
        Rule::MarkAroundQuote => "الجملة تنتهي مرة واحدة، والعلامة التي بعد التنصيص تُنهي القول المنقول أيضاً",
        Rule::OfficialName => "للأسماء والألقاب الرسمية صيغة واحدة يضعها المكتب في glossary.toml",
    }
}

/// The effect of `--fix`.
fn fix(rule: Rule) -> &'static str {
    match rule {
        Rule::UnpairedBracket | Rule::UnpairedQuote | Rule::MixedDigits | Rule::WeekdayMismatch | Rule::CommonSlip => {
            "يصححه كاتب التقرير وحده، إذ لا يعرف الصواب غيره"
        }
        Rule::StraightQuotes => "الأمر `nashra check --fix` يصحح كل علامتين متقابلتين، ويترك المفردة لكاتب التقرير",
        Rule::JoinedWords => {
            "الأمر `nashra check --fix` يفصل بينهما إن بدأت الثانية بأداة التعريف، وما سواه يصححه كاتب التقرير"
        }
        Rule::OfficialName => {
            "الأمر `nashra check --fix` يصحح ما ذُكر في `not` من glossary.toml، وما سواه يصححه كاتب التقرير"
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
        | Rule::MarkAroundQuote => "الأمر `nashra check --fix` يصححه",
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
        "{code}: {what}\n  لماذا: {why}\n  خطأ: {wrong}\n  صواب: {right}\n  التصحيح: {fix}\n  \
         لإيقاف القاعدة في مجلد العمل كله اكتب في nashra.toml تحت [checks]: {off}\n  \
         للسماح بها في موضع واحد اكتب في آخر سطره أو في السطر الذي قبله: {allow}"
    )
}
