//! What lives as long as the program, as catalogues do.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

use super::types::List;

/// A string that is never freed.
#[must_use]
pub fn leak_str(s: &str) -> &'static str {
    Box::leak(s.to_owned().into_boxed_str())
}

/// A list that is never freed.
#[must_use]
pub fn leak_list<T>(items: Vec<T>) -> List<T> {
    List(Box::leak(items.into_boxed_slice()))
}

/// A list of ids that are never freed.
#[must_use]
pub fn leak_ids<T>(ids: &[String], id: impl Fn(&'static str) -> T) -> List<T> {
    leak_list(ids.iter().map(|text| id(leak_str(text))).collect())
}
