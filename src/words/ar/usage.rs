//! Wrong usage, in Arabic.

use super::super::forms::names;
use super::super::{UsageProblem as P, WantedValue, Words};
use super::near::near_and_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::UnknownCommand { found, near, help } => {
            Words::new(format!("لا يوجد أمر اسمه `{found}`"), near_or_help(near.as_deref(), "الأوامر", help))
        }
        P::UnknownOption { found, near, help } => {
            Words::new(format!("لا يوجد لهذا الأمر خيار اسمه `{found}`"), near_or_help(near.as_deref(), "الخيارات", help))
        }
        P::Unexpected { found, help } => Words::new(
            format!("لا موضع هنا لـ`{found}`"),
            format!("احذفه، أو ضعه بين علامتي تنصيص مع ما قبله إن كانت فيه مسافة؛ ولطريقة الكتابة نفّذ: {help}"),
        ),
        P::UnknownValue { option, found, near, known } => {
            Words::new(format!("`{found}` ليست من قيم `{option}`"), near_and_list(near.as_deref(), "القيم هي", known))
        }
        P::NoValue { option, known, help } => Words::new(
            format!("`{option}` بلا قيمة بعده"),
            if known.is_empty() {
                format!("اكتب قيمته بعده؛ ولمعرفتها نفّذ: {help}")
            } else {
                format!("اكتب بعده إحدى هذه: {}", names(known, "، "))
            },
        ),
        P::BadValue { option, found, wanted: want } => {
            Words::new(format!("`{found}` لا يصلح قيمةً لـ`{option}`"), wanted(want))
        }
        P::Missing { arguments, help } => Words::new(
            format!("لا بد من ذكر {}", names(arguments, " و")),
            format!("أضف ما ينقص؛ ولطريقة الكتابة نفّذ: {help}"),
        ),
        P::Together { option, others } => {
            Words::new(format!("لا يجتمع `{option}` مع {}", names(others, " ولا مع ")), "احذف أحدهما")
        }
        P::Twice { option } => Words::new(format!("ذُكر `{option}` أكثر من مرة"), "اذكره مرة واحدة"),
        P::UnknownChapter { found, near, known } => {
            Words::new(format!("ليس في الدليل فصل اسمه `{found}`"), near_and_list(near.as_deref(), "الفصول هي", known))
        }
        P::Otherwise { option, help } => Words::new(
            if option.is_empty() {
                "كُتب الأمر على غير وجهه".to_owned()
            } else {
                format!("كُتب `{option}` على غير وجهه")
            },
            format!("لطريقة الكتابة نفّذ: {help}"),
        ),
    }
}

fn near_or_help(near: Option<&str>, what: &str, help: &str) -> String {
    match near {
        Some(near) => format!("هل تقصد `{near}`؟ ولعرض {what} نفّذ: {help}"),
        None => format!("لعرض {what} نفّذ: {help}"),
    }
}

pub(in super::super) fn wanted(want: &WantedValue) -> String {
    match want {
        WantedValue::Date { meant: Some(meant) } => format!("اكتب السنة ثم الشهر ثم اليوم: `{meant}`"),
        WantedValue::Date { meant: None } => "اكتب السنة ثم الشهر ثم اليوم، هكذا: `2026-11-20`".to_owned(),
        WantedValue::Month => {
            "اكتب شهراً بأي من أسمائه أو برقمه، ومعه سنته أو من غيرها: `2026-11` أو `\"تشرين الثاني 2026\"` أو `نوفمبر`"
                .to_owned()
        }
        WantedValue::Days => "اكتب يوماً أو شهراً أو سنة، هكذا: `2026-11-20` أو `2026-11` أو `2026`".to_owned(),
        WantedValue::Slug { near: Some(near) } => {
            format!("تجوز الحروف اللاتينية الصغيرة والأرقام والشرطات المفردة وحدها، هكذا: `{near}`")
        }
        WantedValue::Slug { near: None } => {
            "تجوز الحروف اللاتينية الصغيرة والأرقام والشرطات المفردة وحدها، هكذا: `school-visit`".to_owned()
        }
        WantedValue::Number { least, most: Some(most) } => format!("اكتب عدداً صحيحاً من {least} إلى {most}"),
        WantedValue::Number { least, most: None } => format!("اكتب عدداً صحيحاً لا يقل عن {least}"),
        WantedValue::Hash => "اكتب من 16 إلى 128 خانة من 0 إلى 9 ومن a إلى f، ابتداءً من اليسار".to_owned(),
        WantedValue::Millimetres { most } => format!("اكتب عدداً من 0 إلى {most}، بالمليمتر"),
    }
}
