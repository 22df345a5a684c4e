//! The machine's refusals, in English.

use super::super::{MachineFault, Obstacle, Tried, Words};

pub(super) fn words(fault: &MachineFault) -> Words {
    let path = &fault.path;
    let what = match fault.tried {
        Tried::Read => format!("`{path}` can't be read"),
        Tried::List => format!("the folder `{path}` can't be listed"),
        Tried::Write => format!("`{path}` can't be written"),
        Tried::Flush => format!("`{path}` can't be made safe on the disk"),
        Tried::Rename => format!("`{path}` is written but can't be put in its place"),
        Tried::Lock => format!("the lock `{path}` can't be taken"),
        Tried::MakeFolder => format!("the folder `{path}` can't be made"),
        Tried::Delete => format!("`{path}` can't be deleted"),
    };
    let why = match fault.obstacle {
        Obstacle::Full => "the disk is full",
        Obstacle::NotAllowed => "you are not allowed to",
        Obstacle::ReadOnly => "the disk can only be read",
        Obstacle::Missing => "it is not there any more",
        Obstacle::Exists => "something of this name is there already",
        Obstacle::NotAFolder => "a part of this path is a file, not a folder",
        Obstacle::IsAFolder => "there is a folder of this name",
        Obstacle::Busy => "another program is using it",
        Obstacle::Other => fault.innermost(),
    };
    Words::new(format!("{what}: {why}"), hint(fault))
}

fn hint(fault: &MachineFault) -> &'static str {
    let reads = matches!(fault.tried, Tried::Read | Tried::List);
    match fault.obstacle {
        Obstacle::Full => "free some space on the disk, then run the command again",
        Obstacle::NotAllowed if reads => {
            "ask whoever looks after this computer for the right to read it, then run the command again"
        }
        Obstacle::NotAllowed => "close it if it is open in another program, and check the permissions of its folder",
        Obstacle::ReadOnly => "take off the disk's write protection, or work in a folder on another disk",
        Obstacle::Missing => "check that the disk or network folder is still connected, then run the command again",
        Obstacle::Exists | Obstacle::IsAFolder => "rename what is there or move it away, then run the command again",
        Obstacle::NotAFolder => "rename that file or move it away, or choose another folder",
        Obstacle::Busy => "close it in the other program or wait until that is done, then run the command again",
        Obstacle::Other if !reads => {
            "check that the disk is connected, not full and not damaged; `--verbose` tells all that the system said"
        }
        Obstacle::Other => {
            "check that the disk is connected and not damaged; `--verbose` tells all that the system said"
        }
    }
}

/// The step that failed, on one line, for those who look after the machine.
pub(in super::super) fn tried(fault: &MachineFault) -> String {
    let what = match fault.tried {
        Tried::Read => "read",
        Tried::List => "list the folder",
        Tried::Write => "write",
        Tried::Flush => "flush",
        Tried::Rename => "rename to",
        Tried::Lock => "lock",
        Tried::MakeFolder => "make the folder",
        Tried::Delete => "delete",
    };
    format!("tried to {what}: {}", fault.path)
}

/// One of the causes.
pub(in super::super) fn cause(cause: &str) -> String {
    format!("the system said: {cause}")
}
