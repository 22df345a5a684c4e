//! Colours, and whether they can be read on white.

/// The contrast of text that anybody can read: WCAG 2.2, success criterion 1.4.3.
const ENOUGH: f64 = 4.5;

/// A colour of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour([u8; 3]);

impl Colour {
    /// From `#rrggbb`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text
            .strip_prefix('#')
            .filter(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// As `#rrggbb`.
    pub(crate) fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The contrast with white, from 1 to 21, as WCAG defines it.
    pub(crate) fn contrast_on_white(self) -> f64 {
        let [red, green, blue] = self.0.map(linear);
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }

    /// True if it can be read on white.
    pub(crate) fn is_legible(self) -> bool {
        self.contrast_on_white() >= ENOUGH
    }

    /// The same hue, as dark as it must be.
    pub(crate) fn darker(self) -> Self {
        let mut colour = self;
        for step in (0..100_u16).rev() {
            if colour.is_legible() {
                break;
            }
            let scale = |part: u8| u8::try_from(u16::from(part) * step / 100).unwrap_or(0);
            colour = Self(self.0.map(scale));
        }
        colour
    }
}

fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let contrast = |text: &str| Colour::parse(text).map_or(0.0, Colour::contrast_on_white);
        assert!((contrast("#000000") - 21.0).abs() < 0.01);
        assert!((contrast("#ffffff") - 1.0).abs() < 0.01);
        assert!((contrast("#767676") - 4.54).abs() < 0.01);
        assert!(contrast("#0b5563") > 4.5);
    }

    #[test]
    fn pale_colours_are_darkened_just_enough() {
        let Some(pale) = Colour::parse("#ffcc00") else { return };
        let dark = pale.darker();
        assert!(dark.is_legible() && dark.contrast_on_white() < 5.0, "{}", dark.hex());
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        for bad in ["0b5563", "#0b556", "#0b55633", "#ggeeff", "#+12345", "red", ""] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
        assert_eq!(Colour::parse("#0B5563").map(Colour::hex).as_deref(), Some("#0b5563"));
    }
}
