//! Names of months.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::arabic::stem::stages;

/// The names of the Gregorian months, folded: in Iraq, in other Arab countries, in Kurdish, Persian
/// and English. `_` joins two words.
pub(crate) const MONTHS: [&str; 12] = [
    "كانون_ثاني كانون_ثان كانووني_دووهم يناير ژانويه january",
    "شباط فبراير شوبات فوريه february",
    "اذار مارس يازار march",
    "نيسان ابريل april",
    "ايار مايو يايار may",
    "حزيران يونيو يونيه حوزهيران june",
    "تموز يوليو يوليه تهممووز july",
    "اب اغسطس ياب august",
    "ايلول سبتمبر يهيلوول سپتامبر september",
    "تشرين_اول تشريني_يهكهم اكتوبر october",
    "تشرين_ثاني تشرين_ثان تشريني_دووهم نوفمبر نوامبر november",
    "كانون_اول كانووني_يهكهم ديسمبر دسامبر december",
];

static NAMES: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    MONTHS.iter().enumerate().flat_map(|(at, names)| names.split(' ').map(move |name| (name, at + 1))).collect()
});

/// The first words of names of two.
const FIRST: [&str; 4] = ["كانون", "كانووني", "تشرين", "تشريني"];

/// The month with whose name folded words begin, and how many words it has. The first may have
/// prefixes.
pub(crate) fn month_of(words: &[&str]) -> Option<(usize, usize)> {
    let first = words.first()?;
    stages(first).into_iter().find_map(|stage| {
        let first = first.get(stage.start..)?;
        if !FIRST.contains(&first) {
            return NAMES.get(first).map(|month| (*month, 1));
        }
        let second = words.get(1)?;
        let second = second.strip_prefix("ال").unwrap_or(second);
        NAMES.get(format!("{first}_{second}").as_str()).map(|month| (*month, 2))
    })
}

/// True for the first word of a month's name, without prefixes.
pub(super) fn begins_month(word: &str) -> bool {
    FIRST.contains(&word) || NAMES.contains_key(word)
}
