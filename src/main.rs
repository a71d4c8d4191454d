//! Joins the browser's adapters and the user interface.

fn main() {
    tenken::platform::report_panics();
    tenken::ui::mount(tenken::platform::ports());
}
