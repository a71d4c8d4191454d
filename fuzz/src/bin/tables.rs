//! Tables that come back as text, whatever stands in them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenken::core::exchange::tables::{Sheet, written_from};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(sheets) = tenken::worker::tables::sheets(bytes) {
        let _ = written_from(&sheets);
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some(sheet) = Sheet::of_csv(text) else { return };
    assert!(sheet.lines.iter().all(|line| !line.cells.is_empty()));
});
