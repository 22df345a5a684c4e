//! Fields: instructions to Word, with the text that they last gave.

/// A field that is open.
#[derive(Debug, Default)]
pub(super) struct Field {
    instruction: String,
    /// True behind the instruction, where the text is that is shown.
    pub(super) is_shown: bool,
    /// The address that it leads to.
    pub(super) link: Option<String>,
}

/// The most bytes of an instruction that are looked at.
const LONGEST: usize = 8192;

impl Field {
    pub(super) fn read(&mut self, text: &str) {
        if self.instruction.len() + text.len() <= LONGEST {
            self.instruction.push_str(text);
        }
    }

    /// The instruction is over and the shown text begins.
    pub(super) fn show(&mut self) {
        self.is_shown = true;
        self.link = link(&self.instruction);
    }
}

/// The address in `HYPERLINK "https://…" \o "…"`.
pub(super) fn link(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start();
    let rest = rest.get(..9).filter(|name| name.eq_ignore_ascii_case("HYPERLINK")).and_then(|_| rest.get(9..))?;
    let quoted = rest.trim_start().strip_prefix('"')?;
    quoted.split('"').next().filter(|url| !url.is_empty()).map(str::to_owned)
}
