//! Near and not near.

use super::*;

const GOVERNOR: &str = "محافظ البصرة أسعد عبد الأمير العيداني";

fn glossary(forms: &[&str]) -> Glossary {
    Glossary::new(forms.iter().map(|form| Name { form: (*form).to_owned(), not: Vec::new() }).collect())
}

/// What is told of a text: the words, and the form they should have.
fn told(glossary: &Glossary, text: &str) -> Vec<(String, String)> {
    glossary.misses(text).iter().map(|miss| (text[miss.range.clone()].to_owned(), miss.form.to_owned())).collect()
}

#[track_caller]
fn near(form: &str, texts: &[&str]) {
    for text in texts {
        let found = told(&glossary(&[form]), text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].1, form, "{text}");
    }
}

#[track_caller]
fn far(form: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(told(&glossary(&[form]), text), [], "{text}");
    }
}

#[test]
fn other_hamzas_endings_and_spaces_are_near() {
    near(
        GOVERNOR,
        &[
            "محافظ البصرة اسعد عبد الأمير العيداني",
            "محافظ البصره أسعد عبد الامير العيدانى",
            "محافظ البصرة أسعد عبدالأمير العيداني",
            "محافظ  البصرة\u{A0}اسعد عبد الأمير العيداني",
            "قال محافظ البصرة اسعد عبد الأمير العيداني، اليوم",
            "محافظ البصرة أسعد عبد الأمير العيدا\u{64E}نى",
        ],
    );
    near("السيد نور الدين الخزاعي", &["السيد نورالدين الخزاعي", "بالسيد نورالدين الخزاعى"]);
    near("المستشار فضلالله جعفر", &["المستشار فضل الله جعفر"]);
}

#[test]
fn slips_in_long_words_are_near() {
    near(
        GOVERNOR,
        &[
            "محافظ البصرة أسعد عبد الأمير العبداني",
            "محافظ البصرة أسعد عبد الأمير العيدني",
            "محافظ البصرة أسعد عبد الأمير العيداتي",
            "محاقظ البصرة أسعد عبد الأمير العيداني",
            "محافط البصرة أسعد عبد الأمير العيداني",
            "محافظ البصرة أسعد عبد الأمير العيدناي",
        ],
    );
    near("قسم شؤون المرأة والأسرة والطفل", &["قسم شؤون المراة والاسرة والطفل", "قسم شؤون المرأة والأسسرة والطفل"]);
    near("منظمة الأمم المتحدة للطفولة", &["منظمة الأمم المتحدة للطقولة", "منظمه الامم المتحدة للطفولة"]);
    near("ديوان المحافظات", &["ديوان المحافطات", "ديوان المحافضات"]);
}

#[test]
fn right_forms_are_not_told() {
    far(
        GOVERNOR,
        &[
            GOVERNOR,
            "مَحافِظ البصرة أسعد عبد الأمير العيـداني",
            "محافظ  البصرة أسعد\u{A0}عبد الأمير العيداني.",
            "(محافظ البصرة أسعد عبد الأمير العيداني)",
        ],
    );
    for before in ["و", "ف", "ب", "ل", "ك", "ال", "وب", "ول", "فل", "وال", "بال", "كال", "لل", "ولل", "فبال"]
    {
        far(GOVERNOR, &[&format!("{before}{GOVERNOR}")]);
    }
    far("السيد المحافظ", &["للسيد المحافظ", "وللسيد المحافظ", "بالسيد المحافظ", "والسيد المحافظ"]);
    far("اللجنة الأمنية العليا", &["للجنة الأمنية العليا", "باللجنة الأمنية العليا"]);
    let both = glossary(&["محافظ البصرة", "نائب محافظ البصرة الأول", "السيد محافظ البصره"]);
    assert_eq!(told(&both, "نائب محافظ البصرة الأول"), []);
    assert_eq!(told(&both, "السيد محافظ البصره"), [], "another official form");
    assert_eq!(told(&both, "نايب محافظ البصرة الاول").len(), 1, "a right name inside excuses nothing");
}

#[test]
fn prefixes_before_what_is_near_are_seen_through() {
    for before in ["و", "ب", "ل", "ك", "ول", "وال", "لل"] {
        near(GOVERNOR, &[&format!("{before}محافظ البصرة اسعد عبد الأمير العيداني")]);
    }
    near("السيد زيد الإمارة", &["للسيد زيد الامارة", "والسيد زيد الاماره"]);
}

#[test]
fn other_words_are_far() {
    far(
        GOVERNOR,
        &[
            "محافظ البصرة",
            "محافظ البصرة أسعد العيداني",
            "محافظ البصرة محمد عبد الأمير العيداني",
            "محافظ البصرة، أسعد عبد الأمير العيدانى",
            "محافظ البصرة (اسعد عبد الأمير العيداني)",
            "محافظ بغداد أسعد عبد الأمير الحسيني",
            "محافظو البصرة أسعد عبد الأمير العيداني",
        ],
    );
    // another sex, number, case, and words that one letter makes into others
    far("مدير قسم الإعلام", &["مديرة قسم الإعلام", "مديري قسم الإعلام", "مدير قسم الأعلاف"]);
    far("معاون المحافظ", &["معاونة المحافظ", "معاون المحافظة", "معاونو المحافظ", "معاون المحافظين"]);
    far("المهندس وليد التميمي", &["المهندسة وليد التميمي", "المهندسين وليد التميمي", "المهندس وليد التميمية"]);
    far("مسؤولون محليون جدد", &["مسؤولين محليون جدد", "مسؤولون محليين جدد"]);
    far("قسم الشؤون المائية", &["قسم الشؤون المالية"]);
    far("قسم الشؤون الصحية", &["قسم الشؤون الصحفية"]);
    far("معاون الشؤون الإدارية", &["معاون الشؤون الإدارة", "معاون الشؤون الإداري"]);
    far("السيد سلمان الخزاعي", &["السيد سليمان الخزاعي"]);
    far("السيد حسن جعفر", &["السيد حسين جعفر", "السيد محسن جعفر"]);
    far("مكتب المحافظ", &["مكاتب المحافظ", "مكتبة المحافظ"]);
    far("شارع 14 تموز", &["شارع 17 تموز", "شارع ١٤ تموز"]);
    far("قضاء البصرة القديمة", &["قضاء بالبصرة القديمة", "قضاء والبصرة القديمة", "قضاء للبصرة القديمة"]);
}

#[test]
fn particles_are_no_names() {
    far("السيد علي", &["سلم السيد على الحضور", "السيد إلى"]);
    far("علي الكرخي", &["وزع على الكرخي"]);
    near("محمد علي حسن", &["محمد على حسن"]);
    // one word alone says too little
    far("علي", &["على", "علا"]);
    far("مكتبة", &["مكتبه", "مكتبات"]);
    far("اليونيسف", &["اليونسيف", "اليونيسيف"]);
}

#[test]
fn words_of_other_names_are_no_slips() {
    let both = glossary(&["قسم الشؤون الزراعية والري", "قسم الشؤون الذراعية والري"]);
    assert_eq!(told(&both, "قسم الشؤون الزراعية والري وقسم الشؤون الذراعية والري"), []);
    let words = glossary(&["محافظ البصرة أسعد العيداني", "السيد العبداني"]);
    assert_eq!(told(&words, "محافظ البصرة أسعد العبداني"), []);
}

fn with_wrong(form: &str, not: &[&str]) -> Glossary {
    Glossary::new(vec![Name { form: form.to_owned(), not: not.iter().map(|&it| it.to_owned()).collect() }])
}

/// The text with all that can be put right.
fn mended(glossary: &Glossary, text: &str) -> String {
    let mut out = text.to_owned();
    for miss in glossary.misses(text).into_iter().rev().filter(|miss| miss.fix) {
        out.replace_range(miss.range, miss.form);
    }
    out
}

#[test]
fn wrong_forms_are_told_and_mended() {
    let unicef = with_wrong("اليونيسف", &["اليونيسيف", "منظمة اليونسيف"]);
    assert_eq!(mended(&unicef, "(اليونيسيف) ومنظمة  اليونسيف، واليونيسف"), "(اليونيسف) واليونيسف، واليونيسف");
    assert_eq!(mended(&unicef, "باليونيسيف وباليونيسيف"), "باليونيسف وباليونيسف");
    for told_only in ["لليونيسيف", "اليونـيسيف", "اليُونيسيف", "لمنظمة اليونسيف"]
    {
        assert_eq!(mended(&unicef, told_only), told_only);
        assert_eq!(told(&unicef, told_only).len(), 1, "{told_only}");
    }
    assert_eq!(mended(&with_wrong("ديوان المحافظة", &["مبنى المحافظة"]), "لمبنى المحافظة"), "لديوان المحافظة");
}

#[test]
fn wrong_forms_inside_right_ones_stay() {
    let longer = with_wrong("مدينة البصرة القديمة", &["البصرة القديمة", "القديمة"]);
    assert_eq!(mended(&longer, "مدينة البصرة القديمة"), "مدينة البصرة القديمة");
    assert_eq!(mended(&longer, "البصرة القديمة"), "مدينة البصرة القديمة");
    let shorter = with_wrong("البصرة", &["مدينة البصرة"]);
    assert_eq!(mended(&shorter, "في مدينة البصرة"), "في البصرة");
}

#[test]
fn marks_in_names_are_found() {
    assert_eq!(foreign_mark(GOVERNOR), None);
    assert_eq!(foreign_mark("أ.د محمد"), None);
    assert_eq!(foreign_mark("قسم (الإعلام)"), Some('('));
    assert_eq!(foreign_mark("محافظ، البصرة"), Some('،'));
    assert_eq!(foreign_mark("«»"), Some('«'));
    assert_eq!(plain_form(" محافظ  البصـرة "), "محافظ البصرة");
}

#[test]
fn many_names_and_long_texts_take_no_longer_than_their_length() {
    let forms: Vec<String> = (0..500).map(|n| format!("السيد محمد اسم{n} الخزاعي")).collect();
    let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
    let glossary = glossary(&forms);
    for piece in ["السيد محمد ", "محمد ", "وبالسيد محمد الخزاعي "] {
        assert_eq!(glossary.misses(&piece.repeat(2_000)), []);
    }
}
