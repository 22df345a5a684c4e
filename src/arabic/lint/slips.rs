//! Words that are often written without their hamza, and a few other slips: a list, no guesses.
//!
//! The letters are the author's to change, so nothing here is mended by the program.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::super::invisible::is_invisible;
use super::super::language::Language;
use super::super::letters::TATWEEL;
use super::super::tokens::{Token, TokenKind, tokens};

/// A word with a slip in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The word as it is written.
    pub right: String,
}

/// Words as they are written; without their hamza or madda none of them is another word.
const RIGHT: &str = "\
    إلى إذ إذا إطار إنقاذ إسماعيل أوضاع أولوية أولويات أبدى أبدت أقامتها أيضاً أثناء أجل أهمية أساس أساسي أساسية أسباب أكد أكدت أعلن أعلنت أضاف أضافت أشار أشارت أوضح أوضحت أعرب أعربت \
    أقام أقامت أجرى أنجز أنجزت أصدرت أطلق أطلقت أعمال أعضاء أطفال أيام أهالي أقسام أقضية أموال أبناء أشخاص أفراد أنواع \
    أصحاب أكثر أكبر أعلى أخرى أربعة أربعين أربعون أستاذ أستاذة أسبوع أسابيع أشهر أسعار أسواق أجهزة أدوية أطباء أحياناً \
    إجراء إجراءات إنجاز إنجازات إنشاء إعلان إعلانات إضافة إعادة إصدار إزالة إقامة إكمال إنهاء إطلاق إدارة إداري إدارية \
    إشراف إرشاد إرشادات إنتاج إيجاد إحصاء إحصائية إسناد إغاثة إسكان إرهاب إقليم إلكتروني إلكترونية إمكانية إمكانيات \
    إنسان إنساني إنسانية إيجابي إيجابية إسعاف إطفاء إيفاد إيصال إيران إيرانية آلاف آليات آذار أيار أيلول أربيل أوروبا \
    الأمم الأول الأولى الأولوية الأولويات الأساس الأساسي الأساسية الأخيرة الأخرى الأمن الأمنية الأمني الأطفال الأسرة \
    الأهالي الأعضاء الأعمال الأيام الأرض الأراضي الأسباب الأسبوع الأحد الأربعاء الأستاذ الأستاذة الأمين الأقسام الأقضية \
    الأموال الأبناء الأشخاص الأفراد الأنواع الأسعار الأسواق الأجهزة الأدوية الأطباء الأكاديمية الأردن الأنبار الأهوار \
    الأمريكية الأوروبي الأوروبية الأعلى الأكبر الأمر الأنشطة الأهداف الأضرار الأزمة الأزمات الأوضاع الأوقات الأثناء \
    الإدارة الإداري الإدارية الإعلان الإضافة الإجراءات الإجراء الإنجاز الإنجازات الإنشاء الإنسان الإنساني الإنسانية \
    الإسلام الإسلامي الإسلامية الإرشاد الإرشادات الإنتاج الإحصاء الإحصائية الإغاثة الإسكان الإرهاب الإرهابي الإرهابية \
    الإقليم الإلكتروني الإلكترونية الإمكانيات الإمكانات الإيجابي الإسعاف الإطفاء الإعدادية الإمارات الإيرانية الإشراف \
    الآن الآلاف الآليات الآثار الآراء الآخرين الآخرون";

/// Other slips, each with the word as it is written.
const OTHERS: [(&str, &str); 24] = [
    ("هاذا", "هذا"),
    ("هاذه", "هذه"),
    ("هذة", "هذه"),
    ("لاكن", "لكن"),
    ("فى", "في"),
    ("الذى", "الذي"),
    ("التى", "التي"),
    ("البصره", "البصرة"),
    ("الدائره", "الدائرة"),
    ("المحافظه", "المحافظة"),
    ("المدرسه", "المدرسة"),
    ("الوزاره", "الوزارة"),
    ("المديريه", "المديرية"),
    ("الصحه", "الصحة"),
    ("التربيه", "التربية"),
    ("اللجنه", "اللجنة"),
    ("مساءا", "مساءً"),
    ("مساءاً", "مساءً"),
    ("بناءا", "بناءً"),
    ("بناءاً", "بناءً"),
    ("ابتداءاً", "ابتداءً"),
    ("استثناءاً", "استثناءً"),
    ("انتهاءاً", "انتهاءً"),
    ("انشاءالله", "إن شاء الله"),
];

/// The words of a text that are on the list, each once. What stands between quotation marks is
/// somebody else's.
#[must_use]
pub fn slips(text: &str, named: Option<Language>) -> Vec<Slip> {
    if Language::named(named, text) != Language::Arabic {
        return Vec::new();
    }
    let mut found: Vec<Slip> = Vec::new();
    let mut quoted = Quotes::default();
    let mut end = 0;
    for Token { range, kind } in tokens(text) {
        quoted.read(text.get(end..range.start).unwrap_or_default());
        end = range.end;
        let word = text.get(range.clone()).unwrap_or_default();
        if kind != TokenKind::Word || quoted.is_open() {
            continue;
        }
        if let Some(right) = right_form(word).filter(|right| found.iter().all(|slip| slip.right != *right)) {
            found.push(Slip { range, right });
        }
    }
    found
}

/// Quotation marks that are open.
#[derive(Default)]
struct Quotes {
    angled: usize,
    straight: bool,
    curly: bool,
}

impl Quotes {
    fn read(&mut self, gap: &str) {
        for c in gap.chars() {
            match c {
                '«' => self.angled += 1,
                '»' => self.angled = self.angled.saturating_sub(1),
                '"' => self.straight = !self.straight,
                '“' | '”' | '„' => self.curly = !self.curly,
                _ => {}
            }
        }
    }

    fn is_open(&self) -> bool {
        self.angled > 0 || self.straight || self.curly
    }
}

/// How a word on the list is written, with what stands before it.
fn right_form(word: &str) -> Option<String> {
    static LIST: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
        let own = RIGHT.split_whitespace().map(|right| (without_hamza(right), right));
        own.chain(OTHERS.map(|(wrong, right)| (wrong.to_owned(), right))).collect()
    });
    let plain: String = word.chars().filter(|&c| c != TATWEEL && !is_invisible(c)).collect();
    let listed = |bare: &str| LIST.get(bare).copied();
    if let Some(right) = listed(&plain) {
        return Some(right.to_owned());
    }
    let joined = plain.strip_prefix(['و', 'ف']);
    let rest = joined.unwrap_or(&plain);
    let behind = |rest: &str, right: &str| plain.strip_suffix(rest).map(|before| format!("{before}{right}"));
    // With a letter before them short words are others: واحد, كاهل.
    let long = |rest: &&str| rest.chars().count() > 4;
    if let Some(right) = joined.filter(long).and_then(listed) {
        return behind(rest, right);
    }
    if let Some(noun) = rest.strip_prefix("لل") {
        let right = listed(&format!("ال{noun}"))?.strip_prefix("ال")?;
        return behind(noun, right);
    }
    let bare = rest.strip_prefix(['ب', 'ل', 'ك']).filter(long)?;
    behind(bare, listed(bare)?)
}

fn without_hamza(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'أ' | 'إ' | 'آ' => 'ا',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        slips(text, None).into_iter().map(|slip| format!("{} {}", &text[slip.range], slip.right)).collect()
    }

    #[test]
    fn listed_slips_are_found_with_what_stands_before_them() {
        assert_eq!(found("وصل الى البصره"), ["الى إلى", "البصره البصرة"]);
        assert_eq!(
            found("بالاضافة للاعلان وبادارة الامم"),
            ["بالاضافة بالإضافة", "للاعلان للإعلان", "وبادارة وبإدارة", "الامم الأمم"]
        );
        assert_eq!(found("الى هنا والى هناك، ثم الى"), ["الى إلى"]);
        assert_eq!(found("يوم الاحد مساءاً فى القاعة"), ["الاحد الأحد", "مساءاً مساءً", "فى في"]);
    }

    #[test]
    fn other_words_and_other_peoples_words_are_none() {
        for text in [
            "واحد من العاملين واهم على كاهل والده",
            "الاثنين الاسم الابن الاجتماع الاتفاق انتهاء الاستثمار",
            "صحيفة «الى الامام» و\"الامم\" و“الاول”",
            "#الى_الامم و الموقع www.الى.عراق",
            "إلى الأمم المتحدة أيضاً",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert_eq!(slips("الى", Some(Language::Persian)), []);
    }

    #[test]
    fn every_word_of_the_list_has_a_hamza_to_lose_and_stands_once() {
        let mut seen = std::collections::HashSet::new();
        for word in RIGHT.split_whitespace() {
            assert_ne!(without_hamza(word), word);
            assert!(seen.insert(without_hamza(word)), "{word} stands twice");
        }
    }
}
