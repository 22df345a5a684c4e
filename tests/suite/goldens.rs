//! The pages of the sample reports, of the templates' fixtures and of the typographic tests, as
//! pictures drawn from the PDFs themselves.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nashra::edition::EditionKind;

use crate::contract::{FIXTURES, fixture_pdf, social_picture};
use crate::golden::{compare, compare_picture, folder};
use crate::typography;
use crate::workspace::Workspace;

/// Pictures to post that are hard to get right; the others are measured (social.rs).
const HARD_PICTURES: [&str; 8] = [
    "draft-photo",
    "kurdish",
    "latin",
    "long-office-photo",
    "long-photo",
    "no-office-photo",
    "portrait-photo",
    "reem-kufi-photo",
];

#[test]
fn pages_look_as_they_did_when_they_were_found_good() {
    let mut differences = Vec::new();
    let mut names = BTreeSet::new();
    let elsewhere = Workspace::bare();
    let output = elsewhere.path().join("out");
    let editions = "bulletin,flyer,newsletter,social";
    let arguments = ["-C", env!("CARGO_MANIFEST_DIR"), "build", "-e", editions, "--output", output.to_str().unwrap()];
    elsewhere.run_with(&arguments, &[]).code(0);
    for file in elsewhere.files("out") {
        let stem = Path::new(&file).file_stem().unwrap().to_str().unwrap();
        if file.ends_with(".pdf") {
            names.extend(compare(stem, &elsewhere.read(&file), &mut differences));
        } else {
            names.insert(compare_picture(stem, &elsewhere.read(&file), &mut differences));
        }
    }
    for fixture in HARD_PICTURES {
        for &size in EditionKind::Social.sizes().iter().flatten() {
            let name = format!("fixture-social-{fixture}-{}", size.name());
            names.insert(compare_picture(&name, &social_picture(fixture, size).0, &mut differences));
        }
    }
    for (edition, fixture) in FIXTURES.iter().filter(|(edition, _)| *edition != "social") {
        let pdf = fixture_pdf(edition, fixture).unwrap_or_else(|said| panic!("{edition} {fixture}: {said:?}"));
        names.extend(compare(&format!("fixture-{edition}-{fixture}"), &pdf, &mut differences));
    }
    for (name, pdf) in typography::pages() {
        names.extend(compare(&name, &pdf, &mut differences));
    }
    for entry in fs::read_dir(folder()).into_iter().flatten() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if !names.contains(&name) {
            differences.push(format!("{name} belongs to no page: delete it"));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
