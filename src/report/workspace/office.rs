//! A valid workspace file, as [`parse_workspace`](super::parse_workspace) returns it.
//!
//! [`Workspace::default`] is what holds for a lone report without a `nashra.toml`.

use crate::arabic::Digits;
use crate::edition::Paper;
use crate::imposition::Imposition;
use crate::report::check::checks::Checks;
use crate::report::model::Signature;
use crate::report::source::placed::Placed;
use crate::words::Lang;

use super::numbers::NumberSettings;
use super::press::PressSettings;
use super::printer::PrinterSettings;
use super::site::SiteSettings;

/// The settings of an office.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The language of messages.
    pub language: Lang,
    /// The digits on the page.
    pub digits: Digits,
    /// True if the Hijri date is printed beside the Gregorian one.
    pub hijri: bool,
    /// Days to add to the computed Hijri date, -2 to 2.
    pub hijri_offset: i8,
    /// The office that issues the bulletins.
    pub office: Option<Office>,
    /// The signature of reports that name nobody.
    pub signature: Option<Signature>,
    /// Colours and fonts.
    pub theme: Theme,
    /// The kinds of page to make.
    pub editions: Editions,
    /// The workspace's folders.
    pub folders: Folders,
    /// The address printed as a QR code; contains `{code}`.
    pub verification: Option<Placed<String>>,
    /// The printing house.
    pub press: PressSettings,
    /// The office's printer.
    pub printer: PrinterSettings,
    /// The archive's web site.
    pub site: SiteSettings,
    /// The numbers that approval gives.
    pub numbers: NumberSettings,
    /// Settings for the checking of texts; the glossary is a file of its own.
    pub checks: Checks,
}

/// The letterhead.
#[derive(Clone, Debug)]
pub struct Office {
    /// The office's own name.
    pub name: Placed<String>,
    /// Those above it, from the top down.
    pub parents: Vec<Placed<String>>,
    /// Its mark.
    pub logo: Option<Logo>,
    /// The same in a second language.
    pub second: Option<SecondOffice>,
    /// Ways to reach it, in the order of [`ContactKind::ALL`].
    pub contacts: Vec<Contact>,
}

/// The office's mark: svg, png or jpg. The file has not been looked at yet.
#[derive(Clone, Debug)]
pub struct Logo {
    /// A safe relative path inside the workspace.
    pub file: Placed<String>,
    /// A description for those who cannot see it.
    pub alt: Placed<String>,
}

/// The letterhead in a second language.
#[derive(Clone, Debug)]
pub struct SecondOffice {
    /// Its language.
    pub language: SecondLanguage,
    /// The office's own name.
    pub name: Placed<String>,
    /// Those above it, from the top down.
    pub parents: Vec<Placed<String>>,
}

/// The language of the second letterhead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SecondLanguage {
    /// English, left to right.
    English,
    /// Kurdish (Sorani), right to left.
    Kurdish,
}

impl SecondLanguage {
    /// The language tag: `en` or `ku`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Kurdish => "ku",
        }
    }

    /// The direction of its script: `ltr` or `rtl`.
    pub fn direction(self) -> &'static str {
        match self {
            Self::English => "ltr",
            Self::Kurdish => "rtl",
        }
    }
}

/// One way to reach the office.
#[derive(Clone, Debug)]
pub struct Contact {
    /// The kind of contact.
    pub kind: ContactKind,
    /// The words on the page.
    pub text: Placed<String>,
}

impl Contact {
    /// The address behind the text: `tel:`, `mailto:` or the web address; none for the other kinds.
    pub fn url(&self) -> Option<String> {
        let text = &self.text.value;
        match self.kind {
            ContactKind::Phone => {
                let dial: String = text
                    .chars()
                    .filter_map(|c| if c == '+' { Some('+') } else { crate::report::source::number::latin_digit(c) })
                    .collect();
                (!dial.is_empty()).then(|| format!("tel:{dial}"))
            }
            ContactKind::Email => Some(format!("mailto:{text}")),
            ContactKind::Website => Some(text.clone()),
            ContactKind::Address | ContactKind::Social => None,
        }
    }
}

/// The kinds of contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactKind {
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// An `http` or `https` address.
    Website,
    /// A postal address.
    Address,
    /// A name in a social network.
    Social,
}

impl ContactKind {
    /// All kinds, in the order of the letterhead.
    pub const ALL: [Self; 5] = [Self::Phone, Self::Email, Self::Website, Self::Address, Self::Social];

    /// Its key in `[office.contacts]`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Website => "website",
            Self::Address => "address",
            Self::Social => "social",
        }
    }
}

/// Colours and fonts.
#[derive(Clone, Debug)]
pub struct Theme {
    /// The accent colour as `#rrggbb`, dark enough to be read on white.
    pub accent: String,
    /// The font of running text.
    pub text_font: Font,
    /// The font of headings.
    pub heading_font: Font,
    /// The font of captions.
    pub caption_font: Font,
    /// The font of the flyer's headline.
    pub display_font: Font,
    /// True if words are drawn out where spaces would be wide.
    pub kashida: bool,
}

/// A font family that a setting names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Font {
    /// The family's name. Whether it exists is checked where fonts are known.
    pub family: String,
    /// The place of the setting; none for a default.
    pub set: Option<Placed<()>>,
}

/// The kinds of page.
#[derive(Clone, Debug)]
pub struct Editions {
    /// The official report.
    pub bulletin: Edition,
    /// The one-page flyer.
    pub flyer: Edition,
    /// The pictures to post.
    pub social: Edition,
    /// The newsletter.
    pub newsletter: Edition,
    /// The slip of a correction; no setting names it.
    pub correction: Edition,
    /// The newsletter's name; without one the office's stands in its place.
    pub newsletter_name: Option<Placed<String>>,
}

/// One kind of page.
#[derive(Clone, Debug)]
pub struct Edition {
    /// True if it is made by default.
    pub enabled: bool,
    /// The size of its paper.
    pub paper: Paper,
    /// The name of its template's folder.
    pub template: String,
    /// The place of `template`; none for a default.
    pub template_set: Option<Placed<()>>,
    /// The arrangement of its pages on sheets, in files of their own; none when they are not
    /// arranged.
    pub impose: Option<Imposition>,
}

/// The workspace's folders, as safe relative paths.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The reports.
    pub content: String,
    /// The finished pages.
    pub output: String,
    /// The archive.
    pub archive: String,
}

impl Default for Workspace {
    fn default() -> Self {
        Self {
            language: Lang::Ar,
            digits: Digits::Arab,
            hijri: true,
            hijri_offset: 0,
            office: None,
            signature: None,
            theme: Theme::default(),
            editions: Editions::default(),
            folders: Folders::default(),
            verification: None,
            press: PressSettings::default(),
            printer: PrinterSettings::default(),
            site: SiteSettings::default(),
            numbers: NumberSettings::default(),
            checks: Checks::default(),
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            accent: "#0b5563".to_owned(),
            text_font: Font::new("Amiri"),
            heading_font: Font::new("Cairo"),
            caption_font: Font::new("Vazirmatn"),
            display_font: Font::new("Cairo"),
            kashida: true,
        }
    }
}

impl Font {
    /// A default, which no setting names.
    pub(crate) fn new(family: &str) -> Self {
        Self { family: family.to_owned(), set: None }
    }
}

impl Default for Editions {
    fn default() -> Self {
        Self {
            bulletin: Edition::new(Paper::A4, "bulletin"),
            flyer: Edition::new(Paper::A5, "flyer"),
            // Its sizes are its own: the paper is only what type is drawn for.
            social: Edition { enabled: false, ..Edition::new(Paper::A4, "social") },
            newsletter: Edition::new(Paper::A4, "newsletter"),
            correction: Edition::new(Paper::A5, "correction"),
            newsletter_name: None,
        }
    }
}

impl Edition {
    fn new(paper: Paper, template: &str) -> Self {
        Self { enabled: true, paper, template: template.to_owned(), template_set: None, impose: None }
    }
}

impl Default for Folders {
    fn default() -> Self {
        Self { content: "content".to_owned(), output: "out".to_owned(), archive: "archive".to_owned() }
    }
}
