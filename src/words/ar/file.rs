//! Files that cannot be used, in Arabic.

use super::super::forms::{bytes, megapixels, names};
use super::super::{DrawingFault, Encoding, FileKind, FileProblem as P, ProfileFault, Words};

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::NotFound { path, near } => Words::new(
            format!("الملف `{path}` غير موجود"),
            match near.as_slice() {
                [] => "ضع الملف في مكانه أو صحّح مساره، علماً أن الحروف الكبيرة تختلف عن الصغيرة".to_owned(),
                near => format!("هل تقصد {}؟", names(near, " أو ")),
            },
        ),
        P::NameNotUtf8 { path } => {
            Words::new(format!("اسم الملف `{path}` لا يُقرأ"), "غيّر اسم الملف، والأفضل حروف لاتينية وأرقام وشرطات")
        }
        P::Exists { path } => {
            Words::new(format!("الملف `{path}` موجود من قبل"), "اختر اسماً آخر، أو اكتب في الملف الموجود")
        }
        P::Outside { path } => {
            Words::new(format!("الملف `{path}` خارج مجلد العمل"), "انسخه إلى مجلد العمل، إلى `assets` مثلاً")
        }
        P::SymlinkOut { path } => {
            Words::new(format!("`{path}` وصلة تؤدي إلى خارج مجلد العمل"), "ضع مكان الوصلة نسخة من الملف نفسه")
        }
        P::NotAFile { path } => Words::new(format!("`{path}` ليس ملفاً"), "اكتب مسار ملف"),
        P::Machine(fault) => super::machine::words(fault),
        P::TooLarge { path, size, limit } => Words::new(
            format!("حجم الملف `{path}` هو {} والحد الأعلى {}", bytes(*size), bytes(*limit)),
            "صغّر حجمه أو قسّمه",
        ),
        P::Changed { path } => Words::new(format!("تغيّر الملف `{path}` في أثناء العمل عليه"), "شغّل نشرة من جديد"),
        P::CorruptPicture { path, reason } => Words::new(
            format!("الصورة `{path}` تالفة: {reason}"),
            "افتحها في برنامج صور واحفظها من جديد، أو انسخها ثانية من الكاميرا",
        ),
        P::NoEndOfPicture { path } => Words::new(
            format!("ينتهي ملف الصورة `{path}` قبل نهايته، غير أن الصورة تبدو كاملة"),
            "انظر إلى حافتها السفلى على الصفحة، ثم انسخها ثانية من الكاميرا أو احفظها من جديد في برنامج صور",
        ),
        P::UnsupportedPicture { path, supported } => Words::new(
            format!("لا يقرأ البرنامج صيغة الصورة `{path}`"),
            format!("احفظها بإحدى هذه الصيغ: {}", names(supported, "، ")),
        ),
        P::NotAPicture { path, kind, supported } => Words::new(
            format!("الملف `{path}` ليس صورة بل {}", kind_of(*kind)),
            instead(*kind, &names(supported, "، ")),
        ),
        P::WrongEnding { path, real } => Words::new(
            format!("امتداد الملف `{path}` لا يطابق محتواه، فمحتواه {real}"),
            format!("غيّر اسم الملف لينتهي بالامتداد `.{real}` وصحّح المسار هنا أيضاً"),
        ),
        P::TooManyPixels { path, width, height, limit } => Words::new(
            format!("أبعاد الصورة `{path}` هي {width} × {height} بكسل، وهي أكثر من {} مليون بكسل", megapixels(*limit)),
            "صغّرها في برنامج صور، فعرض 4000 بكسل يكفي أي صفحة",
        ),
        P::SideTooLong { path, side, limit } => Words::new(
            format!("طول الصورة `{path}` هو {side} بكسل، والحد الأعلى {limit}"),
            "صغّرها في برنامج صور، فعرض 4000 بكسل يكفي أي صفحة",
        ),
        P::NoFace { path } => Words::new(
            format!("لا يُقرأ أي خط من الملف `{path}`، فتُرك"),
            "ضع ملف الخط من جديد بصيغة TTF أو OTF كما نُزّل من مصدره، أما خطوط الويب (WOFF) فلا تُستعمل",
        ),
        P::NoPressProfile { path, fault } => Words::new(
            match fault {
                ProfileFault::NoProfile => format!("الملف `{path}` ليس ملف ألوان (ICC)"),
                ProfileFault::Broken => format!("ملف الألوان `{path}` تالف أو ناقص"),
                ProfileFault::OtherColours => format!("ملف الألوان `{path}` ليس لأحبار الطباعة الأربعة (CMYK)"),
                ProfileFault::NoPress => format!("ملف الألوان `{path}` ليس لآلة طباعة"),
            },
            "اطلب من المطبعة ملف ICC الخاص بآلتها وورقها (CMYK)، أو احذف السطر فيُستعمل ملف الورق المصقول",
        ),
        P::RefusedDrawing { path, fault } => drawing(path, fault),
        P::DrawingLeftOut { path, names: left } => Words::new(
            format!("في الرسم `{path}` ما قد يشغّل شيئاً أو يجلبه من خارجه، فتُرك: {}", names(left, "، ")),
            "احفظه من برنامج الرسم ثانية بصيغة Plain SVG، أو بصيغة PNG",
        ),
        P::ReportNotFound { query } => Words::new(
            format!("لا يوجد تقرير يطابق `{query}`"),
            "تحقق من المسار، والتقارير ملفات `.toml` في مجلد التقارير",
        ),
        P::WorkspaceNotFound { from } => Words::new(
            format!("لا يوجد ملف `nashra.toml` في `{from}` ولا في مجلد أعلى منه"),
            "انتقل إلى مجلد العمل أولاً، أو أنشئ واحداً بالأمر `nashra init`",
        ),
        P::NotUtf8 { encoding } => Words::new(
            match encoding {
                Encoding::Utf16 => "الملف محفوظ بترميز UTF-16 وليس UTF-8",
                Encoding::Windows1256 => "الملف ليس محفوظاً بترميز UTF-8، ويبدو أن ترميزه Windows-1256 العربي",
                Encoding::Document => "هذا ملف وورد أو ما يشبهه، وليس نصاً بصيغة TOML",
                Encoding::Unknown => "الملف ليس محفوظاً بترميز UTF-8، أو أنه تالف في هذا الموضع",
            },
            match encoding {
                Encoding::Document => "انسخ نصه إلى تقرير يكتبه لك الأمر `nashra new school-visit-2`",
                _ => "افتحه في محرر النصوص واختر «حفظ باسم» ثم اختر الترميز UTF-8",
            },
        ),
    }
}

fn kind_of(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "ملف PDF، وإن كان اسمه اسم صورة",
        FileKind::Document => "ملف وورد أو ملف مضغوط، وإن كان اسمه اسم صورة",
        FileKind::PhonePhoto => "صورة هاتف بصيغة HEIC أو AVIF",
        FileKind::OtherPicture => "صورة بصيغة أخرى مثل GIF أو TIFF أو BMP",
        FileKind::Drawing => "رسم بصيغة SVG",
        FileKind::Video => "مقطع فيديو",
        FileKind::WebPage => "صفحة إنترنت حُفظت بدل الصورة",
        FileKind::Empty => "ملف فارغ",
    }
}

fn instead(kind: FileKind, supported: &str) -> String {
    match kind {
        FileKind::Pdf | FileKind::Document => {
            format!("احفظ الصورة التي فيه بإحدى هذه الصيغ: {supported}؛ أو اذكره في `attachments` ليُرفق كما هو")
        }
        FileKind::PhonePhoto | FileKind::OtherPicture | FileKind::Drawing => {
            format!("افتحه في برنامج صور واحفظه بإحدى هذه الصيغ: {supported}")
        }
        FileKind::Video => format!("خذ منه لقطة واحفظها بإحدى هذه الصيغ: {supported}"),
        FileKind::WebPage => "نزّل الصورة نفسها من الصفحة وضعها مكانه".to_owned(),
        FileKind::Empty => "انسخ الصورة ثانية من الكاميرا أو الهاتف".to_owned(),
    }
}

/// A drawing that cannot be used.
fn drawing(path: &str, fault: &DrawingFault) -> Words {
    let said = match fault {
        DrawingFault::Broken(reason) => format!("`{path}` ليس رسماً (SVG) يُقرأ: {reason}"),
        DrawingFault::Packed => format!("الرسم `{path}` مضغوط (svgz)"),
        DrawingFault::Entities => format!("في الرسم `{path}` اختصارات (ENTITY) قد تكبر بلا نهاية"),
        DrawingFault::Shapes(most) => format!("في الرسم `{path}` أشكال أكثر من {most}"),
        DrawingFault::Depth(most) => format!("في الرسم `{path}` عناصر متداخلة أكثر من {most}"),
        DrawingFault::Filters(most) => format!("في مرشحات الرسم `{path}` أجزاء أكثر من {most}"),
        DrawingFault::Letters(most) => format!("في الرسم `{path}` أحرف أكثر من {most}"),
        DrawingFault::Picture => format!("في الرسم `{path}` صورة لا يمكن طبعها"),
    };
    Words::new(said, "احفظه من برنامج الرسم بصيغة Plain SVG، أو بصيغة PNG عرضها نحو 1000 بكسل")
}
