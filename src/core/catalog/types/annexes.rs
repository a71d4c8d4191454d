//! The vocabulary of the annexes: components and patterns (Annex 3), points on the user contact and the supply chain
//! (Annex 4), ISO/IEC 27002:2013 (Annex 5 and 6), worked cases (Annex 8).

use std::fmt;

use super::{
    super::keyword::{Keyword, keywords},
    Arrangement, CaseId, EquipmentId, IsoChapterId, IsoId, List, PointId, Provenance, Text,
};

/// A component of a cloud service, as the controls of Parts II and III name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Equipment {
    /// Its id.
    pub id: EquipmentId,
    /// Name.
    pub name: Text,
    /// What counts as it.
    pub about: Text,
    /// The row of the figure in which it is drawn, from 1 at the top.
    pub row: u8,
}

keywords! {
    /// One of the three properties of information by which services are sorted into patterns.
    pub enum Axis {
        /// 機密性.
        Confidentiality = "C",
        /// 完全性.
        Integrity = "I",
        /// 可用性.
        Availability = "A",
    }
}

keywords! {
    /// How much of a property a service demands: high, middle or low. What a reference value asks for is a
    /// [`ReferenceLevel`](super::ReferenceLevel).
    pub enum Grade {
        /// 高.
        High = "high",
        /// 中.
        Middle = "middle",
        /// 低.
        Low = "low",
    }
}

/// The texts of a property, and the grades it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AxisEntry {
    /// Which one.
    pub id: Axis,
    /// Name.
    pub name: Text,
    /// The question that finds the grade of one's own service.
    pub question: Text,
    /// Its grades, from high to low. Not every property has all three.
    pub levels: List<GradeEntry>,
}

/// The texts of a grade of one property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GradeEntry {
    /// Which one.
    pub id: Grade,
    /// Name.
    pub name: Text,
    /// When a service has it.
    pub meaning: Text,
}

/// The number of a pattern, from 1 to 6. Reference values stand in this order, so that of pattern 1 is at 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PatternId(pub u8);

impl Keyword for PatternId {
    const VALUES: &'static [Self] = &[Self(1), Self(2), Self(3), Self(4), Self(5), Self(6)];

    fn keyword(self) -> &'static str {
        ["1", "2", "3", "4", "5", "6"].get(usize::from(self.0).wrapping_sub(1)).copied().unwrap_or_default()
    }
}

impl fmt::Display for PatternId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A pattern: the class of a service by what it demands of each property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern {
    /// Its number.
    pub id: PatternId,
    /// Name.
    pub name: Text,
    /// What it demands of confidentiality.
    pub confidentiality: Grade,
    /// What it demands of integrity.
    pub integrity: Grade,
    /// What it demands of availability.
    pub availability: Grade,
    /// Where the three grades come from.
    pub levels_from: Provenance,
    /// Services that the guideline, or a draft of it, sorts into it; each text says where it comes from.
    pub examples: List<Text>,
}

impl Pattern {
    /// What it demands of a property.
    #[must_use]
    pub fn grade(&self, axis: Axis) -> Grade {
        match axis {
            Axis::Confidentiality => self.confidentiality,
            Axis::Integrity => self.integrity,
            Axis::Availability => self.availability,
        }
    }
}

keywords! {
    /// What a point is.
    pub enum PointGroup {
        /// One of the five viewpoints on the user contact (Annex 4).
        Viewpoint = "viewpoint",
        /// A model of how providers supply one another.
        SupplyModel = "supply_model",
        /// Who takes part in a supply chain.
        Party = "party",
        /// Anything else that is known of an annex, or known to be missing.
        Fact = "fact",
    }
}

/// A point of an annex of which only a few sentences are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Its id.
    pub id: PointId,
    /// The annex it belongs to, from 3 to 8.
    pub annex: u8,
    /// What it is.
    pub group: PointGroup,
    /// Its title, or a stand-in of ours where `missing` says that the official one is not known.
    pub title: Text,
    /// What is known of it.
    pub about: Option<Text>,
    /// What is not known, in so many words.
    pub missing: Option<Text>,
}

/// A chapter of ISO/IEC 27002:2013.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IsoChapter {
    /// Its number, `5` to `18`; `2022` for what only the edition of 2022 has.
    pub id: IsoChapterId,
    /// A short title of ours.
    pub title: Text,
}

/// A section or control of ISO/IEC 27002:2013, one that the guideline of 2014 added to its numbering, or one that only the
/// edition of 2022 has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IsoItem {
    /// Its number, `6.1` or `6.1.1`; `2022.8.28` for one of the edition of 2022.
    pub id: IsoId,
    /// A short title: the guideline's where it is known, otherwise ours.
    pub title: Text,
    /// Whether the guideline of 2014 added it; ISO/IEC 27002:2013 does not have it then.
    pub added: bool,
    /// How it is known that the guideline of 2014, and so Annex 5 and 6, treats it. `None` where that is not known.
    pub in_2014: Option<Provenance>,
    /// Pages of Annex 5, where known.
    pub annex5: Option<&'static str>,
    /// Pages of Annex 6, where known.
    pub annex6: Option<&'static str>,
    /// Where the pages come from.
    pub annex_from: Provenance,
    /// The numbers in ISO/IEC 27002:2022 that it has become, with blanks between: a list of lists loads more.
    pub in_2022: &'static str,
    /// Where those come from.
    pub in_2022_from: Provenance,
    /// What is unsure about it.
    pub note: Option<Text>,
}

impl IsoItem {
    /// The number of its chapter.
    #[must_use]
    pub fn chapter(&self) -> &'static str {
        self.id.0.split_once('.').map_or(self.id.0, |(chapter, _)| chapter)
    }
}

/// A worked case: the survey of one service, with every question answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// Name.
    pub name: Text,
    /// What kind of service it is.
    pub about: Text,
    /// What the service does, who takes part, what is special.
    pub story: Text,
    /// What one learns from it.
    pub shows: Text,
    /// The model of the service.
    pub arrangement: Arrangement,
}
