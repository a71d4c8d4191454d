//! Small things that screens ask of the browser: the address, focus, files that were chosen.

use js_sys::Uint8Array;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, File, FileList, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::route::{Route, Site};
use crate::{
    app::AppState,
    core::document::{FileError, MAX_BACKUP_BYTES},
};

/// The address in force, as a signal that follows the browser's.
#[must_use]
pub fn route_signal() -> ReadSignal<Route> {
    let (route, set_route) = signal(current_route());
    let handle = window_event_listener(leptos::ev::hashchange, move |_| set_route.set(current_route()));
    on_cleanup(move || handle.remove());
    route
}

/// The address in force.
#[must_use]
pub fn current_route() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Starts the app anew at another place.
pub fn start_at(route: &Route) {
    go(route);
    // A page that cannot be loaded again shows the place all the same.
    let _ = window().location().reload();
}

/// Goes to another place in the app.
pub fn go(route: &Route) {
    // Setting the hash of one's own page cannot be refused.
    let _ = window().location().set_hash(&route.to_string());
}

/// Goes to another place in the app, without a step in the browser's history.
pub fn replace(route: &Route) {
    // Replacing the hash of one's own page cannot be refused.
    let _ = window().location().replace(&route.href());
}

/// Moves the focus to an element once the screen has been drawn, and moves it into view no further than needed.
pub fn focus_near_soon(id: String) {
    show_soon(id.clone(), FRAMES);
    request_animation_frame(move || {
        if let Some(element) = element(&id) {
            focus_in_view(&element);
        }
    });
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id).and_then(|e| e.dyn_into().ok())
}

/// Moves the focus, and nothing on the screen.
fn focus_in_view(element: &HtmlElement) {
    let focus = web_sys::FocusOptions::new();
    focus.set_prevent_scroll(true);
    // An element that cannot take the focus is at least in view.
    let _ = element.focus_with_options(&focus);
}

/// In so many frames what comes into view is laid out, and has its height.
pub const FRAMES: usize = 4;

/// Moves an element into view once the screen has been drawn. What else comes into view by that may be higher than it
/// seemed, so it is done again.
pub fn show_soon(id: String, frames: usize) {
    request_animation_frame(move || {
        show(&id);
        if frames > 1 {
            show_soon(id, frames - 1);
        }
    });
}

/// Moves the focus to an element, and the element into view.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        focus_in_view(&element);
    }
}

/// Moves the focus to the title, and the page to its top.
pub fn focus_title() {
    focus("title");
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Names the page after its title, for the list of tabs and for those who hear it.
pub fn name_the_page() {
    let text = |of| document().query_selector(of).ok().flatten().and_then(|e| e.text_content()).unwrap_or_default();
    let (name, badge) = (text("#title"), text("#title .badge"));
    let name = name.strip_suffix(&badge).unwrap_or(&name).trim();
    document().set_title(&format!("{name} | {}", text(".brand-name")));
}

/// Brings the step at which one is into view where the steps are a line to swipe along.
fn show_step() {
    let step = |of| document().query_selector(of).ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let (Some(list), Some(current)) = (step(".rail ol"), step(".rail [aria-current]")) {
        list.set_scroll_left(current.offset_left() - (list.client_width() - current.offset_width()) / 2);
    }
}

/// Sets what stands at the head of each page on paper, as style sheets have it; `""` for nothing.
pub fn running_title(text: &str) {
    if let Some(root) = document().document_element().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        // A browser that cannot do this prints without it.
        let _ = root.style().set_property("--running", text);
    }
}

/// The last style sheet of the page, which is that of the report and stands behind the first screen. To have it in the
/// program as well would be 1.3 kB more to load (gzip).
#[must_use]
pub fn last_sheet() -> String {
    let sheet = document().query_selector("body > style:last-of-type").ok().flatten();
    sheet.and_then(|sheet| sheet.text_content()).unwrap_or_default()
}

/// Gives the focus back to an element once everything was made anew, and names the page anew; nothing moves for that.
pub fn focus_anew_soon(id: &'static str) {
    request_animation_frame(move || {
        name_the_page();
        if let Some(element) = element(id) {
            focus_in_view(&element);
        }
    });
}

/// Moves the focus to an element, or to the title, once the screen has been drawn.
pub fn focus_soon(id: Option<String>) {
    request_animation_frame(move || {
        name_the_page();
        show_step();
        match id {
            Some(id) => focus(&id),
            None => focus_title(),
        }
    });
}

/// Reads the files that the person chose, one after the other, and looks at them: assessments, catalogue packs, backups.
pub fn read_files(app: AppState, files: Option<FileList>) {
    let files: Vec<File> = files.iter().flat_map(|list| (0..list.length()).filter_map(|i| list.get(i))).collect();
    spawn_local(async move {
        for file in files {
            let (name, content) = read(&file).await;
            if app.receive(&name, content) {
                go(&Site::Packs.into());
            }
        }
    });
}

/// Goes on to the next file that waits.
pub fn next_file(app: AppState) {
    if app.next_file() {
        go(&Site::Packs.into());
    }
}

/// Reads a file that the person chose.
pub async fn read(file: &File) -> (String, Result<Vec<u8>, FileError>) {
    let (name, size) = (file.name(), file.size());
    if size > MAX_BACKUP_BYTES as f64 {
        return (name, Err(FileError::TooLarge { bytes: size as u64, limit: MAX_BACKUP_BYTES }));
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map(|buffer| Uint8Array::new(&buffer).to_vec());
    (name, bytes.map_err(|_| FileError::Unreadable))
}

/// Moves the focus within a table of ticks by the arrow keys.
pub fn grid_keys(event: &web_sys::KeyboardEvent) {
    let (dx, dy): (i32, i32) = match event.key().as_str() {
        "ArrowLeft" => (-1, 0),
        "ArrowRight" => (1, 0),
        "ArrowUp" => (0, -1),
        "ArrowDown" => (0, 1),
        _ => return,
    };
    let Some(input) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let Ok(Some(row)) = input.closest("tr") else { return };
    let Some(column) = inputs(&row).iter().position(|i| *i == input) else { return };
    let target = if dx != 0 {
        column.checked_add_signed(dx as isize).and_then(|c| inputs(&row).get(c).cloned())
    } else {
        let mut next = Some(row);
        loop {
            next = next.and_then(|r| neighbour(&r, dy));
            match &next {
                None => break None,
                Some(r) => {
                    if let Some(found) = inputs(r).get(column) {
                        break Some(found.clone());
                    }
                }
            }
        }
    };
    if let Some(target) = target.and_then(|t| t.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = target.focus();
    }
}

fn inputs(row: &Element) -> Vec<Element> {
    let Ok(list) = row.query_selector_all("input") else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.item(i)).filter_map(|n| n.dyn_into().ok()).collect()
}

/// What stands in the fields of the dialogue, a line each: whether it is ticked, as 0 or 1, then its text.
#[must_use]
pub fn typed() -> String {
    let Ok(Some(dialog)) = document().query_selector("dialog[open]") else { return String::new() };
    let fields = inputs(&dialog).into_iter().filter_map(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
    fields.fold(String::new(), |typed, field| {
        let ticked = if field.checked() { "1" } else { "0" };
        [&typed, ticked, &field.value(), "\n"].concat()
    })
}

/// Which ticks within an element are set.
#[must_use]
pub fn ticks(within: &str) -> Vec<bool> {
    let is_set = |tick: Element| tick.dyn_into::<web_sys::HtmlInputElement>().is_ok_and(|tick| tick.checked());
    element(within).map(|element| inputs(&element).into_iter().map(is_set).collect()).unwrap_or_default()
}

/// The next or previous row, over the borders of the table's groups.
fn neighbour(row: &Element, dy: i32) -> Option<Element> {
    let sibling = |e: &Element| if dy > 0 { e.next_element_sibling() } else { e.previous_element_sibling() };
    if let Some(next) = sibling(row) {
        return Some(next);
    }
    let mut group = row.parent_element()?;
    loop {
        group = sibling(&group)?;
        let row = if dy > 0 { group.first_element_child() } else { group.last_element_child() };
        match row {
            Some(row) if row.tag_name() == "TR" => return Some(row),
            _ => {}
        }
    }
}

/// Opens all that is folded on the page.
pub fn open_all_folded() {
    let Ok(folded) = document().query_selector_all("main details") else { return };
    for details in (0..folded.length()).filter_map(|i| folded.item(i)).filter_map(|n| n.dyn_into::<Element>().ok()) {
        // A plain attribute of an element on the page cannot be refused.
        let _ = details.set_attribute("open", "");
    }
}

/// Opens the search, with the focus in its field.
pub fn open_search() {
    // Not over another dialogue, which waits for an answer.
    let free = document().query_selector("dialog[open]").is_ok_and(|open| open.is_none());
    if let Some(dialog) = search_dialog()
        && free
        && dialog.show_modal().is_ok()
    {
        focus("search-field");
        if let Some(field) = document().active_element().and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            field.select();
        }
    }
}

/// Closes the search; the focus goes back to where it was.
pub fn close_search() {
    if let Some(dialog) = search_dialog() {
        dialog.close();
    }
}

fn search_dialog() -> Option<HtmlDialogElement> {
    document().get_element_by_id("search")?.dyn_into().ok()
}

/// Moves an element into view, and no more than is needed for that.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Does something at a key that is pressed anywhere on the page without a modifier, but where keys write or choose.
pub fn on_key(name: &'static str, act: impl Fn() + 'static) {
    let handle = window_event_listener(leptos::ev::keydown, move |ev| {
        if ev.key() == name && !(ev.ctrl_key() || ev.meta_key() || ev.alt_key() || is_typing(&ev)) {
            ev.prevent_default();
            act();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether a key was pressed where keys write or choose something.
#[must_use]
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let element = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    element.is_some_and(|e| is_text_field(&e) || e.tag_name() == "SELECT")
}

/// Whether an element is a field for text.
#[must_use]
pub fn is_text_field(element: &Element) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => {
            matches!(element.get_attribute("type").as_deref(), None | Some("text" | "search" | "date" | "password"))
        }
        _ => false,
    }
}

/// The address of this page, to be passed on. Of a file on this device only what leads to the page within: the rest
/// says where somebody keeps their files.
#[must_use]
pub fn address() -> String {
    let location = window().location();
    let local = location.protocol().is_ok_and(|p| p == "file:");
    if local { location.hash() } else { location.href() }.unwrap_or_default()
}

/// Copies what is selected. Says whether the browser did it.
#[must_use]
pub fn copy_selection() -> bool {
    document().dyn_into::<web_sys::HtmlDocument>().is_ok_and(|d| d.exec_command("copy").unwrap_or_default())
}
