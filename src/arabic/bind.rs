//! Headlines that break by sense: words that belong together, and a word joiner behind each space
//! between them.

use super::bidi::HELD_SPACE;
use super::letters::{TATWEEL, is_bidi_control, is_tashkeel};
use super::tokens::digit_value;

/// Words that make more characters than this together may be parted: a line has to hold them.
const LONGEST: usize = 30;
/// Words that name what the number after them counts.
const BEFORE_NUMBERS: &str = "رقم عام سنة عدد يوم مادة فقرة نسبة ساعة دورة";
/// Numbers in words, which go with what they count.
const LARGE_NUMBERS: &str = "ألف آلاف مليون ملايين مليار";
/// Units of measure and money.
const UNITS: &str = "دينار دينارا دولار دولارا متر مترا كم كيلومتر كيلومترا سم طن طنا كغم لتر هكتار دونم \
    دونما درجة بالمئة بالمائة ميغاواط km kg m";
/// The last words of the months' names.
const MONTH_ENDS: &str = "الثاني الأول شباط آذار نيسان أيار حزيران تموز آب أيلول";
/// Words that begin another phrase.
const NEW_PHRASE: &str = "في من إلى الى على عن مع أو أن إن بين بعد قبل حتى منذ خلال ضمن هو";
/// Kinds of places and offices, which a name comes after.
const PLACES: &str = "محافظة قضاء ناحية مدينة وزارة جامعة نهر شط شارع جسر ميناء";
/// Forms of address and parts of names, which a name comes after.
const PERSONS: &str =
    "السيد السيدة الأستاذ الدكتور الدكتورة المهندس المهندسة الشيخ الشهيد عبد أبو ابو أبي أم بني ابن ذي";
/// Names of places that begin without an article.
const NAMES: &str = "بغداد ميسان واسط بابل كربلاء ديالى نينوى كركوك دهوك أربيل أبي أبو أم بني ذي";

/// A headline whose lines end only between phrases: a word joiner stands behind each space inside a
/// number with what it counts, a name, a short quotation, a Latin phrase, and after `رقم`, `بـ` and
/// words of one letter.
#[must_use]
pub fn bind(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let quoted = quoted(&words);
    let mut bound = String::with_capacity(text.len() + 8);
    let mut length = 0;
    for (index, word) in words.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|before| words.get(before)) {
            let third = index.checked_sub(2).and_then(|before| words.get(before)).copied();
            let together = quoted.get(index) == Some(&true) || belongs(third, before, word);
            let fits = length + 1 + characters(word) <= LONGEST;
            bound.push_str(if together && fits { HELD_SPACE } else { " " });
            length = if together && fits { length + 1 } else { 0 };
        }
        bound.push_str(word);
        length += characters(word);
    }
    bound
}

/// Running text in which no line ends between a number and its unit, before a year, or between a
/// month and its year.
#[must_use]
pub fn bind_units(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut bound = String::with_capacity(text.len() + 8);
    for (index, word) in words.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|before| words.get(before)) {
            bound.push_str(if counts(before, word) { HELD_SPACE } else { " " });
        }
        bound.push_str(word);
    }
    bound
}

/// True if `word` and `next` are a number and its unit, or a year and what it is the year of.
fn counts(word: &str, next: &str) -> bool {
    let (word, next) = (seen(word), seen(next));
    let bare = next.trim_end_matches(['،', '.', '؛', ':', '»', ')']);
    if is_number(&word) {
        return is_among(bare, LARGE_NUMBERS) || is_among(bare, UNITS);
    }
    is_number(bare) && (is_among(&word, MONTH_ENDS) || is_form_of(&word, "عام سنة رقم"))
}

fn characters(word: &str) -> usize {
    word.chars().filter(|c| !is_bidi_control(*c) && !is_tashkeel(*c)).count()
}

/// For each word, true if it is in one short quotation with the word before it.
fn quoted(words: &[&str]) -> Vec<bool> {
    let mut inside = vec![false; words.len()];
    let mut start = None;
    for (index, word) in words.iter().enumerate() {
        if word.contains('«') {
            start = Some(index);
        }
        if let Some(from) = start.filter(|_| word.contains('»')) {
            let whole = words.get(from..=index).unwrap_or_default();
            let length = whole.iter().map(|word| characters(word) + 1).sum::<usize>();
            if length <= LONGEST {
                inside.iter_mut().take(index + 1).skip(from + 1).for_each(|inside| *inside = true);
            }
            start = None;
        }
    }
    inside
}

/// True if no line may end between `word` and `next`; `third` is the word before both.
fn belongs(third: Option<&str>, word: &str, next: &str) -> bool {
    let (word, next) = (seen(word), seen(next));
    if word.is_empty() || next.is_empty() || word.ends_with(['،', '؛', ':', '!', '؟', '»', ')']) {
        return false;
    }
    if word.ends_with(TATWEEL) || is_one_letter(&word) {
        return true;
    }
    if word.ends_with('.') {
        return false;
    }
    let letters = |text: &str| text.chars().any(char::is_alphabetic);
    let numbered = is_number(&next);
    if is_number(&word) {
        let opens = is_among(&next, NEW_PHRASE) || next.ends_with(TATWEEL) || next.starts_with(['(', '«', '-', '–']);
        return letters(&next) && !opens && !is_year(&word);
    }
    if is_latin(&word) && (is_latin(&next) || numbered) {
        return true;
    }
    if is_among(&word, LARGE_NUMBERS) {
        return third.is_some_and(|third| is_number(&seen(third))) && letters(&next) && !is_among(&next, NEW_PHRASE);
    }
    if numbered {
        return is_form_of(&word, BEFORE_NUMBERS);
    }
    // «محافظة ميسان» and «نهر العشار», but not «مدينة صديقة للطفل».
    let named = next.starts_with("ال") || is_among(&next, NAMES);
    let place = named && (is_among(&word, PLACES) || is_among(bare(&word), PLACES));
    place || (is_form_of(&word, PERSONS) && letters(&next) && !is_among(&next, NEW_PHRASE))
}

/// A word as it is seen, without vowel signs.
fn seen(word: &str) -> String {
    word.chars().filter(|c| !is_bidi_control(*c) && !is_tashkeel(*c)).collect()
}

/// True for a word of one Arabic letter, also an abbreviation such as `د.`.
fn is_one_letter(word: &str) -> bool {
    let mut letters = word.trim_end_matches('.').chars();
    matches!((letters.next(), letters.next()), (Some(letter), None) if ('\u{620}'..='\u{6FF}').contains(&letter) && letter.is_alphabetic())
}

fn is_number(word: &str) -> bool {
    let sign = |c: char| matches!(c, '.' | ',' | '٫' | '٬' | '،' | '/' | '-' | '–' | ':' | '%' | '٪' | '+' | '×');
    word.chars().any(|c| digit_value(c).is_some()) && word.chars().all(|c| digit_value(c).is_some() || sign(c))
}

/// True for four digits that begin like a year of our time: a word after it counts nothing.
fn is_year(word: &str) -> bool {
    let digits: Vec<u32> = word.chars().filter_map(digit_value).collect();
    digits.len() == 4 && word.chars().count() == 4 && matches!(digits.as_slice(), [1, 3 | 4 | 9, ..] | [2, 0, ..])
}

fn is_latin(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_alphabetic())
}

fn is_among(word: &str, words: &str) -> bool {
    words.split(' ').any(|other| other == word)
}

/// A word without the و, ف, ب, ل or ك before it; the word itself where it is not longer than that.
fn bare(word: &str) -> &str {
    word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).filter(|rest| rest.chars().count() > 1).unwrap_or(word)
}

/// True for one of some words, also after و ف ب ل ك and ال.
fn is_form_of(word: &str, words: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف']).filter(|rest| !rest.is_empty());
    [Some(word), bare].into_iter().flatten().any(|word| {
        let rests = [
            Some(word),
            word.strip_prefix("ال"),
            word.strip_prefix("لل"),
            word.strip_prefix(['ب', 'ل', 'ك']),
            word.strip_prefix(['ب', 'ك']).and_then(|rest| rest.strip_prefix("ال")),
        ];
        rests.into_iter().flatten().any(|rest| is_among(rest, words))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        bind(text).replace(HELD_SPACE, "_")
    }

    #[test]
    fn what_belongs_together_is_held_together() {
        for (typed, right) in [
            ("توزيع ٣٬٠٠٠ رحلة على مدارس الأقضية", "توزيع ٣٬٠٠٠_رحلة على مدارس الأقضية"),
            ("إنتاج ١٥٠ ألف طن من التمور", "إنتاج ١٥٠_ألف_طن من التمور"),
            ("إنجاز شبكة مجاري بطول ٨٤ كم", "إنجاز شبكة مجاري بطول ٨٤_كم"),
            ("خطة الإعمار لعام ٢٠٢٧ أمام المجلس", "خطة الإعمار لعام_٢٠٢٧ أمام المجلس"),
            ("القرار رقم ١٢ بـ ٢٠ مادة", "القرار رقم_١٢ بـ_٢٠_مادة"),
            ("افتتاح معرض «البصرة تقرأ» في القصر", "افتتاح معرض «البصرة_تقرأ» في القصر"),
            ("شركة South Gas Company توقع", "شركة South_Gas_Company توقع"),
            ("و أضاف د. سلمان أن العمل بدأ", "و_أضاف د._سلمان أن العمل بدأ"),
            ("مركز صحي في ناحية الهارثة وقضاء أبي الخصيب", "مركز صحي في ناحية_الهارثة وقضاء_أبي_الخصيب"),
        ] {
            assert_eq!(shown(typed), right);
        }
    }

    #[test]
    fn lines_end_between_phrases_and_nothing_else_changes() {
        for text in
            ["مجلس المحافظة يصوّت على الخطة", "في ٢٠٢٦ انطلق العمل", "«قول طويل جداً لا يسعه سطر واحد من العنوان أبداً»"]
        {
            assert_eq!(bind(text), text);
        }
        let text = "إنتاج \u{2066}12\u{2069} ألف طن";
        assert_eq!(bind(text).replace(HELD_SPACE, " "), text);
    }

    #[test]
    fn in_running_text_a_number_keeps_its_unit_and_a_year_its_month() {
        for (typed, right) in [
            ("بلغت 150 ألف طن في عام 2026.", "بلغت 150_ألف طن في عام_2026."),
            ("بطول 18 كيلومتراً، وعرض", "بطول 18_كيلومتراً، وعرض"),
            ("يوم 18 تشرين الثاني 2026، صباحاً", "يوم 18 تشرين الثاني_2026، صباحاً"),
            ("حضر 46 مديراً من القسم الثاني وغيره", "حضر 46 مديراً من القسم الثاني وغيره"),
        ] {
            assert_eq!(bind_units(typed).replace(HELD_SPACE, "_"), right);
        }
    }

    #[test]
    fn what_no_line_could_hold_may_be_parted() {
        let text = "A very long Latin phrase that goes on and on";
        let shown = shown(text);
        assert!(shown.split(' ').map(characters).max() <= Some(LONGEST), "{shown}");
    }
}
