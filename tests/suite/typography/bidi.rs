//! Digits, Latin and brackets inside Arabic, read from the left off the finished bulletin.

use crate::ink::{Ink, bend};
use crate::render;
use crate::words::{Piece, page_texts, pieces};
use crate::workspace::{ENGLISH, Workspace};

const REPORT: &str = include_str!("../../fixtures/typography/bidi.toml");

/// What stands between the two words of each line from the left, without spaces, in Arabic-Indic
/// digits and in Latin ones. Telephone numbers keep the digits that were typed.
const SEEN: &[(&str, &str)] = &[
    ("+9647701234567", "+9647701234567"),
    ("IQ98NBIQ850123456789012", "IQ98NBIQ850123456789012"),
    ("12A34567", "12A34567"),
    ("12-A-34567", "12-A-34567"),
    ("١٢٣٤٥٦٧٨٩", "123456789"),
    ("٠٧٧٠١٢٣٤٥٦٧", "٠٧٧٠١٢٣٤٥٦٧"),
    ("٢٠٢٦-٠٧-٢٤", "2026-07-24"),
    ("١٢-٣-٢٠٢٦", "12-3-2026"),
    ("٢٤-٠٧-٢٠٢٦", "24-07-2026"),
    (")45participants(", ")45participants("),
    ("٢٤/٠٧/٢٠٢٦", "24/07/2026"),
    ("١٬٢٣٤٫٥", "1,234.5"),
    ("١٬٢٣٤٫٥", "1,234.5"),
    ("٪٤٥", "%45"),
    ("https://example.iq/a-b/2026-07-24", "https://example.iq/a-b/2026-07-24"),
    ("COVID-19", "COVID-19"),
    (")UNICEF(", ")UNICEF("),
    (")Al-FayhaaHospital(", ")Al-FayhaaHospital("),
    ("@basra_media", "@basra_media"),
    ("media@basra.example.iq", "media@basra.example.iq"),
];

/// Pixels a point.
const SCALE: f32 = 4.0;

fn bulletin(digits: &str) -> Vec<u8> {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", format!("{ENGLISH}digits = \"{digits}\"\n")).report("bidi", REPORT);
    workspace.run("build -e bulletin").code(0);
    workspace.read(&workspace.files("out")[0])
}

pub fn pages() -> Vec<(String, Vec<u8>)> {
    ["arab", "latn"].map(|digits| (format!("typography-bidi-{digits}"), bulletin(digits))).into()
}

/// The lines that begin and end with the two words, page by page from the top, each from the left.
fn rows(pdf: &[u8]) -> Vec<(usize, Vec<Piece>)> {
    let mut rows: Vec<(usize, Vec<Piece>)> = Vec::new();
    for (page, pieces) in pieces(pdf).into_iter().enumerate() {
        for piece in pieces.into_iter().filter(|piece| piece.ink.is_some()) {
            match rows.iter_mut().find(|(on, row)| *on == page && (row[0].y - piece.y).abs() < 5.0) {
                Some((_, row)) => row.push(piece),
                None => rows.push((page, vec![piece])),
            }
        }
    }
    rows.sort_by(|(page, a), (other, b)| page.cmp(other).then(b[0].y.total_cmp(&a[0].y)));
    rows.iter_mut().for_each(|(_, row)| row.sort_by(|a, b| a.x.total_cmp(&b.x)));
    rows.retain(|(_, row)| between(row).is_some());
    rows
}

fn seen(row: &[Piece]) -> String {
    let text: String = row.iter().map(|piece| piece.text.as_str()).collect();
    text.chars().filter(|c| !c.is_whitespace() && !is_control(*c)).collect()
}

fn between(row: &[Piece]) -> Option<String> {
    Some(seen(row).strip_prefix("مويلا")?.strip_suffix("لاق")?.to_owned())
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn what_stands_in_an_arabic_line_reads_in_its_own_order() {
    for (digits, expected) in
        [("arab", SEEN.iter().map(|row| row.0).collect::<Vec<_>>()), ("latn", SEEN.iter().map(|row| row.1).collect())]
    {
        let found: Vec<String> = rows(&bulletin(digits)).iter().filter_map(|(_, row)| between(row)).collect();
        assert_eq!(found, expected, "{digits}");
    }
}

#[test]
fn brackets_hold_what_is_between_them() {
    let pdf = bulletin("arab");
    let drawn = render::pages(&pdf, SCALE);
    let mut held = 0;
    for (page, row) in rows(&pdf) {
        let page = &drawn[page];
        let height = page.height as f64 / f64::from(SCALE);
        let brackets: Vec<&Piece> = row.iter().filter(|piece| piece.text.contains(['(', ')'])).collect();
        let [left, right] = brackets[..] else { continue };
        let bends = [left, right].map(|piece| {
            let ink = piece.ink.unwrap();
            let ink = Ink { left: ink.x0, top: height - ink.y1, right: ink.x1, bottom: height - ink.y0 };
            bend(page, f64::from(SCALE), ink)
        });
        assert!(bends[0] < -0.3 && bends[1] > 0.3, "{bends:?}: {}", seen(&row));
        held += 1;
    }
    assert_eq!(held, 3);
}

#[test]
fn isolates_never_come_out() {
    for digits in ["arab", "latn"] {
        let text = page_texts(&bulletin(digits)).concat();
        let found: Vec<String> =
            text.chars().filter(|c| is_control(*c)).map(|c| c.escape_unicode().to_string()).collect();
        assert!(found.is_empty(), "{digits}: {found:?}");
    }
}
