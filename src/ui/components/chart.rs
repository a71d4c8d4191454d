//! Bars by state, with every figure a link, and the same figures as a table.

use std::borrow::Cow;

use super::{
    el::{El, html},
    pieces::{folded, table_head},
    stack::{Part, bar, sign},
};
use crate::ui::i18n::{fidelity, results as words};

/// How many stand somewhere, and the list that shows them.
#[derive(Debug)]
struct Figure {
    part: Part,
    href: String,
}

/// A bar with what it is of.
#[derive(Debug)]
pub struct Bar {
    name: Cow<'static, str>,
    figures: Vec<Figure>,
    /// All that it counts.
    total: usize,
    href: String,
}

impl Bar {
    /// A bar of these parts. `at` gives the address of the list of those in a state, by its place in the bar, or of all.
    #[must_use]
    pub fn new(name: Cow<'static, str>, parts: Vec<Part>, at: &dyn Fn(Option<usize>) -> String) -> Self {
        let total = parts.iter().map(|part| part.count).sum();
        let figure = |(number, part)| Figure { part, href: at(Some(number)) };
        let figures = parts.into_iter().enumerate().map(figure).collect();
        Self { name, figures, total, href: at(None) }
    }
}

/// A number that leads to what it counts; nothing is nowhere to go.
#[must_use]
pub fn number(count: usize, href: String) -> El {
    let link = if count == 0 { html::span() } else { html::a().attr("href", href) };
    link.class("figure").text(count.to_string())
}

/// Puts numbers into the places of a template, in order.
#[must_use]
pub fn sentence(into: El, template: &'static str, numbers: impl IntoIterator<Item = (usize, String)>) -> El {
    let mut texts = template.split("{}");
    let first = into.text(texts.next().unwrap_or_default());
    numbers.into_iter().zip(texts).fold(first, |into, ((count, href), text)| into.child(number(count, href)).text(text))
}

/// Bars of what something is made of, with the kind that they are of.
pub type Kinds = Vec<(&'static str, Vec<Bar>)>;

/// One bar for the whole with what its parts mean, then bars of what it is made of, by kind; below, all as a table.
#[must_use]
pub fn chart(whole: Bar, kinds: Kinds) -> El {
    let mut chart = html::div().class("chart").child(row(html::div(), &whole)).child(meanings(&whole));
    for (kind, bars) in &kinds {
        let rows = bars.iter().map(|bar| row(html::li(), bar));
        chart = chart.child(html::h3().text(*kind)).child(html::ul().class("bars").children(rows));
    }
    chart.child(folded(html::summary().text(words::words().table), move || figures(&whole, &kinds)))
}

/// The same figures as a table.
#[must_use]
pub fn figures(whole: &Bar, kinds: &Kinds) -> El {
    let mut bodies = vec![html::tbody().child(cells(whole, whole))];
    for (_, bars) in kinds {
        bodies.push(html::tbody().children(bars.iter().map(|bar| cells(bar, whole))));
    }
    let mut columns = vec![words::words().of];
    columns.extend(there(whole).map(|f| f.part.name));
    columns.push(fidelity::words().total);
    html::table().class("list figures").child(table_head(&columns)).children(bodies)
}

/// The figures that are not nothing.
fn there(bar: &Bar) -> impl Iterator<Item = &Figure> {
    bar.figures.iter().filter(|f| f.part.count > 0)
}

/// What the parts mean, with their numbers.
fn meanings(whole: &Bar) -> El {
    let item = |f: &Figure| {
        let words = format!("{} {}", f.part.name, f.part.count);
        html::li().child(html::a().attr("href", f.href.clone()).child(sign(&f.part)).text(words))
    };
    html::ul().class("legend").children(there(whole).map(item))
}

/// A bar between its name and its numbers.
fn row(into: El, of: &Bar) -> El {
    let parts: Vec<Part> = of.figures.iter().map(|f| f.part).collect();
    let link = |f: &Figure| {
        let said = format!("{}: {} {}", of.name, f.part.name, f.part.count);
        number(f.part.count, f.href.clone()).attr("aria-label", said).child(sign(&f.part))
    };
    into.class("bar")
        .child(html::a().class("bar-name").attr("href", of.href.clone()).text(of.name.clone()))
        .child(bar(&of.name, &parts))
        .child(html::span().class("bar-figures").children(there(of).map(link)))
}

/// The same as a row of the table, with the columns that the whole has.
fn cells(of: &Bar, whole: &Bar) -> El {
    let columns = of.figures.iter().zip(&whole.figures).filter(|(_, whole)| whole.part.count > 0);
    let cell = |name: &'static str, count, href| html::td().attr("data-label", name).child(number(count, href));
    html::tr()
        .child(html::th().attr("scope", "row").text(of.name.clone()))
        .children(columns.map(|(f, _)| cell(f.part.name, f.part.count, f.href.clone())))
        .child(cell(fidelity::words().total, of.total, of.href.clone()))
}
