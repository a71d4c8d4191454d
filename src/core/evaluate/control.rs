//! What was entered for a control, typed.

use crate::core::{
    assessment::{Assessment, paths},
    catalog::{
        Control, ControlId,
        keyword::{Keyword, keywords},
    },
    day::Day,
};

keywords! {
    /// How far a control is.
    pub enum ControlStatus {
        /// 実施.
        Implemented = "implemented",
        /// 一部実施.
        Partial = "partial",
        /// 未実施.
        NotImplemented = "not",
        /// 対象外; the reason says why.
        NotApplicable = "not-applicable",
        /// わからない: somebody has to find out.
        Unknown = "unknown",
    }

    /// How far it is laid down in rules (規程): done and written are two things.
    pub enum InWriting {
        /// 規程あり.
        Written = "written",
        /// 一部規程あり.
        Partial = "partial",
        /// 規程なし.
        NotWritten = "not",
        /// わからない.
        Unknown = "unknown",
    }
}

/// What was entered for a piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvidenceRecord<'a> {
    /// Whether it is at hand.
    pub ticked: bool,
    /// What it is and where: words, the name of a file, an address.
    pub note: &'a str,
}

/// What was entered for a control. Texts are empty where there are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControlRecord<'a> {
    /// How far it is, if somebody said so. A status that this program does not know counts as none.
    pub status: Option<ControlStatus>,
    /// How far it is in writing.
    pub in_writing: Option<InWriting>,
    /// Why it does not concern the service.
    pub reason: &'a str,
    /// Anything else.
    pub remark: &'a str,
    /// Who sees to it.
    pub owner: &'a str,
    /// Until when.
    pub due: Option<Day>,
    /// The marks of the best practices that are followed.
    pub practices: Vec<&'static str>,
    /// The pieces of evidence, as the catalogue lists them.
    pub evidence: Vec<EvidenceRecord<'a>>,
    /// What was measured, as typed, for each evaluation item.
    pub values: Vec<&'a str>,
}

impl<'a> ControlRecord<'a> {
    /// What an assessment says of a control.
    #[must_use]
    pub fn of(assessment: &'a Assessment, control: &Control) -> Self {
        let id = control.id;
        let fact = |what| assessment.text(&paths::control(id, what));
        let practices = control.best_practices.iter().map(|p| p.mark);
        let evidence = (1..=control.evidence.len()).map(|number| EvidenceRecord {
            ticked: assessment.text(&paths::evidence(id, number)) == "yes",
            note: assessment.text(&paths::evidence_note(id, number)),
        });
        Self {
            status: control_status(assessment, id),
            in_writing: InWriting::from_keyword(fact("written")),
            reason: fact("reason"),
            remark: fact("remark"),
            owner: fact("owner"),
            due: fact("due").parse().ok(),
            practices: practices.filter(|mark| assessment.text(&paths::practice(id, mark)) == "yes").collect(),
            evidence: evidence.collect(),
            values: control.items.iter().map(|item| assessment.text(&paths::measured(id, item.id))).collect(),
        }
    }
}

/// The status of a control, if somebody gave one.
#[must_use]
pub fn control_status(assessment: &Assessment, control: ControlId) -> Option<ControlStatus> {
    ControlStatus::from_keyword(assessment.text(&paths::control(control, "status")))
}

/// The first address of the web in a text, for a link. Nothing else makes a link: a text may come from anybody.
#[must_use]
pub fn web_address(text: &str) -> Option<&str> {
    let words = text.split_whitespace().map(|word| word.trim_matches(['<', '>', '「', '」', '（', '）', '(', ')']));
    words.into_iter().find(|word| word.starts_with("https://") || word.starts_with("http://"))
}
