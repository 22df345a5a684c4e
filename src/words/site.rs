//! The words on the archive's web pages. They are Arabic whatever the language of messages.

use super::forms::{BULLETIN, counted_as};

/// Everything the pages say besides the bulletins themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SiteWords {
    /// The site's own name.
    pub archive: &'static str,
    /// For those who don't see the page: past its head.
    pub skip: &'static str,
    /// The name of the links in the head.
    pub sections: &'static str,
    /// The way through a page: years and months.
    pub trail: &'static str,
    /// The search page.
    pub search: &'static str,
    /// A hint inside the search field.
    pub search_hint: &'static str,
    /// Above the newest bulletins.
    pub newest: &'static str,
    /// Above the years.
    pub by_date: &'static str,
    /// A link to all bulletins of the month.
    pub whole_month: &'static str,
    /// The bulletins before.
    pub earlier: &'static str,
    /// The bulletins after.
    pub later: &'static str,
    /// The bulletin before.
    pub previous: &'static str,
    /// The bulletin after.
    pub next: &'static str,
    /// The name of the two links.
    pub neighbours: &'static str,
    /// The name of the links to the months before and after.
    pub months_beside: &'static str,
    /// Nothing was published yet.
    pub empty: &'static str,
    /// The name of a newsletter's issue.
    pub newsletter: &'static str,
    /// The name of what was published before nashra.
    pub adopted: &'static str,
    /// The meaning of that.
    pub adopted_note: &'static str,
    /// Above the text of an adopted file.
    pub adopted_text: &'static str,
    /// A bulletin with a correction.
    pub corrected: &'static str,
    /// A bulletin that was taken back.
    pub withdrawn: &'static str,
    /// A bulletin.
    pub a_bulletin: &'static str,
    /// An issue of a newsletter.
    pub a_newsletter: &'static str,
    /// Before the day of something.
    pub on: &'static str,
    /// The sentence for a publication.
    pub was_published: &'static str,
    /// The sentence for what was adopted.
    pub was_adopted: &'static str,
    /// The sentence for a correction.
    pub was_corrected: &'static str,
    /// The sentence for a withdrawal.
    pub was_withdrawn: &'static str,
    /// Under the banner of a bulletin that was corrected.
    pub corrected_note: &'static str,
    /// Under the banner of a bulletin that was taken back.
    pub withdrawn_note: &'static str,
    /// In the place of what stood, when something was added.
    pub nothing_stood: &'static str,
    /// In the place of what stands, when something was taken out.
    pub nothing_stands: &'static str,
    /// The name of a table without a caption.
    pub table: &'static str,
    /// Of a picture that can't be shown.
    pub no_picture: &'static str,
    /// The document's data and files.
    pub document: &'static str,
    /// The finished pages.
    pub pdf: &'static str,
    /// The finished pages of what was taken back.
    pub withdrawn_file: &'static str,
    /// The main file of what was adopted, where it is no PDF.
    pub main_file: &'static str,
    /// Another file of what was adopted.
    pub other_file: &'static str,
    /// The finished pages of a revision that no longer holds.
    pub earlier_pdf: &'static str,
    /// The bulletin's flyer.
    pub flyer: &'static str,
    /// The slip of its correction.
    pub slip: &'static str,
    /// Above a bulletin's life.
    pub history: &'static str,
    /// Before the code printed on the pages.
    pub code: &'static str,
    /// Before the file's hash.
    pub hash: &'static str,
    /// The purpose of a hash.
    pub hash_note: &'static str,
    /// Before the words to find a bulletin by.
    pub tags: &'static str,
    /// Before the page's address, on paper.
    pub address: &'static str,
    /// Before who issued it.
    pub office: &'static str,
    /// The feeds of what is new.
    pub feed: &'static str,
    /// Under every page.
    pub foot: &'static str,
    /// Search without JavaScript.
    pub no_script: &'static str,
}

/// The words.
pub const SITE: SiteWords = SiteWords {
    archive: "أرشيف النشرات الرسمية",
    skip: "انتقل إلى المحتوى",
    sections: "أقسام الموقع",
    trail: "مكانك في الأرشيف",
    search: "البحث",
    search_hint: "كلمات أو «عبارة كما هي» أو رقم",
    newest: "أحدث النشرات",
    by_date: "النشرات بحسب السنة والشهر",
    whole_month: "نشرات الشهر كلها",
    earlier: "الأقدم",
    later: "الأحدث",
    previous: "النشرة السابقة",
    next: "النشرة التالية",
    neighbours: "النشرتان السابقة والتالية",
    months_beside: "الشهران السابق والتالي",
    empty: "لم تُنشر في الأرشيف أي نشرة بعد.",
    newsletter: "النشرة الإخبارية",
    adopted: "نشرة سابقة",
    adopted_note: "نُشرت قبل هذا الأرشيف، وضُمّ إليه ملفها كما هو. والملف هو الوثيقة.",
    adopted_text: "نص الملف، للبحث فيه",
    corrected: "مصوَّبة",
    withdrawn: "مسحوبة",
    a_bulletin: "نشرة",
    a_newsletter: "نشرة إخبارية",
    on: "في",
    was_published: "نُشرت",
    was_adopted: "ضُمّت إلى الأرشيف",
    was_corrected: "صُوّبت",
    was_withdrawn: "سُحبت",
    corrected_note: "النص أدناه هو النص بعد التصويب، وبه يُعمل.",
    withdrawn_note: "لا يُعتدّ بهذه النشرة، ويبقى نصها هنا للتوثيق.",
    nothing_stood: "لم يرد، وأُضيف",
    nothing_stands: "حُذف",
    table: "جدول",
    no_picture: "تعذّر عرض الصورة",
    document: "الوثيقة",
    pdf: "ملف النشرة PDF",
    withdrawn_file: "الملف كما صدر قبل سحبه، ولا يُعتدّ به",
    main_file: "ملف النشرة",
    other_file: "ملف آخر من النشرة",
    earlier_pdf: "ملف PDF قبل التصويب",
    flyer: "الإعلان PDF",
    slip: "ورقة التصويب PDF",
    history: "سجل النشرة",
    code: "رمز التحقق",
    hash: "بصمة الملف (SHA-512)",
    hash_note: "بصمة ملف PDF كما حُفظ في الأرشيف؛ إذا تغيّر في الملف حرف واحد تغيّرت بصمته.",
    tags: "الموضوعات",
    address: "عنوان هذه الصفحة",
    office: "جهة الإصدار",
    feed: "خلاصة المستجدات",
    foot: "أرشيف رسمي مؤرّخ: لا تُحذف منه نشرة، وكل تصويب فيه مبيّن بتاريخه وسببه.",
    no_script: "البحث يحتاج إلى تشغيل JavaScript في المتصفح. ويمكنك تصفّح النشرات بحسب السنة والشهر.",
};

/// The words of the search in the browser; its script reads them from the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct SearchWords {
    /// While files are loaded.
    pub busy: &'static str,
    /// Nothing was found.
    pub none: &'static str,
    /// The advice when nothing is found.
    pub advice: [&'static str; 3],
    /// The number of matches: one, two, a few, many, a hundred.
    pub found: [&'static str; 5],
    /// Before how many of them are shown.
    pub shown: &'static str,
    /// For more of them.
    pub more: &'static str,
    /// A file of the search is missing.
    pub broken: &'static str,
    /// Before the words of a bulletin for which it was found.
    pub has: &'static str,
    /// Before the words that were perhaps meant; `%` is the word that was typed.
    pub meant: &'static str,
    /// Between two words of which one was meant.
    pub or: &'static str,
    /// The sign after a question.
    pub question: &'static str,
    /// Before results with other words for the same thing.
    pub widened: &'static str,
    /// The ways to find fewer.
    pub narrow: &'static str,
    /// There are signs and no words.
    pub empty: &'static str,
    /// A bracket has no partner.
    pub bracket: &'static str,
    /// The value of a filter can't be one; `%` is both.
    pub value: &'static str,
    /// Before a number.
    pub number: &'static str,
    /// As [`SiteWords::corrected`].
    pub corrected: &'static str,
    /// As [`SiteWords::withdrawn`].
    pub withdrawn: &'static str,
    /// As [`SiteWords::newsletter`].
    pub newsletter: &'static str,
}

/// The search's words.
pub const SEARCH: SearchWords = SearchWords {
    busy: "جارٍ البحث…",
    none: "لا نتائج",
    advice: [
        "جرّب كلمات أقل أو مرادفات لها.",
        "تأكد من الإملاء؛ ولا يهم شكل الهمزة ولا التشكيل.",
        "اختر «كل السنوات» إن كنت قد حددت سنة.",
    ],
    found: ["نتيجة واحدة", "نتيجتان", "نتائج", "نتيجة", "نتيجة"],
    shown: "المعروض منها",
    more: "المزيد من النتائج",
    broken: "تعذّر فتح ملف من ملفات البحث. تأكد من أن الموقع منسوخ كاملاً.",
    has: "فيها:",
    meant: "لم ترد «%» في أي نشرة. هل تقصد",
    or: "أو",
    question: "؟",
    widened: "ما فيه الكلمات نفسها قليل، فأُضيف بعده ما فيه كلمات قريبة منها أو مرادفة لها.",
    narrow: "للتضييق أضف كلمة، أو «عبارة كما هي»، أو مكان:الزبير، أو من:2026-01، أو شهر:11.",
    empty: "ليس فيما كتبته كلمة يُبحث عنها. اكتب كلمة أو رقماً أو تاريخاً.",
    bracket: "فيما كتبته قوس بلا قرين. احذف القوس، فالبحث لا يحتاج إلى أقواس.",
    value: "لا تصلح القيمة في «%». بعد من: وإلى: ويوم: تاريخ مثل 2026-11-25 أو 2026-11 أو 2026؛ وبعد شهر: رقم من 1 إلى 12.",
    number: super::page::LABELS.number,
    corrected: SITE.corrected,
    withdrawn: SITE.withdrawn,
    newsletter: SITE.newsletter,
};

/// The answers about a code on printed pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedWords {
    /// The pages hold as they are.
    pub authentic: &'static str,
    /// What that means.
    pub authentic_note: &'static str,
    /// A later text holds.
    pub superseded: &'static str,
    /// What that means.
    pub superseded_note: &'static str,
    /// The bulletin was taken back.
    pub withdrawn: &'static str,
}

/// The answers.
pub const VERIFIED: VerifiedWords = VerifiedWords {
    authentic: "رمز نشرة محفوظة في الأرشيف، وهي سارية",
    authentic_note: "قارن الورقة التي بيدك بنص النشرة أدناه، فالرمز وحده لا يثبت أن نصها لم يُغيَّر.",
    superseded: "رمز نسخة صدر بعدها تصويب",
    superseded_note: "النص الذي يُعمل به هو نص النشرة بعد التصويب، وهو أدناه.",
    withdrawn: "رمز نشرة مسحوبة",
};

/// The words of the search's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormWords {
    /// Before the field for the words.
    pub query: &'static str,
    /// Before the list of years.
    pub year: &'static str,
    /// No year in particular.
    pub all_years: &'static str,
    /// Before the list of states.
    pub state: &'static str,
    /// No state in particular.
    pub all_states: &'static str,
    /// All but those that were taken back.
    pub valid: &'static str,
    /// The name of the results.
    pub results: &'static str,
}

/// The form's words.
pub const FORM: FormWords = FormWords {
    query: "ابحث في النشرات",
    year: "السنة",
    all_years: "كل السنوات",
    state: "الحالة",
    all_states: "كل الحالات",
    valid: "عدا المسحوبة",
    results: "نتائج البحث",
};

/// So many bulletins: `نشرة واحدة`, `نشرتان`, `٣ نشرات`; `number` is the count as the page shows
/// it.
#[must_use]
pub fn bulletins(count: usize, number: &str) -> String {
    if count == 0 { "لا نشرات".to_owned() } else { counted_as(count, number, BULLETIN) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bulletins_are_counted_as_one_says_it() {
        let said: Vec<String> =
            [0, 1, 2, 3, 10, 11, 100, 103].iter().map(|&count| bulletins(count, &count.to_string())).collect();
        let right = ["لا نشرات", "نشرة واحدة", "نشرتان", "3 نشرات", "10 نشرات", "11 نشرة", "100 نشرة", "103 نشرات"];
        assert_eq!(said, right);
    }
}
