//! The drawing of a service.

use proptest::prelude::*;
use tenken::core::{
    catalog::CATALOG,
    language::Language,
    markup::Element,
    model::{Model, model_of},
    report::{diagram, wrap},
};

use crate::support::{cases, models};

fn all<'a>(element: &'a Element, tag: &str, found: &mut Vec<&'a Element>) {
    if element.tag == tag {
        found.push(element);
    }
    element.children.iter().for_each(|child| all(child, tag, found));
}

fn number(element: &Element, name: &str) -> f64 {
    let value = element.attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| v);
    value.and_then(|v| v.parse().ok()).unwrap_or_else(|| panic!("{name} of {element:?}"))
}

/// Everything drawn lies within the drawing, and no two frames overlap.
fn is_in_order(drawing: &Element) {
    let (width, height) = (number(drawing, "width"), number(drawing, "height"));
    let (mut frames, mut texts) = (Vec::new(), Vec::new());
    all(drawing, "rect", &mut frames);
    all(drawing, "text", &mut texts);
    let edges = |f: &Element| {
        let (x, y) = (number(f, "x"), number(f, "y"));
        (x, y, x + number(f, "width"), y + number(f, "height"))
    };
    for (at, frame) in frames.iter().enumerate() {
        let (left, top, right, bottom) = edges(frame);
        assert!(left >= 0.0 && top >= 0.0 && right <= width && bottom <= height, "{frame:?} in {width} × {height}");
        for other in &frames[..at] {
            let (l, t, r, b) = edges(other);
            assert!(right <= l || r <= left || bottom <= t || b <= top, "{frame:?} over {other:?}");
        }
    }
    for text in texts {
        assert!(number(text, "y") <= height && number(text, "x") <= width, "{text:?} in {width} × {height}");
    }
}

#[test]
fn every_case_and_type_is_drawn_in_both_languages() {
    let cases = CATALOG.cases.iter().map(|c| &c.arrangement);
    for arrangement in cases.chain(CATALOG.types.iter().map(|t| &t.arrangement)) {
        for language in [Language::Ja, Language::En] {
            let drawing =
                diagram(&CATALOG, &model_of(arrangement, language), "図", language).expect("it has components");
            is_in_order(&drawing);
            let (_, told) = drawing.attributes.iter().find(|(name, _)| *name == "aria-label").expect("words");
            for preset in arrangement.components {
                assert!(told.contains(language.pick(preset.name.ja(), preset.name.en())), "{told}");
            }
        }
    }
}

#[test]
fn a_model_without_a_component_has_no_drawing() {
    assert_eq!(diagram(&CATALOG, &Model::default(), "図", Language::Ja), None);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_model_is_drawn_within_the_drawing(model in models::partial()) {
        if let Some(drawing) = diagram(&CATALOG, &model, "図", Language::Ja) {
            is_in_order(&drawing);
        }
    }

    #[test]
    fn lines_hold_the_whole_text(text in "[a-z ぁ-ん漢字0-9]{0,60}", width in 60_usize..400) {
        let lines = wrap(&text, width);
        let without = |text: &str| text.replace(' ', "");
        prop_assert_eq!(without(&lines.concat()), without(&text));
    }
}
