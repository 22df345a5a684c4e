//! Mistakes in keys and kinds of values, in Arabic.

use super::super::forms::{ELEMENT, LETTER, SOME_NAME, counted, names};
use super::super::{FieldProblem as P, Found, Home, Want, Words};
use super::near::near_or_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::UnknownKey { key, near, known } => {
            Words::new(format!("المفتاح `{key}` غير معروف"), near_or_list(*near, "المفاتيح المعروفة هنا", known))
        }
        P::Misplaced { key, heading: Home::Above { heading } } => Words::new(
            format!("السطر `{key}` ليس في موضعه، فهو للملف كله ومكتوب تحت عنوان"),
            format!("انقله إلى ما فوق أول عنوان في الملف، وهو `{heading}`"),
        ),
        P::Misplaced { key, heading: Home::Under { heading } } => {
            Words::new(format!("السطر `{key}` ليس في موضعه"), format!("انقله إلى ما تحت العنوان `{heading}`"))
        }
        P::Misplaced { key, heading: Home::InPart } => {
            Words::new(format!("السطر `{key}` جزء من المتن، ومكتوب خارجه"), "اكتب فوقه سطراً فيه `[[body]]`")
        }
        P::Misplaced { key, heading: Home::UnderNew { heading } } => Words::new(
            format!("السطر `{key}` ليس في موضعه"),
            format!("انقله إلى ما تحت عنوان تضيفه بعد المفاتيح المفردة كلها: `{heading}`"),
        ),
        P::Missing { key: "alt", .. } => Words::new(
            "للصورة `alt` ناقص، وهو وصف ما فيها لمن لا يراها",
            "صف في جملة قصيرة ما يظهر في الصورة: `alt = \"...\"`",
        ),
        P::Missing { key, example } => Words::new(format!("المفتاح `{key}` ناقص"), format!("أضف `{example}`")),
        P::WrongType { key, want, found, typed } => wrong_type(key, *want, *found, typed.as_deref()),
        P::EmptyFile => Words::new("الملف فارغ", format!("ابدأ بمثال يكتبه لك هذا الأمر: nashra new {SOME_NAME}")),
        P::Empty { key, needed } => Words::new(
            format!("{} بلا نص", subject(key)),
            if *needed {
                "اكتب نصه"
            } else {
                "اكتب نصه، أو احذفه إن لم تكن إليه حاجة"
            },
        ),
        P::OnlyDots { key, needed } => Words::new(
            format!("{} نقاط بلا نص، وهي في الأمثلة موضع النص الذي يُكتب", subject(key)),
            match needed {
                _ if key.is_empty() => "اكتب النص مكان النقاط؛ والخلية الخالية تُكتب `\"\"`",
                true => "اكتب النص مكان النقاط",
                false => "اكتب النص مكان النقاط، أو احذف السطر إن لم تكن إليه حاجة",
            },
        ),
        P::SampleText { key, text, settings, needed } => Words::new(
            format!("ما زال نص المثال في {}: `{text}`", subject(key)),
            match (settings, needed) {
                (true, _) => "اكتب مكانه ما يخص دائرتك، فهذا هو الذي يُطبع",
                (false, true) => "اكتب مكانه نص تقريرك",
                (false, false) => "اكتب مكانه نص تقريرك، أو احذف السطر إن لم تكن إليه حاجة",
            },
        ),
        P::EmptyList { key } => {
            Words::new(format!("`{key}` قائمة فارغة"), "أضف إليها عنصراً، أو احذفها إن لم تكن إليها حاجة")
        }
        P::NoBody => Words::new("ليس للتقرير متن", "أضف فقرة واحدة على الأقل: `[[body]]` وتحتها `paragraph = \"...\"`"),
        P::BlockWithoutKind { kinds } => {
            Words::new("هذا الجزء من المتن لا يذكر نوعه", format!("أعطه مفتاحاً واحداً من هذه: {}", names(kinds, "، ")))
        }
        P::BlockOfTwoKinds { first, second } => Words::new(
            format!("في هذا الجزء `{first}` و`{second}` معاً"),
            format!("ابدأ جزءاً جديداً بالعنوان `[[body]]` قبل `{second}`"),
        ),
        P::ListTooDeep => Words::new(
            "يجوز أن تتضمن القائمة قائمة واحدة تحتها لا أكثر",
            "انقل هذه العناصر إلى القائمة الأعلى، أو اكتبها فقرةً",
        ),
        P::Needs { key, other } => {
            Words::new(format!("لا معنى للمفتاح `{key}` من غير `{other}`"), format!("أضف `{other}` أو احذف `{key}`"))
        }
        P::UnknownChoice { key, found, near, allowed } => {
            Words::new(format!("`{found}` ليست من قيم `{key}`"), near_or_list(*near, "القيم المسموح بها", allowed))
        }
        P::UnknownSchema { found } => Words::new(
            format!("صيغة الملف رقم {found} غير معروفة لهذه النسخة من البرنامج"),
            "اكتب `schema = 1`، أو ثبّت نسخة أحدث من نشرة",
        ),
        P::TooMany { key, limit, found } => Words::new(
            format!("في `{key}` أكثر من المسموح: وُجد {found} والحد الأعلى {limit}"),
            format!("احذف منها {}", counted(found.saturating_sub(*limit), ELEMENT)),
        ),
        P::TooManyInAll { limit } => Words::new(
            format!("في الملف أكثر من {limit} فقرة وسطر وعنصر وخلية معاً"),
            "قسّمه إلى تقارير عدة، أو أرفق الجدول الطويل ملفاً مستقلاً",
        ),
        P::TooFew { key, limit, found } => Words::new(
            format!("في `{key}` أقل من المطلوب: وُجد {found} والحد الأدنى {limit}"),
            "أضف ما ينقص، أو استعمل نوعاً آخر من أجزاء المتن",
        ),
        P::RowLength { columns, found } => Words::new(
            format!("خلايا هذا الصف {found} وأعمدة الجدول {columns}، ويجب أن يتساوى العددان"),
            "اجعل في كل صف خلية لكل عمود، والخلية الفارغة تُكتب `\"\"`",
        ),
        P::TooLong { key, limit, found } => Words::new(
            format!("{} أطول مما يجب: {found} والحد الأعلى {}", subject(key), counted(*limit, LETTER)),
            if *limit < 1000 { "اختصره" } else { "اختصره أو وزّعه على أكثر من جزء" },
        ),
        P::ManyParagraphs { key } => {
            Words::new(format!("{} مكوّن من أكثر من فقرة", subject(key)), "اكتبه فقرة واحدة بلا أسطر فارغة")
        }
        P::ManyLines { key } => Words::new(format!("{} مكتوب على أكثر من سطر", subject(key)), "اكتبه على سطر واحد"),
        P::OutOfRange { key, min, max, found } => Words::new(
            format!("قيمة {} هي {found} وهي خارج المدى", subject(key)),
            format!("اكتب عدداً صحيحاً من {min} إلى {max}"),
        ),
    }
}

fn subject(key: &str) -> String {
    if key.is_empty() { "هذا العنصر".to_owned() } else { format!("`{key}`") }
}

fn wrong_type(key: &str, want: Want, found: Found, typed: Option<&str>) -> Words {
    let example = typed.unwrap_or(want.example());
    let hint = match want {
        _ if key.is_empty() => format!("اكتبه هكذا: `{example}`"),
        Want::Table if typed.is_some() => {
            format!("اكتب `[{key}]` على سطر مستقل بعد المفاتيح المفردة كلها، وتحته `{example}`")
        }
        Want::Blocks if typed.is_some() => {
            format!("اكتب `[[{key}]]` بأقواس مزدوجة على سطر مستقل بعد المفاتيح المفردة كلها، وتحته `{example}`")
        }
        Want::Table => format!("اكتب `[{key}]` على سطر مستقل بعد المفاتيح المفردة كلها، وتحته مفاتيحه"),
        Want::Blocks => format!("اكتب `[[{key}]]` بأقواس مزدوجة قبل كل واحد منها"),
        _ => format!("اكتبه هكذا: `{key} = {example}`"),
    };
    Words::new(format!("يجب أن يكون {} {}، والموجود {}", subject(key), wanted(want), kind(found)), hint)
}

fn wanted(want: Want) -> &'static str {
    match want {
        Want::Text => "نصاً بين علامتي تنصيص",
        Want::Texts => "نصاً أو قائمة نصوص",
        Want::Integer => "عدداً صحيحاً",
        Want::Number => "عدداً",
        Want::Boolean => "`true` أو `false`",
        Want::Date => "تاريخاً بلا علامتي تنصيص",
        Want::Moment => "تاريخاً ووقتاً مع فرق التوقيت، بلا علامتي تنصيص",
        Want::TextList => "قائمة نصوص",
        Want::List => "قائمة",
        Want::Rows => "قائمة صفوف",
        Want::Cell => "نصاً أو عدداً",
        Want::Item => "نصاً، أو جدول مفاتيح فيه `item` و`list`",
        Want::Table | Want::Picture | Want::Link | Want::Attachment | Want::Article => "جدول مفاتيح",
        Want::Tables => "قائمة من جداول المفاتيح",
        Want::Blocks => "جداول لكل منها عنوان",
    }
}

fn kind(found: Found) -> &'static str {
    match found {
        Found::Text => "نص",
        Found::Integer => "عدد صحيح",
        Found::Float => "عدد عشري",
        Found::Boolean => "`true` أو `false`",
        Found::Date => "تاريخ أو وقت",
        Found::List => "قائمة",
        Found::Table => "جدول مفاتيح",
    }
}
