//! Addresses.

use proptest::prelude::*;
use tenken::ui::route::{EntryKind, Page, Route, Site};

fn routes() -> impl Strategy<Value = Route> {
    let at = || prop::option::of("[A-Za-z0-9.-]{1,20}");
    prop_oneof![
        (prop::sample::select(Site::ALL), at()).prop_map(|(page, at)| Route::Site(page, at)),
        ("[0-9a-f]{12}", prop::sample::select(Page::ALL), at()).prop_map(|(id, page, at)| Route::Assessment(
            id.parse().unwrap(),
            page,
            at
        )),
        (prop::sample::select(EntryKind::ALL.to_vec()), "[A-Za-z0-9.-]{1,20}").prop_map(|(k, id)| Route::Entry(k, id)),
    ]
}

proptest! {
    #[test]
    fn an_address_leads_back_to_its_page(route in routes()) {
        prop_assert_eq!(Route::parse(&route.href()), route);
    }

    #[test]
    fn any_address_is_a_page_or_told_to_be_none(hash in ".{0,60}") {
        let route = Route::parse(&hash);
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }
}

#[test]
fn the_empty_address_is_the_list() {
    for hash in ["", "#", "#/", "/"] {
        assert_eq!(Route::parse(hash), Route::from(Site::Home));
    }
}

#[test]
fn a_control_has_a_short_address_too() {
    let route = Route::parse("#/a/0123456789ab/controls/II.2.1.1");
    let id = "0123456789ab".parse().unwrap();
    assert_eq!(route, Route::Assessment(id, Page::Controls, Some("II.2.1.1".to_owned())));
    assert_eq!(route.href(), "#/a/0123456789ab/controls?at=II.2.1.1");
}
