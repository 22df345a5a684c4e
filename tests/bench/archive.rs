//! What the archive's index costs: `cargo bench --bench archive`. Figures to keep, as a Markdown
//! table for so many bulletins: `cargo bench --bench archive -- @figures 100000`.

#![allow(clippy::disallowed_methods, reason = "benchmarks set up folders of their own and read the time")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a benchmark that cannot go on must stop")]
#![allow(clippy::print_stdout, reason = "helpers print what they measured")]
#![allow(unreachable_pub, dead_code, reason = "nobody calls a benchmark")]

#[path = "../support/generator.rs"]
mod generator;
#[path = "../support/records.rs"]
mod records;

use std::env;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use nashra::archive::index::{Index, LedgerHead, Query};
use nashra::archive::{Act, Added, Archive, User};

use self::records::Records;

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Bulletins of the archive that criterion measures.
const COUNT: usize = 10_000;
/// Hits of a search.
const LIMIT: usize = 20;

/// What people look for: from words that nearly every bulletin has to such that none has.
const QUERIES: &[&str] = &[
    "البصرة",
    "محافظة",
    "محافظ البصرة",
    "محافظة البصرة",
    "في",
    "من",
    "على البصرة في",
    "المحافظة",
    "مدينة",
    "السيد المحافظ",
    "قسم الخدمات",
    "الخدمات البلدية",
    "مدارس",
    "مدرسة الزبير",
    "ماء أبو الخصيب",
    "محطة تحلية",
    "الطفل",
    "اليونيسيف",
    "شؤون المرأة",
    "الأطفال والشباب",
    "ورشة عمل",
    "المهندسون",
    "والمهندسين",
    "كهرباء التنومة",
    "جسر",
    "حملة تبرع بالدم",
    "مستشفى الفيحاء",
    "الأمطار",
    "وزارة التربية",
    "زيد الامارة",
    "أسعد العيداني",
    "زينب الكعبي",
    "سندس الزبيدي البيئة",
    "\"محافظ البصرة\"",
    "\"محافظة البصرة\"",
    "\"ديوان محافظة البصرة\"",
    "\"البصرة محافظة\"",
    "«قسم شؤون المرأة»",
    "\"مدير التربية\" الزبير",
    "\"منظمة الأمم المتحدة\"",
    "البصرة -محافظة",
    "الخدمات -البلدية",
    "مدرسة -\"قضاء الزبير\"",
    "مكان:الزبير",
    "مكان:\"قضاء الزبير\" مدرسة",
    "متحدث:العيداني",
    "متحدث:\"زيد الإمارة\" البصرة",
    "وسم:الماء",
    "وسم:الطفل اليونيسيف",
    "رقم:417",
    "4170/2001",
    "رقم:٩٩٩٩٩",
    "حالة:مسحوبة",
    "حالة:مسحوبة البصرة",
    "state:corrected الخدمات",
    "kind:newsletter",
    "من:2010 إلى:2012 البصرة",
    "من:2005-03 إلى:2005-03",
    "البصرة من:2000 إلى:2000",
    "مكان:القرنة من:2015 جسر",
    "كلمةلاوجودلها",
    "البصرة كلمةلاوجودلها",
    "تطوير المشاريع الخدمية في القضاء",
    "بالتنسيق مع الجهات ذات العلاقة",
    "وللبصرة",
    "",
    "الحكومة المحلية دعم جهود",
    "2026",
    "unicef",
];

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("@figures") => figures(arguments[1].parse().unwrap()),
        // FOLDER COUNT: objects on the disk
        Some("@fill") => Records::new(1).fill(&Archive::new(Path::new(&arguments[1])), arguments[2].parse().unwrap()),
        // FOLDER: makes the index, in a process of its own so that its memory can be told
        Some("@rebuild") => rebuild(Path::new(&arguments[1])),
        // FOLDER: proves the whole, beside `sha512sum`
        Some("@verify") => verify(Path::new(&arguments[1])),
        // FOLDER COUNT: adds bulletins as the command does, once their pages are made
        Some("@add") => add(Path::new(&arguments[1]), arguments[2].parse().unwrap()),
        // FOLDER COUNT: searches and puts
        Some("@measure") => measure(Path::new(&arguments[1]), arguments[2].parse().unwrap()),
        _ => criterion(),
    }
}

fn criterion() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::new(folder.path());
    let mut records = Records::new(1);
    records.fill(&archive, COUNT);
    let mut group = criterion.benchmark_group(format!("archive of {COUNT}"));
    group.throughput(Throughput::Elements(COUNT as u64));
    group.bench_function("reindex", |bencher| bencher.iter(|| drop(archive.reindex(&mut |_, _| {}).unwrap())));
    group.throughput(Throughput::Elements(QUERIES.len() as u64));
    let index = Index::open_read_only(&archive.index_path()).unwrap();
    group.bench_function("search", |bencher| {
        bencher.iter(|| {
            QUERIES.iter().map(|query| index.search(&Query::parse(query).unwrap(), LIMIT).unwrap().total).sum::<usize>()
        });
    });
    drop(index);
    group.throughput(Throughput::Elements(1));
    let mut index = Index::open(&archive.index_path()).unwrap();
    let mut next = COUNT;
    group.bench_function("put", |bencher| {
        bencher.iter(|| {
            next += 1;
            index.put(vec![records.entry(next)], &LedgerHead::default()).unwrap();
        });
    });
    group.finish();
    criterion.final_summary();
}

fn figures(count: usize) {
    // Where targets are, and not /tmp: that may be memory, and then nothing reaches a disk.
    let target = env::current_exe().unwrap().parent().unwrap().to_path_buf();
    let folder = tempfile::tempdir_in(target).unwrap();
    let helper = |mode: &str| {
        let mut command = Command::new(env::current_exe().unwrap());
        assert!(command.arg(mode).arg(folder.path()).arg(count.to_string()).status().unwrap().success());
    };
    helper("@fill");
    println!("| what, {count} bulletins | figure | asked | reached |\n|---|---|---|---|");
    helper("@rebuild");
    helper("@measure");
    helper("@add");
    helper("@verify");
}

fn rebuild(folder: &Path) {
    let archive = Archive::new(folder);
    let began = Instant::now();
    let rebuilt = archive.reindex(&mut |_, _| {}).unwrap();
    let each = rebuilt.objects as f64 / began.elapsed().as_secs_f64();
    let size = std::fs::metadata(archive.index_path()).unwrap().len() / 1_000_000;
    row("reindex", &format!("{each:.0} objects/s, index of {size} MB"), "over 2000/s", each > 2000.0);
    memory("reindex");
}

fn measure(folder: &Path, count: usize) {
    let archive = Archive::new(folder);
    correct(&archive, count);
    let began = Instant::now();
    let index = Index::open_read_only(&archive.index_path()).unwrap();
    let opened = began.elapsed();
    let (mut times, mut busy) = (Vec::new(), Vec::new());
    for round in 0..5 {
        for query in QUERIES {
            let (began, before) = (Instant::now(), processor());
            let found = index.search(&Query::parse(query).unwrap(), LIMIT).unwrap();
            let time = began.elapsed();
            times.push((time, *query));
            busy.extend(processor().zip(before).map(|(after, before)| after - before));
            if env::var_os("EACH").is_some() && round == 1 {
                println!(
                    "{:8.2} ms {:8.2} ms {:5}{} {query}",
                    ms(time),
                    busy.last().map_or(0.0, |time| ms(*time)),
                    found.total,
                    if found.more { "+" } else { " " }
                );
            }
        }
    }
    drop(index);
    times.sort();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    let (p50, p95, (worst, query)) = (at(0.5).0, at(0.95).0, at(1.0));
    row("open the index", &format!("{:.1} ms", ms(opened)), "", true);
    row(&format!("search, {} queries, median", QUERIES.len()), &format!("{:.1} ms", ms(p50)), "", true);
    row("search, p95", &format!("{:.1} ms", ms(p95)), "under 20 ms", ms(p95) < 20.0);
    row(&format!("search, worst (`{query}`)"), &format!("{:.1} ms", ms(worst)), "", true);
    busy.sort();
    if let (Some(p95), Some(worst)) = (busy.get(busy.len() * 95 / 100), busy.last()) {
        let figure = format!("{:.1} ms, worst {:.1} ms", ms(*p95), ms(*worst));
        row("search, p95 of the processor's time, whatever else runs", &figure, "", true);
    }
    puts(&archive, count);
    memory("search and put");
}

/// Replaces 20 entries, as corrections do.
fn correct(archive: &Archive, count: usize) {
    let mut records = Records::new(3);
    let mut index = Index::open(&archive.index_path()).unwrap();
    for number in 0..20 {
        index.put(vec![records.entry(number * count / 20)], &LedgerHead::default()).unwrap();
    }
}

/// Adds bulletins one by one, each with the index opened and closed, as a command does, and some
/// with it open.
fn puts(archive: &Archive, count: usize) {
    let mut records = Records::new(2);
    let (mut open, mut alone) = (Vec::new(), Vec::new());
    for number in 0..40 {
        let entry = records.entry(count + number);
        let began = Instant::now();
        let mut index = Index::open(&archive.index_path()).unwrap();
        index.put(vec![entry], &LedgerHead::default()).unwrap();
        drop(index);
        alone.push(began.elapsed());
    }
    let mut index = Index::open(&archive.index_path()).unwrap();
    for number in 40..240 {
        let entry = records.entry(count + number);
        let began = Instant::now();
        index.put(vec![entry], &LedgerHead::default()).unwrap();
        open.push(began.elapsed());
    }
    for (what, times) in [("put one, opening and closing the index", &mut alone), ("put one", &mut open)] {
        times.sort();
        let (median, p95) = (times[times.len() / 2], times[times.len() * 95 / 100]);
        row(what, &format!("{:.1} ms, p95 {:.1} ms", ms(median), ms(p95)), "a few ms", ms(median) < 10.0);
    }
}

/// Adds bulletins one by one, each with the archive opened and closed, as a command does; pages as
/// large as the samples' are.
fn add(folder: &Path, count: usize) {
    let archive = Archive::new(folder);
    let mut records = Records::new(3);
    let pages = [
        ("bulletin.pdf", 80_000),
        ("flyer.pdf", 60_000),
        ("press.pdf", 90_000),
        ("preview.png", 25_000),
        ("text.txt", 4_000),
        ("build.json", 1_500),
        ("source/nashra.toml", 1_200),
        ("source/content/report.toml", 5_000),
        ("source/content/assets/mark.svg", 1_000),
    ];
    let user = User { name: "office".to_owned(), address: None };
    let act = Act { user, time: "2026-11-25T12:00:00+03:00".to_owned() };
    let mut times = Vec::new();
    for number in 0..60 {
        let mut record = records.record(count + 1000 + number);
        record.id = format!("2026-11-25-added-{number}");
        let files = records.files(count + number, &pages);
        let began = Instant::now();
        let added = archive.write(&mut |_, _| {}).unwrap().publish(record, files, &act).unwrap();
        times.push(began.elapsed());
        assert!(matches!(added, Added::New(_)));
    }
    times.sort();
    let (median, p95) = (times[times.len() / 2], times[times.len() * 95 / 100]);
    let figure = format!("{:.0} ms, p95 {:.0} ms", ms(median), ms(p95));
    row("add, flushed to the disk, pages made before", &figure, "under 50 ms", ms(median) < 50.0);
    memory("add");
}

/// Proves the whole archive in turns with `sha512sum` over the same files, both from the system's
/// memory of the disk.
fn verify(folder: &Path) {
    let archive = Archive::new(folder);
    let summed = || {
        let began = Instant::now();
        let sum = "find . -path ./extensions -prune -o -type f -print0 | xargs -0 sha512sum >/dev/null";
        assert!(Command::new("sh").args(["-c", sum]).current_dir(folder).status().unwrap().success());
        began.elapsed()
    };
    let verified = |jobs| {
        let began = Instant::now();
        let found = archive.verify(jobs, None).unwrap();
        assert!(found.problems.is_empty(), "{:?}", found.problems.first());
        (began.elapsed(), found.bytes)
    };
    // Once for the system to have all in memory.
    summed();
    let jobs = std::thread::available_parallelism().map_or(1, |count| count.get());
    let mut ratios: Vec<(f64, f64, f64)> = (0..3)
        .map(|_| {
            let (sum, (all, bytes), (one, _)) = (summed(), verified(jobs), verified(1));
            let rate = bytes as f64 / all.as_secs_f64() / 1e6;
            (sum.as_secs_f64() / all.as_secs_f64(), sum.as_secs_f64() / one.as_secs_f64(), rate)
        })
        .collect();
    ratios.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (all, one, rate) = ratios[1];
    let figure = format!("{:.0} % with {jobs} threads ({rate:.0} MB/s), {:.0} % with one", all * 100.0, one * 100.0);
    row("verify, beside the speed of `sha512sum`", &figure, "at least 80 %", all >= 0.8);
    memory("verify");
}

/// The processor's time that this thread has had, where the system tells.
fn processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// The most memory that this process had.
fn memory(what: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    if let Some(peak) = peak {
        row(
            &format!("peak resident memory, {what}"),
            &format!("{} MB", peak / 1024),
            "under 200 MB",
            peak / 1024 < 200,
        );
    }
}

fn row(what: &str, figure: &str, asked: &str, reached: bool) {
    let reached = if asked.is_empty() {
        ""
    } else if reached {
        "yes"
    } else {
        "**no**"
    };
    println!("| {what} | {figure} | {asked} | {reached} |");
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
