//! One entry while a pack is applied to it: the facts that are given, taken one by one; what is left means nothing.

use crate::core::{
    catalog::{
        EntryKind, Fault, List, Provenance, Text,
        keyword::Keyword,
        leak::{leak_list, leak_str},
        texts,
    },
    pack::{Mistake, Mistakes, PackFact},
};

/// Empties an optional field. An empty cell leaves it as it is.
const EMPTY: &str = "-";

/// An entry while its facts are applied.
pub(super) struct Draft<'a, 'm> {
    /// Its kind.
    pub kind: EntryKind,
    /// Its id.
    pub id: &'a str,
    /// The facts not used yet, sorted by field.
    facts: Vec<&'a PackFact>,
    /// All facts, for where something is missing.
    first: &'a PackFact,
    all: Vec<&'a PackFact>,
    mistakes: &'m mut Mistakes,
}

pub(super) fn mistake(fact: &PackFact, fault: Fault) -> Mistake {
    let PackFact { row, kind, id, field, .. } = fact;
    Mistake { row: Some(*row), kind: kind.clone(), id: id.clone(), field: field.clone(), fault }
}

impl<'a, 'm> Draft<'a, 'm> {
    /// Begins with the facts of one entry, sorted by field; `first` is the first of them.
    pub fn new(kind: EntryKind, first: &'a PackFact, mut facts: Vec<&'a PackFact>, mistakes: &'m mut Mistakes) -> Self {
        let all = facts.clone();
        facts.dedup_by(|later, fact| {
            let twice = later.field == fact.field;
            if twice {
                mistakes.add(mistake(later, Fault::Twice));
            }
            twice
        });
        Self { kind, id: &first.id, facts, first, all, mistakes }
    }

    /// Says which facts nothing asked for.
    pub fn finish(self) {
        for fact in self.facts {
            let gap = fact.field.starts_with("evidence.") && self.kind == EntryKind::Control;
            self.mistakes.add(mistake(fact, if gap { Fault::Gap } else { Fault::Field }));
        }
    }

    /// Something wrong with a fact.
    pub fn wrong(&mut self, fact: &PackFact, fault: Fault) {
        self.mistakes.add(mistake(fact, fault));
    }

    /// Something wrong with the entry at a field that is not given; told where the field would stand, at the fact
    /// whose name is the most like it.
    pub fn wrong_at(&mut self, field: &str, fault: Fault) {
        let alike = |fact: &PackFact| fact.field.bytes().zip(field.bytes()).take_while(|(a, b)| a == b).count();
        let (mut near, mut most) = (self.first, alike(self.first));
        for fact in &self.all {
            // One byte more has to be the same.
            if field.as_bytes().get(..=most).is_some_and(|more| fact.field.as_bytes().starts_with(more)) {
                (near, most) = (fact, alike(fact));
            }
        }
        self.mistakes.add(Mistake { field: field.to_owned(), ..mistake(near, fault) });
    }

    /// An entry cannot be added; then its facts mean nothing, and need no mistake each.
    pub fn cannot_add(&mut self) {
        self.facts.clear();
        self.wrong_at("", Fault::CannotAdd);
    }

    /// The fact of a field, if it is given.
    pub fn take(&mut self, field: &str) -> Option<&'a PackFact> {
        let at = self.facts.iter().position(|f| f.field == field)?;
        Some(self.facts.remove(at))
    }

    /// The facts of a family, each with what its field says after the family's name.
    pub fn take_family(&mut self, family: &str) -> Vec<(&'a str, &'a PackFact)> {
        let (mut taken, mut left) = (Vec::new(), Vec::new());
        for fact in &self.facts {
            match fact.field.strip_prefix(family) {
                Some(rest) => taken.push((rest, *fact)),
                None => left.push(*fact),
            }
        }
        self.facts = left;
        taken
    }

    /// What stands after a family's name and before the next dot, each once, without taking the facts.
    pub fn members(&self, family: &str) -> Vec<&'a str> {
        let mut found = Vec::new();
        for fact in &self.facts {
            let member = fact.field.strip_prefix(family).and_then(|rest| rest.split('.').next());
            if let Some(member) = member.filter(|m| !found.contains(m)) {
                found.push(member);
            }
        }
        found
    }

    /// A text, or what it was; a new entry has to have it.
    pub fn text(&mut self, field: &str, was: Option<Text>) -> Text {
        self.take(field).map(|fact| said(fact, was)).or(was).unwrap_or_else(|| {
            self.wrong_at(field, Fault::Missing);
            Text { at: u32::MAX, from: Provenance::Supplied }
        })
    }

    /// A text, or what it was, or none.
    pub fn some_text(&mut self, field: &str, was: Option<Text>) -> Option<Text> {
        match self.take(field) {
            Some(fact) if fact.ja == EMPTY => None,
            Some(fact) => Some(said(fact, was)),
            None => was,
        }
    }

    /// A keyword, or what it was; a new entry has to have it. After a mistake any will do.
    pub fn choose<T: Keyword>(&mut self, field: &str, was: Option<T>, any: T) -> T {
        let fault = match (self.take(field), was) {
            (Some(fact), _) => match T::from_keyword(&fact.ja) {
                Some(value) => return value,
                None => (Some(fact), Fault::none_of::<T>(&fact.ja)),
            },
            (None, Some(was)) => return was,
            (None, None) => (None, Fault::Missing),
        };
        match fault {
            (Some(fact), fault) => self.wrong(fact, fault),
            (None, fault) => self.wrong_at(field, fault),
        }
        any
    }

    /// The ids or words of a list, if it is given.
    pub fn words(&mut self, field: &str) -> Option<Vec<&'static str>> {
        let fact = self.take(field)?;
        let words = fact.ja.split(|ch: char| ch.is_whitespace() || ch == ',' || ch == '、');
        Some(words.filter(|w| !w.is_empty() && *w != EMPTY).map(leak_str).collect())
    }

    /// The ids of a list, or what they were, or none.
    pub fn ids<T: Copy>(&mut self, field: &str, id: fn(&'static str) -> T, was: Option<List<T>>) -> List<T> {
        match self.words(field) {
            Some(words) => leak_list(words.into_iter().map(id).collect()),
            None => was.unwrap_or(List(&[])),
        }
    }
}

/// Whether a text can be an id within an entry: at most 20 letters, digits and `-`.
pub(super) fn is_short(word: &str) -> bool {
    (1..=20).contains(&word.len()) && word.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '-')
}

/// A text that a pack gives. What says the same as before keeps its English, and stays what it was where that is known from
/// a public source.
pub(super) fn said(fact: &PackFact, was: Option<Text>) -> Text {
    match was.filter(|was| was.ja() == fact.ja && ["", was.en()].contains(&&*fact.en)) {
        Some(was) if matches!(was.from, Provenance::Quoted(_) | Provenance::Cited(_)) => was,
        Some(was) => Text { from: Provenance::Supplied, ..was },
        None => {
            let en = if fact.en.is_empty() { &fact.ja } else { &fact.en };
            Text { at: texts::add(&fact.ja, en), from: Provenance::Supplied }
        }
    }
}
