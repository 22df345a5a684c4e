//! Several at once.

use std::thread;

use super::is_whole;
use crate::workspace::{REPORT, Workspace};

#[test]
fn eight_processes_add_at_once_and_none_is_lost() {
    let workspace = Workspace::new();
    for number in 1..=8 {
        workspace.report(&format!("school-{number}"), &REPORT.replace("١/", &format!("{number}/")));
    }
    thread::scope(|scope| {
        for number in 1..=8 {
            let workspace = &workspace;
            scope.spawn(move || workspace.run(&format!("archive add content/school-{number}.toml")).code(0).code);
        }
    });
    is_whole(&workspace, 8);
    workspace.run("archive list").code(0).says("bulletins: 8");
}

#[test]
fn of_two_that_take_one_number_at_once_one_is_refused() {
    let workspace = Workspace::new();
    workspace.report("one", REPORT).report("two", REPORT);
    let codes: Vec<i32> = thread::scope(|scope| {
        let run = |name: &'static str| {
            let workspace = &workspace;
            scope.spawn(move || workspace.run(&format!("archive add content/{name}.toml")).code)
        };
        [run("one"), run("two")].map(|thread| thread.join().unwrap()).to_vec()
    });
    let mut codes = codes;
    codes.sort_unstable();
    assert_eq!(codes, [0, 1]);
    is_whole(&workspace, 1);
}
