//! Addresses.

use proptest::prelude::*;
use tenken::ui::route::{EntryKind, ModelPart, Page, Route};

fn pages() -> impl Strategy<Value = Page> {
    prop_oneof![
        Just(Page::Overview),
        Just(Page::Risks),
        Just(Page::Measures),
        Just(Page::Conflicts),
        prop::sample::select(ModelPart::ALL.to_vec()).prop_map(Page::Model),
    ]
}

fn routes() -> impl Strategy<Value = Route> {
    let at = || prop::option::of("[A-Za-z0-9.-]{1,20}");
    prop_oneof![
        Just(Route::Home),
        Just(Route::Catalog),
        Just(Route::Fidelity),
        Just(Route::Packs),
        Just(Route::Safe),
        ("[0-9a-f]{12}", pages(), at()).prop_map(|(id, page, at)| Route::Assessment(id.parse().unwrap(), page, at)),
        (prop::sample::select(EntryKind::ALL.to_vec()), "[A-Za-z0-9.-]{1,20}").prop_map(|(k, id)| Route::Entry(k, id)),
        at().prop_map(Route::About),
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
        assert_eq!(Route::parse(hash), Route::Home);
    }
}
