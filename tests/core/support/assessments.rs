//! Assessments made by hand.

use tenken::core::{
    assessment::{Actor, Assessment, AssessmentId, CatalogRef, Clock, Edit, Path, Stamp},
    catalog::{CATALOG, DIGEST},
};

/// A day of November 2026.
pub const NOW: u64 = 1_794_000_000_000;

pub fn clock(actor: u64) -> Clock {
    Clock::new(Actor::new(actor))
}

#[track_caller]
pub fn stamp(text: &str) -> Stamp {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no stamp"))
}

#[track_caller]
pub fn path(text: &str) -> Path {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no path"))
}

pub fn empty() -> Assessment {
    let catalog = CatalogRef::of(&CATALOG, DIGEST, clock(1).tick(NOW));
    Assessment::new(AssessmentId::new(0x1234_5678_9abc), catalog)
}

pub fn with(edits: &[Edit]) -> Assessment {
    let mut assessment = empty();
    assessment.apply(edits, &mut clock(1), NOW, "鈴木");
    assessment
}
