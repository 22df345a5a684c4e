//! The words that nashra itself sets on a page. They are Arabic whatever the language of messages.

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
    /// Before the number of a page.
    pub page: &'static str,
    /// After the last line.
    pub end: &'static str,
    /// On a report that is not signed off.
    pub draft: &'static str,
    /// Beside the verification code.
    pub verify: &'static str,
    /// Beside the flyer's code.
    pub scan: &'static str,
    /// Above the attached files.
    pub attachments: &'static str,
    /// Above the addresses.
    pub links: &'static str,
    /// Before a photographer's name.
    pub photo_credit: &'static str,
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

/// The labels.
pub const LABELS: Labels = Labels {
    number: "العدد",
    date: "التاريخ",
    when: "الزمان",
    r#where: "المكان",
    organisers: "الجهة المنظمة",
    page: "صفحة",
    end: "انتهى",
    draft: "مسودة",
    verify: "للتحقق من صحة النشرة",
    scan: "امسح للتفاصيل",
    attachments: "المرفقات",
    links: "روابط",
    photo_credit: "عدسة",
    contacts: ContactLabels {
        phone: "هاتف",
        email: "البريد الإلكتروني",
        website: "الموقع",
        address: "العنوان",
        social: "التواصل",
    },
};
