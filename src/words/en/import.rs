//! Files of which no report could be made, in English.

use super::super::forms::bytes;
use super::super::{ImportBound, ImportProblem as P, Words};

const COPY_TEXT: &str = "open it, select all and copy, save the text as a file .txt in UTF-8, and import that";

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::NoText => Words::new("there is not a word in this", "copy the text once more; of a photo of a text type it"),
        P::NotText => Words::new("this is no text", COPY_TEXT),
        P::OldWord => Words::new(
            "this is a document of old Word (.doc)",
            "open it in Word or LibreOffice, save it as Word document (.docx), and import that",
        ),
        P::Spreadsheet => Words::new(
            "this is a table of Excel",
            "copy its cells into the text where the table belongs: cells parted by tabs become a table",
        ),
        P::Slides => Words::new("these are slides", "copy their text and import that"),
        P::OpenDocument => Words::new(
            "this is a document of LibreOffice (.odt)",
            "open it in LibreOffice, save it as Word document (.docx), and import that",
        ),
        P::RichText => Words::new(
            "this is a document in RTF",
            "open it in Word or LibreOffice, save it as Word document (.docx), and import that",
        ),
        P::WebPage => Words::new(
            "this is a page of the web",
            "select the text in the browser and copy it, save it as a file .txt in UTF-8, and import that",
        ),
        P::Picture => Words::new(
            "this is a picture, and what is written on it can't be read",
            "type its text; the picture itself belongs beside the reports: nashra handbook photos",
        ),
        P::Packed => Words::new(
            "this is a packed folder without a document of Word in it",
            "unpack it and import the files in it",
        ),
        P::Locked => Words::new(
            "this document asks for a password",
            "open it with its password, save it without one, and import that",
        ),
        P::Damaged { reason } => Words::new(
            format!("this document is damaged: {reason}"),
            "open it in Word or LibreOffice and save it anew, or copy it again from where it came",
        ),
        P::Scan => {
            Words::new("this PDF has no text: it is a scan", "type its text, or read it with a program for scans")
        }
        P::PdfStopped(reason) => {
            Words::new(format!("this PDF was not read to its end: {}", super::print::unread(reason)), COPY_TEXT)
        }
        P::Beyond { bound, limit } => Words::new(beyond(*bound, *limit), "divide it, or copy its text and import that"),
        P::LongerThanAReport => Words::new(
            "the text is longer than a report can be; it was imported whole",
            "divide it into several reports, or leave out what does not belong on the pages",
        ),
    }
}

fn beyond(bound: ImportBound, limit: u64) -> String {
    match bound {
        ImportBound::Unpacked => format!("this document grows to more than {} when it is unpacked", bytes(limit)),
        ImportBound::Parts => format!("this document has more than {limit} parts"),
        ImportBound::Depth => format!("this document has more than {limit} things inside each other"),
        ImportBound::Text => format!("this document has more than {} of text", bytes(limit)),
    }
}
