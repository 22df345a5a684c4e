//! Inks of the press: colours of the screen become colours of the four printing inks.
//!
//! Black and greys are black ink alone: text in four inks is blurred by the least shift between the
//! plates. Other colours are the mixture that looks most like them in print (typst's CMYK profile
//! says how a mixture looks). Pictures stay as they are. The check code, which is a drawing in
//! black, is drawn anew in black ink.

use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size};
use typst::syntax::Span;
use typst::visualize::{Cmyk, Color, FixedStroke, Geometry as Drawn, Image, ImageKind, Oklab, Paint, ProcessColor};
use typst_layout::Page;

/// Black ink alone.
pub(super) const BLACK: Color = Color::Process(ProcessColor::Cmyk(Cmyk { c: 0.0, m: 0.0, y: 0.0, k: 1.0 }));

/// Colours whose parts differ by no more than this are greys: the text's dark greys have a touch of
/// blue.
const NEUTRAL: f32 = 0.05;
/// Greys darker than this are printed as black: a screened text has ragged edges.
const NEARLY_BLACK: f32 = 0.13;
/// Smaller coloured text, in points, is printed in two inks at most: three plates never meet so exactly.
const SMALL: f64 = 10.0;
/// The share of the grey in a colour that is printed with black ink and not with the other three
/// together.
const BLACK_SHARE: f32 = 0.7;

/// Mixes the inks for pages; a colour is mixed once.
#[derive(Default)]
pub(super) struct Inks {
    mixed: Vec<(Color, Color)>,
}

impl Inks {
    /// Puts the inks of the press in the place of a page's colours.
    pub(super) fn page(&mut self, page: &mut Page) {
        if let typst::foundations::Smart::Custom(Some(fill)) = &mut page.fill {
            self.paint(fill);
        }
        self.frame(&mut page.frame);
    }

    fn frame(&mut self, frame: &mut Frame) {
        frame.retain(|item| {
            match item {
                FrameItem::Group(group) => self.frame(&mut group.frame),
                FrameItem::Text(text) => {
                    self.paint(&mut text.fill);
                    if text.size.to_pt() < SMALL {
                        spare_plates(&mut text.fill);
                    }
                    self.stroke(text.stroke.as_mut());
                }
                FrameItem::Shape(shape, _) => {
                    if let Some(fill) = &mut shape.fill {
                        self.paint(fill);
                    }
                    self.stroke(shape.stroke.as_mut());
                }
                FrameItem::Image(image, size, _) => {
                    if let Some(bars) = check_code(image, *size) {
                        *item = FrameItem::Group(GroupItem::new(bars));
                    }
                }
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
            true
        });
    }

    fn stroke(&mut self, stroke: Option<&mut FixedStroke>) {
        if let Some(stroke) = stroke {
            self.paint(&mut stroke.paint);
        }
    }

    fn paint(&mut self, paint: &mut Paint) {
        if let Paint::Solid(color) = paint {
            *color = self.color(color);
        }
    }

    fn color(&mut self, color: &Color) -> Color {
        if let Some((_, mixed)) = self.mixed.iter().find(|(known, _)| known == color) {
            return mixed.clone();
        }
        let mixed = mixed(color);
        self.mixed.push((color.clone(), mixed.clone()));
        mixed
    }
}

/// The mixture for a colour. Spot colours and mixtures stay; what can be seen through has no
/// mixture and only loses its hue when it is a grey.
fn mixed(color: &Color) -> Color {
    let Color::Process(process) = color else { return color.clone() };
    if matches!(process, ProcessColor::Cmyk(_)) {
        return color.clone();
    }
    let rgb = color.to_rgb();
    let parts = [rgb.red, rgb.green, rgb.blue];
    let (least, most) = parts.iter().fold((1.0_f32, 0.0_f32), |(least, most), &part| (least.min(part), most.max(part)));
    let neutral = most - least <= NEUTRAL;
    if color.alpha().is_some_and(|alpha| alpha < 1.0) {
        return if neutral { Color::Process(ProcessColor::Luma(color.to_luma())) } else { color.clone() };
    }
    let cmyk = |[c, m, y, k]: [f32; 4]| Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k }));
    if neutral && most >= 0.995 {
        return cmyk([0.0; 4]);
    }
    if neutral && most <= NEARLY_BLACK {
        return BLACK;
    }
    let black = 1.0 - most;
    if neutral {
        return cmyk(nearest(color, [0.0, 0.0, 0.0, black], &[3]));
    }
    // The other three inks are found for a given amount of black.
    cmyk(nearest(
        color,
        [1.0 - rgb.red - black, 1.0 - rgb.green - black, 1.0 - rgb.blue - black, black * BLACK_SHARE],
        &[0, 1, 2],
    ))
}

/// Mixes a colour again of the two inks that come nearest to it.
fn spare_plates(paint: &mut Paint) {
    let Paint::Solid(color) = paint else { return };
    let Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k })) = *color else { return };
    let inks = [c, m, y, k];
    if inks.iter().filter(|ink| **ink > 0.0).count() <= 2 {
        return;
    }
    let wanted = color.to_oklab();
    let pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]];
    let mixtures = pairs.map(|pair| {
        let start = std::array::from_fn(|ink| if pair.contains(&ink) { inks[ink] } else { 0.0 });
        nearest(color, start, &pair)
    });
    let best = mixtures.into_iter().min_by(|one, other| distance(*one, wanted).total_cmp(&distance(*other, wanted)));
    if let Some([c, m, y, k]) = best {
        *color = Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k }));
    }
}

/// The distance of a mixture from a colour as it is seen, squared.
fn distance([c, m, y, k]: [f32; 4], wanted: Oklab) -> f32 {
    let seen = Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k })).to_oklab();
    (seen.l - wanted.l).powi(2) + (seen.a - wanted.a).powi(2) + (seen.b - wanted.b).powi(2)
}

/// Moves some of the inks, by ever smaller steps, to where the mixture looks most like the colour.
fn nearest(color: &Color, mut inks: [f32; 4], free: &[usize]) -> [f32; 4] {
    let wanted = color.to_oklab();
    let mut best = distance(inks, wanted);
    let mut step = 0.25_f32;
    // Down to a hundredth: finer than any press.
    while step > 0.005 {
        let mut better = false;
        for &ink in free {
            for change in [step, -step] {
                let mut tried = inks;
                let Some(amount) = tried.get_mut(ink) else { continue };
                *amount = (*amount + change).clamp(0.0, 1.0);
                let found = distance(tried, wanted);
                if found < best {
                    (inks, best, better) = (tried, found, true);
                }
            }
        }
        if !better {
            step /= 2.0;
        }
    }
    inks.map(|ink| (ink * 100.0).round() / 100.0)
}

/// The check code of `typeset::inputs` as bars of black ink; none for other pictures.
///
/// It is one path of horizontal strokes a unit high, as `M4 7.5h3`: typst would print it in the
/// screen's black, which is all four inks.
fn check_code(image: &Image, size: Size) -> Option<Frame> {
    let ImageKind::Svg(svg) = image.kind() else { return None };
    let text = std::str::from_utf8(svg.data()).ok()?;
    let path = text.split_once("<path stroke=\"#000\" d=\"")?.1.split_once("\"/></svg>")?.0;
    let unit = Abs::raw(size.x.to_raw() / svg.width());
    let mut frame = Frame::soft(size);
    for stroke in path.split('M').skip(1) {
        let (x, rest) = stroke.split_once(' ')?;
        let (y, length) = rest.split_once('h')?;
        let (x, y, length): (f64, f64, f64) = (x.parse().ok()?, y.parse().ok()?, length.parse().ok()?);
        let bar = Drawn::Rect(Size::new(unit * length, unit)).filled(BLACK);
        frame.push(Point::new(unit * x, unit * (y - 0.5)), FrameItem::Shape(bar, Span::detached()));
    }
    Some(frame)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inks(hex: u32) -> [f32; 4] {
        let Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k })) =
            mixed(&Color::Process(ProcessColor::from_u32(hex)))
        else {
            unreachable!("opaque colours are mixed")
        };
        [c, m, y, k]
    }

    #[test]
    fn greys_are_black_ink_alone() {
        assert_eq!(inks(0x0011_1111_u32 << 8 | 0xff), [0.0, 0.0, 0.0, 1.0]);
        assert_eq!(inks(0xffff_ffff), [0.0; 4]);
        let [c, m, y, k] = inks(0x5559_5cff);
        assert_eq!([c, m, y], [0.0; 3]);
        assert!((0.6..0.9).contains(&k), "{k}");
    }

    #[test]
    fn small_text_needs_two_plates_at_most() {
        for hex in [0x0b55_63ff, 0x7a1f_2bff, 0x1f4e_79ff, 0x2e6b_34ff, 0x8a6d_1bff, 0x1111_11ff] {
            let wanted = Color::Process(ProcessColor::from_u32(hex));
            let mut paint = Paint::Solid(mixed(&wanted));
            spare_plates(&mut paint);
            let Paint::Solid(color) = paint else { unreachable!("it was solid") };
            let Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k })) = color else { unreachable!("it was mixed") };
            let plates = [c, m, y, k].into_iter().filter(|ink| *ink > 0.0).count();
            assert!(plates <= 2, "{hex:08x}: {:?}", [c, m, y, k]);
            let distance = distance([c, m, y, k], wanted.to_oklab()).sqrt();
            assert!(distance < 0.12, "{hex:08x}: {distance} with {:?}", [c, m, y, k]);
        }
    }

    #[test]
    fn a_mixture_looks_like_its_colour() {
        for hex in [0x0b55_63ff, 0x7a1f_2bff, 0x1f4e_79ff, 0xe6ee_efff, 0x2e6b_34ff] {
            let (wanted, [c, m, y, k]) = (Color::Process(ProcessColor::from_u32(hex)), inks(hex));
            let (wanted, seen) =
                (wanted.to_oklab(), Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k })).to_oklab());
            let distance =
                ((seen.l - wanted.l).powi(2) + (seen.a - wanted.a).powi(2) + (seen.b - wanted.b).powi(2)).sqrt();
            assert!(distance < 0.03, "{hex:08x}: {distance} with {:?}", [c, m, y, k]);
            assert!(c + m + y + k <= 3.0, "{hex:08x}: too much ink");
        }
    }
}
