//! A workspace full of reports that nobody has seen before, and the two ways to make pages of them.

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use nashra::edition::{EditionKind, Profile};
use nashra::export::{self, PdfProfile};
use nashra::files::Root;
use nashra::imposition::{Imposition, Scheme};
use nashra::pages;
use nashra::pages::impose::{Sheets, impose};
use nashra::pipeline::{self, OpenWorkspace, OrderBuilder, Progress, Times};
use nashra::report::{self, Workspace};
use nashra::typeset::{self, Asset, DocumentSpec, Engine, FontPlaces, Fonts, Inputs, Templates, VirtualFiles};
use typst::ecow::EcoVec;
use typst::model::Document as _;
use typst_layout::PagedDocument;

use crate::generator::Generator;

/// The files of nashra's own workspace that make up a letterhead.
const LETTERHEAD: [&str; 2] = ["nashra.toml", "content/assets/mark.svg"];
const STACK: usize = 16 * 1024 * 1024;

/// A temporary workspace with the letterhead of nashra's own.
pub struct Office {
    folder: tempfile::TempDir,
    reports: Vec<PathBuf>,
}

/// What the steps to finished pages took, of all reports together, one after the other.
pub struct Steps {
    /// Typst's layout.
    pub layout: Duration,
    /// The passes over its pages, words drawn out.
    pub kashida: Duration,
    /// The same passes with every line only measured.
    pub plain: Duration,
}

/// What a piece of work took.
pub struct Cost {
    /// Of the time on the wall.
    pub wall: Duration,
    /// Of all processors together, nothing where the system doesn't tell (Linux does): neighbours
    /// on the machine change it least.
    pub processors: Duration,
}

struct Quiet;

impl Progress for Quiet {
    fn start(&self, _: usize) {}
    fn step(&self, _: &Path) {}
}

impl Office {
    /// So many reports of a seed's series.
    pub fn with_reports(seed: u64, count: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fill(folder.path(), seed, count);
        let reports = (0..count).map(report_path).collect();
        Self { folder, reports }
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Gives one report another text.
    pub fn change(&self, seed: u64, index: usize) {
        let text = Generator::new(seed).report(index);
        fs::write(self.path().join(report_path(index)), text).unwrap();
    }

    /// Builds the bulletins as `nashra build` does and tells what that took.
    pub fn build(&self, jobs: usize) -> Cost {
        let (workspace, text) = self.workspace();
        let output = tempfile::tempdir().unwrap();
        let root = Root::new(self.path()).unwrap();
        let file = Some((PathBuf::from(LETTERHEAD[0]), text));
        let workspace = OpenWorkspace { root, workspace, file, warnings: Vec::new() };
        let editions = vec![EditionKind::Bulletin];
        let order = OrderBuilder::new(workspace, self.reports.clone(), editions, Times::default())
            .written(Some(output.path().to_path_buf()))
            .jobs(jobs)
            .build();
        let (outcome, cost) = costing(|| pipeline::run(&order, &Quiet));
        let outcome = outcome.unwrap_or_else(|_| panic!("the build failed"));
        assert_eq!(outcome.built.len(), self.reports.len());
        cost
    }

    /// Makes the same pages with typst alone, from virtual files made beforehand, and tells what
    /// that took.
    pub fn bare(&self, jobs: usize) -> Cost {
        let template = self.workspace().0.edition(EditionKind::Bulletin).template.clone();
        let documents: Vec<VirtualFiles> = self.reports.iter().map(|file| self.inputs(file).files).collect();
        let engine = Engine::new(Fonts::new(&FontPlaces::default()).unwrap(), Templates::new(Vec::new()));
        let next = AtomicUsize::new(0);
        let worker = || {
            while let Some(files) = documents.get(next.fetch_add(1, Ordering::Relaxed)) {
                black_box(page(&engine, &template, files));
                typeset::forget();
            }
        };
        let work = || {
            thread::scope(|scope| {
                for _ in 0..jobs {
                    thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker).unwrap();
                }
            });
        };
        costing(work).1
    }

    /// Lays every report out and finishes its pages with kashida and without. No word has been
    /// shaped again before.
    pub fn steps(&self) -> Steps {
        let template = self.workspace().0.edition(EditionKind::Bulletin).template.clone();
        let engine = Engine::new(Fonts::new(&FontPlaces::default()).unwrap(), Templates::new(Vec::new()));
        let mut steps = Steps { layout: Duration::ZERO, kashida: Duration::ZERO, plain: Duration::ZERO };
        for file in &self.reports {
            let files = self.inputs(file).files;
            let (laid, cost) = costing(|| typeset::compile(&engine, &template, &files));
            let document = laid.unwrap_or_else(|remarks| panic!("{remarks:?}")).document;
            steps.layout += cost.wall;
            steps.plain += costing(|| black_box(pages::finish(&document, false))).1.wall;
            steps.kashida += costing(|| black_box(pages::finish(&document, true))).1.wall;
            typeset::forget();
        }
        steps
    }

    /// Exports so many pages without tags as they are and on the sheets of a booklet: the time of
    /// the first, and how much more the other takes with its arrangement; of several turns the
    /// shortest.
    pub fn booklet(&self, count: usize) -> (Duration, Duration) {
        let template = self.workspace().0.edition(EditionKind::Bulletin).template.clone();
        let engine = Engine::new(Fonts::new(&FontPlaces::default()).unwrap(), Templates::new(Vec::new()));
        let laid = self.reports.iter().map(|file| {
            let files = self.inputs(file).files;
            let pages = typeset::compile(&engine, &template, &files).unwrap_or_else(|remarks| panic!("{remarks:?}"));
            pages::finish(&pages.document, true).document
        });
        let documents: Vec<PagedDocument> = laid.collect();
        let pages: EcoVec<_> = documents.iter().flat_map(|document| document.pages().to_vec()).take(count).collect();
        assert_eq!(pages.len(), count);
        let document = PagedDocument::new(pages, documents[0].info().clone());
        let booklet = Imposition::new(Scheme::Booklet);
        let (mut plain, mut sheets) = (Duration::MAX, Duration::MAX);
        for _ in 0..5 {
            let as_they_are = Sheets { document: document.clone(), boxes: None };
            let export = || black_box(export::sheets(&as_they_are, None, "bench").unwrap());
            plain = plain.min(costing(export).1.wall);
            let export = || black_box(export::sheets(&impose(&document, &booklet, None), None, "bench").unwrap());
            sheets = sheets.min(costing(export).1.wall);
        }
        (plain, sheets.saturating_sub(plain))
    }

    /// Writes what typst needs for the first report's page into a folder: there `main.typ`
    /// compiles.
    pub fn dump(&self, folder: &Path) {
        let template = self.workspace().0.edition(EditionKind::Bulletin).template.clone();
        let main = include_str!("../../src/typeset/main.typ").replace("TEMPLATE", &format!("{template}/main.typ"));
        put(&folder.join("main.typ"), main.as_bytes());
        for (name, bytes) in typeset::built_in(None) {
            put(&folder.join(name), bytes);
        }
        for (name, bytes) in self.inputs(&self.reports[0]).files {
            put(&folder.join(name.trim_start_matches('/')), &bytes);
        }
        for family in fs::read_dir(own("fonts")).unwrap() {
            let family = family.unwrap().path();
            for face in fs::read_dir(&family).into_iter().flatten() {
                let face = face.unwrap().path();
                put(&folder.join("fonts").join(face.file_name().unwrap()), &fs::read(&face).unwrap());
            }
        }
    }

    fn workspace(&self) -> (Workspace, Vec<u8>) {
        let text = fs::read_to_string(self.path().join(LETTERHEAD[0])).unwrap();
        let (workspace, _) = report::parse_workspace(Path::new(LETTERHEAD[0]), &text);
        (workspace.unwrap(), text.into_bytes())
    }

    fn inputs(&self, file: &Path) -> Inputs {
        let (workspace, _) = self.workspace();
        let source = fs::read(self.path().join(file)).unwrap();
        let root = Root::new(self.path()).unwrap();
        let loaded = pipeline::load(&root, &workspace, file, source).unwrap_or_else(|_| panic!("{}", file.display()));
        let logo = Asset::new(fs::read(own(LETTERHEAD[1])).unwrap());
        let mut assets: BTreeMap<String, Asset> = loaded.assets.clone();
        assets.insert(LETTERHEAD[1].to_owned(), logo);
        Inputs::new(&DocumentSpec {
            subject: loaded.subject(),
            sources: &loaded.sources,
            workspace: &workspace,
            assets: &assets,
            edition: EditionKind::Bulletin,
            size: None,
            profile: Profile::Archive,
            // Another for every report, like the real one.
            provenance: &loaded.digest,
            revision: None,
        })
    }
}

/// Writes the letterhead and so many reports into a folder.
pub fn fill(folder: &Path, seed: u64, count: usize) {
    for name in LETTERHEAD {
        put(&folder.join(name), &fs::read(own(name)).unwrap());
    }
    Generator::new(seed).fill(folder, count);
}

/// As many threads as `nashra build` takes.
pub fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Empties typst's memory: what is left of the last run must not help the next.
pub fn forget_everything() {
    (0..=10).for_each(|_| typeset::forget());
}

fn costing<T>(work: impl FnOnce() -> T) -> (T, Cost) {
    let (began, before) = (Instant::now(), processor_time());
    let made = work();
    (made, Cost { wall: began.elapsed(), processors: processor_time().saturating_sub(before) })
}

/// What this process has used of all processors (proc(5): hundredths of a second in fields 14 and
/// 15).
fn processor_time() -> Duration {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = text.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).map(|ticks| Duration::from_millis(10 * ticks.parse::<u64>().unwrap())).sum()
}

fn page(engine: &Engine, template: &str, files: &VirtualFiles) -> Vec<u8> {
    let pages = typeset::compile(engine, template, files).unwrap_or_else(|remarks| panic!("{remarks:?}"));
    export::pdf(&pages.document, PdfProfile::Archive, "bench").unwrap()
}

fn report_path(index: usize) -> PathBuf {
    PathBuf::from(format!("content/report-{index:06}.toml"))
}

fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}
