//! Reference values as people read them.

use crate::{
    core::{
        catalog::{EvaluationItem, ReferenceValue},
        evaluate::write_reference,
    },
    ui::i18n::lang,
};

/// A reference value of an item.
#[must_use]
pub fn reference(item: &EvaluationItem, value: &ReferenceValue) -> String {
    write_reference(item, value, lang())
}
