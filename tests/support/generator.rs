//! Distinct reports of real words: no paragraph is ever the same twice, so that no cache helps.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The Arabic words of the sample reports, in their order.
pub fn vocabulary() -> Vec<String> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut files: Vec<_> = fs::read_dir(content).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let text: String = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let is_word = |word: &&str| word.chars().count() > 1 && word.chars().all(|c| matches!(c, 'ء'..='ي'));
    text.split_whitespace().filter(is_word).map(str::to_owned).collect()
}

/// A small generator of numbers (SplitMix64): the same seed gives the same reports on every
/// machine.
pub struct Numbers(pub u64);

impl Numbers {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// The next number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

/// Makes report texts, one after another.
pub struct Generator {
    words: Vec<String>,
    numbers: Numbers,
}

impl Generator {
    /// Begins the series of a seed.
    pub fn new(seed: u64) -> Self {
        let words = vocabulary();
        assert!(words.len() > 500, "the sample reports have too few words");
        Self { words, numbers: Numbers(seed) }
    }

    /// A sentence of so many words.
    pub fn sentence(&mut self, words: usize) -> String {
        let mut sentence = String::new();
        for index in 0..words {
            if index > 0 {
                sentence.push(' ');
            }
            let word = self.numbers.below(self.words.len());
            sentence.push_str(&self.words[word]);
        }
        sentence
    }

    /// The text of one approved report of about 500 words: two pages.
    pub fn report(&mut self, index: usize) -> String {
        let (year, month, day) = (2000 + index / 336 % 200, 1 + index / 28 % 12, 1 + index % 28);
        let mut text = format!(
            "schema = 1\nslug = \"report-{index}\"\nnumber = \"{index}/{year}\"\ndate = {year:04}-{month:02}-{day:02}\n\
             status = \"approved\"\ntitle = \"{}\"\nslogan = \"{}\"\npreamble = \"{}.\"\n\n[event]\nplace = \"البصرة\"\n\n",
            self.sentence(9),
            self.sentence(4),
            self.sentence(30),
        );
        for block in 0..6 {
            let long = 55 + self.numbers.below(20);
            let paragraph = self.sentence(long);
            let _ = write!(text, "[[body]]\nparagraph = \"{paragraph}.\"\n\n");
            if block % 2 == 1 {
                let (quote, speaker) = (self.sentence(25), self.sentence(3));
                let _ = write!(text, "[[body]]\nquote = \"{quote}\"\nspeaker = \"{speaker}\"\n\n");
            }
        }
        text
    }

    /// Writes so many reports into a workspace's `content/`.
    pub fn fill(&mut self, workspace: &Path, count: usize) {
        let content = workspace.join("content");
        fs::create_dir_all(&content).unwrap();
        for index in 0..count {
            fs::write(content.join(format!("report-{index:06}.toml")), self.report(index)).unwrap();
        }
    }
}
