//! Which question to ask next.

use super::{Extraction, Row, Truth, risks::rows};
use crate::core::{
    catalog::Catalog,
    model::{Model, Question, questions},
};

/// A question and how much it decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deciding {
    /// The question.
    pub question: Question,
    /// The open risks that hang on it.
    pub hanging: usize,
    /// How many of them one answer decides at best.
    pub decides: usize,
}

/// The open question whose answer decides the most risks on average over its possible answers.
#[must_use]
pub fn most_deciding(catalog: &Catalog, model: &Model, extraction: &Extraction) -> Option<Deciding> {
    best(catalog, model, &extraction.with(Truth::Unknown).collect::<Vec<_>>())
}

/// The question that would decide one open risk, or bring it nearest.
#[must_use]
pub fn most_deciding_for(catalog: &Catalog, model: &Model, row: &Row) -> Option<Question> {
    best(catalog, model, &[row]).map(|d| d.question)
}

fn best(catalog: &Catalog, model: &Model, open: &[&Row]) -> Option<Deciding> {
    let order = questions(model, catalog);
    let mut best: Option<((u64, usize), Deciding)> = None;
    for question in order {
        let rows: Vec<&Row> = open.iter().copied().filter(|row| row.finding.open.contains(&question)).collect();
        if rows.is_empty() {
            continue;
        }
        // A kind said to be there is open until a component is described; that answer is not taken back.
        let given = question.answer(model);
        let decided: Vec<usize> = question
            .candidates(catalog)
            .iter()
            .filter(|answer| given.as_ref().is_none_or(|g| g == *answer))
            .map(|answer| {
                let model = question.answered(model, answer);
                rows.iter().filter(|row| is_decided(catalog, &model, row)).count()
            })
            .collect();
        let sum = decided.iter().sum::<usize>() as u64;
        let score = (sum * 1000 / decided.len().max(1) as u64, rows.len());
        if best.as_ref().is_none_or(|(s, _)| score > *s) {
            let decides = decided.into_iter().max().unwrap_or_default();
            best = Some((score, Deciding { question, hanging: rows.len(), decides }));
        }
    }
    best.map(|(_, d)| d)
}

fn is_decided(catalog: &Catalog, model: &Model, row: &Row) -> bool {
    let Some(risk) = catalog.risk(row.key.risk.0) else { return false };
    let now = rows(risk, model);
    match now.iter().find(|r| r.key == row.key) {
        Some(r) => r.finding.truth.is_known(),
        // The row that stood for components to come is gone: they are described now.
        None => now.iter().all(|r| r.finding.truth.is_known()),
    }
}
