//! The drawing of the components that controls concern, and the frame in which drawings stand.

use std::borrow::Cow;

use crate::{
    core::{
        catalog::{Catalog, EntryKind, Equipment},
        report::wrap,
    },
    ui::{
        components::el::{El, html, svg},
        i18n::{catalog as texts, fill, pick},
        route::Route,
    },
};

/// Lengths in the drawing's own units; one is a CSS pixel at full size.
const LINE: usize = 18;
const PAD: usize = 8;

/// The components that controls of Parts II and III concern, each with the numbers of its controls.
#[must_use]
pub fn equipment(catalog: &'static Catalog) -> El {
    const WIDTH: usize = 840;
    let t = texts::words();
    let rows = catalog.equipment.iter().map(|e| e.row).max().unwrap_or_default();
    let (mut parts, mut told, mut y) = (Vec::new(), Vec::new(), 0);
    for row in 1..=rows {
        let here: Vec<&Equipment> = catalog.equipment.iter().filter(|e| e.row == row).collect();
        let Some(width) = (WIDTH + PAD).checked_div(here.len()).map(|w| w - PAD) else { continue };
        let texts = here.iter().map(|e| {
            let ids: Vec<&str> =
                catalog.controls.iter().filter(|c| c.components.contains(&e.id)).map(|c| c.id.0).collect();
            told.push(fill(t.figure_count, &[&pick(&e.name), &ids.len()]));
            (*e, ids.len(), wrap(&ids.join(" "), width - 2 * PAD))
        });
        let texts: Vec<_> = texts.collect();
        let tall = texts.iter().map(|(.., lines)| (lines.len() + 1) * LINE + PAD).max().unwrap_or_default();
        let mut x = 0;
        for (e, count, lines) in texts {
            let title = fill(t.figure_count, &[&pick(&e.name), &count]);
            let mut link = svg::a()
                .attr("href", Route::Entry(EntryKind::Equipment, e.id.to_string()).href())
                .child(rect("figure-box", x, y, width, tall))
                .child(label("figure-title", x + PAD, y + LINE - 2, title));
            for (n, line) in lines.into_iter().enumerate() {
                link = link.child(label("figure-ids", x + PAD, y + LINE * (n + 2) - 3, line));
            }
            parts.push(link);
            x += width + PAD;
        }
        y += tall + PAD;
    }
    // Not a picture to assistive technology: it has links in it.
    drawing("group", WIDTH, y, format!("{}. {}", t.figure_equipment, told.join("; ")), parts)
}

/// A drawing in a frame of its own that can be scrolled, also by keys, where it does not fit.
#[must_use]
pub fn framed(name: &'static str, drawing: El) -> El {
    html::div().class("figure").attr("role", "region").attr("aria-label", name).attr("tabindex", "0").child(drawing)
}

fn drawing(role: &'static str, width: usize, height: usize, told: String, parts: Vec<El>) -> El {
    svg::svg()
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("role", role)
        .attr("aria-label", told)
        .children(parts)
}

fn rect(class: &'static str, x: usize, y: usize, width: usize, height: usize) -> El {
    // Half a unit in, so that thin lines are sharp.
    svg::rect()
        .class(class)
        .attr("x", format!("{x}.5"))
        .attr("y", format!("{y}.5"))
        .attr("width", (width - 1).to_string())
        .attr("height", (height - 1).to_string())
        .attr("rx", "4")
}

fn label(class: &'static str, x: usize, y: usize, text: impl Into<Cow<'static, str>>) -> El {
    svg::text().class(class).attr("x", x.to_string()).attr("y", y.to_string()).text(text)
}
