//! Bodies: unpacked, and no larger than was agreed, packed or not.

use std::io::{self, BufRead as _, BufReader, Read};

use super::room::{self, Bytes, Rooms};
use brotli_decompressor::Decompressor;
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

/// How many codings may lie on one another. Servers lay on one; two is a proxy
/// that did not look.
const MOST_CODINGS: usize = 2;
/// Bytes that brotli reads at once.
const BUFFER: usize = 8 << 10;

/// Why there is no body.
#[derive(Debug)]
pub(super) enum Fault {
    /// Packed in a way that kabar did not ask for and does not know.
    Coding(String),
    /// More bytes than were agreed.
    TooLarge,
    /// The connection failed, or what came is not packed as it says.
    Read(io::Error),
}

/// Reads a body to its end. `codings` are laid on in this order; `limit` is what
/// may come out of them, in bytes. What goes in is limited by `packed` itself.
pub(super) fn read<'a>(
    packed: impl Read + 'a,
    codings: &[String],
    limit: u64,
    rooms: &Rooms,
) -> Result<Bytes, Fault> {
    if codings.len() > MOST_CODINGS {
        return Err(Fault::Coding(codings.join(", ")));
    }
    let mut reader: Box<dyn Read + 'a> = Box::new(packed);
    for coding in codings.iter().rev() {
        reader = unpack(reader, coding)?;
    }
    room::read(reader, limit, rooms).map_err(Fault::Read)?.ok_or(Fault::TooLarge)
}

fn unpack<'a>(packed: Box<dyn Read + 'a>, coding: &str) -> Result<Box<dyn Read + 'a>, Fault> {
    let mut packed = BufReader::new(packed);
    // An empty body is empty, however it is packed.
    let head = packed.fill_buf().map_err(Fault::Read)?;
    Ok(match (coding, head) {
        (_, []) => Box::new(packed),
        ("gzip" | "x-gzip", _) => Box::new(MultiGzDecoder::new(packed)),
        ("br", _) => Box::new(Decompressor::new(packed, BUFFER)),
        // `deflate` is zlib by the letter (RFC 9110, 8.4.1.2) and raw where it
        // was misread; the header of zlib is divisible by 31 (RFC 1950, 2.2).
        ("deflate", head) => match head {
            [method, flags, ..]
                if method & 0xF == 8 && u16::from_be_bytes([*method, *flags]).is_multiple_of(31) =>
            {
                Box::new(ZlibDecoder::new(packed))
            }
            _ => Box::new(DeflateDecoder::new(packed)),
        },
        _ => return Err(Fault::Coding(coding.to_owned())),
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

    use super::*;

    fn read(packed: impl Read, codings: &[String], limit: u64) -> Result<Vec<u8>, Fault> {
        super::read(packed, codings, limit, &Rooms::default()).map(|it| it.to_vec())
    }

    const WORDS: &[u8] = b"The harbor is closed until the crane stands again.";

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn names(codings: &[&str]) -> Vec<String> {
        codings.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn each_coding_is_undone() {
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
        zlib.write_all(WORDS).unwrap();
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::default());
        raw.write_all(WORDS).unwrap();
        for (codings, packed) in [
            (&[][..], WORDS.to_vec()),
            (&["gzip"], gzip(WORDS)),
            (&["x-gzip"], gzip(WORDS)),
            (&["gzip"], [gzip(&WORDS[..9]), gzip(&WORDS[9..])].concat()),
            (&["gzip", "gzip"], gzip(&gzip(WORDS))),
            (&["deflate"], zlib.finish().unwrap()),
            (&["deflate"], raw.finish().unwrap()),
            (&["br"], brotli(WORDS)),
        ] {
            assert_eq!(read(&*packed, &names(codings), 1_000).unwrap(), WORDS, "{codings:?}");
        }
    }

    /// Bytes as brotli stores what it does not pack (RFC 7932, 9.2).
    fn brotli(bytes: &[u8]) -> Vec<u8> {
        let len = u32::try_from(bytes.len() - 1).unwrap();
        // Window bits 0, not the last block, four nibbles of length, not packed.
        let head = (len << 4) | (1 << 20);
        let head = head.to_le_bytes();
        [&head[..3], bytes, &[0b11]].concat()
    }

    #[test]
    fn a_body_may_be_as_large_as_agreed_and_no_byte_larger() {
        let limit = WORDS.len() as u64;
        assert!(read(WORDS, &[], limit).is_ok());
        assert!(matches!(read(WORDS, &[], limit - 1), Err(Fault::TooLarge)));
        assert!(matches!(read(io::repeat(0), &[], 1_000), Err(Fault::TooLarge)));
        let bomb = gzip(&vec![0; 10_000_000]);
        assert!(bomb.len() < 20_000);
        assert!(matches!(read(&*bomb, &names(&["gzip"]), 1_000), Err(Fault::TooLarge)));
        assert!(matches!(read(&*gzip(&bomb), &names(&["gzip", "gzip"]), 1_000), Err(Fault::TooLarge)));
    }

    #[test]
    fn what_is_not_packed_as_it_says_is_an_error() {
        let cut = gzip(WORDS);
        for (coding, bytes) in [
            ("gzip", &cut[..cut.len() - 9]),
            ("gzip", WORDS),
            ("br", &brotli(WORDS)[..20]),
            ("br", &[0xFF; 40]),
            ("deflate", &[0xFF; 40]),
        ] {
            assert!(matches!(read(bytes, &names(&[coding]), 1_000), Err(Fault::Read(_))), "{coding}");
        }
        for codings in [&["zstd"][..], &["gzip", "gzip", "gzip"]] {
            assert!(matches!(read(WORDS, &names(codings), 1_000), Err(Fault::Coding(_))));
        }
    }

    #[test]
    fn an_empty_body_is_empty_however_it_is_packed() {
        for coding in ["gzip", "br", "deflate"] {
            assert_eq!(read(&b""[..], &names(&[coding]), 10).unwrap(), b"");
        }
    }
}
