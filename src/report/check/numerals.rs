//! Digits of two systems in one file: said once, at the first number in the digits that are fewer.

use std::ops::Range;

use crate::arabic::lint::{Digited, Numbers};

/// The numbers of all texts of a file.
#[derive(Debug, Default)]
pub(crate) struct Numerals {
    latin: System,
    arabic: System,
    /// Texts that may have any digits, each with its permit.
    allowed: Vec<(usize, Numbers)>,
}

/// The numbers of one system.
#[derive(Debug, Default)]
struct System {
    digits: usize,
    first: Option<Numeral>,
}

/// A number in a text.
#[derive(Clone, Debug)]
pub(crate) struct Numeral {
    /// Its bytes in the file.
    pub(crate) span: Range<usize>,
    /// Its field.
    pub(crate) field: String,
    /// The words around it.
    pub(crate) excerpt: String,
}

impl Numerals {
    /// Takes up the numbers of a text. `numeral` says where the number at some bytes of the text
    /// stands.
    pub(crate) fn add(&mut self, found: &Numbers, numeral: impl Fn(&Range<usize>) -> Numeral) {
        self.latin.add(&found.latin, &numeral);
        self.arabic.add(&found.arabic, &numeral);
    }

    /// Takes up the numbers of a text that may have any digits.
    pub(crate) fn allow(&mut self, permit: usize, found: Numbers) {
        self.allowed.push((permit, found));
    }

    /// The first number in the digits that are fewer, of two equals the Latin ones, and the first
    /// in the others.
    pub(crate) fn odd(&self) -> Option<(&Numeral, &Numeral)> {
        let (latin, arabic) = (self.latin.first.as_ref()?, self.arabic.first.as_ref()?);
        Some(if self.arabic.digits < self.latin.digits { (arabic, latin) } else { (latin, arabic) })
    }

    /// The permits of texts that have other digits than the rest.
    pub(crate) fn needed(&self) -> Vec<usize> {
        let (mut latin, mut arabic) = (self.latin.digits, self.arabic.digits);
        if latin + arabic == 0 {
            latin = self.allowed.iter().map(|(_, found)| found.latin.digits).sum();
            arabic = self.allowed.iter().map(|(_, found)| found.arabic.digits).sum();
        }
        let others = |found: &Numbers| if arabic < latin { found.arabic.digits } else { found.latin.digits };
        self.allowed.iter().filter(|(_, found)| others(found) > 0).map(|(permit, _)| *permit).collect()
    }
}

impl System {
    fn add(&mut self, found: &Digited, numeral: impl Fn(&Range<usize>) -> Numeral) {
        self.digits += found.digits;
        let Some(place) = &found.first else { return };
        let new = numeral(place);
        // Fields are not read in the order of the file.
        if self.first.as_ref().is_none_or(|first| new.span.start < first.span.start) {
            self.first = Some(new);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::report::{Checks, parse_report};
    use crate::words::{Against, Message, TextProblem};

    const HEAD: &str = "schema = 1\ndate = 2026-11-20\nstatus = \"draft\"\n";

    /// The codes in a report, and of a warning about digits its field and excerpt and the line it
    /// points to.
    fn found(rest: &str) -> Vec<(&'static str, String, usize)> {
        let (report, found) = parse_report(Path::new("content/a.toml"), &format!("{HEAD}{rest}"), &Checks::default());
        assert!(report.is_some(), "{found:?}");
        let told = |message: &Message| match message {
            Message::Text(TextProblem { excerpt, against: Some(Against::Place { line, .. }), .. }) => {
                (excerpt.clone(), line - HEAD.lines().count())
            }
            _ => (String::new(), 0),
        };
        let all = found.iter().map(|one| (&*one.code().to_owned().leak(), told(&one.message)));
        all.map(|(code, (excerpt, line))| (code, excerpt, line)).collect()
    }

    #[test]
    fn the_whole_report_is_one() {
        let rest = "title = \"ورشة ٢٠٢٦\"\npreamble = \"حضر 12\"\n[[body]]\nparagraph = \"من 12 إلى ٢٥\"\n";
        assert_eq!(found(rest), [("NA013", "حضر 12".into(), 1)]);
        let rest = "title = \"ورشة ٥\"\n[[body]]\nlist = [\"12\", \"34 و 5\"]\n";
        assert_eq!(found(rest), [("NA013", "ورشة ٥".into(), 3)]);
        assert_eq!(found("title = \"ورشة ٥\"\n[[body]]\nlist = [\"١٢\", \"https://a.iq/5\"]\n"), []);
    }

    #[test]
    fn the_first_in_the_file_is_told() {
        let rest = "title = \"ورشة ٢٠٢٦ ٢٠٢٧\"\n[event]\nplace = \"قاعة 5\"\n[[body]]\nheading = \"قاعة 7\"\n[[photos]]\n\
                    file = \"assets/a.jpg\"\nalt = \"قاعة 8\"\n";
        assert_eq!(found(rest), [("NA013", "قاعة 5".into(), 1)]);
    }

    #[test]
    fn a_text_that_is_allowed_other_digits_counts_for_nothing() {
        let rest = "title = \"ورشة ٥\"\n[[body]]\nparagraph = \"حضر 1234\" # nashra: allow NA013\n";
        assert_eq!(found(rest), []);
        let idle = "title = \"ورشة 5\"\n[[body]]\nparagraph = \"حضر 1234\" # nashra: allow NA013\n";
        assert_eq!(found(idle), [("allow-unused", String::new(), 0)]);
        let alone = "title = \"ورشة\"\n[[body]]\nparagraph = \"حضر ٥ من 1234\" # nashra: allow NA013\n";
        assert_eq!(found(alone), []);
        let two =
            "title = \"ورشة ٥\"\npreamble = \"حضر 6\"\n[[body]]\nparagraph = \"حضر 1234\" # nashra: allow NA013\n";
        assert_eq!(found(two), [("NA013", "حضر 6".into(), 1)]);
    }
}
