//! The lines of a page, one after the other.

use std::ops::Range;

use typst::layout::{Abs, Em, Frame, FrameItem, Point};
use typst::text::TextItem;
use typst::visualize::{Geometry, Shape};

use super::looseness::{LOOSE, LooseLine, PageLooseness};
use super::points::{self, KashidaPoint, Style};
use super::spread::{Candidate, Slack, spread};
use super::word::{self, ShapedWord, run};
use crate::arabic::invisible::is_invisible;
use crate::arabic::letters::{is_arabic_letter, is_layout_control};

/// Positions this close are the same.
const NEAR: Abs = Abs::raw(0.01);
/// The brackets around words of the Qur'an.
const VERSE: [char; 2] = ['﴿', '﴾'];
/// The character behind a space inside a number, which holds its two sides in one line.
const WORD_JOINER: char = '\u{2060}';
/// The number of words of a loose line that are quoted.
const TOLD_WORDS: usize = 4;

/// The state that goes from one line to the next.
#[derive(Default)]
pub(super) struct JustifiedLines {
    page: PageLooseness,
    /// True if a ﴿ is still open.
    in_quran: bool,
    /// The line before: where it stands, its type's size, and where its drawn out words are.
    above: Option<(Abs, Abs, Vec<Range<Abs>>)>,
}

/// True if a ﴿ is open at the end of a frame, when one was or was not at its start.
pub(super) fn is_open_after(frame: &Frame, open: bool) -> bool {
    frame.items().fold(open, |open, (_, item)| match item {
        FrameItem::Group(group) => is_open_after(&group.frame, open),
        FrameItem::Text(run) => is_open(&run.text, open),
        _ => open,
    })
}

fn is_open(text: &str, open: bool) -> bool {
    text.chars().rfind(|c| VERSE.contains(c)).map_or(open, |last| last == '﴿')
}

/// An item of a frame and where it is.
type PlacedItem = (Point, FrameItem);

/// A space of a line.
struct Space {
    item: usize,
    glyph: usize,
    /// Its width beyond the natural one.
    excess: Abs,
}

impl JustifiedLines {
    /// Begins a page; `in_quran` says whether a ﴿ is still open there.
    pub(super) fn new(in_quran: bool) -> Self {
        Self { in_quran, ..Self::default() }
    }

    /// The looseness of the lines so far.
    pub(super) fn looseness(self) -> PageLooseness {
        self.page
    }

    /// Works on the line that `items` begin with, and returns how many of them belong to it.
    pub(super) fn next_line(&mut self, items: &mut [PlacedItem], stretch: bool) -> usize {
        let end = line_end(items);
        let line = items.get_mut(..end).unwrap_or_default();
        let text: String = line.iter().filter_map(|item| Some(run(item)?.text.as_str())).collect();
        let quran = self.in_quran || text.contains(VERSE);
        self.in_quran = is_open(&text, self.in_quran);
        for part in side_by_side(line) {
            self.part(line, &part, stretch && !quran);
        }
        end
    }

    /// Works on runs of a line that touch each other, given from the left.
    fn part(&mut self, line: &mut [PlacedItem], part: &[usize], stretch: bool) {
        hold_numbers(line, part);
        let spaces = spaces(line, part);
        let (Some(before), true) = (widest(line, &spaces), spaces.iter().any(|space| space.excess.abs() > NEAR)) else {
            return;
        };
        let mut after = before;
        let mut stretched = Vec::new();
        if stretch && spaces.iter().all(|space| space.excess > Abs::zero()) {
            stretched = self.stretch(line, part, &spaces);
            after =
                if stretched.is_empty() { before } else { widest(line, &self::spaces(line, part)).unwrap_or(before) };
        }
        self.tell(line, part, stretched.len(), before, after);
        if let Some((at, run)) = part.first().and_then(|&index| Some((line.get(index)?.0, run(line.get(index)?)?))) {
            self.above = Some((at.y, run.size, stretched));
        }
    }

    fn tell(&mut self, line: &[PlacedItem], part: &[usize], stretched: usize, before: Em, after: Em) {
        let page = &mut self.page;
        page.lines += 1;
        page.stretched += stretched;
        page.widest_before = page.widest_before.max(before.get());
        page.widest_after = page.widest_after.max(after.get());
        if after.get() > LOOSE {
            let items = part.iter().filter_map(|&at| line.get(at));
            let mut runs: Vec<(Abs, &str)> =
                items.filter_map(|item| Some((item.0.x, run(item)?.text.as_str()))).collect();
            runs.sort_by_key(|(x, _)| *x);
            // A reader of Arabic begins at the right.
            if runs.iter().any(|(_, text)| text.contains(is_arabic_letter)) {
                runs.reverse();
            }
            let text: String = runs.iter().flat_map(|(_, text)| text.chars()).filter(|&c| !is_invisible(c)).collect();
            let words: Vec<&str> = text.split_whitespace().take(TOLD_WORDS).collect();
            page.loose.push(LooseLine { words: words.join(" "), space: after.get() });
        }
    }

    /// Draws words out, takes their width from the spaces, and returns where these words are.
    fn stretch(&self, line: &mut [PlacedItem], part: &[usize], spaces: &[Space]) -> Vec<Range<Abs>> {
        let width: Abs = spaces.iter().map(|space| space.excess).sum();
        let widest =
            spaces.iter().filter_map(|space| Some(Em::from_abs(space.excess, run(line.get(space.item)?)?.size)));
        let slack = Slack { width, widest: widest.max().unwrap_or_default() };
        let words: Vec<(ShapedWord, KashidaPoint)> = word::words(line, part)
            .into_iter()
            .filter(|word| !self.stands_under(line, word))
            .filter_map(|word| {
                let font = &run(line.get(word.item)?)?.font;
                let place = points::best(&word.text, Style::of(font))?;
                Some((word, place))
            })
            .collect();
        let candidates: Vec<Candidate> = (words.iter())
            .map(|(word, place)| Candidate {
                priority: place.priority,
                gain: Box::new(|count| word.gain(run(line.get(word.item)?)?, *place, count)),
            })
            .collect();
        let chosen = spread(slack, &candidates);
        drop(candidates);
        let gained: Abs = chosen.iter().map(|(_, _, gain)| *gain).sum();
        if chosen.is_empty() {
            return Vec::new();
        }
        let left = 1.0 - gained / width;
        let old: Vec<Range<Abs>> = part.iter().map(|&at| extent(line.get(at))).collect();
        for space in spaces {
            narrow(line, space, left);
        }
        // From the right, so that the places of glyphs further left stay what they are.
        let mut stretched: Vec<(&ShapedWord, usize, KashidaPoint)> = chosen
            .iter()
            .filter_map(|&(at, count, _)| words.get(at).map(|(word, place)| (word, count, *place)))
            .collect();
        stretched.sort_by_key(|(word, _, _)| std::cmp::Reverse((word.item, word.glyphs.start)));
        let mut drawn: Vec<(usize, Range<usize>)> = Vec::new();
        for (word, count, place) in stretched {
            let Some(run) = line.get_mut(word.item).and_then(run_mut) else { continue };
            if let Some(glyphs) = word.drawn(run, place, count) {
                let more = glyphs.len() - word.glyphs.len();
                drawn.iter_mut().filter(|(item, _)| *item == word.item).for_each(|(_, range)| {
                    *range = range.start + more..range.end + more;
                });
                drawn.push((word.item, word.glyphs.start..word.glyphs.end + more));
                run.glyphs.splice(word.glyphs.clone(), glyphs);
            }
        }
        move_items(line, part, &old, Abs::zero());
        drawn.iter().filter_map(|(item, range)| word::extent(line.get(*item)?, range)).collect()
    }

    /// True if a drawn out word of the line before is right above a word.
    fn stands_under(&self, line: &[PlacedItem], word: &ShapedWord) -> bool {
        let Some((y, size, words)) = &self.above else { return false };
        let Some(item) = line.get(word.item) else { return false };
        let Some(here) = word::extent(item, &word.glyphs) else { return false };
        let near = item.0.y > *y && item.0.y - *y < *size * 3.0;
        near && words.iter().any(|above| above.start < here.end && here.start < above.end)
    }
}

/// The end of the line that `items` begin with: at a group, a picture or a run on another line.
fn line_end(items: &[PlacedItem]) -> usize {
    let mut baseline = None;
    let mut end = 0;
    for (index, (at, item)) in items.iter().enumerate() {
        match item {
            FrameItem::Text(_) if baseline.is_none_or(|y: Abs| (at.y - y).abs() < NEAR) => {
                baseline = Some(at.y);
                end = index + 1;
            }
            FrameItem::Tag(_) | FrameItem::Link(..) | FrameItem::Shape(..) => {
                // A link's box and a rule under words come after them.
                if baseline.is_none() || !matches!(item, FrameItem::Tag(_)) {
                    end = index + 1;
                }
            }
            _ => break,
        }
    }
    end
}

/// The runs of a line in groups that touch each other, each from the left.
fn side_by_side(line: &[PlacedItem]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..line.len()).filter(|&at| line.get(at).and_then(run).is_some()).collect();
    let left = |at: &usize| line.get(*at).map_or(Abs::zero(), |(point, _)| point.x);
    order.sort_by(|a, b| left(a).partial_cmp(&left(b)).unwrap_or(std::cmp::Ordering::Equal));
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut end = None;
    for at in order {
        let here = extent(line.get(at));
        match (parts.last_mut(), end) {
            (Some(part), Some(end)) if (here.start - end) < NEAR && (end - here.start) < NEAR => part.push(at),
            _ => parts.push(vec![at]),
        }
        end = Some(here.end);
    }
    parts
}

/// Keeps the spaces inside numbers, such as telephone numbers, as narrow as they are; the line's other
/// spaces take what they had too much.
fn hold_numbers(line: &mut [PlacedItem], part: &[usize]) {
    let held: Vec<Space> = spaces_of(line, part, true).into_iter().filter(|space| space.excess > NEAR).collect();
    let free = spaces(line, part);
    if held.is_empty() {
        return;
    }
    let old: Vec<Range<Abs>> = part.iter().map(|&at| extent(line.get(at))).collect();
    let excess = held.iter().map(|space| space.excess).sum::<Abs>();
    for space in &held {
        widen(line, space, -space.excess);
    }
    for space in &free {
        widen(line, space, excess / free.len() as f64);
    }
    // A number alone on its line stays as wide as it is, at the right where the line begins.
    move_items(line, part, &old, if free.is_empty() { excess } else { Abs::zero() });
}

/// The spaces between the words of some runs.
fn spaces(line: &[PlacedItem], part: &[usize]) -> Vec<Space> {
    spaces_of(line, part, false)
}

/// The spaces of some runs between words, or those inside numbers that a word joiner behind each
/// holds together; those without a width are trimmed ends of lines.
fn spaces_of(line: &[PlacedItem], part: &[usize], held: bool) -> Vec<Space> {
    let mut spaces = Vec::new();
    for &item in part {
        let Some(run) = line.get(item).and_then(run) else { continue };
        for (glyph, it) in run.glyphs.iter().enumerate() {
            // A control beside a space has no glyph: the space stands for both.
            let text = run.text.get(it.range()).unwrap_or_default().trim_matches(is_layout_control);
            if !matches!(text, " " | "\u{A0}") || it.x_advance == Em::zero() || is_held(run, &it.range()) != held {
                continue;
            }
            if let Some(natural) = run.font.x_advance(it.id) {
                spaces.push(Space { item, glyph, excess: (it.x_advance - natural).at(run.size) });
            }
        }
    }
    spaces
}

/// The widest space in em.
fn widest(line: &[PlacedItem], spaces: &[Space]) -> Option<Em> {
    spaces.iter().filter_map(|space| Some(run(line.get(space.item)?)?.glyphs.get(space.glyph)?.x_advance)).max()
}

/// True if a word joiner stands behind a space.
fn is_held(run: &TextItem, space: &Range<usize>) -> bool {
    let mut from = run.text.get(space.start..).unwrap_or_default().chars();
    from.next();
    from.next() == Some(WORD_JOINER)
}

/// Leaves a space a share of what it has above its natural width.
fn narrow(line: &mut [PlacedItem], space: &Space, share: f64) {
    widen(line, space, space.excess * (share - 1.0));
}

fn widen(line: &mut [PlacedItem], space: &Space, more: Abs) {
    let Some(run) = line.get_mut(space.item).and_then(run_mut) else { return };
    let more = Em::from_abs(more, run.size);
    if let Some(glyph) = run.glyphs.get_mut(space.glyph) {
        glyph.x_advance += more;
    }
}

/// Moves runs, which were at `old`, up to each other again, `shift` further to the right, and links and
/// rules with them.
fn move_items(line: &mut [PlacedItem], part: &[usize], old: &[Range<Abs>], shift: Abs) {
    let Some(mut left) = old.first().map(|range| range.start + shift) else { return };
    let mut new = Vec::with_capacity(old.len());
    for &at in part {
        let Some((point, FrameItem::Text(run))) = line.get_mut(at) else { continue };
        point.x = left;
        new.push(left..left + run.width());
        left += run.width();
    }
    for (point, item) in line.iter_mut() {
        let width = match item {
            FrameItem::Link(_, size) => &mut size.x,
            FrameItem::Shape(Shape { geometry: Geometry::Line(end), .. }, _) => &mut end.x,
            FrameItem::Shape(Shape { geometry: Geometry::Rect(size), .. }, _) => &mut size.x,
            _ => continue,
        };
        if let (Some(start), Some(end)) = (moved(point.x, old, &new), moved(point.x + *width, old, &new)) {
            (point.x, *width) = (start, end - start);
        }
    }
}

/// The new place of what stood at `x`, in a run or at its edge.
fn moved(x: Abs, old: &[Range<Abs>], new: &[Range<Abs>]) -> Option<Abs> {
    let (old, new) = old.iter().zip(new).find(|(old, _)| old.start - NEAR <= x && x <= old.end + NEAR)?;
    let share = if old.end > old.start { (x - old.start) / (old.end - old.start) } else { 0.0 };
    Some(new.start + (new.end - new.start) * share)
}

fn run_mut(item: &mut PlacedItem) -> Option<&mut TextItem> {
    if let FrameItem::Text(run) = &mut item.1 { Some(run) } else { None }
}

fn extent(item: Option<&PlacedItem>) -> Range<Abs> {
    match item {
        Some((at, FrameItem::Text(run))) => at.x..at.x + run.width(),
        Some((at, _)) => at.x..at.x,
        None => Abs::zero()..Abs::zero(),
    }
}
