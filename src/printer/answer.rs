//! Lenient reading of a printer's answer: printers leave things out and say more than they should.

use ipp::attribute::{IppAttribute, IppAttributes};
use ipp::model::{DelimiterTag, StatusCode};
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;

use crate::words::{PrintProblem, Refusal};

/// The most characters shown of a printer's text.
const SHOWN: usize = 120;

/// An answer.
pub(super) struct PrinterAnswer {
    status: StatusCode,
    code: u16,
    attributes: IppAttributes,
}

impl PrinterAnswer {
    pub(super) fn new(response: &IppRequestResponse) -> Self {
        let header = response.header();
        let code = header.operation_or_status.cast_unsigned();
        Self { status: header.status_code(), code, attributes: response.attributes().clone() }
    }

    /// True if it is a yes.
    ///
    /// # Errors
    /// [`PrintProblem::Refused`] and its like.
    pub(super) fn accepted(&self, printer: &str) -> Result<(), PrintProblem> {
        // 0x0000 to 0x00ff, also those that are not known yet (RFC 8011, appendix B)
        if self.code <= 0xff {
            return Ok(());
        }
        let printer = printer.to_owned();
        let refusal = match self.status {
            StatusCode::ClientErrorNotAuthenticated => return Err(PrintProblem::Locked { printer }),
            StatusCode::ServerErrorNotAcceptingJobs => return Err(PrintProblem::NotAccepting { printer }),
            StatusCode::ClientErrorForbidden | StatusCode::ClientErrorNotAuthorized => Refusal::Forbidden,
            StatusCode::ClientErrorNotFound | StatusCode::ClientErrorGone => Refusal::NoSuchPrinter,
            StatusCode::ClientErrorRequestEntityTooLong => Refusal::TooLarge,
            StatusCode::ClientErrorDocumentFormatNotSupported | StatusCode::ClientErrorDocumentFormatError => {
                Refusal::Document
            }
            StatusCode::ClientErrorAttributesOrValuesNotSupported | StatusCode::ClientErrorConflictingAttributes => {
                Refusal::Settings(self.passed_over())
            }
            StatusCode::ServerErrorBusy
            | StatusCode::ServerErrorTemporaryError
            | StatusCode::ServerErrorServiceUnavailable => Refusal::Busy,
            _ => Refusal::Other(self.code),
        };
        let said = self.texts(DelimiterTag::OperationAttributes, IppAttribute::STATUS_MESSAGE).into_iter().next();
        Err(PrintProblem::Refused { printer, refusal, said })
    }

    /// True if the answer is that there is no such job (any more).
    pub(super) fn is_not_found(&self) -> bool {
        matches!(self.status, StatusCode::ClientErrorNotFound | StatusCode::ClientErrorGone)
    }

    /// The settings of a request that were not, or not wholly, followed.
    pub(super) fn passed_over(&self) -> Vec<String> {
        let groups = self.attributes.groups_of(DelimiterTag::UnsupportedAttributes);
        groups.flat_map(|group| group.attributes()).map(|attribute| shown(attribute.name())).collect()
    }

    /// The number of a new job.
    pub(super) fn job_id(&self) -> Option<i32> {
        self.number(DelimiterTag::JobAttributes, IppAttribute::JOB_ID)
    }

    fn values(&self, group: DelimiterTag, name: &str) -> impl Iterator<Item = &IppValue> {
        let attribute = self.attributes.groups_of(group).find_map(|group| group.get(name));
        attribute.into_iter().flat_map(|attribute| attribute.value())
    }

    /// The texts of an attribute: keywords, names, formats. None when it has none or isn't there.
    pub(super) fn texts(&self, group: DelimiterTag, name: &str) -> Vec<String> {
        self.values(group, name).filter_map(text).map(shown).filter(|text| !text.is_empty()).collect()
    }

    /// The whole number of an attribute; the upper end of a range.
    pub(super) fn number(&self, group: DelimiterTag, name: &str) -> Option<i32> {
        self.numbers(group, name).into_iter().next()
    }

    /// The whole numbers of an attribute.
    pub(super) fn numbers(&self, group: DelimiterTag, name: &str) -> Vec<i32> {
        self.values(group, name).filter_map(number).collect()
    }

    /// Yes or no.
    pub(super) fn boolean(&self, group: DelimiterTag, name: &str) -> Option<bool> {
        self.values(group, name).find_map(|value| value.as_boolean().copied())
    }
}

fn number(value: &IppValue) -> Option<i32> {
    match value {
        IppValue::Integer(number) | IppValue::Enum(number) | IppValue::RangeOfInteger { max: number, .. } => {
            Some(*number)
        }
        _ => None,
    }
}

fn text(value: &IppValue) -> Option<&str> {
    match value {
        IppValue::Keyword(text) => Some(text),
        IppValue::MimeMediaType(text) => Some(text),
        IppValue::NameWithoutLanguage(text) | IppValue::NameWithLanguage { name: text, .. } => Some(text),
        IppValue::TextWithoutLanguage(text) | IppValue::TextWithLanguage { text, .. } => Some(text),
        _ => None,
    }
}

/// A text as it may be shown: one line without what steers a terminal or turns the direction, and
/// not too long.
fn shown(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let plain = text.chars().filter(|&c| !c.is_control() && !turns(c) && c != '`');
    plain.take(SHOWN).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_a_printer_steer_nothing() {
        assert_eq!(shown("  HP \u{1b}[31mLaser\u{202e}Jet`\r\n "), "HP [31mLaserJet");
        assert_eq!(shown(&"x".repeat(5000)).len(), SHOWN);
    }
}
