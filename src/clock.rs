//! The only reader of time.
//!
//! Nothing that is printed depends on it: dates on the page come from the report. It serves the
//! embargo check, the date that `nashra new` proposes, and how long a printer is waited for.

use std::time::{Duration, Instant};

use jiff::{Timestamp, Zoned, civil::Date};

/// The variable that stands in for the clock, as RFC 3339, so that a run can be repeated as of
/// another day.
pub(crate) const NOW: &str = "NASHRA_NOW";

/// The present, read once for a run.
#[derive(Clone, Debug)]
pub(crate) struct Clock(Zoned);

impl Clock {
    /// The machine's clock, or `now` (RFC 3339 with offset) in its place.
    ///
    /// # Errors
    /// `now` as given, when it isn't an instant.
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub(crate) fn new(now: Option<&str>) -> Result<Self, String> {
        let Some(text) = now else { return Ok(Self(Zoned::now())) };
        let pieces = jiff::fmt::temporal::DateTimeParser::new();
        let instant: Timestamp = pieces.parse_timestamp(text).map_err(|_| text.to_owned())?;
        let offset = pieces
            .parse_pieces(text)
            .ok()
            .and_then(|pieces| pieces.to_numeric_offset())
            .unwrap_or(jiff::tz::Offset::UTC);
        Ok(Self(instant.to_zoned(offset.to_time_zone())))
    }

    /// Today in the machine's time zone.
    #[must_use]
    pub(crate) fn today(&self) -> Date {
        self.0.date()
    }

    /// The present as RFC 3339 with offset, to the second.
    #[must_use]
    pub(crate) fn moment(&self) -> String {
        self.0.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// Seconds since 1970-01-01T00:00Z.
    #[must_use]
    pub(crate) fn seconds(&self) -> i64 {
        self.0.timestamp().as_second()
    }

    /// The same by the machine's clock, whatever stands in for it.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub(crate) fn machine_seconds() -> i64 {
        Timestamp::now().as_second()
    }
}

/// A moment after which nothing is waited for any more; stays right when somebody sets the
/// machine's clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline(Instant);

impl Deadline {
    /// So long from now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub(crate) fn after(wait: Duration) -> Self {
        Self(Instant::now() + wait)
    }

    /// The time that is left; zero when it is over.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub(crate) fn left(&self) -> Duration {
        self.0.saturating_duration_since(Instant::now())
    }
}
