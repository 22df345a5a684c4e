//! Lists and counted nouns inside sentences.

/// The forms of an Arabic noun after a number.
#[derive(Clone, Copy)]
pub(super) struct Noun {
    /// One: `عنصراً واحداً`.
    pub(super) one: &'static str,
    /// Two: `كلمتين`.
    pub(super) two: &'static str,
    /// Three to ten: `كلمات`.
    pub(super) few: &'static str,
    /// Eleven to ninety-nine: `كلمة` or `حرفاً`.
    pub(super) many: &'static str,
    /// A hundred and its multiples: `كلمة` or `حرف`.
    pub(super) hundred: &'static str,
}

pub(super) const WORD: Noun =
    Noun { one: "كلمة واحدة", two: "كلمتين", few: "كلمات", many: "كلمة", hundred: "كلمة" };
/// As a subject.
pub(super) const REMARK: Noun =
    Noun {
        one: "تنبيه واحد", two: "تنبيهان", few: "تنبيهات", many: "تنبيهاً", hundred: "تنبيه"
    };
/// As a subject.
pub(super) const LINE: Noun =
    Noun { one: "سطر واحد", two: "سطران", few: "أسطر", many: "سطراً", hundred: "سطر" };
pub(super) const PAGE: Noun =
    Noun { one: "صفحة واحدة", two: "صفحتين", few: "صفحات", many: "صفحة", hundred: "صفحة" };
/// As a subject.
pub(super) const BLANK_PAGE: Noun = Noun {
    one: "صفحة بيضاء واحدة",
    two: "صفحتان بيضاوان",
    few: "صفحات بيضاء",
    many: "صفحة بيضاء",
    hundred: "صفحة بيضاء",
};
/// As a subject.
pub(super) const MISTAKE: Noun =
    Noun { one: "خطأ واحد", two: "خطآن", few: "أخطاء", many: "خطأً", hundred: "خطأ" };
/// Of a picture.
pub(super) const POINT: Noun =
    Noun { one: "نقطة واحدة", two: "نقطتان", few: "نقاط", many: "نقطة", hundred: "نقطة" };
/// As a subject.
pub(super) const BULLETIN: Noun =
    Noun { one: "نشرة واحدة", two: "نشرتان", few: "نشرات", many: "نشرة", hundred: "نشرة" };
pub(super) const LETTER: Noun =
    Noun { one: "حرفاً واحداً", two: "حرفين", few: "أحرف", many: "حرفاً", hundred: "حرف" };
pub(super) const ELEMENT: Noun =
    Noun {
        one: "عنصراً واحداً", two: "عنصرين", few: "عناصر", many: "عنصراً", hundred: "عنصر"
    };
pub(super) const COPY: Noun =
    Noun { one: "نسخة واحدة", two: "نسختين", few: "نسخ", many: "نسخة", hundred: "نسخة" };
pub(super) const SECOND: Noun =
    Noun {
        one: "ثانية واحدة", two: "ثانيتين", few: "ثوانٍ", many: "ثانية", hundred: "ثانية"
    };
/// Stands in a hint for the file that the message is about, so that a command which names it can be
/// run as it stands. No file's name and no text of the catalogue has this character.
pub(super) const OWN_FILE: char = '\u{E000}';

/// A report's file in commands of messages that are about none.
pub(super) const SOME_FILE: &str = "content/2026-11-20-school-visit.toml";

/// The name that commands of messages give to a new report.
pub(super) const SOME_NAME: &str = "school-visit-2";

/// A word of a command line as it is typed: between quotation marks where it has a space in it.
pub(super) fn argument(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | ':' | ',');
    if text.chars().all(is_plain) { text.to_owned() } else { format!("\"{text}\"") }
}

/// The last report's file among names of files and of what is archived, as it is typed.
pub(super) fn last_file(names: &[String]) -> String {
    let file = names.iter().rev().find(|name| name.ends_with(".toml"));
    file.map_or(SOME_FILE.to_owned(), |file| argument(file))
}

/// A number with its noun in Arabic.
pub(super) fn counted(n: usize, noun: Noun) -> String {
    counted_as(n, &n.to_string(), noun)
}

/// The same with the number written in some digits.
pub(super) fn counted_as(n: usize, number: &str, noun: Noun) -> String {
    match (n, n % 100) {
        (1, _) => noun.one.to_owned(),
        (2, _) => noun.two.to_owned(),
        (_, 3..=10) => format!("{number} {}", noun.few),
        (_, 11..=99) => format!("{number} {}", noun.many),
        _ => format!("{number} {}", noun.hundred),
    }
}

/// A number with its noun in English.
pub(super) fn plural(n: usize, one: &str) -> String {
    match n {
        1 => format!("1 {one}"),
        _ => format!("{n} {one}s"),
    }
}

/// Names in backticks with a separator between them.
pub(super) fn names<S: AsRef<str>>(names: &[S], separator: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    quoted.join(separator)
}

/// A size in bytes as a person says it: `12 KiB`, `3.4 MiB`.
pub(super) fn bytes(size: u64) -> String {
    const KIB: u64 = 1024;
    const MIB: u64 = KIB * KIB;
    if size < KIB {
        format!("{size} B")
    } else if size < MIB {
        format!("{} KiB", size / KIB)
    } else {
        let tenths = size / (MIB / 10);
        format!("{}.{} MiB", tenths / 10, tenths % 10)
    }
}

/// A number of pixels in millions.
pub(super) fn megapixels(pixels: u64) -> u64 {
    pixels.div_ceil(1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_numbers_take_their_noun() {
        assert_eq!(counted(1, WORD), "كلمة واحدة");
        assert_eq!(counted(2, LETTER), "حرفين");
        assert_eq!(counted(7, LETTER), "7 أحرف");
        assert_eq!(counted(40, LETTER), "40 حرفاً");
        assert_eq!(counted(100, LETTER), "100 حرف");
        assert_eq!(counted(103, WORD), "103 كلمات");
        assert_eq!(counted(2, BLANK_PAGE), "صفحتان بيضاوان");
        assert_eq!(counted(11, MISTAKE), "11 خطأً");
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(bytes(900), "900 B");
        assert_eq!(bytes(2048), "2 KiB");
        assert_eq!(bytes(3 * 1024 * 1024 + 524_288), "3.5 MiB");
    }
}
