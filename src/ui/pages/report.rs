//! The report as it will be on paper and in its file: how deep it goes, for whom, to print, to save.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::Assessment,
        exchange::{
            formats::{Content, FORMATS, Format},
            report as pages,
        },
        report::{
            Confidential,
            paper::{Depth, depth_name},
        },
    },
    ui::{
        browser,
        components::{
            Followed, button, effect,
            el::{El, html},
            folded, later, live, memo, segmented, shown, title, when,
        },
        i18n::{common, lang, report as words},
        pages::home::open_button,
        route::{Page, Route},
        worklist::at_on,
    },
};

/// For whom a report is.
const INSIDE: &str = "inside";
const COPY: &str = "copy";

/// What is on the page.
#[derive(Clone, Copy)]
struct Shown {
    depth: Followed<Depth>,
    /// What of what is confidential is told, as the address has it: keywords, with `-` between. `None` where it is no copy for
    /// others.
    told: Followed<Option<String>>,
    /// The assessment as it is handed over: as it is kept, without what is on trial, or that copy.
    handed: Session,
}

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let at = at_on(Page::Report);
    let part = move |part: usize| at.with(|at| at.as_deref().and_then(|at| at.split('.').nth(part)).map(str::to_owned));
    let depth = memo(move || part(0).and_then(|word| Depth::from_keyword(&word)).unwrap_or(Depth::Management));
    let told = memo(move || part(1));
    let copy = copy(session, told);
    let subject = memo(move || if told.with(Option::is_some) { copy.get() } else { session.kept.get() });
    let shown_here = Shown { depth, told, handed: Session::of(session.app, session.id(), subject) };
    let word = memo(move || depth.get().keyword());
    let whom = memo(move || if told.with(Option::is_some) { COPY } else { INSIDE });
    let deeper = Callback::new(move |word: &'static str| go(session, word, told.get_untracked().as_deref()));
    let to_others = Callback::new(move |whom: &'static str| {
        let usually = Confidential::USUALLY_TOLD.map(Confidential::keyword).join("-");
        go(session, word.get_untracked(), (whom == COPY).then_some(&*usually));
    });
    let depths = Depth::ALL.iter().map(|depth| (depth.keyword(), depth_name(*depth, lang()))).collect();
    let whoms = vec![(INSIDE, t.inside), (COPY, t.outside)];
    let save = move || {
        let report = FORMATS.iter().find(|format| matches!(format.content, Content::Report));
        report.into_iter().for_each(|format| shown_here.save(format, false));
    };
    let to_overview = html::a().attr("href", Route::page(&session.id(), Page::Overview).href()).text(t.about);
    let tools = html::div()
        .class("toolbar")
        .child(segmented(t.depth.to_owned(), "depth".to_owned(), depths, None, word, deeper))
        .child(segmented(t.whom.to_owned(), "whom".to_owned(), whoms, None, whom, to_others))
        .child(button("primary", t.print).click(|| drop(window().print())))
        .child(button("secondary", t.save).click(save))
        .child(to_overview);
    let head =
        html::div().class("screen-only").child(title().text(t.title)).child(html::p().class("lead").text(t.lead));
    on_cleanup(|| browser::running_title(""));
    let others = folded(html::summary().text(t.others), move || live(move || formats(shown_here)));
    vec![
        head.child(tools)
            .child(when(move || told.with(Option::is_some), move || choices(shown_here)))
            .child(others)
            .into_any(),
        live(move || {
            shown_here.handed.report(depth.get()).map(|report| {
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

/// Goes to another depth, or to what is told to others.
fn go(session: Session, depth: &str, told: Option<&str>) {
    let at = [depth].into_iter().chain(told).collect::<Vec<_>>().join(".");
    browser::replace(&Route::Assessment(session.id(), Page::Report, Some(at)));
}

/// The copy for others, of what is there and told now. While it is made anew there is none: neither a file nor paper may
/// have what was just taken out.
fn copy(session: Session, told: Followed<Option<String>>) -> RwSignal<Option<Arc<Assessment>>> {
    let made = RwSignal::new(None);
    let made_of = StoredValue::new(None);
    effect(move || {
        let source = session.kept.get().zip(told.get());
        let is_busy = session.app.working().with(Option::is_some);
        if made_of.with_value(|of| *of == source) {
            return;
        }
        made.set(None);
        // It goes on from here once the worker is free. Each is ordered once, also where it cannot be made.
        let source = source.filter(|_| !is_busy);
        made_of.set_value(source.clone());
        if let Some((assessment, kept)) = source.clone() {
            let then = move |copy| {
                // The page may be gone by then.
                if made_of.try_with_value(|of| *of == source) == Some(true) {
                    let _ = made.try_set(Some(Arc::new(copy)));
                }
            };
            session.app.disclose(&assessment, kept, Box::new(then));
        }
    });
    made
}

impl Shown {
    fn save(&self, format: &'static Format, protect: bool) {
        let Some(assessment) = self.handed.assessment.get_untracked() else { return };
        let (handed, depth) = (self.handed, self.depth);
        let report = move || {
            let report = untrack(|| handed.report(depth.get()));
            report.map(|report| pages::html(&report, &browser::last_sheet())).unwrap_or_default()
        };
        handed.app.save_as(&assessment, format, &report, protect);
    }
}

/// What of what is confidential is told to others.
fn choices(Shown { depth, told, handed }: Shown) -> El {
    let t = words::words();
    let own = untrack(|| handed.app.scope().original);
    let offered = Confidential::ALL.into_iter().filter(|what| own || *what != Confidential::Own);
    let ticks = offered.map(|what| {
        let word = what.keyword();
        let is = move || told.with(|told| told.as_ref().is_some_and(|told| told.split('-').any(|other| other == word)));
        let turn = move |_| {
            let told = told.get_untracked().unwrap_or_default();
            let mut words: Vec<&str> = told.split('-').filter(|other| *other != word).collect();
            if !untrack(is) {
                words.push(word);
            }
            go(handed, depth.get_untracked().keyword(), Some(&words.join("-")));
        };
        let tick = html::input().attr("type", "checkbox").live_checked(is).on("change", turn);
        html::label().child(tick).text(" ").text(what.name().pick(lang()))
    });
    html::fieldset()
        .class("told")
        .child(html::legend().text(t.told))
        .child(html::p().class("about").text(t.told_hint))
        .children(ticks)
}

/// The formats in which the assessment can leave, each with what it carries.
fn formats(shown: Shown) -> El {
    let t = words::words();
    let (protect, is_copy) = (RwSignal::new(false), shown.told.with(Option::is_some));
    let rows = FORMATS.iter().map(|format| {
        let save = move || shown.save(format, protect.get_untracked());
        let name = format!("{} .{}", format.name.pick(lang()), format.ending);
        let label = format!("{}: {name}", t.save_as);
        let mut carries = html::td().text(format.carries.pick(lang()));
        let caution = format.posture.caution().filter(|_| !is_copy).map(|caution| caution.pick(lang()));
        for more in [caution, (format.comes_back && !is_copy).then_some(t.comes_back)].into_iter().flatten() {
            carries = carries.text(" ").text(more);
        }
        html::tr()
            .child(html::th().attr("scope", "row").text(name))
            .child(carries)
            .child(html::td().child(button("secondary", t.save_as).attr("aria-label", label).click(save)))
    });
    let tick = html::input().attr("type", "checkbox").on("change", move |ev| protect.set(event_target_checked(&ev)));
    let tick = html::p().child(html::label().child(tick).text(" ").text(t.protect));
    let table = html::table().class("list").child(html::tbody().children(rows));
    let open = open_button(shown.handed.app, common::words().open_file);
    html::div().child(tick).child(table).child(html::p().child(open))
}
