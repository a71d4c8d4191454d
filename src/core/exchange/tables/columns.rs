//! Columns and what can stand in them, and how cells are filled.

use super::{Cell, Writer};
use crate::core::{
    assessment::Path,
    catalog::{Provenance, Text, keyword::Keyword},
    evaluate::{AskBack, Verdict},
    language::{Language, Wording},
    report::{ActionStanding, Confidential, ControlStanding, ProvenanceKind, RiskStanding, labels},
};

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: &'static str,
    /// How wide it is, in digits.
    pub width: u8,
    /// Which field of its row a person enters here: what follows the row's id in the path. `None` for what is worked out.
    pub field: Option<&'static str>,
    /// What can stand in it, where that is one of a few.
    pub states: Vec<State>,
    /// What a copy for others may leave out with all of the column.
    pub confidential: Option<Confidential>,
}

impl Column {
    /// Whether a day is entered in it.
    #[must_use]
    pub fn is_day(&self) -> bool {
        matches!(self.field, Some("due" | "on"))
    }

    /// What is shown for what the document keeps.
    pub(super) fn word_of(&self, kept: &str) -> String {
        self.states.iter().find(|state| state.keyword == kept).map_or(kept, |state| state.word).to_owned()
    }
}

/// One of the few things that can stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// What the document keeps; empty in a column that is worked out.
    pub keyword: &'static str,
    /// What it is called.
    pub word: &'static str,
    /// How it is coloured.
    pub tone: Tone,
}

/// What a state is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// On the way.
    Middle,
    /// Not as it should be.
    Bad,
    /// Not known, or not decided.
    Open,
    /// None of these.
    Plain,
}

/// Columns while they are put together. The heads are divided by `|`.
pub(super) struct Columns {
    heads: std::str::Split<'static, char>,
    all: Vec<Column>,
    language: Language,
}

impl Columns {
    pub fn of(heads: &'static str, language: Language) -> Self {
        Self { heads: heads.split('|'), all: Vec::new(), language }
    }

    /// Columns of what is worked out, by how wide they are.
    pub fn shown(mut self, widths: &[u8]) -> Self {
        widths.iter().for_each(|width| self.push(*width, None, Vec::new()));
        self
    }

    /// Columns of what a person enters, by their fields.
    pub fn entered(mut self, fields: &[(u8, &'static str)]) -> Self {
        fields.iter().for_each(|(width, field)| self.push(*width, Some(field), Vec::new()));
        self
    }

    /// A column in which a person chooses. What is called as one of `standings` is coloured as that.
    pub fn chosen<K: Keyword>(
        mut self,
        field: &'static str,
        word: fn(K) -> Wording,
        standings: &[(Wording, Tone)],
    ) -> Self {
        let language = self.language;
        let state = |k: &K| {
            let tone =
                standings.iter().find(|(standing, _)| *standing == word(*k)).map_or(Tone::Plain, |(_, tone)| *tone);
            State { keyword: k.keyword(), word: word(*k).pick(language), tone }
        };
        self.push(14, Some(field), K::VALUES.iter().map(state).collect());
        self
    }

    /// A column that says what comes of what was entered.
    pub fn standing(mut self, states: &[(Wording, Tone)]) -> Self {
        let language = self.language;
        let state = |(word, tone): &(Wording, Tone)| State { keyword: "", word: word.pick(language), tone: *tone };
        self.push(14, None, states.iter().map(state).collect());
        self
    }

    /// Says of the last column that a copy for others may leave it out.
    pub fn confidential(mut self, what: Confidential) -> Self {
        self.all.last_mut().into_iter().for_each(|column| column.confidential = Some(what));
        self
    }

    pub fn all(self) -> Vec<Column> {
        debug_assert!(self.heads.clone().next().is_none(), "a head without a column");
        self.all
    }

    fn push(&mut self, width: u8, field: Option<&'static str>, states: Vec<State>) {
        let head = self.heads.next().unwrap_or_default();
        let confidential = match field {
            Some("remark") => Some(Confidential::Remarks),
            Some("owner" | "by") => Some(Confidential::People),
            Some("due" | "on") => Some(Confidential::Dates),
            _ => None,
        };
        self.all.push(Column { head, width, field, states, confidential });
    }
}

impl Writer<'_> {
    /// A text of the catalogue.
    pub(super) fn say(&self, text: &Text) -> &'static str {
        self.language.pick(text.ja(), text.en())
    }

    /// What was entered, as it stands.
    pub(super) fn text(&self, path: &Path) -> &str {
        self.of.assessment.text(path)
    }

    /// The same as a cell.
    pub(super) fn entered(&self, path: &Path) -> Cell {
        text(self.text(path))
    }

    /// A day that was entered; what is none stays a text.
    pub(super) fn day(&self, path: &Path) -> Cell {
        self.text(path).parse().map_or_else(|_| self.entered(path), Cell::Day)
    }

    /// What was chosen; a keyword that this program does not know is no choice.
    pub(super) fn chosen<K: Keyword>(&self, path: &Path, word: fn(K) -> Wording) -> Cell {
        K::from_keyword(self.text(path)).map_or_else(|| text(""), |k| self.keyword(k, word))
    }

    /// A keyword with what it is called.
    pub(super) fn keyword<K: Keyword>(&self, of: K, word: fn(K) -> Wording) -> Cell {
        Cell::State { keyword: of.keyword(), word: word(of).pick(self.language) }
    }

    /// Where texts come from, each with what it is; one word where all come from the same.
    pub(super) fn sources(&self, texts: &[(&str, Provenance)]) -> Cell {
        let source = |from: Provenance| {
            let kind = labels::provenance(ProvenanceKind::of(from)).pick(self.language);
            match from {
                Provenance::Unverified(percent) => format!("{kind} {percent}%"),
                _ => kind.to_owned(),
            }
        };
        let mut sources: Vec<(String, String)> = Vec::new();
        for (what, from) in texts {
            let source = source(*from);
            match sources.iter_mut().find(|(_, same)| *same == source) {
                Some((of, _)) => *of = format!("{of}{}{what}", labels::COMMA.pick(self.language)),
                None => sources.push(((*what).to_owned(), source)),
            }
        }
        if let [(_, only)] = sources.as_slice() {
            return text(only);
        }
        let lines: Vec<String> = sources.iter().map(|(what, source)| format!("{what}: {source}")).collect();
        Cell::Text(lines.join("\n"))
    }
}

/// A cell of text.
pub(super) fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// Where controls can stand.
pub(super) fn control_standings() -> Vec<(Wording, Tone)> {
    let tone = |s| match s {
        ControlStanding::Implemented => Tone::Good,
        ControlStanding::Partial => Tone::Middle,
        ControlStanding::NotImplemented => Tone::Bad,
        ControlStanding::NotApplicable | ControlStanding::OutOfScope => Tone::Plain,
        ControlStanding::ReasonMissing | ControlStanding::Unknown | ControlStanding::Unanswered => Tone::Open,
    };
    ControlStanding::ALL.map(|s| (labels::control_standing(s), tone(s))).to_vec()
}

/// Where risks can stand.
pub(super) fn risk_standings() -> Vec<(Wording, Tone)> {
    let tone = |s| match s {
        RiskStanding::Treat | RiskStanding::Covered => Tone::Good,
        RiskStanding::Accepted | RiskStanding::Transferred => Tone::Plain,
        RiskStanding::ReasonMissing | RiskStanding::Undecided | RiskStanding::Open => Tone::Open,
    };
    RiskStanding::ALL.map(|s| (labels::risk_standing(s), tone(s))).to_vec()
}

/// Where actions can stand.
pub(super) fn action_standings() -> Vec<(Wording, Tone)> {
    let tone = |s| match s {
        ActionStanding::Done => Tone::Good,
        ActionStanding::Partly => Tone::Middle,
        ActionStanding::NotDone => Tone::Bad,
        ActionStanding::NotApplicable => Tone::Plain,
        ActionStanding::ReasonMissing | ActionStanding::DontKnow | ActionStanding::Unanswered => Tone::Open,
    };
    ActionStanding::ALL.map(|s| (labels::action_standing(s), tone(s))).to_vec()
}

/// What can come of comparing a value.
pub(super) fn verdicts() -> Vec<(Wording, Tone)> {
    let asked = Verdict::AskedBack(AskBack::Unit);
    let all = [
        (Verdict::Meets, Tone::Good),
        (Verdict::FallsShort { calendar: false }, Tone::Bad),
        (Verdict::NothingToMeet, Tone::Plain),
        (Verdict::UnknownReference, Tone::Plain),
        (Verdict::NotMeasured, Tone::Open),
        (Verdict::NoPattern, Tone::Plain),
        (asked, Tone::Open),
    ];
    all.map(|(verdict, tone)| (labels::verdict(&verdict), tone)).to_vec()
}
