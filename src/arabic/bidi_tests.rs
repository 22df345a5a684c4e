//! What a reader sees of a text, from left to right, by an implementation of UAX 9 of its own.

use proptest::prelude::*;
use unicode_bidi::{BidiInfo, Level};

use super::super::{Digits, clean};
use super::*;

/// What a reader sees, from left to right, of a text in an Arabic paragraph; marks of order left
/// out.
fn seen(text: &str) -> String {
    let info = BidiInfo::new(text, Some(Level::rtl()));
    let line = &info.paragraphs[0];
    let order = info.reorder_line(line, line.range.clone());
    order.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

#[test]
fn the_table_of_the_design() {
    for (piece, seen_so) in [
        ("+964 770 123 4567", "+964 770 123 4567"),
        ("٠٧٧٠ ١٢٣ ٤٥٦٧", "٠٧٧٠ ١٢٣ ٤٥٦٧"),
        ("123 456 789", "123 456 789"),
        ("2026-07-24", "2026-07-24"),
        ("12-3-2026", "12-3-2026"),
        ("٢٤-٠٧-٢٠٢٦", "٢٤-٠٧-٢٠٢٦"),
        // Brackets of Arabic text are drawn mirrored.
        ("(45 participants)", ")45 participants("),
        ("@basra_media", "@basra_media"),
        ("C++", "C++"),
        ("12 A 34567", "12 A 34567"),
        ("12-A-34567", "12-A-34567"),
        ("+٩٦٤ ٧٧٠ ١٢٣ ٤٥٦٧", "+٩٦٤ ٧٧٠ ١٢٣ ٤٥٦٧"),
        ("+964 (770) 123 4567", "+964 (770) 123 4567"),
        ("040 612345", "040 612345"),
    ] {
        let text = format!("قال {piece} اليوم");
        assert!(!seen(&text).contains(seen_so), "needs no isolate: {piece}");
        let isolated = isolate(&text);
        assert!(seen(&isolated).contains(seen_so), "{piece}: {}", seen(&isolated));
        assert_eq!(isolate(&isolated), isolated);
    }
}

#[test]
fn what_is_right_is_left_alone() {
    for piece in [
        "24/07/2026",
        "1,234.5",
        "١٬٢٣٤٫٥",
        "https://example.iq/a-b-c/2026-07-24",
        "COVID-19",
        "(UNICEF)",
        "a@example.iq",
        "07701234567",
        "10-15",
        "2025 2026",
        "(Al-Fayhaa Hospital)",
        "10:30",
        "٤٥٪",
    ] {
        let text = format!("قال {piece} اليوم");
        assert!(matches!(isolate(&text), Cow::Borrowed(_)), "{piece}: {}", isolate(&text));
    }
}

#[test]
fn what_is_isolated_stays() {
    let text = "هاتف \u{2066}+964 770 123 4567\u{2069} و\u{2067}2026-07-24";
    assert_eq!(isolate(text), text);
}

#[test]
fn cleaned_converted_and_isolated_text_reads_right() {
    let text = "هاتف \u{202A}+964 770 123 4567\u{202C} في 2026-07-24 حضر 1,250 (45 participants)";
    let shown = isolate(&Digits::Arab.text(&clean(text))).into_owned();
    let seen = seen(&shown);
    for part in ["+964 770 123 4567", "٢٠٢٦-٠٧-٢٤", "١٬٢٥٠", "45 participants"] {
        assert!(seen.contains(part), "{part}: {seen}");
    }
}

#[test]
fn numbers_in_groups_stay_in_one_line() {
    let held = |text: &str| hold(&isolate(text)).replace('\u{2060}', "_").replace(['\u{2066}', '\u{2069}'], "");
    for (text, expected) in [
        ("هاتف +964 770 123 4567 في", "هاتف +964 _770 _123 _4567 في"),
        ("هاتف ٠٧٧٠ ١٢٣ ٤٥٦٧ في", "هاتف ٠٧٧٠ _١٢٣ _٤٥٦٧ في"),
        ("حضر 12 500 زائر", "حضر 12 _500 زائر"),
        ("حساب IQ98 NBIQ 8501 2345 6789 012 في", "حساب IQ98 NBIQ 8501 2345 6789 012 في"),
        ("حضر 25 زائراً في 2026-07-24", "حضر 25 زائراً في 2026-07-24"),
    ] {
        assert_eq!(held(text), expected);
    }
    let long = format!("\u{2066}{}\u{2069}", "123 ".repeat(10));
    assert!(matches!(hold(&long), Cow::Borrowed(_)), "it may be wider than a column");
}

/// What runs from left to right, as typed, one list for each kind.
const TYPED: &[&[&str]] = &[
    &[
        "+964 770 123 4567",
        "07701234567",
        "0770 123 4567",
        "0770-123-4567",
        "0770.123.4567",
        "0770/1234567",
        "(040) 123-4567",
        "040 612345",
        "040-612345",
        "(0770) 123 4567",
        "+964 (770) 123 4567",
        "(+964) 770 123-4567",
        "00964 770 123 4567",
        "+964-770-123-4567",
        "+9647701234567",
        "٠٧٧٠ ١٢٣ ٤٥٦٧",
        "(٠٤٠) ١٢٣-٤٥٦٧",
        "+٩٦٤ ٧٧٠ ١٢٣ ٤٥٦٧",
    ],
    &[
        "iPhone 15 Pro Max",
        "iPhone 15",
        "Windows 11",
        "Basra Oil Company",
        "Research & Development",
        "Basra (Iraq) Oil",
        "Basra Oil (Iraq)",
        "Ernst & Young 2026 Report",
        "UNICEF",
        "Al-Fayhaa Hospital",
        "Johnson's",
        "Phase 2 of 3 is done",
        "45 km",
        "2 × 31.5 MVA",
        "31.5 MVA",
        "Expo 2020",
        "Boeing 737-800",
        "World Bank / IMF",
        "iPhone ١٥ Pro",
        "Café Zürich 24",
    ],
    &[
        "COVID-19",
        "A4",
        "00:1A:2B:3C:4D:5E",
        "00-1A-2B-3C-4D-5E",
        "00:11:22:33:44:55",
        "IQ98 NBIQ 8501 2345 6789 012",
        "12 A 34567",
        "12-A-34567",
        "v2.10.3",
        "192.168.1.1",
        "2001:db8::1",
        "25°C",
        "AB-123/2026",
        "report-2026.pdf",
        "3D",
        "4x4",
        "G20",
    ],
    &[
        "#Basra",
        ".pdf",
        "--help",
        "A-",
        "C++",
        "C#",
        "O+",
        "$HOME",
        "#Basra_2026",
        "/etc/hosts",
        "--deny-warnings",
        "AB+",
        "@basra_media",
        "@basra",
        "Google+",
        "U.S.A.",
        "e.g.",
    ],
    &[
        "https://example.iq/a-b-c/2026-07-24",
        "https://example.iq/",
        "www.example.iq",
        "example.iq/news/12?id=42&lang=ar",
        "media@basra.example.iq",
        "a.b-c+d@mail.example.iq",
        "https://example.iq/أخبار/2026/12",
        "https://وزارة.عراق/خبر",
        "info@وزارة.عراق",
        "https://example.iq/a_(b)",
        "http://example.iq:8080/a#b",
        "https://example.iq/%D8%A7/x",
        "https://example.iq/?q=بصرة&page=2",
        "https://example.iq/٢٠٢٦/خبر",
        "https://example.iq/أ/ب/ج",
    ],
];
/// Numbers that run from left to right, in the digits of the page.
const NUMBERS: &[&str] = &[
    "2026-07-24",
    "12-3-2026",
    "24-07-2026",
    "٢٤-٠٧-٢٠٢٦",
    "2026–07–24",
    "24/07/2026",
    "24.07.2026",
    "10:30",
    "10:30:15",
    "1,234.5",
    "1,250,000",
    "1.5",
    "12 500",
    "123 456 789",
    "3/4",
    "417/2026",
    "٣٬٠٠٠٬٠٠٠",
    "2026",
    "۲۰۲۶-۰۷-۲۴",
];

/// A piece as it stands on the page from the left: only what is in Arabic letters runs the other
/// way.
fn drawn(piece: &str) -> String {
    let mut drawn = String::new();
    let mut letters: Vec<char> = Vec::new();
    for c in piece.chars() {
        if is_arabic_letter(c) {
            letters.push(c);
        } else {
            drawn.extend(letters.drain(..).rev());
            drawn.push(c);
        }
    }
    drawn.extend(letters.drain(..).rev());
    drawn
}

/// A text as it is typeset, and as a reader sees it.
fn page(text: &str, digits: Digits) -> String {
    seen(&isolate(&digits.text(&clean(text))))
}

#[test]
fn every_written_form_is_seen_as_typed() {
    const FRAMES: [&str; 8] =
        ["قال {} اليوم", "{} قال", "قال {}", "قال {}.", "قال: {}، ثم", "ورشة ({}) هنا", "«{}» هنا", "قال {}؟"];
    for digits in [Digits::Arab, Digits::Latn] {
        let typed = TYPED.iter().copied().flatten().map(|piece| (*piece, drawn(piece)));
        let numbers = NUMBERS.iter().map(|piece| (*piece, digits.text(piece).into_owned()));
        for (piece, wanted) in typed.chain(numbers) {
            for frame in FRAMES {
                let text = frame.replace("{}", piece);
                let seen = page(&text, digits);
                assert!(seen.contains(&wanted), "{digits:?} {text}: {wanted} in {seen}: {:?}", isolate(&text));
            }
        }
    }
}

#[test]
fn ranges_are_read_from_the_right_in_both_systems_and_everywhere() {
    for digits in [Digits::Arab, Digits::Latn] {
        for (piece, first, last) in [
            ("10-15", "10", "15"),
            ("2025-2026", "2025", "2026"),
            ("9:00-14:00", "9:00", "14:00"),
            ("18–20", "18", "20"),
            ("1,000-2,500", "1,000", "2,500"),
            ("٣-٥", "٣", "٥"),
        ] {
            for frame in ["قال {} اليوم", "{} قال", "UNICEF: {} قال", "({}) قال"] {
                let seen = page(&frame.replace("{}", piece), digits);
                let (first, last) = (digits.text(first), digits.text(last));
                let at = |part: &str| seen.find(part).unwrap_or_else(|| panic!("{part}: {seen}"));
                assert!(at(&last) < at(&first), "{digits:?} {piece}: {seen}");
            }
        }
    }
}

#[test]
fn what_is_no_decimal_keeps_its_point() {
    for (text, shown) in [
        ("المادة 4.10 والساعة 9.30.", "المادة ٤.١٠ والساعة ٩.٣٠."),
        ("الإصدار 2.10 بكلفة 2.10", "الإصدار ٢.١٠ بكلفة ٢٫١٠"),
        ("للفقرتين 3.2 و3.4 وبنسبة 3.4", "للفقرتين ٣.٢ و٣.٤ وبنسبة ٣٫٤"),
        ("في 9.30 صباحاً وحتى 10.15 مساءً", "في ٩.٣٠ صباحاً وحتى ١٠.١٥ مساءً"),
        ("الساعة 9.30-10.30", "الساعة ٩.٣٠-١٠.٣٠"),
    ] {
        assert_eq!(Digits::Arab.text(text), shown);
    }
}

#[test]
fn lists_of_latin_are_read_from_the_right() {
    for text in [
        "حضر ممثلو UNICEF، WHO، FAO.",
        "شركة Basra Oil، UNICEF",
        "UNICEF، WHO و FAO",
        "Google، Meta، iPhone 15، C++",
        "تابعوا @basra، @unicef، #Basra",
        "A4، A5، 12 A 34567",
        "UNICEF، 15 مشاركاً، WHO، 2026",
        "(UNICEF)، (WHO)، (FAO) هنا",
        "https://a.iq، https://b.iq ثم",
        "0770 123 4567 / 0780 123 4567",
    ] {
        for digits in [Digits::Arab, Digits::Latn] {
            let seen = page(text, digits);
            let mut right = usize::MAX;
            for token in phrases(text).iter().filter(|token| token.kind != TokenKind::Word) {
                let typed = &text[token.range.clone()];
                let piece = if token.kind.is_number() { digits.text(typed) } else { typed.into() };
                let at = seen.find(&*piece).unwrap_or_else(|| panic!("{piece}: {seen}"));
                assert!(at < right, "{digits:?} {piece} in {text}: {seen}");
                right = at;
            }
        }
    }
}

#[test]
fn a_text_without_arabic_is_one_phrase_and_keeps_its_digits() {
    for text in [
        "The office works from 8:00 to 14:00, starting 1 December 2026 (Tuesday).",
        "What? Yes!",
        "(45 participants)",
        "5 + 3 = 8 kg",
        "1. Basra 2. Baghdad",
    ] {
        for digits in [Digits::Arab, Digits::Latn] {
            assert_eq!(page(text, digits), text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Lines of Arabic with pieces of every kind: each is seen as typed, and they follow one
    /// another from the right.
    #[test]
    fn mixed_lines_are_seen_as_typed(
        picked in prop::collection::vec((0..TYPED.len() + 1, any::<prop::sample::Index>(), 0..5_usize), 1..7),
        arab in any::<bool>(),
    ) {
        const LINKS: [(&str, &str); 5] = [("قال ", " ثم "), ("", "، "), ("مع (", ") و"), ("«", "» في "), ("زار ", "؛ ")];
        let digits = if arab { Digits::Arab } else { Digits::Latn };
        let mut text = "يوم ".to_owned();
        let mut wanted = Vec::new();
        for (kind, index, link) in picked {
            let (piece, shown) = match TYPED.get(kind) {
                Some(list) => (list[index.index(list.len())], drawn(list[index.index(list.len())])),
                None => {
                    let number = NUMBERS[index.index(NUMBERS.len())];
                    (number, digits.text(number).into_owned())
                }
            };
            let (before, after) = LINKS[link];
            text.push_str(&format!("{before}{piece}{after}"));
            wanted.push(shown);
        }
        let seen = page(&text, digits);
        let mut right = seen.len();
        for piece in wanted {
            let found = seen.get(..right).and_then(|left| left.rfind(&piece));
            prop_assert!(found.is_some(), "{digits:?} {piece} in {text}: {seen} {:?}", isolate(&digits.text(&text)));
            right = found.unwrap_or_default();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_isolates_are_added(text in "[ -~ا-ي٠-٩\u{2066}\u{2069}\u{A0}،]{0,60}") {
        let isolated = isolate(&text).into_owned();
        let bare = |text: &str| text.replace([LRI, RLI, PDI, ALM], "");
        prop_assert_eq!(bare(&isolated), bare(&text));
        prop_assert_eq!(isolate(&isolated).into_owned(), isolated);
    }
}
