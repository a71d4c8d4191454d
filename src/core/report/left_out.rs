//! What a copy for others leaves out, as the copy itself says it.

use super::labels;
use crate::core::{
    assessment::{Assessment, Value, paths},
    catalog::keyword::{Keyword, keywords},
    language::{Language, Wording, fill},
};

keywords! {
    /// What somebody may keep to themselves when a copy of an assessment goes to others.
    pub enum Confidential {
        /// Measured values.
        Values = "values",
        /// Part IV: the model, its risks and actions.
        PartFour = "part4",
        /// What was entered of this project's own entries.
        Own = "own",
        /// Reasons: why something does not apply, why a risk is accepted, why another pattern was chosen.
        Reasons = "reasons",
        /// Remarks, and the note on the cover.
        Remarks = "remarks",
        /// Which evidence was seen, and what is noted of it.
        Evidence = "evidence",
        /// Names of people: owners, who decided, who assessed.
        People = "people",
        /// When something is due, and when a risk was decided.
        Dates = "dates",
        /// What components and partners are called.
        Names = "names",
    }
}

impl Confidential {
    /// What most give to others unless they say otherwise.
    pub const USUALLY_TOLD: [Self; 3] = [Self::Values, Self::PartFour, Self::Own];

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Wording {
        match self {
            Self::Values => Wording::new("測定値", "Measured values"),
            Self::PartFour => Wording::new("第IV部（モデル・リスク・アクション）", "Part IV (model, risks, actions)"),
            Self::Own => Wording::new("当ツール独自の項目", "This tool's own entries"),
            Self::Reasons => Wording::new("理由", "Reasons"),
            Self::Remarks => Wording::new("備考", "Remarks"),
            Self::Evidence => Wording::new("エビデンス", "Evidence"),
            Self::People => Wording::new("担当者などの名前", "Names of people"),
            Self::Dates => Wording::new("期限と判断した日", "Due dates, days of decisions"),
            Self::Names => Wording::new("機器と連携事業者の名前", "Names of components and partners"),
        }
    }
}

/// What stands in a copy where a reason does that was left out: that there is one is told, since it counts.
pub const NOT_TOLD: Wording = Wording::new("（この写しには載せていません）", "(left out of this copy)");

/// What a copy leaves out; `None` for an assessment that is no copy.
#[must_use]
pub fn left_out(assessment: &Assessment) -> Option<Vec<Confidential>> {
    let named = assessment.get(&paths::left_out())?;
    named.as_list().map(|named| named.iter().filter_map(|word| Confidential::from_keyword(word)).collect())
}

/// Whether it is a copy that leaves something out.
#[must_use]
pub fn leaves_out(assessment: &Assessment, what: Confidential) -> bool {
    assessment
        .get(&paths::left_out())
        .and_then(Value::as_list)
        .is_some_and(|named| named.iter().any(|word| word == what.keyword()))
}

/// What these keywords are called, each behind what stands between the items of a list.
#[must_use]
pub fn confidential(keywords: &[String], language: Language) -> String {
    let mut names = String::new();
    for what in Confidential::ALL {
        if keywords.iter().any(|word| word == what.keyword()) {
            names.push_str(labels::COMMA.pick(language));
            names.push_str(what.name().pick(language));
        }
    }
    names
}

/// The sentence with which a copy says that it is one, and what it leaves out.
#[must_use]
pub fn copy_note(assessment: &Assessment, language: Language) -> Option<String> {
    let left = assessment.get(&paths::left_out())?.as_list()?;
    let template = language.pick(
        "社外に渡すための写しです。次のものは載せていません: 変更の記録・スナップショット{}。",
        "This is a copy for others. It leaves out: the record of changes, snapshots{}.",
    );
    Some(fill(template, &[&confidential(left, language)]))
}
