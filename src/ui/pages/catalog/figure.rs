//! Drawings, made from the catalogue: the arrangement of a service, and the components that controls concern.

use std::borrow::Cow;

use crate::{
    core::catalog::{Arrangement, Catalog, EntryKind, Equipment, Layer, Preset},
    ui::{
        components::el::{El, html, svg},
        i18n::{catalog as texts, fill, pick},
        route::Route,
        wording,
    },
};

/// Lengths in the drawing's own units; one is a CSS pixel at full size.
const LINE: u32 = 18;
const PAD: u32 = 8;
const COLUMN: u32 = 176;
const GAP: u32 = 34;

/// The arrangement of a service: its components from the site to the user's hand, and who operates each.
#[must_use]
pub fn arrangement(catalog: &'static Catalog, a: &Arrangement, name: &'static str) -> El {
    let t = texts::words();
    let mut parts = Vec::new();
    let mut told = Vec::new();
    let (mut x, mut height) = (0, 0);
    let acts = a.components.iter().any(|c| c.kind.0 == "X-actuator");
    let layers = Layer::ALL.into_iter();
    let columns: Vec<(Layer, Vec<&Preset>)> = layers
        .map(|layer| {
            let here = |c: &&Preset| catalog.component(c.kind.0).is_some_and(|k| k.layer == layer);
            (layer, a.components.iter().filter(here).collect::<Vec<_>>())
        })
        .filter(|(_, here)| !here.is_empty())
        .collect();
    let last = columns.len().saturating_sub(1);
    for (i, (layer, here)) in columns.iter().enumerate() {
        let title = layer_name(*layer);
        told.push(format!("{title}: {}", here.iter().map(|c| pick(&c.name)).collect::<Vec<_>>().join(", ")));
        parts.push(label("figure-title", x + COLUMN / 2, LINE, title).attr("text-anchor", "middle"));
        let mut y = LINE + PAD;
        for preset in here {
            let mut lines = wrap(pick(&preset.name), COLUMN - 2 * PAD);
            if let Some(players) = preset.operated {
                lines.push(fill(t.has_operated, &[&wording::players(&players)]));
            }
            let tall = lines.len() as u32 * LINE + PAD;
            let who = preset.operated.and_then(|p| p.first().copied());
            let class = match who {
                Some(crate::core::catalog::Player::Own) => "figure-box figure-own",
                Some(crate::core::catalog::Player::Partner) => "figure-box figure-partner",
                _ => "figure-box",
            };
            parts.push(rect(class, x, y, COLUMN, tall));
            for (n, line) in lines.into_iter().enumerate() {
                parts.push(label("figure-text", x + PAD, y + LINE * (n as u32 + 1) - 3, line));
            }
            y += tall + PAD;
        }
        height = height.max(y);
        // Those who operate look at everything; the others pass data on to the next.
        if i < last && columns.get(i + 1).is_some_and(|(next, _)| *next != Layer::Operation) {
            parts.push(arrow(x + COLUMN + 4, LINE - 9, GAP - 8, false));
            if acts {
                parts.push(arrow(x + COLUMN + 4, LINE - 1, GAP - 8, true));
            }
        }
        x += COLUMN + GAP;
    }
    drawing("img", x.saturating_sub(GAP), height, format!("{name}. {}", told.join("; ")), parts)
}

/// The components that controls of Parts II and III concern, each with the numbers of its controls.
#[must_use]
pub fn equipment(catalog: &'static Catalog) -> El {
    const WIDTH: u32 = 840;
    let t = texts::words();
    let rows = catalog.equipment.iter().map(|e| e.row).max().unwrap_or_default();
    let (mut parts, mut told, mut y) = (Vec::new(), Vec::new(), 0);
    for row in 1..=rows {
        let here: Vec<&Equipment> = catalog.equipment.iter().filter(|e| e.row == row).collect();
        let Some(width) = (WIDTH + PAD).checked_div(here.len() as u32).map(|w| w - PAD) else { continue };
        let texts = here.iter().map(|e| {
            let ids: Vec<&str> =
                catalog.controls.iter().filter(|c| c.components.contains(&e.id)).map(|c| c.id.0).collect();
            told.push(fill(t.figure_count, &[&pick(&e.name), &ids.len()]));
            (*e, ids.len(), wrap(&ids.join(" "), width - 2 * PAD))
        });
        let texts: Vec<_> = texts.collect();
        let tall = texts.iter().map(|(.., lines)| (lines.len() as u32 + 1) * LINE + PAD).max().unwrap_or_default();
        let mut x = 0;
        for (e, count, lines) in texts {
            let title = fill(t.figure_count, &[&pick(&e.name), &count]);
            let mut link = svg::a()
                .attr("href", Route::Entry(EntryKind::Equipment, e.id.to_string()).href())
                .child(rect("figure-box", x, y, width, tall))
                .child(label("figure-title", x + PAD, y + LINE - 2, title));
            for (n, line) in lines.into_iter().enumerate() {
                link = link.child(label("figure-ids", x + PAD, y + LINE * (n as u32 + 2) - 3, line));
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

fn layer_name(layer: Layer) -> &'static str {
    let t = texts::words();
    match layer {
        Layer::Site => t.layer_site,
        Layer::Network => t.layer_network,
        Layer::Cloud => t.layer_cloud,
        Layer::Client => t.layer_client,
        Layer::Operation => t.layer_operation,
    }
}

fn drawing(role: &'static str, width: u32, height: u32, told: String, parts: Vec<El>) -> El {
    svg::svg()
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("role", role)
        .attr("aria-label", told)
        .children(parts)
}

fn rect(class: &'static str, x: u32, y: u32, width: u32, height: u32) -> El {
    // Half a unit in, so that thin lines are sharp.
    svg::rect()
        .class(class)
        .attr("x", format!("{x}.5"))
        .attr("y", format!("{y}.5"))
        .attr("width", (width - 1).to_string())
        .attr("height", (height - 1).to_string())
        .attr("rx", "4")
}

fn label(class: &'static str, x: u32, y: u32, text: impl Into<Cow<'static, str>>) -> El {
    svg::text().class(class).attr("x", x.to_string()).attr("y", y.to_string()).text(text)
}

/// An arrow of this length to the right, or back to the left.
fn arrow(x: u32, y: u32, length: u32, back: bool) -> El {
    let path = if back {
        format!("M{} {y}h-{length}m4 -3l-4 3l4 3", x + length)
    } else {
        format!("M{x} {y}h{length}m-4 -3l4 3l-4 3")
    };
    svg::path().class("figure-arrow").attr("d", path)
}

/// Breaks a text into lines that fit a width. Japanese breaks anywhere, the rest at blanks.
fn wrap(text: &str, width: u32) -> Vec<String> {
    const WIDE: u32 = 13;
    const NARROW: u32 = 8;
    let advance = |word: &str| word.chars().map(|c| if c.is_ascii() { NARROW } else { WIDE }).sum::<u32>();
    let mut pieces: Vec<String> = Vec::new();
    for c in text.chars() {
        match pieces.last_mut() {
            Some(last) if c.is_ascii() && last.ends_with(|l: char| l.is_ascii() && l != ' ') => last.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    let mut lines = vec![String::new()];
    for piece in pieces {
        let full = lines.last().is_some_and(|line| advance(line) + advance(piece.trim_end()) > width);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut()
            && !(line.is_empty() && piece == " ")
        {
            line.push_str(&piece);
        }
    }
    lines
}
