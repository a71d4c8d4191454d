//! Where a field is entered, for lists of changes.

use super::{
    components::el::{El, html},
    route::{Page, Route},
    worklist::Place,
};
use crate::core::assessment::{AssessmentId, Path};

/// A field by its name, with the way to where it is entered.
#[must_use]
pub fn link(id: &AssessmentId, path: &Path, name: String) -> El {
    let link = match place(id, path) {
        Some(route) => html::a().attr("href", route.href()),
        None => html::span(),
    };
    link.text(name)
}

/// The address at which a field is entered. One that this program does not know has none.
#[must_use]
pub fn place(id: &AssessmentId, path: &Path) -> Option<Route> {
    let path = path.as_str();
    let path = ["presumed/", "partner/"].iter().find_map(|of| path.strip_prefix(of)).unwrap_or(path);
    let segments: Vec<&str> = path.split('/').collect();
    let row = |row: &str| Place::default().with_row(row).at();
    let (page, at) = match segments.as_slice() {
        ["meta", ..] => (Page::Overview, None),
        ["scope", ..] => (Page::Scope, None),
        ["classify", ..] => (Page::Classify, None),
        ["model", "type"] => (Page::Start, None),
        ["model", "role", role] => (Page::Roles, Some(format!("role-{role}"))),
        ["model", "kind", kind] => (Page::Components, Some(format!("kind-{kind}"))),
        ["model", "component", component, "roles"] => (Page::Components, Some(format!("{component}-carries"))),
        ["model", "component", component, aspect @ ("operated" | "maintained" | "place")] => {
            (Page::Components, Some(format!("{component}-{aspect}")))
        }
        ["model", "component", component, ..] => (Page::Components, Some(format!("{component}-procured"))),
        ["model", "data", data] => (Page::Data, Some(format!("data-{data}"))),
        ["controls", control, ..] => (Page::Controls, row(control)),
        ["risk", risk, ..] => (Page::Risks, row(risk)),
        ["action", of, action, ..] => (Page::Measures, row(&format!("{of}:{action}"))),
        ["snapshots", snapshot, ..] => (Page::Snapshots, Some((*snapshot).to_owned())),
        _ => return None,
    };
    Some(Route::Assessment(id.clone(), page, at))
}
