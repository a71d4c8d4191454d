//! The catalogue's files as they are written: TOML in `catalog/`.
//!
//! Strict: an unknown key is an error. Compiled into the build script as well, hence it names nothing of the crate.

use serde::Deserialize;

/// One file; it may hold any of these.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct File {
    /// The edition; exactly one in the whole catalogue.
    pub edition: Option<Edition>,
    /// Sources.
    pub source: Vec<Source>,
    /// Passages of the summary.
    pub passage: Vec<Passage>,
    /// Parts, sections, annexes.
    pub section: Vec<Section>,
    /// Viewpoints.
    pub viewpoint: Vec<Named>,
    /// Players.
    pub player: Vec<Named>,
    /// Kinds of role.
    pub role_kind: Vec<Named>,
    /// Roles.
    pub role: Vec<Role>,
    /// Components.
    pub component: Vec<Component>,
    /// Data forms.
    pub data: Vec<Data>,
    /// Service types.
    #[serde(rename = "type")]
    pub service_type: Vec<ServiceType>,
    /// Risks.
    pub risk: Vec<Risk>,
    /// Countermeasures.
    pub countermeasure: Vec<Countermeasure>,
    /// Controls.
    pub control: Vec<Control>,
    /// Components that controls concern.
    pub equipment: Vec<Equipment>,
    /// Properties of information.
    pub axis: Vec<Axis>,
    /// Patterns.
    pub pattern: Vec<Pattern>,
    /// Points of the annexes.
    pub point: Vec<Point>,
    /// Chapters of ISO/IEC 27002:2013.
    pub iso_chapter: Vec<IsoChapter>,
    /// Sections and controls of ISO/IEC 27002:2013.
    pub iso_item: Vec<IsoItem>,
    /// Worked cases.
    pub case: Vec<Case>,
}

/// A text in both languages, with its provenance where it differs from the entry's.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Japanese.
    #[serde(default)]
    pub ja: String,
    /// English.
    #[serde(default)]
    pub en: String,
    /// Provenance.
    pub from: Option<String>,
}

macro_rules! entry {
    ($($(#[$doc:meta])* $name:ident { $($(#[$meta:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs)]
        pub struct $name {
            /// Stable id.
            pub id: String,
            /// Provenance of the entry's texts.
            #[serde(default)]
            pub from: Option<String>,
            $($(#[$meta])* pub $field: $ty,)*
        }
    )*};
}

entry! {
    /// The edition of the guideline.
    Edition { name: Text, published: String, }
    /// A public source.
    Source { title: Text, url: String, }
    /// A part, section or annex.
    Section { title: Text, about: Option<Text>, }
    /// A viewpoint, a player or a kind of role.
    Named { name: Text, about: Option<Text>, }
    /// A role.
    Role { kind: String, name: Text, about: Text, }
    /// A component.
    Component { layer: String, name: Text, about: Text, #[serde(default)] roles: Vec<String>, }
    /// A data form.
    Data { name: Text, about: Text, question: Text, }
    /// A service type.
    ServiceType {
        name: Text,
        about: Text,
        roles: std::collections::BTreeMap<String, Vec<String>>,
        component: Vec<Preset>,
        #[serde(default)] absent: Vec<String>,
        #[serde(default)] data: std::collections::BTreeMap<String, bool>,
    }
    /// A risk.
    Risk {
        role: String,
        viewpoint: String,
        title: Text,
        why: Option<Text>,
        when: Condition,
        #[serde(default)] each: Vec<String>,
        countermeasures: Vec<String>,
        assignment_from: Option<String>,
        impact: Option<String>,
        likelihood: Option<String>,
        because: Option<Text>,
    }
    /// A countermeasure. With `extends` it only adds actions to the one of that id.
    Countermeasure {
        #[serde(default)] extends: bool,
        viewpoint: Option<String>,
        title: Option<Text>,
        statement: Option<Text>,
        #[serde(default)] action: Vec<Action>,
        #[serde(default)] controls: Vec<String>,
        #[serde(default)] references: Vec<String>,
    }
    /// An action.
    Action { text: Text, #[serde(default)] baseline: bool, }
    /// A control.
    Control {
        id_from: Option<String>,
        class: String,
        class_from: Option<String>,
        title: Text,
        statement: Text,
        why: Option<Text>,
        #[serde(default)] components: Vec<String>,
        #[serde(default)] related: Vec<String>,
        #[serde(default)] iso27002: Vec<String>,
        iso27002_from: Option<String>,
        annex5: Option<String>,
        annex6: Option<String>,
        annex_from: Option<String>,
        #[serde(default)] best_practice: Vec<BestPractice>,
        #[serde(default)] evidence: Vec<Evidence>,
        #[serde(default)] item: Vec<Item>,
        items_note: Option<Text>,
    }
    /// An evaluation item.
    Item {
        name: Text,
        measure: String,
        #[serde(default)] options: Vec<Choice>,
        values: Vec<String>,
        values_from: OneOrMany,
        note: Option<Text>,
    }
    /// A component that controls concern.
    Equipment { name: Text, about: Text, row: u8, }
    /// A property of information.
    Axis { name: Text, question: Text, #[serde(default)] level: Vec<Grade>, }
    /// A grade of a property.
    Grade { name: Text, meaning: Text, }
    /// A pattern.
    Pattern {
        name: Text,
        confidentiality: String,
        integrity: String,
        availability: String,
        levels_from: Option<String>,
        #[serde(default)] example: Vec<Example>,
    }
    /// A point of an annex.
    Point { annex: u8, group: String, title: Text, about: Option<Text>, missing: Option<Text>, }
    /// A chapter of ISO/IEC 27002:2013.
    IsoChapter { title: Text, }
    /// A section or control of ISO/IEC 27002:2013.
    IsoItem {
        title: Text,
        #[serde(default)] added: bool,
        in_2014: Option<String>,
        #[serde(default)] iso2022: Vec<String>,
        iso2022_from: Option<String>,
        annex5: Option<String>,
        annex6: Option<String>,
        annex_from: Option<String>,
        note: Option<Text>,
    }
    /// A worked case: the keys of a service type, and two more.
    Case {
        name: Text,
        about: Text,
        story: Text,
        shows: Text,
        roles: std::collections::BTreeMap<String, Vec<String>>,
        component: Vec<Preset>,
        #[serde(default)] absent: Vec<String>,
        #[serde(default)] data: std::collections::BTreeMap<String, bool>,
    }
}

/// A passage of the summary.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// A text that stands on its first line.
    pub starts: String,
    /// Its name.
    pub title: Text,
}

/// A service of a pattern.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Text.
    pub text: Text,
    /// Provenance.
    pub from: Option<String>,
}

/// A component of a service type or a case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// Kind.
    pub kind: String,
    /// Name.
    pub name: Text,
    /// Roles it carries out.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Who procures it.
    pub procured: Option<Vec<String>>,
    /// Who operates it.
    pub operated: Option<Vec<String>>,
    /// Who maintains it.
    pub maintained: Option<Vec<String>>,
    /// Where it stands.
    pub place: Option<Vec<String>>,
}

/// A condition, as a table with one of the allowed shapes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Condition {
    /// Every one.
    pub all: Option<Vec<Condition>>,
    /// At least one.
    pub any: Option<Vec<Condition>>,
    /// The opposite.
    pub not: Option<Box<Condition>>,
    /// A role is played…
    pub role: Option<String>,
    /// … by one of these.
    pub by: Option<Vec<String>>,
    /// … by two or more parties.
    pub shared: Option<bool>,
    /// There is a component…
    pub component: Option<String>,
    /// … procured by one of these.
    pub procured: Option<Vec<String>>,
    /// … operated by one of these.
    pub operated: Option<Vec<String>>,
    /// … maintained by one of these.
    pub maintained: Option<Vec<String>>,
    /// … standing in one of these places.
    pub place: Option<Vec<String>>,
    /// … carrying out this role.
    pub carries: Option<String>,
    /// A data form occurs.
    pub data: Option<String>,
}

/// A best practice.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BestPractice {
    /// `i`, `ii`, …
    pub mark: String,
    /// Text.
    pub text: Text,
}

/// A piece of evidence.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Text.
    pub text: Text,
}

/// An option of a choice.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Id within the item.
    pub id: String,
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
    /// Provenance.
    pub from: Option<String>,
}

/// One provenance for all patterns, or one for each.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    /// For all.
    One(String),
    /// For each.
    Many(Vec<String>),
}
