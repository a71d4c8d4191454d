//! A worked case as the build writes it from its file in `catalog/worked/`.

/// A text in Japanese and in English.
#[derive(Debug, Clone, Copy)]
pub struct Said(pub &'static str, pub &'static str);

/// A value that somebody entered.
#[derive(Debug, Clone, Copy)]
pub enum Fact {
    /// One choice by its id.
    Word(&'static str),
    /// A text.
    Text(Said),
    /// So many days after the case is opened; before that where negative.
    Day(i32),
}

/// What fields a row fills.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    /// Those below a path.
    Field(&'static str),
    /// What is decided about a risk, wherever it applies, or for the component of this place in the case's list.
    Risk(&'static str, Option<usize>),
    /// Who the partners are that see to the component of this place.
    Partner(usize),
}

/// What somebody entered about one thing.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// By whom.
    pub by: Said,
    /// About what.
    pub of: Of,
    /// The status that it had at first, where that was another one.
    pub was: Option<&'static str>,
    /// The last parts of the fields' paths, with their values.
    pub facts: &'static [(&'static str, Fact)],
}

/// An assessment of a case of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Worked {
    /// The id of the case.
    pub case: &'static str,
    /// What the assessment is called.
    pub name: Said,
    /// Whose it is.
    pub organization: Said,
    /// What it covers.
    pub note: Said,
    /// What its snapshot is called.
    pub snapshot: Said,
    /// Who made it.
    pub assessor: Said,
    /// When the service was described, the rest filled in, the snapshot kept, and the rest brought up to date: in days
    /// after the case is opened.
    pub days: [i32; 4],
    /// What is assessed, and who the partners are.
    pub model: &'static [Row],
    /// Controls, risks and actions. For a risk, what is said of one component comes after what is said of all.
    pub rows: &'static [Row],
}
