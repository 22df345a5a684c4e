//! The profile of the press.

use std::sync::{LazyLock, OnceLock};

use moxcms::{ColorProfile, DataColorSpace, ProfileClass, ProfileText};

use super::separation::Separation;
use crate::hash::sha512;
use crate::words::{FileProblem, ProfileFault};

/// The profile for coated paper, made by `tests/tools/press_profile.py`: sheets as CGATS TR 001
/// describes them, at most 300 % of ink.
pub(super) const COATED: &[u8] = include_bytes!("press.icc");
/// The name of what it describes in the ICC's registry.
const COATED_CONDITION: &str = "CGATS TR 001";

/// The most bytes of a profile: the largest that are handed out have three million.
pub const MAX_PROFILE_BYTES: u64 = 8 * 1024 * 1024;

/// The colour profile (ICC) of a press and its paper.
pub struct PressProfile {
    /// The profile.
    pub bytes: Vec<u8>,
    /// SHA-512 of the profile.
    pub digest: String,
    /// What it describes, in the profile's own words.
    pub condition: String,
    /// True if the ICC's registry knows the condition by this name.
    pub registered: bool,
    profile: Box<ColorProfile>,
    separation: OnceLock<Option<Separation>>,
}

impl PressProfile {
    /// The one for coated paper; none if it can't be read, which would be a mistake of the program.
    pub fn coated() -> Option<&'static Self> {
        static COATED_PROFILE: LazyLock<Option<PressProfile>> = LazyLock::new(|| {
            let found = PressProfile::read(COATED.to_vec()).ok()?;
            Some(PressProfile { condition: COATED_CONDITION.to_owned(), registered: true, ..found })
        });
        COATED_PROFILE.as_ref()
    }

    /// Reads a profile of four inks.
    ///
    /// # Errors
    /// See [`ProfileFault`].
    pub fn read(bytes: Vec<u8>) -> Result<Self, ProfileFault> {
        // "acsp" stands in every profile's head (ICC.1:2022, 7.2).
        if bytes.get(36..40) != Some(b"acsp") {
            return Err(ProfileFault::NoProfile);
        }
        let profile = ColorProfile::new_from_slice(&bytes).map_err(|_| ProfileFault::Broken)?;
        if profile.color_space != DataColorSpace::Cmyk {
            return Err(ProfileFault::OtherColours);
        }
        if profile.profile_class != ProfileClass::OutputDevice {
            return Err(ProfileFault::NoPress);
        }
        // One table may serve for all ways of mixing.
        let mixes = profile.lut_b_to_a_colorimetric.is_some() || profile.lut_b_to_a_perceptual.is_some();
        let shows = profile.lut_a_to_b_colorimetric.is_some() || profile.lut_a_to_b_perceptual.is_some();
        if !mixes || !shows {
            return Err(ProfileFault::Broken);
        }
        let condition = profile.description.as_ref().and_then(words).unwrap_or_else(|| "custom".to_owned());
        Ok(Self {
            digest: sha512(&bytes),
            bytes,
            condition,
            registered: false,
            profile: Box::new(profile),
            separation: OnceLock::new(),
        })
    }

    /// Separates pictures by it, which takes a moment to prepare; none if its tables can't be used.
    pub(super) fn separation(&self) -> Option<&Separation> {
        self.separation.get_or_init(|| Separation::by(&self.profile)).as_ref()
    }

    /// The message for the user, about the profile of this name.
    #[must_use]
    pub fn told(fault: ProfileFault, name: &str) -> FileProblem {
        FileProblem::NoPressProfile { path: name.to_owned(), fault }
    }
}

/// A profile's text on one line in Latin letters, as PDF takes it.
fn words(text: &ProfileText) -> Option<String> {
    let text = match text {
        ProfileText::PlainString(text) => text.clone(),
        ProfileText::Localizable(all) => all.first()?.value.clone(),
        ProfileText::Description(described) => described.ascii_string.clone(),
    };
    let plain: String = text.chars().filter(|c| matches!(c, ' '..='~')).take(100).collect();
    let plain = plain.trim();
    (!plain.is_empty()).then(|| plain.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(bytes: &[u8]) -> ProfileFault {
        PressProfile::read(bytes.to_vec()).err().unwrap()
    }

    #[test]
    fn what_is_no_profile_of_a_press_is_told_apart() {
        assert_eq!(fault(b"%PDF-1.7"), ProfileFault::NoProfile);
        assert_eq!(fault(&COATED[..200]), ProfileFault::Broken);
        let screen = ColorProfile::new_srgb().encode().unwrap();
        assert_eq!(fault(&screen), ProfileFault::OtherColours);
        let mut link = COATED.to_vec();
        link[12..16].copy_from_slice(b"spac");
        assert_eq!(fault(&link), ProfileFault::NoPress);
    }

    #[test]
    fn the_built_in_one_is_whole() {
        let coated = PressProfile::coated().unwrap();
        assert!(coated.registered && coated.bytes == COATED);
    }
}
