//! What is assessed: which service, which parts of the guideline, and what is somebody else's.

pub mod classify;

use leptos::prelude::*;

use super::{controls, flow};
use crate::{
    app::Session,
    core::{
        assessment::{Edit, paths},
        catalog::Equipment,
        evaluate::GuidelinePart,
    },
    ui::{
        components::{
            TextKind, button,
            el::{El, html},
            title, when,
        },
        i18n::{overview, pick, scope as words},
        pages::risks::entry::{field, tick},
        route::Page,
    },
};

/// What an IaaS provider has in any case.
const OF_IAAS: [&str; 2] = ["building", "power"];

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let (t, o) = (words::words(), overview::words());
    let part = |part: GuidelinePart, name: &'static str, hint: &'static str| {
        tick(session, paths::part_scope(part.keyword()), "out", false, about(name, hint))
    };
    let catalog = session.catalog();
    let leave_out = move || {
        let theirs = catalog.equipment.iter().filter(|e| OF_IAAS.contains(&e.id.0));
        let edits: Vec<Edit> = theirs.map(|e| Edit::text(paths::equipment_scope(e.id), "out")).collect();
        session.edits(&edits);
    };
    let theirs = move |e: &'static Equipment| {
        tick(session, paths::equipment_scope(e.id), "out", true, about(pick(&e.name), pick(&e.about)))
    };
    let left_out = move || session.controls.with(|c| GuidelinePart::ALL.iter().any(|part| !c.extent.has_part(*part)));
    let reason = move || field(session, paths::scope_reason(), t.out_reason.to_owned(), TextKind::Line, "");
    // What is asked of controls alone.
    let of_controls = move || {
        vec![
            group(t.equipment, t.equipment_lead, [button("secondary", t.all_iaas).click(leave_out)])
                .children(catalog.equipment.iter().map(theirs)),
            html::p().class("about").attr("role", "status").live_text(move || controls::in_scope(session)),
            group("", "", [tick(session, paths::writing(), "yes", true, about(t.writing, t.writing_hint))]),
        ]
    };
    vec![
        title().text(t.title).into_any(),
        html::p().class("lead").text(t.lead).into_any(),
        html::div()
            .class("form")
            .child(field(session, paths::meta("service"), t.service.to_owned(), TextKind::Line, o.service_hint))
            .into_any(),
        group(
            t.parts,
            "",
            [
                part(GuidelinePart::Two, t.part2, t.part2_hint),
                part(GuidelinePart::Three, t.part3, t.part3_hint),
                part(GuidelinePart::Four, t.part4, t.part4_hint),
            ],
        )
        .child(when(left_out, reason))
        .into_any(),
        when(move || session.controls.with(|c| c.extent.has_controls()), of_controls),
        flow::onward_by_key(session, Page::Scope),
    ]
    .into_any()
}

fn group(name: &'static str, lead: &'static str, ticks: impl IntoIterator<Item = El>) -> El {
    let mut group = html::fieldset().class("scope");
    if !name.is_empty() {
        group = group.child(html::legend().text(name));
    }
    if !lead.is_empty() {
        group = group.child(html::p().class("about").text(lead));
    }
    group.children(ticks)
}

/// What a tick is about.
fn about(name: &'static str, hint: &'static str) -> El {
    html::span().child(html::strong().text(name)).text(" ").child(html::span().class("about").text(hint))
}
