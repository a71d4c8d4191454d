//! Pieces that pages are made of.

use leptos::prelude::*;
use tenken::{
    app::Locale,
    core::{
        catalog::{CATALOG, Player, Provenance},
        report::{ProvenanceKind, Share},
    },
    ui::components::{
        TextKind, badge, el::html, memo, player_ticks, stack, state_source, text_field, with_badge, yes_no,
    },
};

use crate::html;

#[test]
fn a_badge_names_its_source_and_leads_to_it() {
    let quoted = CATALOG.countermeasure("A-1").expect("it is there").title;
    let ja = html(Locale::Ja, move || with_badge(html::p(), quoted).into_any());
    assert!(ja.contains("利用者機器の接続"), "{ja}");
    assert!(ja.contains("概要資料") && ja.contains("第Ⅳ部") && ja.contains("#/about?at=provenance"), "{ja}");
    let en = html(Locale::En, move || with_badge(html::p(), quoted).into_any());
    assert!(en.contains("Summary, our translation"), "the English is ours, and says so: {en}");
    let cited =
        CATALOG.sections.iter().find(|s| matches!(s.title.from, Provenance::Cited(_))).expect("one is cited").title;
    let ja = html(Locale::Ja, move || badge(cited.from).into_any());
    assert!(ja.contains("公知") && ja.contains("#/about?at=source-"), "{ja}");
    let ja = html(Locale::Ja, || badge(Provenance::Unverified(85)).into_any());
    assert!(ja.contains("未照合") && ja.contains("85"), "{ja}");
}

#[test]
fn ticks_say_what_they_answer() {
    let ticks = || {
        html::p()
            .children(player_ticks(
                memo(|| "だれが測りますか".to_owned()),
                memo(|| Some(vec![Player::Own])),
                Callback::new(|_| ()),
                false,
            ))
            .into_any()
    };
    let html = html(Locale::Ja, ticks);
    for label in
        ["だれが測りますか 自社", "だれが測りますか 連携事業者", "だれが測りますか 利用者", "だれが測りますか なし"]
    {
        assert!(html.contains(&format!("aria-label=\"{label}\"")), "{label} in {html}");
    }
}

#[test]
fn yes_no_has_a_third_way() {
    let group = || yes_no("q".into(), "使いますか".into(), memo(|| None), Callback::new(|_| ())).into_any();
    let html = html(Locale::Ja, group);
    assert_eq!(html.matches("type=\"radio\"").count(), 3, "{html}");
    assert!(html.contains("role=\"radiogroup\"") && html.contains("未回答"), "{html}");
}

#[test]
fn a_bar_speaks_in_numbers_too() {
    let bar = |share: Share| move || stack("進み", memo(move || share), memo(Vec::new)).into_any();
    assert!(html(Locale::Ja, bar(Share { done: 3, of: 7 })).contains("3 / 7"));
    assert!(html(Locale::En, bar(Share { done: 3, of: 7 })).contains("3 of 7"));
    assert!(html(Locale::Ja, bar(Share { done: 0, of: 0 })).contains("–"), "nothing to do is not nothing done");
}

#[test]
fn what_people_typed_is_never_markup() {
    let evil = "<img src=x onerror=alert(1)>";
    let view = move || {
        text_field(TextKind::Line, evil.to_owned(), String::new(), memo(move || evil.to_owned()), Callback::new(|_| ()))
            .into_any()
    };
    let html = html(Locale::Ja, view);
    assert!(!html.contains("<img"), "{html}");
}

#[test]
fn the_source_of_most_is_told_and_the_others_differ() {
    let texts = [Provenance::Original, Provenance::Quoted(12), Provenance::Original];
    assert_eq!(ProvenanceKind::usual(&mut texts.into_iter()), Some(ProvenanceKind::Original));
    assert_eq!(ProvenanceKind::usual(&mut std::iter::empty()), None);
    let place = move || {
        let source = state_source(texts.into_iter());
        html::div().children(source).children(texts.into_iter().filter_map(badge)).into_any()
    };
    let page = html(Locale::Ja, place);
    assert_eq!((page.matches("badge-quoted").count(), page.matches("badge-original").count()), (1, 0), "{page}");
    assert!(page.contains("印のないものの出典: 独自"));
}
