//! Bars whose figures lead to what they count, and lines.

use leptos::prelude::*;
use tenken::{
    app::Locale,
    core::report::{Counts, RiskStanding},
    ui::components::{Bar, Line, Part, chart, el, figures, first_lines, sentence},
};

use crate::html;

const CLASSES: [&str; 7] = ["c0", "c1", "c2", "c3", "c4", "c5", "c6"];

fn part(standing: RiskStanding, count: usize) -> Part {
    Part { class: CLASSES[standing as usize], name: CLASSES[standing as usize], count }
}

fn bar(name: &'static str, standings: &[RiskStanding]) -> Bar {
    let counts: Counts<RiskStanding> = standings.iter().copied().collect();
    let parts = RiskStanding::ALL.map(|s| part(s, counts.of(s))).to_vec();
    let at =
        move |state: Option<usize>| format!("#{name}-{}", state.map_or_else(|| "all".to_owned(), |s| s.to_string()));
    Bar::new(name.into(), parts, &at)
}

#[test]
fn every_figure_of_a_chart_leads_to_what_it_counts() {
    use RiskStanding::{Accepted, Open, Treat};
    let whole = bar("whole", &[Treat, Treat, Open]);
    let parts = vec![bar("first", &[Treat]), bar("second", &[Treat, Open])];
    let kinds = vec![("kind", parts)];
    let html = html(Locale::Ja, move || {
        let table = figures(&whole, &kinds);
        chart(whole, kinds).child(table).into_any()
    });
    let cell = |name: &str, number: usize, to: &str| {
        html.contains(&format!(r##"<td data-label="{name}"><a href="#{to}" class="figure">{number}</a></td>"##))
    };
    assert!(cell("c0", 2, "whole-0") && cell("c6", 1, "whole-6") && cell("c0", 1, "second-0"), "{html}");
    assert!(cell("合計", 3, "whole-all") && cell("合計", 1, "first-all"), "{html}");
    assert!(
        html.contains(r#"<td data-label="c6"><span class="figure">0</span></td>"#),
        "nothing leads nowhere: {html}"
    );
    assert!(html.contains(r#"aria-label="second: c6 1""#), "a number beside a bar is heard with what it is: {html}");
    assert!(!html.contains(CLASSES[Accepted as usize]), "a state that nothing is in has no column: {html}");
    assert_eq!(html.matches(r#"scope="row""#).count(), 3);
}

#[test]
fn a_sentence_has_its_numbers_in_order() {
    let numbers = [(3, "#three".to_owned()), (0, "#none".to_owned())];
    let html = html(Locale::Ja, || sentence(el::html::p(), "うち {} 件、{} 件です。", numbers).into_any());
    let expected = r##"うち <a href="#three" class="figure">3</a> 件、<span class="figure">0</span> 件です。"##;
    assert!(html.contains(expected), "{html}");
}

#[test]
fn of_many_lines_the_first_are_shown_with_the_way_to_all() {
    let line = |number: usize| Line {
        part: part(RiskStanding::Open, 0),
        href: format!("#{number}"),
        id: "A-1",
        title: "<b>題</b>".into(),
        note: String::new(),
        late: false,
    };
    let shown = |number: usize| {
        html(Locale::En, move || first_lines((0..number).map(line).collect(), "nothing", "#rest".to_owned()).into_any())
    };
    assert!(shown(0).contains("nothing") && !shown(1).contains("nothing"));
    assert!(!shown(20).contains("#rest"));
    let many = shown(21);
    assert!(many.contains("See all (21)") && many.matches("<li").count() == 20, "{many}");
    assert!(!many.contains("<b>"), "a name is never markup: {many}");
}
