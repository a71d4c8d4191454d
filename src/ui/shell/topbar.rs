//! The bar at the top: where one is, whether it is saved, language and colours.

use leptos::prelude::*;

use crate::{
    app::{AppState, Locale, SaveState, StoreState, Theme, ports::StorageError},
    core::assessment::{AssessmentId, paths},
    ui::{
        browser,
        components::{
            Typing, button,
            el::{El, html},
            live, memo,
        },
        i18n::{common, fill, lang, problems},
        route::{Page, Route, Site},
        wording,
    },
};

/// The id of the button for the language.
const LANGUAGE: &str = "language";

/// The top bar.
#[must_use]
pub fn topbar(app: AppState, route: ReadSignal<Route>) -> El {
    let t = common::words();
    let open = memo(move || match route.get() {
        Route::Assessment(id, ..) if app.assessments().with(|a| a.contains_key(&id)) => Some(id),
        _ => None,
    });
    let brand = html::a()
        .class("brand")
        .attr("href", Site::Home.href())
        .child(html::span().class("brand-mark").attr("aria-hidden", "true").text("点"))
        .child(html::span().class("brand-name").text(t.product));
    let here = memo(move || route.with(part_of));
    let place = |to: Site, name: &'static str| {
        let current = move || (here.get() == Some(to)).then(|| "page".to_owned());
        html::a().attr("href", to.href()).live_attr("aria-current", current).text(name)
    };
    let places = html::nav()
        .class("places")
        .attr("aria-label", t.nav_main)
        .child(place(Site::Home, t.home))
        .child(place(Site::Catalog, t.catalog))
        .child(place(Site::About, t.about));
    html::header()
        .class("topbar")
        .child(brand)
        .child(live(move || open.get().map(|id| untrack(|| open_assessment(app, id)))))
        .child(places)
        .child(html::div().class("preferences").child(search()).child(language(app)).child(theme(app)))
}

/// The part of the site, among those that the bar leads to, to which an address belongs.
fn part_of(route: &Route) -> Option<Site> {
    match route {
        Route::Site(Site::Catalog | Site::Fidelity | Site::Packs, _) | Route::Entry(..) => Some(Site::Catalog),
        Route::Site(page @ (Site::Home | Site::About), _) => Some(*page),
        Route::Site(Site::Safe, _) | Route::Assessment(..) | Route::NotFound(_) => None,
    }
}

fn search() -> El {
    button("quiet", common::words().search).attr("aria-keyshortcuts", "Control+K /").click(browser::open_search)
}

fn open_assessment(app: AppState, id: AssessmentId) -> Vec<AnyView> {
    let t = common::words();
    let href = Route::page(&id, Page::Overview).href();
    let id = StoredValue::new(id);
    let name = move || {
        let name = app
            .assessments()
            .with(|a| id.with_value(|id| a.get(id).map(|a| a.text(&paths::name()).to_owned())).unwrap_or_default());
        if name.is_empty() { t.unnamed.to_owned() } else { wording::short(&name) }
    };
    let state = move || id.with_value(|id| app.save_state(id));
    let typing = use_context::<Typing>();
    let saved = move || match state() {
        // What stands in a field alone is not saved, whatever else is.
        _ if typing.is_some_and(Typing::is_going_on) => t.typing.to_owned(),
        SaveState::Checking => t.checking.to_owned(),
        SaveState::Mirrored(Some(ms), _) => fill(t.mirrored_at, &[&app.show_time(ms)]),
        SaveState::Mirrored(None, _) => t.mirrored.to_owned(),
        SaveState::Saved(Some(ms)) => fill(t.saved_at, &[&app.show_time(ms)]),
        SaveState::Saved(None) => t.saved.to_owned(),
        SaveState::Pending => t.saving.to_owned(),
        SaveState::Failed(_) => t.not_saved.to_owned(),
    };
    let file = move || match id.with_value(|id| app.file_mark(id)) {
        None => t.file_never.to_owned(),
        Some((mark, false)) if !mark.written => fill(t.file_started, &[&app.show_time(mark.at_ms)]),
        Some((mark, false)) => fill(t.file_at, &[&app.show_time(mark.at_ms)]),
        Some((mark, true)) => fill(t.file_at_changed, &[&app.show_time(mark.at_ms)]),
    };
    let save = move || id.with_value(|id| app.save_to_file(id));
    let undo = button("quiet", t.undo).live_flag("disabled", move || !id.with_value(|id| app.can_undo(id)));
    let redo = button("quiet", t.redo).live_flag("disabled", move || !id.with_value(|id| app.can_redo(id)));
    let actions = html::div()
        .class("open-actions")
        .child(undo.click(move || id.with_value(|id| app.undo(id))))
        .child(redo.click(move || id.with_value(|id| app.redo(id))))
        .child(button("secondary", t.save_file).click(save));
    let states = html::p()
        .class("save-state")
        .child(html::span().class("saved").live_text(saved))
        .child(html::span().class("saved-file").live_text(file));
    let open = html::div()
        .class("open-assessment")
        .child(html::a().class("open-name").attr("href", href).live_text(name))
        .child(states)
        .child(actions);
    let failure = move || match state() {
        SaveState::Failed(e) => Some(failure_line(problems::storage_error(e).to_owned(), save).into_any()),
        // Where the durable store cannot be used at all, every page says so.
        SaveState::Mirrored(_, StorageError::Full) => {
            Some(failure_line(problems::words().disk_full.to_owned(), save).into_any())
        }
        _ => None,
    };
    vec![open.into_any(), live(failure)]
}

fn failure_line(why: String, save: impl Fn() + 'static) -> El {
    html::div()
        .class("save-failure")
        .attr("role", "alert")
        .child(html::p().text(why))
        .child(button("primary", common::words().save_file_now).click(save))
}

/// Says what it means that the browser keeps nothing, or lacks one of the two stores.
#[must_use]
pub fn storage_state(app: AppState) -> AnyView {
    let failure = app.storage_failure();
    live(move || {
        let t = problems::words();
        let why = match (app.mirror().get(), app.durable().get()) {
            _ if failure.get().is_some() => failure.get().map(problems::storage_error),
            (_, StoreState::Failed(_)) => Some(t.mirror_alone),
            (StoreState::Failed(_), StoreState::Ready) => Some(t.disk_alone),
            _ => None,
        };
        why.map(|why| html::p().class("save-failure").attr("role", "alert").text(why).into_any())
    })
}

/// Says on every page which assessments could not be saved. The open one says so itself.
#[must_use]
pub fn failures(app: AppState, route: ReadSignal<Route>) -> AnyView {
    let failed = memo(move || {
        let open = route.with(|r| match r {
            Route::Assessment(id, ..) => Some(id.clone()),
            _ => None,
        });
        app.failures().into_iter().filter(|(id, _)| Some(id) != open.as_ref()).collect::<Vec<_>>()
    });
    let lines = move || {
        let line = |(id, error): (AssessmentId, StorageError)| {
            let name = app.assessments().with_untracked(|a| a.get(&id).map(|a| a.text(&paths::name()).to_owned()));
            let words = fill(
                common::words().not_saved_of,
                &[&wording::short(&name.unwrap_or_default()), &problems::storage_error(error)],
            );
            failure_line(words, move || app.save_to_file(&id)).into_any()
        };
        // Without any storage the page says so already.
        let shown = failed.get().into_iter().filter(|(_, e)| *e != StorageError::Forbidden);
        shown.map(line).collect::<Vec<_>>()
    };
    live(lines)
}

fn language(app: AppState) -> El {
    let t = common::words();
    let other = if lang().is_english() { Locale::Ja } else { Locale::En };
    let change = move || {
        app.set_settings(|s| s.locale = Some(other));
        // All is made anew, and this button with it.
        browser::focus_anew_soon(LANGUAGE);
    };
    button("quiet", t.language).attr("id", LANGUAGE).attr("lang", t.language_tag).click(change)
}

fn theme(app: AppState) -> El {
    let t = common::words();
    let option = |theme: Theme| {
        let name = match theme {
            Theme::System => t.theme_system,
            Theme::Light => t.theme_light,
            Theme::Dark => t.theme_dark,
        };
        let chosen = move || app.settings().with(|s| s.theme == theme);
        html::option().attr("value", theme.word()).live_flag("selected", chosen).text(name)
    };
    let choose = move |ev| {
        let word = event_target_value(&ev);
        if let Some(theme) = Theme::ALL.into_iter().find(|t| t.word() == word) {
            app.set_settings(|s| s.theme = theme);
        }
    };
    html::select()
        .attr("aria-label", t.theme)
        .on("change", choose)
        .live_value(move || app.settings().with(|s| s.theme.word().to_owned()))
        .children(Theme::ALL.map(option))
}
