//! The guideline's text: any text is read, and what was found without a doubt makes a pack that can be looked at.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenken::core::{
    catalog::CATALOG,
    official::{Line, Reading, read},
    pack,
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let reading = read(&CATALOG, &Line::of_text(text));
    let json = serde_json::to_string(&reading).expect("a reading can be written");
    assert_eq!(serde_json::from_str::<Reading>(&json).expect("what was written can be read"), reading);
    let _ = pack::preview(&CATALOG, &reading.pack("a", "", &[]));
});
