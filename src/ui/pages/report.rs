//! The report as it will be on paper and in its file: how deep it goes, to print, to save.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        exchange::{formats::FORMATS, report as pages},
        report::paper::{Depth, depth_name},
    },
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
            folded, later, live, memo, segmented, shown, title,
        },
        i18n::{common, lang, report as words},
        pages::home::open_button,
        route::{Page, Route},
        worklist::at_on,
    },
};

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let at = at_on(Page::Report);
    let depth = memo(move || at.with(|at| at.as_deref().and_then(Depth::from_keyword).unwrap_or(Depth::Management)));
    let word = memo(move || depth.get().keyword());
    let set = Callback::new(move |word: &'static str| {
        browser::replace(&Route::Assessment(session.id(), Page::Report, Some(word.to_owned())));
    });
    let depths = Depth::ALL.iter().map(|depth| (depth.keyword(), depth_name(*depth, lang()))).collect();
    let save = move || untrack(|| session.report(depth.get())).zip(session.assessment.get_untracked());
    let save = move || {
        if let Some((report, assessment)) = save() {
            session.app.save_report(&assessment, &pages::html(&report, &browser::last_sheet()));
        }
    };
    let to_overview = html::a().attr("href", Route::page(&session.id(), Page::Overview).href()).text(t.about);
    let tools = html::div()
        .class("toolbar")
        .child(segmented(t.depth.to_owned(), "depth".to_owned(), depths, None, word, set))
        .child(button("primary", t.print).click(|| drop(window().print())))
        .child(button("secondary", t.save).click(save))
        .child(to_overview);
    let head =
        html::div().class("screen-only").child(title().text(t.title)).child(html::p().class("lead").text(t.lead));
    on_cleanup(|| browser::running_title(""));
    vec![
        head.child(tools).child(folded(html::summary().text(t.others), move || formats(session))).into_any(),
        live(move || {
            session.report(depth.get()).map(|report| {
                browser::running_title(&pages::css_text(&pages::running(&report)));
                let mut elements = pages::elements(&report);
                // Cover and summary are what is seen first.
                let rest = StoredValue::new(elements.split_off(elements.len().min(3)));
                html::div()
                    .class("report")
                    .children(elements.iter().map(shown))
                    .child(later(move || rest.with_value(|rest| rest.iter().map(shown).collect::<Vec<El>>())))
            })
        }),
    ]
    .into_any()
}

/// The formats in which the assessment can leave, each with what it carries.
fn formats(session: Session) -> El {
    let t = words::words();
    let protect = RwSignal::new(false);
    let rows = FORMATS.iter().map(|format| {
        let save = move || session.app.save_as(&session.id(), format, protect.get_untracked());
        let name = format!("{} .{}", format.name.pick(lang()), format.ending);
        let label = format!("{}: {name}", t.save_as);
        let mut carries = html::td().text(format.carries.pick(lang()));
        if format.comes_back {
            carries = carries.text(" ").text(t.comes_back);
        }
        html::tr()
            .child(html::th().attr("scope", "row").text(name))
            .child(carries)
            .child(html::td().child(button("secondary", t.save_as).attr("aria-label", label).click(save)))
    });
    let tick = html::input().attr("type", "checkbox").on("change", move |ev| protect.set(event_target_checked(&ev)));
    let tick = html::p().child(html::label().child(tick).text(" ").text(t.protect));
    let table = html::table().class("list").child(html::tbody().children(rows));
    html::div().child(tick).child(table).child(html::p().child(open_button(session.app, common::words().open_file)))
}
