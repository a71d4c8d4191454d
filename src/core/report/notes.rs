//! Finding what people wrote into an assessment: names, reasons, remarks, notes.

use crate::core::{
    assessment::{Assessment, Path},
    catalog::search::{Query, keep_best},
};

/// The fields in whose text all words of a query stand, the best first, at most so many. Nothing is kept ready for it:
/// the texts are read at each query, until so many bytes are read.
#[must_use]
pub fn notes<'a>(
    assessment: &'a Assessment,
    query: &Query,
    limit: usize,
    bytes: &mut usize,
) -> Vec<(&'a Path, &'a str)> {
    let (mut texts, mut best) = (Vec::new(), Vec::new());
    for (path, field) in assessment.fields() {
        let Some(text) = field.value().and_then(|value| value.as_text()).filter(|_| is_written(path)) else { continue };
        let Some(left) = bytes.checked_sub(text.len()) else { break };
        *bytes = left;
        if let Some(cost) = query.cost(text) {
            keep_best(&mut best, (cost, texts.len()), limit);
            texts.push((path, text));
        }
    }
    best.iter().filter_map(|(_, at)| texts.get(*at).copied()).collect()
}

/// Whether a field holds somebody's own words.
fn is_written(path: &Path) -> bool {
    let mut segments = path.segments();
    match (segments.next(), segments.next_back()) {
        (Some("meta" | "partner"), _) => true,
        (Some("presumed"), _) => false,
        (_, Some("name" | "reason" | "override-reason" | "remark" | "owner" | "note" | "by" | "controls")) => true,
        _ => false,
    }
}
