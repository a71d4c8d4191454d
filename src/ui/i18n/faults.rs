//! What is wrong with a fact of a catalogue pack.

super::words! {
    names_twice: "「{}」を二度挙げています。一つ消してください。", "Lists “{}” twice. Remove one.";
    none_of: "「{}」は使えません。次のどれかにしてください: {}", "“{}” cannot be used here. Use one of: {}";
    unknown: "「{}」という項目はありません。番号を確かめてください。", "There is no entry “{}”. Check the id.";
    action_of_another: "{} のアクションの番号は {} で始めてください。", "An action of {} must have an id that begins with {}.";
    there_and_absent: "「{}」があるとも、ないとも書かれています。", "“{}” is said to be there and not to be there.";
    same_title: "リスク {}「{}」と同じ題です。違いが分かる題にしてください。", "Risk {} “{}” has the same title. Make it different.";
    no_reference: "「{}」は参照できる資料の番号ではありません。", "“{}” is not the number of a known reference.";
    no_option: "「{}」はこの評価項目の選択肢（{}）にありません。", "“{}” is not among the options of this item ({}).";
    unit: "「{}」の単位が合いません。使える単位: {}", "The unit of “{}” does not fit. Units allowed: {}";
    no_value: "「{}」は値として読めません。「<= 10 min」「>= 99.5 %」「-」のように書き、特に必要なら後ろに「 *」を付けてください。", "“{}” cannot be read as a value. Write it like “<= 10 min”, “>= 99.5 %” or “-”, with “ *” after it where especially necessary.";
    too_long: "{}文字を超えています。短くしてください。", "Longer than {} characters. Shorten it.";
    too_many_fields: "一つの項目への記入が多すぎます（{}まで）。減らしてください。", "Too much is said of one entry ({} fields at most). Shorten it.";
    of_files: "アプリのカタログそのものの誤りです。パックでは直せません。", "A mistake of the app's own catalogue. No pack can correct it.";
    twice: "二度書かれています。一つ消してください。", "Appears twice. Remove one.";
    missing: "必要な記入がありません。書き足してください（日本語の列は必ず要ります）。", "Missing. Add it (the Japanese column is always needed).";
    none_given: "少なくとも一つ必要です。", "At least one is needed.";
    white: "前後に余分な空白があります。", "Has white space at its start or end.";
    id_form: "番号に使えるのは英数字、- と . だけで、40文字までです。", "An id has letters, digits, - and . only, at most 40.";
    ours_without_x: "独自の内容には X の付く番号が必要です。", "Original content needs an id with X.";
    quoted_with_x: "公式の内容に X の付く番号は使えません。", "Official content must not have an id with X.";
    never_true: "この条件を満たすサービスはありえません。", "No service can meet this condition.";
    never_false: "この条件はどのサービスでも満たされます。", "Every service meets this condition.";
    too_many_parts: "条件の部分が多すぎます（16まで）。リスクを分けてください。", "The condition has too many parts (16 at most). Split the risk.";
    too_complicated: "条件が複雑すぎて、満たされうるかを確かめられません。リスクを分けてください。", "The condition is too complicated to be checked. Split the risk.";
    this_of_none: "「this」は、コンポーネントごとのリスクだけで使えます。each に種類を書いてください。", "“this” is for risks of single components: name their kinds in each.";
    no_risk_leads_here: "この対応策に結び付くリスクがありません。リスクの countermeasures に番号を加えてください。", "No risk leads to it. Add its id to the countermeasures of a risk.";
    no_statement: "対応策の文がありません。", "The countermeasure has no statement.";
    names_itself: "自分自身を挙げています。", "Refers to itself.";
    no_section: "この番号の節がありません。先に節を加えてください。", "Its section is missing. Add the section first.";
    no_condition: "条件として読めません。JSON で、all、any、not、role、component、data のどれかを書いてください。", "Not a condition. Write JSON with all, any, not, role, component or data.";
    kind: "この種類の項目は変えられません。表の「種別」（kind）の列を確かめてください。", "A pack cannot change this kind of entry. Check the kind column against the table.";
    field: "この欄は変えられません。表の「項目」（field）の列を確かめてください。", "A pack cannot change this field. Check the field column against the table.";
    cannot_add: "この番号の項目はなく、この種類の項目は加えられません。", "There is no such entry, and none of its kind can be added.";
    gap: "一つ前がありません。番号を続けてください。", "The one before it is missing. Number them without gaps.";
    other_id: "項目の番号と違っています。", "Differs from the id of the entry.";
}
