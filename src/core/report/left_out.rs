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
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Wording {
        match self {
            Self::Values => Wording::new("測定値", "measured values"),
            Self::PartFour => Wording::new("第IV部（モデル・リスク・アクション）", "Part IV (model, risks, actions)"),
            Self::Own => Wording::new("当ツール独自の項目", "this tool's own entries"),
            Self::Reasons => Wording::new("理由", "reasons"),
            Self::Remarks => Wording::new("備考", "remarks"),
            Self::Evidence => Wording::new("証跡", "evidence"),
            Self::People => Wording::new("担当者などの名前", "names of people"),
            Self::Dates => Wording::new("期限と判断した日", "due dates and days of decisions"),
            Self::Names => Wording::new("コンポーネントと連携事業者の名前", "what components and partners are called"),
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

/// The sentence with which a copy says that it is one, and what it leaves out.
#[must_use]
pub fn copy_note(assessment: &Assessment, language: Language) -> Option<String> {
    let left = assessment.get(&paths::left_out())?.as_list()?;
    let mut names = language.pick("変更の記録・スナップショット", "the record of changes, snapshots").to_owned();
    for what in Confidential::ALL {
        if left.iter().any(|word| word == what.keyword()) {
            names.push_str(labels::COMMA.pick(language));
            names.push_str(what.name().pick(language));
        }
    }
    let template = language.pick(
        "社外に渡すための写しです。次のものは載せていません: {}。",
        "This is a copy for others. It leaves out: {}.",
    );
    Some(fill(template, &[&names]))
}
