//! Comments meant for nashra, in Arabic.

use super::super::{CommentProblem as P, Words};
use super::near::near_and_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::UnknownRule { found, near, known } => Words::new(
            format!("الملاحظة تسمح بالقاعدة `{found}` ولا توجد قاعدة بهذا الرمز"),
            near_and_list(*near, "القواعد هي", known),
        ),
        P::Idle { code } => Words::new(
            format!("الملاحظة تسمح هنا بالقاعدة `{code}` ولا أثر لها، فليس في النص ما تنبّه عليه"),
            "احذف الرمز من الملاحظة، أو انقلها إلى آخر سطر النص المقصود أو إلى السطر الذي قبله",
        ),
        P::Unclear { found } => Words::new(
            format!("الملاحظة `{found}` غير مفهومة"),
            "اكتبها هكذا: `# nashra: allow NA004`، وبعد الرمز ما شئت من الرموز بينها فاصلة أو مسافة",
        ),
    }
}
