//! Printing, in Arabic.

use super::super::forms::{COPY, SECOND, counted, names};
use super::super::{Away, PrintProblem as P, PrintStep, Reason, Refusal, StopReason, Words};

/// The advice for every answer that leaves the job's fate open.
const LOOK_FIRST: &str = "انظر في الطابعة قبل أن تطبع ثانية، لئلا تُطبع مرتين";

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::NoPrinter => Words::new(
            "لم تُذكر أي طابعة",
            "اكتب `uri = \"ipp://…\"` تحت `[printer]` في nashra.toml، أو أضف `--printer ipp://…`",
        ),
        P::BadAddress { found } => Words::new(
            format!("`{found}` ليس عنوان طابعة"),
            "اكتبه هكذا: ipp://192.0.2.10/ipp/print، وتجده في قائمة الطابعة تحت الشبكة أو IPP",
        ),
        P::Encrypted { found } => {
            Words::new(format!("`{found}` يطلب اتصالاً مشفّراً، والبرنامج لا يعرفه"), "اكتب ipp:// بدلاً من ipps://")
        }
        P::OneReport { found } => Words::new(
            format!("يُطبع تقرير واحد في كل مرة، وعدد المطلوب هنا {found}"),
            "اذكر ملف تقرير واحد، أو ملف PDF جاهزاً",
        ),
        P::OtherEdition => Words::new(
            "ليس لهذا الملف صفحات من هذا النوع",
            "النشرات والمنشورات تُنشأ من التقارير، والنشرة الإخبارية من أعدادها: اذكر الملف الآخر، أو احذف `--edition`",
        ),
        P::Pictures => Words::new(
            "صور النشر في مواقع التواصل (`social`) لا تُطبع",
            "اذكر نوعاً له صفحات: `--edition bulletin` أو `--edition flyer`",
        ),
        P::EditionOfPdf => {
            Words::new("ملف PDF الجاهز يُطبع كما هو", "احذف `--edition` و`--impose`، أو اذكر ملف التقرير")
        }
        P::Unread { path, reason } => Words::new(
            format!("لم يُقرأ `{path}`: {}", unread(reason)),
            "احفظه من جديد من البرنامج الذي صنعه، أو اطبعه من عارض الملفات",
        ),
        P::NotPdf { path } => {
            Words::new(format!("لا يمكن قراءة `{path}` على أنه ملف PDF"), "أنجزه من جديد، أو افتحه في عارض لترى ما فيه")
        }
        P::OddPages { path, sizes } => Words::new(
            format!("لا يوجد ورق بقياس صفحات `{path}`: {} ملم", sizes.join("، ")),
            "اذكر الورق الذي تُطبع عليه: `--paper a4`، وقد تصغّر الطابعة الصفحات لتتسع لها",
        ),
        P::Away { printer, why } => Words::new(
            format!("الطابعة `{printer}` لا تجيب: {}", away(why)),
            "تأكد من أنها مشغّلة ومتصلة بالشبكة، ومن صحة العنوان",
        ),
        P::NotPrinter { printer, status } => Words::new(
            match status {
                Some(status) => format!("لا توجد طابعة على العنوان `{printer}`: جاء الجواب HTTP {status}"),
                None => format!("لا توجد طابعة على العنوان `{printer}`: ما جاء ليس جواب طابعة (IPP)"),
            },
            "تأكد من العنوان، ومن الجزء الذي بعد الاسم أيضاً؛ وهو في أكثر الطابعات `/ipp/print`",
        ),
        P::Locked { printer } => Words::new(
            format!("الطابعة `{printer}` تطلب كلمة مرور أو اتصالاً مشفّراً"),
            "اسمح بالطباعة من دونهما في إعدادات الطابعة، أو شاركها من حاسوب آخر",
        ),
        P::NotAccepting { printer } => Words::new(
            format!("الطابعة `{printer}` لا تستقبل مهام الطباعة الآن"),
            "اجعلها تستقبل المهام من جديد، من الطابعة نفسها أو من إعداداتها",
        ),
        P::NoPdf { printer, has } => Words::new(
            format!("الطابعة `{printer}` لا تطبع ملفات PDF، بل {} فقط", names(has, "، ")),
            "شارك الطابعة من حاسوب يطبع ملفات PDF (مثل CUPS) واستعمل عنوانه",
        ),
        P::NoPaper { printer, paper, has } => Words::new(
            format!("الطابعة `{printer}` لا تطبع على ورق {paper}"),
            format!("عندها {}؛ غيّر `paper` في إعدادات النشرة أو المنشور، أو أضف `--paper`", names(has, "، ")),
        ),
        P::NoSides { printer, has } => Words::new(
            format!("الطابعة `{printer}` لا تطبع على الوجهين بهذه الطريقة، بل {} فقط", names(has, "، ")),
            "أضف `--sides one-sided`، أو اكتب `duplex = false` تحت `[printer]` في nashra.toml ليبقى كذلك",
        ),
        P::NoGrey { printer } => Words::new(
            format!("لا يمكن أن يُطلب من الطابعة `{printer}` أن تطبع بلا ألوان"),
            "احذف `--grey`، أو اضبط ذلك في الطابعة نفسها",
        ),
        P::TooManyCopies { printer, most } => Words::new(
            format!("لا تطبع `{printer}` في المرة الواحدة أكثر من {}", counted(*most as usize, COPY)),
            "اطبع على دفعات بعدد أقل في `--copies`",
        ),
        P::Refused { printer, refusal: why, said } => {
            let said = said.as_ref().map(|said| format!(" ({said})")).unwrap_or_default();
            let hint = match why {
                Refusal::NoSuchPrinter => "لم يُطبع شيء؛ تأكد من العنوان، ومن الجزء الذي بعد الاسم أيضاً",
                _ => "لم يُطبع شيء",
            };
            Words::new(format!("الطابعة `{printer}` ترفض المهمة: {}{said}", refusal(why)), hint)
        }
        P::Unsure { printer } => Words::new(
            format!("انقطع الاتصال بالطابعة `{printer}` أثناء إرسال الملف، وقد تكون الطباعة جارية"),
            LOOK_FIRST,
        ),
        P::Aborted { printer, job, reasons: why } => Words::new(
            format!("تخلّت الطابعة `{printer}` عن المهمة {job}{}", because(why)),
            "انظر ما تعرضه الطابعة ثم اطبع ثانية، وقد تكون بعض الصفحات قد خرجت",
        ),
        P::Canceled { printer, job, reasons: why } => Words::new(
            format!("أُلغيت المهمة {job} في الطابعة `{printer}`{}", because(why)),
            "اطبع ثانية إن كان ذلك خطأ، وقد تكون بعض الصفحات قد خرجت",
        ),
        P::Unfinished { printer, job, seconds, reasons: why } => Words::new(
            format!(
                "المهمة {job} ما زالت في الطابعة `{printer}` ولم تكتمل بعد {}{}",
                counted(usize::try_from(*seconds).unwrap_or(usize::MAX), SECOND),
                because(why)
            ),
            "لا ترسلها ثانية، فستُطبع حين تعود الطابعة إلى العمل؛ وإن لم تعد تريدها فألغها في الطابعة",
        ),
        P::Forgotten { printer, job } => {
            Words::new(format!("لم تعد الطابعة `{printer}` تعرف المهمة {job}، والأرجح أنها طُبعت"), LOOK_FIRST)
        }
        P::NotLoaded { printer, paper, loaded } => Words::new(
            format!("تقول الطابعة `{printer}` إنه لا ورق {paper} فيها، بل {} فقط", names(loaded, "، ")),
            format!("ضع فيها ورق {paper}، فقد تنتظره الطابعة"),
        ),
        P::Substituted { printer, job, settings } => Words::new(
            format!("تطبع `{printer}` المهمة {job} على غير ما طُلب: {}", names(settings, "، ")),
            "انظر في الصفحات، وألغ المهمة في الطابعة إن لم تكن كما تريد",
        ),
        P::WithErrors { printer, job } => {
            Words::new(format!("تقول الطابعة `{printer}` إن خطأ وقع في المهمة {job}"), "انظر في الصفحات")
        }
    }
}

/// The progress of a job.
pub(in super::super) fn step(step: &PrintStep) -> String {
    match step {
        PrintStep::Sent { printer, job, pages, copies } => {
            format!("أُرسل إلى الطابعة {printer}: المهمة {job}، الصفحات: {pages}، النسخ: {copies}")
        }
        PrintStep::Waits { printer, reasons: why } => format!("الطابعة {printer} تنتظر: {}", reasons(why)),
        PrintStep::Silent { printer, job } => {
            format!("لم تعد الطابعة {printer} تجيب؛ المهمة {job} عندها، والانتظار مستمر")
        }
        PrintStep::Printed { printer, job } => format!("طبعت {printer} المهمة {job}"),
    }
}

fn away(why: &Away) -> String {
    match why {
        Away::Refused => "رُفض الاتصال".to_owned(),
        Away::UnknownName => "لا يوجد جهاز بهذا الاسم".to_owned(),
        Away::Silent => "لم يأت جواب في الوقت المحدد".to_owned(),
        Away::Other(reason) => reason.clone(),
    }
}

fn refusal(why: &Refusal) -> String {
    match why {
        Refusal::Document => "لا يمكنها طباعة هذا الملف".to_owned(),
        Refusal::Settings(settings) if settings.is_empty() => "لا يمكنها تنفيذ المطلوب".to_owned(),
        Refusal::Settings(settings) => format!("لا يمكنها تنفيذ المطلوب: {}", names(settings, "، ")),
        Refusal::Forbidden => "الطباعة غير مسموح بها من هنا".to_owned(),
        Refusal::TooLarge => "الملف أكبر مما تستقبل".to_owned(),
        Refusal::NoSuchPrinter => "لا توجد طابعة على هذا العنوان".to_owned(),
        Refusal::Busy => "لا تستقبل مهام الطباعة الآن".to_owned(),
        Refusal::Other(code) => format!("رمز IPP {code:#06x}"),
    }
}

fn because(why: &[Reason]) -> String {
    if why.is_empty() { String::new() } else { format!(": {}", reasons(why)) }
}

fn reasons(all: &[Reason]) -> String {
    all.iter().map(reason).collect::<Vec<_>>().join("، ")
}

fn reason(reason: &Reason) -> &str {
    match reason {
        Reason::PaperOut => "نفد الورق",
        Reason::PaperNeeded => "يجب وضع الورق المناسب",
        Reason::Jam => "انحشر الورق",
        Reason::Open => "غطاء الطابعة مفتوح",
        Reason::TonerOut => "نفد الحبر",
        Reason::WasteFull => "امتلأ وعاء فضلات الحبر",
        Reason::TrayMissing => "درج الورق ليس في مكانه",
        Reason::OutputFull => "امتلأ درج الورق المطبوع",
        Reason::Paused => "أُوقفت مؤقتاً",
        Reason::Offline => "مطفأة أو غير متصلة",
        Reason::MemoryFull => "امتلأت ذاكرتها",
        Reason::Stopped => "توقفت الطابعة",
        Reason::Held => "المهمة محجوزة إلى أن تُطلق من الطابعة",
        Reason::CanceledByUser => "ألغاها مرسلها",
        Reason::CanceledByOperator => "ألغاها مشغّل الطابعة",
        Reason::CanceledAtDevice => "أُلغيت من الطابعة نفسها",
        Reason::Document => "لا يمكنها طباعة هذا الملف",
        Reason::System => "خلل في الطابعة نفسها",
        Reason::Other(keyword) => keyword,
    }
}

/// Why a PDF was not read to its end.
pub(super) fn unread(reason: &StopReason) -> String {
    match reason {
        StopReason::Time { seconds } => format!("استغرق أكثر من {}", counted(*seconds as usize, SECOND)),
        StopReason::Memory { megabytes } => format!("احتاج إلى أكثر من {megabytes} ميغابايت من الذاكرة"),
        StopReason::Died => "انهار الجزء الذي يقرأ ملفات PDF من البرنامج".to_owned(),
        StopReason::NotStarted(reason) => format!("لم يبدأ الجزء الذي يقرأ ملفات PDF من البرنامج: {reason}"),
    }
}
