//! Keys of a report, as far as a mistake may be about their names.

/// Keys that say what a part of the body is.
pub(crate) const KINDS: [&str; 7] = ["paragraph", "quote", "heading", "list", "table", "photo", "gallery"];
/// Keys whose value is a day.
pub(super) const DAYS: [&str; 3] = ["date", "start", "end"];
/// Keys by what an author may call them in Arabic, without the article.
pub(super) const ARABIC_KEYS: [(&str, &str); 30] = [
    ("عنوان", "title"),
    ("تاريخ", "date"),
    ("عدد", "number"),
    ("رقم", "number"),
    ("حالة", "status"),
    ("شعار", "slogan"),
    ("مقدمة", "preamble"),
    ("مكان", "place"),
    ("موقع", "place"),
    ("وقت", "time"),
    ("ساعة", "time"),
    ("منظمون", "organisers"),
    ("جهة المنظمة", "organisers"),
    ("جهات المنظمة", "organisers"),
    ("فقرة", "paragraph"),
    ("نص", "paragraph"),
    ("متن", "paragraph"),
    ("اقتباس", "quote"),
    ("متحدث", "speaker"),
    ("صفة", "role"),
    ("منصب", "role"),
    ("قائمة", "list"),
    ("جدول", "table"),
    ("صورة", "photo"),
    ("صور", "gallery"),
    ("وصف", "alt"),
    ("تعليق", "caption"),
    ("مصور", "credit"),
    ("وسوم", "tags"),
    ("لغة", "language"),
];
