//! Properties that hold for every string.

use proptest::prelude::*;

use super::{apply, lint, page};

fn strings() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "البصرة",
        "و",
        "نص",
        "َ",
        "ـ",
        "ه",
        " ",
        " ",
        " ",
        "\n",
        "\u{A0}",
        "\t",
        "،",
        ".",
        ".",
        ":",
        "؛",
        "؟",
        "!",
        ",",
        ";",
        "?",
        "-",
        "–",
        "(",
        ")",
        "[",
        "]",
        "«",
        "»",
        "\"",
        "“",
        "”",
        "1",
        "٢",
        "2026",
        "/",
        "abc",
        "x",
        "@",
        "https://a.iq",
        "a@b.iq",
        "+964 770 123 4567",
        "…",
        "*",
        "الجمعة",
        "تشرين الثاني",
        "🙂",
    ]);
    prop_oneof![prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()), any::<String>()]
}

fn kept(text: &str) -> String {
    text.chars().filter(|c| page::is_letter(*c) || c.is_numeric()).collect()
}

/// 2000 cases, or more if `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.max(2000), failure_persistence: None, ..default }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn fixes_are_enough_and_touch_no_letter(text in strings()) {
        let findings = lint(&text);
        let fixes: Vec<_> = findings.iter().filter(|finding| finding.fix.is_some()).collect();
        prop_assert!(findings.is_sorted_by_key(|finding| (finding.range.start, finding.range.end)));
        prop_assert!(fixes.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        let fixed = apply(&text, &findings);
        prop_assert_eq!(kept(&text), kept(&fixed));
        let left: Vec<_> = lint(&fixed).into_iter().filter(|finding| finding.fix.is_some()).collect();
        prop_assert!(left.is_empty(), "{text:?} -> {fixed:?}: {left:?}");
    }
}
