//! File systems of a test's own, as small as it likes.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A file system of its own; taken away at the end.
pub struct Mount(PathBuf);

impl Mount {
    /// A file system in memory of so many kilobytes. Needs root, as `.ci/run` has it.
    pub fn new(path: &Path, kilobytes: usize) -> Self {
        std::fs::create_dir_all(path).unwrap();
        mount(&["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "tmpfs", path.to_str().unwrap()]);
        Self(path.to_path_buf())
    }

    /// The same with other options.
    pub fn remount(&self, options: &str) {
        mount(&["-o", &format!("remount,{options}"), self.0.to_str().unwrap()]);
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

fn mount(arguments: &[&str]) {
    let status = Command::new("mount").args(arguments).status().expect("no mount command");
    assert!(status.success(), "mount {arguments:?}: this test needs root");
}
