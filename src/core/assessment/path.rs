//! Where a field stands: `model/role/contract`.

use std::{borrow::Borrow, fmt, str::FromStr};

/// The longest path, in bytes.
const MAX_LEN: usize = 200;

/// The name of a field. Segments of letters, digits, `.`, `-` and `_`, joined by `/`; `.` and `..` are none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(String);

impl Path {
    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is an answer to a question of the model, or said of one.
    #[must_use]
    pub fn is_of_model(&self) -> bool {
        matches!(self.segments().next(), Some("model" | "presumed" | "partner"))
    }

    /// Its segments.
    pub fn segments(&self) -> std::str::Split<'_, char> {
        self.0.split('/')
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Path {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// The text cannot name a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PathError;

impl FromStr for Path {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        let segment = |s: &str| {
            !matches!(s, "" | "." | "..") && s.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
        };
        if text.len() <= MAX_LEN && text.split('/').all(segment) { Ok(Self(text.to_owned())) } else { Err(PathError) }
    }
}

/// The paths that the program knows. Ids of the catalogue and of instances are well-formed segments by construction.
pub mod paths {
    use super::Path;
    use crate::core::catalog::{
        ActionId, Axis, ComponentId, ControlId, CountermeasureId, DataId, EquipmentId, RiskId, RoleId,
    };

    /// What the paths of snapshots begin with.
    pub const SNAPSHOTS: &str = "snapshots/";

    fn path(text: String) -> Path {
        debug_assert!(text.parse::<Path>().is_ok(), "{text}");
        Path(text)
    }

    /// The assessment's name.
    #[must_use]
    pub fn name() -> Path {
        path("meta/name".into())
    }

    /// A fact about the assessment: `service`, `organization`, `assessor`, `note`.
    #[must_use]
    pub fn meta(what: &str) -> Path {
        path(format!("meta/{what}"))
    }

    /// What a copy for others leaves out: a list, empty for nothing. Only a copy has it.
    #[must_use]
    pub fn left_out() -> Path {
        path("meta/left-out".into())
    }

    /// A fact about a snapshot: `name`, and `digest`, that of the file in which its content is kept.
    #[must_use]
    pub fn snapshot(id: &str, what: &str) -> Path {
        path(format!("{SNAPSHOTS}{id}/{what}"))
    }

    /// The service type that the model started from.
    #[must_use]
    pub fn service_type() -> Path {
        path("model/type".into())
    }

    /// Who plays a role: a list of players, empty for nobody.
    #[must_use]
    pub fn role(role: RoleId) -> Path {
        path(format!("model/role/{role}"))
    }

    /// Whether the service has a kind of component: `yes` or `no`.
    #[must_use]
    pub fn component_kind(kind: ComponentId) -> Path {
        path(format!("model/kind/{kind}"))
    }

    /// A property of a component: `kind`, `name`, `roles`, `procured`, `operated`, `maintained`, `place`.
    #[must_use]
    pub fn component(instance: &str, what: &str) -> Path {
        path(format!("model/component/{instance}/{what}"))
    }

    /// Whether a form of data handling occurs: `yes` or `no`.
    #[must_use]
    pub fn data(data: DataId) -> Path {
        path(format!("model/data/{data}"))
    }

    /// What the partner is called that an answer names.
    #[must_use]
    pub fn partner(answer: &Path) -> Path {
        path(format!("partner/{answer}"))
    }

    /// That an answer of the model came with a service type and nobody has confirmed it: `yes`.
    #[must_use]
    pub fn presumed(answer: &Path) -> Path {
        path(format!("presumed/{answer}"))
    }

    /// A fact about a risk's treatment: `decision`, `reason`, `controls`, `by`, `on`, `owner`, `due`. `instance` is `-` for
    /// the service.
    #[must_use]
    pub fn risk(risk: RiskId, instance: Option<&str>, what: &str) -> Path {
        path(format!("risk/{risk}/{}/{what}", instance.unwrap_or("-")))
    }

    /// A fact about an action: `status`, `remark`, `owner`, `due`.
    #[must_use]
    pub fn action(countermeasure: CountermeasureId, action: ActionId, what: &str) -> Path {
        path(format!("action/{countermeasure}/{action}/{what}"))
    }

    /// How much the service demands of a property: `high`, `middle` or `low`.
    #[must_use]
    pub fn grade(axis: Axis) -> Path {
        path(format!("classify/{}", axis.keyword()))
    }

    /// A pattern chosen in place of that which follows from the answers: `1` to `6`.
    #[must_use]
    pub fn pattern_override() -> Path {
        path("classify/override".into())
    }

    /// Why; without a reason such a choice does not count.
    #[must_use]
    pub fn override_reason() -> Path {
        path("classify/override-reason".into())
    }

    /// Whether a part of the guideline is assessed, `part2`, `part3` or `part4`: `in` or `out`.
    #[must_use]
    pub fn part_scope(part: &str) -> Path {
        path(format!("scope/{part}"))
    }

    /// Why parts of the guideline are not assessed.
    #[must_use]
    pub fn scope_reason() -> Path {
        path("scope/reason".into())
    }

    /// Whether a component is the provider's own business, `in`, or somebody else's, `out`.
    #[must_use]
    pub fn equipment_scope(equipment: EquipmentId) -> Path {
        path(format!("scope/equipment/{equipment}"))
    }

    /// Whether it is noted for each control if it is in writing (規程): `yes`.
    #[must_use]
    pub fn writing() -> Path {
        path("scope/writing".into())
    }

    /// A fact about a control: `status`, `reason`, `written`, `remark`, `owner`, `due`.
    #[must_use]
    pub fn control(control: ControlId, what: &str) -> Path {
        path(format!("controls/{control}/{what}"))
    }

    /// That a best practice is followed: `yes`.
    #[must_use]
    pub fn practice(control: ControlId, mark: &str) -> Path {
        path(format!("controls/{control}/practices/{mark}"))
    }

    /// That a piece of evidence, counted from 1, is at hand: `yes`.
    #[must_use]
    pub fn evidence(control: ControlId, number: usize) -> Path {
        path(format!("controls/{control}/evidence/{number}"))
    }

    /// A note on a piece of evidence: what it is, and where.
    #[must_use]
    pub fn evidence_note(control: ControlId, number: usize) -> Path {
        path(format!("controls/{control}/evidence/{number}/note"))
    }

    /// What was measured for an evaluation item, as typed.
    #[must_use]
    pub fn measured(control: ControlId, item: &str) -> Path {
        path(format!("controls/{control}/values/{item}"))
    }
}
