//! Components as HTML, and the wording, without a browser.

mod components;
mod routes;
mod words;
mod worklist;
