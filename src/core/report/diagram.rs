//! A drawing of the service: what it is made of from the site to the user's hand, who operates what and where it stands,
//! how data and commands pass, who keeps up the environment, and which data are handled.

mod lines;

pub use self::lines::wrap;
use super::labels;
use crate::core::{
    catalog::{Catalog, Layer, Player, RoleKind},
    language::{Language, Wording, fill},
    markup::Element,
    model::{Aspect, Instance, Model, Question},
};

/// Lengths in the drawing's own units; one is a CSS pixel at full size.
const LINE: usize = 18;
const PAD: usize = 8;
const COLUMN: usize = 176;
const GAP: usize = 34;
/// The width of what stands below the columns: that of four of them, at least.
const BAND: usize = 4 * COLUMN + 3 * GAP;

/// How many components of a layer are drawn. The others are counted.
const DRAWN: usize = 12;

const MORE: Wording = Wording::new("ほか {} 個", "{} more");
const OPERATED: Wording = Wording::new("運用: {}", "Operated by: {}");
const STANDS: Wording = Wording::new("場所: {}", "Stands in: {}");
const ENVIRONMENT: Wording = Wording::new("環境を整備・維持するロール", "Roles that keep up the environment");
const DATA: Wording = Wording::new("扱うデータ", "Data handled");
const OF: Wording = Wording::new("{}: {}", "{}: {}");
const LEGEND: Wording = Wording::new(
    "→ データ　← 指令　　太い枠: 自社が運用　破線の枠: 連携事業者が運用",
    "→ data, ← commands; thick frame: operated by us; dashed frame: by a partner",
);

/// The drawing of a model; `None` while it has no component.
#[must_use]
pub fn diagram(catalog: &Catalog, model: &Model, name: &str, language: Language) -> Option<Element> {
    let mut drawing = Drawing { catalog, model, language, parts: Vec::new(), told: Vec::new() };
    let (width, columns) = drawing.columns()?;
    let height = drawing.bands(width.max(BAND), columns + PAD);
    let mut svg = Element::new("svg", "").with("viewBox", &format!("0 0 {} {height}", width.max(BAND)));
    svg = svg.with("width", &width.max(BAND).to_string()).with("height", &height.to_string());
    svg = svg.with("class", "diagram").with("role", "img");
    svg = svg.with("aria-label", &format!("{name}. {}", drawing.told.join("; ")));
    svg.children = drawing.parts;
    Some(svg)
}

struct Drawing<'a> {
    catalog: &'a Catalog,
    model: &'a Model,
    language: Language,
    parts: Vec<Element>,
    /// The same in words.
    told: Vec<String>,
}

impl Drawing<'_> {
    fn say(&self, wording: Wording) -> &'static str {
        wording.pick(self.language)
    }

    /// The components by layer; tells how wide and how high they are.
    fn columns(&mut self) -> Option<(usize, usize)> {
        let acts = self.model.instances.values().any(|i| i.kind.0 == "X-actuator");
        let (mut x, mut height, mut before) = (0, 0, None);
        for layer in Layer::ALL {
            let mut here = Vec::new();
            for instance in self.model.instances.values() {
                if self.catalog.component(instance.kind.0).is_some_and(|kind| kind.layer == layer) {
                    here.push(instance);
                }
            }
            if here.is_empty() {
                continue;
            }
            if before.is_some() {
                // Those who operate look at everything; the others pass data on to the next.
                if layer != Layer::Operation {
                    self.arrow(x - GAP + 4, LINE - 9, false);
                    if acts {
                        self.arrow(x - GAP + 4, LINE - 1, true);
                    }
                }
            }
            height = height.max(self.column(x, layer, &here));
            x += COLUMN + GAP;
            before = Some(layer);
        }
        before.map(|_| (x - GAP, height))
    }

    fn column(&mut self, x: usize, layer: Layer, here: &[&Instance]) -> usize {
        let title = self.say(labels::layer(layer));
        self.parts.push(label(x + COLUMN / 2, LINE, title).with("text-anchor", "middle").with("font-weight", "700"));
        let (mut y, mut names) = (LINE + PAD, Vec::new());
        for instance in here.iter().take(DRAWN) {
            let (name, lines) = self.lines(instance);
            names.push(name);
            let tall = lines.len() * LINE + PAD;
            self.parts.push(frame(x, y, COLUMN, tall, instance.operated.as_deref().unwrap_or_default()));
            self.write(x + PAD, y, &lines);
            y += tall + PAD;
        }
        if let Some(more) = here.len().checked_sub(DRAWN).filter(|more| *more > 0) {
            let more = fill(self.say(MORE), &[&more]);
            self.write(x + PAD, y, std::slice::from_ref(&more));
            names.push(more);
            y += LINE + PAD;
        }
        self.told.push(format!("{title}: {}", names.join(", ")));
        y
    }

    /// A component's name, and all that stands in its frame.
    fn lines(&self, instance: &Instance) -> (String, Vec<String>) {
        let language = self.language;
        let name = labels::component(self.catalog, self.model, &instance.id, language);
        let mut lines = wrap(&name, COLUMN - 2 * PAD);
        if let Some(roles) = instance.roles.as_ref().filter(|roles| !roles.is_empty()) {
            lines.extend(wrap(&format!("({})", labels::roles(self.catalog, roles, language)), COLUMN - 2 * PAD));
        }
        if instance.operated.is_some() {
            let operated = Question::Provision(instance.id.clone(), Aspect::Operated);
            let who = labels::answered(self.catalog, self.model, &operated, language);
            let text = fill(self.say(OPERATED), &[&who]);
            lines.extend(wrap(&text, COLUMN - 2 * PAD));
        }
        if let Some(places) = &instance.places {
            let text = fill(self.say(STANDS), &[&labels::places(places, language)]);
            lines.extend(wrap(&text, COLUMN - 2 * PAD));
        }
        (name, lines)
    }

    /// What stands below the columns; tells where it ends.
    fn bands(&mut self, width: usize, mut y: usize) -> usize {
        let mut who = Vec::new();
        for role in self.catalog.roles.iter().filter(|role| role.kind == RoleKind::Environment) {
            if self.model.roles.contains_key(&role.id) {
                let name = self.language.pick(role.name.ja(), role.name.en());
                let answer = labels::answered(self.catalog, self.model, &Question::Role(role.id), self.language);
                who.push(fill(self.say(OF), &[&name, &answer]));
            }
        }
        let mut data = Vec::new();
        for form in self.catalog.data_forms {
            if self.model.data.get(&form.id) == Some(&true) {
                data.push(self.language.pick(form.name.ja(), form.name.en()).to_owned());
            }
        }
        for (title, items) in [(ENVIRONMENT, who), (DATA, data)] {
            if items.is_empty() {
                continue;
            }
            let items = items.join(self.language.pick("、", ", "));
            let text = fill(self.say(OF), &[&self.say(title), &items]);
            let lines = wrap(&text, width - 2 * PAD);
            let tall = lines.len() * LINE + PAD;
            self.parts.push(frame(0, y, width, tall, &[]));
            self.write(PAD, y, &lines);
            self.told.push(text);
            y += tall + PAD;
        }
        self.write(0, y, &[self.say(LEGEND).to_owned()]);
        y + LINE + PAD
    }

    fn write(&mut self, x: usize, y: usize, lines: &[String]) {
        for (n, line) in lines.iter().enumerate() {
            self.parts.push(label(x, y + LINE * (n + 1) - 3, line));
        }
    }

    /// An arrow in a gap to the right, or back to the left.
    fn arrow(&mut self, x: usize, y: usize, back: bool) {
        let length = GAP - 8;
        let path = match back {
            true => format!("M{} {y}h-{length}m4 -3l-4 3l4 3", x + length),
            false => format!("M{x} {y}h{length}m-4 -3l4 3l-4 3"),
        };
        self.parts.push(line("path").with("d", &path));
    }
}

/// Something drawn in the colour of the text, so that it can be read wherever it stands.
fn line(tag: &'static str) -> Element {
    Element::new(tag, "").with("fill", "none").with("stroke", "currentColor")
}

fn label(x: usize, y: usize, text: &str) -> Element {
    let label = Element::new("text", text).with("x", &x.to_string()).with("y", &y.to_string());
    label.with("fill", "currentColor").with("font-size", "13")
}

/// A frame that shows who operates what is in it.
fn frame(x: usize, y: usize, width: usize, height: usize, operated: &[Player]) -> Element {
    // Half a unit in, so that thin lines are sharp.
    let frame = line("rect").with("x", &format!("{x}.5")).with("y", &format!("{y}.5")).with("rx", "4");
    let frame = frame.with("width", &(width - 1).to_string()).with("height", &(height - 1).to_string());
    match operated.first() {
        Some(Player::Own) => frame.with("stroke-width", "2").with("class", "of-own"),
        Some(Player::Partner) => frame.with("stroke-dasharray", "5 3"),
        _ => frame,
    }
}
