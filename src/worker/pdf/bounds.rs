//! Bounds against files that unpack to more than any memory holds.

use std::io::Read;

use flate2::read::DeflateDecoder;
use hayro_syntax::{Filter, object::Stream};

use super::PdfError;

/// The most that one stream may unpack to.
const MAX_STREAM: u64 = 64 * 1024 * 1024;
/// The most that all streams of a file may unpack to.
const MAX_ALL: u64 = 512 * 1024 * 1024;
/// Streams within streams.
const MAX_DEPTH: usize = 3;

/// Looks how much the streams of a file unpack to, before anything reads them.
pub(super) fn check(bytes: &[u8]) -> Result<(), PdfError> {
    let (mut at, mut all) = (0, 0);
    while let Some(found) = find(&bytes[at..], b"stream") {
        at += found + b"stream".len();
        let data = &bytes[at..];
        let skip = data.iter().take(2).take_while(|b| b"\r\n".contains(b)).count();
        if skip > 0 && !bytes[..at].ends_with(b"endstream") {
            all += weigh(&data[skip..], 0)?;
            if all > MAX_ALL {
                return Err(PdfError::TooMuch);
            }
        }
    }
    Ok(())
}

/// The stream's own data, unpacked; `None` where it is broken or not a stream of data.
pub(super) fn unpack(stream: &Stream<'_>) -> Result<Option<Vec<u8>>, PdfError> {
    let raw = stream.raw_data();
    let packed = |f: &Filter| !matches!(f, Filter::AsciiHexDecode | Filter::Ascii85Decode | Filter::Crypt);
    let filters = stream.filters();
    match filters.iter().filter(|f| packed(f)).collect::<Vec<_>>().as_slice() {
        [] => {}
        [Filter::FlateDecode] if filters.len() == 1 => {
            weigh(&raw, 0)?;
        }
        // At most so much as their worst case.
        [Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode] if raw.len() as u64 * 1400 < MAX_STREAM => {
        }
        _ => return Err(PdfError::TooMuch),
    }
    Ok(stream.decoded_data().ok().map(|data| data.into_owned()))
}

/// How much packed data unpack to; 0 where they are not packed.
fn weigh(data: &[u8], depth: usize) -> Result<u64, PdfError> {
    let zlib = matches!(data, [first, second, ..] if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0);
    if !zlib {
        return Ok(0);
    }
    let (size, start) = count(&mut DeflateDecoder::new(&data[2..]));
    if size >= MAX_STREAM {
        return Err(PdfError::TooMuch);
    }
    if start.is_some_and(|b| b & 0x0f == 8) && depth < MAX_DEPTH {
        let mut inner = Vec::new();
        // What is broken is read as far as it goes, as readers of PDF do.
        let _ = DeflateDecoder::new(&data[2..]).read_to_end(&mut inner);
        return Ok(size + weigh(&inner, depth + 1)?);
    }
    Ok(size)
}

/// How much comes out until the end, or until it breaks; and its first byte.
fn count(from: &mut impl Read) -> (u64, Option<u8>) {
    let mut buffer = vec![0; 16 * 1024];
    let (mut all, mut first) = (0, None);
    while all < MAX_STREAM {
        match from.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(read) => {
                first = first.or(buffer.first().copied());
                all += read as u64;
            }
        }
    }
    (all, first)
}

/// Where a word first stands.
fn find(data: &[u8], word: &[u8]) -> Option<usize> {
    data.windows(word.len()).position(|w| w == word)
}
