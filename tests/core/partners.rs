//! What partners are called.

use tenken::core::{
    assessment::{Assessment, Edit, paths},
    catalog::{CATALOG, Player},
    language::Language,
    model::{Answer, Question, project},
    report::labels::answered,
};

use crate::support::assessments::{NOW, clock, with};

const LINE: &str = "みなと通信";

fn contract(players: &[Player]) -> Vec<Edit> {
    let question = Question::Role(CATALOG.role("contract").expect("a role").id);
    let name = Edit::text(paths::partner(&question.path()), LINE);
    vec![question.edit(Some(&Answer::Players(players.to_vec()))), name]
}

fn said(assessment: &Assessment, language: Language) -> String {
    let model = project(assessment, &CATALOG);
    answered(&CATALOG, &model, &Question::Role(CATALOG.role("contract").expect("a role").id), language)
}

#[test]
fn a_partner_is_named_where_an_answer_says_that_one_takes_part() {
    let both = with(&contract(&[Player::Own, Player::Partner]));
    assert_eq!(said(&both, Language::Ja), format!("自社・連携事業者（{LINE}）"));
    assert_eq!(said(&both, Language::En), format!("We, Partner ({LINE})"));
    let model = project(&both, &CATALOG);
    let questions: Vec<Question> = model.partners.iter().map(|(question, _)| question.clone()).collect();
    assert_eq!(model.partners_in(&questions), [LINE]);
    assert_eq!(model.partners_in(questions.iter().chain(&questions)), [LINE], "each once");
}

#[test]
fn without_a_partner_its_name_waits() {
    let mut assessment = with(&contract(&[Player::Own]));
    assert_eq!(said(&assessment, Language::Ja), "自社");
    let partner = Question::Role(CATALOG.role("contract").expect("a role").id);
    let edit = partner.edit(Some(&Answer::Players(vec![Player::Partner])));
    assessment.apply(&[edit], &mut clock(4), NOW, "");
    assert_eq!(said(&assessment, Language::Ja), format!("連携事業者（{LINE}）"));
}
