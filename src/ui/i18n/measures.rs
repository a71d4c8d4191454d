//! The countermeasures.

use crate::core::report::labels;

super::words! {
    title: "対応策", "Countermeasures";
    lead: "該当するリスクに割り当てられた対応策です。具体的なアクションごとに、できているかを記録します。", "These countermeasures are assigned to the risks that apply. Note for each concrete action whether it is done.";
    empty: "対応策はまだありません。該当するリスクが決まると、ここに出ます。", "There are no countermeasures yet. They appear once risks apply.";
    to_risks: "リスクを見る", "See the risks";
    answers: "このリスクに対応します", "Answers these risks";
    actions: "具体的なアクション", "Concrete actions";
    not_included: "公式の文は収録していません。", "The official text is not included.";
    status: "状況", "Status";
    na_reason: "対象外の理由を備考に書いてください。", "Give the reason in the remark.";
    first: "順序", "Order";
    baseline: "最初に実施", "Do first";
    not_baseline: "次に実施", "Do next";
    owner: "担当", "Owner";
    owner_of: "{}の担当", "Owner of {}";
    due: "期限", "Due";
    due_of: "{}の期限", "Due date of {}";
    unanswered: labels::UNANSWERED.ja, labels::UNANSWERED.en;
    not_needed: "扱いの決定により不要", "Not needed, by decision";
    former: "該当しなくなった", "No longer called for";
    suggested: "当ツールが提案するアクションを添えます。", "Actions suggested by this tool stand beside it.";
    remark: "備考", "Remark";
    belongs_to: "この対応策のアクションです", "An action of this countermeasure";
    beside: "同じ対応策のほかのアクション", "Other actions of this countermeasure";
    viewpoint: "観点", "Viewpoint";
    source: "出典", "Source";
    order_guideline: "ガイドラインの順", "As in the guideline";
    no_due: "期限なし", "No due date";
    has_due: "期限内", "In time";
    overdue: "期限切れ", "Overdue";
    no_owner: "担当なし", "No owner";
    leans_on: "関連する対策", "Related controls";
    references: "関連する公開文書", "Related public documents";
}
