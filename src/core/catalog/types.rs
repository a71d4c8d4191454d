//! The catalogue's vocabulary, as plain static data.
//!
//! This file is compiled twice: into the library, and into the build script that checks `catalog/` and writes the
//! tables. Hence it names nothing of the crate. The `Debug` form of every type here is valid Rust for its own value;
//! that is how the build script writes the tables.

use std::fmt;

/// A static list. Its `Debug` form is a Rust expression, unlike a bare slice's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct List<T: 'static>(pub &'static [T]);

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "List(&{:?})", self.0)
    }
}

impl<T> std::ops::Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        self.0
    }
}

impl<T> IntoIterator for List<T> {
    type Item = &'static T;
    type IntoIter = std::slice::Iter<'static, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub &'static str);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0)
            }
        }
    )*};
}

ids! {
    /// A role of Part IV, `contract` or `X-install`.
    RoleId
    /// A kind of component, `device` or `X-gateway`.
    ComponentId
    /// A form of data handling, `X-personal`.
    DataId
    /// A service type, `X-monitoring`.
    TypeId
    /// A risk, `contract-1` or `X-install-B1`.
    RiskId
    /// A countermeasure, `A-1` or `XA-1`.
    CountermeasureId
    /// An action of a countermeasure, `A-1.1` or `A-2.X1`.
    ActionId
    /// A control of Part II or III, `II.2.1.1`.
    ControlId
    /// A public source, as facts cite it.
    SourceId
}

/// Where a fact comes from, and so how far it may be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Provenance {
    /// Verbatim from the ministry's summary, at this line of the copy in `catalog/source/summary.txt`.
    Quoted(u16),
    /// Seen in a public source, given in our own words.
    Cited(SourceId),
    /// Believed true at this many per cent, in our own words, not compared with the official text.
    Unverified(u8),
    /// This project's own content, in the guideline's method.
    Original,
    /// Came with a catalogue pack that the user loaded.
    Supplied,
}

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Japanese.
    pub ja: &'static str,
    /// English. Where the Japanese is quoted this is our translation.
    pub en: &'static str,
    /// Where the text comes from.
    pub from: Provenance,
}

/// The edition of the guideline, and this catalogue of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// Stable name of the edition, for files.
    pub id: &'static str,
    /// Name for people.
    pub name: Text,
    /// Day of publication of the guideline, `2018-07`.
    pub published: &'static str,
}

/// A public source that facts cite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The id that `from = "cited:…"` names.
    pub id: SourceId,
    /// What it is.
    pub title: Text,
    /// Where it was seen; not always the publisher's own page.
    pub url: &'static str,
}

/// A passage of the summary: from this line on, until the next passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// First line, counted from 1.
    pub line: u16,
    /// Its name.
    pub title: Text,
}

/// A part, section or sub-section of the guideline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// `II`, `II.2`, `II.2.1` or `Annex1`.
    pub id: &'static str,
    /// Title.
    pub title: Text,
    /// What it holds, where something is known.
    pub about: Option<Text>,
}

/// One of the three viewpoints from which Part IV looks for risks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Viewpoint {
    /// Several providers working together.
    A,
    /// Components that carry out roles, and how they are operated and maintained.
    B,
    /// Ways in which data are handled.
    C,
}

/// A viewpoint's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewpointEntry {
    /// Which one.
    pub id: Viewpoint,
    /// Name.
    pub name: Text,
    /// What it asks.
    pub about: Text,
}

/// Who can play a role or look after a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Player {
    /// The provider that assesses itself.
    Own,
    /// A provider that it works with.
    Partner,
    /// The customer, including whom the customer hires.
    User,
}

/// A player's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlayerEntry {
    /// Which one.
    pub id: Player,
    /// Name.
    pub name: Text,
    /// Who counts as one.
    pub about: Text,
}

/// The two kinds of role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleKind {
    /// Prepares and keeps up the environment in which the service is provided.
    Environment,
    /// Carries out the service.
    Execution,
}

/// The texts of a kind of role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleKindEntry {
    /// Which one.
    pub id: RoleKind,
    /// Name.
    pub name: Text,
}

/// A role that is needed to provide an IoT service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// Its kind.
    pub kind: RoleKind,
    /// Name.
    pub name: Text,
    /// What it does.
    pub about: Text,
}

/// Where a component stands, for drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// At the place that is measured or controlled.
    Site,
    /// Between the site and the cloud.
    Network,
    /// In the cloud.
    Cloud,
    /// In the user's hand.
    Client,
    /// With those who operate and maintain.
    Operation,
}

/// A kind of component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Component {
    /// Its id.
    pub id: ComponentId,
    /// Where it stands.
    pub layer: Layer,
    /// Name.
    pub name: Text,
    /// What it is.
    pub about: Text,
    /// The roles it usually carries out.
    pub roles: List<RoleId>,
}

/// A form of data handling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataForm {
    /// Its id.
    pub id: DataId,
    /// Name.
    pub name: Text,
    /// What counts as it.
    pub about: Text,
    /// The question to ask, answered by yes or no.
    pub question: Text,
}

/// A typical arrangement, the start of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceType {
    /// Its id.
    pub id: TypeId,
    /// Name.
    pub name: Text,
    /// What kind of service it is.
    pub about: Text,
    /// Who plays which role; an empty list means nobody.
    pub roles: List<(RoleId, List<Player>)>,
    /// The components it has.
    pub components: List<Preset>,
    /// Kinds of component that it has not.
    pub absent: List<ComponentId>,
    /// Which forms of data handling occur, and which do not.
    pub data: List<(DataId, bool)>,
}

/// A component in a service type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// Its kind.
    pub kind: ComponentId,
    /// What it is called in this type.
    pub name: Text,
    /// The roles it carries out.
    pub roles: List<RoleId>,
    /// Who procures it; `None` leaves the question open.
    pub procured: Option<List<Player>>,
    /// Who operates it.
    pub operated: Option<List<Player>>,
    /// Who maintains it.
    pub maintained: Option<List<Player>>,
}

/// Which component a condition speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Some component of this kind.
    Kind(ComponentId),
    /// The component for which the risk is being looked at.
    This,
}

/// A risk's condition over the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Every one holds.
    All(List<Condition>),
    /// At least one holds.
    Any(List<Condition>),
    /// It does not hold.
    Not(List<Condition>),
    /// The role is played, by one of `by` where that is not empty, by two or more parties where `shared`.
    Played {
        /// The role.
        role: RoleId,
        /// The players that count; empty means any.
        by: List<Player>,
        /// Whether two or more parties must play it.
        shared: bool,
    },
    /// One component meets all of these; an empty list asks nothing.
    Has {
        /// Which component.
        which: Which,
        /// Procured by one of these.
        procured: List<Player>,
        /// Operated by one of these.
        operated: List<Player>,
        /// Maintained by one of these.
        maintained: List<Player>,
        /// Carries out this role.
        carries: Option<RoleId>,
    },
    /// The form of data handling occurs.
    Occurs(DataId),
}

/// A risk to which Part IV may assign countermeasures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Risk {
    /// Its id.
    pub id: RiskId,
    /// The role under which it is listed.
    pub role: RoleId,
    /// The viewpoint that brings it out.
    pub viewpoint: Viewpoint,
    /// What may happen.
    pub title: Text,
    /// How it comes about and what harm it does.
    pub why: Option<Text>,
    /// When it applies. The condition is ours even where the title is quoted.
    pub when: Condition,
    /// Kinds of component for each of which it stands once; empty means once for the service.
    pub each: List<ComponentId>,
    /// The countermeasures assigned to it, in order.
    pub countermeasures: List<CountermeasureId>,
    /// Where the assignment comes from.
    pub assignment: Provenance,
}

/// A countermeasure of Part IV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Countermeasure {
    /// Its id.
    pub id: CountermeasureId,
    /// The viewpoint it belongs to.
    pub viewpoint: Viewpoint,
    /// Title.
    pub title: Text,
    /// What to do. `None` where the official text is not at hand.
    pub statement: Option<Text>,
    /// Its actions.
    pub actions: List<Action>,
    /// Controls of Parts II and III that it leans on.
    pub controls: List<ControlId>,
    /// Public references by number, `EN303645:5.3`.
    pub references: List<&'static str>,
}

/// A concrete action: a state that can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// The state.
    pub text: Text,
}

/// How urgent a control is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ControlClass {
    /// 基本: do first.
    Basic,
    /// 推奨: desirable.
    Recommended,
}

/// Links of a control to ISO/IEC 27002:2013 and the annexes that follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IsoLinks {
    /// Numbers in ISO/IEC 27002:2013.
    pub numbers: List<&'static str>,
    /// Where the numbers come from.
    pub from: Provenance,
    /// Pages of Annex 5, where known.
    pub annex5: Option<&'static str>,
    /// Pages of Annex 6, where known.
    pub annex6: Option<&'static str>,
    /// Where the pages come from.
    pub annex_from: Provenance,
}

/// A control of Part II or III.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Control {
    /// Its number.
    pub id: ControlId,
    /// Where the number comes from.
    pub id_from: Provenance,
    /// Its class.
    pub class: ControlClass,
    /// Where the class comes from.
    pub class_from: Provenance,
    /// Its topic, in a few words.
    pub title: Text,
    /// What to do.
    pub statement: Text,
    /// Why it matters.
    pub why: Text,
    /// The components concerned, as the catalogue's short names.
    pub components: List<&'static str>,
    /// Related controls.
    pub related: List<ControlId>,
    /// Links to ISO/IEC 27002:2013.
    pub iso: IsoLinks,
    /// Best practices.
    pub best_practices: List<BestPractice>,
    /// What an assessor asks to see.
    pub evidence: List<Text>,
    /// Evaluation items; empty in Part II.
    pub items: List<EvaluationItem>,
    /// What is unsure about the items.
    pub items_note: Option<Text>,
}

/// A best practice under a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BestPractice {
    /// `i`, `ii`, …
    pub mark: &'static str,
    /// The text.
    pub text: Text,
}

/// A measurable index of a Part III control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvaluationItem {
    /// `a`, `b`, …
    pub id: &'static str,
    /// What is measured.
    pub name: Text,
    /// How it is measured.
    pub measure: Measure,
    /// For a choice: the options from the strongest to the weakest.
    pub options: List<ChoiceOption>,
    /// The reference value for each of the patterns 1 to 6.
    pub values: List<ReferenceValue>,
    /// What is unsure about the values.
    pub note: Option<Text>,
}

/// What kind of quantity an evaluation item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// How often something is done: the longest time between two times.
    Interval,
    /// How long something may take.
    Limit,
    /// How long something must last.
    Duration,
    /// How long records are kept.
    Retention,
    /// How long records are kept after the service ends.
    AfterService,
    /// A share.
    Share,
    /// A number of generations.
    Count,
    /// One of a list.
    Choice,
}

/// An option of an evaluation item that is a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Its id within the item.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
}

/// The reference value of an evaluation item for one pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReferenceValue {
    /// The level.
    pub level: Level,
    /// `*`: especially necessary.
    pub must: bool,
    /// Where the value comes from.
    pub from: Provenance,
}

/// A reference level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The guideline sets none for this pattern (`-`).
    NoValue,
    /// It may set one, but none is known here.
    Unknown,
    /// At most this much.
    AtMost(Quantity),
    /// At least this much.
    AtLeast(Quantity),
    /// This option, or a stronger one.
    Chosen(&'static str),
}

/// A number with its unit. The number is kept as thousandths, so that 99.5 is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity {
    /// Thousandths of the unit.
    pub milli: u64,
    /// The unit.
    pub unit: Unit,
}

/// The units of reference values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
    /// Per cent.
    Percent,
    /// Generations of a backup.
    Generations,
}

/// The whole catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Catalog {
    /// The edition.
    pub edition: Edition,
    /// Public sources.
    pub sources: List<Source>,
    /// Passages of the summary, by line.
    pub passages: List<Passage>,
    /// Parts, sections and annexes, in order.
    pub sections: List<Section>,
    /// The three viewpoints.
    pub viewpoints: List<ViewpointEntry>,
    /// The players.
    pub players: List<PlayerEntry>,
    /// The kinds of role.
    pub role_kinds: List<RoleKindEntry>,
    /// Roles.
    pub roles: List<Role>,
    /// Kinds of component.
    pub components: List<Component>,
    /// Forms of data handling.
    pub data_forms: List<DataForm>,
    /// Service types.
    pub types: List<ServiceType>,
    /// Risks.
    pub risks: List<Risk>,
    /// Countermeasures.
    pub countermeasures: List<Countermeasure>,
    /// Controls of Parts II and III.
    pub controls: List<Control>,
}
