//! The profile of the press.

/// The profile of the press, made by `tests/tools/press_profile.py`: sheets of coated paper as CGATS
/// TR 001 describes them, at most 300 % of ink.
pub const PRESS_PROFILE: &[u8] = include_bytes!("press.icc");
