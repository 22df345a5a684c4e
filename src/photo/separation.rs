//! Photos in the four inks of the press.

use std::sync::Arc;

use moxcms::{ColorProfile, Layout, RenderingIntent, TransformExecutor, TransformOptions};

use super::light::{light, luminance, value_of};

/// The most ink of a pixel, of 255 for each ink: 300 %, less what JPEG may add.
const MOST: u16 = 750;

/// Separates pictures by the profile of a press.
pub(super) struct Separation {
    transform: Arc<dyn TransformExecutor<u8> + Send + Sync>,
    /// For each value of a colour's part the one in its place, so that the picture's black is the
    /// darkest mixture and nothing above it is lost (black point compensation).
    lifted: [u8; 256],
}

impl Separation {
    /// By a profile; none if it lacks a table for one of the two ways.
    pub(super) fn by(profile: &ColorProfile) -> Option<Self> {
        let srgb = ColorProfile::new_srgb();
        let options =
            TransformOptions { rendering_intent: RenderingIntent::RelativeColorimetric, ..Default::default() };
        let transform = srgb.create_transform_8bit(Layout::Rgb, profile, Layout::Rgba, options).ok()?;
        let back = profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgb, options).ok()?;
        let (mut darkest, mut seen) = ([0; 4], [0; 3]);
        transform.transform(&[0; 3], &mut darkest).ok()?;
        back.transform(&darkest, &mut seen).ok()?;
        let black = luminance(seen);
        let lifted = std::array::from_fn(|value| value_of(black + light(value as u8) * (1.0 - black)));
        Some(Self { transform, lifted })
    }

    /// The inks of pixels in sRGB.
    pub(super) fn inks(&self, rgb: &[u8]) -> Option<Vec<u8>> {
        let lifted: Vec<u8> = rgb.iter().map(|part| self.lifted[usize::from(*part)]).collect();
        let mut inks = vec![0; rgb.len() / 3 * 4];
        self.transform.transform(&lifted, &mut inks).ok()?;
        inks.as_chunks_mut().0.iter_mut().for_each(spare);
        Some(inks)
    }
}

/// Takes colour out of a mixture with too much ink.
fn spare(inks: &mut [u8; 4]) {
    let [colours @ .., black] = inks;
    let sum: u16 = colours.iter().copied().map(u16::from).sum();
    let most = MOST - u16::from(*black);
    if sum > most {
        colours.iter_mut().for_each(|ink| *ink = (u32::from(*ink) * u32::from(most) / u32::from(sum)) as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::inks::InkProfile;
    use crate::photo::profile::PressProfile;

    fn inks(rgb: [u8; 3]) -> [u8; 4] {
        PressProfile::coated().unwrap().separation().unwrap().inks(&rgb).unwrap().try_into().unwrap()
    }

    #[test]
    fn no_colour_takes_more_than_three_inks_worth() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let inks = inks([red, green, blue]);
                    let sum: u32 = inks.iter().copied().map(u32::from).sum();
                    assert!(sum <= 3 * 255, "{:?}: {inks:?}", [red, green, blue]);
                }
            }
        }
    }

    #[test]
    fn paper_has_no_ink_and_black_is_deep() {
        assert!(inks([255; 3]).iter().all(|ink| *ink < 4), "{:?}", inks([255; 3]));
        let [colours @ .., black] = inks([0; 3]);
        assert!(black > 240 && colours.iter().all(|ink| *ink > 80), "{:?}", inks([0; 3]));
    }

    #[test]
    fn dark_tones_stay_apart_and_colours_what_they_are() {
        let seen = |rgb: [u8; 3]| -> [u8; 3] {
            InkProfile::of(None).unwrap().to_srgb(&inks(rgb)).unwrap().try_into().unwrap()
        };
        let greys: Vec<f32> = (0..=255).step_by(17).map(|value| luminance(seen([value; 3]))).collect();
        assert!(greys.is_sorted() && greys[1] > greys[0], "{greys:?}");
        for rgb in [[11, 85, 99], [120, 160, 80], [230, 200, 170], [200, 30, 30], [128; 3]] {
            let near = |(one, other): (&u8, &u8)| one.abs_diff(*other) <= 16;
            assert!(rgb.iter().zip(&seen(rgb)).all(near), "{rgb:?} became {:?}", seen(rgb));
        }
    }
}
