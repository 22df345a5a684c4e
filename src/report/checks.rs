//! What the workspace says about the checking of texts.

use crate::arabic::{Glossary, Rule};

/// How texts are checked.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    /// Text rules that are switched off.
    pub off: Vec<Rule>,
    /// The office's names and titles.
    pub glossary: Glossary,
}
