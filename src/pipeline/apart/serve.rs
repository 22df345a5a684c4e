//! The copy's side: it prepares what all documents share once, and makes what it is asked for.

use std::io;
use std::path::Path;

use super::wire::{Question, Setup, packed};
use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::hash::sha512;
use crate::pipeline::load::{Loaded, Resources, SourceFile, ready};
use crate::pipeline::make::{self, MadeDocument, Material, guarded};
use crate::pipeline::order::Order;
use crate::pipeline::order::builder::OrderBuilder;
use crate::pipeline::order::workspace::{OpenWorkspace, WORKSPACE_FILE};
use crate::reader;
use crate::sandbox;
use crate::typeset::{self, STACK};
use crate::words::{BuildProblem, FileProblem};

/// What answers the questions of one setup, in bytes.
type Answerer = Box<dyn FnMut(&[u8]) -> Vec<u8>>;

/// Answers until nobody asks any more.
///
/// # Errors
/// A pipe that can't be read.
pub fn serve() -> io::Result<()> {
    sandbox::serve(STACK, |setup| -> Answerer {
        if setup == reader::SETUP {
            return Box::new(reader::answer);
        }
        let maker = serde_json::from_slice(setup).ok().map(|setup| Maker::new(&setup));
        Box::new(move |question| {
            let question = serde_json::from_slice(question).ok();
            let answer = maker.as_ref().zip(question).map(|(maker, question)| answer(maker, &question));
            // What is no answer is told as the death of this copy.
            answer.and_then(|made| packed(made).ok()).unwrap_or_default()
        })
    })
}

fn answer(maker: &Result<Maker, Vec<Diagnostic>>, question: &Question) -> Result<MadeDocument, Vec<Diagnostic>> {
    let maker = maker.as_ref().map_err(Clone::clone)?;
    let made = guarded(|| Ok(maker.make(question)));
    typeset::forget();
    made.unwrap_or_else(|_| Err(vec![Diagnostic::error(&question.file, BuildProblem::Crash)]))
}

/// All that documents share.
struct Maker {
    order: Order,
    resources: Resources,
}

impl Maker {
    fn new(setup: &Setup) -> Result<Self, Vec<Diagnostic>> {
        Self::prepared(setup).map_err(|failure| match failure {
            Failure::Content(problems) => problems,
            Failure::Usage(message) | Failure::Machine(message) => vec![Diagnostic::bare(message)],
        })
    }

    fn prepared(setup: &Setup) -> Result<Self, Failure> {
        let workspace = OpenWorkspace::of_folder(&setup.root)?;
        if workspace.file.as_ref().map(|(_, bytes)| sha512(bytes)) != setup.workspace {
            return Err(changed(Path::new(WORKSPACE_FILE)));
        }
        let builder = OrderBuilder::new(workspace, Vec::new(), Vec::new(), setup.times)
            .without_kashida(!setup.kashida)
            .embargoed(true)
            .jobs(1);
        let mut order = builder.build();
        order.fonts = setup.fonts.clone();
        (order.output, order.write) = (setup.output.clone(), setup.write);
        let resources = Resources::prepare(&order)?;
        Ok(Self { order, resources })
    }

    fn make(&self, question: &Question) -> Result<MadeDocument, Vec<Diagnostic>> {
        let loaded = self.load(&question.file, &question.digest)?;
        let (provenance, revision) = (&question.provenance, question.revision.as_ref());
        let mut material = Material::new(&self.order, &self.resources, &loaded, provenance, revision);
        material.withdrawn = question.withdrawn;
        make::document(&self.resources.engine, &material, question.form, &question.variants)
    }

    /// The report or issue, if it still is what was asked about.
    fn load(&self, file: &Path, digest: &str) -> Result<Loaded, Vec<Diagnostic>> {
        let source =
            SourceFile::read(&self.order.root, &self.order.workspace, file).map_err(|problem| vec![*problem])?;
        if source.digest != digest {
            let path = file.display().to_string();
            return Err(vec![Diagnostic::error(file, FileProblem::Changed { path })]);
        }
        let parsed = source.parse(&self.order.root, &self.order.workspace)?;
        Ok(ready(&self.order, &self.resources, parsed)?.loaded)
    }
}

fn changed(file: &Path) -> Failure {
    let path = file.display().to_string();
    Failure::Content(vec![Diagnostic::error(file, FileProblem::Changed { path })])
}
