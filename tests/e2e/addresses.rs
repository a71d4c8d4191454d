//! The addresses of everything that the app shows.

use tenken::{
    core::report::paper::Depth,
    ui::route::{Page, Site},
};

/// Entries of the catalogue and places that are no page; the pages themselves are known by the app's own tables.
const ENTRIES: [&str; 16] = [
    "/catalog/countermeasure/A-2",
    "/catalog/control/III.1.1.1",
    "/catalog/risk/contract-1",
    "/catalog/section/II.2",
    "/catalog/section/Annex1",
    "/catalog/section/Annex2",
    "/catalog/section/Annex3",
    "/catalog/section/Annex4",
    "/catalog/section/Annex5",
    "/catalog/section/Annex7",
    "/catalog/section/Annex8",
    "/catalog/iso_item/6.1.1",
    "/catalog/pattern/1",
    "/catalog/case/X-case-fleet",
    "/catalog/type/X-monitoring",
    "/no/such/page",
];

/// The addresses of all pages, and of entries of each kind.
pub fn all(assessment: &str) -> Vec<String> {
    let steps = Page::ALL.iter().map(|page| format!("{assessment}/{}", page.address()));
    let depths = Depth::ALL.iter().map(|depth| format!("{assessment}/report?at={}", depth.keyword()));
    let site = Site::ALL.iter().map(|page| format!("/{}", page.address()));
    steps.chain(depths).chain(site).chain(ENTRIES.map(str::to_owned)).collect()
}
