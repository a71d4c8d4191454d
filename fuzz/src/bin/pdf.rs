//! PDFs: lines, or the reason why there are none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenken::worker::pdf;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(lines) = pdf::lines(bytes, &|_| ()) {
        assert!(lines.len() <= pdf::MAX_LINES);
    }
});
