//! The messages about adopted files in Arabic.

use super::super::Words;
use super::super::archive::{AdoptProblem as P, AdoptedPart, ListColumn, ListFault};

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::OtherKind { path } => Words::new(
            format!("`{path}` ليس من أنواع الملفات التي يحفظها الأرشيف كما هي"),
            "الأنواع هي: PDF، وWord (‏.docx و.doc)، وJPEG، وPNG؛ افتح الملف في برنامجه واحفظه PDF",
        ),
        P::WrongName { path, real } => Words::new(
            format!("`{path}` محتواه محتوى ملف .{real}، وإن قال اسمه غير ذلك"),
            format!("تأكد من أنه الملف المقصود، فإن كان هو فاجعل اسمه ينتهي بـ.{real}"),
        ),
        P::Broken { path } => Words::new(
            format!("`{path}` ملف معطوب: لا يُفتح، أو آخره مفقود"),
            "انسخه من مصدره مرة أخرى وتأكد من أنه يُفتح",
        ),
        P::Locked { path } => Words::new(
            format!("`{path}` يطلب كلمة مرور، وما يُحفظ في الأرشيف يجب أن يُفتح من غيرها"),
            "افتحه بكلمة المرور، واحفظه أو اطبعه PDF من غيرها، ثم ضُمّ الملف الجديد",
        ),
        P::Empty { path } => Words::new(format!("`{path}` ملف فارغ"), "انسخه من مصدره مرة أخرى"),
        P::Otherwise { id, parts } => {
            let parts: Vec<&str> = parts.iter().map(|part| self::part(*part)).collect();
            Words::new(
                format!("الملف نفسه محفوظ في الأرشيف باسم `{id}`، ويختلف المذكور عنه في: {}", parts.join("، ")),
                format!(
                    "لم يتغير شيء؛ الأمر `nashra archive show {id}` يعرض المحفوظ، فإن كان خطأ فاسحبه ثم ضُمّ الملف من جديد: nashra archive withdraw {id} --reason \"…\""
                ),
            )
        }
        P::NotOurs { id } => Words::new(
            format!("صفحات `{id}` ليست من صنع هذا البرنامج، وهي محفوظة كما ضُمّت"),
            format!(
                "الأمر `nashra archive show {id}` يعرض ملفها، وإن لم يعد يُعمل بها فنفّذ: nashra archive withdraw {id} --reason \"…\""
            ),
        ),
        P::TextUnread { path } => Words::new(
            format!("لم يُقرأ نص `{path}`، أو لم يُقرأ إلى آخره، لأنه كبير جداً أو يطول أمره"),
            "الملف نفسه محفوظ كاملاً؛ وليُعثر عليه بكل كلماته أعطِ ملفاً بنصه عند ضمّه",
        ),
        P::Future { date } => Words::new(
            format!("لم يحن اليوم {date} بعد، ولا يُضمّ إلا ما نُشر"),
            "اكتب التاريخ الذي على صفحاتها، مثل 2016-11-20",
        ),
        P::NoTitle => Words::new("العنوان بلا كلمات", "اكتب العنوان الذي على صفحاتها"),
        P::List(fault) => list(fault),
    }
}

fn list(fault: &ListFault) -> Words {
    let name = |column: &ListColumn| column.names().get(1).copied().unwrap_or_default();
    match fault {
        ListFault::NoColumn(column) => Words::new(
            format!("ليس في القائمة عمود «{}»", name(column)),
            "السطر الأول يسمّي الأعمدة: الملف، التاريخ، العنوان، العدد، النص؛ ويمكن ترك العدد والنص",
        ),
        ListFault::Twice(column) => Words::new(format!("في القائمة عمودان باسم «{}»", name(column)), "احذف أحدهما"),
        ListFault::Unread(columns) => {
            let columns: Vec<String> = columns.iter().map(|column| format!("«{column}»")).collect();
            Words::new(
                format!("أعمدة في القائمة لا تُقرأ: {}", columns.join("، ")),
                "الأعمدة التي تُقرأ: الملف، التاريخ، العنوان، العدد، النص",
            )
        }
        ListFault::NoValue(column) => {
            Words::new(format!("ليس في هذا السطر «{}»", name(column)), "املأه ثم نفّذ الأمر من جديد")
        }
        ListFault::Date { found, meant } => Words::new(
            format!("`{found}` ليس تاريخاً كما تحتاج إليه القائمة"),
            match meant {
                Some(meant) => format!("إن كنت تقصد {meant} فاكتبه هكذا، السنة أولاً"),
                None => "اكتب السنة ثم الشهر ثم اليوم، مثل 2016-11-20".to_owned(),
            },
        ),
        ListFault::Broken => Words::new(
            "تعذرت قراءة هذا السطر سطراً من جدول",
            "اجعل خاناته بعدد خانات السطر الأول، وأغلق كل علامة تنصيص؛ وهكذا يحفظها Excel إن اخترت CSV UTF-8",
        ),
        ListFault::Empty => Words::new(
            "لا سطر في القائمة",
            "السطر الأول يسمّي الأعمدة: الملف، التاريخ، العنوان، العدد، النص؛ وتحته سطر لكل ملف",
        ),
    }
}

fn part(part: AdoptedPart) -> &'static str {
    match part {
        AdoptedPart::Date => "التاريخ",
        AdoptedPart::Title => "العنوان",
        AdoptedPart::Number => "العدد",
        AdoptedPart::Files => "الملفات الأخرى معه",
        AdoptedPart::Text => "النص",
    }
}
