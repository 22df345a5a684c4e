//! Arabic as a reader sees it: the order of what stands on a line, letters that join, marks on
//! their letters, strokes.

mod bidi;
mod faces;
mod kashida;
mod kurdish;
mod letters;

/// The families of the program.
const FAMILIES: [&str; 4] = ["Amiri", "Cairo", "Vazirmatn", "Reem Kufi"];

/// The pages that are compared with their pictures, by name.
pub fn pages() -> Vec<(String, Vec<u8>)> {
    [bidi::pages(), letters::pages(), faces::pages(), kashida::pages()].concat()
}

/// A family's name as a part of a file's.
fn file_name(family: &str) -> String {
    family.to_lowercase().replace(' ', "-")
}
