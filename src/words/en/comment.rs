//! Comments meant for nashra, in English.

use super::super::{CommentProblem as P, Words};
use super::near::near_and_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::UnknownRule { found, near, known } => Words::new(
            format!("the comment allows `{found}`, but no text rule has this code"),
            near_and_list(*near, "the rules are", known),
        ),
        P::Idle { code } => Words::new(
            format!("the comment allows `{code}`, which finds nothing here"),
            "delete the code, or move the comment to the end of the value's line or to the line before it",
        ),
        P::Unclear { found } => Words::new(
            format!("the comment `{found}` can't be made out"),
            "write it as `# nashra: allow NA004`, with commas or spaces between several codes",
        ),
    }
}
