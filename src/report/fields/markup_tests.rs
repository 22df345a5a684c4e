use super::*;

fn plain(text: &str) -> String {
    parse(text).text.plain()
}

fn json(text: &str) -> String {
    serde_json::to_string(&parse(text).text).unwrap_or_default()
}

#[test]
fn the_subset_is_understood() {
    assert_eq!(
        json("أ **ب** ج"),
        r#"[{"type":"text","text":"أ "},{"type":"strong","content":[{"type":"text","text":"ب"}]},{"type":"text","text":" ج"}]"#
    );
    assert_eq!(json("*ب*"), r#"[{"type":"emph","content":[{"type":"text","text":"ب"}]}]"#);
    assert_eq!(
        json("و**البصرة**"),
        r#"[{"type":"text","text":"و"},{"type":"strong","content":[{"type":"text","text":"البصرة"}]}]"#
    );
    assert_eq!(
        json("***أ***"),
        r#"[{"type":"emph","content":[{"type":"strong","content":[{"type":"text","text":"أ"}]}]}]"#
    );
    assert_eq!(
        json("[الموقع](https://a.iq/x_y?a=1&b=2*3)"),
        r#"[{"type":"link","url":"https://a.iq/x_y?a=1&b=2*3","content":[{"type":"text","text":"الموقع"}]}]"#
    );
}

#[test]
fn stars_work_beside_arabic_letters_and_punctuation() {
    for marked in [
        "زار و<**>«مدرسة النخيل»<**> هنا",
        "و<**>(UNICEF)<**> هنا",
        "و<*>هنا<*>.",
        "<**>عنوان:<**> نص",
        "<**>عنوان<**>: نص",
        "«<**>نص<**>»",
        "(<*>نص<*>)",
        "ب<*>البصرة<*>، ثم",
        "لل<*>مدينة<*>؛",
        "<**>البصرة<**>ية",
        "قال:<**>نعم.<**> ثم",
        "<**>«أ»<**>، <**>«ب»<**>.",
        "<*>«أ»<*> و<*>(ب)<*>",
        "نص <**>؟ نعم!<**>",
        "وال<**>«نص»<**>.",
        "كلفة<**>100%<**>.",
    ] {
        let text = marked.replace(['<', '>'], "");
        let parsed = parse(&text);
        let bare = text.replace('*', "");
        assert_eq!(parsed.text.plain(), bare, "{text}");
        assert_eq!(parsed.unpaired, [] as [usize; 0], "{text}");
    }
}

#[test]
fn stars_without_a_partner_are_told_by_their_place() {
    for (text, stars) in [
        ("**غير مغلق", vec![0]),
        ("غير مغلق**", vec![0]),
        ("*نص* و**نص", vec![2]),
        ("«*نص» ثم", vec![0]),
        ("10*20 و**نص", vec![1]),
        ("الوزن* والسعر*", vec![]),
        ("** نص ** ثم", vec![0, 2]),
        ("*123# أو *21*07701234567#", vec![]),
        ("2 * 3 ** 4", vec![]),
        ("الطول*العرض", vec![]),
        (r"\*\*نص", vec![]),
    ] {
        assert_eq!(parse(text).unpaired, stars, "{text}");
    }
}

#[test]
fn addresses_are_kept_to_the_letter() {
    for url in [
        "https://a.iq/(x)",
        "https://a.iq/w_(y)_z",
        "mailto:a@b.iq",
        "tel:+964",
        "https://a.iq/?q=&amp;&x=<",
        "https://a.iq/`",
    ] {
        let Parsed { text, refused, .. } = parse(&format!("[م]({url})"));
        assert_eq!(refused.len(), 0, "{url}");
        assert_eq!(text.content, [Inline::Link { url: url.into(), content: vec![Inline::Text { text: "م".into() }] }]);
    }
    assert!(json("[م](https://a.iq \"عنوان\") ب").contains(r#""url":"https://a.iq""#));
    assert!(json("[](https://a.iq)").contains(r#""text":"https://a.iq""#));
}

#[test]
fn marks_inside_addresses_and_codes_are_their_own() {
    for text in [
        "https://a.iq/_b_/c",
        "حساب @_basra_ هنا",
        "*123# أو *124#",
        "http://a.iq/*b*/c و*21*07701234567#",
        "#_البصرة_ و#بغداد_",
        "بريد _a_@b.iq",
    ] {
        assert_eq!(plain(text), text);
    }
    assert_eq!(plain("**https://a.iq/x_y** و*@basra_iq*"), "https://a.iq/x_y و@basra_iq");
}

/// Texts without marks of ours: each prints as it stands.
const PLAIN: [&str; 78] = [
    "# عنوان",
    "- بند",
    "* بند",
    "+ بند",
    "1. بند",
    "١. بند",
    "1) بند",
    "> قول",
    "    أربعة",
    "---",
    "***",
    "___",
    "===",
    "<b>سميك</b>",
    "<!-- سر -->",
    "<https://a.iq>",
    "```rust",
    "~~~",
    "`كود`",
    "``a`b``",
    "Qur`an **x",
    "&amp; &lt; &#65; &copy;",
    "[x]",
    "[x][y]",
    "[x]: https://a.iq",
    "[x]: <y> 'z'",
    "![صورة](https://a.iq/a.jpg)",
    "$x^2$",
    "@name #tag",
    "a*b",
    "2 * 3 * 4",
    "10*20*30 سم",
    "5**3**2",
    "snake_case_name",
    "سعر_الوحدة_الواحدة",
    "*",
    "**",
    "_",
    "__",
    "[",
    "]",
    "[]",
    "()",
    "[]()x[",
    "a\\b",
    "C:\\Users\\x",
    "\\\\server\\share",
    "\\(",
    "¯\\",
    "الوزن* والسعر*",
    "*)",
    "(*) ملاحظة",
    "|أ|ب|",
    "~~حذف~~",
    "\"اقتباس\" -- ... 'x'",
    "a\u{A0}b",
    "x",
    "x ",
    "&",
    "<",
    "!",
    "![",
    "!!",
    "a < b > c",
    "[^1]",
    "[^1]: x",
    "- [ ] x",
    ":emoji:",
    "http://a_b_c.iq/x*y",
    "أ_ب_ج",
    "1*2",
    "* * *",
    "_ _ _",
    "**غير مغلق",
    "غير مغلق**",
    "[نص](",
    "[نص](غير مغلق",
    "\u{1F600}*",
];

#[test]
fn everything_else_prints_as_it_stands() {
    for text in PLAIN {
        assert_eq!(plain(text), text);
    }
}

#[test]
fn escapes_lose_their_backslash_only_before_marks() {
    assert_eq!(plain(r"\*\*ليس سميكاً\*\*"), "**ليس سميكاً**");
    assert_eq!(plain(r"\[نص\](https://a.iq)"), "[نص](https://a.iq)");
    assert_eq!(plain(r"\_أ\_"), "_أ_");
    assert_eq!(plain(r"\# \> \a"), r"\# \> \a");
}

#[test]
fn links_that_lead_nowhere_print_as_they_stand() {
    for text in
        ["[x](javascript:alert(1))", "[x](assets/a.pdf)", "[x](#y)", "قال [**x**](ftp://a) ثم", "[x](data:text/html)"]
    {
        let Parsed { text: parsed, refused, .. } = parse(text);
        assert_eq!(parsed.plain().replace("**", ""), text.replace("**", ""));
        assert_eq!(refused.len(), 1, "{text}");
    }
}

#[test]
fn forced_breaks_have_no_spaces_around() {
    assert_eq!(json("أ \u{2028} ب"), r#"[{"type":"text","text":"أ"},{"type":"break"},{"type":"text","text":"ب"}]"#);
    assert_eq!(
        json("**أ \u{2028} ب**"),
        r#"[{"type":"strong","content":[{"type":"text","text":"أ"},{"type":"break"},{"type":"text","text":"ب"}]}]"#
    );
}

#[test]
fn deep_nesting_stays_shallow() {
    let text = format!("{}x{}", "**a *b ".repeat(2000), "* c**".repeat(2000));
    let parsed = parse(&text).text;
    assert!(parsed.plain().contains("**a"));
    let brackets = format!("{}x{}", "[".repeat(5000), "](https://a.iq)".repeat(5000));
    assert!(parse(&brackets).text.plain().contains('x'));
}

/// A small deterministic generator, so that a failure can be found again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % below
    }
}

fn random(dice: &mut Dice, alphabet: &[char]) -> String {
    let length = dice.roll(24);
    let text: String = (0..length).map(|_| alphabet[dice.roll(alphabet.len())]).collect();
    text.trim().to_owned()
}

#[test]
fn text_without_marks_comes_out_as_it_went_in() {
    let alphabet: Vec<char> =
        "ابتور ة،؛؟.:«»()-–+=#$@%^&|~`<>!{}/\\'\"1234٥٦ abcXYZ\u{A0}\u{64B}\u{200D}1. - ".chars().collect();
    let mut dice = Dice(1);
    for _ in 0..20_000 {
        let text = random(&mut dice, &alphabet);
        assert_eq!(plain(&text), text);
    }
}

#[test]
fn text_with_marks_loses_nothing_but_marks() {
    let alphabet: Vec<char> = "اب **__*_[]()\\!`<&>#- 1.\u{2028}:/x".chars().collect();
    let marks = ['*', '_', '[', ']', '(', ')', '\\', ' ', '\u{2028}'];
    let words = |text: &str| text.replace(marks, "");
    let mut dice = Dice(2);
    for _ in 0..50_000 {
        let text = random(&mut dice, &alphabet);
        let parsed = parse(&text).text;
        assert_eq!(words(&parsed.plain()), words(&text), "{text:?} {parsed:?}");
    }
}
