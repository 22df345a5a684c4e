#![doc = include_str!("README.md")]

pub mod arabic;
pub mod archive;
mod cli;
mod clock;
mod desk;
pub mod diag;
pub mod drawing;
pub mod edition;
pub mod error;
pub mod export;
pub mod files;
pub mod handbook;
pub mod hash;
pub mod import;
pub mod imposition;
pub mod pages;
pub mod photo;
pub mod pipeline;
mod printer;
mod reader;
pub mod report;
mod sandbox;
pub mod store;
pub mod typeset;
mod ui;
pub mod words;
mod workers;

pub use cli::run;
