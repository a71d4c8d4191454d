//! Snapshots one below the other, the latest first, under what stands now: who kept each when, and what stood where.

use leptos::prelude::*;

use super::{address, kept};
use crate::{
    app::{AppState, Session},
    core::{
        assessment::{AssessmentId, Snapshot},
        document,
        evaluate::GuidelinePart,
        report::{ActionStanding, ControlStanding, Figures, RiskStanding, figures},
    },
    ui::{
        browser,
        components::{
            Part, bar, button, drawn,
            el::{El, html},
            live, more, table_head,
        },
        i18n::{catalog, common, fill, measures, risks, snapshots as words},
        standing, wording,
    },
};

/// How many snapshots are drawn before somebody asks for more.
const DRAWN: usize = 20;

/// What was found of a snapshot: what stood where, and whether it was made with another catalogue.
enum Seen {
    /// It is looked for.
    Asked,
    /// Its content is not here.
    Missing,
    /// This stood where; whether it was made with another catalogue.
    Found(Figures, bool),
}

/// What was found, by digest.
type AllSeen = RwSignal<Vec<(String, Seen)>>;

/// The table. `tools` has it with a way to remove each.
#[must_use]
pub fn table(session: Session, tools: bool) -> AnyView {
    let t = words::words();
    let (all_seen, drawn) = (AllSeen::new(Vec::new()), drawn(DRAWN));
    live(move || {
        let mut columns = vec![t.name, t.when, catalog::words().controls, risks::words().title];
        columns.push(measures::words().actions);
        if tools {
            columns.push(t.actions);
        }
        let now = html::tr().child(html::th().attr("scope", "row").text(t.now)).child(html::td());
        let now = cells(now, &figures_now(session));
        let mut body = html::tbody().child(if tools { now.child(html::td()) } else { now });
        let mut snapshots = session.assessment.with(|a| a.as_ref().map(|a| a.snapshots()).unwrap_or_default());
        let rest = snapshots.len().saturating_sub(drawn.get());
        snapshots.truncate(drawn.get());
        look(session.app, session.id(), &snapshots, all_seen);
        let rows = all_seen.with(|seen| {
            let seen = |of: &Snapshot| seen.iter().find(|(digest, _)| *digest == of.digest).map(|(_, seen)| seen);
            snapshots.iter().map(|snapshot| row(session, snapshot, seen(snapshot), tools)).collect::<Vec<El>>()
        });
        body = body.children(rows);
        html::div()
            .child(html::table().class("list snapshots").child(table_head(&columns)).child(body))
            .children(more(rest, drawn, DRAWN))
    })
}

fn figures_now(session: Session) -> Figures {
    let (controls, four) = session.controls.with(|c| (c.counts(), c.extent.has_part(GuidelinePart::Four)));
    if !four {
        return Figures { controls, ..Figures::default() };
    }
    session.progress.with(|p| Figures { controls, risks: p.risks.clone(), actions: p.actions.clone() })
}

/// Looks at the contents of those that were not looked at yet, one after the other.
fn look(app: AppState, id: AssessmentId, snapshots: &[Snapshot], all_seen: AllSeen) {
    for next in snapshots {
        let digest = next.digest.clone();
        if all_seen.with_untracked(|seen| seen.iter().any(|(known, _)| *known == digest)) {
            continue;
        }
        let place = all_seen.with_untracked(Vec::len);
        all_seen.update_untracked(|seen| seen.push((digest.clone(), Seen::Asked)));
        let then = move |mut found: Vec<Option<String>>| {
            let then = found.pop().flatten().and_then(|text| document::read_snapshot(&text, &digest));
            let found = then.map_or(Seen::Missing, |then| {
                let other = *then.catalog().digest != *app.catalog_digest();
                Seen::Found(figures(app.catalog(), &then, untrack(|| app.scope())), other)
            });
            // The page may be gone by then.
            let _ = all_seen.try_update(|seen| {
                if let Some((_, seen)) = seen.get_mut(place) {
                    *seen = found;
                }
            });
        };
        app.read_contents(&id, vec![next.clone()], Box::new(then));
    }
}

fn row(session: Session, of: &Snapshot, seen: Option<&Seen>, tools: bool) -> El {
    let (t, c) = (words::words(), common::words());
    let name = if of.name.is_empty() { c.unnamed.to_owned() } else { wording::short(&of.name) };
    let mut head =
        html::th().attr("scope", "row").child(html::a().attr("href", address(session, &of.id)).text(name.clone()));
    if let Some(Seen::Found(_, true)) = seen {
        head = head.text(t.other_catalog);
    }
    let row = html::tr().child(head).child(html::td().attr("data-label", t.when).text(kept(session, of)));
    let row = match seen {
        Some(Seen::Found(figures, _)) => cells(row, figures),
        Some(Seen::Missing) => row.child(html::td().attr("colspan", "3").class("late").text(t.missing)),
        _ => row.child(html::td().attr("colspan", "3").text("…")),
    };
    if !tools {
        return row;
    }
    let id = of.id.clone();
    let remove = move || {
        session.app.remove_snapshot(&session.id(), &id);
        // The row is gone, and the focus with it.
        browser::focus_title();
    };
    let remove = button("quiet danger", c.delete).attr("aria-label", fill(t.remove_of, &[&name])).click(remove);
    row.child(html::td().attr("data-label", t.actions).child(remove))
}

fn cells(row: El, of: &Figures) -> El {
    let controls = ControlStanding::ALL.map(|s| standing::control(s, of.controls.of(s)));
    let risks_at = RiskStanding::ALL.map(|s| standing::risk(s, of.risks.of(s)));
    let actions = ActionStanding::ALL.map(|s| standing::action(s, of.actions.of(s)));
    row.child(cell(catalog::words().controls, &controls))
        .child(cell(risks::words().title, &risks_at))
        .child(cell(measures::words().actions, &actions))
}

/// A bar, and its figures in words.
fn cell(label: &'static str, parts: &[Part]) -> El {
    let there = parts.iter().filter(|part| part.count > 0);
    let words = wording::join(there.map(|part| format!("{} {}", part.name, part.count)));
    let cell = html::td().attr("data-label", label);
    if words.is_empty() {
        return cell.text("–");
    }
    cell.child(bar(label, parts).attr("aria-hidden", "true")).child(html::span().class("line-note").text(words))
}
