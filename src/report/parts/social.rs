//! Reading `[social]`, and what the pictures to post say without it.

use crate::diag::Diagnostic;
use crate::report::check::checker::Checker;
use crate::report::fields::field::{Field, Fields};
use crate::report::fields::inline::Text;
use crate::report::model::{Picture, Report, Social};
use crate::report::source::placed::Placed;
use crate::words::ValueProblem;

use super::flyer;

/// Photos in a picture to post.
const PHOTOS: usize = 1;

impl Social {
    /// Words of a headline that a passer-by reads.
    pub const HEADLINE_WORDS: usize = 12;
}

/// `[social]`.
pub(crate) fn social(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Social {
    let Some(mut fields) = root.take("social").and_then(|field| field.table(checker)) else {
        return Social::default();
    };
    let headline = fields.take("headline").and_then(|field| headline(&field, checker));
    let photos = fields.take("photos").and_then(|field| flyer::photos(&field, PHOTOS, checker));
    fields.finish(checker);
    Social { headline, photos }
}

fn headline(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Placed<Text>> {
    let text = field.text(checker)?;
    if let Some(problem) = too_long(&text.value) {
        checker.error(field.span.clone(), &field.path, problem);
    }
    Some(text)
}

fn too_long(headline: &Text) -> Option<ValueProblem> {
    let (words, limit) = (headline.words(), Social::HEADLINE_WORDS);
    (words > limit).then_some(ValueProblem::HeadlineTooLong { words, limit })
}

impl Report {
    /// The headline of the pictures to post: `social.headline`, else the flyer's.
    pub fn social_headline(&self) -> &Placed<Text> {
        self.social.headline.as_ref().unwrap_or(self.flyer_headline().0)
    }

    /// The photo of the pictures to post: the one `[social]` names, else the flyer's first.
    pub fn social_picture(&self) -> Option<&Picture> {
        match &self.social.photos {
            None => self.flyer_pictures().first().copied(),
            Some(files) => files.first().and_then(|file| self.picture_named(file)),
        }
    }

    /// An error when the headline of the pictures to post has too many words; for those who make
    /// such pictures.
    pub fn social_error(&self) -> Option<Diagnostic> {
        let headline = self.social_headline();
        Some(headline.error(&self.head.file, too_long(&headline.value)?))
    }
}
