//! The controls of Parts II and III.

use super::draft::{Draft, is_short, said};
use crate::core::catalog::{
    Fault,
    leak::{leak_list, leak_str},
    notation::{fits, parse_value},
    types::*,
};

impl Draft<'_, '_> {
    pub fn control(&mut self, was: Option<Control>) -> Control {
        let number = self.take("id");
        if let Some(fact) = number.filter(|fact| fact.ja != self.id) {
            self.wrong(fact, Fault::OtherId);
        }
        let supplied = |given: bool, was: Option<Provenance>| match was {
            Some(from) if !given => from,
            _ => Provenance::Supplied,
        };
        let given = |d: &Self, field: &str| d.members("").contains(&field);
        let class_from = supplied(given(self, "class"), was.map(|w| w.class_from));
        let numbers_from = supplied(given(self, "iso27002"), was.map(|w| w.iso.from));
        let pages = given(self, "annex5") || given(self, "annex6");
        Control {
            id: was.map_or_else(|| ControlId(leak_str(self.id)), |w| w.id),
            id_from: supplied(number.is_some(), was.map(|w| w.id_from)),
            class: self.choose("class", was.map(|w| w.class), ControlClass::Basic),
            class_from,
            title: self.text("title", was.map(|w| w.title)),
            statement: self.text("statement", was.map(|w| w.statement)),
            why: self.some_text("why", was.and_then(|w| w.why)),
            components: self.ids("components", EquipmentId, was.map(|w| w.components)),
            related: self.ids("related", ControlId, was.map(|w| w.related)),
            iso: IsoLinks {
                numbers: self.ids("iso27002", |number| number, was.map(|w| w.iso.numbers)),
                from: numbers_from,
                annex5: self.take("annex5").map(|f| leak_str(&f.ja)).or(was.and_then(|w| w.iso.annex5)),
                annex6: self.take("annex6").map(|f| leak_str(&f.ja)).or(was.and_then(|w| w.iso.annex6)),
                annex_from: supplied(pages, was.map(|w| w.iso.annex_from)),
            },
            best_practices: self.practices(was),
            evidence: self.evidence(was),
            items: self.items(was),
            items_note: self.some_text("items_note", was.and_then(|w| w.items_note)),
        }
    }

    /// If any are given they replace all: a mixture of the guideline's and ours would pass for the guideline's.
    fn practices(&mut self, was: Option<Control>) -> List<BestPractice> {
        let mut practices: Vec<BestPractice> = Vec::new();
        for (mark, fact) in self.take_family("practice.") {
            if is_short(mark) {
                let later = practices.iter().position(|p| roman(p.mark) > roman(mark));
                let old = was.and_then(|w| w.best_practices.iter().find(|p| p.mark == mark).map(|p| p.text));
                let practice = BestPractice { mark: leak_str(mark), text: said(fact, old) };
                practices.insert(later.unwrap_or(practices.len()), practice);
            } else {
                self.wrong(fact, Fault::IdForm);
            }
        }
        if practices.is_empty() {
            return was.map_or(List(&[]), |w| w.best_practices);
        }
        leak_list(practices)
    }

    fn evidence(&mut self, was: Option<Control>) -> List<Text> {
        let old: &[Text] = was.map_or(&[], |w| w.evidence.0);
        let mut evidence = Vec::new();
        while let Some(text) =
            self.some_text(&format!("evidence.{}", evidence.len() + 1), old.get(evidence.len()).copied())
        {
            evidence.push(text);
        }
        leak_list(evidence)
    }

    /// The items that are given replace those of their id, value by value; a new one has to be whole.
    fn items(&mut self, was: Option<Control>) -> List<EvaluationItem> {
        let mut items = was.map(|w| w.items.to_vec()).unwrap_or_default();
        for id in self.members("item.") {
            match items.iter_mut().find(|i| i.id == id) {
                Some(known) => *known = self.item(id, Some(*known)).unwrap_or(*known),
                None => items.extend(self.item(id, None)),
            }
        }
        leak_list(items)
    }

    fn item(&mut self, id: &str, was: Option<EvaluationItem>) -> Option<EvaluationItem> {
        let field = |rest: &str| format!("item.{id}.{rest}");
        if !is_short(id) {
            // Said once for all its fields.
            if let Some((_, fact)) = self.take_family(&field("")).first() {
                self.wrong(fact, Fault::IdForm);
            }
            return None;
        }
        let measure = self.choose(&field("measure"), was.map(|w| w.measure), Metric::Choice);
        let old: &[ChoiceOption] = was.map_or(&[], |w| w.options.0);
        let listed = match self.words(&field("options")) {
            Some(listed) => listed,
            None => old.iter().map(|o| o.id).collect(),
        };
        let mut options = Vec::new();
        for id in &listed {
            if !is_short(id) {
                self.wrong_at(&field("options"), Fault::IdForm);
            }
            let name = old.iter().find(|o| o.id == *id).map(|o| o.name);
            options.push(ChoiceOption { id, name: self.text(&field(&format!("option.{id}")), name) });
        }
        if measure == Metric::Choice && listed.is_empty() {
            self.wrong_at(&field("options"), Fault::NoneGiven);
        }
        let mut values = Vec::new();
        for i in 0..6 {
            let field = field(&format!("value.{}", i + 1));
            let old = was.and_then(|w| w.values.get(i).copied());
            let (level, must, from) = match (self.take(&field), old) {
                (Some(fact), _) => match parse_value(&fact.ja, measure, &listed) {
                    Ok((level, must)) => (level, must, Provenance::Supplied),
                    Err(fault) => {
                        self.wrong(fact, fault);
                        continue;
                    }
                },
                (None, Some(old)) => {
                    // What stays has to fit what is new.
                    if let Err(fault) = fits(old.level, measure, &listed) {
                        self.wrong_at(&field, fault);
                    }
                    (old.level, old.must, old.from)
                }
                (None, None) => {
                    self.wrong_at(&field, Fault::Missing);
                    continue;
                }
            };
            values.push(ReferenceValue { level, must, from });
        }
        Some(EvaluationItem {
            id: was.map_or_else(|| leak_str(id), |w| w.id),
            name: self.text(&field("name"), was.map(|w| w.name)),
            measure,
            options: leak_list(options),
            values: leak_list(values),
            note: self.some_text(&field("note"), was.and_then(|w| w.note)),
        })
    }
}

/// The number of a mark such as `iv`; marks of another kind come last.
fn roman(mark: &str) -> u32 {
    let digit = |ch: char| match ch {
        'i' => 1,
        'v' => 5,
        'x' => 10,
        'l' => 50,
        _ => 0,
    };
    let (mut number, mut last) = (0, 0);
    for ch in mark.chars().rev() {
        match digit(ch) {
            0 => return u32::MAX,
            one if one < last => number -= one.min(number),
            one => (number, last) = (number + one, one),
        }
    }
    number
}
