//! The risks.

use crate::core::report::{
    RiskStanding::{Open, Undecided},
    labels,
};

super::words! {
    title: "リスク", "Risks";
    lead: "モデルの答えから抽出したリスクです。未確定のものは、決め手になる質問に答えると決まります。該当するものは、どう扱うかを決めます。", "These risks were extracted from the model. Open ones are decided by answering the question shown. For those that apply, decide how to treat them.";
    group_role: "ロール", "Role";
    group_viewpoint: "観点", "Viewpoint";
    group_measure: "対応策", "Countermeasure";
    applies: "該当する", "Applies";
    open: labels::risk_standing(Open).ja, labels::risk_standing(Open).en;
    not: "該当しない", "Does not apply";
    col_measures: "リスク対応策項番", "Countermeasures";
    why: "判定の根拠", "Why";
    why_applies: "次の答えから、該当します。", "It applies because of these answers.";
    why_not: "次の答えから、該当しません。", "It does not apply because of these answers.";
    why_open: "次の質問が未回答なので、まだ決まりません。", "It is not decided yet, since these questions are open.";
    decides: "決め手", "Deciding question";
    condition_note: "該当の条件は当ツールが定めたものです。", "The condition is this tool's own.";
    decision: "扱い", "Treatment";
    this_risk: "このリスク", "this risk";
    decision_of: "{}の扱い", "Treatment of {}";
    undecided: labels::risk_standing(Undecided).ja, labels::risk_standing(Undecided).en;
    hidden: "独自 {} 件を隠しています", "{} of our own hidden";
    reason: "決めた理由", "Reason for it";
    reason_of: "{}の扱いの理由", "Reason for the treatment of {}";
    reason_needed: "理由を書いてください。あとで監査や引き継ぎのときに必要になります。", "Give the reason. Audits and successors will need it.";
    controls: "足りるとする対策の番号", "Controls that cover it";
    controls_hint: "例: III.2.1.4", "e.g. III.2.1.4";
    decided_by: "決めた人", "Decided by";
    decided_on: "決めた日", "Decided on";
    partners: "関わる連携事業者: {}", "Partners concerned: {}";
    priority: "優先度", "Priority";
    impact: "影響", "Impact";
    likelihood: "起こりやすさ", "Likelihood";
    priority_is: "優先度: {}（影響 {} × 起こりやすさ {}）", "Priority: {} (impact {} × likelihood {})";
    judged: "見立て: 影響 {}・起こりやすさ {}。{}", "View: impact {}, likelihood {}. {}";
    as_judged: "見立てのまま", "As judged";
    urgent: "優先度 高", "High priority";
    map: "影響と起こりやすさ", "Impact and likelihood";
    map_note: "該当するリスクの件数です。優先度は、影響と起こりやすさを高3・中2・低1として掛け、6以上を高、3以上を中とします。", "Risks that apply. Priority multiplies the two, with 3 for high, 2 for middle, 1 for low: from 6 it is high, from 3 middle.";
    source: "出典", "Source";
    order_guideline: "ガイドラインの順", "As in the guideline";
    components: "コンポーネント {} 個", "{} components";
    in_catalog: "カタログで見る", "See it in the catalogue";
    for_component: "対象: {}", "Concerns: {}";
    empty_model: "まだモデルに答えがありません。先にモデルを答えると、ここにリスクが出ます。", "The model has no answers yet. Answer it first, and the risks appear here.";
    to_model: "モデルに答える", "Answer the model";
    former: "扱いを決めたあとに該当しなくなったものです。決めた内容は残してあります。", "It no longer applies since its treatment was decided. The decision is kept.";
    counts: "該当 {}・未確定 {}・該当しない {}（コンポーネントごとの数）", "{} apply, {} open, {} do not apply (counted by component)";
}
