//! Words by which speech and speakers are known, folded as search folds them.

/// Verbs of saying that are hardly anything else, in the past.
const STRONG: [&str; 18] = [
    "قال",
    "اضاف",
    "اوضح",
    "اكد",
    "اشار",
    "لفت",
    "ختم",
    "اختتم",
    "صرح",
    "استطرد",
    "نوه",
    "اعرب",
    "اعلن",
    "اردف",
    "افاد",
    "شدد",
    "استهل",
    "حذر",
];
/// Verbs of saying that are other words too: they count at the head of a sentence alone.
const WEAK: [&str; 14] =
    ["بين", "ذكر", "كشف", "زاد", "تابع", "واصل", "عبر", "ثمن", "طالب", "حث", "علق", "اثني", "اعتبر", "دعا"];
/// Other forms.
const FORMS: [&str; 18] = [
    "يقول", "تقول", "يضيف", "تضيف", "يوكد", "توكد", "يوضح", "توضح", "يبين", "تبين", "يذكر", "تذكر", "يشير", "تشير",
    "دعت", "اثنت", "گوتي", "وتي",
];
/// Words before a verb at the head of a sentence.
const BEFORE: [&str; 22] = [
    "كما",
    "فيما",
    "وقد",
    "قد",
    "حيث",
    "اذ",
    "الذي",
    "التي",
    "والذي",
    "والتي",
    "بدوره",
    "بدورها",
    "جانبه",
    "جانبها",
    "جهته",
    "جهتها",
    "ذاته",
    "نفسه",
    "الختام",
    "ختامها",
    "ختامه",
    "ثم",
];
/// Words by which people are addressed.
const HONORIFICS: [&str; 40] = [
    "السيد",
    "السيده",
    "الاستاذ",
    "الاستاذه",
    "الدكتور",
    "الدكتوره",
    "المهندس",
    "المهندسه",
    "الشيخ",
    "الشيخه",
    "الحاج",
    "الحاجه",
    "اللواء",
    "العميد",
    "العقيد",
    "الفريق",
    "المقدم",
    "الرايد",
    "القاضي",
    "المحامي",
    "المحاميه",
    "الست",
    "الاخ",
    "الاخت",
    "سماحه",
    "فضيله",
    "معالي",
    "سعاده",
    "دوله",
    "السفير",
    "النايب",
    "النايبه",
    "الحقوقي",
    "الحقوقيه",
    "الباحث",
    "الباحثه",
    "الخبير",
    "الخبيره",
    "الصيدلاني",
    "المستشار",
];
/// Honorifics of one letter, which have a point behind them.
const LETTERS: [&str; 3] = ["د", "م", "ا"];
/// Posts.
const ROLES: [&str; 61] = [
    "محافظ",
    "نايب",
    "نايبه",
    "مدير",
    "مديره",
    "رييس",
    "رييسه",
    "عضو",
    "عضوه",
    "مسوول",
    "مسووله",
    "مستشار",
    "مستشاره",
    "معاون",
    "معاونه",
    "وزير",
    "وزيره",
    "وكيل",
    "وكيله",
    "قايممقام",
    "عميد",
    "عميده",
    "ممثل",
    "ممثله",
    "ناطق",
    "ناطقه",
    "متحدث",
    "متحدثه",
    "امين",
    "امينه",
    "قايد",
    "سفير",
    "سفيره",
    "قنصل",
    "مختار",
    "نقيب",
    "مشرف",
    "مشرفه",
    "منسق",
    "منسقه",
    "منظم",
    "منظمه",
    "خبير",
    "خبيره",
    "باحث",
    "باحثه",
    "مدرب",
    "مدربه",
    "طبيب",
    "طبيبه",
    "معلم",
    "معلمه",
    "مواطن",
    "مواطنه",
    "مزارع",
    "طالب",
    "طالبه",
    "متطوع",
    "متطوعه",
    "مشارك",
    "مشاركه",
];
/// Words that stand inside the name of a post, before a place.
const INSTITUTIONS: [&str; 33] = [
    "عام",
    "عامه",
    "قسم",
    "دايره",
    "مديريه",
    "تربيه",
    "صحه",
    "بلديه",
    "شعبه",
    "مركز",
    "هييه",
    "مجلس",
    "محافظه",
    "قضاء",
    "ناحيه",
    "جامعه",
    "كليه",
    "مكتب",
    "شوون",
    "لجنه",
    "شركه",
    "وزاره",
    "نقابه",
    "اتحاد",
    "ديوان",
    "مدرسه",
    "مستشفي",
    "وحده",
    "فرع",
    "جمعيه",
    "موسسه",
    "شرطه",
    "رييس",
];
/// Writings that say something and are nobody.
const WRITINGS: [&str; 9] = ["بيان", "تقرير", "كتاب", "قرار", "دراسه", "احصاييه", "خبر", "نص", "تعليمات"];
/// Words for somebody's own speech, without a name in them.
const OWN_SPEECH: [&str; 17] = [
    "حديثه",
    "حديثها",
    "كلمته",
    "كلمتها",
    "كلامه",
    "كلامها",
    "تصريحه",
    "تصريحها",
    "قوله",
    "قولها",
    "بالقول",
    "ايضا",
    "كذلك",
    "قايلا",
    "قايله",
    "بهذا",
    "بذلك",
];
/// Words at which the name of a speaker is over.
const STOPS: [&str; 22] = [
    "خلال",
    "اثناء",
    "عبر",
    "امام",
    "ضمن",
    "بعد",
    "قبل",
    "عن",
    "لوسايل",
    "للصحفيين",
    "للحاضرين",
    "للمشاركين",
    "لوكاله",
    "لمراسل",
    "لمراسلنا",
    "بان",
    "ان",
    "مشيرا",
    "مشيره",
    "قايلين",
    "بمناسبه",
    "لدي",
];
/// Words for a talk, which follow `في`.
const TALKS: [&str; 14] = [
    "كلمه",
    "كلمته",
    "كلمتها",
    "حديث",
    "حديثه",
    "حديثها",
    "تصريح",
    "تصريحه",
    "بيان",
    "ختام",
    "موتمر",
    "مداخله",
    "لقاء",
    "مقابله",
];

/// The verb of saying that a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VerbKind {
    Strong,
    Weak,
}

/// The kind of verb of saying, if a folded word is one.
pub(super) fn verb(word: &str) -> Option<VerbKind> {
    let joined = word.strip_prefix(['و', 'ف']);
    // `واصل` and `وتي` begin with the letter that also joins.
    [Some(word), joined].into_iter().flatten().find_map(verb_alone)
}

fn verb_alone(word: &str) -> Option<VerbKind> {
    let ended = |ending: &str| word.strip_suffix(ending);
    let stems = [Some(word), ended("ت"), ended("وا"), ended("ا")];
    let has = |list: &[&str]| stems.iter().flatten().any(|stem| list.contains(stem));
    if has(&STRONG) || FORMS.contains(&word) {
        Some(VerbKind::Strong)
    } else if has(&WEAK) {
        Some(VerbKind::Weak)
    } else {
        None
    }
}

pub(super) fn stands_before_verb(word: &str) -> bool {
    BEFORE.contains(&word)
}

pub(super) fn is_relative(word: &str) -> bool {
    matches!(word, "الذي" | "التي" | "والذي" | "والتي")
}

pub(super) fn is_honorific(word: &str) -> bool {
    HONORIFICS.contains(&word)
}

pub(super) fn is_honorific_letter(word: &str) -> bool {
    word.split(' ').all(|letter| LETTERS.contains(&letter))
}

/// True if a folded word names a post, with or without its article.
pub(super) fn is_role(word: &str) -> bool {
    ROLES.contains(&word.strip_prefix("ال").unwrap_or(word))
}

pub(super) fn is_institution(word: &str) -> bool {
    INSTITUTIONS.contains(&word)
}

pub(super) fn is_writing(word: &str) -> bool {
    WRITINGS.contains(&word.strip_prefix("ال").unwrap_or(word))
}

pub(super) fn is_own_speech(word: &str) -> bool {
    OWN_SPEECH.contains(&word)
}

pub(super) fn is_stop(word: &str) -> bool {
    STOPS.contains(&word)
}

pub(super) fn is_talk(word: &str) -> bool {
    TALKS.contains(&word.strip_prefix("ال").unwrap_or(word))
}

/// True if a folded word has the article, also behind what is joined to it.
pub(super) fn has_article(word: &str) -> bool {
    let bare = word.strip_prefix('و').unwrap_or(word);
    ["ال", "بال", "لل", "كال"].iter().any(|article| bare.starts_with(article)) && bare.chars().count() > 3
}
