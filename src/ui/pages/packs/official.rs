//! A document with the official text: what was found in it, beside what the catalogue says, to be corrected.

use std::sync::Arc;

use leptos::prelude::*;

use super::incoming::{field_name, said};
use crate::{
    app::{AppState, IncomingText},
    core::{
        catalog::{EntryKind, Fact},
        official::{Choice, Doubt, Found, FoundField, PdfError, Reading, State},
        pack,
    },
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
            folded, live, table_head,
        },
        i18n::{fill, packs as words, pick},
        wording,
    },
};

/// The part of the page: where a document is given, and what was found in it.
pub fn section(app: AppState) -> El {
    let t = words::words();
    let text = StoredValue::new(String::new());
    let read = move || text.with_value(|text| app.read_official(t.pasted, Ok(text.clone().into_bytes())));
    let paste = html::textarea()
        .attr("rows", "3")
        .attr("aria-label", t.official_paste)
        .attr("placeholder", t.official_paste)
        .on("input", move |ev| text.set_value(event_target_value(&ev)));
    html::section()
        .class("official")
        .child(html::h2().text(t.official))
        .child(html::p().text(t.official_text))
        .child(html::p().child(super::file_button(
            t.official_file,
            ".pdf,.txt,application/pdf,text/plain",
            move |name, content| {
                app.read_official(name, content);
            },
        )))
        .child(paste)
        .child(html::p().child(button("secondary", t.official_read).click(read)))
        .child(live(move || app.incoming_text().get().map(|text| found(app, &text))))
}

fn found(app: AppState, text: &IncomingText) -> El {
    let t = words::words();
    browser::focus_soon(Some("incoming-text".to_owned()));
    let heading = if text.found.is_ok() { fill(t.text_found, &[&text.name]) } else { text.name.clone() };
    let section = html::section()
        .class("incoming-pack")
        .child(html::h2().attr("id", "incoming-text").attr("tabindex", "-1").text(heading));
    let away = button("quiet", t.text_close).click(move || app.close_text());
    let reading = match &text.found {
        Ok(reading) => reading,
        Err(error) => {
            let instead = (*error != PdfError::NoText).then(|| html::p().text(t.pdf_instead));
            return section.child(html::p().class("warning").text(refusal(*error))).children(instead).child(away);
        }
    };
    let count = |state| reading.entries.iter().filter(|e| e.state() == state).count();
    let counts = [count(State::Found), count(State::Doubtful), count(State::NotFound)];
    let [all, doubtful, none] = counts;
    if all + doubtful == 0 {
        return section.child(html::p().class("warning").text(t.text_nothing)).child(away);
    }
    let look = || browser::focus_soon(Some("incoming-pack".to_owned()));
    let make = button("primary", t.text_make).click(move || app.make_pack_of_text(look));
    let mut section = section
        .child(html::p().text(fill(t.text_counts, &[&all, &doubtful, &none])))
        .child(html::p().text(t.text_hint))
        .child(html::p().class("buttons").child(make).child(away));
    let groups = [
        (State::Doubtful, doubtful, t.text_doubtful),
        (State::Found, all, t.text_found_all),
        (State::NotFound, none, t.text_missing),
    ];
    for (state, count, title) in groups {
        if count > 0 {
            section = section.child(html::h3().text(format!("{title} ({count})")));
        }
        for at in 0..reading.entries.len() {
            if reading.entries.get(at).is_some_and(|e| e.state() == state) {
                section = section.child(entry(app, Arc::clone(reading), at));
            }
        }
    }
    section
}

/// An entry, which is made when it is opened.
fn entry(app: AppState, reading: Arc<Reading>, at: usize) -> Option<El> {
    let e = reading.entries.get(at)?;
    let kind = EntryKind::from_keyword(&e.kind)?;
    let title = app.catalog().entry(kind, &e.id).map(|known| pick(&known.title)).unwrap_or_default();
    let summary = html::summary()
        .child(html::span().class("hit-kind").text(wording::entry_kind(kind)))
        .text(format!(" {} {title}", e.id));
    Some(folded(summary, move || reading.entries.get(at).map(|e| fields(app, kind, e))).class("listing"))
}

fn fields(app: AppState, kind: EntryKind, e: &Found) -> El {
    let t = words::words();
    let missing = e.missing.iter().map(|field| FoundField { field: field.clone(), ..FoundField::default() });
    let now = app.catalog().entry(kind, &e.id).map(|entry| app.catalog().facts(&entry)).unwrap_or_default();
    let rows = e.fields.iter().cloned().chain(missing).map(|found| row(app, kind, e, &found, &now));
    html::table()
        .class("list changes")
        .child(table_head(&[t.field, t.text_now, t.text_there]))
        .child(html::tbody().children(rows))
}

fn row(app: AppState, kind: EntryKind, e: &Found, found: &FoundField, now: &[Fact]) -> El {
    let t = words::words();
    let name = field_name(kind, &found.field);
    let now = now.iter().find(|fact| fact.field == found.field).map(pack::said);
    let chosen = app.chosen_text(&e.kind, &e.id, &found.field);
    let there = found.lines.first > 0;
    let is_used = chosen.as_ref().map_or(there && found.doubt.is_none(), |c| c.value.is_some());
    // Reference values and classes as the document writes them; the pack gets them as packs do.
    let as_in_document = found.field == "class" || found.field.contains(".value.");
    let read = if as_in_document { &found.text } else { &found.value };
    let text = chosen.and_then(|c| c.value).unwrap_or_else(|| read.clone());
    let (used, typed) = (RwSignal::new(is_used), StoredValue::new(text.clone()));
    let base = Choice { kind: e.kind.clone(), id: e.id.clone(), field: found.field.clone(), value: None };
    let choose = move |is_used: bool| {
        used.set(is_used);
        app.choose_text(Choice { value: is_used.then(|| typed.get_value()), ..base.clone() });
    };
    let choose = Callback::new(choose);
    let area = html::textarea()
        .attr("rows", "2")
        .attr("aria-label", format!("{} {name}", e.id))
        .live_value(move || text.clone())
        .on("change", move |ev| {
            let text = event_target_value(&ev);
            typed.set_value(text.clone());
            choose.run(!text.trim().is_empty());
        });
    let tick = html::input()
        .attr("type", "checkbox")
        .live_checked(move || used.get())
        .on("change", move |ev| choose.run(event_target_checked(&ev)));
    let mut cell = html::td().attr("data-label", t.text_there).child(area);
    if let Some(doubt) = &found.doubt {
        cell = cell.child(html::p().class("warning").text(why(doubt)));
    }
    let mut below = html::p().child(html::label().child(tick).text(format!(" {}", t.text_use)));
    if there {
        let lines = fill(t.text_lines, &[&found.lines.first, &found.lines.last]);
        below = below.text(" ").child(html::span().class("about").text(lines));
    } else {
        cell = cell.child(html::p().class("about").text(t.text_gone));
    }
    html::tr()
        .child(html::th().attr("scope", "row").text(name))
        .child(html::td().attr("data-label", t.text_now).text(said(now.as_ref())))
        .child(cell.child(below))
}

fn refusal(error: PdfError) -> &'static str {
    let t = words::words();
    match error {
        PdfError::TooLarge => t.pdf_too_large,
        PdfError::Broken => t.pdf_broken,
        PdfError::Encrypted => t.pdf_encrypted,
        PdfError::TooMuch => t.pdf_too_much,
        PdfError::NoText => t.pdf_no_text,
        PdfError::Unreadable => t.pdf_unreadable,
    }
}

fn why(doubt: &Doubt) -> String {
    let t = words::words();
    let plain = match doubt {
        Doubt::SaidElsewhere(lines) => return fill(t.doubt_elsewhere, &[&lines.first, &lines.last]),
        Doubt::OutOfOrder => t.doubt_order,
        Doubt::InAnnex => t.doubt_annex,
        Doubt::Unfinished => t.doubt_unfinished,
        Doubt::Mixed => t.doubt_mixed,
        Doubt::Gap => t.doubt_gap,
        Doubt::TooLong => t.doubt_long,
        Doubt::Value => t.doubt_value,
        Doubt::New => t.doubt_new,
        Doubt::Alike => t.doubt_alike,
        Doubt::Proposed => t.doubt_proposed,
    };
    plain.to_owned()
}
