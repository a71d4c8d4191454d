//! Protected files, their contents, and keys: refused with a reason, or read, and then written and read again as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenken::core::exchange::sealed::{self, Content, keys, strength::strength, words};

fuzz_target!(|bytes: &[u8]| {
    // Also with a digest that fits: chance alone would never get past that check.
    let (first, body) = bytes.split_at(bytes.iter().position(|b| *b == b'\n').unwrap_or(bytes.len()));
    let fitting = str::from_utf8(first).map(|first| sealed::write(first, body));
    for bytes in [bytes, fitting.as_deref().unwrap_or_default().as_bytes()] {
        let Ok(read) = sealed::read(bytes) else { continue };
        assert_eq!(sealed::read(sealed::write(&read.header, &read.body).as_bytes()), Ok(read));
    }
    if let Ok(content) = Content::read(bytes) {
        assert_eq!(Content::read(&content.write()), Ok(content));
    }
    if let Ok((key, secret)) = keys::read(bytes) {
        assert_eq!(keys::read(keys::write(key, &secret).as_bytes()), Ok((key, secret)));
    }
    if let Ok(text) = str::from_utf8(bytes) {
        assert!(strength(text).score <= 4);
        let _ = words::read(text);
    }
});
