//! The README: a page that a newcomer reads to the end, whose examples are run.

use std::path::Path;

use super::day::{CARGO, Day};
use super::page::blocks;

/// The page.
pub const README: &str = include_str!("../../../README.md");
const CI: &str = include_str!("../../../.ci/run");

#[test]
fn every_example_does_what_the_readme_says() {
    let mut day = Day::new();
    let blocks = blocks(README);
    assert!(blocks.len() >= 4, "the README's blocks are not found");
    for block in &blocks {
        day.example("README.md", block, false);
    }
}

#[test]
fn its_day_works_on_any_day() {
    let days = blocks(README).into_iter().filter(|block| block.text.contains("$ nashra init"));
    for block in days {
        for shown in block.commands() {
            assert!(!shown.command.contains("2026"), "`{}` works on one day only", shown.command);
        }
    }
    let other = Day::at("2027-03-02T09:00:00+03:00");
    for command in ["init", "new school-visit", "check", "build"] {
        other.run(command).code(0);
    }
}

#[test]
fn the_two_commands_are_what_ci_runs() {
    for command in CARGO {
        assert!(README.contains(&format!("```console\n$ {command}\n```")), "`{command}` is not in the README");
    }
    // The pages are made with the tests' build there: a release takes a quarter of an hour more.
    for line in ["cargo test --locked", "nashra=target/debug/nashra", "\"$nashra\" build"] {
        assert!(CI.lines().any(|of_ci| of_ci == line), "`{line}` is not in .ci/run");
    }
}

#[test]
fn it_is_short_and_begins_in_arabic() {
    assert!(README.len() < 14 * 1024, "{} bytes", README.len());
    let text = README.lines().find(|line| line.starts_with("**")).unwrap();
    assert!(text.starts_with("**نشرة** برنامج"));
}

#[test]
fn every_picture_and_file_linked_is_there() {
    let mut links = 0;
    for link in README.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        if link.starts_with("http") {
            continue;
        }
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(link).is_file(), "README.md leads to `{link}`");
        links += 1;
    }
    assert!(links > 20);
}

#[test]
fn no_page_names_a_folder_of_somebodys_machine() {
    let chapters = nashra::handbook::CHAPTERS.iter().flat_map(|c| super::LANGUAGES.map(|lang| c.text(lang)));
    for page in chapters.chain([README]) {
        for machine in ["/work/", "/home/", "/tmp/", "/root/", "C:\\"] {
            assert!(!page.contains(machine), "a page names {machine}");
        }
    }
}
