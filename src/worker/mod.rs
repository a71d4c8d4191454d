//! What only some people use and what is heavy: a program of its own, loaded when it is first needed.

pub mod pdf;
