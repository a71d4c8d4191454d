//! Worked cases: reads a file of `catalog/worked/`, checks it against the catalogue, and writes it as Rust.
//!
//! It goes into tables of its own, and its texts not into those of the catalogue: only what opens a case loads them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::types::{Case, Catalog, Player};

/// How far a control can be.
pub const CONTROL: [&str; 5] = ["implemented", "partial", "not", "not-applicable", "unknown"];
/// How far it can be in writing.
pub const WRITTEN: [&str; 4] = ["written", "partial", "not", "unknown"];
/// What can be decided about a risk.
pub const DECISIONS: [&str; 4] = ["treat", "covered", "accept", "transfer"];
/// How far an action can be.
pub const ACTION: [&str; 5] = ["done", "partly", "not", "na", "unknown"];
const GRADES: [&str; 3] = ["high", "middle", "low"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: String,
    name: Said,
    organization: Said,
    note: Said,
    snapshot: Said,
    assessor: String,
    #[serde(default)]
    writing: bool,
    theirs: Vec<String>,
    days: Days,
    grades: BTreeMap<String, String>,
    person: BTreeMap<String, Said>,
    company: BTreeMap<String, Said>,
    partner: Partners,
    control: BTreeMap<String, Control>,
    risk: BTreeMap<String, Risk>,
    action: BTreeMap<String, Action>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Said {
    ja: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Days {
    model: i32,
    first: i32,
    snapshot: i32,
    last: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Partners {
    role: BTreeMap<String, String>,
    component: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Control {
    status: String,
    was: Option<String>,
    written: Option<String>,
    owner: Option<String>,
    due: Option<i32>,
    reason: Option<Said>,
    remark: Option<Said>,
    #[serde(default)]
    values: BTreeMap<String, Typed>,
    #[serde(default)]
    evidence: BTreeMap<String, Evidence>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Typed {
    Same(String),
    Each(Said),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Evidence {
    Ticked(bool),
    Noted(Said),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Risk {
    decision: Option<String>,
    owner: Option<String>,
    due: Option<i32>,
    by: Option<String>,
    impact: Option<String>,
    likelihood: Option<String>,
    #[serde(default)]
    controls: Vec<String>,
    reason: Option<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Action {
    status: String,
    was: Option<String>,
    owner: Option<String>,
    due: Option<i32>,
    remark: Option<Said>,
}

/// The id of a file's case, and the value of the static table for it.
///
/// # Errors
/// Every mistake in it, with entry and field.
pub fn compile(text: &str, catalog: &Catalog) -> Result<(String, String), Vec<String>> {
    let file: File = toml::from_str(text).map_err(|e| vec![e.to_string()])?;
    let Some(case) = catalog.cases.iter().find(|c| c.id.0 == file.case) else {
        return Err(vec![format!("case: `{}` is no known entry", file.case)]);
    };
    let mut compiler = Compiler { file: &file, catalog, case, at: String::new(), wrong: Vec::new() };
    let table = compiler.table();
    if compiler.wrong.is_empty() { Ok((file.case, table)) } else { Err(compiler.wrong) }
}

struct Compiler<'a> {
    file: &'a File,
    catalog: &'a Catalog,
    case: &'a Case,
    at: String,
    wrong: Vec<String>,
}

/// What a row says, as Rust.
#[derive(Default)]
struct Facts(Vec<String>);

impl Facts {
    fn word(&mut self, what: &str, word: &str) {
        self.0.push(format!("({what:?}, Fact::Word({word:?}))"));
    }

    fn day(&mut self, what: &str, day: Option<i32>) {
        self.0.extend(day.map(|day| format!("({what:?}, Fact::Day({day}))")));
    }

    fn said(&mut self, what: &str, said: String) {
        self.0.push(format!("({what:?}, Fact::Text({said}))"));
    }
}

impl<'a> Compiler<'a> {
    fn table(&mut self) -> String {
        let file = self.file;
        "the head".clone_into(&mut self.at);
        let texts = [&file.name, &file.organization, &file.note, &file.snapshot];
        let [name, organization, note, snapshot] = texts.map(|text| self.said(text));
        let assessor = self.person(&file.assessor);
        let Days { model, first, snapshot: kept, last } = file.days;
        if !(model <= first && first <= kept && kept <= last && last <= 0) {
            self.problem("days: they come one after the other, and none is to come");
        }
        let mut rows = self.model();
        let models = rows.len();
        rows.extend(file.control.iter().map(|(id, control)| self.control(id, control)));
        rows.extend(file.risk.iter().map(|(id, risk)| self.risk(id, risk)));
        rows.extend(file.action.iter().map(|(id, action)| self.action(id, action)));
        let (model_rows, rows) = rows.split_at(models);
        format!(
            "Worked {{ case: {:?}, name: {name}, organization: {organization}, note: {note}, snapshot: {snapshot}, \
             assessor: {assessor}, days: [{model}, {first}, {kept}, {last}], model: &[{}], rows: &[{}] }}",
            file.case,
            model_rows.join(", "),
            rows.join(",\n")
        )
    }

    /// What is assessed, and who the partners are.
    fn model(&mut self) -> Vec<String> {
        let (file, catalog, mut rows) = (self.file, self.catalog, Vec::new());
        let mut facts = Facts::default();
        for id in &file.theirs {
            self.known(id, catalog.equipment.iter().any(|e| e.id.0 == id));
            facts.word(&format!("equipment/{id}"), "out");
        }
        if file.writing {
            facts.word("writing", "yes");
        }
        rows.push(self.row(None, "Of::Field(\"scope\")", facts, None));
        let mut facts = Facts::default();
        for (axis, grade) in &file.grades {
            let known = catalog.axes.iter().find(|a| a.id.keyword() == axis);
            self.known(axis, known.is_some_and(|a| a.levels.iter().any(|l| l.id.keyword() == grade)));
            facts.word(axis, grade);
        }
        rows.push(self.row(None, "Of::Field(\"classify\")", facts, None));
        let mut facts = Facts::default();
        for (role, company) in &file.partner.role {
            let players = self.case.arrangement.roles.iter().find(|(id, _)| id.0 == role);
            self.known(role, players.is_some_and(|(_, players)| players.contains(&Player::Partner)));
            facts.said(role, self.company(company));
        }
        rows.push(self.row(None, "Of::Field(\"partner/model/role\")", facts, None));
        for (name, aspects) in &file.partner.component {
            let mut facts = Facts::default();
            let Some(component) = self.component(name) else { continue };
            for (aspect, company) in aspects {
                let preset = self.case.arrangement.components.get(component);
                let players = preset.and_then(|preset| match aspect.as_str() {
                    "procured" => preset.procured,
                    "operated" => preset.operated,
                    "maintained" => preset.maintained,
                    _ => None,
                });
                self.known(aspect, players.is_some_and(|players| players.contains(&Player::Partner)));
                facts.said(aspect, self.company(company));
            }
            rows.push(self.row(None, &format!("Of::Partner({component})"), facts, None));
        }
        rows
    }

    fn control(&mut self, id: &str, e: &'a Control) -> String {
        self.at = format!("control {id}");
        let entry = self.catalog.controls.iter().find(|c| c.id.0 == id);
        self.known(id, entry.is_some());
        let mut facts = self.state(&CONTROL, &e.status, e.was.as_deref(), e.owner.as_deref(), e.due);
        if let Some(written) = &e.written {
            self.known(written, WRITTEN.contains(&written.as_str()));
            facts.word("written", written);
        }
        self.demanded(e.status == "not-applicable", "reason", e.reason.as_ref());
        self.some(&mut facts, "reason", e.reason.as_ref());
        self.some(&mut facts, "remark", e.remark.as_ref());
        for (item, typed) in &e.values {
            self.known(item, entry.is_some_and(|c| c.items.iter().any(|i| i.id == item)));
            let said = match typed {
                Typed::Same(text) => said_of(text, text),
                Typed::Each(text) => self.said(text),
            };
            facts.said(&format!("values/{item}"), said);
        }
        for (number, evidence) in &e.evidence {
            let least = number.parse().ok().filter(|n: &usize| *n > 0);
            self.known(number, least.is_some_and(|n| entry.is_some_and(|c| n <= c.evidence.len())));
            facts.word(&format!("evidence/{number}"), "yes");
            match evidence {
                Evidence::Noted(note) => {
                    let note = self.said(note);
                    facts.said(&format!("evidence/{number}/note"), note);
                }
                Evidence::Ticked(true) => {}
                Evidence::Ticked(false) => self.problem("evidence: what is not at hand is left out"),
            }
        }
        self.row(e.owner.as_deref(), &format!("Of::Field({:?})", format!("controls/{id}")), facts, e.was.as_deref())
    }

    fn risk(&mut self, key: &str, e: &'a Risk) -> String {
        self.at = format!("risk {key}");
        let (id, name) = key.split_once('/').map_or((key, None), |(id, name)| (id, Some(name)));
        let entry = self.catalog.risks.iter().find(|r| r.id.0 == id);
        self.known(id, entry.is_some());
        let component = name.and_then(|name| self.component(name));
        let mut facts = Facts::default();
        if let Some(decision) = &e.decision {
            self.known(decision, DECISIONS.contains(&decision.as_str()));
            self.demanded(decision != "treat", "reason", e.reason.as_ref());
            facts.word("decision", decision);
            facts.day("on", Some(self.file.days.first));
        }
        self.whose(&mut facts, "owner", e.owner.as_deref());
        self.whose(&mut facts, "by", e.by.as_deref());
        facts.day("due", e.due);
        for (what, grade) in [("impact", &e.impact), ("likelihood", &e.likelihood)] {
            if let Some(grade) = grade {
                self.known(grade, GRADES.contains(&grade.as_str()));
                facts.word(what, grade);
            }
        }
        for control in &e.controls {
            self.known(control, self.catalog.controls.iter().any(|c| c.id.0 == control));
        }
        if !e.controls.is_empty() {
            facts.word("controls", &e.controls.join(", "));
        }
        self.some(&mut facts, "reason", e.reason.as_ref());
        self.row(e.by.as_deref(), &format!("Of::Risk({id:?}, {component:?})"), facts, None)
    }

    fn action(&mut self, id: &str, e: &'a Action) -> String {
        self.at = format!("action {id}");
        let has = |c: &&super::types::Countermeasure| c.actions.iter().any(|a| a.id.0 == id);
        let of = self.catalog.countermeasures.iter().find(has);
        self.known(id, of.is_some());
        let mut facts = self.state(&ACTION, &e.status, e.was.as_deref(), e.owner.as_deref(), e.due);
        self.demanded(e.status == "na", "remark", e.remark.as_ref());
        self.some(&mut facts, "remark", e.remark.as_ref());
        let field = format!("action/{}/{id}", of.map_or("", |c| c.id.0));
        self.row(e.owner.as_deref(), &format!("Of::Field({field:?})"), facts, e.was.as_deref())
    }

    fn state(
        &mut self,
        known: &[&str],
        status: &str,
        was: Option<&str>,
        owner: Option<&str>,
        due: Option<i32>,
    ) -> Facts {
        let mut facts = Facts::default();
        for word in [Some(status), was].into_iter().flatten() {
            self.known(word, known.contains(&word));
        }
        facts.word("status", status);
        self.whose(&mut facts, "owner", owner);
        facts.day("due", due);
        facts
    }

    fn row(&mut self, by: Option<&str>, of: &str, facts: Facts, was: Option<&str>) -> String {
        // Who is not known was told where the row names them.
        let by = self.file.person.get(by.unwrap_or(&self.file.assessor));
        let by = by.map_or_else(String::new, |name| said_of(&name.ja, &name.en));
        format!("Row {{ by: {by}, of: {of}, was: {was:?}, facts: &[{}] }}", facts.0.join(", "))
    }

    fn whose(&mut self, facts: &mut Facts, what: &str, person: Option<&str>) {
        if let Some(person) = person {
            facts.said(what, self.person(person));
        }
    }

    fn some(&mut self, facts: &mut Facts, what: &str, text: Option<&Said>) {
        if let Some(text) = text {
            let said = self.said(text);
            facts.said(what, said);
        }
    }

    fn person(&mut self, id: &str) -> String {
        self.known(id, self.file.person.contains_key(id));
        self.file.person.get(id).map_or_else(String::new, |name| self.said(name))
    }

    fn company(&mut self, id: &str) -> String {
        self.known(id, self.file.company.contains_key(id));
        self.file.company.get(id).map_or_else(String::new, |name| self.said(name))
    }

    /// Where a component of the case stands in its list.
    fn component(&mut self, name: &str) -> Option<usize> {
        let found = self.case.arrangement.components.iter().position(|c| c.name.ja() == name);
        self.known(name, found.is_some());
        found
    }

    fn said(&mut self, text: &Said) -> String {
        for text in [&text.ja, &text.en] {
            if text.is_empty() || text.trim() != text {
                self.problem("a text is empty, or begins or ends with white space");
            }
        }
        said_of(&text.ja, &text.en)
    }

    fn known(&mut self, word: &str, known: bool) {
        if !known {
            self.problem(&format!("`{word}` is not known here"));
        }
    }

    fn demanded(&mut self, demanded: bool, what: &str, text: Option<&Said>) {
        if demanded && text.is_none() {
            self.problem(&format!("{what}: missing; it is demanded"));
        }
    }

    fn problem(&mut self, problem: &str) {
        self.wrong.push(format!("{}: {problem}", self.at));
    }
}

fn said_of(ja: &str, en: &str) -> String {
    format!("Said({ja:?}, {en:?})")
}
