//! What the program knows of the Arabic language and script, apart from any page.
//!
//! Text comes in through [`clean`]; [`lint`] reports what its author may want to mend; [`Digits`]
//! and [`isolate`] make it ready to print. Letters of a word are never changed: spelling is the
//! author's.

pub mod bidi;
pub mod bind;
pub mod breaks;
pub mod dates;
pub mod digits;
pub mod fold;
pub mod foreign;
pub mod forms;
pub mod glossary;
pub mod hygiene;
pub mod invisible;
pub mod language;
pub mod letters;
pub mod lint;
pub mod serial;
pub mod stem;
pub mod tokens;

pub use bidi::isolate;
pub use bind::{bind, bind_units};
pub use breaks::part_long;
pub use dates::{CivilDate, DateStyle, MonthSpan};
pub use digits::Digits;
pub use fold::fold;
pub use glossary::Glossary;
pub use hygiene::clean;
pub use language::Language;
pub use lint::{Finding, Rule};
pub use serial::{SerialForm, SerialFormFault, SerialNumber};
pub use stem::stem;
