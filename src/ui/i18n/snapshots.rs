//! Snapshots.

super::words! {
    title: "スナップショット", "Snapshots";
    lead: "いまの状態に名前を付けて残します。あとで、いまと比べたり、その状態に戻したりできます。ファイルに保存すると、一緒に入ります。", "Keep the present state under a name. Later you can compare it with what stands then, or go back to it. It travels in the file.";
    name: "名前", "Name";
    default_name: "{} の状態", "As of {}";
    keep: "いまの状態を残す", "Keep the present state";
    kept: "「{}」を残しました。", "“{}” was kept.";
    none: "まだありません。見直しの前や、報告するときに残しておくと、あとで変化がわかります。", "There are none yet. Keep one before a review, or when you report, to see later what changed.";
    now: "いま", "Now";
    when: "いつ・だれが", "When and by whom";
    actions: "操作", "Actions";
    remove_of: "削除: {}", "Delete: {}";
    missing: "中身がこの端末にありません", "Its content is not on this device";
    missing_hint: "このスナップショットの中身は、この端末にありません。残した端末で保存したファイルを開くと、見られるようになります。", "The content of this snapshot is not on this device. Open a file that was saved on the device where it was kept.";
    other_catalog: "（別のカタログで作成）", " (made with another catalogue)";
    by_present: "どれも、いまのカタログで数えています。", "All of them are counted by the present catalogue.";
    to_list: "スナップショットの一覧へ", "To all snapshots";
    since: "このときから今までに変わったこと", "What has changed since";
    counts: "答え {} 件、測った値 {} 件、適用範囲と分類 {} 件、カタログ {}", "Answers {}, measured values {}, scope and class {}, catalogue {}";
    answers: "答え・扱い・メモ", "Answers, decisions and notes";
    values: "測った値", "Measured values";
    scope: "適用範囲と分類", "Scope and class";
    catalogue: "カタログ", "The catalogue";
    catalogue_unknown: "不明", "unknown";
    then: "このとき", "Then";
    nothing: "変わったものはありません。", "Nothing has changed.";
    back: "この状態に戻す", "Go back to this state";
    back_says: "{} 項目がこのときの内容に戻り、うち {} 項目は空になります。カタログと、ほかのスナップショットは変わりません。一つの変更として元に戻せます。", "{} fields go back to what they were then; {} of them become empty. The catalogue and other snapshots stay. It is one step, and can be undone.";
    went_back: "{} 項目をスナップショットの内容に戻しました。", "{} fields went back to the snapshot.";
    trend: "推移", "Over time";
    how_trend: "それぞれのスナップショットの答えを、いまのカタログで数えたものです。", "The answers of each snapshot, counted by the present catalogue.";
}
