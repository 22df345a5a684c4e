//! The machine's refusals, in Arabic.

use super::super::{MachineFault, Obstacle, Tried, Words};

pub(super) fn words(fault: &MachineFault) -> Words {
    let path = &fault.path;
    let what = match fault.tried {
        Tried::Read => format!("تعذرت قراءة `{path}`"),
        Tried::List => format!("تعذر عرض محتويات المجلد `{path}`"),
        Tried::Write => format!("تعذرت الكتابة في `{path}`"),
        Tried::Flush => format!("تعذر تثبيت `{path}` على القرص"),
        Tried::Rename => format!("كُتب `{path}` لكن تعذر وضعه في مكانه"),
        Tried::Lock => format!("تعذر الحصول على القفل `{path}`"),
        Tried::MakeFolder => format!("تعذر إنشاء المجلد `{path}`"),
        Tried::Delete => format!("تعذر حذف `{path}`"),
    };
    let why = match fault.obstacle {
        Obstacle::Full => "القرص ممتلئ",
        Obstacle::NotAllowed => "ليست لديك الصلاحية",
        Obstacle::ReadOnly => "القرص للقراءة فقط",
        Obstacle::Missing => "لم يعد موجوداً",
        Obstacle::Exists => "يوجد شيء بهذا الاسم",
        Obstacle::NotAFolder => "جزء من هذا المسار ملف وليس مجلداً",
        Obstacle::IsAFolder => "يوجد مجلد بهذا الاسم",
        Obstacle::Busy => "يستخدمه برنامج آخر",
        Obstacle::Other => fault.innermost(),
    };
    Words::new(format!("{what}: {why}"), hint(fault))
}

fn hint(fault: &MachineFault) -> &'static str {
    let reads = matches!(fault.tried, Tried::Read | Tried::List);
    match fault.obstacle {
        Obstacle::Full => "أفرغ بعض المساحة على القرص ثم أعد الأمر",
        Obstacle::NotAllowed if reads => "اطلب صلاحية القراءة ممن يدير هذا الحاسوب ثم أعد الأمر",
        Obstacle::NotAllowed => "أغلقه إن كان مفتوحاً في برنامج آخر، وتحقق من صلاحيات مجلده",
        Obstacle::ReadOnly => "ارفع الحماية من الكتابة عن القرص، أو اعمل في مجلد على قرص آخر",
        Obstacle::Missing => "تحقق من أن القرص أو مجلد الشبكة ما زال متصلاً ثم أعد الأمر",
        Obstacle::Exists | Obstacle::IsAFolder => "غيّر اسم الموجود أو انقله ثم أعد الأمر",
        Obstacle::NotAFolder => "غيّر اسم ذلك الملف أو انقله، أو اختر مجلداً آخر",
        Obstacle::Busy => "أغلقه في البرنامج الآخر أو انتظر حتى ينتهي ثم أعد الأمر",
        Obstacle::Other if !reads => {
            "تحقق من أن القرص متصل وسليم وفيه مساحة كافية، والخيار `--verbose` يعرض كل ما قاله النظام"
        }
        Obstacle::Other => "تحقق من أن القرص متصل وسليم، والخيار `--verbose` يعرض كل ما قاله النظام",
    }
}

/// The step that failed, on one line, for those who look after the machine.
pub(in super::super) fn tried(fault: &MachineFault) -> String {
    let what = match fault.tried {
        Tried::Read => "القراءة",
        Tried::List => "عرض محتويات المجلد",
        Tried::Write => "الكتابة",
        Tried::Flush => "التثبيت على القرص",
        Tried::Rename => "النقل إلى",
        Tried::Lock => "القفل",
        Tried::MakeFolder => "إنشاء المجلد",
        Tried::Delete => "الحذف",
    };
    format!("المحاولة: {what}: {}", fault.path)
}

/// One of the causes.
pub(in super::super) fn cause(cause: &str) -> String {
    format!("قال النظام: {cause}")
}
