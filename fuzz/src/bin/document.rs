//! A file of an assessment: refused with a reason, or read, and then written and read again as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenken::core::document;

fuzz_target!(|bytes: &[u8]| {
    let _ = document::read(bytes);
    let Ok((assessment, contents)) = document::read_whole(&tenken_fuzz::signed(bytes)) else { return };
    let whole = document::write_whole(&assessment, &contents);
    assert_eq!(document::read_whole(whole.as_bytes()), Ok((assessment.clone(), contents)));
    let written = document::write(&assessment);
    assert_eq!(document::read(written.as_bytes()).as_ref(), Ok(&assessment));
    // Whatever can be read can still be read after what happens before each write.
    let Ok(settled) = document::settle(assessment) else { return };
    assert_eq!(document::read(document::write(&settled).as_bytes()), Ok(settled));
});
