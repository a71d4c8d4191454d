//! The few figures by which states of one assessment are laid side by side.

use super::{ActionStanding, ControlStanding, Counts, RiskStanding, Scope, is_to_treat, progress};
use crate::core::{
    assessment::Assessment,
    catalog::Catalog,
    evaluate::{Extent, GuidelinePart},
    extract::{derive, extract},
    model::project,
};

/// How many stand where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// The controls of Parts II and III.
    pub controls: Counts<ControlStanding>,
    /// The risks that apply or may still; none where Part IV is not assessed.
    pub risks: Counts<RiskStanding>,
    /// The actions needed; none where Part IV is not assessed.
    pub actions: Counts<ActionStanding>,
}

/// Counts what is shown, by the catalogue in force.
#[must_use]
pub fn figures(catalog: &'static Catalog, assessment: &Assessment, scope: Scope) -> Figures {
    let scope = scope.within(assessment);
    let extent = Extent::of(catalog, assessment);
    let controls = catalog.controls.iter().filter(|control| scope.shows_control(control));
    let controls = controls.map(|control| ControlStanding::of(assessment, &extent, control)).collect();
    if !extent.has_part(GuidelinePart::Four) {
        return Figures { controls, ..Figures::default() };
    }
    let model = project(assessment, catalog);
    let extraction = extract(catalog, &model);
    let derived = derive(catalog, &extraction, |key| is_to_treat(catalog, assessment, scope, key));
    let progress = progress(catalog, assessment, &model, &extraction, &derived, scope);
    Figures { controls, risks: progress.risks, actions: progress.actions }
}
