//! The archive's messages in English.

use super::super::{ArchiveProblem as P, Words};

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::Unknown { id } => {
            Words::new(format!("nothing in the archive is called `{id}`"), "`nashra archive list` shows the names")
        }
        P::Damaged { id, file, why } => Words::new(
            format!("`{file}` of `{id}` in the archive is not what it should be: {why}"),
            "put the file back from a copy of the archive, then run: nashra archive verify",
        ),
        P::SiteInArchive { folder } => Words::new(
            format!("the site can't go to `{folder}`: its folder and the archive's must lie apart"),
            "choose another folder: nashra archive site --output out/site",
        ),
        P::SiteAddress { found } => Words::new(
            format!("`{found}` is no address of a site"),
            "write it as https://archive.example.iq/, without ? and #",
        ),
    }
}
