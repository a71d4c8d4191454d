//! What goes out for other programs and other readers, one file a format.
//!
//! The packing tool writes what is here. The app names none of the formats, so that they cost the WebAssembly nothing; it
//! asks only what a file is.

pub mod catalog;
pub mod fidelity;
mod kind;
pub mod legend;

pub use kind::FileKind;
