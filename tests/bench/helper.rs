//! One piece of work in a fresh process, for `cold` and for `figures.py`.

use std::path::Path;

use crate::office::{self, Cost, Office};
use crate::photos;
use crate::stock;

/// Does what the first argument says after its `@`.
pub fn help(mode: &str, arguments: &[String]) {
    let number = |index: usize| arguments[index].parse::<usize>().unwrap();
    let seed = |index| number(index) as u64;
    match mode {
        // FOLDER PDF: the stock compiler's work
        "stock" => stock::compile(Path::new(&arguments[0]), Path::new(&arguments[1])),
        // FOLDER SEED COUNT: a workspace with so many reports
        "fill" => office::fill(Path::new(&arguments[0]), seed(1), number(2)),
        // FOLDER: a workspace with an issue of 34 pages and 40 photos
        "photos" => photos::fill(Path::new(&arguments[0])),
        // FOLDER SEED: what typst needs for the first report of the seed
        "dump" => Office::with_reports(seed(1), 1).dump(Path::new(&arguments[0])),
        // SEED COUNT THREADS: what the pipeline takes, and what typst alone
        "batch" => tell(&Office::with_reports(seed(0), number(1)).build(number(2))),
        "bare" => tell(&Office::with_reports(seed(0), number(1)).bare(number(2))),
        // SEED COUNT: typst's layout, the passes over pages with kashida, and without
        "steps" => {
            let steps = Office::with_reports(seed(0), number(1)).steps();
            println!("{} {} {}", steps.layout.as_secs_f64(), steps.kashida.as_secs_f64(), steps.plain.as_secs_f64());
        }
        // SEED PAGES: the export of so many pages, and how much more their booklet takes
        "booklet" => {
            let (plain, more) = Office::with_reports(seed(0), number(1)).booklet(number(1));
            println!("{} {}", plain.as_secs_f64(), more.as_secs_f64());
        }
        _ => panic!("no helper is called @{mode}"),
    }
}

/// Prints seconds on the wall and seconds of all processors together.
fn tell(cost: &Cost) {
    println!("{} {}", cost.wall.as_secs_f64(), cost.processors.as_secs_f64());
}
