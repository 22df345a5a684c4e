//! The looks of pages: templates and faces.

use std::collections::BTreeMap;

use super::digest::Digest;
use super::own_fonts::OwnFont;
use crate::edition::EditionKind;
use crate::pipeline::order::Order;
use crate::report::Theme;
use crate::typeset::{EMBEDDED_FONTS_DIGEST, Engine};

/// Hashes of the templates and faces that the editions with a code use.
pub(super) fn looks(order: &Order, engine: &Engine, own: &[OwnFont]) -> BTreeMap<EditionKind, Digest> {
    let editions = [EditionKind::Bulletin, EditionKind::Flyer, EditionKind::Newsletter];
    let looks = |edition| {
        let workspace = &order.workspace;
        looks_of(engine, &workspace.theme, &workspace.edition(edition).template, own)
    };
    editions.into_iter().map(|edition| (edition, looks(edition))).collect()
}

fn looks_of(engine: &Engine, theme: &Theme, template: &str, own: &[OwnFont]) -> Digest {
    let used = engine.templates.used_by(template);
    let mut digest = Digest::default();
    for (path, bytes) in &used {
        digest.part(path, bytes);
    }
    digest.part("embedded fonts", EMBEDDED_FONTS_DIGEST.as_bytes());
    let texts: Vec<String> = used.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).to_lowercase()).collect();
    let named = [&theme.text_font, &theme.heading_font, &theme.caption_font, &theme.display_font];
    for font in own {
        // A face that no page asks for may lie there for something else.
        let is_used = font.families.iter().any(|family| {
            named.iter().any(|font| font.family.eq_ignore_ascii_case(family))
                || engine.fonts.has_embedded_family(family)
                || texts.iter().any(|text| text.contains(&family.to_lowercase()))
        });
        if is_used {
            digest.part(&font.name(), font.digest.as_bytes());
        }
    }
    digest
}
