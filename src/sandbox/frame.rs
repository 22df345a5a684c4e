//! Messages on a pipe: eight bytes of length, little end first, and as many bytes.

use std::io::{self, Read, Write};

/// The longest message: pages with all their pictures.
const LONGEST: u64 = 1 << 30;

/// Writes a message.
pub(super) fn write_frame(output: &mut impl Write, message: &[u8]) -> io::Result<()> {
    output.write_all(&(message.len() as u64).to_le_bytes())?;
    output.write_all(message)?;
    output.flush()
}

/// Reads a message; none when there are no more.
pub(super) fn read_frame(input: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    match input.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    let length = u64::from_le_bytes(length);
    if length > LONGEST {
        return Err(io::Error::from(io::ErrorKind::InvalidData));
    }
    let mut message = Vec::new();
    input.take(length).read_to_end(&mut message)?;
    if message.len() as u64 == length { Ok(Some(message)) } else { Ok(None) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_out_as_they_went_in() {
        let mut pipe = Vec::new();
        for message in [b"first".as_slice(), b"", &[7; 70_000]] {
            write_frame(&mut pipe, message).unwrap();
        }
        let mut rest = pipe.as_slice();
        assert_eq!(read_frame(&mut rest).unwrap().unwrap(), b"first");
        assert_eq!(read_frame(&mut rest).unwrap().unwrap(), b"");
        assert_eq!(read_frame(&mut rest).unwrap().unwrap().len(), 70_000);
        assert!(read_frame(&mut rest).unwrap().is_none());
    }

    #[test]
    fn what_is_cut_or_absurd_is_no_message() {
        let mut pipe = Vec::new();
        write_frame(&mut pipe, b"message").unwrap();
        assert!(read_frame(&mut &pipe[..12]).unwrap().is_none());
        assert!(read_frame(&mut [0xFF; 16].as_slice()).is_err());
    }
}
