//! Files that cannot be used, in English.

use super::super::forms::{bytes, megapixels, names};
use super::super::{DrawingFault, Encoding, FileKind, FileProblem as P, ProfileFault, Words};

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::NotFound { path, near } => Words::new(
            format!("the file `{path}` does not exist"),
            match near.as_slice() {
                [] => "put the file there, or correct its path; capital and small letters differ".to_owned(),
                near => format!("did you mean {}?", names(near, " or ")),
            },
        ),
        P::NameNotUtf8 { path } => Words::new(
            format!("the name of `{path}` can't be read"),
            "rename the file: Latin letters, digits and hyphens are best",
        ),
        P::Exists { path } => {
            Words::new(format!("`{path}` is there already"), "choose another name, or write in the file that is there")
        }
        P::Outside { path } => Words::new(
            format!("the file `{path}` is outside the workspace"),
            "copy it into the workspace, for instance into `assets`",
        ),
        P::SymlinkOut { path } => Words::new(
            format!("`{path}` is a link that leads out of the workspace"),
            "replace the link by a copy of the file itself",
        ),
        P::NotAFile { path } => Words::new(format!("`{path}` is not a file"), "write the path of a file"),
        P::Machine(fault) => super::machine::words(fault),
        P::TooLarge { path, size, limit } => Words::new(
            format!("the file `{path}` has {}, at most {} are allowed", bytes(*size), bytes(*limit)),
            "make it smaller, or split it",
        ),
        P::Changed { path } => {
            Words::new(format!("`{path}` was changed while nashra worked with it"), "run nashra again")
        }
        P::CorruptPicture { path, reason } => Words::new(
            format!("the picture `{path}` is damaged: {reason}"),
            "open it in a picture program and save it again, or copy it again from the camera",
        ),
        P::NoEndOfPicture { path } => Words::new(
            format!("the file of the picture `{path}` ends too early, but the picture seems to be whole"),
            "look at its lower edge on the page; copy it again from the camera, or save it again in a picture program",
        ),
        P::UnsupportedPicture { path, supported } => Words::new(
            format!("the picture `{path}` is of a format that cannot be printed"),
            format!("save it in one of these formats: {}", names(supported, ", ")),
        ),
        P::NotAPicture { path, kind, supported } => Words::new(
            format!("`{path}` is no picture but {}", kind_of(*kind)),
            instead(*kind, &names(supported, ", ")),
        ),
        P::WrongEnding { path, real } => Words::new(
            format!("the ending of `{path}` is wrong: the file is a {real}"),
            format!("rename the file so that it ends with `.{real}`, here too"),
        ),
        P::TooManyPixels { path, width, height, limit } => Words::new(
            format!("the picture `{path}` has {width} × {height} pixels, more than {} million", megapixels(*limit)),
            "make it smaller in a picture program; 4000 pixels across are enough for any page",
        ),
        P::SideTooLong { path, side, limit } => Words::new(
            format!("the picture `{path}` is {side} pixels long, more than {limit}"),
            "make it smaller in a picture program; 4000 pixels across are enough for any page",
        ),
        P::NoFace { path } => Words::new(
            format!("no face can be read from the font file `{path}`: it is passed over"),
            "put the font there anew as TTF or OTF from where it was downloaded; web fonts (WOFF) can't be used",
        ),
        P::NoPressProfile { path, fault } => Words::new(
            match fault {
                ProfileFault::NoProfile => format!("`{path}` is no colour profile"),
                ProfileFault::Broken => format!("the colour profile `{path}` is damaged or not whole"),
                ProfileFault::OtherColours => {
                    format!("the colour profile `{path}` is not one of the four printing inks")
                }
                ProfileFault::NoPress => format!("the colour profile `{path}` is not one of a press"),
            },
            "ask the printing house for the ICC profile of its press and paper (CMYK), or take the line out: then the one for coated paper is used",
        ),
        P::RefusedDrawing { path, fault } => drawing(path, fault),
        P::DrawingLeftOut { path, names: left } => Words::new(
            format!(
                "parts of the drawing `{path}` that could run or fetch something are left out: {}",
                names(left, ", ")
            ),
            "save it from the drawing program once more as plain SVG, or as PNG",
        ),
        P::ReportNotFound { query } => Words::new(
            format!("no report is found by `{query}`"),
            "check the path; reports are `.toml` files in the folder of the reports",
        ),
        P::WorkspaceNotFound { from } => Words::new(
            format!("there is no `nashra.toml` in `{from}` or in a folder above it"),
            "go into the workspace's folder first, or make one with `nashra init`",
        ),
        P::NotUtf8 { encoding } => Words::new(
            match encoding {
                Encoding::Utf16 => "the file is saved as UTF-16 and not as UTF-8",
                Encoding::Windows1256 => "the file is not saved as UTF-8; it seems to be Windows-1256 (Arabic)",
                Encoding::Document => "this is a file of Word or the like, and not a text in TOML",
                Encoding::Unknown => "the file is not saved as UTF-8, or it is damaged here",
            },
            match encoding {
                Encoding::Document => "copy its words into a report that `nashra new school-visit-2` writes for you",
                _ => "open it in a text editor, choose \"Save as\", and choose the encoding UTF-8",
            },
        ),
    }
}

fn kind_of(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "a PDF document, whatever its name says",
        FileKind::Document => "a Word document or a compressed folder, whatever its name says",
        FileKind::PhonePhoto => "a phone's photo in HEIC or AVIF",
        FileKind::OtherPicture => "one of another format, such as GIF, TIFF or BMP",
        FileKind::Drawing => "a drawing in SVG",
        FileKind::Video => "a film",
        FileKind::WebPage => "a page of the web that was saved instead of the picture",
        FileKind::Empty => "an empty file",
    }
}

fn instead(kind: FileKind, supported: &str) -> String {
    match kind {
        FileKind::Pdf | FileKind::Document => format!(
            "save the picture in it in one of these formats: {supported}; or name it under `attachments` to attach it as it is"
        ),
        FileKind::PhonePhoto | FileKind::OtherPicture | FileKind::Drawing => {
            format!("open it in a picture program and save it in one of these formats: {supported}")
        }
        FileKind::Video => format!("take a still from it and save that in one of these formats: {supported}"),
        FileKind::WebPage => "download the picture itself from the page and put it in its place".to_owned(),
        FileKind::Empty => "copy the picture again from the camera or the phone".to_owned(),
    }
}

/// A drawing that cannot be used.
fn drawing(path: &str, fault: &DrawingFault) -> Words {
    let said = match fault {
        DrawingFault::Broken(reason) => format!("`{path}` is no drawing (SVG) that can be read: {reason}"),
        DrawingFault::Packed => format!("the drawing `{path}` is packed (svgz)"),
        DrawingFault::Entities => format!("the drawing `{path}` has entities of its own, which may grow without end"),
        DrawingFault::Shapes(most) => format!("the drawing `{path}` draws more than {most} shapes"),
        DrawingFault::Depth(most) => format!("the drawing `{path}` has more than {most} elements inside each other"),
        DrawingFault::Filters(most) => format!("the drawing `{path}` has filters of more than {most} parts"),
        DrawingFault::Letters(most) => format!("the drawing `{path}` has more than {most} letters"),
        DrawingFault::Picture => format!("the drawing `{path}` holds a picture that can't be printed"),
    };
    Words::new(said, "save it from the drawing program as plain SVG, or as PNG about 1000 pixels wide")
}
