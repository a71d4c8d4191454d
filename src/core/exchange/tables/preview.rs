//! What came back as it is shown, in words: made beside the page, which only draws it line by line.

use serde::{Deserialize, Serialize};

use super::{
    incoming::{CellChange, Incoming, NoTable, Place, Why},
    reading::Expected,
    words,
};
use crate::core::{
    assessment::AssessmentId,
    language::{Language, fill},
};

/// So many letters of a text are shown.
const SHOWN: usize = 300;

/// What a line of a preview is, which its first text says. The page compares these texts as they are.
pub mod line {
    /// Which assessment is needed.
    pub const NEEDS: &str = "needs";
    /// A sentence about all of it.
    pub const SAID: &str = "said";
    /// The title of a list.
    pub const TITLE: &str = "title";
    /// The heads of its columns.
    pub const HEADS: &str = "heads";
    /// A row in which there is nothing to choose.
    pub const LISTED: &str = "listed";
    /// A row that would be entered unless somebody says no. Behind its cells stand a path and a text.
    pub const CHANGE: &str = "change";
    /// A row that is entered only if somebody says so; likewise.
    pub const BOTH: &str = "both";
}

/// What a table would change, in lines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview(pub Vec<Vec<String>>);

impl Preview {
    /// Why there is nothing to compare.
    #[must_use]
    pub fn refused(why: NoTable, language: Language) -> Self {
        let t = words::of(language);
        let said = match why {
            NoTable::Unreadable => t.no_unreadable,
            NoTable::Broken => t.no_broken,
            NoTable::Password => t.no_password,
            NoTable::Old => t.no_old,
            NoTable::TooMuch => t.no_too_much,
            NoTable::Columns => t.no_columns,
        };
        let mut shown = Self::default();
        shown.line(line::SAID, [said.to_owned()]);
        shown.line(line::SAID, [t.nothing_changed.to_owned()]);
        shown
    }

    /// What there is to say without the assessment.
    #[must_use]
    pub fn without(needed: &AssessmentId, language: Language) -> Self {
        let mut shown = Self::default();
        shown.line(line::NEEDS, [needed.as_str().to_owned()]);
        for said in [words::of(language).no_assessment, words::of(language).nothing_changed] {
            shown.line(line::SAID, [said.to_owned()]);
        }
        shown
    }

    /// The assessment that is needed, where the table was not compared with it yet.
    #[must_use]
    pub fn needs(&self) -> Option<AssessmentId> {
        let [kind, id] = self.0.first()?.as_slice() else { return None };
        if kind == line::NEEDS { id.parse().ok() } else { None }
    }

    /// What came back to the assessment of this name.
    #[must_use]
    pub fn of(found: &Incoming, name: &str, language: Language) -> Self {
        let t = words::of(language);
        let mut shown = Self::default();
        let mut say = |said: String| shown.line(line::SAID, [said]);
        say(fill(t.of_assessment, &[&name]));
        if found.changes.is_empty() {
            say(t.no_changes.to_owned());
        }
        say(fill(t.unchanged, &[&found.unchanged]));
        if found.newer > 0 {
            say(fill(t.newer, &[&found.newer]));
        }
        if !found.missing.is_empty() {
            let missing: Vec<&str> = found.missing.iter().copied().collect();
            say(fill(t.missing, &[&missing.join(", ")]));
        }
        say(t.only_entered.to_owned());
        let changes = |both| found.changes.iter().filter(move |change| change.both == both).map(change).collect();
        shown.list(t.changes, t.change_heads, line::CHANGE, changes(false));
        shown.list(t.both, t.change_heads, line::BOTH, changes(true));
        let at = |place: &Place| match place.sheet.as_str() {
            "" => fill(t.line, &[&place.line]),
            sheet => format!("{sheet} {}", fill(t.line, &[&place.line])),
        };
        let odd = found.odd.iter().map(|odd| {
            let expected = match &odd.expected {
                Expected::OneOf(words) => words.join(" / "),
                Expected::Day => t.expected_day.to_owned(),
                Expected::Value => t.expected_value.to_owned(),
                Expected::Letters(most) => fill(t.expected_letters, &[most]),
                Expected::Whole => t.expected_whole.to_owned(),
            };
            vec![at(&odd.place), odd.head.to_owned(), differing("", &odd.says).1, expected]
        });
        shown.list(t.odd, t.odd_heads, line::LISTED, odd.collect());
        let strangers = found.strangers.iter().map(|row| {
            let why = match row.why {
                Why::Gone => t.row_gone,
                Why::NoId => t.row_no_id,
                Why::Elsewhere => t.row_elsewhere,
                Why::Twice => t.row_twice,
            };
            vec![at(&row.place), row.id.clone(), differing("", &row.says.join(" / ")).1, why.to_owned()]
        });
        shown.list(t.strangers, t.stranger_heads, line::LISTED, strangers.collect());
        shown
    }

    fn line(&mut self, kind: &str, texts: impl IntoIterator<Item = String>) {
        self.0.push([kind.to_owned()].into_iter().chain(texts).collect());
    }

    fn list(&mut self, title: &str, heads: &str, kind: &str, rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            self.line(line::TITLE, [fill(title, &[&rows.len()])]);
            self.line(line::HEADS, heads.split('|').map(str::to_owned));
            rows.into_iter().for_each(|row| self.line(kind, row));
        }
    }
}

/// The cells of a change, and what would be entered.
fn change(of: &CellChange) -> Vec<String> {
    let (before, after) = differing(&of.before, &of.after);
    let text = of.edit.value.as_ref().and_then(|value| value.as_text()).unwrap_or_default();
    vec![of.row.clone(), of.head.to_owned(), before, after, of.edit.path.to_string(), text.to_owned()]
}

/// Two texts as far as they are shown: where both are long, from where they differ.
fn differing(before: &str, after: &str) -> (String, String) {
    let alike = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let skipped = if before.chars().count().max(after.chars().count()) > SHOWN { alike.saturating_sub(20) } else { 0 };
    let shown = |text: &str| {
        let rest: String = text.chars().skip(skipped).collect();
        let cut: String = rest.chars().take(SHOWN).collect();
        let (front, end) = (if skipped > 0 { "…" } else { "" }, if cut.len() < rest.len() { "…" } else { "" });
        format!("{front}{cut}{end}")
    };
    (shown(before), shown(after))
}
