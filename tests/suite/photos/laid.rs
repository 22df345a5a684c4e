//! The photos of laid-out pages: what of each is seen, and where it stands.

use image::ImageFormat;
use nashra::export::{self, PdfProfile};
use nashra::pages::Finished;
use nashra::pages::photos::{Print, Spot, StandIn, place, spots};
use nashra::photo::{Cut, Fitted, PhotoColours, WantedPhoto, fit};

use super::{encoded, nine};
use crate::lab::laid_out;

const STAND_IN: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="2000"><!-- photo 1 --></svg>"#;

/// A page of 200 mm with some content, finished.
fn finished(content: &str) -> Finished {
    let page = "#set page(width: 200mm, height: 200mm, margin: 0mm)\n";
    nashra::pages::finish(&laid_out(&format!("{page}{content}")), false)
}

/// Typst code for a photo as it is laid out.
fn laid_photo() -> String {
    format!("image.with(bytes(\"{}\"), format: \"svg\", alt: \"صورة\")", STAND_IN.replace('"', "\\\""))
}

fn stand_ins() -> [StandIn<'static>; 1] {
    [StandIn { drawing: STAND_IN.as_bytes(), width: 3000, height: 2000 }]
}

fn wanted(content: &str) -> Vec<WantedPhoto> {
    let finished = finished(&format!("#let photo = {}\n{content}", laid_photo()));
    spots(&finished, &stand_ins(), 220).iter().map(|spot| spot.wanted).collect()
}

#[test]
fn what_is_needed_of_a_photo_is_seen_through_all_that_turns_and_cuts_it() {
    let whole = Cut { x: 0, y: 0, width: 3000, height: 2000 };
    // 100 mm are 866.1 pixels of 220 an inch.
    let full = vec![WantedPhoto { cut: whole, width: 867, height: 578 }];
    assert_eq!(wanted("#photo(width: 100mm)"), full);
    assert_eq!(wanted("#rotate(90deg, reflow: true, photo(width: 100mm))"), full);
    assert_eq!(wanted("#pad(50mm, rotate(30deg, photo(width: 100mm)))"), full);
    let half = vec![WantedPhoto { cut: whole, width: 434, height: 289 }];
    assert_eq!(wanted("#scale(50%, photo(width: 100mm))"), half);
    assert_eq!(wanted("#scale(50%, rotate(90deg, photo(width: 100mm)))"), half);
    // Never more than there is.
    let large = wanted("#place(top + left, scale(400%, photo(width: 190mm)))")[0];
    assert_eq!((large.width, large.height), (large.cut.width, large.cut.height));

    let clipped = |dx: &str| {
        format!(
            "#place(top + left, box(clip: true, width: 50mm, height: 20mm, \
             place(top + left, dx: {dx}, photo(width: 100mm, height: 66.67mm))))"
        )
    };
    let cut = |x, y, width, height| Cut { x, y, width, height };
    assert_eq!(wanted(&clipped("0mm"))[0].cut, cut(0, 0, 1500, 600));
    assert_eq!(wanted(&clipped("-30mm"))[0].cut, cut(900, 0, 1500, 600));
    assert_eq!(wanted(&clipped("-100.1mm")), []);
    // Off the page, with 5 mm for those who trim it.
    assert_eq!(wanted("#place(top + left, dx: -50mm, photo(width: 100mm))")[0].cut, cut(1350, 0, 1650, 2000));
    assert_eq!(wanted("#place(top + left, dx: 206mm, photo(width: 100mm))"), []);
    // Another drawing is no stand-in.
    assert_eq!(
        wanted("#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"), alt: \"x\")"),
        []
    );
}

#[test]
fn a_photo_stands_where_it_was_laid_out() {
    let scene = |thing: &str| {
        finished(&format!(
            "#let thing = {thing}\n#place(top + left, dx: 40mm, dy: 50mm, rotate(25deg, scale(x: 80%, y: 120%, \
             box(clip: true, width: 70mm, height: 50mm, place(top + left, dx: -13mm, dy: -5mm, thing)))))\n\
             #place(top + left, dx: -20mm, dy: 140mm, thing)"
        ))
    };
    let source = encoded(&nine(3000, 2000), ImageFormat::Jpeg);
    let with_photo = |print: fn(Fitted) -> Result<Print, String>| {
        let mut laid = scene(&format!("({})(width: 90mm, height: 60mm)", laid_photo()));
        let found = spots(&laid, &stand_ins(), 220);
        let fitted = |spot: &Spot| fit(&source, &spot.wanted, PhotoColours::Screen, &mut Vec::new()).unwrap();
        let prints: Vec<Print> = found.iter().map(|spot| print(fitted(spot)).unwrap()).collect();
        assert_eq!(prints.len(), 2);
        place(&mut laid, &stand_ins(), 220, &prints);
        laid
    };
    let drawn = scene(
        "box(width: 90mm, height: 60mm, { set text(dir: ltr)\n for x in range(3) { for y in range(3) { place(top + left, \
         dx: x * 30mm, dy: y * 20mm, rect(width: 30mm, height: 20mm, fill: rgb(40 + 80 * x, 40 + 80 * y, 120))) } } })",
    );
    let picture = |finished: &Finished| {
        let pdf = export::pdf(&finished.document, PdfProfile::Office, "lab").unwrap();
        crate::render::pages(&pdf, 1.0).remove(0)
    };
    let drawn = picture(&drawn);
    let inked = drawn.grey.iter().filter(|grey| **grey < 250).count();
    for print in [Print::new, Print::packed] {
        let with_photo = picture(&with_photo(print));
        let other = with_photo.grey.iter().zip(&drawn.grey).filter(|(a, b)| a.abs_diff(**b) > 12).count();
        // Edges are softer in a photo.
        assert!(inked > 20_000 && other * 25 < inked, "{other} of {inked} pixels differ");
    }
}
