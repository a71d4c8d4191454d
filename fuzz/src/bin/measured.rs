//! Measured values: any text is a value or asked back, and a value is read again as it is shown back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenken::core::{
    catalog::{CATALOG, PatternId},
    evaluate::{Comparison, Measured},
    language::Language,
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for item in CATALOG.controls.into_iter().flat_map(|control| control.items) {
        let _ = Comparison::of(item, text, Some(PatternId(1)));
        if let Ok(measured) = Measured::read(text, item) {
            for language in Language::ALL {
                assert_eq!(Measured::read(&measured.write(item, language), item), Ok(measured));
            }
        }
    }
});
