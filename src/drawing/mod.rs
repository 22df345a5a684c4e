//! Drawings (SVG) from strangers: what could act or reach out is left out, and what could grow
//! without end is refused.
//!
//! An office's mark stands on every page and on the web site. In a browser an SVG may run code and
//! fetch files; in layout a few hundred bytes may draw a thousand million shapes by naming each
//! other. Text in, text out: no file is read here.

mod attributes;
mod bounds;
mod references;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::Writer;
use quick_xml::events::{BytesCData, BytesStart, BytesText, Event};

pub use self::bounds::MAX_BYTES;
use self::bounds::{MAX_DEPTH, MAX_FILTERS, MAX_LETTERS, MAX_SHAPES, broken};
use self::references::References;
use crate::words::DrawingFault;

/// Elements that act, show what is not a drawing, or change others while they are looked at.
const ACTING: [&str; 14] = [
    "script",
    "foreignobject",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "canvas",
    "handler",
    "listener",
    "set",
    "animate",
    "animatemotion",
    "animatetransform",
];

/// A drawing that can do nothing but be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The drawing.
    pub bytes: Vec<u8>,
    /// The names of what was left out, as `script` or `onload`; mostly none.
    pub left_out: Vec<String>,
}

/// True if a file's name is that of a drawing.
#[must_use]
pub fn is_named(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".svg")
}

/// A drawing without what acts or reaches out.
///
/// # Errors
/// See [`DrawingFault`].
pub fn sanitised(bytes: &[u8]) -> Result<Drawing, DrawingFault> {
    if bytes.starts_with(&[0x1F, 0x8B]) {
        return Err(DrawingFault::Packed);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| DrawingFault::Broken(error.to_string()))?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    let mut pass = Pass::default();
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Eof => break,
            event => pass.take(event)?,
        }
    }
    pass.finish()
}

/// One walk over a drawing, which writes it anew.
struct Pass {
    writer: Writer<Vec<u8>>,
    references: References,
    left_out: BTreeSet<String>,
    depth: usize,
    /// Elements open inside one that is left out, that one included.
    skipped: usize,
    filters: usize,
    letters: usize,
    /// Inside a style sheet.
    in_style: bool,
    drawn: bool,
}

impl Default for Pass {
    fn default() -> Self {
        Self {
            writer: Writer::new(Vec::new()),
            references: References::default(),
            left_out: BTreeSet::new(),
            depth: 0,
            skipped: 0,
            filters: 0,
            letters: 0,
            in_style: false,
            drawn: false,
        }
    }
}

impl Pass {
    fn take(&mut self, event: Event<'_>) -> Result<(), DrawingFault> {
        match event {
            Event::Start(_) | Event::End(_) if self.skipped > 0 => {
                let opens = matches!(event, Event::Start(_));
                self.skipped = if opens { self.skipped + 1 } else { self.skipped - 1 };
                Ok(())
            }
            _ if self.skipped > 0 => Ok(()),
            Event::Start(start) => self.start(&start, true),
            Event::Empty(start) => self.start(&start, false),
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                self.in_style = false;
                self.references.close();
                self.write(Event::End(end))
            }
            Event::Text(text) => {
                let letters = text.chars().filter(|c| !c.is_whitespace()).count();
                self.text(letters, &text.into_inner(), |text| Event::Text(BytesText::from_escaped(text)))
            }
            Event::CData(data) => {
                let letters = data.chars().filter(|c| !c.is_whitespace()).count();
                self.text(letters, &data.into_inner(), |text| Event::CData(BytesCData::new(text)))
            }
            Event::GeneralRef(name) => {
                self.letters += 1;
                self.write(Event::GeneralRef(name))
            }
            Event::DocType(kind) if kind.to_ascii_lowercase().contains("<!entity") => Err(DrawingFault::Entities),
            Event::Decl(declared) => self.write(Event::Decl(declared)),
            Event::PI(instruction) => {
                self.left_out.insert(format!("?{}", instruction.target()));
                Ok(())
            }
            Event::DocType(_) | Event::Comment(_) | Event::Eof => Ok(()),
        }
    }

    /// An element: written with the attributes that may stay, or left out with all that it holds.
    fn start(&mut self, start: &BytesStart<'_>, open: bool) -> Result<(), DrawingFault> {
        let name = start.local_name().as_ref().to_owned();
        let kind = name.to_ascii_lowercase();
        if !self.drawn && kind != "svg" {
            return Err(DrawingFault::Broken(format!("it begins with `{name}`, and not with `svg`")));
        }
        self.drawn = true;
        if ACTING.contains(&kind.as_str()) {
            self.left_out.insert(name);
            self.skipped = usize::from(open);
            return Ok(());
        }
        self.filters += usize::from(kind.starts_with("fe"));
        if self.filters > MAX_FILTERS {
            return Err(DrawingFault::Filters(MAX_FILTERS));
        }
        let kept = attributes::kept(start, &mut self.left_out)?;
        self.references.open(&kept, open);
        if self.references.count() > MAX_SHAPES {
            return Err(DrawingFault::Shapes(MAX_SHAPES));
        }
        let mut written = BytesStart::new(start.name().as_ref().to_owned());
        for attribute in &kept {
            written.push_attribute((attribute.key.as_str(), attribute.value.as_str()));
        }
        if !open {
            return self.write(Event::Empty(written));
        }
        self.depth += 1;
        self.in_style = kind == "style";
        if self.depth > MAX_DEPTH {
            return Err(DrawingFault::Depth(MAX_DEPTH));
        }
        self.write(Event::Start(written))
    }

    fn text<'t>(
        &mut self,
        letters: usize,
        text: &'t str,
        event: impl FnOnce(&'t str) -> Event<'t>,
    ) -> Result<(), DrawingFault> {
        if self.in_style {
            if attributes::reaches_out(text) {
                self.left_out.insert("style".to_owned());
                return Ok(());
            }
            return self.write(event(text));
        }
        self.letters += letters;
        if self.letters > MAX_LETTERS {
            return Err(DrawingFault::Letters(MAX_LETTERS));
        }
        self.write(event(text))
    }

    fn write(&mut self, event: Event<'_>) -> Result<(), DrawingFault> {
        self.writer.write_event(event).map_err(|error| broken(&error))
    }

    fn finish(self) -> Result<Drawing, DrawingFault> {
        if !self.drawn {
            return Err(DrawingFault::Broken("it holds no drawing".to_owned()));
        }
        if self.references.drawn().is_none_or(|drawn| drawn > MAX_SHAPES) {
            return Err(DrawingFault::Shapes(MAX_SHAPES));
        }
        Ok(Drawing { bytes: self.writer.into_inner(), left_out: self.left_out.into_iter().collect() })
    }
}
