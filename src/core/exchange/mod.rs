//! What goes out for other programs and other readers, one file a format.
//!
//! The packing tool writes what is here. The app names none of it, so that it costs the WebAssembly nothing.

pub mod catalog;
pub mod fidelity;
pub mod legend;
