//! Texts and where they come from.

use super::{
    super::{fault::Fault, file_fault::FileFault, keyword::Keyword, leak::leak_list, schema, texts, types::*},
    Citation, Lowering,
};

/// The provenance of an entry that gives none.
const DEFAULT: &str = "original";

impl Lowering {
    pub(super) fn text(&mut self, t: &schema::Text, field: &str, inherited: Option<&str>) -> Text {
        for (lang, text) in [("ja", &t.ja), ("en", &t.en)] {
            if text.trim().is_empty() {
                self.problem(format!("{field}.{lang}"), Fault::Missing);
            } else if text.trim() != text {
                self.problem(format!("{field}.{lang}"), Fault::White);
            }
        }
        let from = self.provenance(field, t.from.as_deref().or(inherited), &t.ja);
        if !matches!(from, Provenance::Quoted(_)) && is_sentence(&t.ja) && self.line_of(&t.ja).is_some() {
            self.problem(format!("{field}.ja"), FileFault::NotMarkedAsQuoted);
        }
        Text { at: texts::add(&t.ja, &t.en), from }
    }

    /// The provenance of a fact that is no text: its number stands in the summary if it is quoted.
    pub(super) fn provenance_of_number(&mut self, field: &str, from: Option<&str>) -> Provenance {
        let id = self.entry.rsplit(' ').next().unwrap_or_default();
        let printed = spaced(id);
        self.provenance_where(field, from, &printed, |line| line.starts_with(&printed))
    }

    /// Where a text comes from. A quoted one has to stand in the summary; a missing one was told already.
    pub(super) fn provenance(&mut self, field: &str, from: Option<&str>, text: &str) -> Provenance {
        self.provenance_where(field, from, text, |line| line.contains(text))
    }

    fn provenance_where(
        &mut self,
        field: &str,
        from: Option<&str>,
        text: &str,
        stands_in: impl Fn(&str) -> bool,
    ) -> Provenance {
        let from = from.unwrap_or(DEFAULT);
        match from.split_once(':') {
            None if from == "original" => return Provenance::Original,
            None if from == "quoted" => {
                let line = self.summary.iter().position(|l| stands_in(l)).and_then(|at| u16::try_from(at + 1).ok());
                return Provenance::Quoted(line.unwrap_or_else(|| {
                    self.problem(field, FileFault::NotQuoted(text.to_owned()));
                    0
                }));
            }
            Some(("cited", id)) => {
                if let Some(source) = SourceId::from_text(id) {
                    let place = (self.file.clone(), self.entry.clone(), field.to_owned());
                    self.citations.push(Citation { place, source });
                    return Provenance::Cited(source);
                }
            }
            Some(("unverified", p)) => {
                if let Ok(p @ 1..=99) = p.parse() {
                    return Provenance::Unverified(p);
                }
            }
            _ => {}
        }
        self.problem(field, FileFault::NoProvenance(from.to_owned()));
        Provenance::Original
    }

    /// The line of the summary in which a text stands, from 1.
    pub(super) fn line_of(&self, text: &str) -> Option<u16> {
        if text.is_empty() {
            return None;
        }
        let at = self.summary.iter().position(|line| line.contains(text))?;
        u16::try_from(at + 1).ok()
    }

    pub(super) fn all_of<T: Keyword>(&mut self, field: &str, keywords: &[String]) -> List<T> {
        leak_list(keywords.iter().map(|keyword| self.choose(field, keyword)).collect())
    }

    /// What a keyword stands for. After a mistake any will do.
    pub(super) fn choose<T: Keyword>(&mut self, field: &str, keyword: &str) -> T {
        T::from_keyword(keyword).unwrap_or_else(|| {
            self.problem(field, Fault::none_of::<T>(keyword));
            T::VALUES[0]
        })
    }
}

/// `II.2.1.1` as the summary prints it: `II. 2. 1. 1.`
fn spaced(id: &str) -> String {
    format!("{}.", id.replace('.', ". "))
}

/// Short names may well be the same as words of the summary; whole statements may not.
fn is_sentence(text: &str) -> bool {
    text.chars().count() >= 20
}
