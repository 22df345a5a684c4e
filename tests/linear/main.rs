//! Twice the text takes twice the work: no text, list, table or count of a report makes a run grow
//! out of hand. Counted are bytes that are asked for, which are the same on every machine; seconds
//! are not.

#![allow(clippy::disallowed_methods, reason = "tests read the repository's own files")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

#[path = "../support/inputs.rs"]
mod inputs;
mod shapes;

use std::alloc::System;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use nashra::pages;
use nashra::report::{self, Checks, Workspace};
use nashra::typeset::{self, Engine, FontPlaces, Fonts, Templates};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use self::inputs::inputs;
use self::shapes::Shape;

#[global_allocator]
static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// One test at a time: all threads of the process are counted.
static TURN: Mutex<()> = Mutex::new(());

/// The most that a report may cost beside one half as long.
const MOST: f64 = 2.2;
/// The shortest report that is checked, in parts of its shape.
const CHECKED: usize = 400;
/// The shortest that is laid out. In a paragraph of over 10 000 characters with words or numbers of
/// both directions, typst looks up the order of the whole for each word, and more grows out of it.
const LAID_OUT: usize = 150;
/// The report, as it is named in messages.
const FILE: &str = "content/2026-11-20-linear.toml";

fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The bytes that a piece of work asks for.
fn bytes(work: impl FnOnce()) -> f64 {
    let region = Region::new(COUNTING);
    work();
    let bytes = region.change().bytes_allocated;
    f64::from(u32::try_from(bytes >> 4).unwrap())
}

/// Shapes of which twice the length costs more than it may, and how much.
fn growing(first: usize, work: impl Fn(&str)) -> Vec<String> {
    let shapes = shapes::all();
    // What is made once for all is no part of the first.
    shapes.first().into_iter().for_each(|shape| work(&(shape.make)(first)));
    let mut growing = Vec::new();
    for Shape { name, make } in shapes {
        let costs = [first, 2 * first, 4 * first].map(|times| {
            let text = make(times);
            bytes(|| work(&text))
        });
        let growth = (costs[1] / costs[0]).max(costs[2] / costs[1]);
        if growth > MOST {
            growing.push(format!("{name}: {growth:.2}"));
        }
    }
    growing
}

#[test]
fn a_report_twice_as_long_is_checked_with_twice_the_work() {
    let _turn = turn();
    let checks = Checks::default();
    let found = growing(CHECKED, |text| {
        let (report, diagnostics) = report::parse_report(Path::new(FILE), text, &checks);
        assert!(report.is_some(), "{diagnostics:?}");
    });
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_report_twice_as_long_is_laid_out_with_twice_the_work() {
    let _turn = turn();
    let engine = Engine::new(Fonts::new(&FontPlaces::default()).unwrap(), Templates::new(Vec::new()));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = workspace(folder);
    let found = growing(LAID_OUT, |text| {
        let inputs = inputs(folder, &workspace, Path::new(FILE), text.as_bytes().to_vec());
        let laid = typeset::compile(&engine, "bulletin", &inputs.files);
        let laid = laid.unwrap_or_else(|remarks| panic!("{remarks:?}"));
        assert!(!pages::finish(&laid.document, true).document.pages().is_empty());
        // What is remembered of one length must not help the next.
        (0..=10).for_each(|_| typeset::forget());
    });
    assert_eq!(found, [""; 0]);
}

fn workspace(folder: &Path) -> Workspace {
    let text = fs::read_to_string(folder.join("nashra.toml")).unwrap();
    report::parse_workspace(Path::new("nashra.toml"), &text).0.unwrap()
}
