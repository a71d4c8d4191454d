//! The wall clock, and times as people read them.

use js_sys::{Date, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::app::ports::WallClock;

/// The browser's clock.
pub struct BrowserClock;

impl WallClock for BrowserClock {
    fn now_ms(&self) -> u64 {
        Date::now() as u64
    }

    fn local(&self, ms: u64) -> String {
        let then = Date::new(&JsValue::from_f64(ms as f64));
        let (year, month, day) = (then.get_full_year(), then.get_month() + 1, then.get_date());
        format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", then.get_hours(), then.get_minutes())
    }

    fn show(&self, ms: u64, english: bool) -> String {
        let (then, now) = (Date::new(&JsValue::from_f64(ms as f64)), Date::new_0());
        let same_year = then.get_full_year() == now.get_full_year();
        let same_day = same_year && then.get_month() == now.get_month() && then.get_date() == now.get_date();
        let parts: &[(&str, &str)] = if same_day {
            &[("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")]
        } else if same_year {
            &[("month", "short"), ("day", "numeric")]
        } else {
            &[("year", "numeric"), ("month", "short"), ("day", "numeric")]
        };
        let options = Object::new();
        for (key, value) in parts {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
        }
        let locale = if english { "en-GB" } else { "ja-JP" };
        let format = DateTimeFormat::new(&js_sys::Array::of1(&locale.into()), &options);
        let text = format.format().call1(&JsValue::UNDEFINED, &then);
        text.ok().and_then(|t| t.as_string()).unwrap_or_default()
    }
}
