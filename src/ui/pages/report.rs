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
/// What most tell others, unless they say otherwise.
const USUALLY_TOLD: &str = "values-part4-own";

/// What is on the page.
#[derive(Clone, Copy)]
struct Shown {
    depth: Followed<Depth>,
    /// What of what is confidential is told: keywords, with `-` between. `None` where it is no copy for others. The address has
    /// it as well, but later: what is ticked counts at once.
    told: RwSignal<Option<String>>,
    /// Whether it is a copy for others.
    is_copy: Followed<bool>,
    /// Whether files are to be protected.
    protect: RwSignal<bool>,
    /// The assessment as it is handed over: as it is kept, without what is on trial, or that copy.
    handed: Session,
}

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let at = at_on(Page::Report);
    let depth = memo(move || {
        let word =
            at.with(|at| at.as_deref().and_then(|at| Depth::from_keyword(at.split_once('.').map_or(at, |(d, _)| d))));
        word.unwrap_or(Depth::Management)
    });
    let from_address = move || at.with(|at| Some(at.as_deref()?.split_once('.')?.1.to_owned()));
    let told = RwSignal::new(untrack(from_address));
    effect(move || told.set(from_address()));
    let is_copy = memo(move || told.with(Option::is_some));
    let copy = copy(session, told);
    let subject = memo(move || if is_copy.get() { copy.get() } else { session.kept.get() });
    let handed = Session::of(session.app, session.id(), subject);
    let shown_here = Shown { depth, told, is_copy, protect: RwSignal::new(false), handed };
    let word = memo(move || depth.get().keyword());
    let whom = memo(move || if is_copy.get() { COPY } else { INSIDE });
    let deeper = Callback::new(move |word: &'static str| go(session, word, told.get_untracked()));
    let to_others = Callback::new(move |whom: &'static str| {
        shown_here.tell((whom == COPY).then(|| USUALLY_TOLD.to_owned()));
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
        head.child(tools).child(when(move || is_copy.get(), move || choices(shown_here))).child(others).into_any(),
        live(move || {
            let Some(report) = handed.report(depth.get()) else {
                return html::p().class("screen-only").attr("role", "status").text(t.making);
            };
            browser::running_title(&pages::css_text(&pages::running(&report)));
            let mut elements = pages::elements(&report);
            // Cover and summary are what is seen first.
            let rest = StoredValue::new(elements.split_off(elements.len().min(3)));
            html::div()
                .class("report")
                .children(elements.iter().map(shown))
                .child(later(move || rest.with_value(|rest| rest.iter().map(shown).collect::<Vec<El>>())))
        }),
    ]
    .into_any()
}

/// Goes to another depth, or to what is told to others.
fn go(session: Session, depth: &str, told: Option<String>) {
    let at = told.map_or_else(|| depth.to_owned(), |told| [depth, ".", &told].concat());
    browser::replace(&Route::Assessment(session.id(), Page::Report, Some(at)));
}

/// The copy for others, of what is there and told now. While it is made anew there is none: neither a file nor paper may
/// have what was just taken out.
fn copy(session: Session, told: RwSignal<Option<String>>) -> RwSignal<Option<Arc<Assessment>>> {
    let made = RwSignal::new(None);
    let made_of = StoredValue::new(None);
    effect(move || {
        let source = session.kept.get().zip(told.get()).zip(Some(session.app.scope()));
        let is_busy = session.app.working().with(Option::is_some);
        if made_of.with_value(|of| *of == source) {
            return;
        }
        made.set(None);
        // It goes on from here once the worker is free. Each is ordered once, also where it cannot be made.
        let source = source.filter(|_| !is_busy);
        made_of.set_value(source.clone());
        if let Some(((assessment, kept), _)) = source.clone() {
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
    /// Tells others this, or makes it no copy.
    fn tell(&self, told: Option<String>) {
        self.told.set(told.clone());
        go(self.handed, self.depth.get_untracked().keyword(), told);
    }

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

fn tells(told: &str, what: Confidential) -> bool {
    told.split('-').any(|word| word == what.keyword())
}

/// What of what is confidential is told to others.
fn choices(here: Shown) -> El {
    let t = words::words();
    let own = untrack(|| here.handed.app.scope().original);
    let offered = Confidential::ALL.into_iter().filter(|what| own || *what != Confidential::Own);
    let ticks = offered.map(|what| {
        let is = move || here.told.with(|told| told.as_deref().is_some_and(|told| tells(told, what)));
        let turn = move |_| {
            let (told, mut words) = (here.told.get_untracked().unwrap_or_default(), String::new());
            for other in Confidential::ALL {
                if tells(&told, other) != (other == what) {
                    words.push_str(if words.is_empty() { "" } else { "-" });
                    words.push_str(other.keyword());
                }
            }
            here.tell(Some(words));
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
    let (protect, is_copy) = (shown.protect, shown.is_copy.get());
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
    let tick = html::input()
        .attr("type", "checkbox")
        .live_checked(move || protect.get())
        .on("change", move |ev| protect.set(event_target_checked(&ev)));
    let tick = html::p().child(html::label().child(tick).text(" ").text(t.protect));
    let table = html::table().class("list").child(html::tbody().children(rows));
    let open = open_button(shown.handed.app, common::words().open_file);
    html::div().child(tick).child(table).child(html::p().child(open))
}
