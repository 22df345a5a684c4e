//! Killed at any moment, on a full disk, in a folder that can't be written: the archive is as
//! before or as after.

use super::{FOLDER, ID, archived, copy, correct, corrected, is_whole, withdraw};
use crate::mount::Mount;
use crate::workspace::{REPORT, Run, Workspace};

/// More steps than any command takes.
const MANY: usize = 400;
/// Steps at which the program's own files are written, one like the other, by the first command.
const ALIKE: std::ops::Range<usize> = 30..130;

/// Lets a command be killed at its first step, its second, and so on until it comes through; after
/// each kill the archive must be mended by the next command and the command must come through when
/// it is given again.
fn killed_at_every_step(base: &Workspace, least: usize, events: usize, command: &[&str], moment: &str) {
    let is_first = !base.path().join("archive").exists();
    let stops = (1..MANY).filter(|stop| !is_first || !ALIKE.contains(stop) || stop % 13 == 0);
    for (kills, stop) in stops.enumerate() {
        let workspace = Workspace::bare();
        copy(base.path(), workspace.path());
        let stop = stop.to_string();
        let run = workspace.run_with(command, &[("NASHRA_STOP_AT", &stop), ("NASHRA_NOW", moment)]);
        if run.code == 0 {
            assert!(kills >= least, "only {kills} steps: are the moments still marked?");
            return;
        }
        assert_eq!(run.code, -1, "not killed at step {stop}:\n{}", run.stderr);
        let verified = workspace.run("archive verify");
        assert!(
            verified.stderr.contains("problems: 0"),
            "step {stop}:\n{}\n{}",
            verified.stderr,
            workspace.files("archive").join("\n")
        );
        let again = workspace.run_with(command, &[("NASHRA_NOW", moment)]);
        // A command that had published before it was killed is refused as done.
        let is_done = again.code == 0
            || again.stderr.contains("archive-withdrawn")
            || again.stderr.contains("archive-nothing-changed");
        assert!(is_done, "step {stop}: {}", again.stderr);
        is_whole(&workspace, events);
        workspace.run(&format!("archive rebuild {ID} --compare")).code(0);
        workspace.run("archive search الزبير").code(0).prints(ID);
        assert!(workspace.run("archive list").stderr.trim() == "bulletins: 1", "something was put right twice");
    }
    panic!("more than {MANY} steps");
}

#[test]
fn killed_while_adding() {
    let base = Workspace::new();
    base.report("school", REPORT);
    killed_at_every_step(&base, 30, 1, &["archive", "add", "content"], "2026-11-21T09:00:00+03:00");
}

#[test]
fn killed_while_correcting() {
    let base = archived();
    base.report("school", &corrected());
    let command = ["archive", "correct", "content/school.toml", "--reason", "خطأ في العدد"];
    killed_at_every_step(&base, 20, 2, &command, "2026-11-22T09:00:00+03:00");
}

#[test]
fn killed_while_withdrawing() {
    let base = archived();
    let command = ["archive", "withdraw", ID, "--yes", "--reason", "نُشر خطأً"];
    killed_at_every_step(&base, 20, 2, &command, "2026-11-23T09:00:00+03:00");
}

#[test]
fn killed_while_reindexing() {
    let base = archived();
    correct(&base).code(0);
    killed_at_every_step(&base, 5, 2, &["archive", "reindex"], "2026-11-23T09:00:00+03:00");
}

#[test]
fn a_full_disk_leaves_the_archive_as_it_was() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    let add = |workspace: &Workspace| workspace.run("archive add content");
    let mut refused = 0;
    // From hardly any room, over room for a part of the files, to enough.
    for kilobytes in [8, 40, 80, 120, 160, 200, 240, 280, 320, 400, 500, 4000] {
        let mount = Mount::new(&workspace.path().join("archive"), kilobytes);
        let run: Run = add(&workspace);
        if run.code == 0 {
            is_whole(&workspace, 1);
            continue;
        }
        // The same words whether the system or SQLite met it, and what to do.
        run.code(3).says("the disk is full").says("free some space");
        refused += 1;
        assert!(
            !workspace.path().join(FOLDER).exists()
                || workspace.path().join("archive/extensions/nashra/pending.json").exists()
        );
        // With room the next command puts everything right.
        mount.remount("size=4000k");
        add(&workspace).code(0);
        is_whole(&workspace, 1);
    }
    assert!(refused >= 3, "the disk was hardly ever full");
}

#[test]
fn an_archive_that_cannot_be_written_can_be_read() {
    let workspace = archived();
    correct(&workspace).code(0);
    let kept = workspace.path().join("kept");
    copy(&workspace.path().join("archive"), &kept);
    std::fs::remove_dir_all(workspace.path().join("archive")).unwrap();
    let mount = Mount::new(&workspace.path().join("archive"), 8000);
    copy(&kept, &workspace.path().join("archive"));
    mount.remount("ro");
    workspace.run("archive verify").code(0).says("problems: 0");
    workspace.run("archive list").code(0).prints(ID);
    workspace.run(&format!("archive show {ID}")).code(0).prints("revision 2");
    workspace.run(&format!("archive rebuild {ID} --compare")).code(0);
    withdraw(&workspace).code(3).says("the disk can only be read");
}
