//! A damaged file: what is got back of it can be written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenken::core::{assessment::AssessmentId, document};

fuzz_target!(|bytes: &[u8]| {
    let Ok(salvaged) = document::salvage(bytes, &AssessmentId::new(1)) else { return };
    assert!(!salvaged.assessment.fields().is_empty(), "nothing is not called something");
    let Ok(settled) = document::settle(salvaged.assessment) else { return };
    assert_eq!(document::read(document::write(&settled).as_bytes()), Ok(settled));
});
