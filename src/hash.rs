//! SHA-512, by which contents are known: in the code on pages, in the archive, and to tell what has
//! changed.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest as _, Sha512};

/// A SHA-512 as 128 lower-case hexadecimal digits.
pub type Digest = String;

/// Bytes read at a time: few enough for any memory, and enough that reading costs nothing beside
/// hashing.
const CHUNK: usize = 256 * 1024;

/// The SHA-512 of bytes.
#[must_use]
pub fn sha512(bytes: &[u8]) -> Digest {
    hex(&raw_sha512(bytes))
}

/// The SHA-512 of bytes, as bytes.
#[must_use]
pub fn raw_sha512(bytes: &[u8]) -> [u8; 64] {
    Sha512::digest(bytes).into()
}

/// The SHA-512 of a file, whatever its size, and its size in bytes.
///
/// # Errors
/// The system's error.
pub fn of_file(path: &Path) -> io::Result<(Digest, u64)> {
    pour(File::open(path)?, |error| error, |_| Ok(()))
}

/// Hands what is read to `take`, piece by piece; returns the SHA-512 of all of it, and its size in
/// bytes.
///
/// # Errors
/// What `unread` makes of the system's error; what `take` said.
pub fn pour<E>(
    mut source: impl Read,
    unread: impl FnOnce(io::Error) -> E,
    mut take: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(Digest, u64), E> {
    let (mut hash, mut size) = (Sha512::new(), 0);
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = match source.read(&mut chunk) {
            Ok(0) => return Ok((hex(&hash.finalize()), size)),
            Ok(read) => read,
            Err(error) => return Err(unread(error)),
        };
        let bytes = chunk.get(..read).unwrap_or_default();
        hash.update(bytes);
        size += read as u64;
        take(bytes)?;
    }
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
