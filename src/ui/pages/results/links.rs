//! The addresses of the lists that figures count, and of their rows.

use crate::{
    app::Session,
    core::sorted::put,
    ui::{
        route::{Page, Route},
        worklist::Place,
    },
};

/// The filter of states, the first one of every list. Its words are the places of the states in their bar.
const STATE: usize = 0;
/// The filter of viewpoints, of risks.
pub const VIEWPOINT: usize = 1;
/// The filter of roles, of risks.
pub const ROLE: usize = 3;
/// The filter of impacts, of risks.
pub const IMPACT: usize = 7;
/// The filter of likelihoods, of risks.
pub const LIKELIHOOD: usize = 8;
/// The filter of classes, of controls.
pub const CLASS: usize = 1;
/// The filter of parts, of controls: `II`.
pub const PART: usize = 2;
/// The filter of sections, of controls: `II.2`.
pub const SECTION: usize = 3;
/// The filter of verdicts on measured values, of controls: `below`, `unmeasured`, `not-compared`.
pub const VALUES: usize = 4;

/// What a list lets through: filters by number, with an option each.
pub type Filters = Vec<(usize, String)>;

/// The address of a list with what it lets through.
#[must_use]
pub fn list(session: Session, page: Page, filters: Filters) -> String {
    let mut place = Place::default();
    filters.into_iter().for_each(|filter| put(&mut place.filters, filter));
    address(session, page, &place)
}

/// The address of a row.
#[must_use]
pub fn row(session: Session, page: Page, key: &str) -> String {
    address(session, page, &Place::default().with_row(key))
}

/// The options of the states that are meant, of all of them in the order of a bar.
#[must_use]
pub fn states<S: Copy>(all: &[S], are: fn(S) -> bool) -> Filters {
    let meant = all.iter().enumerate().filter(|(_, standing)| are(**standing));
    meant.map(|(number, _)| (STATE, number.to_string())).collect()
}

/// A state by its place in the bar, and one more option.
#[must_use]
pub fn in_state(state: Option<usize>, also: Option<(usize, String)>) -> Filters {
    state.map(|number| (STATE, number.to_string())).into_iter().chain(also).collect()
}

fn address(session: Session, page: Page, place: &Place) -> String {
    Route::Assessment(session.id(), page, place.at()).href()
}
