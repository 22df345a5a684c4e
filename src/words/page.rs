//! The words that nashra itself sets on a page, in the report's language, whatever that of messages.

use crate::arabic::Language;

/// The word across pages of what was withdrawn.
pub const WITHDRAWN: &str = "مسحوبة";

/// The labels of the data contract, in its order of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Labels {
    /// Before the report's number.
    pub number: &'static str,
    /// Before its date.
    pub date: &'static str,
    /// Before the event's days.
    pub when: &'static str,
    /// Before the event's place.
    pub r#where: &'static str,
    /// Before those who held it.
    pub organisers: &'static str,
    /// Before two or more who held it.
    pub organisers_several: &'static str,
    /// Before the number of a page.
    pub page: &'static str,
    /// After the last line.
    pub end: &'static str,
    /// Before a bulletin's number in a newsletter, whose own number is another.
    pub bulletin: &'static str,
    /// Before the headline of a story on the page where it goes on.
    pub continued: &'static str,
    /// Before the number of the page where a story goes on.
    pub continued_on: &'static str,
    /// On a report that is not signed off.
    pub draft: &'static str,
    /// Beside the verification code.
    pub verify: &'static str,
    /// Beside the code of a newsletter's issue.
    pub verify_issue: &'static str,
    /// Above an issue's contents.
    pub contents: &'static str,
    /// Above the office's own word in an issue.
    pub editorial: &'static str,
    /// Above an issue's short items.
    pub briefs: &'static str,
    /// Beside the flyer's code.
    pub scan: &'static str,
    /// In the room for the office's seal.
    pub seal: &'static str,
    /// Above those who get a copy.
    pub copies: &'static str,
    /// Above the attached files.
    pub attachments: &'static str,
    /// Above the addresses.
    pub links: &'static str,
    /// Before a photographer's name.
    pub photo_credit: &'static str,
    /// Above a correction.
    pub correction: &'static str,
    /// Before a revision's number.
    pub revision: &'static str,
    /// On a corrected bulletin, after the word above.
    pub corrected: &'static str,
    /// Before the reason of a correction.
    pub reason: &'static str,
    /// Before who decided it.
    pub authority: &'static str,
    /// Above what stood.
    pub stood: &'static str,
    /// Above what stands.
    pub stands: &'static str,
    /// In place of what stood, where something was added.
    pub added: &'static str,
    /// In place of what stands, where something was taken out.
    pub taken_out: &'static str,
    /// Before the title of a corrected bulletin, on its slip.
    pub slip: &'static str,
    /// Before the name of a corrected issue, on its slip.
    pub slip_issue: &'static str,
    /// After the title, on the slip.
    pub slip_end: &'static str,
    /// Before the ways to reach the office.
    pub contacts: ContactLabels,
}

/// The labels of the ways to reach the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ContactLabels {
    /// A telephone number.
    pub phone: &'static str,
    /// An e-mail address.
    pub email: &'static str,
    /// A web address.
    pub website: &'static str,
    /// A postal address.
    pub address: &'static str,
    /// A name in a social network.
    pub social: &'static str,
}

/// A sheet's first side, on a proof.
pub const FRONT: &str = "وجه";
/// Its second side.
pub const BACK: &str = "ظهر";
/// The words across a newsletter that has no name and no office.
pub const NEWSLETTER: &str = "النشرة الإخبارية";

/// The labels of pages in a language. Those of other languages than these are the Arabic ones.
#[must_use]
pub fn labels(language: Language) -> Labels {
    match language {
        Language::Latin => ENGLISH,
        Language::Kurdish => KURDISH,
        Language::Arabic | Language::Persian => LABELS,
    }
}

/// The Arabic labels.
pub const LABELS: Labels = Labels {
    number: "العدد",
    date: "التاريخ",
    when: "الزمان",
    r#where: "المكان",
    organisers: "الجهة المنظمة",
    organisers_several: "الجهات المنظمة",
    page: "صفحة",
    end: "انتهى",
    bulletin: "النشرة",
    continued: "تتمة",
    continued_on: "التتمة في الصفحة",
    draft: "مسودة",
    verify: "للتحقق من صحة النشرة",
    verify_issue: "للتحقق من صحة العدد",
    contents: "في هذا العدد",
    editorial: "كلمة العدد",
    briefs: "أخبار موجزة",
    scan: "امسح للتفاصيل",
    seal: "الختم",
    copies: "نسخة منه إلى",
    attachments: "المرفقات",
    links: "روابط",
    photo_credit: "عدسة",
    correction: "تصويب",
    revision: "الإصدار",
    corrected: "نسخة مصوَّبة تحل محل ما نُشر قبلها",
    reason: "السبب",
    authority: "بقرار من",
    stood: "ما ورد",
    stands: "الصواب",
    added: "لم يرد، وأُضيف",
    taken_out: "يُحذف",
    slip: "تصحيحاً لما ورد في النشرة المعنونة",
    slip_issue: "تصحيحاً لما ورد في العدد الصادر من",
    slip_end: "، يُعتمد ما يأتي:",
    contacts: ContactLabels {
        phone: "هاتف",
        email: "البريد الإلكتروني",
        website: "الموقع",
        address: "العنوان",
        social: "التواصل",
    },
};

const ENGLISH: Labels = Labels {
    number: "Number",
    date: "Date",
    when: "When",
    r#where: "Where",
    organisers: "Organiser",
    organisers_several: "Organisers",
    page: "Page",
    end: "End",
    bulletin: "Bulletin",
    continued: "Continued",
    continued_on: "Continued on page",
    draft: "Draft",
    verify: "To verify this bulletin",
    verify_issue: "To verify this issue",
    contents: "In this issue",
    editorial: "Editorial",
    briefs: "In brief",
    scan: "Scan for details",
    seal: "Seal",
    copies: "Copies to",
    attachments: "Attachments",
    links: "Links",
    photo_credit: "Photo",
    correction: "Correction",
    revision: "revision",
    corrected: "corrected copy, in place of all published before it",
    reason: "Reason",
    authority: "By decision of",
    stood: "As published",
    stands: "Correct",
    added: "missing, and added",
    taken_out: "taken out",
    slip: "In the bulletin entitled",
    slip_issue: "In the issue of",
    slip_end: ", please read:",
    contacts: ContactLabels {
        phone: "Telephone",
        email: "E-mail",
        website: "Website",
        address: "Address",
        social: "Social media",
    },
};

const KURDISH: Labels = Labels {
    number: "ژمارە",
    date: "ڕێکەوت",
    when: "کات",
    r#where: "شوێن",
    organisers: "ڕێکخەر",
    organisers_several: "ڕێکخەران",
    page: "لاپەڕە",
    end: "کۆتایی",
    bulletin: "بڵاوکراوە",
    continued: "پاشماوە",
    continued_on: "پاشماوەی لە لاپەڕە",
    draft: "ڕەشنووس",
    verify: "بۆ دڵنیابوون لە ڕاستیی بڵاوکراوەکە",
    verify_issue: "بۆ دڵنیابوون لە ڕاستیی ژمارەکە",
    contents: "لەم ژمارەیەدا",
    editorial: "وتەی ژمارە",
    briefs: "کورتە هەواڵ",
    scan: "بۆ زانیاریی زیاتر سکان بکە",
    seal: "مۆر",
    copies: "وێنەیەک بۆ",
    attachments: "هاوپێچەکان",
    links: "بەستەرەکان",
    photo_credit: "وێنە",
    correction: "ڕاستکردنەوە",
    revision: "چاپی",
    corrected: "وەشانێکی ڕاستکراوەیە و جێی ئەوەی پێشوو دەگرێتەوە",
    reason: "هۆکار",
    authority: "بە بڕیاری",
    stood: "ئەوەی نووسرابوو",
    stands: "ڕاستەکەی",
    added: "نەنووسرابوو، زیاد کرا",
    taken_out: "لادەبرێت",
    slip: "بۆ ڕاستکردنەوەی ئەوەی لەم بڵاوکراوەیەدا هاتووە:",
    slip_issue: "بۆ ڕاستکردنەوەی ئەوەی لەم ژمارەیەدا هاتووە:",
    slip_end: "، ئەمانەی خوارەوە پەسەندن:",
    contacts: ContactLabels {
        phone: "تەلەفۆن",
        email: "ئیمەیل",
        website: "ماڵپەڕ",
        address: "ناونیشان",
        social: "تۆڕی کۆمەڵایەتی",
    },
};
