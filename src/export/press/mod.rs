//! The press file's last steps, on the finished PDF: what typst doesn't write of PDF/X-4 (ISO 15930-7:2010).
//!
//! Printing houses check files by the rules of the Ghent Workgroup (GWG 2015 and 2022, sheetfed and magazine ads), which stand on
//! PDF/X-4. What is done about each:
//!
//! | rule | kept by |
//! |---|---|
//! | PDF/X-4: output intent, version, `Trapped`, dates, XMP | [`intent`] |
//! | TrimBox and BleedBox on every page, bleed of 3 mm | [`boxes`] |
//! | fonts embedded, no annotations in the trim, no scripts, no attachments | typst; sheets are exported without links and tags |
//! | colours of the screen carry their profile | [`intent`]: `DefaultRGB` |
//! | text in black ink alone, which overprints | `pages::inks`, [`overprint`] |
//! | white never overprints | [`overprint`]: black text alone does |
//! | at most 300 % of ink (GWG sheetfed: by the profile) | `pages::inks`, `photo::separation` |
//! | small coloured text in at most two inks | `pages::inks` |
//! | photos of 300 dots an inch, text 5 mm off the trim | told by `pages::preflight` |
//! | lines no thinner than 0.25 pt, no spot colours but those of the marks | the templates; `pages::impose` |

mod boxes;
mod intent;
mod overprint;
mod resources;

use lopdf::Document;

use crate::pages::impose::Boxes;
use crate::photo::PressProfile;

/// Why the last steps failed: the file that was just made is not as it should be, which is a mistake
/// of the program.
#[derive(Debug)]
pub(super) struct PressProblem(pub(super) String);

impl From<lopdf::Error> for PressProblem {
    fn from(error: lopdf::Error) -> Self {
        Self(error.to_string())
    }
}

/// Makes a PDF one for the press.
pub(super) fn finish(pdf: &[u8], boxes: &Boxes, profile: &PressProfile) -> Result<Vec<u8>, PressProblem> {
    let mut document = Document::load_mem(pdf)?;
    boxes::write(&mut document, boxes)?;
    overprint::black_text(&mut document)?;
    intent::declare(&mut document, profile)?;
    let mut out = Vec::with_capacity(pdf.len());
    document.save_to(&mut out).map_err(|error| PressProblem(error.to_string()))?;
    Ok(out)
}
