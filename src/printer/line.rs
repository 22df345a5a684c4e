//! Questions and answers over HTTP, and what goes wrong on the way.

use std::io::{self, Cursor};
use std::net::ToSocketAddrs as _;
use std::panic::{self, AssertUnwindSafe};
use std::time::Duration;

use ipp::attribute::IppAttribute;
use ipp::model::{DelimiterTag, IppVersion, Operation};
use ipp::parser::{IppParseError, IppParser};
use ipp::prelude::Uri;
use ipp::reader::IppReader;
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;
use ureq::{Agent, Error, Timeout};

use super::answer::PrinterAnswer;
use crate::clock::Deadline;
use crate::words::{Away, PrintProblem};

/// The port of IPP.
const PORT: u16 = 631;
/// The time that a connection may take.
const CONNECT: Duration = Duration::from_secs(10);
/// The time that a short answer may take.
const ANSWER: Duration = Duration::from_secs(30);
/// The greatest depth of values in values; printers need three levels.
const DEEPEST: usize = 16;
/// The most bytes an answer may have; printers describe themselves in some tens of thousands.
const LONGEST: u64 = 4 * 1024 * 1024;

/// The time to wait for an answer to a short question.
pub(super) fn patience(deadline: &Deadline) -> Duration {
    deadline.left().min(ANSWER)
}

/// The way to a printer.
pub(super) struct PrinterConnection {
    agent: Agent,
    /// As the user wrote it.
    address: String,
    uri: Uri,
}

/// The attributes of a request besides its head, by group.
pub(super) type Attributes = Vec<(DelimiterTag, IppAttribute)>;

impl PrinterConnection {
    /// Finds the machine at an address; nothing is sent yet.
    pub(super) fn new(address: &str) -> Result<Self, PrintProblem> {
        let uri: Uri = address.parse().map_err(|_| PrintProblem::BadAddress { found: address.to_owned() })?;
        let away = |why| PrintProblem::Away { printer: address.to_owned(), why };
        let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
        let found = (host, uri.port_u16().unwrap_or(PORT)).to_socket_addrs();
        if found.map_or(0, Iterator::count) == 0 {
            return Err(away(Away::UnknownName));
        }
        // A printer in the house is not asked for through a proxy, and sends us nowhere else.
        let config = Agent::config_builder()
            .proxy(None)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .timeout_connect(Some(CONNECT))
            .user_agent("nashra");
        Ok(Self { agent: config.build().into(), address: address.to_owned(), uri })
    }

    /// A request's bytes.
    pub(super) fn request(&self, operation: Operation, attributes: Attributes) -> Result<Vec<u8>, PrintProblem> {
        let bad = |_| PrintProblem::BadAddress { found: self.address.clone() };
        // Every printer speaks 1.1, and nothing of later versions is needed.
        let request = IppRequestResponse::new(IppVersion::v1_1(), operation, Some(self.uri.clone()));
        let mut request = request.map_err(bad)?;
        let sender =
            IppAttribute::with_name(IppAttribute::REQUESTING_USER_NAME, sender().map_err(bad)?).map_err(bad)?;
        request.attributes_mut().add(DelimiterTag::OperationAttributes, sender);
        for (group, attribute) in attributes {
            request.attributes_mut().add(group, attribute);
        }
        Ok(request.to_bytes().to_vec())
    }

    /// Sends a request and reads the answer.
    pub(super) fn ask(&self, request: Vec<u8>, wait: Duration) -> Result<PrinterAnswer, PrintProblem> {
        let port = self.uri.port_u16().unwrap_or(PORT);
        let url = format!("http://{}:{port}{}", self.uri.host().unwrap_or_default(), self.uri.path());
        let post = self.agent.post(url).header("content-type", "application/ipp");
        let post = post.config().timeout_global(Some(wait)).build();
        let response = post.send(request).map_err(|error| self.problem(error))?;
        if response.status().is_redirection() {
            return Err(self.not_a_printer(Some(response.status().as_u16())));
        }
        let body = response.into_body().into_with_config().limit(LONGEST).read_to_vec();
        let body = body.map_err(|error| self.problem(error))?;
        parse(body).ok_or_else(|| self.not_a_printer(None))
    }

    fn not_a_printer(&self, status: Option<u16>) -> PrintProblem {
        PrintProblem::NotPrinter { printer: self.address.clone(), status }
    }

    fn problem(&self, error: Error) -> PrintProblem {
        let printer = self.address.clone();
        let why = match error {
            Error::StatusCode(401 | 403 | 426) => return PrintProblem::Locked { printer },
            Error::StatusCode(status) => return self.not_a_printer(Some(status)),
            Error::Protocol(_) | Error::BodyExceedsLimit(_) | Error::LargeResponseHeader(..) => {
                return self.not_a_printer(None);
            }
            Error::HostNotFound => Away::UnknownName,
            Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => Away::Refused,
            Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => Away::Silent,
            Error::Io(error) => Away::Other(error.to_string()),
            Error::Timeout(Timeout::Resolve) => Away::UnknownName,
            Error::Timeout(_) => Away::Silent,
            other => Away::Other(other.to_string()),
        };
        PrintProblem::Away { printer, why }
    }
}

/// The sender of a request: the name in the printer's lists, the same on every computer of the
/// office.
fn sender() -> Result<IppValue, IppParseError> {
    IppValue::new_name_without_language("nashra")
}

/// Reads an answer. The parser trusts the lengths in it and would stop the program at a wrong one,
/// or at values in values without end.
fn parse(body: Vec<u8>) -> Option<PrinterAnswer> {
    if deepest(&body) > DEEPEST {
        return None;
    }
    let read = || IppParser::new(IppReader::new(Cursor::new(body))).parse();
    let answer = panic::catch_unwind(AssertUnwindSafe(read)).ok()?.ok()?;
    Some(PrinterAnswer::new(&answer))
}

/// The depth of values in values of a message (RFC 8010, 3.1): a value's tag, the lengths of its
/// name and of itself before each.
fn deepest(message: &[u8]) -> usize {
    const HEAD: usize = 8;
    const DELIMITERS: std::ops::RangeInclusive<u8> = 0x00..=0x0F;
    const BEGIN_COLLECTION: u8 = 0x34;
    const END_COLLECTION: u8 = 0x37;
    /// The length at the start of some bytes, and what follows after so many.
    fn skip(bytes: &[u8]) -> Option<&[u8]> {
        let (length, rest) = bytes.split_first_chunk::<2>()?;
        rest.get(usize::from(u16::from_be_bytes(*length))..)
    }
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut rest = message.get(HEAD..).unwrap_or_default();
    while let Some((&tag, after)) = rest.split_first() {
        rest = after;
        if DELIMITERS.contains(&tag) {
            continue;
        }
        match tag {
            BEGIN_COLLECTION => depth += 1,
            END_COLLECTION => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
        // A message cut short is the parser's to refuse.
        let Some(next) = skip(rest).and_then(skip) else { break };
        rest = next;
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A message with collections in collections.
    fn nested(levels: usize) -> Vec<u8> {
        let mut message = vec![1, 1, 0, 0, 0, 0, 0, 1, 4];
        for _ in 0..levels {
            message.extend([0x34, 0, 1, b'a', 0, 0, 0x4A, 0, 0, 0, 1, b'a']);
        }
        for _ in 0..levels {
            message.extend([0x37, 0, 0, 0, 0]);
        }
        message.push(3);
        message
    }

    #[test]
    fn values_in_values_without_end_are_no_answer() {
        assert_eq!(deepest(&nested(3)), 3);
        assert_eq!(deepest(&nested(100_000)), 100_000);
        assert!(parse(nested(100_000)).is_none());
        assert_eq!(deepest(&[]), 0);
    }
}
