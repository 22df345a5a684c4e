//! Pages laid out until they are well filled.

use crate::pages::plan::{self, Heights, PagePlan, Planner};
use crate::typeset::{self, Engine, Inputs, Pages, Remark};

/// Lays a document out, and again by a plan where its pages are badly filled; the plan of what is
/// returned, none for the first layout.
///
/// # Errors
/// What typst or the template found wrong with the first layout.
pub fn filled(engine: &Engine, template: &str, inputs: &mut Inputs) -> Result<(Pages, Option<PagePlan>), Vec<Remark>> {
    let mut best = (typeset::compile(engine, template, &inputs.files)?, None);
    let Some(heights) = Heights::of(&best.0.document) else { return Ok(best) };
    let mut planner = Planner::new(heights);
    while let Some(plan) = planner.next() {
        inputs.plan(&plan);
        // What can't be laid out by a plan stays as it was without one.
        let Ok(pages) = typeset::compile(engine, template, &inputs.files) else { break };
        let Some(heights) = Heights::of(&pages.document) else { break };
        if planner.judge(plan, heights) {
            best = (pages, Some(plan));
        }
    }
    if let Some(level) = planner.best().and_then(|heights| plan::level(&best.0.document, heights)) {
        best.0.document = level;
    }
    Ok(best)
}
