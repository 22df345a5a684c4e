//! Texts that only hold a place: the dots of messages, and the sample's own texts in a file that
//! `init` or `new` has made.

use crate::report::check::checker::Checker;
use crate::report::status::Status;
use crate::words::FieldProblem;

use super::field::Field;

/// The texts of the files that `init` and `new` make, each with its key. What an office may really
/// write is not among them.
const SAMPLES: [(&str, &str); 23] = [
    ("title", "عنوان التقرير"),
    ("slogan", "شعار الفعالية، من غير أقواس"),
    ("preamble", "المقدمة"),
    ("time", "الوقت"),
    ("place", "المكان"),
    ("organisers", "الجهة المنظمة"),
    ("paragraph", "اكتب هنا الفقرة الأولى: من، وماذا، ومتى، وأين."),
    ("quote", "نص التصريح، من غير علامات تنصيص"),
    ("speaker", "اسم المتحدث"),
    ("role", "منصبه"),
    ("alt", "ما الذي يظهر في الصورة"),
    ("caption", "شرح الصورة"),
    ("credit", "اسم المصور"),
    ("copies", "اسم الجهة"),
    ("name", "الاسم"),
    ("title", "المنصب"),
    ("name", "اسم الدائرة"),
    ("parents", "اسم المحافظة"),
    // As earlier versions wrote it.
    ("parents", "المحافظة"),
    ("phone", "+964 000 000 0000"),
    ("email", "name@example.iq"),
    ("logo_alt", "وصف شعار الدائرة"),
    ("url", "https://www.example.iq/"),
];

/// True for dots and nothing else: in messages they stand for a text that is to be written.
pub(crate) fn is_dots(text: &str) -> bool {
    let mut dots = 0;
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        dots += match c {
            '.' => 1,
            '…' => 3,
            _ => return false,
        };
    }
    dots >= 3
}

/// True for a key's text in the files that `init` and `new` make.
fn is_sample(key: &str, text: &str) -> bool {
    let text = text.trim();
    SAMPLES.iter().any(|(of, sample)| *of == key && *sample == text)
}

impl Field<'_, '_> {
    /// Reports a text that is only dots: nothing may be made of it.
    pub(crate) fn refuse_dots(&self, checker: &mut Checker<'_>, text: &str) -> bool {
        let found = is_dots(text);
        if found {
            let problem = FieldProblem::OnlyDots { key: self.key.to_owned(), needed: self.needed };
            checker.error(self.span.clone(), &self.path, problem);
        }
        found
    }

    /// Reports a text that is still the sample's: in a draft and in the settings it is a warning, so
    /// that a new workspace can be looked at as it is.
    pub(crate) fn tell_sample(&self, checker: &mut Checker<'_>, text: &str) {
        let key = self.path.rsplit('.').next().unwrap_or_default();
        if !is_sample(key.split('[').next().unwrap_or_default(), text) {
            return;
        }
        let (key, text) = (self.key.to_owned(), text.trim().to_owned());
        let problem = FieldProblem::SampleText { key, text, settings: checker.status.is_none(), needed: self.needed };
        match checker.status {
            Some(Status::Approved) => checker.error(self.span.clone(), &self.path, problem),
            Some(Status::Draft) | None => checker.warn(self.span.clone(), &self.path, problem, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_no_text() {
        for dots in ["...", "…", " ... ", "....", "… …"] {
            assert!(is_dots(dots), "{dots}");
        }
        for text in ["", ".", "..", "نص...", "... نص", "1.", "—"] {
            assert!(!is_dots(text), "{text}");
        }
    }

    /// The texts between quotation marks in the lines of a file, also of lines that are notes, each
    /// with its key.
    fn texts(file: &str) -> Vec<(&str, &str)> {
        let mut found = Vec::new();
        for line in file.lines() {
            let line = line.trim_start_matches(['#', ' ']);
            let Some((key, value)) = line.split_once(" = ") else { continue };
            let value = value.split("  ").next().unwrap_or_default();
            found.extend(value.split('"').skip(1).step_by(2).map(|text| (key, text)));
        }
        found
    }

    #[test]
    fn every_text_of_a_new_file_is_known_but_for_what_may_be_true() {
        let may_be_true = [
            ("status", "draft"),
            ("number", "١/٢٠٢٦"),
            ("language", "ar"),
            ("digits", "arab"),
            ("parents", "جمهورية العراق"),
            // What isn't there is told when the file is looked for, or the printer.
            ("photo", "content/assets/photo.jpg"),
            ("file", "content/assets/photo.jpg"),
            ("logo", "content/assets/logo.png"),
            ("uri", "ipp://192.0.2.10/ipp/print"),
        ];
        let files = [include_str!("../../cli/skeleton/report.toml"), include_str!("../../cli/skeleton/nashra.toml")];
        let all: Vec<_> = files.into_iter().flat_map(texts).collect();
        assert!(all.len() > 20, "{all:?}");
        for (key, text) in all {
            assert!(is_sample(key, text) || may_be_true.contains(&(key, text)), "`{key} = \"{text}\"` is not known");
        }
    }
}
