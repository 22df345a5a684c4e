//! The workspace's settings for the checking of texts.

use crate::arabic::{Glossary, Rule};

/// Settings for the checking of texts.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    /// Text rules that are switched off.
    pub off: Vec<Rule>,
    /// The office's names and titles.
    pub glossary: Glossary,
}
