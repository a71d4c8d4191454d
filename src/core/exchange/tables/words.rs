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

    of_assessment: "点検「{}」の表です。", "A table of the assessment “{}”.";
    no_changes: "この表から変わるところはありません。", "This table changes nothing.";
    unchanged: "いまと同じセル: {}。", "Cells that say what stands now: {}.";
    newer: "表を書き出したあとにこちらで変わり、表では元のままのセル: {}。こちらの内容が残ります。", "Cells changed here since the table was written, and not in the table: {}. What stands here stays.";
    missing: "表にない列は読みません: {}。", "Columns that the table lacks are not read: {}.";
    only_entered: "読むのは、書き出した表で見出しが濃い色の列（記入する列）だけです。表にない行はそのままです。", "Only the columns with dark heads, which are for entering, are read. Rows that the table lacks stay as they are.";
    changes: "変わるセル（{}）", "Cells that change ({})";
    both: "こちらでも変わったセル（{}）: 表の内容にするものを選んでください", "Cells changed here too ({}): choose those to take from the table";
    odd: "読み取れないセル（{}）: 取り込まれません", "Cells that are not understood ({}): not taken in";
    strangers: "取り込めない行（{}）", "Rows that cannot be taken in ({})";
    change_heads: "項目|列|いま|取り込み後", "Item|Column|Now|After";
    odd_heads: "場所|列|書かれている内容|書ける内容", "Where|Column|What stands there|What can";
    stranger_heads: "場所|ID|書かれている内容|理由", "Where|ID|What stands there|Why";
    line: "{}行目", "line {}";
    expected_day: "2026-12-24 のような日付", "a day such as 2026-12-24";
    expected_value: "値（エラーや、計算されていない数式でないもの）", "a value, not an error or a formula that was not worked out";
    expected_letters: "{}字まで", "at most {} letters";
    expected_whole: "全文（書き出したときに長すぎて切れたもの）", "the whole text, which was cut off when it was written";
    row_gone: "この点検に、この行はありません（あとで対象でなくなったものも含みます）", "The assessment has no such row, or not any more";
    row_no_id: "ID がありません", "It has no ID";
    row_elsewhere: "別の点検の行です", "It is of another assessment";
    row_twice: "同じ ID の行が上にもあり、内容が違います", "A row above has the same ID and says something else";
    no_unreadable: "表として読めません。Excel のブック（.xlsx）か CSV で保存し直してください。", "It cannot be read as a table. Save it again as an Excel workbook (.xlsx) or as CSV.";
    no_broken: "CSV として読めません。引用符（\"）が閉じていません。", "It cannot be read as CSV: a quotation mark is never closed.";
    no_password: "パスワードで保護されています。パスワードを外して保存し直してください。", "It is protected by a password. Save it again without one.";
    no_old: "古い形式の Excel ファイル（.xls）です。.xlsx で保存し直してください。", "It is an Excel file of the old kind (.xls). Save it again as .xlsx.";
    no_too_much: "大きすぎて読めません。書き出した表のほかのものを消して、保存し直してください。", "There is too much in it. Remove what was added to the tables, and save it again.";
    no_columns: "ID と tenken の列がある表が見つかりません。「報告」の頁で保存した Excel か CSV を、この二つの列を残して編集してください。", "No table with the columns ID and tenken was found. Edit an Excel file or a CSV that was saved from the page “Report”, and leave these two columns in it.";
    no_assessment: "この表のもとになった点検が、この端末の一覧にありません。先にその点検のファイルを開くか、ごみ箱から戻してください。", "The assessment from which this table was written is not in the list on this device. Open its file first, or restore it from the bin.";
    nothing_changed: "何も変わっていません。", "Nothing was changed.";
}
