//! What each rule reports and what it leaves.

use super::*;

const SEED: &str = include_str!("../../../tests/support/seed-report.txt");

fn fixed(text: &str) -> String {
    apply(text, &lint(text))
}

/// The rules that a text breaks, in its order.
fn found(text: &str) -> Vec<Rule> {
    lint(text).into_iter().map(|finding| finding.rule).collect()
}

/// Each text breaks the rule and nothing else, and its fix is the second text.
fn mends(rule: Rule, pairs: &[(&str, &str)]) {
    for (text, wanted) in pairs {
        let rules = found(text);
        assert!(!rules.is_empty() && rules.iter().all(|found| *found == rule), "{text}: {rules:?}");
        assert_eq!(fixed(text), *wanted, "{text}");
    }
}

/// Each text breaks the rule at the words given, with no fix.
fn points(rule: Rule, pairs: &[(&str, &str)]) {
    for (text, wanted) in pairs {
        let all = lint(text);
        let [finding] = all.as_slice() else { panic!("{text}: {all:?}") };
        assert_eq!((finding.rule, &text[finding.range.clone()], &finding.fix), (rule, *wanted, &None), "{text}");
    }
}

fn leaves(texts: &[&str]) {
    for text in texts {
        assert_eq!(lint(text), [], "{text}");
    }
}

#[test]
fn codes_and_rules_are_one_to_one() {
    for (number, rule) in (1..).zip(Rule::ALL) {
        assert_eq!(rule.code(), format!("NA{number:03}"));
        assert_eq!(Rule::from_code(rule.code()), Some(rule));
    }
    for typed in ["na007", " Na007 ", "NA٠٠٧"] {
        assert_eq!(Rule::from_code(typed), Some(Rule::ColonDash), "{typed}");
    }
    assert_eq!(Rule::from_code("NA999"), None);
}

#[test]
fn the_seed_is_read_as_a_proofreader_would() {
    let all = lint(SEED);
    let starts = |rule| -> Vec<_> {
        all.iter().filter(|finding| finding.rule == rule).map(|finding| finding.range.start).collect()
    };
    let places = |what: &str, skip: usize| -> Vec<_> { SEED.match_indices(what).map(|(at, _)| at + skip).collect() };
    let mut inside = [places("( ", 1), places(" )", 0)].concat();
    inside.sort_unstable();
    let mut before = [places(" ،", 0), places(" .", 0), places(" :", 0)].concat();
    before.sort_unstable();
    assert_eq!(starts(Rule::SpaceInsideBracket), inside);
    assert_eq!(starts(Rule::SpaceBeforeMark), before);
    assert_eq!(starts(Rule::ColonDash), places(":-", 0));
    assert_eq!(starts(Rule::LoneWaw), places(" و السيد", 3));
    assert_eq!(starts(Rule::JoinedWords), places("البصرةالسيد", "البصرة".len()));
    assert_eq!(all.len(), inside.len() + before.len() + 6 + 1 + 1);
    let clean = apply(SEED, &all);
    assert_eq!(lint(&clean), []);
    assert!(clean.contains("(البصرة مدينة صديقة للطفل)") && clean.contains("واضاف: لدينا"));
}

#[test]
fn spaces_inside_brackets() {
    mends(
        Rule::SpaceInsideBracket,
        &[
            ("( البصرة )", "(البصرة)"),
            ("ورشة « البصرة» اليوم", "ورشة «البصرة» اليوم"),
            ("[  نص ]", "[نص]"),
            ("أولاً ( نص\u{A0})", "أولاً (نص)"),
        ],
    );
    leaves(&["(البصرة) و(UNICEF)", "الحضور: ( )", "النص (نص\n) نص", "«البصرة» («نص»)"]);
}

#[test]
fn spaces_before_marks() {
    mends(
        Rule::SpaceBeforeMark,
        &[("البصرة ، بغداد .", "البصرة، بغداد."), ("متى  ؟ الآن !", "متى؟ الآن!"), ("نص ؛ نص : نص", "نص؛ نص: نص")],
    );
    leaves(&["انتظر ... ثم قال", "لغة .NET هنا", "النتيجة 5 : 3", "البصرة، بغداد.", "نص …"]);
}

#[test]
fn marks_without_a_space() {
    mends(
        Rule::NoSpaceAfterMark,
        &[
            ("البصرة،بغداد", "البصرة، بغداد"),
            ("قال:نعم.ثم سكت", "قال: نعم. ثم سكت"),
            ("عام ٢٠٢٦،وقال؛نعم", "عام ٢٠٢٦، وقال؛ نعم"),
            ("منظمة،UNICEF", "منظمة، UNICEF"),
        ],
    );
    leaves(&[
        "(نعم.) «نعم؟»",
        "10:30 و1,234.5 و1.5",
        "٢٤/٠٧/٢٠٢٦ ١٬٢٣٤٫٥",
        "ثم...قال",
        "٣٠٠ ق.م",
        "ص.ب ١٢",
        "ملف report.pdf",
    ]);
    leaves(&["https://example.iq/a,b?c=d:e وa.b@example.iq", "**العنوان:** نص"]);
    leaves(&[
        "حضر أ.د. علي وم.م. سعاد وبالأ.م.د. حسن",
        "مبلغ ١٢ د.ع. ولج.م.ع. كذا",
        "الموقع https://وزارة.عراق/خبر متاح، ووزارة.عراق والبريد بريد@وزارة.عراق.",
        "وسم #نعم_للبصرة، و#البصرة",
    ]);
    mends(Rule::NoSpaceAfterMark, &[("حضر م.م.سعاد", "حضر م.م. سعاد"), ("انتهى.وبدأ", "انتهى. وبدأ")]);
}

#[test]
fn tokens_are_left_alone() {
    leaves(&[
        "[الموقع](https://example.iq/a_b?c=1,2;d) والبريد media@example.iq، والهاتف +964 770 123 4567.",
        "https://example.iq/بصرة?س=1,2، ثم",
        "حضر (45 participants) ورشة COVID-19، و@basra_media.",
        "**عنوان**، و*نص*: [نص](https://example.iq)؛ نص",
    ]);
    mends(Rule::SpaceInsideBracket, &[("حضر ( 45 participants ) ورشة", "حضر (45 participants) ورشة")]);
    mends(Rule::SpaceBeforeMark, &[("media@example.iq ، ثم COVID-19 .", "media@example.iq، ثم COVID-19.")]);
}

#[test]
fn doubled_spaces() {
    mends(Rule::DoubledSpace, &[("محافظ  البصرة", "محافظ البصرة"), ("محافظ \t \u{A0}البصرة", "محافظ\u{A0}البصرة")]);
    leaves(&["محافظ البصرة", "سطر  \nسطر", "  نص"]);
}

#[test]
fn doubled_marks() {
    mends(Rule::DoubledMark, &[("نعم،، ثم", "نعم، ثم"), ("نعم.. ثم", "نعم. ثم"), ("متى؟؟؟ الآن!!", "متى؟ الآن!")]);
    leaves(&["نعم... ثم…", "متى؟!", "std::fmt"]);
}

#[test]
fn latin_marks() {
    mends(
        Rule::LatinMark,
        &[
            ("البصرة, بغداد; متى?", "البصرة، بغداد؛ متى؟"),
            ("(البصرة), «نص», نصاً, ثم", "(البصرة)، «نص»، نصاً، ثم"),
            ("٢٠٢٦, ثم", "٢٠٢٦، ثم"),
        ],
    );
    leaves(&["شركة Google, Meta", "(UNICEF), ثم", "١,٢٣٤ و١,٥", "https://example.iq/س?ب=1"]);
}

#[test]
fn colons_with_dashes() {
    mends(
        Rule::ColonDash,
        &[("قال:- نعم", "قال: نعم"), ("قال:ـ نعم", "قال: نعم"), ("قال: - نعم", "قال: نعم"), ("قال:-نعم", "قال: نعم")],
    );
    assert_eq!(found("قال :- نعم"), [Rule::SpaceBeforeMark, Rule::ColonDash]);
    assert_eq!(fixed("قال :- نعم"), "قال: نعم");
    leaves(&["الحرارة: -5", "قال: نعم", "البنود:\n- بند"]);
}

#[test]
fn straight_quotes() {
    mends(
        Rule::StraightQuotes,
        &[("قال \"نعم\" ثم", "قال «نعم» ثم"), ("شعار \" البصرة \"، وآخر \"بغداد\"", "شعار «البصرة»، وآخر «بغداد»")],
    );
    points(Rule::StraightQuotes, &[("قال \"نعم ثم سكت", "\""), ("قال نعم\" ثم سكت", "\"")]);
    leaves(&["قال «نعم»", "شاشة 24\" جديدة", "said \"yes\""]);
}

#[test]
fn marks_around_a_quotation_mark() {
    mends(
        Rule::MarkAroundQuote,
        &[
            ("قال: «نعم.».", "قال: «نعم»."),
            ("قال «نعم،»، ثم «لا؛»؛ وسكت", "قال «نعم»، ثم «لا»؛ وسكت"),
            ("قال ”نعم.“. وقال “لا.”.", "قال ”نعم“. وقال “لا”."),
        ],
    );
    leaves(&[
        "قال: «نعم».",
        "قال: «نعم.» ثم سكت.",
        "هل قال: «متى؟»؟",
        "قال: «نعم...».",
        "قال: «نعم»...",
        "في «مبلغ ١٢ د.ع.».",
        "في «جمهورية مصر (ج.م.ع.)».",
        "said «yes.».",
        "(نعم.).",
    ]);
    points(Rule::UnpairedQuote, &[("قال نعم.». ثم", "»")]);
    for (text, wanted) in
        [("قال \"نعم.\".", "قال «نعم»."), ("قال «نعم. » .", "قال «نعم»."), ("قال «نعم..»..", "قال «نعم».")]
    {
        assert_eq!(fixed(text), wanted, "{text}");
    }
}

#[test]
fn brackets_without_a_partner() {
    points(Rule::UnpairedBracket, &[("مكتب (البصرة", "("), ("مكتب البصرة) اليوم", ")"), ("[نص (نص]", "(")]);
    leaves(&["1) نص", "أ) نص", "(نص [نص])", "(نص {نص})"]);
}

#[test]
fn quotes_without_a_partner() {
    points(Rule::UnpairedQuote, &[("قال «نعم", "«"), ("قال نعم» ثم", "»"), ("قال “نعم", "“")]);
    leaves(&["«نعم» «لا»", "قال ”نعم“ ثم “لا”"]);
}

#[test]
fn tatweel_typed_by_hand() {
    mends(
        Rule::TypedTatweel,
        &[("محـــافظ الـبصرة", "محافظ البصرة"), ("هـذا سَـلام", "هذا سَلام"), ("نهايـــة", "نهاية"), ("نهايـــ", "نهايـ")],
    );
    leaves(&["١٤٤٨ هـ", "١٤٤٨هـ الموافق", "ـ بند", "الرحمـٰن", "بـ«البصرة»", "ـــــــ"]);
}

#[test]
fn words_written_as_one() {
    mends(
        Rule::JoinedWords,
        &[
            ("محافظ البصرةالسيد اسامة", "محافظ البصرة السيد اسامة"),
            ("في المدرسةالابتدائية", "في المدرسة الابتدائية"),
            ("وصل إلىالبصرة", "وصل إلى البصرة"),
            ("موسىالكاظم", "موسى الكاظم"),
            ("الزيارةُالأولى", "الزيارةُ الأولى"),
        ],
    );
    points(Rule::JoinedWords, &[("في البصرةوبغداد", "البصرةوبغداد"), ("مستشفىات", "مستشفىات")]);
    leaves(&["البصرة السيد", "مدرسةٌ، مدرسةً", "إلى، على", "پێشەنگ", "رؤىً", "البصرة-بغداد", "#البصرةالفيحاء"]);
}

#[test]
fn waws_that_stand_alone() {
    mends(
        Rule::LoneWaw,
        &[
            ("المحافظ و السيد النائب", "المحافظ والسيد النائب"),
            ("وَ  السيد", "وَالسيد"),
            ("(نعم) و لا؛ و نعم", "(نعم) ولا؛ ونعم"),
        ],
    );
    leaves(&[
        "مدن سلێمانی و هەولێر.",
        "زار مدن هەولێر و بغداد",
        "پارێزگای هەولێر و بەغدا و کورد",
        "این گزارش در تهران و اصفهان منتشر شد",
    ]);
    leaves(&["المحافظ والسيد", "أ و ب", "و و السيد", "دلو ماء", "و 5", "و\nالسيد", "و UNICEF"]);
}

#[test]
fn numbers_are_counted_by_their_digits() {
    let counted = |text: &str| {
        let found = numbers(text);
        let first = |of: &Digited| of.first.clone().map_or(String::new(), |range| text[range].to_owned());
        (first(&found.latin), found.latin.digits, first(&found.arabic), found.arabic.digits)
    };
    assert_eq!(counted("٢٠٢٦ و12 و345 ۷"), ("12".into(), 5, "٢٠٢٦".into(), 5));
    assert_eq!(counted("حضر ١٢ https://example.iq/12"), (String::new(), 0, "١٢".into(), 2));
    assert_eq!(counted("حضر ١٢ في iPhone 15 Pro"), (String::new(), 0, "١٢".into(), 2));
    assert_eq!(counted("The office, 2026"), (String::new(), 0, String::new(), 0));
    assert_eq!(counted("نص"), (String::new(), 0, String::new(), 0));
}

#[test]
fn weekdays_that_disagree() {
    points(
        Rule::WeekdayMismatch,
        &[
            ("يوم الخميس ٢٠ تشرين الثاني ٢٠٢٦ م", "الخميس"),
            ("الاربعاء، 20/11/2026", "الاربعاء"),
            ("في 20 تشرين الثاني/نوفمبر 2026 (السبت)", "السبت"),
            ("الأحد ١٠ جمادى الآخرة ١٤٤٨ هـ الموافق ٢٠٢٦/١١/٢٠م", "الأحد"),
        ],
    );
    leaves(&[
        "الجمعة ٢٠ تشرين الثاني ٢٠٢٦",
        "الجمعه الموافق 20-11-2026",
        "الأحد. ٢٠ تشرين الثاني ٢٠٢٦",
        "رقم 417/13/2026",
        "كتاب 45/2026 في 29/2/2028",
        "نسخة 2.10.2026",
    ]);
    points(
        Rule::WeekdayMismatch,
        &[
            ("الأحد ٣٠ شباط ٢٠٢٦", "٣٠ شباط ٢٠٢٦"),
            ("يوم الأحد 31 نيسان 2026.", "31 نيسان 2026"),
            ("في 29/2/2026، ثم", "29/2/2026"),
            ("في 2026-02-30", "2026-02-30"),
            ("يوم الأحد ۲۰ تشرین الثانی ۲۰۲۶.", "الأحد"),
            ("يوم الأح\u{200B}د ٢٠ تشرين الثاني ٢٠٢٦", "الأح\u{200B}د"),
        ],
    );
    leaves(&[
        "الجمعة 3/4/2026 والأربعاء 3/4/2026",
        "من الأربعاء إلى الأحد 18-20 تشرين الثاني 2026",
        "الأحد ١٠ جمادى الآخرة ١٤٤٨ هـ",
    ]);
}

#[test]
fn what_touches_is_one_fix() {
    for (text, wanted) in [
        ("( البصرة ) ،", "(البصرة)،"),
        ("نعم ، ، لا", "نعم، لا"),
        ("نعم ,, لا", "نعم، لا"),
        ("نعم ,لا", "نعم، لا"),
        ("\" البصرة \" ,و السيد", "«البصرة»، والسيد"),
        ("قال ::-نعم", "قال: نعم"),
    ] {
        assert_eq!(fixed(text), wanted, "{text}");
    }
    assert_eq!(lint("نعم ,لا").len(), 1);
}

#[test]
fn fixes_that_do_not_fit_the_text_are_left_out() {
    let finding =
        |range, fix: &str| Finding { code: "NA001", rule: Rule::SpaceInsideBracket, range, fix: Some(fix.into()) };
    assert_eq!(apply("نعم", &[finding(1..2, "x"), finding(0..2, "ل"), finding(90..91, "")]), "لعم");
}

#[test]
fn long_texts_take_no_longer_than_their_length() {
    for piece in ["، ", "، ,", "(", "و ", "َ", "ـ", " :-", "\"", "و نص ", ". .", "الجمعة ", ")"] {
        let text = format!("نص{}", piece.repeat(20_000));
        assert!(apply(&text, &lint(&text)).len() <= text.len() + 2 * 20_000);
    }
}

#[test]
fn rules_that_are_off_change_nothing() {
    let fixed = |text: &str, off: &[Rule]| apply(text, &lint_except(text, None, off));
    assert_eq!(fixed("نعم ، ، لا", &[]), "نعم، لا");
    assert_eq!(fixed("نعم ، ، لا", &[Rule::DoubledMark]), "نعم،، لا");
    assert_eq!(fixed("نعم ، ، لا", &[Rule::SpaceBeforeMark]), "نعم ، ، لا");
}
