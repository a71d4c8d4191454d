//! What of the guideline an assessment covers (適用範囲): which parts, and which components are the provider's own business.
//!
//! What is out is derived from this alone and written nowhere else, so that it comes back with all its answers when the
//! scope is widened again.

use crate::core::{
    assessment::{Assessment, Value, paths},
    catalog::{
        Catalog, Control, EquipmentId,
        keyword::{Keyword, keywords},
    },
};

keywords! {
    /// The parts of the guideline that are assessed, each by itself.
    pub enum GuidelinePart {
        /// Part II: organisation and operation.
        Two = "part2",
        /// Part III: physical and technical measures.
        Three = "part3",
        /// Part IV: risks of IoT services.
        Four = "part4",
    }
}

impl GuidelinePart {
    /// The part in which a control stands.
    #[must_use]
    pub fn of(control: &Control) -> Self {
        if control.id.0.starts_with("III.") { Self::Three } else { Self::Two }
    }
}

/// Why a control is out of scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutOfScope {
    /// Its part of the guideline is.
    Part,
    /// All components that it concerns are somebody else's business.
    Components,
}

/// What is out of scope. Nothing is, until somebody says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extent {
    parts: Vec<GuidelinePart>,
    equipment: Vec<EquipmentId>,
}

impl Extent {
    /// What an assessment says. Of a part that a copy for others leaves out, the copy does not know.
    #[must_use]
    pub fn of(catalog: &Catalog, assessment: &Assessment) -> Self {
        let out = |path| assessment.text(&path) == "out";
        let left_out = assessment.get(&paths::left_out()).and_then(Value::as_list).unwrap_or_default();
        let told = |part: &str| !left_out.iter().any(|left| left == part);
        let is_out = |part: &&str| !told(part) || out(paths::part_scope(part));
        let parts = GuidelinePart::ALL.into_iter().filter(|part| is_out(&part.keyword()));
        let equipment = catalog.equipment.iter().map(|e| e.id).filter(|id| out(paths::equipment_scope(*id)));
        Self { parts: parts.collect(), equipment: equipment.collect() }
    }

    /// Whether a part of the guideline is assessed.
    #[must_use]
    pub fn has_part(&self, part: GuidelinePart) -> bool {
        !self.parts.contains(&part)
    }

    /// Whether a part with controls is assessed: II or III.
    #[must_use]
    pub fn has_controls(&self) -> bool {
        self.has_part(GuidelinePart::Two) || self.has_part(GuidelinePart::Three)
    }

    /// Whether a component is the provider's own business.
    #[must_use]
    pub fn has_equipment(&self, equipment: EquipmentId) -> bool {
        !self.equipment.contains(&equipment)
    }

    /// Why a control is out of scope; `None` where it is in. One that names no component is in with its part.
    #[must_use]
    pub fn out(&self, control: &Control) -> Option<OutOfScope> {
        let somebody_elses =
            !control.components.is_empty() && !control.components.iter().any(|c| self.has_equipment(*c));
        match (self.has_part(GuidelinePart::of(control)), somebody_elses) {
            (false, _) => Some(OutOfScope::Part),
            (true, true) => Some(OutOfScope::Components),
            (true, false) => None,
        }
    }
}
