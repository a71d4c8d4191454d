//! What people hardly ever have, and what must not stop the program: crowds of components, and catalogue packs made to
//! be slow. The benchmarks use them as well.

use tenken::core::{
    assessment::{Actor, Assessment, AssessmentId, CatalogRef, Clock},
    catalog::{CATALOG, Content, DIGEST, Place, Player},
    model::{Answer, Aspect, InstanceId, Question, add_component},
    pack::{Pack, PackFact, can_set},
};

/// A day of November 2026.
const NOW: u64 = 1_794_000_000_000;

/// What a crowd of components is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crowd {
    /// Devices of which nothing is said.
    Alike,
    /// Devices and networks, which risks look at together, each with other answers and half of them open.
    Tied,
    /// All kinds in turn, each with other answers and half of them open.
    Mixed,
}

impl Crowd {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Alike, Self::Tied, Self::Mixed];

    /// An assessment with so many components.
    pub fn of(self, components: usize) -> Assessment {
        let mut clock = Clock::new(Actor::new(1));
        let at = clock.tick(NOW);
        let mut edits = Vec::new();
        let mut seed = 7_u64;
        let mut roll = |n: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % n
        };
        let tied = ["device", "X-wan", "X-gateway", "X-local-net"];
        for n in 0..components {
            let id = InstanceId::from_segment(&format!("c{n:08}"));
            let kind = match self {
                Self::Alike => "device",
                Self::Tied => tied[n % tied.len()],
                Self::Mixed => CATALOG.components[n % CATALOG.components.len()].id.0,
            };
            edits.extend(add_component(CATALOG.component(kind).expect("it is there").id, "", &id));
            if self == Self::Alike {
                continue;
            }
            for aspect in Aspect::ALL {
                if roll(2) == 0 {
                    let all = [Player::Own, Player::Partner, Player::User];
                    let players = all.into_iter().filter(|_| roll(4) == 0).collect();
                    edits.push(Question::Provision(id.clone(), aspect).edit(Some(&Answer::Players(players))));
                }
            }
            if roll(2) == 0 {
                let places = Place::ALL.into_iter().filter(|_| roll(3) == 0).collect();
                edits.push(Question::Place(id.clone()).edit(Some(&Answer::Places(places))));
            }
            if roll(2) == 0 {
                let roles = CATALOG.roles.iter().map(|r| r.id).filter(|_| roll(4) == 0).collect();
                edits.push(Question::Carries(id.clone()).edit(Some(&Answer::Roles(roles))));
            }
        }
        let mut assessment = Assessment::new(AssessmentId::new(1), CatalogRef::of(&CATALOG, DIGEST, at));
        assessment.apply(&edits, &mut clock, NOW, "");
        assessment
    }
}

/// A condition of sixteen parts that holds in one way alone, and that a long text says again and again.
pub fn hard(again: usize) -> String {
    let role = |(i, r): (usize, &tenken::core::catalog::Role)| {
        let played = format!(r#"{{"role":"{}"}}"#, r.id);
        if i % 2 == 0 { format!(r#"{{"not":{played}}}"#) } else { played }
    };
    let parts: Vec<String> = CATALOG.roles.iter().enumerate().take(16).map(role).collect();
    format!(r#"{{"all":[{}]}}"#, vec![parts.join(","); again].join(","))
}

/// A condition of sixteen parts that never holds, too long to be tried in every way.
pub fn too_hard() -> String {
    format!(r#"{{"all":[{},{{"not":{}}}]}}"#, hard(7), hard(7))
}

/// New risks with this condition and these countermeasures.
pub fn risks(number: usize, when: &str, measures: &str) -> Pack {
    let of_one = |i: usize| {
        let fields = [
            ("title", format!("題{i}")),
            ("role", "contract".to_owned()),
            ("viewpoint", "A".to_owned()),
            ("countermeasures", measures.to_owned()),
            ("when", when.to_owned()),
        ];
        fields.map(|(field, ja)| ("risk", format!("new-{i}"), field.to_owned(), ja))
    };
    pack((0..number).flat_map(of_one))
}

/// So many fields of one entry; `{}` stands for a number.
pub fn fields(number: usize, kind: &'static str, id: &str, field: &str) -> Pack {
    pack((0..number).map(|i| (kind, id.to_owned(), field.replace("{}", &i.to_string()), format!("文{i}"))))
}

/// Packs by what they have too much of: whole, each as large as a file may be or nearly so, or a part of that.
pub fn packs(part: usize) -> Vec<(&'static str, Pack)> {
    let atoms: Vec<String> = (0..700).map(|i| format!(r#"{{"data":"{i}"}}"#)).collect();
    let long: Vec<String> = (0..1500).map(|i| format!("n{i}")).collect();
    let sections = (0..2000 / part)
        .map(|i| ("section", format!("II.{}", i * 7919 % 20_011), "title".to_owned(), format!("題{}", i * 31 % 2000)));
    let practices = (0..20_000 / part).map(|i| {
        let (control, mark) = (CATALOG.controls[i / 390].id.0, i % 390);
        ("control", control.to_owned(), format!("practice.p{mark}"), format!("文{}", i * 7919 % 20_011))
    });
    let items = (0..20_000 / part).map(|i| {
        let (control, item) = (CATALOG.controls[i / 390].id.0, i % 390);
        ("control", control.to_owned(), format!("item.p{item}.name"), format!("文{i}"))
    });
    vec![
        ("as large as the catalogue", whole()),
        ("20 risks of 16 parts", risks(20, &hard(4), "A-1")),
        ("900 risks of 16 parts", risks(900 / part, &hard(1), "A-1")),
        ("400 risks too complicated", risks(400 / part, &too_hard(), "A-1")),
        ("600 risks of 700 parts", risks(600 / part, &format!(r#"{{"any":[{}]}}"#, atoms.join(",")), "A-1")),
        ("1900 risks of nothing known", risks(1900 / part, r#"{"role":"nobody"}"#, "Z-1 Z-2 Z-1")),
        ("800 risks with long lists", risks(800 / part, r#"{"role":"contract"}"#, &long.join(" "))),
        ("800 risks with one word", risks(800 / part, r#"{"role":"contract"}"#, "A-1 ".repeat(2400).trim())),
        ("2000 sections", pack(sections)),
        ("20000 practices", pack(practices)),
        ("20000 items", pack(items)),
        ("20000 fields of one entry", fields(20_000 / part, "control", "III.1.1.1", "item.p{}.name")),
        (
            "20000 entries",
            pack((0..20_000 / part).map(|i| ("section", format!("II.{i}"), "title".to_owned(), format!("題{i}")))),
        ),
    ]
}

/// A pack of ordinary size: what the catalogue says already, wherever a pack can say it.
pub fn whole() -> Pack {
    let entries = CATALOG.entries();
    let facts = entries.iter().flat_map(|e| CATALOG.facts(e).into_iter().map(|fact| (e.kind, e.id, fact)));
    let said = facts.filter(|(kind, _, fact)| can_set(*kind, &fact.field)).map(|(kind, id, fact)| {
        let ja = match fact.content {
            Content::Text(text) => text.ja().to_owned(),
            Content::Value(word) => word,
        };
        (kind.keyword(), id.to_owned(), fact.field, ja)
    });
    pack(said.collect::<Vec<_>>().into_iter())
}

/// A pack of facts as kind, id, field and text.
fn pack(facts: impl Iterator<Item = (&'static str, String, String, String)>) -> Pack {
    let fact = |(i, (kind, id, field, ja)): (usize, (&str, String, String, String))| PackFact {
        row: i + 1,
        kind: kind.to_owned(),
        id,
        field,
        ja,
        en: String::new(),
    };
    Pack { name: "試し".to_owned(), edition: String::new(), facts: facts.enumerate().map(fact).collect() }
}
