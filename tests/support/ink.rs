//! Letters and marks as ink: where each glyph's outline is, and which ink hangs together on the
//! drawn page.

use std::ops::Range;

use nashra::arabic::letters::{is_arabic_letter, is_tashkeel};
use nashra::pages::Finished;
use typst::layout::Point;

use crate::lab::{Run, runs};
use crate::render::Picture;

/// How much of a letter's width the stroke from its neighbour has to reach over.
const REACH: f64 = 0.3;

/// The box of an outline in points, from the page's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Ink {
    pub fn middle(&self) -> (f64, f64) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// A glyph that is seen.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// What it stands for.
    pub text: String,
    /// Its number in its face.
    pub id: u16,
    /// Its face's family.
    pub family: String,
    /// The type's size in points.
    pub size: f64,
    /// Whether it has no width of its own, as marks have none; in some faces dots neither.
    pub hangs: bool,
    /// Whether it is a mark on a letter.
    pub is_mark: bool,
    /// Whether the letter to its left doesn't join it.
    pub ends: bool,
    /// Its outline's box.
    pub ink: Ink,
}

/// What stands between two spaces.
#[derive(Clone, Debug, Default)]
pub struct Word {
    pub page: usize,
    pub baseline: f64,
    pub text: String,
    /// Its glyphs from the right.
    pub glyphs: Vec<Drawn>,
    /// Where in its run the last piece of its text is.
    last: Option<(Point, Range<usize>)>,
}

impl Word {
    /// Without marks.
    pub fn letters(&self) -> String {
        self.text.chars().filter(|c| !is_tashkeel(*c)).collect()
    }

    /// The box of the whole word.
    pub fn ink(&self) -> Ink {
        self.glyphs.iter().map(|glyph| glyph.ink).reduce(Ink::with).unwrap()
    }

    /// The glyphs of letters, without dots that are set apart from them.
    pub fn bases(&self) -> impl Iterator<Item = &Drawn> {
        self.glyphs.iter().filter(|glyph| !glyph.hangs)
    }

    /// Stretches of letters that must hang together, each as its letters' glyphs from the right.
    pub fn joined(&self) -> Vec<Vec<&Drawn>> {
        let mut stretches: Vec<Vec<&Drawn>> = vec![Vec::new()];
        for glyph in self.glyphs.iter().filter(|glyph| !glyph.is_mark && glyph.text.chars().any(is_arabic_letter)) {
            if glyph.text.starts_with('ء') {
                stretches.push(Vec::new());
            }
            if let Some(stretch) = stretches.last_mut().filter(|_| !glyph.hangs) {
                stretch.push(glyph);
            }
            if glyph.ends {
                stretches.push(Vec::new());
            }
        }
        stretches.retain(|stretch| stretch.len() > 1);
        stretches
    }
}

/// Letters that never join the next one.
fn ends_stretch(c: char) -> bool {
    "اأإآٱدذرزژڕوؤۆةىءەڈڑےۇۋ".contains(c)
}

/// The words of finished pages in the order they are read on their lines.
pub fn words(finished: &Finished) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<(Word, f64)> = None;
    // A line's runs stand side by side from the left; words go from the right.
    for run in in_order(runs(finished)) {
        let size = run.item.size.to_pt();
        let mut right = (run.at.x + run.item.width()).to_pt();
        for glyph in run.item.glyphs.iter().rev() {
            let advance = glyph.x_advance.at(run.item.size).to_pt();
            let text = run.item.text.get(glyph.range()).unwrap_or_default();
            let apart = open.as_ref().is_some_and(|(word, end)| {
                word.page != run.page || (word.baseline - run.at.y.to_pt()).abs() > size || (end - right).abs() > 0.05
            });
            if apart || (text.trim().is_empty() && advance > 0.0) {
                words.extend(open.take().map(|(word, _)| word));
            }
            if !text.trim().is_empty() {
                let start = || Word { page: run.page, baseline: run.at.y.to_pt(), ..Word::default() };
                let (word, end) = open.get_or_insert_with(|| (start(), right));
                *end = right - advance;
                add(word, &run, glyph, right - advance);
            }
            right -= advance;
        }
    }
    words.extend(open.map(|(word, _)| word));
    words.retain(|word| !word.glyphs.is_empty());
    words
}

/// Runs line by line, each line from the right. Raised letters and marks are runs of their own in
/// some faces.
fn in_order(runs: Vec<Run>) -> Vec<Run> {
    let mut lines: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(line) if line[0].page == run.page && (line[0].at.y - run.at.y).abs() < run.item.size => line.push(run),
            _ => lines.push(vec![run]),
        }
    }
    lines.iter_mut().for_each(|line| {
        line.sort_by(|a, b| (b.at.x + b.item.width()).to_pt().total_cmp(&(a.at.x + a.item.width()).to_pt()))
    });
    lines.into_iter().flatten().collect()
}

fn add(word: &mut Word, run: &Run, glyph: &typst::text::Glyph, left: f64) {
    let text = run.item.text.get(glyph.range()).unwrap_or_default();
    let (size, font) = (run.item.size, &run.item.font);
    let piece = Some((run.at, glyph.range()));
    if word.last != piece {
        word.text.push_str(text);
        word.last = piece;
    }
    let ends = text.chars().rfind(|c| !is_tashkeel(*c)).is_some_and(ends_stretch);
    let Some(outline) = font.ttf().glyph_bounding_box(rustybuzz::ttf_parser::GlyphId(glyph.id)) else {
        // A part of a letter, or of several that are one glyph.
        if let Some(last) = word.glyphs.last_mut() {
            last.ends |= ends;
        }
        return;
    };
    let x = left + glyph.x_offset.at(size).to_pt();
    let y = (run.at.y - glyph.y_offset.at(size)).to_pt();
    let at = |units: i16| font.to_em(units).at(size).to_pt();
    let hangs = glyph.x_advance.get() == 0.0;
    let is_sign = |c: char| is_tashkeel(c) && font.ttf().glyph_index(c).is_some_and(|id| id.0 == glyph.id);
    word.glyphs.push(Drawn {
        text: text.to_owned(),
        id: glyph.id,
        family: font.font().info().family.clone(),
        size: size.to_pt(),
        hangs,
        is_mark: hangs && (text.chars().all(is_tashkeel) || text.contains(is_sign)),
        ends,
        ink: Ink {
            left: x + at(outline.x_min),
            top: y - at(outline.y_max),
            right: x + at(outline.x_max),
            bottom: y - at(outline.y_min),
        },
    });
}

/// Boxes of the ink that hangs together on a page, in points.
pub fn pieces(picture: &Picture, scale: f64) -> Vec<Ink> {
    const DARK: u8 = 160;
    let (width, height) = (picture.width, picture.height);
    let mut seen = vec![false; width * height];
    let mut found = Vec::new();
    for start in 0..width * height {
        if seen[start] || picture.grey[start] > DARK {
            continue;
        }
        seen[start] = true;
        let mut open = vec![start];
        let (mut left, mut top, mut right, mut bottom) = (width, height, 0, 0);
        while let Some(at) = open.pop() {
            let (x, y) = (at % width, at / width);
            (left, right, top, bottom) = (left.min(x), right.max(x + 1), top.min(y), bottom.max(y + 1));
            for near_y in y.saturating_sub(1)..(y + 2).min(height) {
                for near_x in x.saturating_sub(1)..(x + 2).min(width) {
                    let near = near_y * width + near_x;
                    if !seen[near] && picture.grey[near] <= DARK {
                        seen[near] = true;
                        open.push(near);
                    }
                }
            }
        }
        let points = |pixels: usize| pixels as f64 / scale;
        found.push(Ink { left: points(left), top: points(top), right: points(right), bottom: points(bottom) });
    }
    found
}

/// Whether one piece of ink reaches from the first letter to the last. Their outer parts may be
/// dots.
pub fn hangs_together(stretch: &[Ink], pieces: &[Ink]) -> bool {
    let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { return true };
    let touches = |piece: &Ink, ink: &Ink| piece.top < ink.bottom && ink.top < piece.bottom;
    pieces.iter().any(|piece| {
        piece.left <= last.right - (last.right - last.left) * REACH
            && piece.right >= first.left + (first.right - first.left) * REACH
            && touches(piece, first)
            && touches(piece, last)
    })
}

/// How far the middle of some ink stands to the right of its ends above and below, in points: a
/// bracket that opens to the left bends to the right.
pub fn bend(picture: &Picture, scale: f64, ink: Ink) -> f64 {
    let columns = (ink.left * scale) as usize..((ink.right * scale).ceil() as usize).min(picture.width);
    let mean = |from: f64, to: f64| {
        let height = ink.bottom - ink.top;
        let rows = ((ink.top + height * from) * scale) as usize..((ink.top + height * to) * scale) as usize;
        let (mut sum, mut weight) = (0.0, 0.0);
        for (x, y) in rows.flat_map(|y| columns.clone().map(move |x| (x, y))) {
            let dark = f64::from(255 - picture.grey[y * picture.width + x]);
            (sum, weight) = (sum + dark * x as f64, weight + dark);
        }
        if weight > 0.0 { sum / weight } else { f64::NAN }
    };
    (mean(0.35, 0.65) - (mean(0.0, 0.2) + mean(0.8, 1.0)) / 2.0) / scale
}
