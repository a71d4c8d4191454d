//! Random numbers, for ids. Not for secrets.

use crate::app::ports::Random;

/// The browser's random numbers.
pub struct BrowserRandom;

impl Random for BrowserRandom {
    fn next(&self) -> u64 {
        let high_low = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
        (high_low() << 32) | high_low()
    }
}
