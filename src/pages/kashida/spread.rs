//! The spread of a line's slack over its words: as much as fits; the spaces keep the rest.

use typst::layout::{Abs, Em};

/// Words drawn out in one line at most.
const MOST_WORDS: usize = 3;
/// Tatweels at one place at most.
const MOST_STROKES: usize = 4;
/// Lines whose spaces are wider than natural by less than this are left alone.
const LEAST_EXCESS: Em = Em::new(0.02);

/// A word that could be drawn out.
pub(super) struct Candidate<'a> {
    /// The rank of its place.
    pub(super) priority: u8,
    /// The width it gains with a number of tatweels, if it can.
    pub(super) gain: Box<dyn Fn(usize) -> Option<Abs> + 'a>,
}

impl Candidate<'_> {
    /// The number of tatweels the word can take: places that calligraphers recommend bear a long
    /// stroke, others a short one.
    fn most_strokes(&self) -> usize {
        match self.priority {
            6.. => MOST_STROKES,
            4..=5 => 2,
            _ => 1,
        }
    }
}

/// The slack of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slack {
    /// The width of its spaces beyond the natural one, together.
    pub(super) width: Abs,
    /// The same of its widest space.
    pub(super) widest: Em,
}

/// The words to draw out, with their tatweels and gains. `candidates` are in the order of the line.
pub(super) fn spread(slack: Slack, candidates: &[Candidate]) -> Vec<(usize, usize, Abs)> {
    if slack.widest < LEAST_EXCESS {
        return Vec::new();
    }
    let room = slack.width;
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    // The best first, and of equal ones the last of the line.
    order.sort_by_key(|&index| {
        (std::cmp::Reverse(candidates.get(index).map(|it| it.priority)), std::cmp::Reverse(index))
    });
    let mut chosen: Vec<(usize, usize, Abs)> = Vec::new();
    for index in order {
        let taken: Abs = chosen.iter().map(|(_, _, gain)| *gain).sum();
        if chosen.len() == MOST_WORDS || taken >= room {
            break;
        }
        let first = candidates.get(index).and_then(|word| (word.gain)(1));
        if let Some(gain) = first.filter(|&gain| gain > Abs::zero() && taken + gain <= room) {
            chosen.push((index, 1, gain));
        }
    }
    lengthen(candidates, room, &mut chosen);
    chosen
}

/// Gives each word one tatweel more in turn while there is room.
fn lengthen(candidates: &[Candidate], room: Abs, chosen: &mut [(usize, usize, Abs)]) {
    for count in 2..=MOST_STROKES {
        for at in 0..chosen.len() {
            let taken: Abs = chosen.iter().map(|(_, _, gain)| *gain).sum();
            let Some((index, now, gain)) = chosen.get_mut(at) else { continue };
            let word = candidates.get(*index).filter(|word| count <= word.most_strokes());
            let longer = word.and_then(|word| (word.gain)(count));
            if let Some(longer) =
                longer.filter(|&longer| *now == count - 1 && longer > *gain && taken - *gain + longer <= room)
            {
                (*now, *gain) = (count, longer);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(priority: u8, stroke: f64) -> Candidate<'static> {
        Candidate { priority, gain: Box::new(move |count| Some(Abs::pt(stroke * count as f64))) }
    }

    fn counts(slack: f64, words: &[Candidate]) -> Vec<(usize, usize)> {
        let slack = Slack { width: Abs::pt(slack), widest: Em::new(0.3) };
        spread(slack, words).into_iter().map(|(index, count, _)| (index, count)).collect()
    }

    #[test]
    fn the_best_words_are_taken_and_the_last_of_equals() {
        let words = [word(5, 1.0), word(9, 1.0), word(5, 1.0), word(3, 1.0), word(5, 1.0)];
        assert_eq!(counts(3.6, &words), [(1, 1), (4, 1), (2, 1)]);
    }

    #[test]
    fn strokes_grow_in_turn_up_to_what_a_place_bears_and_never_overshoot() {
        let words = [word(5, 1.0), word(9, 1.0), word(3, 1.0)];
        assert_eq!(counts(4.5, &words), [(1, 2), (0, 1), (2, 1)]);
        assert_eq!(counts(100.0, &words), [(1, 4), (0, 2), (2, 1)]);
        assert_eq!(counts(0.9, &words), []);
    }

    #[test]
    fn a_line_with_natural_spaces_is_left_alone() {
        let slack = Slack { width: Abs::pt(10.0), widest: Em::new(0.01) };
        assert!(spread(slack, &[word(9, 1.0)]).is_empty());
    }
}
