//! A part, section or annex.

use leptos::prelude::*;

use super::{Head, Links, children};
use crate::{
    app::AppState,
    core::catalog::Section,
    ui::{components::TextView, i18n::catalog as words, route::EntryKind},
};

/// The entry.
#[component]
pub fn SectionEntry(entry: &'static Section) -> impl IntoView {
    let t = words::words();
    let catalog = expect_context::<AppState>().catalog();
    let sections = children(catalog, entry).map(|s| (s.id, s.title)).collect();
    let inside = |id: &str| id.rsplit_once('.').is_some_and(|(parent, _)| parent == entry.id);
    // The two annexes that list all controls of a part.
    let listed = |id: &str| match entry.id {
        "Annex1" => id.starts_with("II."),
        "Annex2" => id.starts_with("III."),
        _ => inside(id),
    };
    let controls = catalog.controls.into_iter().filter(|c| listed(c.id.0)).map(|c| (c.id.0, c.title)).collect();
    view! {
        <Head id=entry.id title=entry.title />
        {entry.about.map(|about| view! { <p><TextView text=about /></p> })}
        <Links title=t.sub_sections kind=EntryKind::Section items=sections />
        <Links title=t.controls_here kind=EntryKind::Control items=controls />
    }
}
