//! What a build costs beside typst alone: `cargo bench`. Figures to keep: `tests/bench/figures.sh`.
//!
//! Every iteration works on reports that nothing has seen before, so that no cache helps.
//!
//! This program is also its own helper: started with `@stock`, `@batch` and so on it does one piece
//! of work in a fresh process (`helper`).

#![allow(clippy::disallowed_methods, reason = "benchmarks set up folders of their own and read the time")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a benchmark that cannot go on must stop")]
#![allow(clippy::print_stdout, reason = "helpers print what they measured")]
#![allow(unreachable_pub, reason = "nobody calls a benchmark")]

#[path = "../support/generator.rs"]
mod generator;
mod helper;
mod office;
mod photos;
mod stock;

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};

use self::office::Office;

/// Reports of one batch.
const BATCH: usize = 200;
/// Pages of a booklet.
const PAGES: usize = 200;
/// Reports of the workspace that is built again.
const MANY: usize = 2000;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let Some((mode, rest)) = arguments.split_first()
        && let Some(mode) = mode.strip_prefix('@')
    {
        helper::help(mode, rest);
        return;
    }
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    cold(&mut criterion);
    batch(&mut criterion);
    kashida(&mut criterion);
    booklet(&mut criterion);
    again(&mut criterion);
    criterion.final_summary();
}

/// One report in a fresh process, from its file to the PDF on the disk; beside it what the stock
/// compiler does for the same page.
fn cold(criterion: &mut Criterion) {
    let office = Office::with_reports(1, 1);
    let inputs = tempfile::tempdir().unwrap();
    office.dump(inputs.path());
    let mut group = criterion.benchmark_group("cold");
    group.bench_function("nashra", |bencher| {
        bencher.iter_custom(|times| {
            repeat(times, || {
                let output = tempfile::tempdir().unwrap();
                timed(|| build(office.path(), output.path()))
            })
        });
    });
    group.bench_function("stock", |bencher| {
        bencher.iter_custom(|times| {
            repeat(times, || {
                let output = tempfile::tempdir().unwrap();
                let mut command = Command::new(env::current_exe().unwrap());
                command.arg("@stock").arg(inputs.path()).arg(output.path().join("main.pdf"));
                timed(|| assert!(command.status().unwrap().success()))
            })
        });
    });
    group.finish();
}

/// Many reports in one process: the pipeline, and typst alone on the same documents.
fn batch(criterion: &mut Criterion) {
    let mut seed = 100;
    let mut fresh = |count| {
        seed += 1;
        office::forget_everything();
        Office::with_reports(seed, count)
    };
    let mut threads = vec![1, office::processors()];
    threads.dedup();
    let mut group = criterion.benchmark_group("batch");
    for &jobs in &threads {
        // Half of them on one thread, or all would take longer than anybody waits.
        let count = if jobs == 1 { BATCH / 2 } else { BATCH };
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(format!("nashra, {count} reports, threads: {jobs}"), |bencher| {
            bencher.iter_custom(|times| repeat(times, || fresh(count).build(jobs).wall));
        });
        group.bench_function(format!("bare typst, {count} reports, threads: {jobs}"), |bencher| {
            bencher.iter_custom(|times| repeat(times, || fresh(count).bare(jobs).wall));
        });
    }
    group.finish();
}

/// The passes over finished pages, with and without kashida, beside typst's layout of the same
/// pages.
fn kashida(criterion: &mut Criterion) {
    let mut seed = 10_000;
    let mut fresh = || {
        seed += 1;
        office::forget_everything();
        Office::with_reports(seed, BATCH).steps()
    };
    let mut group = criterion.benchmark_group(format!("kashida, {BATCH} reports"));
    group.bench_function("layout", |bencher| bencher.iter_custom(|times| repeat(times, || fresh().layout)));
    group.bench_function("with", |bencher| bencher.iter_custom(|times| repeat(times, || fresh().kashida)));
    group.bench_function("without", |bencher| bencher.iter_custom(|times| repeat(times, || fresh().plain)));
    group.finish();
}

/// What the booklet of many pages takes over their plain export.
fn booklet(criterion: &mut Criterion) {
    let office = Office::with_reports(9, PAGES);
    let mut group = criterion.benchmark_group(format!("{PAGES} pages"));
    group.bench_function("exported", |bencher| bencher.iter_custom(|times| repeat(times, || office.booklet(PAGES).0)));
    group.bench_function("the booklet over that", |bencher| {
        bencher.iter_custom(|times| repeat(times, || office.booklet(PAGES).1))
    });
    group.finish();
}

/// A second build of many reports, in a fresh process.
fn again(criterion: &mut Criterion) {
    let office = Office::with_reports(2, MANY);
    let output = tempfile::tempdir().unwrap();
    build(office.path(), output.path());
    let mut group = criterion.benchmark_group("2000 reports again");
    group.bench_function("nothing changed", |bencher| {
        bencher.iter_custom(|times| repeat(times, || timed(|| build(office.path(), output.path()))));
    });
    let mut seed = 3;
    group.bench_function("one changed", |bencher| {
        bencher.iter_custom(|times| {
            repeat(times, || {
                seed += 1;
                office.change(seed, MANY / 2);
                timed(|| build(office.path(), output.path()))
            })
        });
    });
    group.finish();
}

/// Runs `nashra build` for bulletins.
fn build(workspace: &Path, output: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nashra"));
    command.args(["build", "--edition", "bulletin", "--output"]).arg(output).current_dir(workspace);
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "nashra build: {status}");
}

fn repeat(times: u64, work: impl FnMut() -> Duration) -> Duration {
    std::iter::repeat_with(work).take(usize::try_from(times).unwrap()).sum()
}

fn timed(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}
