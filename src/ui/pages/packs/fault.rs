//! What is wrong with a fact of a pack, as a sentence.

use crate::{
    core::catalog::{Catalog, Fault},
    ui::i18n::{faults as words, fill},
};

/// The sentence: what is wrong, and what to do.
#[must_use]
pub fn sentence(catalog: &Catalog, fault: &Fault) -> String {
    let t = words::words();
    let plain = match fault {
        Fault::NamesTwice(word) => return fill(t.names_twice, &[word]),
        Fault::NoneOf { word, expected } => return fill(t.none_of, &[word, &expected.join(", ")]),
        Fault::Unknown(id) => return fill(t.unknown, &[id]),
        Fault::ActionOfAnother(parent) => return fill(t.action_of_another, &[parent, parent]),
        Fault::ThereAndAbsent(kind) => return fill(t.there_and_absent, &[kind]),
        Fault::SameTitle(other) => {
            let title = catalog.risk(other).map(|r| crate::ui::i18n::pick(&r.title)).unwrap_or_default();
            return fill(t.same_title, &[other, &title]);
        }
        Fault::NoReference(word) => return fill(t.no_reference, &[word]),
        Fault::NoOption { value, options } => return fill(t.no_option, &[value, options]),
        Fault::Unit { value, expected } => return fill(t.unit, &[value, &expected.join(", ")]),
        Fault::NoValue(value) => return fill(t.no_value, &[value]),
        Fault::TooLong(limit) => return fill(t.too_long, &[limit]),
        Fault::TooManyFields(limit) => return fill(t.too_many_fields, &[limit]),
        Fault::OfFiles(_) => t.of_files,
        Fault::Twice => t.twice,
        Fault::Missing => t.missing,
        Fault::NoneGiven => t.none_given,
        Fault::White => t.white,
        Fault::IdForm => t.id_form,
        Fault::OursWithoutX => t.ours_without_x,
        Fault::QuotedWithX => t.quoted_with_x,
        Fault::NeverTrue => t.never_true,
        Fault::NeverFalse => t.never_false,
        Fault::TooManyParts => t.too_many_parts,
        Fault::TooComplicated => t.too_complicated,
        Fault::ThisOfNone => t.this_of_none,
        Fault::NoRiskLeadsHere => t.no_risk_leads_here,
        Fault::NoStatement => t.no_statement,
        Fault::NamesItself => t.names_itself,
        Fault::NoSection => t.no_section,
        Fault::NoCondition => t.no_condition,
        Fault::Kind => t.kind,
        Fault::Field => t.field,
        Fault::CannotAdd => t.cannot_add,
        Fault::Gap => t.gap,
        Fault::OtherId => t.other_id,
    };
    plain.to_owned()
}
