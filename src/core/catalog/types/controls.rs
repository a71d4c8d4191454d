//! The vocabulary of Parts II and III.

use super::{
    super::keyword::{Keyword, keywords},
    ControlId, EquipmentId, List, Provenance, Text,
};

keywords! {
    /// How urgent a control is.
    pub enum ControlClass {
        /// 基本: do first.
        Basic = "basic",
        /// 推奨: desirable.
        Recommended = "recommended",
    }
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
    pub why: Option<Text>,
    /// The components concerned.
    pub components: List<EquipmentId>,
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
    pub measure: Metric,
    /// For a choice: the options from the strongest to the weakest.
    pub options: List<ChoiceOption>,
    /// The reference value for each of the patterns 1 to 6.
    pub values: List<ReferenceValue>,
    /// What is unsure about the values.
    pub note: Option<Text>,
}

keywords! {
    /// What an evaluation item measures.
    pub enum Metric {
        /// How often something is done: the longest time between two times.
        Interval = "interval",
        /// How long something may take.
        Limit = "limit",
        /// How long something must last.
        Duration = "duration",
        /// How long records are kept.
        Retention = "retention",
        /// How long records are kept after the service ends.
        AfterService = "after-service",
        /// A share.
        Share = "percent",
        /// A number of generations.
        Count = "generations",
        /// One of a list.
        Choice = "choice",
    }
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
    /// How much it asks for.
    pub level: ReferenceLevel,
    /// `*`: especially necessary.
    pub must: bool,
    /// Where the value comes from.
    pub from: Provenance,
}

/// How much a reference value asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceLevel {
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

keywords! {
    /// The units of reference values.
    pub enum Unit {
        /// Seconds.
        Seconds = "s",
        /// Minutes.
        Minutes = "min",
        /// Hours.
        Hours = "h",
        /// Days.
        Days = "d",
        /// Weeks.
        Weeks = "week",
        /// Months.
        Months = "mo",
        /// Years.
        Years = "y",
        /// Per cent.
        Percent = "%",
        /// Generations of a backup.
        Generations = "gen",
    }
}
