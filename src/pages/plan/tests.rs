//! The plan on heights alone; on real pages see `tests/suite/filled.rs`.

use super::*;

const TOP: f64 = 70.0;
const FOOT: f64 = 742.0;

fn pages(used: &[f64]) -> Heights {
    let pages = used.iter().map(|used| PageHeights {
        lowest: TOP + used,
        gaps: 60.0,
        lines: (used / 30.0) as u32,
        photos: 0.0,
    });
    Heights { top: TOP, foot: FOOT, line: 21.0, size: 13.0, closing: 31.5, pages: pages.collect() }
}

#[test]
fn well_filled_pages_stay_as_they_are() {
    for used in [&[300.0][..], &[650.0, 400.0], &[610.0, 660.0, 230.0]] {
        assert_eq!(pages(used).fault(), 0.0, "{used:?}");
        assert_eq!(Planner::new(pages(used)).next(), None, "{used:?}");
    }
}

#[test]
fn the_least_change_that_saves_the_page_is_tried_first() {
    // Ten points over: narrower gaps are enough.
    let gaps = Planner::new(pages(&[672.0, 10.0])).next().unwrap();
    assert_eq!(gaps, PagePlan { gaps: 0.75, ..PagePlan::NORMAL });
    // Sixty over: the stamp's room too.
    let stamp = Planner::new(pages(&[672.0, 60.0])).next().unwrap();
    assert_eq!(stamp, PagePlan { gaps: 0.5, stamp: 22.0, ..PagePlan::NORMAL });
    // A hundred and ten: the lines.
    let lines = Planner::new(pages(&[672.0, 110.0])).next().unwrap();
    assert!(lines.line < 21.0 && lines.size == 13.0, "{lines:?}");
}

#[test]
fn what_cannot_be_saved_is_spread() {
    let planner = Planner::new(pages(&[560.0, 660.0]));
    let plan = planner.next().unwrap();
    assert!(plan.gaps > 1.0 && plan.size == 13.0, "{plan:?}");
}

#[test]
fn no_page_is_emptied_to_fill_a_band() {
    // A photo that does not fit leaves a band; the last page is well filled.
    let mut planner = Planner::new(pages(&[480.0, 600.0]));
    let plan = planner.next().unwrap();
    let mut spread = pages(&[670.0, 660.0]);
    spread.pages[0].lines = 3;
    assert!(!planner.judge(plan, spread.clone()), "its paragraph went to the next page");
    spread.pages[0].lines = 15;
    assert!(planner.judge(plan, spread), "the end of a paragraph may go");
}

#[test]
fn a_plan_that_falls_short_is_followed_by_a_tighter_one_and_then_by_none() {
    let mut planner = Planner::new(pages(&[672.0, 10.0]));
    let first = planner.next().unwrap();
    assert!(!planner.judge(first, pages(&[672.0, 10.0])), "as bad as before");
    let second = planner.next().unwrap();
    assert!(second.gaps < first.gaps);
    assert!(planner.judge(second, pages(&[660.0])), "a page less");
    assert_eq!(planner.next(), None);
}

#[test]
fn three_layouts_are_the_most() {
    let mut planner = Planner::new(pages(&[500.0, 20.0]));
    let mut layouts = 1;
    while let Some(plan) = planner.next() {
        planner.judge(plan, pages(&[500.0, 20.0]));
        layouts += 1;
    }
    assert_eq!(layouts, 3);
}

#[test]
fn every_step_saves_more_than_the_one_before() {
    let mut heights = pages(&[672.0, 100.0]);
    heights.pages[0].photos = 200.0;
    let saved = |plans: &[PagePlan]| plans.iter().map(|plan| heights.saved(plan)).collect::<Vec<_>>();
    assert!(saved(&TIGHTER).is_sorted(), "{:?}", saved(&TIGHTER));
    assert!(saved(&LOOSER).iter().rev().is_sorted(), "{:?}", saved(&LOOSER));
    assert!(TIGHTER.iter().all(|plan| plan.stamp >= 22.0 && plan.photos >= 0.5 && plan.size >= 12.0));
}
