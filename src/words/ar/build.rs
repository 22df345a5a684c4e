//! Pages that cannot be made, in Arabic.

use super::super::forms::{self, BLANK_PAGE, OWN_FILE, PAGE, POINT, WORD, argument, counted};
use super::super::{BuildProblem as P, StopReason, Words};
use super::near::near_and_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::Stopped { reason, own } => stopped(reason, own),
        P::NoGlyph { character, font } => Words::new(
            format!("الخط `{font}` ليس فيه رسم للرمز `{character}` (U+{:04X})", u32::from(*character)),
            "استبدل به رمزاً آخر أو احذفه، فالوجوه التعبيرية والرموز النادرة ليست في الخطوط",
        ),
        P::UnknownFont { family, near, known } => {
            Words::new(format!("لا يوجد خط اسمه `{family}`"), near_and_list(near.as_deref(), "الخطوط الموجودة", known))
        }
        P::UnknownTemplate { name, near, known } => {
            Words::new(format!("لا يوجد قالب اسمه `{name}`"), near_and_list(near.as_deref(), "القوالب الموجودة", known))
        }
        P::NotPrinted { template } => Words::new(
            format!("القالب `{template}` لا يُظهر هذا في الصفحات"),
            format!("أضفه إلى `templates/{template}`، أو عُد إلى القالب الأصلي، فلا يضيع شيء مما وُقّع"),
        ),
        P::FlyerPages { template, pages } => Words::new(
            format!("المنشور صفحة واحدة، والقالب `{template}` أخرج {}", counted(*pages, PAGE)),
            "صغّر الهوامش أو الخط في القالب، أو اختصر النص تحت `[flyer]`",
        ),
        P::Template { text, hints } => Words::new(
            format!("توقف القالب عن العمل: {text}"),
            passed_on(hints, "صحّح القالب، أو عُد إلى القالب الأصلي بتغيير اسم مجلده في `templates`"),
        ),
        P::Typst { text, hints } => Words::new(
            format!("ينبّه القالب إلى ما يأتي: {text}"),
            passed_on(hints, "الصفحة جاهزة، فانظر فيها قبل نشرها"),
        ),
        P::FlyerTooLong { field, words } => Words::new(
            format!("`{field}` لا يتسع له المنشور"),
            format!("احذف منه نحو {}، أو اكتب نصاً أقصر تحت `[flyer]`", counted(*words, WORD)),
        ),
        P::SocialTooLong { field, words } => Words::new(
            format!("`{field}` لا تتسع له صورة النشر"),
            format!("احذف منه نحو {}، أو اكتب نصاً أقصر تحت `[social]`", counted(*words, WORD)),
        ),
        P::PictureTooLarge { size, limit } => Words::new(
            format!("الصورة {size} يزيد حجمها على {limit} كيلوبايت، ولا يمكن تصغيره من غير إفساد الصورة الفوتوغرافية"),
            "اختر تحت `[social]` صورة فوتوغرافية أقل تفاصيل، أو لا تضع صورة: `photos = []`",
        ),
        P::PictureShape { template, size, pages, found } => Words::new(
            format!(
                "القالب `{template}` أخرج {} بقياس {found}، والمطلوب صفحة واحدة بقياس {size}",
                counted(*pages, PAGE)
            ),
            "اجعل عرض الصفحة وارتفاعها بالنقاط كما في `document.size`",
        ),
        P::LooseLine { page, words, space } => Words::new(
            format!("المسافات واسعة ({space} em) في السطر الذي أوله `{words}` من الصفحة {page}"),
            "كلمات السطر أطول من أن تتوزع فيه، فأعد صياغة الجملة أو اترك السطر كما هو",
        ),
        P::WordsOffPage { page, words } => Words::new(
            format!("`{words}` يخرج عن حافة الورقة في الصفحة {page}"),
            "لا يتسع السطر لكلمة بهذا الطول، فضع مسافات بين كلماتها أو اختصرها",
        ),
        P::WordsOnOthers { page, words } => Words::new(
            format!("`{words}` يقع فوق كلمات أخرى في الصفحة {page}"),
            "لا يتسع السطر لكلمة بهذا الطول، فضع مسافات بين كلماتها أو اختصرها",
        ),
        P::CoarsePicture { alt, page, dpi, wanted } => Words::new(
            format!(
                "الصورة «{alt}» في الصفحة {page} دقتها {} في البوصة، والمطبعة تحتاج إلى {wanted}",
                counted(*dpi as usize, POINT)
            ),
            "استعمل صورة أكبر، أو اعرضها أصغر، أو استشر المطبعة",
        ),
        P::NearEdge { words, page, distance, wanted } => Words::new(
            format!("النص `{words}` في الصفحة {page} يبعد {distance} ملم عن حافة القص"),
            format!("أبعده عن الحافة {wanted} ملم على الأقل بتعديل القالب، فقد تقطعه المقصلة"),
        ),
        P::ScreenColours { pictures } => Words::new(
            format!("صور بألوان الشاشة (RGB): {}", pictures_ar(pictures)),
            "أخبر المطبعة لتحوّلها إلى أحبارها، أو سلّمها الملف كما هو إن كانت تفعل ذلك",
        ),
        P::LoneHeading { words, page } => Words::new(
            format!("العنوان `{words}` في آخر الصفحة {page} ولا شيء بعده فيها"),
            "أضف سطراً قبله أو احذف سطراً، حتى يبقى مع ما تحته",
        ),
        P::BlankPages { pages, blank } => Words::new(
            format!("عدد الصفحات {pages}، وليس من مضاعفات 4، فتبقى في الكتيب {}", counted(*blank, BLANK_PAGE)),
            "يأتي البياض قبل الغلاف الأخير؛ زِد المحتوى أو أنقصه إن لم تُردها",
        ),
        P::ArrangedRecord => Words::new(
            "ملف السجل (`--profile archive`) لا تُرتَّب صفحاته على أوراق",
            "اكتب `--profile office` لطابعة المكتب، أو `--profile press` للمطبعة",
        ),
        P::NothingArranged => Words::new(
            "لا يوجد ترتيب للصفحات على أوراق حتى يُعرض",
            "أضف `--impose booklet` مثلاً، أو اكتب `impose = \"booklet\"` تحت `[editions.bulletin]` في `nashra.toml`",
        ),
        P::CoarsePhoto { path, page, dpi, width, height } => Words::new(
            format!("دقة الصورة `{path}` في الصفحة {page} لا تتجاوز {dpi} بكسل في البوصة، فلن تكون واضحة"),
            format!(
                "ضع الصورة كما حفظتها الكاميرا لا كما وصلت عبر واتساب، فهي تحتاج هنا إلى {width} بكسل عرضاً و{height} ارتفاعاً على الأقل، أو اكتب `width = \"half\"` ليصغر موضعها"
            ),
        ),
        P::CutPhoto { path, page, percent } => Words::new(
            format!("قُصّ {percent} بالمئة من الصورة `{path}` في الصفحة {page}"),
            "تأكد من أن القص لم يذهب برأس أو بطرف مجموعة، وحدّد ما يجب أن يبقى بالمفتاح `focus`، مثل `focus = \"top\"`، أو اختر صورة بشكل آخر",
        ),
        P::OldFiles { folder, names } => Words::new(
            format!(
                "{} في `{folder}` كما كان التقرير قبل التعديل: {}",
                if names.len() == 1 { "ما زال هذا الملف" } else { "ما زالت هذه الملفات" },
                forms::names(names, "، ")
            ),
            "أنشئ منها من جديد ما تحتاج إليه واحذف ما سواه، كي لا يُطبع القديم أو يُرسل",
        ),
        P::LeftBehind { folder, names } => Words::new(
            format!("لم يعد هذا التقرير موجوداً وملفاته ما زالت في `{folder}`: {}", forms::names(names, "، ")),
            "احذفها أو أعد التقرير، والأمران nashra rename وnashra remove يفعلان ذلك معاً",
        ),
        P::Embargo { until } => {
            Words::new(format!("لا يجوز نشر التقرير قبل {until}"), "انتظر حتى يحين الموعد، أو غيّر `not_before`")
        }
        P::ReportWithErrors { report } => Words::new(
            format!("في التقرير `{report}` أخطاء"),
            format!("صحّحها، ولرؤيتها نفّذ `nashra check {}`، أو احذف المادة من العدد", argument(report)),
        ),
        P::IssueAsReport { file } => Words::new(
            format!("`{file}` عدد من النشرة الإخبارية وليس تقريراً"),
            "اكتب هنا ملف تقرير، فالعدد يُجمع من التقارير وحدها",
        ),
        P::DraftInIssue { report } => Words::new(
            format!("التقرير `{report}` ما زال مسودة والعدد معتمد"),
            "اكتب `status = \"approved\"` في التقرير بعد توقيعه، أو `status = \"draft\"` في ملف العدد",
        ),
        P::EmbargoInIssue { report, until } => Words::new(
            format!("لا يجوز نشر التقرير `{report}` قبل {until}"),
            "انتظر حتى يحين الموعد، أو احذف المادة من هذا العدد",
        ),
        P::DuplicateNumber { number, other } => {
            Words::new(format!("العدد `{number}` مستعمل أيضاً في `{other}`"), "صحّح `number` في أحد التقريرين")
        }
        P::Withdrawn { day, reason } => Words::new(
            format!("سُحب هذا بتاريخ {day}، فلا تُصنع له صفحات: {reason}"),
            "لرؤية صفحاته مع ذلك وعليها كلمة «مسحوبة» أضف --withdrawn",
        ),
        P::WithdrawnInIssue { report, day } => Words::new(
            format!("سُحب التقرير `{report}` بتاريخ {day}"),
            "احذف المادة من العدد، ولرؤية صفحاته مع ذلك أضف --withdrawn إلى `nashra build`",
        ),
        P::WithdrawnFiles { folder, names } => Words::new(
            format!("ما زالت في `{folder}` ملفات لما سُحب: {}", forms::names(names, "، ")),
            "احذفها حتى لا يطبعها أحد أو يرسلها",
        ),
        P::OtherText { id, file } => Words::new(
            format!("نُشر `{id}` بنص آخر، فهذه الصفحة ليست في الأرشيف ورمزها غير معروف"),
            format!("لنشر النص الجديد نفّذ: nashra archive correct {OWN_FILE} --reason \"…\"، وما نُشر هو `{file}`"),
        ),
        P::OtherLooks { id, file } => Words::new(
            format!("نُشر `{id}` بهذا النص وبشكل آخر: تغيّرت منذئذ الإعدادات أو القوالب أو الخطوط أو البرنامج"),
            format!("هذه الصفحة ليست في الأرشيف ورمزها غير معروف؛ اطبع ما نُشر: `{file}`"),
        ),
        P::DraftPublished => Words::new(
            "التقرير ما زال مسودة، ولا يُحفظ في الأرشيف إلا ما وُقّع",
            format!(
                "إذا وُقّع فنفّذ: nashra approve {OWN_FILE}؛ وإن كان محفوظاً من قبل فأعد كتابة `status = \"approved\"`"
            ),
        ),
        P::Crash => Words::new(
            "تعطل البرنامج نفسه عند هذا التقرير",
            "لا يؤثر ذلك في التقارير الأخرى؛ احفظ الملف وأرسله إلى القائمين على البرنامج",
        ),
        P::Clock { variable, text } => {
            Words::new(format!("`{text}` في `{variable}` ليس وقتاً"), "اكتبه هكذا: 2026-11-20T10:00:00+03:00")
        }
        P::SameOutput { output, other } => Words::new(
            format!("الملف الناتج `{output}` ينتج أيضاً من `{other}`"),
            "غيّر `slug` أو `date` في أحد التقريرين",
        ),
    }
}

fn passed_on(hints: &[String], otherwise: &str) -> String {
    if hints.is_empty() { otherwise.to_owned() } else { hints.join("؛ ") }
}

fn pictures_ar(pictures: &[(String, usize)]) -> String {
    let all: Vec<String> = pictures.iter().map(|(alt, page)| format!("«{alt}» (الصفحة {page})")).collect();
    all.join("، ")
}

/// A document that was stopped while it was made.
fn stopped(reason: &StopReason, own: &[String]) -> Words {
    let said = match reason {
        StopReason::Time { seconds } => {
            format!("لم تكتمل صفحاته خلال {}، فأُوقف إعدادها", counted(*seconds as usize, forms::SECOND))
        }
        StopReason::Memory { megabytes } => {
            format!("احتاجت صفحاته إلى أكثر من {megabytes} ميغابايت من الذاكرة، فأُوقف إعدادها")
        }
        StopReason::Died => "انهار الجزء الذي يعدّ صفحاته من البرنامج".to_owned(),
        StopReason::NotStarted(reason) => {
            let advice = "أغلق برامج أخرى وشغّل نشرة من جديد، فإن تكرر ذلك فأعد تشغيل الحاسوب";
            return Words::new(format!("لم يبدأ الجزء الذي يعدّ صفحاته من البرنامج: {reason}"), advice);
        }
    };
    let hint = match own {
        [] => "اختصر التقرير أو قسّمه إلى تقارير عدة".to_owned(),
        own => format!("ابحث عمّا لا ينتهي في قوالب الدائرة: {}", forms::names(own, "، ")),
    };
    Words::new(said, hint)
}
