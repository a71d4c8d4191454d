//! Finding entries by id.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

use super::{kind::EntryKind, types::*};

macro_rules! lookup {
    ($($(#[$doc:meta])* $method:ident: $list:ident -> $entry:ident;)*) => {
        impl Catalog {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $method(&self, id: &str) -> Option<&'static $entry> {
                    self.$list.into_iter().find(|e| e.id.0 == id)
                }
            )*
        }
    };
}

lookup! {
    /// The role of this id.
    role: roles -> Role;
    /// The kind of component of this id.
    component: components -> Component;
    /// The form of data handling of this id.
    data_form: data_forms -> DataForm;
    /// The service type of this id.
    service_type: types -> ServiceType;
    /// The risk of this id.
    risk: risks -> Risk;
    /// The countermeasure of this id.
    countermeasure: countermeasures -> Countermeasure;
    /// The control of this id.
    control: controls -> Control;
    /// The component of this id that controls concern.
    equipment: equipment -> Equipment;
    /// The point of this id.
    point: points -> Point;
    /// The chapter of ISO/IEC 27002:2013 of this number.
    iso_chapter: iso_chapters -> IsoChapter;
    /// The section or control of ISO/IEC 27002:2013 of this number.
    iso_item: iso_items -> IsoItem;
    /// The worked case of this id.
    case: cases -> Case;
}

/// The parts of the guideline, by number.
pub const ROMAN_PARTS: [&str; 5] = ["I", "II", "III", "IV", "V"];

impl Catalog {
    /// The passage of the summary in which a line stands.
    #[must_use]
    pub fn passage(&self, line: u16) -> Option<&'static Passage> {
        self.passages.into_iter().rfind(|p| p.line <= line)
    }

    /// The source of this number.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<&'static Source> {
        self.sources.into_iter().find(|s| s.id == id)
    }

    /// Whether a pack said something of this entry.
    #[must_use]
    pub fn is_supplied(&self, kind: EntryKind, id: &str) -> bool {
        self.supplied(kind, id).is_some()
    }

    /// What a pack said of this entry.
    #[must_use]
    pub fn supplied(&self, kind: EntryKind, id: &str) -> Option<&'static SuppliedEntry> {
        self.supplied.into_iter().find(|e| e.kind == kind && e.id == id)
    }

    /// The section of this id.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<&'static Section> {
        self.sections.into_iter().find(|s| s.id == id)
    }

    /// The player's texts.
    ///
    #[must_use]
    pub fn player(&self, id: Player) -> Option<&'static PlayerEntry> {
        self.players.into_iter().find(|p| p.id == id)
    }

    /// The viewpoint's texts.
    #[must_use]
    pub fn viewpoint(&self, id: Viewpoint) -> Option<&'static ViewpointEntry> {
        self.viewpoints.into_iter().find(|v| v.id == id)
    }

    /// The texts of a kind of role.
    #[must_use]
    pub fn role_kind(&self, id: RoleKind) -> Option<&'static RoleKindEntry> {
        self.role_kinds.into_iter().find(|k| k.id == id)
    }

    /// The texts of a property of information.
    #[must_use]
    pub fn axis(&self, id: Axis) -> Option<&'static AxisEntry> {
        self.axes.into_iter().find(|a| a.id == id)
    }

    /// The pattern of this number.
    #[must_use]
    pub fn pattern(&self, id: PatternId) -> Option<&'static Pattern> {
        self.patterns.into_iter().find(|p| p.id == id)
    }

    /// The pattern of services that demand this much of confidentiality, integrity and availability.
    #[must_use]
    pub fn pattern_for(
        &self,
        confidentiality: Grade,
        integrity: Grade,
        availability: Grade,
    ) -> Option<&'static Pattern> {
        let grades = (confidentiality, integrity, availability);
        self.patterns.into_iter().find(|p| (p.confidentiality, p.integrity, p.availability) == grades)
    }

    /// The items of a chapter of ISO/IEC 27002:2013.
    pub fn iso_items_of(&self, chapter: IsoChapterId) -> impl Iterator<Item = &'static IsoItem> + use<> {
        self.iso_items.into_iter().filter(move |i| i.chapter() == chapter.0)
    }

    /// The controls that name a number of ISO/IEC 27002:2013.
    pub fn controls_of_iso(&self, id: IsoId) -> impl Iterator<Item = &'static Control> + use<> {
        self.controls.into_iter().filter(move |c| c.iso.numbers.contains(&id.0))
    }

    /// The controls that concern a component.
    pub fn controls_of_equipment(&self, id: EquipmentId) -> impl Iterator<Item = &'static Control> + use<> {
        self.controls.into_iter().filter(move |c| c.components.contains(&id))
    }

    /// The risks that lead to a countermeasure.
    pub fn risks_of(&self, id: CountermeasureId) -> impl Iterator<Item = &'static Risk> + use<> {
        self.risks.into_iter().filter(move |r| r.countermeasures.contains(&id))
    }
}
