//! Addresses within the app, kept in the part after `#`, so that one build works at any path and from a file.

use std::fmt;

use crate::core::assessment::AssessmentId;
pub use crate::core::catalog::EntryKind;

/// A part of the model's questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelPart {
    /// Choosing a service type to start from.
    Start,
    /// Roles.
    Roles,
    /// Components.
    Components,
    /// Data handling.
    Data,
}

impl ModelPart {
    /// All parts, in order.
    pub const ALL: [Self; 4] = [Self::Start, Self::Roles, Self::Components, Self::Data];

    const fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Roles => "roles",
            Self::Components => "components",
            Self::Data => "data",
        }
    }
}

/// A page of one assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// What it is about and how far it is.
    Overview,
    /// The model.
    Model(ModelPart),
    /// The risks.
    Risks,
    /// The countermeasures.
    Measures,
    /// Disagreements to decide.
    Conflicts,
}

/// Where in the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The list of assessments.
    Home,
    /// A page of an assessment, with the element to go to.
    Assessment(AssessmentId, Page, Option<String>),
    /// The catalogue's table of contents.
    Catalog,
    /// An entry of the catalogue.
    Entry(EntryKind, String),
    /// The sheet of fidelity.
    Fidelity,
    /// Catalogue packs.
    Packs,
    /// What this browser keeps, to be rescued: without the catalogue pack and without anything that is derived.
    Safe,
    /// About the tool, with the chapter to go to.
    About(Option<String>),
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
        let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
        let found = match segments.as_slice() {
            [] if at.is_none() => Some(Self::Home),
            ["a", id, rest @ ..] => id.parse().ok().zip(page(rest)).map(|(id, page)| Self::Assessment(id, page, at)),
            ["catalog"] if at.is_none() => Some(Self::Catalog),
            ["catalog", kind, id] if at.is_none() => EntryKind::of_word(kind).map(|k| Self::Entry(k, (*id).to_owned())),
            ["fidelity"] if at.is_none() => Some(Self::Fidelity),
            ["packs"] if at.is_none() => Some(Self::Packs),
            ["safe"] if at.is_none() => Some(Self::Safe),
            ["about"] => Some(Self::About(at)),
            _ => None,
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

fn page(segments: &[&str]) -> Option<Page> {
    match segments {
        [] => Some(Page::Overview),
        ["model", part] => ModelPart::ALL.into_iter().find(|p| p.word() == *part).map(Page::Model),
        ["risks"] => Some(Page::Risks),
        ["measures"] => Some(Page::Measures),
        ["conflicts"] => Some(Page::Conflicts),
        _ => None,
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, at) = match self {
            Self::Home => ("/".to_owned(), None),
            Self::Assessment(id, page, at) => {
                let page = match page {
                    Page::Overview => String::new(),
                    Page::Model(part) => format!("/model/{}", part.word()),
                    Page::Risks => "/risks".to_owned(),
                    Page::Measures => "/measures".to_owned(),
                    Page::Conflicts => "/conflicts".to_owned(),
                };
                (format!("/a/{id}{page}"), at.as_deref())
            }
            Self::Catalog => ("/catalog".to_owned(), None),
            Self::Fidelity => ("/fidelity".to_owned(), None),
            Self::Packs => ("/packs".to_owned(), None),
            Self::Safe => ("/safe".to_owned(), None),
            Self::Entry(kind, id) => (format!("/catalog/{}/{id}", kind.word()), None),
            Self::About(at) => ("/about".to_owned(), at.as_deref()),
            Self::NotFound(hash) => (hash.clone(), None),
        };
        match at {
            Some(at) => write!(f, "{path}?at={at}"),
            None => f.write_str(&path),
        }
    }
}
