//! Panics: the page's own script shows what is safe and what to do.

use wasm_bindgen::JsValue;
use web_sys::CustomEvent;

/// Reports a panic to the console and to the page.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let event = CustomEvent::new("tenken-failed");
        if let (Some(window), Ok(event)) = (web_sys::window(), event) {
            let _: Result<bool, JsValue> = window.dispatch_event(&event);
        }
    }));
}
