//! SHA-512, by which contents are known: in the code on pages, in the archive, and to tell what has
//! changed.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read as _};
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

/// The SHA-512 of bytes that come in pieces.
#[derive(Clone, Debug, Default)]
pub struct Hasher(Sha512);

impl Hasher {
    /// Takes the next piece in.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all pieces.
    #[must_use]
    pub fn finish(self) -> Digest {
        hex(&self.0.finalize())
    }
}

/// The SHA-512 of a file, whatever its size, and its size in bytes.
///
/// # Errors
/// The system's error.
pub fn of_file(path: &Path) -> io::Result<(Digest, u64)> {
    let mut file = File::open(path)?;
    let mut hash = Sha512::new();
    let mut chunk = vec![0; CHUNK];
    let mut size = 0;
    loop {
        let read = file.read(&mut chunk)?;
        if read == 0 {
            return Ok((hex(&hash.finalize()), size));
        }
        size += read as u64;
        hash.update(chunk.get(..read).unwrap_or_default());
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
