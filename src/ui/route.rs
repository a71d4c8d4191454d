//! Addresses within the app, kept in the part after `#`, so that one build works at any path and from a file.
//!
//! Each page stands once, beside its address, in one of the two tables below; reading and writing addresses, the tests
//! that open every page, and the compiler's demand that something shows it follow from there.

use std::fmt;

use crate::core::assessment::AssessmentId;
pub use crate::core::catalog::EntryKind;

/// Declares pages, each with its address.
macro_rules! pages {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $page:ident = $address:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $page,)* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$page,)*];

            /// Its address, without a slash before or behind.
            #[must_use]
            pub const fn address(self) -> &'static str {
                match self { $(Self::$page => $address,)* }
            }

            fn from_address(address: &str) -> Option<Self> {
                match address {
                    $($address => Some(Self::$page),)*
                    _ => None,
                }
            }
        }
    };
}

pages! {
    /// A page that belongs to no assessment.
    Site {
        /// The list of assessments.
        Home = "",
        /// The catalogue's table of contents.
        Catalog = "catalog",
        /// The sheet of fidelity.
        Fidelity = "fidelity",
        /// Catalogue packs.
        Packs = "packs",
        /// What this browser keeps, to be rescued: without the catalogue pack and without anything that is derived.
        Safe = "safe",
        /// About the tool.
        About = "about",
    }
}

pages! {
    /// A page of one assessment.
    Page {
        /// What it is about and how far it is.
        Overview = "",
        /// What is assessed.
        Scope = "scope",
        /// The pattern of the service.
        Classify = "classify",
        /// The controls of Parts II and III.
        Controls = "controls",
        /// The model: choosing a service type to start from.
        Start = "model/start",
        /// The model: who plays which role.
        Roles = "model/roles",
        /// The model: components.
        Components = "model/components",
        /// The model: data handling.
        Data = "model/data",
        /// The risks.
        Risks = "risks",
        /// The countermeasures.
        Measures = "measures",
        /// Where the assessment stands.
        Results = "results",
        /// What is still to be done, by whom and until when.
        Tasks = "tasks",
        /// The report to be handed over.
        Report = "report",
        /// Disagreements to decide.
        Conflicts = "conflicts",
        /// States that were kept under a name.
        Snapshots = "snapshots",
        /// Who changed what when.
        Changes = "changes",
    }
}

impl Page {
    /// The pages of the model's questions, in order.
    pub const MODEL: [Self; 4] = [Self::Start, Self::Roles, Self::Components, Self::Data];
}

/// Where in the app; what follows is the place on the page: the element to go to, or the row and filters of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// A page that belongs to no assessment.
    Site(Site, Option<String>),
    /// A page of an assessment.
    Assessment(AssessmentId, Page, Option<String>),
    /// An entry of the catalogue.
    Entry(EntryKind, String),
    /// An address that leads nowhere.
    NotFound(String),
}

impl Route {
    /// Reads the address after `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, at) = match hash.split_once("?at=") {
            Some((path, at)) if !at.is_empty() => (path, Some(at.to_owned())),
            _ => (hash, None),
        };
        let path = path.trim_matches('/');
        let found = match path.split_once('/') {
            Some(("a", rest)) => {
                let (id, page) = rest.split_once('/').unwrap_or((rest, ""));
                // A control has a short address too, to be written by hand.
                let (page, at) = match page.strip_prefix("controls/") {
                    Some(control) => ("controls", Some(control.to_owned())),
                    None => (page, at),
                };
                id.parse().ok().zip(Page::from_address(page)).map(|(id, page)| Self::Assessment(id, page, at))
            }
            Some(("catalog", rest)) if at.is_none() => {
                let entry = rest.split_once('/').filter(|(_, id)| !id.contains('/'));
                entry.and_then(|(kind, id)| EntryKind::from_keyword(kind).map(|kind| Self::Entry(kind, id.to_owned())))
            }
            _ => Site::from_address(path).map(|page| Self::Site(page, at)),
        };
        found.unwrap_or_else(|| Self::NotFound(hash.to_owned()))
    }

    /// A page of an assessment.
    #[must_use]
    pub fn page(id: &AssessmentId, page: Page) -> Self {
        Self::Assessment(id.clone(), page, None)
    }

    /// The address as a link's target.
    #[must_use]
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

impl From<Site> for Route {
    fn from(page: Site) -> Self {
        Self::Site(page, None)
    }
}

impl Site {
    /// The page's address as a link's target.
    #[must_use]
    pub fn href(self) -> String {
        Route::from(self).href()
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = match self {
            Self::Site(page, at) => {
                write!(f, "/{}", page.address())?;
                at
            }
            Self::Assessment(id, Page::Overview, at) => {
                write!(f, "/a/{id}")?;
                at
            }
            Self::Assessment(id, page, at) => {
                write!(f, "/a/{id}/{}", page.address())?;
                at
            }
            Self::Entry(kind, id) => return write!(f, "/catalog/{}/{id}", kind.keyword()),
            Self::NotFound(hash) => return f.write_str(hash),
        };
        at.iter().try_for_each(|at| write!(f, "?at={at}"))
    }
}
