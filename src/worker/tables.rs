//! Tables on their way back in: workbooks for Excel, and text with commas, tabs or semicolons.

use super::{text, xlsx};
use crate::core::{
    document::MAX_BYTES,
    exchange::tables::{NoTable, Sheet},
};

/// The most cells that are read.
pub const MAX_CELLS: usize = 200_000;

/// How files of Microsoft's compound format begin: old workbooks, and new ones with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The sheets of a file.
///
/// # Errors
/// Says why there are none.
pub fn sheets(file: &[u8]) -> Result<Vec<Sheet>, NoTable> {
    if file.len() as u64 > MAX_BYTES {
        return Err(NoTable::TooMuch);
    }
    if file.starts_with(b"PK") {
        return xlsx::read(file);
    }
    if file.starts_with(COMPOUND) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = file.windows(name.len()).any(|at| at == name);
        return Err(if locked { NoTable::Password } else { NoTable::Old });
    }
    let (text, damaged) = text::decoded(file);
    if damaged || text.contains('\0') {
        return Err(NoTable::Unreadable);
    }
    if text.matches([',', ';', '\t', '\n', '\r']).count() > MAX_CELLS {
        return Err(NoTable::TooMuch);
    }
    Sheet::of_csv(&text).map(|sheet| vec![sheet]).ok_or(NoTable::Broken)
}
