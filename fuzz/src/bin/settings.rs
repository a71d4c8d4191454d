//! Settings: read as far as they can be, and kept otherwise.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenken::app::Settings;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let settings = Settings::read(text);
    assert_eq!(Settings::read(&settings.write(text)), settings);
});
