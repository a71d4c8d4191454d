//! How urgent a risk is: its impact and how likely it is. People judge both; to begin with, this project does.

use crate::core::{
    assessment::{Assessment, paths},
    catalog::{Grade, Risk},
    extract::RowKey,
};

/// Impact and likelihood of a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Priority {
    /// How much harm it does.
    pub impact: Grade,
    /// How likely it is.
    pub likelihood: Grade,
}

impl Priority {
    /// The one of a risk, or of a risk for one component. What nobody has judged is as the catalogue has it.
    #[must_use]
    pub fn of(assessment: &Assessment, risk: &Risk, key: &RowKey) -> Self {
        let instance = key.instance.as_ref().map(|i| i.as_str());
        let judged = |what| Grade::from_keyword(assessment.text(&paths::risk(key.risk, instance, what)));
        Self {
            impact: judged("impact").unwrap_or(risk.impact),
            likelihood: judged("likelihood").unwrap_or(risk.likelihood),
        }
    }

    /// From 1 to 9: low counts one, middle two, high three, and the two are multiplied.
    #[must_use]
    pub const fn score(self) -> u8 {
        points(self.impact) * points(self.likelihood)
    }

    /// High from 6 points, middle from 3.
    #[must_use]
    pub const fn grade(self) -> Grade {
        match self.score() {
            6.. => Grade::High,
            3.. => Grade::Middle,
            _ => Grade::Low,
        }
    }
}

const fn points(grade: Grade) -> u8 {
    match grade {
        Grade::High => 3,
        Grade::Middle => 2,
        Grade::Low => 1,
    }
}
