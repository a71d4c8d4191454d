//! Finding entries by id.

use super::types::*;

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
    /// The source of this id.
    source: sources -> Source;
}

impl Catalog {
    /// The passage of the summary in which a line stands.
    #[must_use]
    pub fn passage(&self, line: u16) -> Option<&'static Passage> {
        self.passages.into_iter().rfind(|p| p.line <= line)
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

    /// The risks that lead to a countermeasure.
    pub fn risks_of(&self, id: CountermeasureId) -> impl Iterator<Item = &'static Risk> + use<> {
        self.risks.into_iter().filter(move |r| r.countermeasures.contains(&id))
    }
}
