//! Mistakes in TOML, in Arabic.

use super::super::forms::{MISTAKE, counted, names};
use super::super::{SyntaxProblem as P, Words};

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::UnquotedText { found } => Words::new(
            format!("النص `{found}` مكتوب بلا علامتي تنصيص"),
            format!("ضعه بين علامتي تنصيص مستقيمتين: \"{found}\""),
        ),
        P::CurlyQuotes { found } => Words::new(
            format!("النص {found} ليس بين علامتي تنصيص مستقيمتين"),
            "ضع النص كله بين علامتين مستقيمتين \" ويجوز أن تبقى «» أو “” في داخله",
        ),
        P::MissingValue { key } => Words::new(format!("لا شيء بعد `{key} =`"), "اكتب القيمة بعد علامة `=` أو احذف السطر"),
        P::MissingEquals { found, meant: Some(meant) } => {
            Words::new(format!("لا توجد علامة `=` في السطر `{found}`"), format!("اكتبه هكذا: `{meant}`"))
        }
        P::MissingEquals { found, meant: None } => Words::new(
            format!("لا توجد علامة `=` في السطر `{found}`"),
            "اكتبه هكذا: `key = \"...\"`، وإن كان ملاحظة فابدأه بالعلامة `#`، أما النص المكوّن من عدة أسطر فيوضع بين \"\"\" و\"\"\"",
        ),
        P::ColonForEquals { key, sign, value } => Words::new(
            format!("بعد `{key}` العلامة `{sign}` بدل علامة المساواة"),
            format!("استعمل علامة المساواة: `{key} = {value}`"),
        ),
        P::UnclosedText => Words::new(
            "النص لم يُغلق بعلامة تنصيص في نهاية سطره",
            "أضف علامة الإغلاق، أما النص المكوّن من عدة أسطر فيوضع بين \"\"\" و\"\"\"",
        ),
        P::UnclosedLongText => {
            Words::new("النص الطويل الذي يبدأ هنا لم يُغلق", "اكتب علامات التنصيص الثلاث نفسها بعد آخر سطر منه")
        }
        P::QuoteInside => Words::new(
            "علامة تنصيص مستقيمة داخل النص أنهته قبل أوانه",
            "استعمل «» داخل النص، أو اكتب \\\" إن أردت العلامة المستقيمة نفسها",
        ),
        P::BadEscape { found, near, .. } => Words::new(
            format!("الرمز `{found}` لا معنى له داخل علامتي التنصيص"),
            match near.as_slice() {
                [] => "اكتب `/` في مسارات الملفات، وإن أردت الشرطة المعكوسة نفسها فاكتبها مرتين `\\\\`".to_owned(),
                near => format!("اكتب مكانه {}، فهو في مجلد العمل", names(near, " أو ")),
            },
        ),
        P::ControlCharacter { code } => {
            Words::new(format!("يوجد هنا رمز تحكم غير مرئي (U+{code:04X})"), "احذفه أو أعد كتابة السطر")
        }
        P::DuplicateKey { key, part, heading } => Words::new(
            format!("المفتاح `{key}` مكتوب مرتين"),
            match key.as_str() {
                _ if *part => "اكتب قبل الثاني سطراً فيه `[[body]]`، فيبدأ به جزء جديد من المتن".to_owned(),
                "body" | "photos" => format!("اكتب `[[{key}]]` بأقواس مزدوجة قبل كل واحد منها"),
                _ if *heading => "انقل ما تحته إلى ما تحت العنوان الأول بهذا الاسم، ثم احذف هذا".to_owned(),
                _ => "أبقِ أحد الموضعين واحذف الآخر".to_owned(),
            },
        ),
        P::BadKey { found, meant } => Words::new(
            format!("لا يصح `{found}` اسماً لمفتاح"),
            match meant {
                Some(key) => format!("تُكتب المفاتيح بالحروف اللاتينية، فهل تقصد `{key}`؟"),
                None => "تُكتب المفاتيح بالحروف اللاتينية كما في الدليل: `title = \"...\"`".to_owned(),
            },
        ),
        P::MissingComma => Words::new("تنقص فاصلة بين عنصرين", "ضع `,` بين العناصر"),
        P::ArabicComma => Words::new(
            "بين العنصرين فاصلة عربية",
            "ضع الفاصلة اللاتينية `,` بين العناصر، أما `،` فمكانها داخل النصوص فقط",
        ),
        P::ExtraComma => Words::new("هنا فاصلة لا شيء قبلها", "احذف الفاصلة"),
        P::UnclosedList => Words::new("القائمة التي تبدأ هنا لم تُغلق", "اكتب `]` بعد آخر عنصر فيها"),
        P::UnclosedInline => Words::new("القوس `{` المفتوح هنا لم يُغلق", "اكتب `}` بعد آخر قيمة"),
        P::UnclosedHeader { found } => {
            Words::new(format!("العنوان `{found}` لم يُغلق"), "أغلقه بعدد الأقواس التي فُتح بها: `[event]` و`[[body]]`")
        }
        P::BadDate { found, meant } => Words::new(
            format!("التاريخ `{found}` ليس مكتوباً كما يجب"),
            match meant {
                Some(date) => format!("اكتب `{date}`: السنة ثم الشهر ثم اليوم"),
                None => "اكتب السنة ثم الشهر ثم اليوم بلا علامتي تنصيص: `2026-11-20`".to_owned(),
            },
        ),
        P::NoSuchDay { found, last } => {
            Words::new(format!("لا وجود للتاريخ `{found}`، فآخر يوم في هذا الشهر هو {last}"), "صحّح اليوم")
        }
        P::NoSuchMonth { found } => {
            Words::new(format!("لا وجود للتاريخ `{found}`، فأشهر السنة 12"), "اكتب الشهر قبل اليوم: `2026-11-20`")
        }
        P::BadTime { found } => Words::new(
            format!("الوقت في `{found}` غير صحيح"),
            "اكتب الساعة من 00 إلى 23 والدقائق من 00 إلى 59: `2026-11-20T10:00:00+03:00`",
        ),
        P::BadNumber { found } => Words::new(
            format!("`{found}` ليس عدداً مكتوباً على الوجه الصحيح"),
            "اكتب الأرقام وحدها بلا أصفار في أولها، وإن كان نصاً فضعه بين علامتي تنصيص",
        ),
        P::BadBoolean { found } => {
            Words::new(format!("القيمة `{found}` ليست `true` ولا `false`"), "اكتب `true` أو `false` بحروف صغيرة")
        }
        P::TrailingText { found } => Words::new(
            format!("بعد القيمة كلام زائد في السطر نفسه: `{found}`"),
            match found.trim().chars().all(|c| matches!(c, ',' | '،' | ';' | '؛' | '.')) {
                true => "احذفه، فلا تُكتب علامة في آخر السطر".to_owned(),
                false => "ضع قبله `#` إن كان ملاحظة، أو انقله إلى سطر مستقل".to_owned(),
            },
        ),
        P::NotATable { key } => Words::new(
            format!("للمفتاح `{key}` قيمة من قبل، فلا يصح أن تكون تحته مفاتيح"),
            format!("احذف أحد الموضعين اللذين ورد فيهما `{key}`"),
        ),
        P::TooDeep => Words::new("الأقواس هنا متداخلة أكثر مما يجب", "أغلق الأقواس التي تُركت مفتوحة قبل هذا الموضع"),
        P::Other { text } => Words::new(format!("هذا الموضع لا يوافق قواعد TOML: {text}"), "قارن السطر بمثال من الدليل"),
        P::More { count } => Words::new(
            format!("بقي في هذا الملف {} لم يُذكر هنا", counted(*count, MISTAKE)),
            "صحّح ما ورد أعلاه أولاً ثم أعد الفحص",
        ),
    }
}
