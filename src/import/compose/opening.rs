//! The opening of a report: title, slogan, preamble.

use super::super::draft::Draft;
use super::super::piece::Piece;
use super::super::prose::Prose;
use super::super::speech;
use super::slogan;
use crate::arabic::fold;

/// The most words of a first line that is taken for a title.
const LONGEST_TITLE: usize = 34;
/// The most words of a slogan's line.
const LONGEST_SLOGAN: usize = 25;
/// The most words of a slogan without marks around it: more are a sentence.
const LONGEST_UNMARKED: usize = 12;

/// The beginnings of preambles, folded.
const PREAMBLES: [&str; 24] = [
    "بتوجيه من",
    "بتوجيهات",
    "بناء علي توجيه",
    "برعايه",
    "تحت رعايه",
    "بحضور",
    "باشراف",
    "باسناد",
    "تنفيذا ل",
    "استنادا",
    "انطلاقا من",
    "بهدف",
    "في اطار",
    "ضمن اطار",
    "سعيا",
    "حرصا",
    "بمناسبه",
    "تزامنا مع",
    "استمرارا",
    "استكمالا",
    "بمتابعه",
    "بايعاز من",
    "ايمانا",
    "تفعيلا",
];

/// Takes the opening out of a text's pieces.
pub(super) fn take(pieces: &mut Vec<Piece>, draft: &mut Draft) {
    // Pictures above the title come first in the body.
    let above: Vec<Piece> = pieces.drain(..pieces.iter().position(Piece::has_words).unwrap_or(0)).collect();
    if let Some(title) = title(pieces) {
        pieces.remove(0);
        set_title(title, draft);
        take_slogan_line(pieces, draft);
    }
    take_preamble(pieces, draft);
    pieces.splice(0..0, above.into_iter().filter(|piece| matches!(piece, Piece::Picture(_))));
    if draft.slogan.is_none() {
        let proses = draft.preamble.iter().chain(pieces.iter().filter_map(Piece::paragraph));
        draft.other_slogan = proses.take(8).find_map(|prose| {
            let found = slogan::find(prose.text()).filter(|found| found.is_marked)?;
            prose.text().get(found.inside).map(str::to_owned)
        });
    }
}

/// The first line, if it is short enough and something comes after it.
fn title(pieces: &[Piece]) -> Option<Prose> {
    let prose = match pieces.first()? {
        Piece::Heading { prose, .. } | Piece::Paragraph(prose) => prose,
        _ => return None,
    };
    let has_body = pieces.iter().skip(1).any(Piece::has_words);
    (has_body && prose.count() <= LONGEST_TITLE).then(|| prose.clone().without_stress())
}

/// Sets the title, without the slogan that ends it.
fn set_title(title: Prose, draft: &mut Draft) {
    let found = slogan::find(title.text()).filter(|found| found.is_last);
    let short =
        |found: &slogan::FoundSlogan| found.is_marked || title.part(found.inside.clone()).count() <= LONGEST_UNMARKED;
    let Some(found) = found.filter(short) else {
        draft.title = Some(title);
        return;
    };
    draft.slogan = Some(title.part(found.inside));
    draft.title = Some(title.part(found.before));
}

/// Takes a line `تحت شعار: «…»` under the title: its first words go on in the title.
fn take_slogan_line(pieces: &mut Vec<Piece>, draft: &mut Draft) {
    let Some(at) = pieces.iter().position(Piece::has_words).filter(|_| draft.slogan.is_none()) else { return };
    let Some(prose) = pieces.get(at).and_then(Piece::paragraph).filter(|prose| prose.count() <= LONGEST_SLOGAN) else {
        return;
    };
    let starts = fold(prose.text()).starts_with("تحت شعار");
    let Some(found) = slogan::find(prose.text()).filter(|found| starts && found.is_last) else { return };
    let (before, inside) = (prose.part(found.before), prose.part(found.inside));
    pieces.remove(at);
    if let Some(title) = &mut draft.title {
        title.join(&before, " ");
    }
    draft.slogan = Some(inside);
}

/// Takes the paragraphs that begin as preambles do, as long as something is left for the body.
fn take_preamble(pieces: &mut Vec<Piece>, draft: &mut Draft) {
    while let Some(at) = pieces.iter().position(Piece::has_words) {
        let prose = pieces.get(at).and_then(Piece::paragraph).filter(|prose| is_preamble(prose.text()));
        let has_body = pieces.iter().skip(at + 1).any(Piece::has_words);
        let Some(prose) = prose.filter(|_| has_body).cloned() else { return };
        pieces.remove(at);
        draft.preamble.push(prose);
    }
}

fn is_preamble(text: &str) -> bool {
    let head: String = text.chars().take(60).collect();
    let folded = fold(&head);
    PREAMBLES.iter().any(|start| folded.starts_with(start)) && !speech::has_lead(text)
}
