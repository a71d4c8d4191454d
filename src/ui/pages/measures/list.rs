//! The actions as rows of a list.

use crate::{
    app::Session,
    core::{
        assessment::{Assessment, paths},
        catalog::{Action, Countermeasure},
        report::ActionStanding,
    },
    ui::{
        i18n::{measures as words, pick},
        standing,
        worklist::{Entry, Facet, facets},
    },
};

/// Why an action is in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Called {
    /// Risks that are to be treated call for it.
    Needed,
    /// All its risks were decided otherwise.
    NotNeeded,
    /// No risk calls for it any more; what was noted is shown, never dropped.
    Former,
}

/// All actions that are shown. Those that nothing is to be done for stand aside.
#[must_use]
pub fn entries(session: Session) -> Vec<Entry> {
    let catalog = session.catalog();
    let scope = session.scope();
    let today = session.app.today();
    session.assessment.with(|assessment| {
        let Some(assessment) = assessment else { return Vec::new() };
        session.derived.with(|derived| {
            let mut entries = Vec::new();
            for measure in catalog.countermeasures {
                let called = match derived.iter().find(|d| d.countermeasure.id == measure.id) {
                    Some(d) if !scope.shows_countermeasure(catalog, d) => continue,
                    Some(d) if d.needed => Called::Needed,
                    Some(_) => Called::NotNeeded,
                    None if assessment.below(&format!("action/{}/", measure.id.0)).next().is_some() => Called::Former,
                    None => continue,
                };
                entries.extend(measure.actions.iter().map(|a| entry(session, assessment, measure, a, called, &today)));
            }
            entries
        })
    })
}

fn entry(
    session: Session,
    assessment: &Assessment,
    measure: &'static Countermeasure,
    action: &'static Action,
    called: Called,
    today: &str,
) -> Entry {
    let t = words::words();
    let text = |what: &str| assessment.text(&paths::action(measure.id, action.id, what));
    let standing = ActionStanding::of(assessment, measure.id, action.id);
    let part = standing::action(standing, 0);
    let place = standing as usize;
    let in_state = match called {
        Called::Needed => Facet::new(place.to_string(), part.name),
        Called::NotNeeded => Facet::new("not-needed", t.not_needed),
        Called::Former => Facet::new("former", t.former),
    };
    let waits = !matches!(standing, ActionStanding::Done | ActionStanding::NotApplicable) && called == Called::Needed;
    let planned = facets::planned(text("owner"), text("due"), today, waits);
    let (letter, viewpoint) = facets::viewpoint(session.catalog(), measure.viewpoint);
    let of = Facet::new(measure.id.0, format!("{} 【{}】", measure.id.0, pick(&measure.title)));
    Entry {
        key: super::action::key(measure.id, action.id),
        class: part.class,
        state: part.name,
        open: called == Called::Needed && !standing.is_recorded(),
        id: action.id.0,
        title: pick(&action.text),
        from: action.text.from,
        note: if action.baseline { format!("【{}】{}", t.baseline, planned.note) } else { planned.note },
        groups: vec![of.clone(), viewpoint, planned.owner.clone(), in_state.clone()],
        facets: vec![
            vec![in_state],
            vec![planned.due],
            vec![letter],
            vec![facets::source(action.text.from)],
            vec![planned.owner],
            vec![of],
            vec![if action.baseline { Facet::new("first", t.baseline) } else { Facet::new("later", t.not_baseline) }],
        ],
        aside: called != Called::Needed,
        // Those without a date or an owner come last.
        orders: vec![facets::or_last(text("due")), facets::or_last(text("owner")), format!("{:02}", 99 - place)],
    }
}
