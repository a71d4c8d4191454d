//! The guideline's catalogue: static tables, made from `catalog/` when the program is built.

pub mod entries;
pub mod facts;
pub mod fault;
pub mod file_fault;
pub mod fingerprints;
pub mod formula;
pub mod keyword;
pub mod kind;
pub mod leak;
pub mod lint;
pub mod lookup;
pub mod lower;
pub mod notation;
mod pieces;
pub mod schema;
pub mod search;
pub mod texts;
pub mod types;

pub use entries::{Entry, EntryData};
pub use facts::{Content, Fact};
pub use fault::Fault;
pub use kind::EntryKind;
pub use lookup::ROMAN_PARTS;
pub use types::*;

/// The texts of the catalogue that ships, one a line, in pieces. Apart from its entries, which need the types, which need the texts.
mod shipped_texts {
    #![allow(missing_docs, reason = "written by the build script")]
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

mod tables {
    #![allow(
        missing_docs,
        unused_imports,
        reason = "written by the build script; not every catalogue uses every value"
    )]
    use super::types::{
        Axis::*, Condition::*, ControlClass::*, Grade::*, Layer::*, Metric::*, Place::*, Player::*, PointGroup::*,
        Provenance::*, ReferenceLevel::*, RoleKind::*, Unit::*, Viewpoint::*, Which::*, *,
    };
    include!(concat!(env!("OUT_DIR"), "/catalog.rs"));
}

pub use tables::{CATALOG, DIGEST};
