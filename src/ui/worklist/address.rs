//! The place in the address: followed, and changed.

use leptos::prelude::*;

use super::Place;
use crate::{
    core::assessment::AssessmentId,
    ui::{
        browser,
        components::{Followed, memo},
        route::{Page, Route},
    },
};

/// What the address says of the place on a page of the assessment that is open.
#[must_use]
pub fn at_on(page: Page) -> Followed<Option<String>> {
    let route = use_context::<ReadSignal<Route>>().expect("the frame of an assessment gives the address");
    memo(move || {
        route.with(|r| match r {
            Route::Assessment(_, on, at) if *on == page => at.clone(),
            _ => None,
        })
    })
}

/// Where a person is on a page with a list.
#[must_use]
pub fn place_on(page: Page) -> Followed<Place> {
    let at = at_on(page);
    memo(move || at.with(|at| Place::parse(at.as_deref())))
}

/// Changes the place without a step in the browser's history.
pub fn change_place(id: AssessmentId, page: Page, place: Followed<Place>, change: impl FnOnce(&mut Place)) {
    let mut place = place.get_untracked();
    change(&mut place);
    browser::replace(&Route::Assessment(id, page, place.at()));
}
