//! The vocabulary of Part IV.

use super::{
    super::keyword::{Keyword, keywords},
    ActionId, ComponentId, ControlId, CountermeasureId, DataId, Grade, List, Provenance, RiskId, RoleId, Text, TypeId,
};

keywords! {
    /// One of the three viewpoints from which Part IV looks for risks.
    pub enum Viewpoint {
        /// Several providers working together.
        A = "A",
        /// Components that carry out roles, and how they are operated and maintained.
        B = "B",
        /// Ways in which data are handled.
        C = "C",
    }
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

keywords! {
    /// Who can play a role or look after a component.
    pub enum Player {
        /// The provider that assesses itself.
        Own = "own",
        /// A provider that it works with.
        Partner = "partner",
        /// The customer, including whom the customer hires.
        User = "user",
    }
}

keywords! {
    /// Where a component stands: who can reach it, whoever owns it.
    pub enum Place {
        /// On the provider's own premises, or in a data centre of its own.
        OwnPremises = "own-premises",
        /// On the user's premises.
        UserPremises = "user-premises",
        /// Where anybody can come, or where nobody watches.
        Public = "public",
        /// In a vehicle, or carried about.
        Moving = "moving",
        /// In somebody else's cloud.
        OthersCloud = "cloud",
    }
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

keywords! {
    /// The two kinds of role.
    pub enum RoleKind {
        /// Prepares and keeps up the environment in which the service is provided.
        Environment = "environment",
        /// Carries out the service.
        Execution = "execution",
    }
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

keywords! {
    /// Where a component stands, for drawing.
    pub enum Layer {
        /// At the place that is measured or controlled.
        Site = "site",
        /// Between the site and the cloud.
        Network = "network",
        /// In the cloud.
        Cloud = "cloud",
        /// In the user's hand.
        Client = "client",
        /// With those who operate and maintain.
        Operation = "operation",
    }
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
    /// The answers it starts with.
    pub arrangement: Arrangement,
}

/// Answers about a service, as a service type or a worked case gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrangement {
    /// Who plays which role; an empty list means nobody.
    pub roles: List<(RoleId, List<Player>)>,
    /// The components it has.
    pub components: List<Preset>,
    /// Kinds of component that it has not.
    pub absent: List<ComponentId>,
    /// Which forms of data handling occur, and which do not.
    pub data: List<(DataId, bool)>,
}

/// A component of an arrangement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// Its kind.
    pub kind: ComponentId,
    /// What it is called here.
    pub name: Text,
    /// The roles it carries out.
    pub roles: List<RoleId>,
    /// Who procures it; `None` leaves the question open.
    pub procured: Option<List<Player>>,
    /// Who operates it.
    pub operated: Option<List<Player>>,
    /// Who maintains it.
    pub maintained: Option<List<Player>>,
    /// Where it stands.
    pub place: Option<List<Place>>,
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
        /// Stands in one of these places.
        place: List<Place>,
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
    /// How much harm it does, as this project judges it to begin with.
    pub impact: Grade,
    /// How likely it is, as this project judges it to begin with.
    pub likelihood: Grade,
    /// Why it is judged so; `None` where nobody judged it.
    pub because: Option<Text>,
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
    /// Whether it is among those to be done first, in this project's view.
    pub baseline: bool,
}
