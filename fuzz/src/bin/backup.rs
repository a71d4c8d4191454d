//! A backup, or the file of the failure notice: refused with a reason, or read, and then written and read again as the
//! same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenken::core::document::backup;

fuzz_target!(|bytes: &[u8]| {
    for bytes in [bytes, &tenken_fuzz::signed(bytes)] {
        let Ok(read) = backup::read(bytes) else { continue };
        let written = backup::write(&read.records, read.at_ms.unwrap_or_default());
        let again = backup::read(written.as_bytes()).expect("what was written can be read");
        assert_eq!(again.records, read.records);
        assert!(again.intact);
    }
});
