//! The wording of the report, in both languages.

use crate::core::language::Language;

/// Declares texts as a struct with one value for each language, so that a missing translation does not compile.
macro_rules! words {
    ($($name:ident: $ja:expr, $en:expr;)*) => {
        /// The texts.
        #[allow(missing_docs)]
        pub struct Words { $(pub $name: &'static str,)* }

        static JA: Words = Words { $($name: $ja,)* };
        static EN: Words = Words { $($name: $en,)* };

        /// The texts in a language.
        #[must_use]
        pub const fn of(language: Language) -> &'static Words {
            match language {
                Language::Ja => &JA,
                Language::En => &EN,
            }
        }

        /// Every text by its name in both languages, for tests.
        #[must_use]
        pub fn pairs() -> Vec<(&'static str, &'static str, &'static str)> {
            vec![$((stringify!($name), $ja, $en),)*]
        }
    };
}

words! {
    title: "情報セキュリティ対策 自己点検報告書", "Information security self-assessment report";
    management: "経営向け", "Management";
    managers: "管理者向け", "Managers";
    full: "全部", "Complete";
    name: "点検の名前", "Assessment";
    assessor: "点検者", "Assessor";
    date: "報告日", "Date";
    extent: "報告の種類", "Kind of report";
    guideline: "ガイドライン", "Guideline";
    catalog: "カタログの版（SHA-256）", "Catalogue (SHA-256)";
    data: "点検データの版（SHA-256）", "Assessment data (SHA-256)";
    not_certified: "サービス提供者自身の記録をまとめたものです。第三者の監査や認証ではなく、証跡の内容までは確かめていません。", "These are the provider's own records. It is no audit or certification by a third party, and what the evidence says was not checked.";

    scope: "点検の範囲", "Scope";
    part: "第{}部 {}", "Part {}: {}";
    parts_in: "点検した部", "Parts assessed";
    parts_out: "点検していない部", "Parts left out";
    because: "{}（理由: {}）", "{} (reason: {})";
    no_reason: "記録なし", "none recorded";
    theirs: "他者のもの", "Somebody else's";
    theirs_out: "{}（これらだけに関わる対策 {} 件は適用範囲外）", "{} ({} controls that concern nothing else are out of scope)";
    pattern: "サービスの分類", "Class of the service";
    pattern_of: "{}（{}）", "{} ({})";
    pattern_chosen: "{}（{}）。次の理由で選択: {}", "{} ({}), chosen for this reason: {}";
    pattern_none: "未定（測定値は対策参照値と比べていません）", "Not decided, so measured values are not compared with reference values";
    hidden: "含めていない項目", "Not included";
    hidden_count: "当ツール独自の項目 {} 件", "{} entries of this tool's own";
    note: "範囲とメモ", "Scope and notes";

    summary: "要約", "Summary";
    controls_line: "サービスに関わる対策 {} 件のうち、実施は {} 件です。一部実施・未実施は {} 件（うち基本 {} 件）、わからない・理由なし・未回答は {} 件です。", "Controls: of {} that concern the service, {} are implemented, {} only in part or not at all ({} of them basic); {} are unknown, unanswered or without their reason.";
    values_line: "評価項目 {} 件のうち、対策参照値を満たすものは {} 件、届かないものは {} 件（うち特に必要とされるもの {} 件）、未測定は {} 件です。", "Evaluation items: of {}, {} meet their reference value, {} are below it ({} of them especially necessary), {} are not measured.";
    risks_line: "IoTサービスのリスクは {} 件が該当し、{} 件の扱いを決めました（受け入れ・移転は {} 件）。該当するかどうか未確定のリスクが {} 件あります。", "Risks of IoT services: {} apply, {} of them are decided ({} accepted or transferred); {} more are open.";
    actions_line: "必要なアクション {} 件のうち、実施は {} 件、一部実施・未実施は {} 件です。", "Actions: of {} needed, {} are done, {} only in part or not at all.";
    tasks_line: "残っている作業は {} 件で、期限切れは {} 件、担当の決まっていないものは {} 件です。", "Tasks: {} are left, {} of them overdue, {} without an owner.";
    not_safety: "図と数は、記録された状態を数えたものです。すべて記録されていても、安全を意味しません。", "Figures count what was recorded. That everything is recorded does not mean that the service is secure.";
    controls: "対策", "Controls";
    risks: "リスク", "Risks";
    actions: "アクション", "Actions";
    first_of: "{}（{} 件のうち先の {} 件）", "{} ({} in all; the first {})";
    gaps: "満たしていない対策", "Controls that are not met";
    below: "対策参照値に届かない値", "Values below their reference";
    otherwise: "受け入れた・移転したリスク", "Risks accepted or transferred";
    owners: "担当ごとの残り", "What is left, by owner";
    sureness: "この結果の確かさ", "How sure these results are";
    presumed: "モデルの答え {} 件は、類型から入れたままで、確かめていません。", "{} answers of the model still stand as the service type filled them in, not confirmed.";
    open_model: "モデルの質問 {} 件が未回答です。", "{} questions of the model are unanswered.";
    reasons_missing: "理由が書かれていない {} 件は、回答したもの・決めたものに数えていません。", "{} records lack the reason that they demand; they count neither as answered nor as decided.";
    unmeasured: "未測定の評価項目 {} 件は、届かないものに数えていません。", "{} evaluation items were not measured; they do not count as below.";
    not_compared: "測った値 {} 件は、対策参照値と比べていません。", "{} measured values were not compared with a reference value.";
    unverified: "測定値の判定のうち {} 件は、公式の本文と照合していない対策参照値によります。", "{} verdicts rest on reference values that were not compared with the official text.";
    conflicts: "人によって食い違い、まだ決めていない記録が {} 件あります。", "On {} records people disagree, and nobody has decided yet.";
    other_catalog: "点検は別の版のカタログで行われ、この版のカタログで集計しています。", "The assessment was made with another catalogue, and is counted with this one.";

    overdue: "{}（期限切れ）", "{} (overdue)";
    nobody: "担当なし", "No owner";
    calendar: "月や年の長さによっては届く", "would do in some months or years";
    must: "特に必要", "especially necessary";
    on_unverified: "未照合の参照値", "reference not verified";
    covered_by: "足りるとする対策", "Covered by";
    decided: "決定", "Decided";

    gap_heads: "番号|対策|区分|状態|備考|担当・期限", "No.|Control|Class|State|Remark|Owner, due";
    unanswered_heads: "節|件数|番号", "Section|Count|Numbers";
    below_heads: "番号|評価項目|測定値|対策参照値|備考", "No.|Evaluation item|Measured|Reference|Remark";
    value_heads: "番号|評価項目|測定値|対策参照値|判定", "No.|Evaluation item|Measured|Reference|Verdict";
    risk_heads: "リスク|対象|扱い|理由・決定|対応策", "Risk|Concerns|Treatment|Reason, decision|Counter-measures";
    action_heads: "番号|アクション|状態|備考|担当・期限", "No.|Action|State|Remark|Owner, due";
    task_heads: "内容|状態|期限", "What|State|Due";
    owner_heads: "担当|残り|期限切れ|最も近い期限", "Owner|Left|Overdue|Next due";
    control_heads: "対策|内容|状態|記録", "Control|What|State|Record";
    role_heads: "ロール|担い手", "Role|Played by";
    component_heads: "コンポーネント|種類|ロール|調達|運用|保守", "Component|Kind|Role|Procured by|Operated by|Maintained by";
    data_heads: "データ取扱形態|答え", "Form of data handling|Answer";
    open_heads: "リスク|対象|判定", "Risk|Concerns|Verdict";
    source_heads: "出どころ|意味", "Source|Meaning";
    stamps: "承認|確認|作成", "Approved|Reviewed|Prepared";
    who: "担当・期限", "Owner, due";
    remark: "備考", "Remark";

    gaps_none: "一部実施・未実施と記録された対策はありません（未回答は含みません）。", "No control is recorded as not done or only in part (unanswered ones are not counted here).";
    unanswered: "答えのない対策", "Controls without an answer";
    unanswered_lead: "わからない・理由なし・未回答の対策です。実施とも未実施とも数えていません。", "Unknown, without the reason, or unanswered. They count neither as implemented nor as not implemented.";
    below_none: "比べた値の中に、対策参照値に届かないものはありません。", "Of the values that were compared, none is below its reference.";
    treatments: "該当するリスクと扱い", "Risks that apply, and their treatment";
    risks_none: "該当すると決まったリスクはありません。", "No risk is known to apply.";
    to_do: "終わっていないアクション", "Actions not finished";
    to_do_none: "一部実施・未実施と記録されたアクションはありません（未回答は含みません）。", "No action is recorded as not done or only in part (unanswered ones are not counted here).";
    unknown_actions: "このほか、わからない・理由なし・未回答のアクションが {} 件あります。", "{} more actions are unknown, without their reason, or unanswered.";
    schedule: "担当と期限", "Owners and dates";
    schedule_none: "担当か期限の決まった作業は残っていません。", "No task with an owner or a date is left.";
    unscheduled: "このほか、担当も期限も決まっていない作業が {} 件あります。", "{} more tasks have neither an owner nor a date.";

    appendix: "付録{} {}", "Appendix {}: {}";
    all: "対策項目一覧", "All controls";
    values: "評価項目と測定値", "Evaluation items and measured values";
    model: "サービスのモデル", "Model of the service";
    not_applying: "該当しない・未確定のリスク", "Risks that do not apply or are open";
    not_applying_none: "該当しない、または未確定のリスクはありません。", "There are none.";
    all_actions: "必要なアクション", "Actions needed";
    actions_none: "必要なアクションはありません。", "No action is needed.";
    sources: "出どころ", "Sources";
    usual: "印のないものの出どころ: {}", "Source unless marked: {}";
    marked: "{}〔{}〕", "{} [{}]";
    why: "理由", "Reason";
    written: "規程", "In writing";
    practices: "採用したベストプラクティス", "Best practices followed";
    seen: "確認済み", "seen";
    not_seen: "未確認", "not seen";
    no_components: "コンポーネントの記録はありません。", "No component is recorded.";
    not_confirmed: "{}（未確認）", "{} (not confirmed)";
    not_apply: "該当しない", "Does not apply";
}
