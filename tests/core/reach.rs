//! Every risk can come up, and none always does: for each a model is searched that makes it apply, and one that makes
//! it not apply.

use tenken::core::{
    catalog::{CATALOG, Catalog, List, Player, Risk},
    extract::{Extraction, Truth, extract},
    model::{Answer, Model, Question},
};

/// Every answer worth trying, shared roles among them.
fn answers(question: &Question) -> Vec<Answer> {
    use Player::{Own, Partner, User};
    match question {
        Question::Role(_) | Question::Provision(..) => {
            let some: [&[Player]; 8] = [
                &[],
                &[Own],
                &[Partner],
                &[User],
                &[Own, Partner],
                &[Own, User],
                &[Partner, User],
                &[Own, Partner, User],
            ];
            some.map(|p| Answer::Players(p.to_vec())).to_vec()
        }
        other => other.candidates(&CATALOG),
    }
}

/// Answers open questions, one after the other, until the goal is met.
fn search(catalog: &Catalog, model: &Model, goal: &dyn Fn(&Extraction) -> Option<bool>) -> Option<Model> {
    let found = extract(catalog, model);
    match goal(&found) {
        Some(true) => return Some(model.clone()),
        Some(false) => return None,
        None => {}
    }
    let open = found.with(Truth::Unknown).flat_map(|r| &r.finding.open).find(|q| {
        // Said to be there but not described: describe it.
        q.answer(model).is_none_or(|a| a == Answer::Yes(true))
    })?;
    let given = open.answer(model);
    answers(open)
        .iter()
        .filter(|a| given.as_ref().is_none_or(|g| g == *a))
        .find_map(|a| search(catalog, &open.answered(model, a), goal))
}

fn alone(risk: &Risk) -> Catalog {
    Catalog { risks: List(vec![*risk].leak()), ..CATALOG }
}

#[test]
fn every_risk_applies_to_some_service() {
    for risk in CATALOG.risks {
        let goal = |e: &Extraction| match (e.count(Truth::True), e.count(Truth::Unknown)) {
            (1.., _) => Some(true),
            (0, 0) => Some(false),
            _ => None,
        };
        let model = search(&alone(risk), &Model::default(), &goal);
        assert!(model.is_some(), "{} applies to no service", risk.id);
    }
}

#[test]
fn every_risk_spares_some_service_that_could_have_it() {
    for risk in CATALOG.risks {
        // A risk of components has to be spared by a service that has such a component.
        let has_one = |e: &Extraction| risk.each.is_empty() || e.rows.iter().any(|r| r.key.instance.is_some());
        let goal = |e: &Extraction| match (e.count(Truth::True), e.count(Truth::Unknown)) {
            (1.., _) => Some(false),
            (0, 0) => Some(has_one(e)),
            _ => None,
        };
        let model = search(&alone(risk), &Model::default(), &goal);
        assert!(model.is_some(), "{} applies to every service", risk.id);
    }
}

#[test]
fn nothing_applies_before_anything_is_known() {
    let found = extract(&CATALOG, &Model::default());
    assert_eq!(found.count(Truth::Unknown), CATALOG.risks.len());
}
