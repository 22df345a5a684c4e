//! The light of sRGB colours.

/// The luminance of a colour, from 0 to 1.
pub(super) fn luminance(rgb: [u8; 3]) -> f32 {
    let [red, green, blue] = rgb.map(light);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The light of a part of an sRGB colour (IEC 61966-2-1).
pub(super) fn light(value: u8) -> f32 {
    let value = f32::from(value) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// The part of an sRGB colour of so much light.
pub(super) fn value_of(light: f32) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let value = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (value * 255.0).round() as u8
}
