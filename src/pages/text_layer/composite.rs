//! TrueType outlines, to which glyphs are added that draw several of them.

use rustybuzz::ttf_parser::{RawFace, Tag};

/// `ARGS_ARE_XY_VALUES`: a part is moved, not hung on a point.
const MOVED: u16 = 0x0002;
/// `ARG_1_AND_2_ARE_WORDS`.
const WORDS: u16 = 0x0001;
/// `MORE_COMPONENTS`.
const MORE: u16 = 0x0020;
/// `OVERLAP_COMPOUND`: what is drawn twice isn't cut out.
const OVERLAP: u16 = 0x0400;

/// Places of the greatest numbers in `maxp`: points and contours of a composite, its parts, the
/// depth of parts in parts.
const MAX_POINTS: usize = 10;
const MAX_CONTOURS: usize = 12;
const MAX_PARTS: usize = 28;
const MAX_DEPTH: usize = 30;

/// The tables of a font that say what its glyphs look like.
pub(super) struct Outlines {
    glyf: Vec<u8>,
    /// The beginnings of the glyphs in `glyf`, and the end of the last one.
    offsets: Vec<u32>,
    /// The width of each glyph, and the left end of its outline.
    metrics: Vec<(u16, i16)>,
    head: Vec<u8>,
    hhea: Vec<u8>,
    maxp: Vec<u8>,
}

impl Outlines {
    /// A font's.
    pub(super) fn of(face: &RawFace) -> Option<Self> {
        let table = |tag| face.table(Tag::from_bytes(tag));
        let (head, hhea, maxp) = (table(b"head")?, table(b"hhea")?, table(b"maxp")?);
        let count = usize::from(u16_at(maxp, 4)?);
        let loca = table(b"loca")?;
        let offsets = match u16_at(head, 50)? {
            0 => loca.chunks_exact(2).map(|b| Some(2 * u32::from(u16_at(b, 0)?))).collect::<Option<Vec<_>>>()?,
            _ => loca
                .chunks_exact(4)
                .map(|b| Some(u32::from_be_bytes(b.try_into().ok()?)))
                .collect::<Option<Vec<_>>>()?,
        };
        let metrics = metrics(table(b"hmtx")?, usize::from(u16_at(hhea, 34)?), count)?;
        let glyf = table(b"glyf")?.to_vec();
        (offsets.len() == count + 1 && maxp.len() > MAX_DEPTH + 1).then(|| Self {
            glyf,
            offsets,
            metrics,
            head: head.to_vec(),
            hhea: hhea.to_vec(),
            maxp: maxp.to_vec(),
        })
    }

    /// Adds a glyph that draws others, each moved from where it stands, and gives its number.
    pub(super) fn add(&mut self, parts: &[(u16, i16, i16)], advance: u16) -> Option<u16> {
        let id = u16::try_from(self.metrics.len()).ok()?;
        let mut left = 0;
        if let Some(bounds) = self.bounds(parts)? {
            left = bounds[0];
            self.glyf.extend((-1_i16).to_be_bytes());
            self.glyf.extend(bounds.iter().flat_map(|bound| bound.to_be_bytes()));
            for (index, part) in parts.iter().enumerate() {
                let more = if index + 1 < parts.len() { MORE } else { 0 };
                let overlap = if index == 0 { OVERLAP } else { 0 };
                self.write_part(*part, more | overlap);
            }
            self.count(parts)?;
            self.glyf.resize(self.glyf.len().next_multiple_of(4), 0);
        }
        self.offsets.push(u32::try_from(self.glyf.len()).ok()?);
        self.metrics.push((advance, left));
        Some(id)
    }

    fn write_part(&mut self, (id, x, y): (u16, i16, i16), flags: u16) {
        let small = i8::try_from(x).ok().zip(i8::try_from(y).ok());
        let words = if small.is_some() { 0 } else { WORDS };
        self.glyf.extend((flags | MOVED | words).to_be_bytes());
        self.glyf.extend(id.to_be_bytes());
        match small {
            Some((x, y)) => self.glyf.extend([x.to_be_bytes(), y.to_be_bytes()].concat()),
            None => self.glyf.extend([x.to_be_bytes(), y.to_be_bytes()].concat()),
        }
    }

    /// The box round parts: from the left, the bottom, to the right, the top. None without parts.
    fn bounds(&self, parts: &[(u16, i16, i16)]) -> Option<Option<[i16; 4]>> {
        let mut all: Option<[i16; 4]> = None;
        for (id, x, y) in parts {
            let outline = self.outline(*id)?;
            let bound = |at, by: i16| (u16_at(outline, at)? as i16).checked_add(by);
            let own = [bound(2, *x)?, bound(4, *y)?, bound(6, *x)?, bound(8, *y)?];
            all =
                Some(all.map_or(own, |all| {
                    [all[0].min(own[0]), all[1].min(own[1]), all[2].max(own[2]), all[3].max(own[3])]
                }));
        }
        Some(all)
    }

    fn outline(&self, id: u16) -> Option<&[u8]> {
        let (from, to) = (*self.offsets.get(usize::from(id))?, *self.offsets.get(usize::from(id) + 1)?);
        self.glyf.get(from as usize..to as usize)
    }

    /// Raises the greatest numbers to those of a new glyph.
    fn count(&mut self, parts: &[(u16, i16, i16)]) -> Option<()> {
        let (mut points, mut contours) = (0_u16, 0_u16);
        let (mut deepest, composites) = (1, (u16_at(&self.maxp, MAX_POINTS)?, u16_at(&self.maxp, MAX_CONTOURS)?));
        for (id, ..) in parts {
            let outline = self.outline(*id)?;
            let own = u16_at(outline, 0)?;
            let (more_points, more_contours) = if own as i16 >= 0 {
                let last =
                    usize::from(own).checked_sub(1).map_or(Some(0), |last| Some(u16_at(outline, 10 + 2 * last)? + 1));
                (last?, own)
            } else {
                deepest = u16_at(&self.maxp, MAX_DEPTH)?.max(1) + 1;
                composites
            };
            points = points.saturating_add(more_points);
            contours = contours.saturating_add(more_contours);
        }
        raise(&mut self.maxp, MAX_POINTS, points);
        raise(&mut self.maxp, MAX_CONTOURS, contours);
        raise(&mut self.maxp, MAX_PARTS, parts.len() as u16);
        raise(&mut self.maxp, MAX_DEPTH, deepest);
        Some(())
    }

    /// The tables.
    pub(super) fn tables(mut self) -> Option<Vec<(&'static [u8; 4], Vec<u8>)>> {
        let count = u16::try_from(self.metrics.len()).ok()?;
        put(&mut self.maxp, 4, count);
        put(&mut self.hhea, 34, count);
        put(&mut self.head, 50, 1);
        let loca = self.offsets.iter().flat_map(|offset| offset.to_be_bytes()).collect();
        let metric = |(advance, left): &(u16, i16)| [advance.to_be_bytes(), left.to_be_bytes()].concat();
        let hmtx = self.metrics.iter().flat_map(metric).collect();
        Some(vec![
            (b"glyf", self.glyf),
            (b"loca", loca),
            (b"hmtx", hmtx),
            (b"head", self.head),
            (b"hhea", self.hhea),
            (b"maxp", self.maxp),
        ])
    }
}

/// The widths and left ends of glyphs: of the last ones the table has the left ends alone.
fn metrics(hmtx: &[u8], full: usize, count: usize) -> Option<Vec<(u16, i16)>> {
    let one = |index: usize| {
        let advance = u16_at(hmtx, 4 * index.min(full.checked_sub(1)?))?;
        let left = if index < full { 4 * index + 2 } else { 4 * full + 2 * (index - full) };
        Some((advance, u16_at(hmtx, left)? as i16))
    };
    (0..count).map(one).collect()
}

fn u16_at(table: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(table.get(at..at + 2)?.try_into().ok()?))
}

fn put(table: &mut [u8], at: usize, value: u16) {
    if let Some(place) = table.get_mut(at..at + 2) {
        place.copy_from_slice(&value.to_be_bytes());
    }
}

fn raise(table: &mut [u8], at: usize, value: u16) {
    let now = u16_at(table, at).unwrap_or_default();
    put(table, at, now.max(value));
}
