//! The files that all pages share: style sheets, the search's script, faces and the office's mark.

use std::fmt::Write as _;

use super::look::{SiteLook, shade, tint};
use super::output::Output;
use super::search;
use crate::arabic::Digits;
use crate::store::PathError;

const STYLE: &str = include_str!("site.css");
const DARK: &str = include_str!("dark.css");
const PRINT: &str = include_str!("print.css");
const WORDS: &str = include_str!("words.js");

/// Writes them.
pub(super) fn write(look: &SiteLook, output: &Output) -> Result<(), PathError> {
    output.file("assets/site.css", style(look).as_bytes())?;
    output.file("assets/words.js", WORDS.as_bytes())?;
    output.file("assets/tables.js", search::tables().as_bytes())?;
    output.file("assets/search.js", search::script().as_bytes())?;
    for face in &look.faces {
        output.file(&format!("assets/{}.woff2", face.file), face.bytes)?;
        output.file(&format!("assets/OFL-{}.txt", face.family), face.licence)?;
    }
    if let Some(mark) = &look.mark {
        output.file(&format!("assets/mark.{}", mark.ending), &mark.bytes)?;
    }
    Ok(())
}

/// The style sheet with the office's colour, digits and faces before it.
fn style(look: &SiteLook) -> String {
    let mut style = String::new();
    for face in &look.faces {
        let _ = writeln!(
            style,
            "@font-face {{ font-family: \"{}\"; font-weight: {}; font-display: swap; src: url(\"{}.woff2\") format(\"woff2\"); }}",
            face.family, face.weight, face.file
        );
    }
    let markers = match look.digits {
        Digits::Arab => "arabic-indic",
        Digits::Latn => "decimal",
        Digits::Arabext => "persian",
    };
    let (accent, ground, line) = (&look.accent, tint(&look.accent, 94), tint(&look.accent, 78));
    let _ =
        writeln!(style, ":root {{ --accent: {accent}; --ground: {ground}; --line: {line}; --markers: {markers}; }}");
    let (light, dark_ground, dark_line) = (tint(&look.accent, 62), shade(&look.accent, 78), shade(&look.accent, 45));
    let _ = writeln!(
        style,
        "@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {light}; --ground: {dark_ground}; --line: {dark_line}; }} }}"
    );
    style + STYLE + DARK + PRINT
}
