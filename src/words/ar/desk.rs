//! Problems of the desk, in Arabic.

use super::super::forms::{OWN_FILE, SOME_NAME, argument, last_file, names};
use super::super::{DeskProblem as P, Words};

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::FormWithoutNumber { found } => Words::new(
            format!("لا بد أن يكون في الصيغة `{found}` موضع واحد للعدد"),
            "اكتب {n} في موضع العدد و{year} في موضع السنة: `form = \"م.و/{n}\"`",
        ),
        P::FormWithUnknown { part } => Words::new(
            format!("لا معنى لما كُتب في الصيغة: `{part}`"),
            "يُكتب {n} موضع العدد و{year} موضع السنة فقط: `form = \"{n}/{year}\"`",
        ),
        P::FormJoined { found } => Words::new(
            format!("لا يُعرف العدد من الأرقام التي بجانبه في الصيغة `{found}`"),
            "ضع بينهما خطاً مائلاً: `form = \"{n}/{year}\"`",
        ),
        P::ApprovalArchived { id } => Words::new(
            format!("هذا محفوظ في الأرشيف باسم `{id}`، فتبقى حالته وعدده كما هما"),
            format!(
                "لتغيير ما نُشر نفّذ: nashra archive correct {OWN_FILE} --reason \"…\"، ولسحبه نفّذ: nashra archive withdraw {id} --reason \"…\""
            ),
        ),
        P::ApprovedOtherwise { number } => Words::new(
            format!("هذا معتمد من قبل بالعدد `{number}`"),
            format!("لإعطائه عدداً آخر أعده مسودة أولاً: nashra approve --undo {OWN_FILE}"),
        ),
        P::NumberInUse { number, holder, next } => Words::new(
            format!("العدد `{number}` مستعمل في `{holder}`"),
            format!(
                "اختر عدداً غير مستعمل، والعدد التالي يعطيه هذا الأمر: nashra approve {OWN_FILE} --number {}",
                argument(next)
            ),
        ),
        P::NumberTwice { number, holders } => Words::new(
            format!("العدد `{number}` مستعمل أكثر من مرة: {}", names(holders, "، ")),
            format!(
                "تحقق أيها صدر بهذا العدد، وأعد الآخر مسودة واحذف `number` منه ثم اعتمده من جديد: nashra approve --undo {}",
                last_file(holders)
            ),
        ),
        P::NumbersMissing { year, spans, all } => missing(*year, spans, *all),
        P::OneNumberForMany { found } => Words::new(
            format!("عدد واحد طُلب لأكثر من تقرير، وعدد التقارير {found}"),
            "اذكر تقريراً واحداً، أو لا تكتب --number فيأخذ كل تقرير العدد التالي",
        ),
        P::NoteWithoutNumber { found } => {
            Words::new(format!("`{found}` ليس عدداً"), "اكتب العدد كما هو على الورق: `number = \"م.و/٤١٨\"`")
        }
        P::NoteWithoutYear { number } => {
            Words::new(format!("العدد `{number}` قد يكون لأي سنة"), "أضف السنة تحته: `year = 2026`")
        }
        P::NoteBackwards { first, last } => Words::new(
            format!("لا أعداد من `{first}` إلى `{last}`"),
            "اكتب الأول في `number` والأخير في `to`، ويجوز ترك `to`",
        ),
        P::EmptyRegister { year } => Words::new(
            format!("ليس في سنة {year} ما له عدد، فلا سجل يُصنع"),
            "اذكر سنة أو شهراً آخر، أو أعط تقريراً عدده: الأمر `nashra approve` ومعه ملفه",
        ),
        P::TwoYears { year, other } => {
            Words::new(format!("طُلبت سنة {year} وشهر من سنة {other}"), "اترك أحدهما: في `--month 2026-11` سنته")
        }
        P::OneAtATime { found } => Words::new(
            format!("هذا الأمر لتقرير واحد، والمذكور {found}"),
            "اذكر ملفاً واحداً: `content/2026-11-20-school-visit.toml`",
        ),
        P::SameName { slug } => Words::new(format!("اسمه `{slug}` من قبل"), "اختر اسماً آخر، ولم يتغير شيء"),
        P::NameInArchive { id } => {
            Words::new(format!("في الأرشيف `{id}` من قبل"), "اختر اسماً آخر، أو تاريخاً آخر في التقرير")
        }
        P::MoveArchived { id } => Words::new(
            format!("هذا محفوظ في الأرشيف باسم `{id}`، فيبقى ملفه في مكانه"),
            format!(
                "لسحبه نفّذ: nashra archive withdraw {id} --reason \"…\"، ولاستعمال نصه من جديد باسم تختاره نفّذ: nashra copy {OWN_FILE} {SOME_NAME}"
            ),
        ),
        P::InArchivedIssue { id } => Words::new(
            format!("العدد المحفوظ `{id}` يذكر هذا التقرير باسمه"),
            format!("اتركه كما هو، ولاستعمال نصه باسم تختاره نفّذ: nashra copy {OWN_FILE} {SOME_NAME}"),
        ),
        P::ReportInIssue { issue } => {
            Words::new(format!("هذا التقرير مادة في العدد `{issue}`"), "احذفه من العدد أولاً: احذف جزءه `[[articles]]`")
        }
        P::Unreadable => {
            Words::new("لا يمكن قراءة هذا الملف تقريراً", format!("لمعرفة الخطأ نفّذ: nashra check {OWN_FILE}"))
        }
        P::HiddenEnding { name } => Words::new(
            "لا يُقرأ هذا الملف، فاسمه لا ينتهي بـ`.toml`",
            format!("إن كان تقريراً فسمّه `{name}`، وقد يخفي Windows آخر الاسم (عرض، ملحقات أسماء الملفات)"),
        ),
        P::NotAReport => Words::new(
            "لا يُقرأ هذا الملف، فالتقارير ملفات تنتهي بـ`.toml`",
            format!("ابدأ تقريراً والصق النص فيه: nashra new {SOME_NAME}، وما هو تابع لتقرير ضعه في المجلد `assets`"),
        ),
        P::NotApproved => Words::new("هذا ليس تقريراً معتمداً", "لا حاجة إلى التراجع عن شيء"),
        P::NothingToUndo => {
            Words::new("لا شيء يمكن التراجع عنه", "يمكن التراجع عن آخر nashra check --fix في مجلد العمل هذا مرة واحدة")
        }
        P::ChangedSince => Words::new(
            "تغيّر هذا الملف بعد ذلك، فبقي كما هو",
            "ليعود كما كان احذف بيدك ما كتبته بعد ذلك، ثم نفّذ الأمر من جديد",
        ),
    }
}

fn missing(year: i32, spans: &[(String, Option<String>)], all: usize) -> Words {
    let span = |(first, last): &(String, Option<String>)| match last {
        Some(last) => format!("من `{first}` إلى `{last}`"),
        None => format!("`{first}`"),
    };
    let mut listed = spans.iter().map(span).collect::<Vec<_>>().join("، ");
    if all > spans.len() {
        listed.push_str(&format!("، وغيرها {}", all - spans.len()));
    }
    Words::new(
        format!("أعداد من سنة {year} ليست لأحد: {listed}"),
        format!(
            "إن كانت لكتب أخرى فلا بأس، وإلا فأعطها لمسودة: الأمر `nashra approve` ومعه ملفها و`--number {}`",
            spans.first().map(|(first, _)| argument(first)).unwrap_or_default()
        ),
    )
}
