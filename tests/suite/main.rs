//! All integration tests, in one binary.

#![allow(clippy::disallowed_methods, reason = "tests set up folders of their own")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must stop")]
#![allow(missing_docs, unreachable_pub, reason = "nobody calls a test")]

#[path = "../support/archived.rs"]
mod archived;
#[path = "../support/browser.rs"]
mod browser;
#[path = "../support/docx.rs"]
mod docx;
#[path = "../support/embedded.rs"]
mod embedded;
#[path = "../support/generator.rs"]
mod generator;
#[path = "../support/golden.rs"]
mod golden;
#[path = "../support/ink.rs"]
mod ink;
#[path = "../support/inputs.rs"]
mod inputs;
#[path = "../support/lab.rs"]
mod lab;
#[path = "../support/mount.rs"]
mod mount;
#[path = "../support/printers.rs"]
mod printers;
#[path = "../support/render.rs"]
mod render;
#[path = "../support/structure.rs"]
mod structure;
#[path = "../support/words.rs"]
mod words;
#[path = "../support/workspace.rs"]
mod workspace;

mod aloud;
mod approve;
mod architecture;
mod archive;
mod at_once;
mod broken;
mod build;
mod checks;
mod commands;
mod contract;
mod documents;
mod filled;
mod fixes;
mod glossary;
mod goldens;
mod handbook;
mod help;
mod hints;
mod import;
mod inside;
mod issues;
mod justified;
mod listing;
mod mistakes;
mod moves;
mod newsletter;
mod newsletter_faults;
mod outlines;
mod photos;
mod pictures;
mod press;
mod printed;
mod printing;
mod properties;
mod proposed;
mod readable;
mod refusals;
mod register;
mod search;
mod search_judged;
mod sheets;
mod site;
mod site_seen;
mod site_shown;
mod social;
mod stale;
mod strangers;
mod templates;
mod texts;
mod typography;
