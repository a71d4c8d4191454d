//! How many stand where, as a bar of parts and as words.

use super::{
    Followed, each,
    el::{El, html, svg},
    live,
};
use crate::{
    core::report::Share,
    ui::{
        i18n::{common, fill},
        wording,
    },
};

/// A part of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What stands there, for the style sheet.
    pub class: &'static str,
    /// The same as a word.
    pub name: &'static str,
    /// How many.
    pub count: usize,
}

/// A small bar with its numbers: how many are through, of how many. The bar says where each stands, also in words for
/// those who do not see it.
#[must_use]
pub fn stack(label: &'static str, share: Followed<Share>, parts: Followed<Vec<Part>>) -> El {
    let words = move || {
        let Share { done, of } = share.get();
        if of == 0 { "–".to_owned() } else { fill(common::words().done_of, &[&done, &of]) }
    };
    let bar = live(move || parts.with(|parts| bar(label, parts)));
    html::span().class("meter").child(bar).child(html::span().class("meter-words").live_text(words))
}

/// What the parts of a bar mean, with their numbers. Empty parts are left out.
#[must_use]
pub fn legend(parts: Followed<Vec<Part>>) -> El {
    let there = move || parts.get().into_iter().filter(|p| p.count > 0).collect();
    let line = move |part: Part| {
        let count = move || parts.with(|all| all.iter().find(|p| p.class == part.class).map_or(0, |p| p.count));
        html::li().child(sign(&part)).text(part.name).text(" ").live_text(move || count().to_string())
    };
    html::ul().class("legend").child(each(there, |part: &Part| part.class.to_owned(), line))
}

/// What a part of a bar looks like.
#[must_use]
pub fn sign(part: &Part) -> El {
    svg::svg().class("legend-sign").attr("aria-hidden", "true").attr("viewBox", "0 0 1 1").child(rect(part, 0, 1))
}

/// The bar itself. Drawn, since the policy allows no style of an element's own.
#[must_use]
pub fn bar(label: &str, parts: &[Part]) -> El {
    let total: usize = parts.iter().map(|p| p.count).sum();
    let mut rects = Vec::new();
    let mut from = 0;
    for part in parts.iter().filter(|p| p.count > 0) {
        rects.push(rect(part, from, part.count));
        from += part.count;
    }
    let said = parts.iter().filter(|p| p.count > 0).map(|p| format!("{} {}", p.name, p.count));
    svg::svg()
        .class("stack")
        .attr("role", "img")
        .attr("aria-label", format!("{label}: {}", wording::join(said)))
        .attr("viewBox", format!("0 0 {} 1", total.max(1)))
        .attr("preserveAspectRatio", "none")
        .children(rects)
}

fn rect(part: &Part, from: usize, count: usize) -> El {
    svg::rect()
        .attr("class", part.class)
        .attr("x", from.to_string())
        .attr("width", count.to_string())
        .attr("height", "1")
}
