//! Closures in boxes.
//!
//! A `dyn Fn` can also be called as `FnMut` and `FnOnce`, by two more functions that are compiled for each closure and
//! that nobody calls: 3.2 kB of what is loaded (gzip). These have the one.

/// What gives a value whenever it is called.
pub trait Call<T> {
    /// Its value.
    fn call(&self) -> T;
}

impl<T, F: Fn() -> T> Call<T> for F {
    fn call(&self) -> T {
        self()
    }
}

/// What is done about an event.
pub trait Hear {
    /// Does it.
    fn hear(&mut self, event: web_sys::Event);
}

impl<F: FnMut(web_sys::Event)> Hear for F {
    fn hear(&mut self, event: web_sys::Event) {
        self(event);
    }
}
