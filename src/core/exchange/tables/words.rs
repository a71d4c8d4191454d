//! The wording of tables, in both languages. Heads are divided by `|`.

crate::core::language::texts! {
    summary: "現状のまとめ", "How we stand";
    controls: "対策項目", "Controls";
    values: "測定値", "Measured values";
    risks: "リスク", "Risks";
    actions: "アクション", "Actions";
    model: "サービスのモデル", "Model";

    summary_heads: "項目|内容|件数", "What|Content|Number";
    control_heads: "番号|節|区分|対策|内容|状態|集計上の扱い|対象外の理由|備考|規程|採用したベストプラクティス|担当|期限|証跡|出どころ", "No.|Section|Class|Control|What to do|State|Counts as|Why not applicable|Remark|In writing|Best practices followed|Owner|Due|Evidence|Source";
    value_heads: "番号|対策|評価項目|対策参照値（* は特に必要）|測定値|読み取った値|判定|注記|出どころ", "No.|Control|Evaluation item|Reference (* especially necessary)|Measured|Read as|Verdict|Note|Source";
    risk_heads: "ロール|対象|リスク|影響|起こりやすさ|優先度|扱い|集計上の扱い|理由|足りるとする対策|決定者|決定日|担当|期限|対応策|出どころ", "Role|Concerns|Risk|Impact|Likelihood|Priority|Decision|Counts as|Reason|Covered by|Decided by|Decided on|Owner|Due|Countermeasures|Source";
    action_heads: "対応策番号|対応策|番号|アクション|状態|集計上の扱い|備考|担当|期限|もとになるリスク|出どころ", "Counter-measure|Title|No.|Action|State|Counts as|Remark|Owner|Due|Because of these risks|Source";
    model_heads: "観点|対象|問い|答え|確からしさ|出どころ", "Viewpoint|Of what|Question|Answer|Sureness|Source";

    title: "題", "title";
    statement: "内容", "content";
    class: "区分", "class";
    item: "評価項目", "item";
    reference: "参照値", "reference";
    assignment: "対応策の割り当て", "countermeasures";
    rating: "影響・起こりやすさの初期値", "impact and likelihood to begin with";

    confirmed: "確認済み", "confirmed";
    presumed: "未確認（類型から）", "not confirmed (from the service type)";
    not_answered: "未回答", "unanswered";
    exists: "有無", "Is there one";
    service: "サービス全体", "The service";

    choices: "選択肢", "Choices";
    cut: "…（長すぎるため、ここで切れています）", "… (too long for a cell: cut off here)";
}
