//! Step 2: which risks apply and why, and what people decided about them.

pub mod entry;
mod groups;
mod row;
mod treatment;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        catalog::Risk,
        extract::Truth,
        report::{Progress, RiskStanding},
    },
    ui::{
        components::{
            each,
            el::{El, el},
            legend, live, memo, stack, table_head, title, when,
        },
        i18n::{common, fill, risks as words},
        route::{ModelPart, Page, Route},
        standing,
    },
};
use groups::{GROUPINGS, body, grouped};

/// Which risks are shown, in the order of the choices: relevant, open, applying, not applying, all.
const FILTERS: [fn(Truth) -> bool; 5] = [
    |truth| truth != Truth::False,
    |truth| truth == Truth::Unknown,
    |truth| truth == Truth::True,
    |truth| truth == Truth::False,
    |_| true,
];

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let (filter, grouping) = (RwSignal::new(0), RwSignal::new(0));
    let shown = memo(move || {
        let lets = FILTERS.get(filter.get()).unwrap_or(&FILTERS[0]);
        session.extraction.with(|e| {
            let mut keys = Vec::new();
            // Open ones first: they wait for an answer.
            for open in [true, false] {
                for row in &e.rows {
                    let truth = row.finding.truth;
                    let shows = |risk: &Risk| session.shows(risk.title.from);
                    if (truth == Truth::Unknown) == open
                        && lets(truth)
                        && session.catalog().risk(row.key.risk.0).is_some_and(shows)
                    {
                        keys.push(row.key.clone());
                    }
                }
            }
            keys
        })
    });
    let counts = move || {
        session.progress.with(|p| {
            let open = p.risks.of(RiskStanding::Open);
            let counts = fill(t.counts, &[&p.risks_applying(), &open, &p.not_applying]);
            if p.hidden_risks == 0 { counts } else { [&counts, " — ", &fill(t.hidden, &[&p.hidden_risks])].concat() }
        })
    };
    let parts = standing::of_risks(session);
    let share = Signal::derive(move || session.progress.with(Progress::risks_decided));
    let groups = memo(move || {
        let grouping = GROUPINGS.get(grouping.get()).unwrap_or(&GROUPINGS[0]);
        grouped(session.catalog(), &shown.get(), *grouping)
    });
    let nothing = live(move || {
        if session.progress.get().model.done == 0 {
            let href = Route::page(&session.id(), Page::Model(ModelPart::Start)).href();
            let empty = el("div").class("empty").child(el("p").text(t.empty_model));
            return Some(empty.child(onward(el("p"), href, t.to_model)).into_view());
        }
        shown.with(Vec::is_empty).then(|| el("p").class("empty").text(t.empty).into_view())
    });
    let table = move || {
        el("table")
            .class("list risks")
            .child(table_head(&[t.col_risk, t.decision, t.col_measures]))
            .view(each(move || groups.get(), |g| g.key.clone(), move |group| body(session, group, groups)))
            .into_view()
    };
    let filters = [t.relevant, t.open, t.applies, t.not, t.all];
    let toolbar = el("div")
        .class("toolbar")
        .child(segmented(t.filter, "filter", &filters, filter))
        .child(segmented(t.group, "grouping", &[t.group_role, t.group_viewpoint, t.group_measure], grouping))
        .child(show_original(session))
        .child(el("p").class("counts-line").attr("role", "status").live_text(counts))
        .child(el("div").class("standing").child(stack(t.decision, share, parts)).child(legend(parts)));
    vec![
        title().text(t.title).into_view(),
        el("p").class("lead").text(t.lead).into_view(),
        toolbar.into_view(),
        nothing,
        when(move || shown.with(|s| !s.is_empty()), table),
        onward(el("p").class("onward"), Route::page(&session.id(), Page::Measures).href(), t.to_measures).into_view(),
    ]
    .into_any()
}

/// Puts the button that leads to another page into a paragraph.
#[must_use]
pub fn onward(into: El, href: String, text: &'static str) -> El {
    into.child(el("a").class("button primary").attr("href", href).text(text))
}

/// One of a few, as radio buttons side by side.
fn segmented(label: &'static str, name: &'static str, options: &[&'static str], value: RwSignal<usize>) -> El {
    let button = |(at, word): (usize, &&'static str)| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .live_checked(move || value.get() == at)
            .on("change", move |_| value.set(at));
        el("label").child(input).child(el("span").text(*word))
    };
    el("fieldset").class("segmented").child(el("legend").text(label)).children(options.iter().enumerate().map(button))
}

/// Whether this project's own entries are shown.
#[must_use]
pub fn show_original(session: Session) -> El {
    let app = session.app;
    let input = el("input")
        .attr("type", "checkbox")
        .live_checked(move || app.settings().with(|s| s.show_original))
        .on("change", move |ev| app.set_settings(|s| s.show_original = event_target_checked(&ev)));
    el("label").class("tick").child(input).child(el("span").text(common::words().show_original))
}
