//! Files of which no report could be made, in Arabic.

use super::super::forms::bytes;
use super::super::{ImportBound, ImportProblem as P, Words};

const COPY_TEXT: &str = "افتحه وحدّد الكل وانسخ النص إلى ملف نصي (txt) بترميز UTF-8 ثم استورده";

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::NoText => Words::new("ليس في هذا كلمة واحدة", "انسخ النص مرة أخرى، وإن كان صورة نص فاكتبه"),
        P::NotText => Words::new("ليس هذا نصاً", COPY_TEXT),
        P::OldWord => {
            Words::new("هذا مستند وورد قديم (doc)", "افتحه في وورد أو LibreOffice واحفظه مستند وورد (docx) ثم استورده")
        }
        P::Spreadsheet => {
            Words::new("هذا جدول إكسل", "انسخ خاناته إلى موضع الجدول من النص: تصير الخانات التي بينها فواصل جدولة جدولاً")
        }
        P::Slides => Words::new("هذه شرائح عرض", "انسخ نصها ثم استورده"),
        P::OpenDocument => {
            Words::new("هذا مستند LibreOffice ‏(odt)", "افتحه في LibreOffice واحفظه مستند وورد (docx) ثم استورده")
        }
        P::RichText => Words::new("هذا مستند RTF", "افتحه في وورد أو LibreOffice واحفظه مستند وورد (docx) ثم استورده"),
        P::WebPage => {
            Words::new("هذه صفحة من الإنترنت", "حدّد النص في المتصفح وانسخه إلى ملف نصي (txt) بترميز UTF-8 ثم استورده")
        }
        P::Picture => Words::new(
            "هذه صورة، وما كُتب عليها لا يُقرأ",
            "اكتب نصها؛ أما الصورة نفسها فموضعها مع التقارير: nashra handbook photos",
        ),
        P::Packed => Words::new("هذا مجلد مضغوط ليس فيه مستند وورد", "فك ضغطه ثم استورد الملفات التي فيه"),
        P::Locked => Words::new("هذا المستند محمي بكلمة مرور", "افتحه بكلمة المرور واحفظه من غيرها ثم استورده"),
        P::Damaged { reason } => Words::new(
            format!("هذا المستند تالف: {reason}"),
            "افتحه في وورد أو LibreOffice واحفظه من جديد، أو انسخه مرة أخرى من مصدره",
        ),
        P::Scan => Words::new("ليس في ملف PDF هذا نص، فهو صفحات ممسوحة", "اكتب نصه، أو اقرأه ببرنامج للصفحات الممسوحة"),
        P::PdfStopped(reason) => {
            Words::new(format!("لم تكتمل قراءة ملف PDF هذا: {}", super::print::unread(reason)), COPY_TEXT)
        }
        P::Beyond { bound, limit } => Words::new(beyond(*bound, *limit), "قسّمه، أو انسخ نصه ثم استورده"),
        P::LongerThanAReport => {
            Words::new("النص أطول مما يكون عليه تقرير، وقد استُورد كله", "قسّمه تقارير، أو احذف منه ما ليس موضعه الصفحات")
        }
    }
}

fn beyond(bound: ImportBound, limit: u64) -> String {
    match bound {
        ImportBound::Unpacked => format!("يزيد هذا المستند بعد فك ضغطه على {}", bytes(limit)),
        ImportBound::Parts => format!("أجزاء هذا المستند أكثر من {limit}"),
        ImportBound::Depth => format!("في هذا المستند أكثر من {limit} من الأشياء المتداخلة"),
        ImportBound::Text => format!("يزيد نص هذا المستند على {}", bytes(limit)),
    }
}
