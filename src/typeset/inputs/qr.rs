//! QR codes as drawings.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the code (ISO/IEC 18004, 9.1).
const QUIET_ZONE: i32 = 4;

/// The code of a text as SVG, black on nothing; none when the text is too long for one (about 2 300
/// bytes).
pub(super) fn svg(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET_ZONE;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            // A row's dark modules in one stroke: no hairlines between them in print, and half the
            // bytes of boxes.
            if x > start {
                let _ = write!(path, "M{} {}.5h{}", start + QUIET_ZONE, y + QUIET_ZONE, x - start);
            }
            x += 1;
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" height=\"{side}\">\
         <path stroke=\"#000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_address_fits_and_a_book_does_not() {
        assert!(svg(&"https://example.iq/".repeat(20)).is_some_and(|svg| svg.starts_with("<svg")));
        assert_eq!(svg(&"x".repeat(5000)), None);
    }
}
