//! The results.

super::words! {
    title: "結果", "Results";
    answer_controls: "対策は {} 件中 {} 件を実施（基本の {} 件が一部実施・未実施、{} 件がわからない・理由なし・未回答）、", "Of {} controls, {} are implemented ({} basic ones only in part or not at all, {} unknown, unanswered or without their reason); ";
    answer_risks: "該当するリスクは {} 件中 {} 件の扱いを決定（ほかに未確定 {} 件）、必要なアクションは {} 件中 {} 件を実施、", "of {} risks that apply, {} are decided ({} more are open); of {} actions needed, {} are done; ";
    answer_overdue: "期限切れは {} 件です。", "{} tasks are overdue.";
    not_safety: "バーは、記録された状態を色で分けたものです。埋まっていても、安全とは限りません。数字を押すと、数えた一覧へ移ります。", "A bar shows what was recorded, state by state. A full bar does not mean that the service is secure. Each number leads to the list that it counts.";
    part_four: "第IV部のリスクとアクション", "Risks and actions of Part IV";
    by_part: "部ごと", "By part";
    by_class: "区分ごと", "By class";
    by_section: "節ごと", "By section";
    by_viewpoint: "リスクの観点ごと", "Risks by viewpoint";
    whole: "全体", "All";
    table: "数字を表で見る", "The numbers as a table";
    of: "内訳", "Of";
    how: "数え方", "How this is counted";
    how_controls: "一つの対策を一つと数え、記録された状態で分けます。「対象外」は、理由が書かれているときだけ対象外に数えます。理由がなければ「理由なし」で、答えたものに数えません。「適用範囲外」は、この点検の適用範囲から決まります。冒頭の対策の件数は、対象外と適用範囲外を除いたものです。", "Each control counts once, under the state that was recorded. “Not applicable” counts as such only with its reason; without it, it stands under “Reason missing” and does not count as answered. What is out of scope follows from the scope of this assessment. The number of controls at the top leaves out what is not applicable or out of scope.";
    how_risks: "該当するリスクと、まだ未確定のリスクを、扱いで分けます。コンポーネントごとに判定するリスクは、コンポーネントごとに一つと数えます（リスクの一覧では一行です）。理由の要る扱いは、理由が書かれて初めて決めたものに数えます。アクションは、対応策を実施するリスクと、扱いを決めていないリスクが求めるものです。記録と実施は別に数えます。", "Risks that apply and risks that are still open, by their treatment. One that is judged for each component counts once for each (and is one row of the list). A treatment that needs a reason counts as decided only with it. Actions are those that risks to be treated, or not yet decided, call for. Recorded and done are counted apart.";
    not_met: "満たしていない対策", "Controls that are not met";
    not_met_none: "一部実施・未実施と記録された対策はありません。未回答の対策は、ここには出ません。", "No control is recorded as not implemented or only in part. Unanswered ones do not stand here.";
    how_not_met: "「未実施」または「一部実施」と記録された対策です。基本を先に、その中では未実施を先に並べます。", "Controls recorded as not implemented or only in part: basic before recommended, and within these what is not done before what is done in part.";
    below: "対策参照値に届かない値", "Values below their reference";
    below_none: "比べた値の中に、対策参照値に届かないものはありません。", "Of the values that were compared, none is below its reference.";
    value: "測定値 {}、対策参照値 {}", "measured {}, reference {}";
    on_unverified: "未照合の対策参照値による", "rests on an unverified reference value";
    value_counts: "未測定 {} 件、比べていない {} 件。比べた結果のうち {} 件は、公式の本文と照合していない対策参照値によります。", "{} not measured, {} not compared. {} of the verdicts rest on reference values that were not compared with the official text.";
    no_pattern: "パターンが決まっていないので、どの値もまだ比べていません。", "There is no pattern yet, so no value is compared.";
    how_values: "対象の対策の測定値を、このサービスのパターンの対策参照値と比べます。「*」は特に必要とされる値で、先に並べます。月や年の長さによって届いたり届かなかったりする値は、届かないものとします。未測定は、届かないものに数えません。", "Measured values of the controls that concern the service, beside the reference values of its pattern. “*” marks values that are especially necessary; they come first. A value that would do in some months or years only is below. What is not measured is not below.";
    otherwise: "受け入れた・移転したリスク", "Risks accepted or transferred";
    otherwise_none: "受け入れた、または移転したリスクはありません。", "No risk is accepted or transferred.";
    reason_missing: "理由が書かれていないもの", "Without the reason";
    how_otherwise: "対応策を実施する以外の扱いは、理由が書かれて初めて決めたものに数えます。理由のないものには、他の対策で足りるとしたものも含みます。", "Every treatment but carrying out the countermeasures counts as decided only with its reason. Those without it include risks said to be covered by other controls.";
    overdue: "期限切れ（担当ごと）", "Overdue, by owner";
    overdue_none: "期限切れはありません。", "Nothing is overdue.";
    how_overdue: "終わっていない対策・リスク・アクションのうち、期限の日が今日より前のものです。", "Controls, risks and actions that are not finished and whose due date is before today.";
    official: "この結果が拠る文と値 {} 件のうち、公式の概要資料の文が {} 件、公知の事実が {} 件、未照合が {} 件、当ツール独自が {} 件、利用者提供が {} 件です。", "Of the {} texts and values that these results rest on, {} are from the official summary, {} from public sources, {} unverified, {} this tool's own, and {} supplied by the user.";
    how_official: "対象の対策の文と比べた対策参照値、該当または未確定のリスク、必要なアクションの文を、出どころで数えます。", "The statements and reference values of the controls that concern the service, the risks that apply or are open, and the actions needed, by where they come from.";
    all: "すべて見る（{}）", "See all ({})";
}
