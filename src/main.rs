//! Starts the app in the browser.

fn main() {
    tenken::platform::start();
}
