//! The office's printer: `[printer]` of the workspace.

use crate::report::check::checker::Checker;
use crate::report::fields::field::{Field, Fields};
use crate::report::source::clip::clipped;
use crate::report::source::placed::Placed;
use crate::words::PrintProblem;

/// Characters in an address.
const LONGEST: usize = 1000;

/// The printer of an office.
#[derive(Clone, Debug)]
pub struct PrinterSettings {
    /// Its address, checked by [`check_printer_address`].
    pub uri: Option<Placed<String>>,
    /// True if it prints on both sides.
    pub duplex: bool,
}

impl Default for PrinterSettings {
    fn default() -> Self {
        Self { uri: None, duplex: true }
    }
}

/// `[printer]`.
pub(super) fn printer(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> PrinterSettings {
    let default = PrinterSettings::default();
    let Some(mut fields) = root.take("printer").and_then(|field| field.table(checker)) else { return default };
    let uri = fields.take("uri").and_then(|field| address(&field, checker));
    let duplex = fields.take("duplex").and_then(|field| field.boolean(checker));
    fields.finish(checker);
    PrinterSettings { uri, duplex: duplex.unwrap_or(default.duplex) }
}

fn address(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Placed<String>> {
    let uri = field.word(checker, LONGEST)?;
    match check_printer_address(&uri.value) {
        Ok(()) => Some(uri),
        Err(problem) => {
            checker.error(field.span.clone(), &field.path, problem);
            None
        }
    }
}

/// Checks that a text is a printer's address: `ipp://`, a host, perhaps a port and a path. A name
/// and password in it are refused, since they would travel in the open.
///
/// # Errors
/// [`PrintProblem::Encrypted`] for `ipps://`, else [`PrintProblem::BadAddress`].
pub fn check_printer_address(text: &str) -> Result<(), PrintProblem> {
    let bad = || PrintProblem::BadAddress { found: clipped(text) };
    let (scheme, rest) = text.split_once("://").ok_or_else(bad)?;
    if scheme.eq_ignore_ascii_case("ipps") {
        return Err(PrintProblem::Encrypted { found: clipped(text) });
    }
    let authority = rest.split('/').next().unwrap_or_default();
    // the colons of an IPv6 address stand in brackets
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse::<u16>().is_ok_and(|port| port > 0)),
        _ => (authority, true),
    };
    let is_host = host.chars().any(|c| c.is_ascii_alphanumeric())
        && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '[' | ']' | ':'))
        && (!host.contains(':') || (host.starts_with('[') && host.ends_with(']')));
    let is_path = rest.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '\\' | '`' | '?' | '#'));
    if scheme.eq_ignore_ascii_case("ipp") && is_host && port && is_path { Ok(()) } else { Err(bad()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_ipp_pass() {
        for good in [
            "ipp://192.0.2.10/ipp/print",
            "ipp://printer.local",
            "IPP://printer:8631/ipp",
            "ipp://[fd00::1]:631/ipp/print",
        ] {
            assert_eq!(check_printer_address(good), Ok(()), "{good}");
        }
        for bad in [
            "192.0.2.10",
            "ipp://",
            "ipp:///ipp/print",
            "http://printer/ipp",
            "socket://192.0.2.10:9100",
            "ipp://printer:0/ipp",
            "ipp://printer:99999/ipp",
            "ipp://name:secret@printer/ipp",
            "ipp://a b/ipp",
            "ipp://طابعة/ipp",
            "ipp://fd00::1/ipp",
            "ipp://printer/ipp?x=1",
        ] {
            assert!(matches!(check_printer_address(bad), Err(PrintProblem::BadAddress { .. })), "{bad}");
        }
        assert!(matches!(check_printer_address("ipps://printer/ipp"), Err(PrintProblem::Encrypted { .. })));
    }
}
