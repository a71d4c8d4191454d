//! The report as a page: its elements, which the screen shows as well, and one HTML file that has all it needs in itself.

use crate::core::markup::{Element, escape};
use crate::core::report::paper::{Bar, Block, Kind, Report, Row, Table};

/// The ways to draw a part of a bar that are lines, each as a path of 6 by 6; before them stands black, after them white.
/// Told apart without colours.
const LINES: [&str; 6] = [
    "M-1 1 1-1M0 6 6 0M5 7 7 5",
    "M0 3H6M3 0V6",
    "M0 3H6",
    "M1 2H2V3H1ZM4 5H5V6H4Z",
    "M3 0V6",
    "M-1 5 1 7M0 0 6 6M5-1 7 1",
];

/// The report as one HTML file with its style sheet. No script and nothing from elsewhere runs in it, whatever stands
/// there.
#[must_use]
pub fn html(report: &Report, style: &str) -> String {
    let mut title = String::new();
    escape(&mut title, &running(report));
    let mut main = Element::new("main", "").with("class", "report");
    main.children = elements(report);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n:root {{ --running: {}; }}\n{style}</style>\n</head>\n<body>\n",
        report.language.tag(),
        css_text(&running(report)),
    );
    main.write(&mut page);
    page.push_str("</body>\n</html>\n");
    page
}

/// What stands at the head of each page on paper.
#[must_use]
pub fn running(report: &Report) -> String {
    let subject: String = report.subject.chars().take(60).collect();
    format!("{} {subject}", report.title)
}

/// A text as style sheets have it.
#[must_use]
pub fn css_text(text: &str) -> String {
    let mut css = String::from("\"");
    for c in text.chars() {
        // What could end the text, or the sheet.
        if c.is_control() || "\"\\<".contains(c) {
            css.push_str(&format!("\\{:x} ", u32::from(c)));
        } else {
            css.push(c);
        }
    }
    css.push('"');
    css
}

/// The parts of the report: the ways to draw, the cover, and each section.
#[must_use]
pub fn elements(report: &Report) -> Vec<Element> {
    let mut cover = Element::new("div", "").with("class", "cover").child(Element::new("h1", report.title));
    put(&mut cover, &report.cover, "h2");
    let mut all = vec![patterns(), cover];
    for (title, blocks) in &report.sections {
        let mut section = Element::new("section", "").child(Element::new("h2", title));
        put(&mut section, blocks, "h3");
        all.push(section);
    }
    all
}

/// Puts blocks into an element, with titles of a level.
fn put(into: &mut Element, blocks: &[Block], title: &'static str) {
    for block in blocks {
        into.add(match block {
            Block::Text(Kind::Name, text) => Element::new("p", text).with("class", "name"),
            Block::Text(Kind::Heading, text) => Element::new(title, text),
            Block::Text(Kind::Paragraph, text) => Element::new("p", text),
            Block::Bar(of) => bar(of),
            Block::Table(of) => table(of),
            Block::Drawing(drawing) => drawing.clone(),
        });
    }
}

fn table(of: &Table) -> Element {
    let (mut table, mut heads) = (Element::new("table", ""), Element::new("tr", ""));
    for (width, name) in &of.columns {
        let class = match width {
            's' => "short",
            'm' => "medium",
            'n' => "notes",
            'b' => "stamp",
            _ => "wide",
        };
        heads.add(Element::new("th", name).with("scope", "col").with("class", class));
    }
    table.add(Element::new("thead", "").child(heads));
    if of.columns.is_empty() {
        table = Element::new("table", "").with("class", "facts");
    }
    let mut body = Element::new("tbody", "");
    for row in &of.rows {
        let mut cells = Element::new("tr", "");
        match row {
            Row::Group(name) => {
                let before = std::mem::replace(&mut body, Element::new("tbody", ""));
                if !before.children.is_empty() {
                    table.add(before);
                }
                cells = cells.with("class", "of");
                let head = Element::new("th", name).with("scope", "rowgroup");
                cells.add(head.with("colspan", &of.columns.len().to_string()));
            }
            Row::Cells(texts) => {
                for (at, text) in texts.iter().enumerate() {
                    cells.add(match of.columns.get(at) {
                        Some((width, name)) if at > 0 || *width == 'b' => {
                            Element::new("td", text).with("data-label", name)
                        }
                        None if at > 0 => Element::new("td", text),
                        _ => Element::new("th", text).with("scope", "row"),
                    });
                }
            }
        }
        body.add(cells);
    }
    table.child(body)
}

/// A bar between its name and its figures, each with the way in which it is drawn.
fn bar(of: &Bar) -> Element {
    let total: usize = of.parts.iter().map(|(_, _, count)| count).sum();
    let share = |count: usize| {
        let parts = count * 10_000 / total.max(1);
        format!("{}.{:02}%", parts / 100, parts % 100)
    };
    let (mut drawn, mut figures, mut before) = (svg(), Element::new("ul", ""), 0);
    for (name, how, count) in &of.parts {
        drawn.add(rect(*how, &share(*count)).with("x", &share(before)));
        before += count;
        let sign = svg().with("class", "sign").child(rect(*how, "100%"));
        figures.add(Element::new("li", "").child(sign).child(Element::new("span", &format!("{name} {count}"))));
    }
    let name = Element::new("div", &format!("{} {total}", of.name));
    Element::new("div", "").with("class", "measure").child(name).child(drawn).child(figures)
}

/// A drawing, of which words tell the same.
fn svg() -> Element {
    Element::new("svg", "").with("aria-hidden", "true")
}

fn rect(how: usize, width: &str) -> Element {
    let fill = match how {
        0 => "currentColor".to_owned(),
        1..=6 => format!("url(#drawn-{how})"),
        _ => "none".to_owned(),
    };
    Element::new("rect", "").with("width", width).with("height", "100%").with("fill", &fill)
}

/// The ways to draw, to which the parts of bars refer.
fn patterns() -> Element {
    let mut patterns = svg().with("class", "patterns");
    for (at, lines) in LINES.into_iter().enumerate() {
        let lines = Element::new("path", "").with("d", lines).with("stroke", "currentColor").with("fill", "none");
        let tile = Element::new("pattern", "").with("id", &format!("drawn-{}", at + 1)).with("width", "6");
        patterns.add(tile.with("height", "6").with("patternUnits", "userSpaceOnUse").child(lines));
    }
    patterns
}
