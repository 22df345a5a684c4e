//! The settings of an office: `nashra.toml` and the glossary beside it.

mod colour;
pub(super) mod glossary;
mod impose;
mod letterhead;
pub(super) mod numbers;
pub(super) mod office;
pub(super) mod press;
pub(super) mod printer;
pub(super) mod register;
pub(super) mod settings;
pub(super) mod site;
