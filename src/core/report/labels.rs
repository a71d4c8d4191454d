//! What states, answers and provenances are called, in both languages: the same on screens and in exports.

use super::{ActionStanding, ActionStatus, ControlStanding, Decision, ProvenanceKind, RiskStanding};
use crate::core::{
    catalog::{Catalog, ControlClass, Grade, Layer, Place, Player, RoleId},
    evaluate::{ControlStatus, InWriting, Verdict},
    language::{Language, Wording, fill},
    model::{Answer, InstanceId, Model, Question},
};

/// A question answered with yes.
pub const YES: Wording = Wording::new("はい", "Yes");
/// A question answered with no.
pub const NO: Wording = Wording::new("いいえ", "No");
/// A question, or an action, of which nobody said anything.
pub const UNANSWERED: Wording = Wording::new("未回答", "Unanswered");
/// Where no player does something.
pub const NOBODY: Wording = Wording::new("なし", "Nobody");
/// Where there is nothing to list.
pub const NONE: Wording = Wording::new("なし", "None");
/// What stands between the items of a list.
pub const COMMA: Wording = Wording::new("・", ", ");
/// Players, with what the partner among them is called.
pub const NAMED: Wording = Wording::new("{}（{}）", "{} ({})");
/// A decision, or a status, whose demanded reason is missing.
const REASON_MISSING: Wording = Wording::new("理由なし", "Reason missing");

/// Where what is shown comes from: all texts and values, then those of each kind of provenance.
pub const RESTS_ON: Wording = Wording::new(
    "この結果が拠る文と値 {} 件のうち、公式の概要資料の文が {} 件、公知の事実が {} 件、未照合が {} 件、当ツール独自が {} 件、利用者提供が {} 件です。",
    "Of the {} texts and values that these results rest on, {} are from the official summary, {} from public sources, {} unverified, {} this tool's own, and {} supplied by the user.",
);
/// That there is a newer edition of the guideline.
pub const NEWER: Wording = Wording::new(
    "構成を改めた第3版（2021年9月）も公表されていますが、このツールは利用者の求めにより第2版に沿っています。番号と内容は第3版と異なることがあります。",
    "A third edition, restructured, was published in September 2021; this tool follows the second, as its users asked. Numbers and content may differ.",
);

/// A player.
#[must_use]
pub const fn player(player: Player) -> Wording {
    match player {
        Player::Own => Wording::new("自社", "We"),
        Player::Partner => Wording::new("連携事業者", "Partner"),
        Player::User => Wording::new("利用者", "User"),
    }
}

/// How much there is of a risk's impact, likelihood or priority.
#[must_use]
pub const fn grade(grade: Grade) -> Wording {
    match grade {
        Grade::High => Wording::new("高", "High"),
        Grade::Middle => Wording::new("中", "Middle"),
        Grade::Low => Wording::new("低", "Low"),
    }
}

/// Where a component stands.
#[must_use]
pub const fn place(place: Place) -> Wording {
    match place {
        Place::OwnPremises => Wording::new("自社の構内・データセンタ", "Our premises or data centre"),
        Place::UserPremises => Wording::new("利用者の構内", "User's premises"),
        Place::Public => Wording::new("公共・無人の場所", "Public or unattended place"),
        Place::Moving => Wording::new("移動・携帯", "Moving or carried"),
        Place::OthersCloud => Wording::new("他社のクラウド", "Somebody else's cloud"),
    }
}

/// Several places.
#[must_use]
pub fn places(places: &[Place], language: Language) -> String {
    join(places.iter().map(|p| place(*p).pick(language)), language)
}

/// Several roles.
#[must_use]
pub fn roles(catalog: &Catalog, roles: &[RoleId], language: Language) -> String {
    let name = |id: &RoleId| catalog.role(id.0).map_or(id.0, |role| language.pick(role.name.ja(), role.name.en()));
    join(roles.iter().map(name), language)
}

/// A layer of the service.
#[must_use]
pub const fn layer(layer: Layer) -> Wording {
    match layer {
        Layer::Site => Wording::new("現場", "Site"),
        Layer::Network => Wording::new("ネットワーク", "Network"),
        Layer::Cloud => Wording::new("クラウド", "Cloud"),
        Layer::Client => Wording::new("利用者の手元", "User's side"),
        Layer::Operation => Wording::new("運用・保守", "Operation"),
    }
}

/// An answer to a question of the model.
#[must_use]
pub fn answer(catalog: &Catalog, answer: Option<&Answer>, language: Language) -> String {
    let word = match answer {
        Some(Answer::Players(all)) => return players(all, language),
        Some(Answer::Places(all)) => return places(all, language),
        Some(Answer::Roles(all)) if !all.is_empty() => return roles(catalog, all, language),
        None => UNANSWERED,
        Some(Answer::Yes(true)) => YES,
        Some(Answer::Yes(false)) => NO,
        Some(Answer::Roles(_)) => NONE,
    };
    word.pick(language).to_owned()
}

/// The answer that a model has to a question, with what the partner is called.
#[must_use]
pub fn answered(catalog: &Catalog, model: &Model, question: &Question, language: Language) -> String {
    let said = answer(catalog, question.answer(model).as_ref(), language);
    match model.partner(question) {
        Some(name) => fill(NAMED.pick(language), &[&said, &name]),
        None => said,
    }
}

/// Several players; nobody for none.
#[must_use]
pub fn players(players: &[Player], language: Language) -> String {
    if players.is_empty() {
        return NOBODY.pick(language).to_owned();
    }
    join(players.iter().map(|p| player(*p).pick(language)), language)
}

/// A list as people write it.
pub fn join(items: impl IntoIterator<Item = impl AsRef<str>>, language: Language) -> String {
    let items: Vec<String> = items.into_iter().map(|i| i.as_ref().to_owned()).collect();
    items.join(COMMA.pick(language))
}

/// What a component is called.
#[must_use]
pub fn component(catalog: &Catalog, model: &Model, id: &InstanceId, language: Language) -> String {
    let kind = |id: &str| catalog.component(id).map(|c| language.pick(c.name.ja(), c.name.en())).unwrap_or_default();
    match model.instances.get(id) {
        Some(i) if i.name.trim().is_empty() => kind(i.kind.0).to_owned(),
        Some(i) => i.name.clone(),
        None => id.to_string(),
    }
}

/// How urgent a control is.
#[must_use]
pub const fn class(class: ControlClass) -> Wording {
    match class {
        ControlClass::Basic => Wording::new("基本", "Basic"),
        ControlClass::Recommended => Wording::new("推奨", "Recommended"),
    }
}

/// What comes of comparing a measured value.
#[must_use]
pub const fn verdict(verdict: &Verdict) -> Wording {
    match verdict {
        Verdict::Meets => Wording::new("満たす", "Meets it"),
        Verdict::FallsShort { .. } => Wording::new("届かない", "Below"),
        Verdict::NothingToMeet => Wording::new("定めなし", "None set"),
        Verdict::UnknownReference => Wording::new("参照値不明", "Reference unknown"),
        Verdict::NotMeasured => Wording::new("未測定", "Not measured"),
        Verdict::NoPattern => Wording::new("未比較", "Not compared"),
        Verdict::AskedBack(_) => Wording::new("読み取れない", "Not understood"),
    }
}

/// A decision about a risk, as it is offered.
#[must_use]
pub const fn decision(decision: Decision) -> Wording {
    match decision {
        Decision::Treat => Wording::new("対応策を実施する", "Carry out the countermeasures"),
        Decision::Covered => Wording::new("第II部・第III部の対策で足りる", "Covered by controls of Parts II and III"),
        Decision::Accept => Wording::new("受け入れる", "Accept"),
        Decision::Transfer => Wording::new("移転する（契約・保険など）", "Transfer (contract, insurance)"),
    }
}

/// Where a risk stands, in a word or two.
#[must_use]
pub const fn risk_standing(standing: RiskStanding) -> Wording {
    match standing {
        RiskStanding::Treat => decision(Decision::Treat),
        RiskStanding::Covered => Wording::new("他の対策で足りる", "Covered otherwise"),
        RiskStanding::Accepted => decision(Decision::Accept),
        RiskStanding::Transferred => Wording::new("移転する", "Transfer"),
        RiskStanding::ReasonMissing => REASON_MISSING,
        RiskStanding::Undecided => Wording::new("決めていない", "Undecided"),
        RiskStanding::Open => Wording::new("未確定", "Open"),
    }
}

/// The status of an action.
#[must_use]
pub const fn action_status(status: ActionStatus) -> Wording {
    match status {
        ActionStatus::Done => Wording::new("実施", "Done"),
        ActionStatus::Partly => Wording::new("一部実施", "Done in part"),
        ActionStatus::NotDone => Wording::new("未実施", "Not done"),
        ActionStatus::NotApplicable => Wording::new("対象外", "Not applicable"),
        ActionStatus::DontKnow => Wording::new("わからない", "Don't know"),
    }
}

/// Where an action stands.
#[must_use]
pub const fn action_standing(standing: ActionStanding) -> Wording {
    match standing {
        ActionStanding::Done => action_status(ActionStatus::Done),
        ActionStanding::Partly => action_status(ActionStatus::Partly),
        ActionStanding::NotDone => action_status(ActionStatus::NotDone),
        ActionStanding::NotApplicable => action_status(ActionStatus::NotApplicable),
        ActionStanding::ReasonMissing => REASON_MISSING,
        ActionStanding::DontKnow => action_status(ActionStatus::DontKnow),
        ActionStanding::Unanswered => UNANSWERED,
    }
}

/// The status of a control.
#[must_use]
pub const fn control_status(status: ControlStatus) -> Wording {
    match status {
        ControlStatus::Implemented => Wording::new("実施", "Implemented"),
        ControlStatus::Partial => Wording::new("一部実施", "Implemented in part"),
        ControlStatus::NotImplemented => Wording::new("未実施", "Not implemented"),
        ControlStatus::NotApplicable => Wording::new("対象外", "Not applicable"),
        ControlStatus::Unknown => Wording::new("わからない", "Don't know"),
    }
}

/// Where a control stands.
#[must_use]
pub const fn control_standing(standing: ControlStanding) -> Wording {
    match standing {
        ControlStanding::Implemented => control_status(ControlStatus::Implemented),
        ControlStanding::Partial => control_status(ControlStatus::Partial),
        ControlStanding::NotImplemented => control_status(ControlStatus::NotImplemented),
        ControlStanding::NotApplicable => control_status(ControlStatus::NotApplicable),
        ControlStanding::OutOfScope => Wording::new("適用範囲外", "Out of scope"),
        ControlStanding::ReasonMissing => REASON_MISSING,
        ControlStanding::Unknown => control_status(ControlStatus::Unknown),
        ControlStanding::Unanswered => UNANSWERED,
    }
}

/// How far a control is laid down in rules.
#[must_use]
pub const fn in_writing(written: InWriting) -> Wording {
    match written {
        InWriting::Written => Wording::new("規程あり", "In writing"),
        InWriting::Partial => Wording::new("一部規程あり", "In writing in part"),
        InWriting::NotWritten => Wording::new("規程なし", "Not in writing"),
        InWriting::Unknown => control_status(ControlStatus::Unknown),
    }
}

/// Where something comes from, as its badge says it.
#[must_use]
pub const fn provenance(kind: ProvenanceKind) -> Wording {
    match kind {
        ProvenanceKind::Quoted => Wording::new("概要資料", "Summary"),
        ProvenanceKind::Cited => Wording::new("公知", "Public source"),
        ProvenanceKind::Unverified => Wording::new("未照合", "Unverified"),
        ProvenanceKind::Original => Wording::new("独自", "Original"),
        ProvenanceKind::Supplied => Wording::new("利用者提供", "Supplied"),
    }
}

/// What a provenance means.
#[must_use]
pub const fn meaning(kind: ProvenanceKind) -> Wording {
    match kind {
        ProvenanceKind::Quoted => Wording::new(
            "総務省の概要資料の文そのまま。ビルドのたびに写しと照合する。英語はこのプロジェクトの訳。",
            "Word for word from the ministry's summary, compared with a copy at every build. The English is this \
             project's translation.",
        ),
        ProvenanceKind::Cited => Wording::new(
            "公開されている資料で確認した事実。文はこのプロジェクトのもの。",
            "A fact seen in a public source, in this project's own words.",
        ),
        ProvenanceKind::Unverified => Wording::new(
            "正しいと見ているが、公式の本文と照合していない。確からしさを％で示す。文はこのプロジェクトのもの。",
            "Believed true at so many per cent, not compared with the official text, in this project's own words.",
        ),
        ProvenanceKind::Original => Wording::new(
            "ガイドラインの方法に沿ってこのプロジェクトが書いたもの。公式の文ではない。",
            "Written by this project in the guideline's method. It is not official text.",
        ),
        ProvenanceKind::Supplied => {
            Wording::new("利用者が読み込んだカタログパックのもの。", "From a catalogue pack that the user loaded.")
        }
    }
}

/// The credit line that the terms of the ministry's material ask for.
pub const CREDIT: Wording = Wording::new(
    "出典: 「クラウドサービス提供における情報セキュリティ対策ガイドライン（第2版）」（総務省、2018年7月）の概要資料を加工して作成",
    "Source: made by editing the ministry's summary of the guideline (Ministry of Internal Affairs and Communications, \
     Japan, July 2018).",
);
