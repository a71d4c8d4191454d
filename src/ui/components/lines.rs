//! Rows of lists, told in one line each where they are only named.

use std::borrow::Cow;

use super::{
    el::{El, html},
    stack::{Part, sign},
};
use crate::ui::i18n::{fill, results as words};

/// Something that stands in a list, told in one line.
#[derive(Debug)]
pub struct Line {
    /// Where it stands.
    pub part: Part,
    /// Its row.
    pub href: String,
    /// Its number, where it has one.
    pub id: &'static str,
    /// What it is.
    pub title: Cow<'static, str>,
    /// What else there is to say.
    pub note: String,
    /// Whether that is bad news.
    pub late: bool,
}

/// How many lines are drawn where a list shows the rest.
const DRAWN: usize = 20;

/// Lines, one below the other.
#[must_use]
pub fn lines(lines: impl IntoIterator<Item = Line>) -> El {
    let line = |Line { part, href, id, title, note, late }| {
        let link = html::a().attr("href", href).child(html::span().class("id").text(id)).text(" ").text(title);
        html::li()
            .child(html::span().class("line-state").child(sign(&part)).text(part.name))
            .child(link)
            .child(html::span().class(if late { "line-note late" } else { "line-note" }).text(note))
    };
    html::ul().class("lines").children(lines.into_iter().map(line))
}

/// The first of many lines, and the way to all; what is said where there are none.
#[must_use]
pub fn first_lines(mut all: Vec<Line>, none: &'static str, href: String) -> El {
    let number = all.len();
    all.truncate(DRAWN);
    if number == 0 {
        return html::p().text(none);
    }
    let shown = html::div().child(lines(all));
    if number <= DRAWN {
        return shown;
    }
    shown.child(html::p().child(html::a().attr("href", href).text(fill(words::words().all, &[&number]))))
}
