//! Worked cases: a case of the catalogue as an assessment that somebody worked on, with decisions, states, owners, dates
//! and values.
//!
//! Of this module, what loads at first names [`CASES`] alone: the tables are large, and whoever opens a case can wait for
//! them.

mod types;

pub use types::{Fact, Of, Row, Said, Worked};

use crate::core::{
    assessment::{Actor, Assessment, AssessmentId, CatalogRef, Clock, Edit, Path, Value, paths},
    catalog::Catalog,
    day::Day,
    document::{Bodies, snapshot, write_whole},
    extract::{RowKey, Truth, extract},
    language::Language,
    model::{InstanceId, Model, project, start_from},
};

include!(concat!(env!("OUT_DIR"), "/worked.rs"));

/// What an assessment needs that the core does not make itself.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The id of the assessment.
    pub id: AssessmentId,
    /// The id of its snapshot.
    pub snapshot: AssessmentId,
    /// Who makes the changes.
    pub actor: Actor,
    /// When it is opened, in milliseconds since 1970. Everything is dated from here.
    pub now_ms: u64,
    /// The language of what people wrote.
    pub language: Language,
}

/// The worked form of a case, if there is one.
#[must_use]
pub fn worked(case: &str) -> Option<&'static Worked> {
    WORKED.iter().find(|worked| worked.case == case)
}

/// The file of a worked case's assessment, with its snapshot.
#[must_use]
pub fn document(case: &str, catalog: &'static Catalog, digest: &str, opening: &Opening) -> Option<String> {
    let (assessment, bodies) = worked(case)?.assessment(catalog, digest, opening)?;
    Some(write_whole(&assessment, &bodies))
}

impl Worked {
    /// The assessment as it stands today, and the content of its snapshot. `None` where the catalogue has not the case.
    #[must_use]
    pub fn assessment(
        &self,
        catalog: &'static Catalog,
        digest: &str,
        opening: &Opening,
    ) -> Option<(Assessment, Bodies)> {
        let case = catalog.case(self.case)?;
        let mut clock = Clock::new(opening.actor);
        let [described, first, kept, last] = self.days.map(|days| opening.at(days));
        let at = clock.tick(described);
        let mut desk = Desk {
            assessment: Assessment::new(opening.id.clone(), CatalogRef::of(catalog, digest, at)),
            clock,
            opening,
            instances: Vec::new(),
            applying: Vec::new(),
        };
        let say = |said: &Said| opening.say(*said);
        let mut number = 0;
        let next = || {
            number += 1;
            number
        };
        let mut edits = vec![
            Edit::text(paths::name(), say(&self.name)),
            Edit::text(paths::meta("service"), opening.language.pick(case.name.ja(), case.name.en())),
            Edit::text(paths::meta("organization"), say(&self.organization)),
            Edit::text(paths::meta("assessor"), say(&self.assessor)),
            Edit::text(paths::meta("note"), say(&self.note)),
        ];
        edits.extend(start_from(&case.arrangement, None, &Model::default(), opening.language, next));
        // The components were given these numbers one after the other.
        desk.instances = (1..=case.arrangement.components.len() as u64).map(InstanceId::new).collect();
        desk.enter(&edits, described, self.assessor);
        self.model.iter().for_each(|row| desk.fill(row, described, false));
        let extraction = extract(catalog, &project(&desk.assessment, catalog));
        desk.applying = extraction.with(Truth::True).map(|row| row.key.clone()).collect();
        self.rows.iter().for_each(|row| desk.fill(row, first, true));
        let (body, body_digest) = snapshot(&desk.assessment);
        let id = opening.snapshot.as_str();
        let facts = [("digest", body_digest.as_str()), ("name", say(&self.snapshot))];
        desk.enter(&facts.map(|(what, text)| Edit::text(paths::snapshot(id, what), text)), kept, self.assessor);
        self.rows.iter().filter(|row| row.was.is_some()).for_each(|row| desk.fill(row, last, false));
        Some((desk.assessment, Bodies::from([(id.to_owned(), body)])))
    }
}

/// Where the assessment is filled in.
struct Desk<'a> {
    assessment: Assessment,
    clock: Clock,
    opening: &'a Opening,
    /// The components, in the order of the case's list.
    instances: Vec<InstanceId>,
    /// The risks that apply.
    applying: Vec<RowKey>,
}

impl Desk<'_> {
    fn enter(&mut self, edits: &[Edit], at: u64, by: Said) {
        self.assessment.apply(edits, &mut self.clock, at, self.opening.say(by));
    }

    /// Enters what a row says; where it had another status at first, that one.
    fn fill(&mut self, row: &Row, at: u64, at_first: bool) {
        let mut edits = Vec::new();
        for path in self.places(row.of) {
            for (what, fact) in row.facts {
                let text = match (*fact, row.was) {
                    (Fact::Word(_), Some(was)) if at_first && *what == "status" => was.to_owned(),
                    (Fact::Word(word), _) => word.to_owned(),
                    (Fact::Text(said), _) => self.opening.say(said).to_owned(),
                    (Fact::Day(days), _) => day(self.opening.at(days)).map(|day| day.to_string()).unwrap_or_default(),
                };
                let path: Option<Path> = format!("{path}/{what}").parse().ok();
                edits.extend(path.map(|path| Edit::set(path, Value::text(text))));
            }
        }
        self.enter(&edits, at, row.by);
    }

    /// The paths below which a row has its fields.
    fn places(&self, of: Of) -> Vec<String> {
        let instance = |place: usize| self.instances.get(place).map_or("", InstanceId::as_str);
        match of {
            Of::Field(path) => vec![path.to_owned()],
            Of::Partner(place) => vec![format!("partner/model/component/{}", instance(place))],
            Of::Risk(risk, Some(place)) => vec![format!("risk/{risk}/{}", instance(place))],
            Of::Risk(risk, None) => {
                let rows = self.applying.iter().filter(|key| key.risk.0 == risk);
                let place = |key: &RowKey| key.instance.as_ref().map_or("-", InstanceId::as_str).to_owned();
                rows.map(|key| format!("risk/{risk}/{}", place(key))).collect()
            }
        }
    }
}

impl Opening {
    fn at(&self, days: i32) -> u64 {
        self.now_ms.saturating_add_signed(i64::from(days) * DAY_MS)
    }

    const fn say(&self, said: Said) -> &'static str {
        match self.language {
            Language::Ja => said.0,
            Language::En => said.1,
        }
    }
}

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The day of a moment, in UTC. Years begin in March, so that the leap day comes last (Howard Hinnant's
/// `civil_from_days`).
fn day(ms: u64) -> Option<Day> {
    let days = ms / DAY_MS.unsigned_abs() + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    Day::new(year.try_into().ok()?, month as u8, (of_year - (153 * from_march + 2) / 5 + 1) as u8)
}
