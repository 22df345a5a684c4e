//! The archive's messages in Arabic.

use super::super::{ArchiveProblem as P, Words};

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::Unknown { id } => {
            Words::new(format!("لا شيء في الأرشيف اسمه `{id}`"), "الأمر `nashra archive list` يعرض الأسماء")
        }
        P::Damaged { id, file, why } => Words::new(
            format!("الملف `{file}` من `{id}` في الأرشيف ليس كما يجب أن يكون: {why}"),
            "أعد الملف من نسخة من الأرشيف ثم نفّذ: nashra archive verify",
        ),
        P::SiteInArchive { folder } => Words::new(
            format!("لا يُكتب الموقع في `{folder}`: مجلد الموقع ومجلد الأرشيف يجب أن يكونا منفصلين"),
            "اختر مجلداً آخر: nashra archive site --output out/site",
        ),
        P::SiteAddress { found } => {
            Words::new(format!("`{found}` ليس عنوان موقع"), "اكتبه هكذا: https://archive.example.iq/، بلا ? ولا #")
        }
    }
}
