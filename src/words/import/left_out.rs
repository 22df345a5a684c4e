//! Reasons for leaving something of an imported text out.

use crate::words::Lang;

/// Why something is not in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOutReason {
    /// Time and sender before a message of WhatsApp.
    MessageHead,
    /// WhatsApp's word for a photo or film that wasn't copied.
    Media,
    /// A sign that no font of the page has, such as an emoji.
    Sign,
    /// A line of the letterhead, which each page has.
    Letterhead,
    /// A line with a day alone, which is the day of issue now.
    IssueDate,
    /// The words before those who get a copy, which the page prints by itself.
    CopiesLabel,
    /// The number of a page.
    PageNumber,
    /// A stroke between parts.
    Rule,
    /// More names than a report may have at its end.
    TooMany,
    /// Words struck out by track changes.
    Deleted,
    /// Letters that a document hides.
    Hidden,
    /// A remark at the edge of a page.
    Comment,
    /// The head or foot of each page.
    PageHead,
    /// A picture that can't be used.
    Picture,
    /// Something that isn't text: a chart, a sound, a form.
    Object,
    /// Bold or slanted letters that can't be marked there.
    Emphasis,
    /// The address of a link that can't be followed.
    Address,
}

impl LeftOutReason {
    /// The reason in a language.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        let (ar, en) = self.words();
        match lang {
            Lang::Ar => ar,
            Lang::En => en,
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::MessageHead => ("وقت رسالة واتساب ومرسلها", "time and sender of a WhatsApp message"),
            Self::Media => ("ملف لم يُنسخ من واتساب، فأضفه بنفسك", "a file that WhatsApp did not copy; add it yourself"),
            Self::Sign => ("علامة لا شكل لها في خطوط الصفحة", "a sign that the page's fonts have no shape for"),
            Self::Letterhead => ("من الترويسة، وهي على كل صفحة", "a line of the letterhead, which each page has"),
            Self::IssueDate => ("صار تاريخ الإصدار", "it is the day of issue now"),
            Self::CopiesLabel => ("تطبعه الصفحة بنفسها", "the page prints it by itself"),
            Self::PageNumber => ("رقم صفحة", "the number of a page"),
            Self::Rule => ("خط فاصل", "a stroke between parts"),
            Self::TooMany => ("أكثر مما يسعه التقرير", "more than a report may have"),
            Self::Deleted => ("محذوف بتعقّب التغييرات", "deleted by track changes"),
            Self::Hidden => ("نص مخفي في المستند", "hidden text of the document"),
            Self::Comment => ("ملاحظة على الهامش", "a comment at the margin"),
            Self::PageHead => ("رأس الصفحة أو ذيلها", "the head or foot of each page"),
            Self::Picture => ("صورة لا يمكن استعمالها", "a picture that can't be used"),
            Self::Object => ("رسم بياني أو جسم مضمّن", "a chart or another embedded object"),
            Self::Emphasis => ("خط عريض أو مائل لا موضع لعلامته", "bold or slanted letters that can't be marked there"),
            Self::Address => ("رابط لا يُفتح", "a link that can't be followed"),
        }
    }
}
