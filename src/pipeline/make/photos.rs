//! The photos of one document, put into its finished pages.

use std::collections::BTreeMap;
use std::path::Path;

use super::material::Material;
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
use crate::pages;
use crate::pages::photos::{Spot, StandIn, place, spots};
use crate::photo::PhotoColours;
use crate::pipeline::load::FitRequest;
use crate::pipeline::order::Form;
use crate::report::{Picture, Placed};
use crate::typeset::Photo;
use crate::words::{BuildProblem, FileProblem};

/// A cut of more than this part of a photo is told.
const MOST_CUT: f64 = 0.25;

/// Puts photos into the pages and returns warnings about those that have too few pixels for their
/// form, and those of which too much is cut off.
///
/// # Errors
/// Photos that are broken.
pub(super) fn put(
    finished: &mut pages::Finished,
    photos: &[Photo],
    material: &Material,
    form: Form,
) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    if photos.is_empty() {
        return Ok(Vec::new());
    }
    let dpi = form.dpi();
    let stand_ins: Vec<StandIn> = photos
        .iter()
        .map(|photo| StandIn { drawing: &photo.stand_in, width: photo.facts.width, height: photo.facts.height })
        .collect();
    let spots = spots(finished, &stand_ins, dpi);
    let shown = |spot: &Spot| Some((photos.get(spot.photo)?, *spot));
    let shown: Vec<(&Photo, Spot)> = spots.iter().filter_map(shown).collect();
    let colours = match material.press {
        Some(press) if form.profile == Profile::Press => PhotoColours::Press(press),
        _ => PhotoColours::Screen,
    };
    let requests: Vec<FitRequest> = shown.iter().map(|&(photo, spot)| request(photo, spot, colours)).collect();
    // The other profiles look at the photos' pixels: the record for its small picture, the press
    // for their colours.
    let packed = form.profile == Profile::Office && form.size.is_none();
    let results = material.photo_fitter.fit_all(&requests, packed);
    let mut prints = Vec::with_capacity(results.len());
    let mut problems = Vec::new();
    for (result, (photo, _)) in results.into_iter().zip(&shown) {
        match result {
            Ok(print) => prints.push(print),
            Err(problem) => {
                let problem = at_its_name(material, &photo.name, problem);
                // One that stands in two places is broken once.
                if !problems.contains(&problem) {
                    problems.push(problem);
                }
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    place(finished, &stand_ins, dpi, &prints);
    let mut warnings = coarse(material, &shown, form.least_dpi());
    warnings.extend(cut(material, &shown));
    if form.edition == EditionKind::Bulletin {
        warnings.extend(unseen(material, photos, &shown));
    }
    Ok(warnings)
}

/// The report's photos that stand on no page: a template of the office's own may leave them out.
fn unseen(material: &Material, photos: &[Photo], shown: &[(&Photo, Spot)]) -> Vec<Diagnostic> {
    let template = &material.workspace.edition(EditionKind::Bulletin).template;
    let missing = photos.iter().filter(|photo| shown.iter().all(|(seen, _)| seen.name != photo.name));
    let warning = |photo: &Photo| {
        let report = material.subject.report()?;
        let picture = report.pictures().find(|picture| picture.file.value == photo.name)?;
        let template = template.clone();
        Some(picture.file.warning(&report.head.file, BuildProblem::NotPrinted { template }))
    };
    missing.filter_map(warning).collect()
}

fn request<'a>(photo: &'a Photo, spot: Spot, colours: PhotoColours<'a>) -> FitRequest<'a> {
    FitRequest { name: &photo.name, digest: &photo.digest, facts: photo.facts, wanted: spot.wanted, colours }
}

/// The photos of which too much is cut off, each where most of it is, but for those whose author has
/// said what must stay.
fn cut(material: &Material, shown: &[(&Photo, Spot)]) -> Vec<Diagnostic> {
    let mut worst: BTreeMap<&str, (f64, &Photo, Spot)> = BTreeMap::new();
    for &(photo, spot) in shown {
        let lost = lost_part(photo, spot);
        let entry = worst.entry(&photo.name).or_insert((lost, photo, spot));
        if lost > entry.0 {
            *entry = (lost, photo, spot);
        }
    }
    let mut cut: Vec<_> = worst.into_values().filter(|(lost, ..)| *lost > MOST_CUT).collect();
    cut.sort_by_key(|(.., spot)| spot.page);
    cut.into_iter().filter_map(|(lost, photo, spot)| cut_photo(material, photo, spot, lost)).collect()
}

/// The part of a photo that is not seen.
fn lost_part(photo: &Photo, spot: Spot) -> f64 {
    let area = |width: u32, height: u32| f64::from(width) * f64::from(height);
    let seen = spot.wanted.cut;
    1.0 - area(seen.width, seen.height) / area(photo.facts.width, photo.facts.height).max(1.0)
}

fn cut_photo(material: &Material, photo: &Photo, spot: Spot, lost: f64) -> Option<Diagnostic> {
    let reports = material.subject.reports();
    let own = |picture: &&Picture| picture.file.value == photo.name;
    let (report, picture) = reports.iter().find_map(|report| Some((report, report.pictures().find(own)?)))?;
    let percent = (lost * 100.0).round() as u32;
    let problem = BuildProblem::CutPhoto { path: photo.name.clone(), page: spot.page + 1, percent };
    picture.focus.is_none().then(|| picture.file.warning(&report.head.file, problem))
}

/// The report's photos that have too few pixels, each where it is shown largest.
fn coarse(material: &Material, shown: &[(&Photo, Spot)], least: f64) -> Vec<Diagnostic> {
    let mut worst: BTreeMap<&str, (&Photo, Spot)> = BTreeMap::new();
    for &(photo, spot) in shown {
        let entry = worst.entry(&photo.name).or_insert((photo, spot));
        if spot.dpi < entry.1.dpi {
            *entry = (photo, spot);
        }
    }
    let mut coarse: Vec<_> = worst.into_values().filter(|(_, spot)| spot.dpi.round() < least).collect();
    coarse.sort_by_key(|(_, spot)| spot.page);
    coarse.into_iter().filter_map(|(photo, spot)| coarse_photo(material, photo, spot, least)).collect()
}

fn coarse_photo(material: &Material, photo: &Photo, spot: Spot, least: f64) -> Option<Diagnostic> {
    let needed = |pixels: u32| (f64::from(pixels) * least / spot.dpi).ceil() as u32;
    let problem = BuildProblem::CoarsePhoto {
        path: photo.name.clone(),
        page: spot.page + 1,
        dpi: spot.dpi.round() as u32,
        width: needed(photo.facts.width),
        height: needed(photo.facts.height),
    };
    let (file, name) = named(material, &photo.name);
    name.map(|name| name.warning(file, problem))
}

/// A photo's problem at the place that names it.
fn at_its_name(material: &Material, name: &str, problem: FileProblem) -> Diagnostic {
    match named(material, name) {
        (file, Some(name)) => name.error(file, problem),
        (file, None) => Diagnostic::error(file, problem),
    }
}

/// The place that names a photo: in the report, or as the office's mark.
fn named<'a>(material: &Material<'a>, name: &str) -> (&'a Path, Option<&'a Placed<String>>) {
    for report in material.subject.reports() {
        let mut files = report.pictures().map(|picture| &picture.file);
        if let Some(file) = files.find(|file| file.value == name) {
            return (&report.head.file, Some(file));
        }
    }
    let logo = material.workspace.office.as_ref().and_then(|office| office.logo.as_ref());
    (Path::new("nashra.toml"), logo.map(|logo| &logo.file).filter(|file| file.value == name))
}
