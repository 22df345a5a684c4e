//! Why a printer stands still.

/// Why a printer stands still or a job has ended, after the keywords of RFC 8011.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A tray is empty.
    PaperOut,
    /// The paper has to be put in.
    PaperNeeded,
    /// Paper is stuck.
    Jam,
    /// A cover or door is open.
    Open,
    /// Toner or ink is used up.
    TonerOut,
    /// The waste box is full.
    WasteFull,
    /// A tray is missing.
    TrayMissing,
    /// The output tray is full.
    OutputFull,
    /// Somebody has paused it.
    Paused,
    /// It is switched off or not reached by its server.
    Offline,
    /// Its memory is full.
    MemoryFull,
    /// It stands still and does not say why.
    Stopped,
    /// The job is held until somebody releases it.
    Held,
    /// Its owner took the job away.
    CanceledByUser,
    /// An operator took the job away.
    CanceledByOperator,
    /// Somebody took the job away at the printer.
    CanceledAtDevice,
    /// The file could not be printed.
    Document,
    /// The printer itself gave the job up.
    System,
    /// Another one, as the printer calls it.
    Other(String),
}

impl Reason {
    /// The reason that a keyword without its suffix stands for; none for keywords that tell of
    /// nothing amiss.
    #[must_use]
    pub fn from_keyword(keyword: &str) -> Option<Self> {
        Some(match keyword {
            "none"
            | "job-incoming"
            | "job-outgoing"
            | "job-printing"
            | "job-queued"
            | "queued-in-device"
            | "job-queued-for-marker"
            | "job-interpreting"
            | "job-transforming"
            | "job-spooling"
            | "job-streaming"
            | "job-data-insufficient"
            | "processing-to-stop-point"
            | "job-completed-successfully"
            | "job-completed-with-errors"
            | "job-completed-with-warnings" => return None,
            "media-empty" => Self::PaperOut,
            "media-needed" | "resources-are-not-ready" => Self::PaperNeeded,
            "media-jam" => Self::Jam,
            "cover-open" | "door-open" | "interlock-open" => Self::Open,
            "toner-empty" | "marker-supply-empty" | "developer-empty" => Self::TonerOut,
            "marker-waste-full" => Self::WasteFull,
            "input-tray-missing" | "output-tray-missing" => Self::TrayMissing,
            "output-area-full" => Self::OutputFull,
            "paused" | "moving-to-paused" => Self::Paused,
            "offline" | "shutdown" | "connecting-to-device" | "timed-out" => Self::Offline,
            "spool-area-full" => Self::MemoryFull,
            "printer-stopped" | "printer-stopped-partly" | "stopping" | "stopped-partly" => Self::Stopped,
            "job-hold-until-specified" | "job-held-for-review" | "job-held-on-create" | "job-password-wait" => {
                Self::Held
            }
            "job-canceled-by-user" => Self::CanceledByUser,
            "job-canceled-by-operator" => Self::CanceledByOperator,
            "job-canceled-at-device" => Self::CanceledAtDevice,
            "document-format-error"
            | "unsupported-document-format"
            | "document-unprintable-error"
            | "document-access-error"
            | "submission-interrupted" => Self::Document,
            "aborted-by-system" | "errors-detected" => Self::System,
            other => Self::Other(other.to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Phrase, PrintStep};

    #[test]
    fn keywords_of_printers_are_said_in_words() {
        let said = |keyword: &str, lang| {
            let reasons = vec![Reason::from_keyword(keyword).expect(keyword)];
            Phrase::Printing(PrintStep::Waits { printer: "P".to_owned(), reasons }).text(lang)
        };
        for (keyword, english, arabic) in [
            ("media-empty", "out of paper", "نفد الورق"),
            ("media-needed", "the right paper has to be put in", "يجب وضع الورق المناسب"),
            ("media-jam", "a paper jam", "انحشر الورق"),
            ("door-open", "a cover is open", "غطاء الطابعة مفتوح"),
            ("marker-supply-empty", "out of toner or ink", "نفد الحبر"),
            ("input-tray-missing", "a tray is missing", "درج الورق ليس في مكانه"),
            ("output-area-full", "the output tray is full", "امتلأ درج الورق المطبوع"),
            ("paused", "paused", "أُوقفت مؤقتاً"),
            ("spool-area-full", "its memory is full", "امتلأت ذاكرتها"),
            ("fuser-over-temp", "fuser-over-temp", "fuser-over-temp"),
        ] {
            assert_eq!(said(keyword, Lang::En), format!("P waits: {english}"));
            assert_eq!(said(keyword, Lang::Ar), format!("الطابعة P تنتظر: {arabic}"));
        }
        for keyword in ["none", "job-printing", "job-completed-successfully"] {
            assert_eq!(Reason::from_keyword(keyword), None);
        }
    }
}
