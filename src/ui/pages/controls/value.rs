//! A measured value: the field, how it is read, and what comes of comparing it with the reference value.

use crate::{
    app::Session,
    core::{
        assessment::paths,
        catalog::{Control, EvaluationItem, Metric, Provenance, ReferenceLevel},
        evaluate::{AskBack, Classification, Comparison, Verdict},
    },
    ui::{
        components::{
            TextKind, badge,
            el::{El, html},
            live,
        },
        i18n::{common, controls as words, fill, lang, pick},
        pages::{
            catalog::value::reference,
            risks::entry::{choice, field},
        },
        route::{Page, Route},
    },
};

/// An evaluation item of a control.
#[must_use]
pub fn value(session: Session, control: &'static Control, item: &'static EvaluationItem) -> El {
    let path = paths::measured(control.id, item.id);
    let text = session.watch(path.clone());
    let name = format!("{}. {}", item.id, pick(&item.name));
    let entry = if item.measure == Metric::Choice {
        let options = item.options.iter().map(|o| (o.id, pick(&o.name))).collect();
        choice(session, path, name, options, Some(common::words().unanswered))
    } else {
        field(session, path, name, TextKind::Line, example(item.measure))
    };
    let entry = entry.child(live(move || {
        let pattern = session.classification.with(Classification::pattern);
        beside(session, item, &Comparison::of(item, &text.get(), pattern))
    }));
    html::div().class("measured").child(entry).children(badge(item.name.from))
}

/// How one may write it.
fn example(metric: Metric) -> &'static str {
    let t = words::words();
    match metric {
        Metric::Interval => t.example_interval,
        Metric::Limit => t.example_limit,
        Metric::Duration => t.example_duration,
        Metric::Retention | Metric::AfterService => t.example_retention,
        Metric::Share => t.example_share,
        Metric::Count => t.example_count,
        Metric::Choice => "",
    }
}

/// What stands beside a field: the verdict, or what has to be asked, and the reference value.
fn beside(session: Session, item: &'static EvaluationItem, compared: &Comparison) -> El {
    let t = words::words();
    let asked_for = compared.reference.map(|value| reference(item, value));
    let (class, said) = said(item, compared, asked_for.as_deref().unwrap_or_default());
    let mut lines = html::div().class("beside").attr("role", "status");
    if !said.is_empty() {
        lines = lines.child(html::p().class(class).text(said));
    }
    match (compared.reference, asked_for) {
        (Some(value), Some(asked_for)) => {
            let mut line = html::p().class("about").text(fill(t.reference, &[&asked_for]));
            if matches!(value.from, Provenance::Unverified(_)) {
                line = line.text(" ").child(html::span().text(t.unverified));
            }
            lines.child(line)
        }
        _ => {
            let to_class = html::a().attr("href", Route::page(&session.id(), Page::Classify).href());
            lines.child(html::p().class("about").text(t.no_pattern).text(" ").child(to_class.text(t.to_classify)))
        }
    }
}

/// The verdict as a sentence, and its class.
fn said(item: &EvaluationItem, compared: &Comparison, asked_for: &str) -> (&'static str, String) {
    let t = words::words();
    let measured = compared.measured.map(|m| m.write(item, lang())).unwrap_or_default();
    let recorded = |more: &str| (("about"), fill(t.recorded, &[&measured]) + " " + more);
    match &compared.verdict {
        Verdict::Meets => ("verdict meets", fill(t.meets, &[&measured, &asked_for])),
        Verdict::FallsShort { calendar } => {
            let more = if *calendar { t.by_calendar } else { "" };
            ("verdict falls-short", fill(t.falls_short, &[&measured, &asked_for]) + more)
        }
        Verdict::NothingToMeet if measured.is_empty() => ("about", t.nothing_to_meet.to_owned()),
        Verdict::NothingToMeet => recorded(t.nothing_to_meet),
        Verdict::UnknownReference => recorded(t.unknown_reference),
        Verdict::NoPattern => recorded(t.not_yet),
        Verdict::NotMeasured => ("", String::new()),
        Verdict::AskedBack(why) => ("verdict asked-back", question(item, why)),
    }
}

/// What to ask of the person who typed a value.
fn question(item: &EvaluationItem, why: &AskBack) -> String {
    let t = words::words();
    let sentence = match why {
        AskBack::NotUnderstood(part) => return fill(t.ask_part, &[part]),
        AskBack::Direction => {
            let least = item.values.iter().any(|v| matches!(v.level, ReferenceLevel::AtLeast(_)));
            return fill(t.ask_direction, &[&if least { t.ask_least } else { t.ask_longest }]);
        }
        AskBack::Unit => t.ask_unit,
        AskBack::OtherUnit => t.ask_other_unit,
        AskBack::Period => t.ask_period,
        AskBack::Ambiguous => t.ask_ambiguous,
        AskBack::Approximate => t.ask_exact,
        AskBack::Calendar => t.ask_calendar,
        AskBack::Vague => t.ask_vague,
        AskBack::TooFine => t.ask_too_fine,
        AskBack::Impossible => t.ask_impossible,
        AskBack::Option => t.ask_option,
    };
    sentence.to_owned()
}
