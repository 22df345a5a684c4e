//! Manual pages with the headings of a language.

use std::io;

use clap::Command;
use clap_mangen::Man;

use crate::words::Lang;
use crate::words::help::HelpHeading;

/// The manual page of a command that has the words of a language, as roff.
pub(in super::super) fn man_page(command: Command, lang: Lang) -> io::Result<Vec<u8>> {
    let name = command.get_bin_name().unwrap_or("nashra").replace(' ', "-");
    let has_commands = command.has_subcommands();
    let version = command.get_version().is_some();
    let man = Man::new(command.display_name(name));
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    section(&mut page, HelpHeading::Name, lang, |out| man.render_name_section(out))?;
    section(&mut page, HelpHeading::Synopsis, lang, |out| man.render_synopsis_section(out))?;
    section(&mut page, HelpHeading::Description, lang, |out| man.render_description_section(out))?;
    // Its headings are the arguments' own.
    man.render_options_section(&mut page)?;
    if has_commands {
        man.render_subcommands_section(&mut page)?;
    }
    if version {
        section(&mut page, HelpHeading::Version, lang, |out| man.render_version_section(out))?;
    }
    Ok(page)
}

/// Writes a section under a heading of ours.
fn section(
    page: &mut Vec<u8>,
    heading: HelpHeading,
    lang: Lang,
    render: impl FnOnce(&mut Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    let mut text = Vec::new();
    render(&mut text)?;
    // The first lines are roff's own preamble, up to the heading.
    let text = String::from_utf8_lossy(&text);
    for line in text.lines() {
        let line = if line.starts_with(".SH ") { format!(".SH \"{}\"", heading.text(lang)) } else { line.to_owned() };
        page.extend_from_slice(line.as_bytes());
        page.push(b'\n');
    }
    Ok(())
}
