//! The rules of Arabic typing.

use super::super::tokens::digit_value;

/// A rule of Arabic typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// A space just inside a bracket: `( البصرة )`.
    SpaceInsideBracket,
    /// A space before a mark: `البصرة ،`.
    SpaceBeforeMark,
    /// No space after a mark: `البصرة،بغداد`.
    NoSpaceAfterMark,
    /// Two spaces or more in a row.
    DoubledSpace,
    /// The same mark twice: `،،`.
    DoubledMark,
    /// A Latin mark after Arabic: `البصرة,`.
    LatinMark,
    /// A colon with a dash or a tatweel: `قال:-`.
    ColonDash,
    /// Straight quotes where `«…»` belong.
    StraightQuotes,
    /// A bracket without its partner.
    UnpairedBracket,
    /// A quotation mark without its partner.
    UnpairedQuote,
    /// A tatweel typed by hand: `محـــافظ`.
    TypedTatweel,
    /// A waw that stands apart from its word: `و السيد`.
    LoneWaw,
    /// ASCII and Arabic-Indic digits in one report; [`numbers`](super::numbers) counts them,
    /// [`lint`](super::lint()) sees one text only.
    MixedDigits,
    /// A weekday that disagrees with the date beside it.
    WeekdayMismatch,
    /// A name that is not quite as in the office's glossary; found by
    /// [`Glossary`](crate::arabic::Glossary), not by [`lint`](super::lint()).
    OfficialName,
    /// Two words without a space between them: `البصرةالسيد`.
    JoinedWords,
    /// A word without its hamza, or with another common slip; found by [`slips`](super::slips), not
    /// by [`lint`](super::lint()).
    CommonSlip,
    /// The same mark before a closing quotation mark and after it: `.».`.
    MarkAroundQuote,
}

impl Rule {
    /// Every rule, in the order of the codes.
    pub const ALL: [Self; 18] = [
        Self::SpaceInsideBracket,
        Self::SpaceBeforeMark,
        Self::NoSpaceAfterMark,
        Self::DoubledSpace,
        Self::DoubledMark,
        Self::LatinMark,
        Self::ColonDash,
        Self::StraightQuotes,
        Self::UnpairedBracket,
        Self::UnpairedQuote,
        Self::TypedTatweel,
        Self::LoneWaw,
        Self::MixedDigits,
        Self::WeekdayMismatch,
        Self::OfficialName,
        Self::JoinedWords,
        Self::CommonSlip,
        Self::MarkAroundQuote,
    ];

    /// The rule's code, as in `NA001`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::SpaceInsideBracket => "NA001",
            Self::SpaceBeforeMark => "NA002",
            Self::NoSpaceAfterMark => "NA003",
            Self::DoubledSpace => "NA004",
            Self::DoubledMark => "NA005",
            Self::LatinMark => "NA006",
            Self::ColonDash => "NA007",
            Self::StraightQuotes => "NA008",
            Self::UnpairedBracket => "NA009",
            Self::UnpairedQuote => "NA010",
            Self::TypedTatweel => "NA011",
            Self::LoneWaw => "NA012",
            Self::MixedDigits => "NA013",
            Self::WeekdayMismatch => "NA014",
            Self::OfficialName => "NA015",
            Self::JoinedWords => "NA016",
            Self::CommonSlip => "NA017",
            Self::MarkAroundQuote => "NA018",
        }
    }

    /// The rule of a code as people type it: `NA001`, `na001`, `NA٠٠١`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let latin = |c| digit_value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c);
        let code: String = code.trim().chars().map(latin).collect();
        Self::ALL.into_iter().find(|rule| rule.code().eq_ignore_ascii_case(&code))
    }
}
