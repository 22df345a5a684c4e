//! The words that nashra itself sets on a page. They are Arabic whatever the language of messages.

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

/// The labels.
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
