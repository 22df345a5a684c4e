//! `nashra fonts`: families, faces, where each comes from and what it lacks.

use clap::Args;

use super::build::{FontArgs, shown};
use super::{Context, site};
use crate::error::{DONE, Failure};
use crate::pipeline::OpenWorkspace;
use crate::typeset::{Face, FaceSource, Fonts};
use crate::words::Phrase;

/// List the fonts and what each lacks.
#[derive(Debug, Args)]
pub(super) struct FontsArgs {
    #[command(flatten)]
    places: FontArgs,
}

/// Lists every face, those of a workspace among them when there is one.
pub(super) fn fonts(args: &FontsArgs, context: &mut Context) -> Result<u8, Failure> {
    let site = match site::find(context)? {
        Some(site) => site,
        None => OpenWorkspace::lone(&context.folder)?,
    };
    let places = site.font_places(args.places.folders(context), args.places.system_fonts);
    let faces = Fonts::new(&places)?.faces();
    let ui = &context.ui;
    if ui.json(&[], &faces) {
        return Ok(DONE);
    }
    let mut family = "";
    for face in &faces {
        if face.family != family {
            ui.data(&face.family);
            family = &face.family;
        }
        ui.data(&line(face, context));
    }
    Ok(DONE)
}

fn line(face: &Face, context: &Context) -> String {
    let ui = &context.ui;
    let source = match &face.source {
        FaceSource::Embedded => ui.text(&Phrase::Embedded),
        FaceSource::File(path) => shown(path, &context.folder),
        FaceSource::System(path) => format!("{} {}", ui.text(&Phrase::System), path.display()),
    };
    let lacks = if face.lacks.is_empty() {
        ui.text(&Phrase::LacksNothing)
    } else {
        ui.text(&Phrase::Lacks { characters: gist(&face.lacks) })
    };
    format!("  {} {}  {source}  {lacks}", face.weight, face.style)
}

/// The characters, or of many the first and how many more.
fn gist(characters: &[char]) -> String {
    const SHOWN: usize = 20;
    let listed: Vec<String> = characters.iter().take(SHOWN).map(ToString::to_string).collect();
    match characters.len().checked_sub(SHOWN) {
        None | Some(0) => listed.join(" "),
        Some(more) => format!("{} +{more}", listed.join(" ")),
    }
}
