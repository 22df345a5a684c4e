//! Values that cannot stand, in Arabic.

use super::super::forms::{LINE, WORD, counted, names};
use super::super::{PathFault, ValueProblem as P, Words};
use super::near::near_and_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::DateAsText { key, found, meant } => date_as_text(key, found, meant.as_deref()),
        P::DateWithTime { key, date } => {
            Words::new(format!("`{key}` يوم فقط، وقد كُتب معه وقت"), format!("اكتب اليوم وحده: `{key} = {date}`"))
        }
        P::TimeOnly { key } => {
            Words::new(format!("`{key}` وقت بلا تاريخ"), "اكتب السنة ثم الشهر ثم اليوم: `2026-11-20`")
        }
        P::YearOutOfRange { year } => {
            Words::new(format!("السنة {year} لا يمكن أن تكون صحيحة"), "اكتب سنة ميلادية بين 1900 و2199")
        }
        P::NoOffset { key, meant } => Words::new(
            format!("`{key}` لا يذكر فرق التوقيت"),
            format!("أضف فرق التوقيت، وهو في العراق: `{key} = {meant}`"),
        ),
        P::DayForMoment { key, meant } => Words::new(
            format!("`{key}` يوم بلا وقت"),
            format!("أضف الوقت وفرق التوقيت، وهو في العراق: `{key} = {meant}`"),
        ),
        P::DayAndRange => {
            Words::new("للفعالية `date` ومدة معاً", "أبقِ `date` إن كانت يوماً واحداً، أو `start` و`end` إن كانت أياماً")
        }
        P::HalfRange { missing } => Words::new(
            format!("مدة الفعالية ينقصها `{missing}`"),
            format!("أضف `{missing} = 2026-11-20`، أو اكتب `date` إن كانت يوماً واحداً"),
        ),
        P::BadMeasure { found, most } => {
            Words::new(format!("القياس `{found}` غير ممكن"), format!("اكتب عدداً من 0 إلى {most}، بالمليمتر"))
        }
        P::EndBeforeStart { start, end } => {
            Words::new(format!("الفعالية تنتهي في {end} قبل أن تبدأ في {start}"), "صحّح أحد التاريخين")
        }
        P::NumberRequired => Words::new(
            "التقرير المعتمد لا بد له من عدد",
            "أضف `number = \"...\"`، أو اكتب `status = \"draft\"` إلى أن يُعطى عدداً",
        ),
        P::BadSlug { found, near } => bad_slug(found, near.as_deref()),
        P::NoSlug { name } => Words::new(
            format!("لا يمكن استعمال اسم الملف `{name}` في أسماء الملفات الناتجة"),
            "أضف `slug = \"...\"` بحروف لاتينية صغيرة وأرقام وشرطات، مثل `slug = \"basra-workshop\"`",
        ),
        P::BadUrl { found } => {
            Words::new(format!("`{found}` ليس عنوان موقع"), "اكتبه كاملاً بدءاً من `https://` وبلا مسافات")
        }
        P::BadLink { url } => Words::new(
            format!("الرابط `{url}` لا يؤدي إلى مكان، لذلك يُطبع كما هو مكتوب"),
            "ابدأ عنوانه بإحدى هذه: `https://` أو `http://` أو `mailto:` أو `tel:`",
        ),
        P::EventLater { event, issued } => Words::new(
            format!("الفعالية في {event} بعد تاريخ التقرير {issued}"),
            "صحّح أحد التاريخين؛ وإن كان التقرير دعوة إلى فعالية قادمة فدعهما كما هما",
        ),
        P::LinesMerged { lines } => Words::new(
            format!("في النص {} تُطبع فقرة واحدة متصلة", counted(*lines, LINE)),
            "اكتب النقاط في قائمة: `[[body]]` وتحته `list = [\"...\", \"...\"]`، أو ضع بين السطر والسطر سطراً فارغاً",
        ),
        P::TooManyMarks { letter, limit, found } => Words::new(
            format!("على الحرف `{letter}` {found} علامة، والحد الأعلى {limit}"),
            "احذف العلامات الزائدة، وكثيراً ما تأتي مع نص منسوخ من مكان آخر",
        ),
        P::Unbroken { excerpt, limit, found } => Words::new(
            format!("كلام متصل بلا مسافة طوله {found} حرف، والحد الأعلى {limit}: `{excerpt}`"),
            "ضع مسافات بين الكلمات، أو احذف ما لا يُقرأ",
        ),
        P::UnpairedStar { excerpt } => Words::new(
            format!("نجمة بلا نظير تُطبع كما هي: `{excerpt}`"),
            "ضع مثلها في الطرف الآخر من الكلام المراد إبرازه، أو احذفها",
        ),
        P::BadEmail { found } => {
            Words::new(format!("`{found}` ليس عنوان بريد إلكتروني"), "اكتبه هكذا: `name@example.iq`")
        }
        P::BadPhone { found } => Words::new(format!("`{found}` ليس رقم هاتف"), "اكتبه هكذا: `+964 000 000 0000`"),
        P::FileNameDate { named, issued } => Words::new(
            format!("في اسم الملف التاريخ {named}، وتاريخ التقرير {issued}"),
            format!("اكتب `date = {named}` إن كان هو الصحيح، أو غيّر اسم الملف ليبدأ بالتاريخ {issued}"),
        ),
        P::BadPath { path, fault, folder, near } => bad_path(path, *fault, *folder, near),
        P::BadColour { found } => {
            Words::new(format!("`{found}` ليس لوناً"), "اكتب `#` وبعدها ستة رموز من 0 إلى f، مثل `#0b5563`")
        }
        P::PaleColour { colour, contrast, darker } => Words::new(
            format!("اللون `{colour}` فاتح لا يُقرأ على الأبيض: تباينه {contrast} والمطلوب 4.5 على الأقل"),
            format!("استعمل لوناً أغمق، مثل `{darker}`"),
        ),
        P::BadTemplateName { found } => Words::new(
            format!("لا يصح `{found}` اسماً لقالب"),
            "اكتب اسم مجلد من مجلدات `templates`: حروف لاتينية وأرقام و`-` و`_`",
        ),
        P::NoCodeInUrl => Words::new(
            "عنوان التحقق ليس فيه موضع للرمز",
            "ضع `{code}` في موضع الرمز: `https://example.iq/verify/{code}`",
        ),
        P::NoGregorian => Words::new(
            "لا يمكن الاستغناء عن التقويم الميلادي",
            "اكتب `calendars = [\"gregorian\", \"hijri\"]` أو `calendars = [\"gregorian\"]`",
        ),
        P::SameFolder { first, second } => {
            Words::new(format!("المجلدان `{first}` و`{second}` أحدهما داخل الآخر"), "اجعل لكل منهما مجلداً مستقلاً")
        }
        P::UnknownRule { found, near, known } => {
            Words::new(format!("لا توجد قاعدة كتابة رمزها `{found}`"), near_and_list(*near, "القواعد هي", known))
        }
        P::MarkInName { mark } => {
            Words::new(format!("في الاسم `{mark}`"), "اكتب كلمات الاسم وحدها وبينها مسافات، بلا أقواس ولا علامات ترقيم")
        }
        P::NameTwice { name, line } => {
            Words::new(format!("`{name}` مذكور من قبل في السطر {line}"), "أبقِ أحد الموضعين واحذف الآخر")
        }
        P::RightAndWrong { name, line } => Words::new(
            format!("`{name}` مذكور هنا على أنه خطأ، وهو في السطر {line} صيغة صحيحة"),
            "احذفه من هنا، أو صحّح `form` في ذلك السطر",
        ),
        P::SummaryTooLong { words, limit } => Words::new(
            format!("خلاصة المنشور فيها {} ولا يتسع لأكثر من {}", counted(*words, WORD), counted(*limit, WORD)),
            format!("احذف منها {}", counted(words.saturating_sub(*limit), WORD)),
        ),
        P::NoSummary { words, limit } => Words::new(
            format!(
                "المنشور بلا خلاصة: أول فقرة من التقرير فيها {} ولا يتسع لأكثر من {}",
                counted(*words, WORD),
                counted(*limit, WORD)
            ),
            format!("اكتب `summary` تحت `[flyer]` بما لا يزيد على {}", counted(*limit, WORD)),
        ),
        P::FlyerWithoutDate => Words::new(
            "ليس في المنشور ما يدل على الموعد: لا يوم للفعالية، ولا يوم مذكور في العنوان والخلاصة",
            "اكتب `date` أو `time` تحت `[event]`، أو `when` تحت `[flyer]`",
        ),
        P::HeadlineTooLong { words, limit } => Words::new(
            format!("العنوان فيه {} ولا تتسع صورة النشر لأكثر من {}", counted(*words, WORD), counted(*limit, WORD)),
            format!("احذف منه {}، أو اكتب `headline` أقصر تحت `[social]`", counted(words.saturating_sub(*limit), WORD)),
        ),
        P::NotAReportPhoto { file, near } => Words::new(
            format!("`{file}` ليست من صور هذا التقرير"),
            match near {
                Some(near) => format!("هل تقصد `{near}`؟"),
                None => "أضف الصورة تحت `[[photos]]` حيث يُكتب وصفها `alt`، أو احذفها من هنا".to_owned(),
            },
        ),
        P::NoArticles => Words::new(
            "ليس في العدد مواد",
            "أضف `[[articles]]` وتحته `report = \"content/...toml\"` و`place = \"cover\"`",
        ),
        P::NoCover => Words::new("ليست للعدد مادة غلاف", "اكتب `place = \"cover\"` في المادة التي تظهر في الصفحة الأولى"),
        P::TwoCovers { other } => Words::new(
            format!("على الغلاف مادة أخرى هي `{other}`"),
            "للغلاف مادة واحدة، فاكتب `place = \"article\"` في الأخرى",
        ),
        P::SameReport { file, line } => {
            Words::new(format!("التقرير `{file}` مذكور في هذا العدد من قبل، في السطر {line}"), "احذف إحدى المادتين")
        }
        P::SamePhoto { file } => Words::new(format!("الصورة `{file}` مذكورة هنا مرتين"), "احذف إحدى المرتين"),
    }
}

fn date_as_text(key: &str, found: &str, meant: Option<&str>) -> Words {
    Words::new(
        format!("`{key}` نص هو \"{found}\" وليس تاريخاً"),
        match meant {
            Some(date) => format!("اكتبه بلا علامتي تنصيص: `{key} = {date}`"),
            None => format!("اكتب السنة ثم الشهر ثم اليوم بلا علامتي تنصيص: `{key} = 2026-11-20`"),
        },
    )
}

fn bad_slug(found: &str, near: Option<&str>) -> Words {
    Words::new(
        format!(
            "الاسم المختصر `{found}` لا تجوز فيه إلا الحروف اللاتينية الصغيرة والأرقام والشرطات المفردة، بما لا يزيد على 80"
        ),
        match near {
            Some(near) => format!("اكتب `slug = \"{near}\"`"),
            None => "اكتبه هكذا: `slug = \"basra-workshop\"`".to_owned(),
        },
    )
}

fn bad_path(path: &str, fault: PathFault, folder: bool, near: &[String]) -> Words {
    let inside = "انسخ الملف إلى مجلد العمل واكتب مساره من هناك، مثل `assets/a.jpg`";
    let (why, hint) = match fault {
        PathFault::Absolute => ("يبدأ من جذر القرص", inside),
        PathFault::Drive => ("يبدأ بحرف القرص", inside),
        PathFault::Parent => ("يخرج من مجلد العمل بالرمز `..`", "اكتب المسار ابتداءً من مجلد العمل، مثل `assets/a.jpg`"),
        PathFault::EmptyPart => ("فيه جزء فارغ أو `.`", "اكتبه هكذا: `assets/a.jpg`"),
        PathFault::Backslash => ("فيه شرطة معكوسة", "اكتب `/` بين المجلدات، مثل `assets/a.jpg`"),
        PathFault::Web => ("عنوان على الإنترنت وليس ملفاً", inside),
        PathFault::Control => ("فيه رمز تحكم غير مرئي", "أعد كتابة المسار بيدك"),
        PathFault::Folder => ("ينتهي بشرطة مائلة كالمجلدات", "أضف اسم الملف"),
    };
    let hint = match near {
        _ if folder => "اكتب اسم مجلد داخل مجلد العمل، مثل `out`".to_owned(),
        [] => hint.to_owned(),
        near => format!("اكتب مكانه {}، فهو في مجلد العمل", names(near, " أو ")),
    };
    Words::new(format!("المسار `{path}` {why}"), hint)
}
