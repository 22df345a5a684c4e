//! Names of days and months, and how a date is put together, in each language.

use super::super::language::Language;

/// The months as other Arab countries call them.
pub(in crate::arabic) const WESTERN: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

/// The words of a language's dates.
pub(super) struct DateNames {
    /// The Gregorian months, as they stand after the number of a day.
    pub(super) months: [&'static str; 12],
    /// The Hijri months, the same.
    pub(super) hijri: [&'static str; 12],
    /// The days of the week, from Monday (ISO 8601).
    pub(super) weekdays: [&'static str; 7],
    /// Between the weekday and the day.
    pub(super) after_weekday: &'static str,
    /// Between the day and its month.
    pub(super) after_day: &'static str,
    /// Between the month and its year.
    pub(super) after_month: &'static str,
    /// Behind a Gregorian year.
    pub(super) era: &'static str,
    /// Behind a Hijri year.
    pub(super) hijri_era: &'static str,
    /// Between the Gregorian and the Hijri date of a day.
    pub(super) same_day: &'static str,
    /// Between the days of an event and its time.
    pub(super) before_time: &'static str,
    /// Before the first and between the first and the last day of several.
    pub(super) range: [&'static str; 2],
}

impl DateNames {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Arabic => &ARABIC,
            Language::Kurdish => &KURDISH,
            Language::Persian => &PERSIAN,
            Language::Latin => &ENGLISH,
        }
    }
}

/// As Iraqi offices write them: CLDR `ar-IQ`; Hijri months in the genitive.
static ARABIC: DateNames = DateNames {
    months: [
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ],
    hijri: [
        "محرم",
        "صفر",
        "ربيع الأول",
        "ربيع الآخر",
        "جمادى الأولى",
        "جمادى الآخرة",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "ذي القعدة",
        "ذي الحجة",
    ],
    weekdays: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    after_weekday: " ",
    after_day: " ",
    after_month: " ",
    era: " م",
    hijri_era: " هـ",
    same_day: " الموافق ",
    before_time: "، ",
    range: ["من ", " إلى "],
};

/// CLDR `ckb`; the ezafe joins day, month and year.
static KURDISH: DateNames = DateNames {
    months: [
        "کانوونی دووەم",
        "شوبات",
        "ئازار",
        "نیسان",
        "ئایار",
        "حوزەیران",
        "تەممووز",
        "ئاب",
        "ئەیلوول",
        "تشرینی یەکەم",
        "تشرینی دووەم",
        "کانوونی یەکەم",
    ],
    hijri: [
        "موحەڕەم",
        "سەفەر",
        "ڕەبیعی یەکەم",
        "ڕەبیعی دووەم",
        "جومادای یەکەم",
        "جومادای دووەم",
        "ڕەجەب",
        "شەعبان",
        "ڕەمەزان",
        "شەوال",
        "زیلقەعدە",
        "زیلحیججە",
    ],
    weekdays: ["دووشەممە", "سێشەممە", "چوارشەممە", "پێنجشەممە", "هەینی", "شەممە", "یەکشەممە"],
    after_weekday: "، ",
    after_day: "ی ",
    after_month: "ی ",
    era: "ی زایینی",
    hijri_era: "ی کۆچی",
    same_day: "، بەرامبەر بە ",
    before_time: "، ",
    range: ["لە ", " تا "],
};

/// CLDR `fa`.
static PERSIAN: DateNames = DateNames {
    months: ["ژانویهٔ", "فوریهٔ", "مارس", "آوریل", "مهٔ", "ژوئن", "ژوئیهٔ", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"],
    hijri: [
        "محرم",
        "صفر",
        "ربیع‌الاول",
        "ربیع‌الثانی",
        "جمادی‌الاول",
        "جمادی‌الثانی",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "ذیقعدهٔ",
        "ذیحجهٔ",
    ],
    weekdays: ["دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"],
    after_weekday: " ",
    after_day: " ",
    after_month: " ",
    era: " میلادی",
    hijri_era: " قمری",
    same_day: " برابر با ",
    before_time: "، ",
    range: ["از ", " تا "],
};

/// CLDR `en-GB`, the Hijri months without their signs.
static ENGLISH: DateNames = DateNames {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    hijri: [
        "Muharram",
        "Safar",
        "Rabi I",
        "Rabi II",
        "Jumada I",
        "Jumada II",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qadah",
        "Dhu al-Hijjah",
    ],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    after_weekday: ", ",
    after_day: " ",
    after_month: " ",
    era: "",
    hijri_era: " AH",
    same_day: ", corresponding to ",
    before_time: ", ",
    range: ["", " to "],
};
