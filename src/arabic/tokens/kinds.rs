//! The kinds of piece, and how a reader takes each.

use std::ops::Range;

/// The kinds of piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word in Arabic letters.
    Word,
    /// Letters with points: `أ.د`, `وم.م`, `د.ع`. The last point is left to the sentence.
    Abbreviation,
    /// Words of the Qur'an between their ornate brackets: `﴿وَقُلِ اعْمَلُوا﴾`.
    Passage,
    /// `1,234.5`, `24/07/2026`, `10:30`.
    Number,
    /// Parts that run from left to right: `2026-07-24`, `123 456 789`.
    Groups,
    /// Two numbers of which the first is read first: `10-15`, `9:00–14:00`.
    Range,
    /// A number whose point is no decimal mark: `المادة 4.10`, `الساعة 9.30`.
    Reference,
    /// `+964 770 123 4567`, `(040) 123-4567`.
    Phone,
    /// `https://example.iq/a`, `www.example.iq`, `وزارة.عراق/خبر`.
    Url,
    /// `media@example.iq`.
    Email,
    /// `@basra_media`.
    Handle,
    /// `#Basra`, `#البصرة_2026`.
    Hashtag,
    /// Latin letters and digits in one: `COVID-19`, `A4`, an IBAN, `00:1A:2B:3C:4D:5E`.
    Code,
    /// A word of Latin, or a whole phrase.
    Latin,
}

impl TokenKind {
    /// True if a piece stays to the letter: no rule of typing looks inside.
    #[must_use]
    pub fn is_verbatim(self) -> bool {
        matches!(
            self,
            Self::Abbreviation
                | Self::Passage
                | Self::Phone
                | Self::Url
                | Self::Email
                | Self::Handle
                | Self::Hashtag
                | Self::Code
        )
    }

    /// True if it is in Arabic letters and read with the words around it.
    #[must_use]
    pub fn is_arabic(self) -> bool {
        matches!(self, Self::Word | Self::Abbreviation | Self::Passage)
    }

    /// True if its digits are written in the page's system.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::Groups | Self::Range | Self::Reference)
    }

    /// True if it is an address that somebody types into a program.
    #[must_use]
    pub fn is_address(self) -> bool {
        matches!(self, Self::Url | Self::Email | Self::Handle | Self::Hashtag)
    }
}

/// A piece and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

/// A piece by its length.
pub(super) type Piece = (usize, TokenKind);

/// The value of a Latin, Arabic-Indic or Persian digit.
#[must_use]
pub fn digit_value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '\u{0660}'..='\u{0669}' => Some(u32::from(c) - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(u32::from(c) - 0x06F0),
        _ => None,
    }
}

/// True if a character is a digit of one of the three systems.
pub(super) fn is_digit(c: char) -> bool {
    digit_value(c).is_some()
}

/// The digits that a text begins with, and what comes after them.
pub(super) fn leading_digits(text: &str) -> (&str, &str) {
    let end = text.find(|c| !is_digit(c)).unwrap_or(text.len());
    text.split_at(end)
}

/// The character after one at an offset.
pub(super) fn next_char(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().nth(1)
}
