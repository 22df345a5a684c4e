//! The attributes of a drawing's elements that may stay.

use std::collections::BTreeSet;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use super::bounds::broken;
use crate::photo;
use crate::words::DrawingFault;

/// An attribute that stays, unescaped.
pub(super) struct Kept {
    /// Its name with its prefix.
    pub(super) key: String,
    /// Its value.
    pub(super) value: String,
}

/// The attributes that can do nothing but be seen; the names of the others are noted.
pub(super) fn kept(start: &BytesStart<'_>, left_out: &mut BTreeSet<String>) -> Result<Vec<Kept>, DrawingFault> {
    let mut all = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| broken(&error))?;
        let key = attribute.key.as_ref().to_owned();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| broken(&error))?.into_owned();
        if may_stay(&key, &value)? {
            all.push(Kept { key, value });
        } else {
            left_out.insert(key);
        }
    }
    Ok(all)
}

fn may_stay(key: &str, value: &str) -> Result<bool, DrawingFault> {
    let name = key.rsplit(':').next().unwrap_or(key).to_ascii_lowercase();
    if name.starts_with("on") || key == "xml:base" {
        return Ok(false);
    }
    if name == "href" || name == "src" {
        return Ok(value.trim_start().starts_with('#') || is_picture(value)?);
    }
    // Names of namespaces are addresses that nobody follows.
    Ok(key.starts_with("xmlns") || !reaches_out(value))
}

/// True if a style or a property names something outside the drawing, or code.
pub(super) fn reaches_out(value: &str) -> bool {
    let plain: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let plain = plain.to_ascii_lowercase();
    let urls = plain.match_indices("url(").filter_map(|(at, found)| plain.get(at + found.len()..));
    let outside = |target: &str| !target.trim_start_matches(['"', '\'']).starts_with('#');
    // A backslash may spell any of these words.
    urls.into_iter().any(outside)
        || ["@import", "javascript:", "expression(", "image("].iter().any(|word| plain.contains(word))
        || plain.contains('\\')
}

/// True if an address holds a picture itself.
///
/// # Errors
/// A picture that can't be printed.
fn is_picture(address: &str) -> Result<bool, DrawingFault> {
    let plain: String = address.chars().filter(|c| !c.is_whitespace()).collect();
    let Some((head, packed)) = plain.split_once(";base64,") else { return Ok(false) };
    let Some(ending) = head.strip_prefix("data:image/") else { return Ok(false) };
    let ending = if ending == "jpeg" { "jpg" } else { ending };
    if !photo::ENDINGS.contains(&ending) {
        return Ok(false);
    }
    let bytes = STANDARD.decode(packed).map_err(|_| DrawingFault::Picture)?;
    photo::inspect(Path::new(&format!("picture.{ending}")), &bytes).map_err(|_| DrawingFault::Picture)?;
    Ok(true)
}
