//! Numbers and strings as bytes, for what only this library reads. A number takes
//! seven bits a byte, the lowest first; a string stands behind its length, and so
//! does a row of anything behind its count.

use std::io;

/// Writes one after the other.
#[derive(Default)]
pub(super) struct Writer(Vec<u8>);

impl Writer {
    pub(super) fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.0.push((number & 0x7f | 0x80).to_le_bytes()[0]);
            number >>= 7;
        }
        self.0.push(number.to_le_bytes()[0]);
    }

    pub(super) fn count(&mut self, n: usize) {
        self.number(n as u64);
    }

    pub(super) fn string(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend(text.as_bytes());
    }

    /// Without their length.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend(bytes);
    }

    pub(super) fn each<T>(&mut self, things: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.count(things.len());
        for it in things {
            write(self, it);
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Reads what was written, and fails where nothing of the kind is there. Takes no
/// more memory than some times what is read.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// What is not read yet.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.0
    }

    pub(super) fn number(&mut self) -> io::Result<u64> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let (byte, rest) = self.0.split_first().ok_or_else(damaged)?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(damaged())
    }

    pub(super) fn count(&mut self) -> io::Result<usize> {
        usize::try_from(self.number()?).map_err(io::Error::other)
    }

    pub(super) fn string(&mut self) -> io::Result<String> {
        let length = self.count()?;
        String::from_utf8(self.bytes(length)?.to_vec()).map_err(io::Error::other)
    }

    /// The next so many bytes.
    pub(super) fn bytes(&mut self, n: usize) -> io::Result<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(n).ok_or_else(damaged)?;
        self.0 = rest;
        Ok(bytes)
    }

    /// A row of things, each of which takes a byte at least.
    pub(super) fn each<T>(&mut self, mut read: impl FnMut(&mut Self) -> io::Result<T>) -> io::Result<Vec<T>> {
        let n = self.count()?;
        if n > self.0.len() {
            return Err(damaged());
        }
        (0..n).map(|_| read(self)).collect()
    }
}

/// What is told of bytes that nobody wrote so.
pub(super) fn damaged() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for number in [0, 1, 127, 128, 300, 1 << 20, (1 << 62) + 5] {
            let mut writer = Writer::default();
            writer.number(number);
            let bytes = writer.into_bytes();
            assert_eq!(Reader::of(&bytes).number().unwrap(), number);
            assert!(Reader::of(&bytes[..bytes.len() - 1]).number().is_err());
        }
        assert!(Reader::of(&[0xff; 20]).number().is_err());
    }

    #[test]
    fn a_count_of_more_than_there_is_is_refused() {
        let mut writer = Writer::default();
        writer.number(1 << 60);
        let bytes = writer.into_bytes();
        assert!(Reader::of(&bytes).string().is_err());
        assert!(Reader::of(&bytes).each(Reader::number).is_err());
    }
}
