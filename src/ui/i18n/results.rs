//! The results.

use crate::core::report::labels;

super::words! {
    title: "結果", "Results";
    answer_controls: "対策は {} 件中 {} 件を実施（基本の {} 件が一部実施・未実施、{} 件がわからない・理由なし・未回答）、", "Of {} controls, {} are implemented ({} basic ones only in part or not at all, {} unknown, unanswered or without their reason); ";
    answer_risks: "該当するリスクは {} 件中 {} 件の扱いを決定（ほかに未確定 {} 件）、必要なアクションは {} 件中 {} 件を実施、", "of {} risks that apply, {} are decided ({} more are open); of {} actions needed, {} are done; ";
    answer_overdue: "期限切れは {} 件です。", "{} tasks are overdue.";
    not_safety: "バーは記録された状態の色分けで、埋まっていても安全とは限りません。数字を押すと、数えた一覧へ移ります。", "Bars show what was recorded; a full bar does not mean that the service is secure. Each number leads to the list that it counts.";
    part_four: "第IV部のリスクとアクション", "Risks and actions of Part IV";
    by_part: "部ごと", "By part";
    by_class: "区分ごと", "By class";
    by_section: "節ごと", "By section";
    by_role: "リスクのロールごと", "Risks by role";
    by_viewpoint: "リスクの観点ごと", "Risks by viewpoint";
    whole: "全体", "All";
    table: "数字を表で見る", "The numbers as a table";
    of: "内訳", "Of";
    how: "数え方", "How this is counted";
    how_controls: "対策ごとに、記録された状態で数えます。理由のない「対象外」は「理由なし」で、答えたものに数えません。「適用範囲外」は適用範囲から決まります。冒頭の件数は、対象外と適用範囲外を除きます。", "Controls by the state recorded. “Not applicable” without its reason counts as not answered. What is out of scope follows from the scope. The number at the top leaves out what is not applicable or out of scope.";
    how_risks: "該当するリスクと未確定のリスクを、扱いで数えます。コンポーネントごとのリスクは、コンポーネントごとに一つです（一覧では一行）。アクションは、対応策を実施するリスクと扱いを決めていないリスクが求めるものです。", "Risks that apply or are open, by treatment; one that stands for components counts once for each (and is one row of the list). Actions are those that risks to be treated, or not yet decided, call for.";
    not_met: "満たしていない対策", "Controls that are not met";
    not_met_none: "一部実施・未実施と記録された対策はありません（未回答は含みません）。", "No control is recorded as not done or only in part (unanswered ones are not counted here).";
    how_not_met: "「未実施」「一部実施」と記録された対策です。基本が先、未実施が先です。", "Controls recorded as not done or only in part: basic ones first, then what is not done first.";
    below: "対策参照値に届かない値", "Values below their reference";
    below_none: "比べた値の中に、対策参照値に届かないものはありません。", "Of the values that were compared, none is below its reference.";
    value: "測定値 {}、対策参照値 {}", "measured {}, reference {}";
    on_unverified: "未照合の対策参照値による", "rests on an unverified reference value";
    value_counts: "未測定 {} 件、比べていない {} 件。比べた結果のうち {} 件は、公式の本文と照合していない対策参照値によります。", "{} not measured, {} not compared. {} of the verdicts rest on reference values that were not compared with the official text.";
    no_pattern: "パターンが決まっていないので、どの値もまだ比べていません。", "There is no pattern yet, so no value is compared.";
    how_values: "対象の対策の測定値を、パターンの対策参照値と比べます。「*」は特に必要とされる値で、先に並べます。月や年の長さ次第で届かないことがある値は、届かないものとします。未測定は含みません。", "Measured values beside the reference values of the pattern. “*” marks what is especially necessary, and comes first. A value that would do in some months or years only is below. What is not measured is left out.";
    otherwise: "受け入れた・移転したリスク", "Risks accepted or transferred";
    otherwise_none: "受け入れた、または移転したリスクはありません。", "No risk is accepted or transferred.";
    reason_missing: "理由が書かれていないもの", "Without the reason";
    how_otherwise: "対応策を実施する以外の扱いは、理由が書かれて初めて決めたものに数えます。", "Every treatment but carrying out the countermeasures counts as decided only with its reason.";
    overdue: "期限切れ（担当ごと）", "Overdue, by owner";
    overdue_none: "期限切れはありません。", "Nothing is overdue.";
    how_overdue: "終わっていない対策・リスク・アクションのうち、期限が今日より前のものです。", "What is not finished and was due before today.";
    official: labels::RESTS_ON.ja, labels::RESTS_ON.en;
    how_official: "対象の対策の文と対策参照値、該当または未確定のリスク、必要なアクションを、出どころで数えます。", "Statements and reference values of the controls that concern the service, risks that apply or are open, and actions needed, by where they come from.";
    to_report: "報告書にする", "Make a report";
    all: "すべて見る（{}）", "See all ({})";
}
