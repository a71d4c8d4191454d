//! Step 3: countermeasures and their actions.

mod action;

use std::sync::Arc;

use leptos::prelude::*;

use super::risks::{onward, show_original};
use crate::{
    app::Session,
    core::{
        catalog::{Countermeasure, Provenance, ViewpointEntry},
        extract::{Derived, RowKey},
        report::{ActionStanding, Counts, Progress, Share, actions_of},
    },
    ui::{
        components::{
            badge, each,
            el::{El, el},
            legend, live, memo, stack, title, when, with_badge,
        },
        i18n::{common, fill, measures as words, pick, risks},
        route::{EntryKind, Page, Route},
        standing, wording,
    },
};

/// Countermeasures, those for which nothing is called for any more as well.
type List = Memo<Vec<&'static Countermeasure>>;

/// The countermeasures that are shown.
type Shown = Memo<Arc<Vec<Derived>>>;

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let shown = memo(move || {
        let scope = session.app.scope();
        let shown = |d: &&Derived| scope.shows_countermeasure(session.catalog(), d);
        session.derived.with(|all| Arc::new(all.iter().filter(shown).cloned().collect::<Vec<_>>()))
    });
    let parts = standing::of_actions(session);
    let share = Signal::derive(move || session.progress.with(Progress::actions_recorded));
    let hidden = move || match session.progress.with(|p| p.hidden_actions) {
        0 => String::new(),
        n => fill(risks::words().hidden, &[&n]),
    };
    let bar = el("div")
        .class("standing")
        .child(stack(t.actions, share, parts))
        .child(legend(parts))
        .child(el("p").class("counts-line").attr("role", "status").live_text(hidden));
    let empty = move || {
        let to_risks = onward(el("p"), Route::page(&session.id(), Page::Risks).href(), t.to_risks);
        el("div").class("empty").child(el("p").text(t.empty)).child(to_risks).into_view()
    };
    let not_needed =
        memo(move || shown.with(|all| all.iter().filter(|d| !d.needed).map(|d| d.countermeasure).collect()));
    let mut parts = vec![
        title().text(t.title).into_view(),
        el("p").class("lead").text(t.lead).into_view(),
        el("div").class("toolbar").child(show_original(session)).child(bar).into_view(),
        when(move || shown.with(|s| s.is_empty()), empty),
    ];
    parts.extend(session.catalog().viewpoints.into_iter().map(|v| of_viewpoint(session, v, shown)));
    // Countermeasures whose risks were all decided otherwise.
    parts.push(folded(session, t.not_needed, t.not_needed_hint, not_needed, shown));
    // What was noted for countermeasures that no risk calls for any more: shown, never dropped.
    parts.push(folded(session, t.former, t.former_hint, former(session), memo(Arc::default)));
    parts.into_any()
}

fn former(session: Session) -> List {
    memo(move || {
        let noted = |m: &&'static Countermeasure| {
            let prefix = ["action/", m.id.0, "/"].concat();
            session.assessment.with(|a| a.as_ref().is_some_and(|a| a.below(&prefix).next().is_some()))
        };
        session.derived.with(|derived| {
            let gone = |m: &&'static Countermeasure| !derived.iter().any(|d| d.countermeasure.id == m.id);
            session.catalog().countermeasures.into_iter().filter(gone).filter(noted).collect()
        })
    })
}

/// Countermeasures that need nothing done, behind a line with their number.
fn folded(session: Session, title: &'static str, hint: &'static str, list: List, shown: Shown) -> AnyView {
    when(
        move || list.with(|l| !l.is_empty()),
        move || {
            el("details")
                .class("not-needed")
                .child(el("summary").live_text(move || fill(title, &[&list.with(Vec::len)])))
                .child(el("p").text(hint))
                .view(measures(session, list, shown))
                .into_view()
        },
    )
}

fn of_viewpoint(session: Session, viewpoint: &'static ViewpointEntry, shown: Shown) -> AnyView {
    let here = memo(move || {
        shown.with(|all| {
            let here = all.iter().filter(|d| d.needed && d.countermeasure.viewpoint == viewpoint.id);
            here.map(|d| d.countermeasure).collect::<Vec<_>>()
        })
    });
    when(
        move || here.with(|h| !h.is_empty()),
        move || {
            let name = fill(common::words().viewpoint, &[&viewpoint.id.word()]);
            let heading =
                el("h2").text([&name, ": ", pick(&viewpoint.name), " "].concat()).child(badge(viewpoint.name.from));
            el("section").child(heading).view(measures(session, here, shown)).into_view()
        },
    )
}

fn measures(session: Session, list: List, shown: Shown) -> AnyView {
    each(move || list.get(), |m| m.id.to_string(), move |m| measure(session, m, shown))
}

/// The guideline's box: number and title, statement, actions; beside it the risks that it answers.
fn measure(session: Session, measure: &'static Countermeasure, shown: Shown) -> AnyView {
    let t = words::words();
    let counts =
        memo(move || session.assessment.with(|a| a.as_ref().map(|a| actions_of(a, measure)).unwrap_or_default()));
    let recorded = move || Share {
        done: counts.with(|c| c.of_those(ActionStanding::is_recorded)),
        of: counts.with(Counts::total),
    };
    let parts = Signal::derive(move || counts.with(standing::actions));
    let id = ["measure-", measure.id.0].concat();
    let heading = el("h3")
        .attr("id", id.clone())
        .attr("tabindex", "-1")
        .child(el("span").class("measure-number").text(measure.id.0))
        .text([" 【", pick(&measure.title), "】 "].concat())
        .child(badge(measure.title.from));
    let statement = match measure.statement {
        Some(statement) => with_badge(el("p").class("statement"), statement),
        None => {
            let own = measure.actions.iter().any(|a| a.text.from == Provenance::Original);
            let suggested = if own { t.suggested } else { "" };
            el("p").class("statement missing").text([t.not_included, " ", suggested].concat())
        }
    };
    let actions = measure.actions.into_iter().map(|a| action::line(session, measure.id, a));
    let header = el("header").child(heading).child(stack(t.actions, Signal::derive(recorded), parts));
    let main =
        el("div").child(statement).child(el("h4").text(t.actions)).child(el("ul").class("actions").children(actions));
    el("article")
        .class("measure")
        .attr("aria-labelledby", id)
        .child(header)
        .child(el("div").class("measure-body").child(main).child(because(session, measure, shown)))
        .into_view()
}

/// The risks that a countermeasure answers.
fn because(session: Session, measure: &'static Countermeasure, shown: Shown) -> El {
    let catalog = session.catalog();
    let keys = memo(move || {
        let found = |d: &&Derived| d.countermeasure.id == measure.id;
        let mut keys = shown.with(|all| all.iter().find(found).map(|d| d.because.clone()).unwrap_or_default());
        keys.retain(|k| catalog.risk(k.risk.0).is_some_and(|r| session.shows(r.title.from)));
        keys
    });
    let line = move |key: RowKey| {
        let risk = catalog.risk(key.risk.0)?;
        let href = Route::Entry(EntryKind::Risk, risk.id.to_string()).href();
        let component = key.instance.map(|i| session.model.with(|m| wording::component_name(catalog, m, &i)));
        let component = component.map(|c| [" (", &c, ") "].concat()).unwrap_or_else(|| " ".to_owned());
        let link = el("a").attr("href", href).text(pick(&risk.title));
        Some(el("li").child(link).text(component).child(badge(risk.title.from)).into_view())
    };
    let lines = live(move || keys.get().into_iter().filter_map(line).collect::<Vec<_>>());
    el("aside").class("because").child(el("h4").text(words::words().answers)).child(el("ul").view(lines))
}
