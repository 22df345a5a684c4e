//! What was made out in an imported text: said beside it in the report and on the terminal.

use crate::words::Lang;

/// The place in a text that tells who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerTold {
    /// The words before the quotation.
    Named,
    /// A part of a name that stands whole earlier in the text.
    InPart,
    /// Nothing: the speaker before goes on.
    GoesOn,
}

/// Something that nobody said of a text and that was made out in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportGuess {
    /// The title.
    Title,
    /// There is no title: a stand-in.
    NoTitle,
    /// The slogan, taken from the title or from the line behind it.
    Slogan,
    /// A slogan inside a sentence, which stays there.
    SloganInSentence,
    /// The preamble.
    Preamble,
    /// The day of issue, as the text says it.
    IssueDate,
    /// The day of issue is today.
    Today,
    /// The day of the event.
    EventDay,
    /// Another day that the text names.
    OtherDay,
    /// The place of the event.
    Place,
    /// Somebody's words.
    Quote(SpeakerTold),
    /// A line that stands alone.
    Heading,
    /// Lines that begin with dashes, signs or numbers.
    List,
    /// Lines with tabs or strokes between their cells.
    Table,
    /// A table whose first row is taken for its heads.
    TableHead,
    /// A table too wide for a page, as lines.
    WideTable,
    /// Those who get a copy.
    Copies,
    /// Tags from hashtags.
    Tags,
    /// The language of the text.
    Language,
    /// Lines that were put together.
    Joined,
    /// A picture's description as the document has it.
    Alt,
    /// A picture without words for those who can't see it.
    NoAlt,
    /// The encoding was an old one.
    Encoding {
        /// Its name.
        name: &'static str,
    },
}

impl ImportGuess {
    /// What it rests on, in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let (ar, en) = self.words();
        let text = match lang {
            Lang::Ar => ar,
            Lang::En => en,
        };
        match self {
            Self::Encoding { name } => text.replace("{}", name),
            _ => text.to_owned(),
        }
    }

    fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::Title => ("السطر الأول", "the first line"),
            Self::NoTitle => ("لا عنوان في أول النص، فاكتبه", "the text begins without a title: write one"),
            Self::Slogan => ("ما بعد «تحت شعار»", "what stands after «تحت شعار»"),
            Self::SloganInSentence => (
                "في وسط جملة، فبقي فيها؛ احذف # إن أردته شعاراً",
                "stands in a sentence and stays there; delete the # to have it as the slogan",
            ),
            Self::Preamble => ("الفقرة التي تبدأ بمثل «بتوجيه من»", "the paragraph that begins as preambles do"),
            Self::IssueDate => ("التاريخ المذكور وحده في سطر", "the date that has a line of its own"),
            Self::Today => ("اليوم، فلا تاريخ إصدار في النص", "today: the text has no date of issue"),
            Self::EventDay => ("اليوم المذكور في النص", "the day that the text names"),
            Self::OtherDay => (
                "يوم آخر مذكور في النص؛ احذف # إن كان يوم الفعالية",
                "another day that the text names; delete the # if the event was then",
            ),
            Self::Place => ("المكان المذكور في النص", "the place that the text names"),
            Self::Quote(SpeakerTold::Named) => ("المتحدث كما ذُكر قبل كلامه", "the speaker as named before the words"),
            Self::Quote(SpeakerTold::InPart) => (
                "المتحدث ذُكر ببعض اسمه، وتمامه قبل ذلك في النص",
                "the speaker is named in part; the whole name stands earlier in the text",
            ),
            Self::Quote(SpeakerTold::GoesOn) => {
                ("لا يُذكر متحدث، فهو المتحدث السابق", "no speaker is named, so it is the one before")
            }
            Self::Heading => ("سطر قصير وحده", "a short line that stands alone"),
            Self::List => ("أسطر تبدأ بشرطة أو علامة أو رقم", "lines that begin with a dash, a sign or a number"),
            Self::Table => ("أسطر بين خاناتها فواصل جدولة أو خطوط", "lines with tabs or strokes between their cells"),
            Self::TableHead => ("الصف الأول رؤوس للأعمدة", "the first row as the heads of the columns"),
            Self::WideTable => ("جدول أعرض من الصفحة، فصار أسطراً", "a table too wide for the page, as lines"),
            Self::Copies => ("الأسطر بعد «نسخة منه إلى»", "the lines after «نسخة منه إلى»"),
            Self::Tags => ("الوسوم (#) في النص", "the hashtags of the text"),
            Self::Language => ("لغة أكثر النص", "the language of most of the text"),
            Self::Joined => {
                ("أسطر مقطوعة في آخر السطر جُمعت فقرات", "lines cut at a page's edge were joined to paragraphs")
            }
            Self::Alt => ("وصف الصورة كما في المستند", "the picture's description in the document"),
            Self::NoAlt => ("لا وصف للصورة، فاكتب ما يظهر فيها", "the picture has no description: write what it shows"),
            Self::Encoding { .. } => ("كان النص بترميز {}", "the text was in {}"),
        }
    }
}
