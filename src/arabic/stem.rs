//! The key under which search keeps a word: the word without what Arabic writes together with it.
//!
//! A key is no dictionary form; it only has to be the same for a word with and without its
//! prefixes, and another one for another word. It is made from a folded word
//! ([`fold`](super::fold())) by taking away one prefix after another, until none can go:
//!
//! | # | the word | becomes |
//! |---|---|---|
//! | 1 | `الله` with or without `و ف ب ت` before it, `لله`, `ولله`, `فلله` | `الله`, and no more |
//! | 2 | begins as a word of `ROOTED` does (there `=` means the whole word), or is a noun that [`forms`](super::forms) knows | stays, no more |
//! | 3 | `لل…`, and without its first letter it begins as in `ROOTED` (`للجنه`) | that: `لجنه` |
//! | 4 | `لل…` or `ال…`, and 3 letters are left | without these two |
//! | 5 | `و… ب… ل…`, and 3 letters are left; `ف… ك…`, and 4 letters are left | without that letter |
//!
//! Rules 2 to 5 are tried again on what is left: `وللبصره`, `بالبصره`, `البصره` and `بصره` all have
//! the key `بصره`. What a word loses though it belongs to it (`وثيقه` → `ثيقه`) it loses in all its
//! forms, so it is still found, and only a word that is that rest would be found with it. Where
//! that is a word somebody may look for (`وزاره` and `زاره`, `بحريه` and `حريه`), the longer one is
//! in `ROOTED`.

use std::sync::LazyLock;

use super::forms::is_noun;

/// Beginnings of words, folded, whose first letter is their own although the rest is a word, too;
/// `=` after whole words. One line for each letter.
pub(crate) const ROOTED: [&str; 5] = [
    "وزاره وزارا وزارت وزاري وزير وزراء وزراي وكيل وكاله وكالات وكلاء وسام= وسايل واحد= واحده= وافق وجبه وجبات \
     وجود ورده= ورود= ورشه ورشات ورقه وطن ولايه ولايات ولايت ولاده ولادات وفاه وفيات وعود= واسط= واسطي وصفه= \
     والدين= والديه= وليد",
    "باسم= باقر= باشر بابل= بابلي بحار= بحاره بحري= بحريه بحرين بحيره بحيرات بدوره= بدورها= بدورهم= بذره بذور \
     برنامج برامج برهان بريه= بريد بسام= بصره بصري= بصريه بصريين بضايع بضاعه بطاقه بطاقات بطوله بطولات بغداد \
     بكره= بلاد بلدي بلدان بلده بناء بنايه بنيه بيان بستان بساتين بييه بيوت بدايه بديل بشير",
    "لبنان لجان= لجانه لجنه لجنت لحظه لحظات لاحق لازم لاعب لديه لدينا لديها لديهم ليله ليلي= ليالي لقاء لقاح \
     لقبه= لغات= لواء= ليبيا لماذا",
    "فعالي فعلي فقرات فكريه= فلس فلوج فرعيه= فلاح فيضان",
    "كارث كوارث كامل كبير كتاب كريم كليه كليات كلمه كلمات كلمت كميه كميات كربلا كركوك كهرباء كهربا كوادر كفاء \
     كردستان",
];

/// A word without some of its prefixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The bytes that are left out.
    pub start: usize,
    /// The letters that are left out.
    pub skipped: usize,
    /// True if the article is among them.
    pub is_definite: bool,
}

/// The key of a folded word.
#[must_use]
pub fn stem(folded: &str) -> &str {
    if is_god(folded) {
        return "الله";
    }
    let mut rest = folded;
    while let Some(shorter) = without_prefix(rest) {
        rest = shorter;
    }
    rest
}

/// A folded word, and it without one prefix after another, until none can go.
#[must_use]
pub fn stages(folded: &str) -> Vec<Stage> {
    let mut stages = vec![Stage { start: 0, skipped: 0, is_definite: false }];
    if is_god(folded) {
        return stages;
    }
    let (mut rest, mut is_definite) = (folded, false);
    while let Some(shorter) = without_prefix(rest) {
        is_definite |= rest.starts_with("ال") || (rest.starts_with("لل") && rest.len() - shorter.len() > 2);
        rest = shorter;
        let start = folded.len() - rest.len();
        let skipped = folded.get(..start).map_or(0, |before| before.chars().count());
        stages.push(Stage { start, skipped, is_definite });
    }
    stages
}

/// Whether a folded word is the name of God.
fn is_god(folded: &str) -> bool {
    matches!(folded, "الله" | "والله" | "فالله" | "بالله" | "تالله" | "لله" | "ولله" | "فلله")
}

/// A word without its first prefix.
fn without_prefix(word: &str) -> Option<&str> {
    let first = word.chars().next()?;
    let rest = word.get(first.len_utf8()..)?;
    let article = || rest.strip_prefix('ل').filter(|rest| has_letters(rest, 3));
    let least = match first {
        'ا' => return article(),
        'و' | 'ب' | 'ل' => 3,
        'ف' | 'ك' => 4,
        _ => return None,
    };
    if is_rooted(word) || is_noun(word) {
        return None;
    }
    if first == 'ل' && !is_rooted(rest) && article().is_some() {
        return article();
    }
    has_letters(rest, least).then_some(rest)
}

/// Whether a word begins as one of [`ROOTED`].
fn is_rooted(word: &str) -> bool {
    /// Roots of one line, and whether they are whole words.
    type RootLine = (Option<char>, Vec<(&'static str, bool)>);
    static LINES: LazyLock<Vec<RootLine>> = LazyLock::new(|| {
        let root = |root: &'static str| root.strip_suffix('=').map_or((root, false), |whole| (whole, true));
        ROOTED.iter().map(|line| (line.chars().next(), line.split(' ').map(root).collect())).collect()
    });
    let first = word.chars().next();
    let line = LINES.iter().find(|(letter, _)| *letter == first);
    line.is_some_and(|(_, roots)| roots.iter().any(|&(root, whole)| word.starts_with(root) && (!whole || word == root)))
}

fn has_letters(word: &str, count: usize) -> bool {
    word.chars().nth(count - 1).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fold::fold;
    use super::*;

    fn keys(words: &str) -> Vec<String> {
        fold(words).split(' ').map(|word| stem(word).to_owned()).collect()
    }

    #[test]
    fn prefixes_go_and_all_forms_have_one_key() {
        for (words, key) in [
            ("البصرة بصرة بالبصرة وللبصرة والبصرة لبصرة وبالبصرة فالبصرة كالبصرة", "بصره"),
            ("وزارة الوزارة بوزارة لوزارة ولوزارة للوزارة ووزارة والوزارة", "وزاره"),
            ("لجنة اللجنة للجنة وللجنة بلجنة ولجنة", "لجنه"),
            ("لقاء اللقاء للقاء بلقاء", "لقاء"),
            ("محافظة المحافظة بمحافظة وبمحافظة ومحافظة لمحافظة", "محافظه"),
            ("التزام الالتزام بالالتزام والتزام", "تزام"),
            ("كلية الكلية بالكلية للكلية وكلية", "كليه"),
            ("فريق الفريق بفريق وفريق", "فريق"),
            ("المهندسين للمهندسين والمهندسين", "مهندسين"),
            ("بنوك البنوك وللبنوك", "بنوك"),
            ("الله والله بالله لله ولله", "الله"),
            ("UNICEF unicef", "unicef"),
        ] {
            assert!(keys(words).iter().all(|found| found == key), "{words}: {:?}", keys(words));
        }
    }

    #[test]
    fn what_belongs_to_a_word_keeps_it_apart() {
        for (one, other) in [
            ("وزارة", "زارة"),
            ("بحرية", "حرية"),
            ("لجنة", "جنة"),
            ("بلدية", "لديه"),
            ("فعاليات", "عاليات"),
            ("كلية", "آلية"),
            ("كليات", "آليات"),
            ("كريم", "ريم"),
            ("كامل", "أمل"),
            ("بطاقة", "طاقة"),
            ("محافظ", "محافظة"),
            ("باسم", "اسم"),
            ("وسام", "بسام"),
            ("ورقة", "الرقة"),
            ("لازمة", "أزمة"),
            ("الفلوجة", "وجه"),
            ("الله", "له"),
            ("كميات", "مئات"),
        ] {
            assert_ne!(keys(one), keys(other), "{one} {other}");
        }
    }

    #[test]
    fn three_letters_are_left() {
        assert_eq!(
            keys("ولد بيت لغة إلى التي آلية كافة والد"),
            ["ولد", "بيت", "لغه", "الي", "التي", "اليه", "كافه", "الد"]
        );
    }

    #[test]
    fn roots_are_folded_and_stand_in_their_line() {
        for roots in ROOTED {
            let first = roots.chars().next();
            for root in roots.split(' ') {
                let bare = root.trim_end_matches('=');
                assert!(fold(bare) == bare && root.chars().next() == first, "{root}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_article_never_changes_a_key(word in "[ء-غف-ي]{3,9}") {
            let word = fold(&word);
            prop_assume!(!is_god(&format!("ال{word}")) && !is_god(&word));
            let definite = format!("ال{word}");
            prop_assert_eq!(stem(&definite), stem(&word));
        }

        #[test]
        fn a_key_is_its_own_key_and_never_empty(text in any::<String>()) {
            for word in fold(&text).split(' ').filter(|word| !word.is_empty()) {
                let key = stem(word);
                prop_assert!(!key.is_empty());
                prop_assert_eq!(stem(key), key);
            }
        }
    }
}
