//! Words used on many screens.

use crate::core::{
    catalog::Player::{Own, Partner, User},
    report::{
        ProvenanceKind::{Cited, Original, Quoted, Supplied, Unverified},
        labels,
    },
};

super::words! {
    product: "点検", "tenken";
    skip: "本文へ移動", "Skip to content";
    nav_main: "主な場所", "Main places";
    nav_steps: "この点検の手順", "Steps of this assessment";
    home: "点検一覧", "Assessments";
    catalog: "カタログ", "Catalogue";
    about: "このツールについて", "About";
    search: "検索", "Search";
    language: "English", "日本語";
    language_tag: "en", "ja";
    theme: "表示の色", "Colours";
    theme_system: "端末に合わせる", "As the device";
    theme_light: "明るい", "Light";
    theme_dark: "暗い", "Dark";
    step_overview: "概要", "Overview";
    step_model: "モデル", "Model";
    step_risks: "リスク", "Risks";
    step_measures: "対応策", "Countermeasures";
    step_conflicts: "食い違い", "Disagreements";
    done_of: "{} / {}", "{} of {}";
    undo: "元に戻す", "Undo";
    redo: "やり直す", "Redo";
    save_file: "ファイルに保存", "Save to file";
    save_file_now: "今すぐファイルに保存", "Save to file now";
    open_file: "ファイルを開く", "Open a file";
    cancel: "やめる", "Cancel";
    close: "閉じる", "Close";
    delete: "削除", "Delete";
    yes: labels::YES.ja, labels::YES.en;
    no: labels::NO.ja, labels::NO.en;
    source_unless_marked: "印のないものの出典: {}", "Source unless marked: {}";
    answered: "回答済み", "Answered";
    unanswered: labels::UNANSWERED.ja, labels::UNANSWERED.en;
    nobody: labels::NOBODY.ja, labels::NOBODY.en;
    own: labels::player(Own).ja, labels::player(Own).en;
    partner: labels::player(Partner).ja, labels::player(Partner).en;
    user: labels::player(User).ja, labels::player(User).en;
    next: "次へ: {}", "Next: {}";
    saved_at: "この端末に保存済み {}", "Saved on this device {}";
    saved: "この端末に保存済み", "Saved on this device";
    typing: "入力中…", "Typing…";
    checking: "保存場所を確かめています…", "Checking what is saved…";
    checking_hint: "すぐに表示されます。", "It will be here in a moment.";
    mirrored: "簡易な保存のみ", "Simple storage only";
    mirrored_at: "簡易な保存のみ {}", "Simple storage only {}";
    file_started: "ファイル保存 {}（ダウンロードの完了は未確認）", "Download to a file begun {} (not confirmed)";
    too_long: "{}文字までです。{}文字多いため、この欄はまだ保存されていません。短くしてください。", "At most {} characters. It is {} too long, so this field is not saved yet. Please shorten it.";
    day_hint: "例: 2026/12/1、来月末", "e.g. 2026/12/1, end of next month";
    day_read: "{} と読みました。", "Read as {}.";
    no_day: "日付として読めません。2026/12/1、R8.12.1、12月1日、来月末 のように書いてください。前の日付のままになっています。", "This cannot be read as a date. Write it like 2026/12/1, R8.12.1, 12/1 (month first) or end of next month. The former date still stands.";
    calendar: "カレンダー", "Calendar";
    safe: "控えと復旧", "Backup and rescue";
    saving: "保存しています…", "Saving…";
    not_saved_of: "「{}」を保存できていません。{}", "“{}” is not saved. {}";
    not_saved: "保存できていません", "Not saved";
    file_never: "ファイル保存はまだ", "Not yet saved to a file";
    file_at: "ファイル保存 {}", "File saved {}";
    file_at_changed: "ファイル保存 {}（以後に変更あり）", "File saved {} (changed since)";
    not_found: "このページはありません", "There is no such page";
    not_found_hint: "アドレスが途中で切れているか、点検が削除されています。", "The address is incomplete, or the assessment was deleted.";
    gone: "この点検はこの端末にありません", "This assessment is not on this device";
    gone_hint: "削除されていれば、点検一覧のごみ箱から戻せます。別の端末のものなら、ファイルを開いてください。", "If it was deleted, bring it back from the bin in the list. If it is on another device, open its file.";
    to_home: "点検一覧へ", "To the list of assessments";
    unnamed: "（名前なし）", "(no name)";
    show_original: "独自の項目も表示する", "Show this tool's own entries";
    quoted: labels::provenance(Quoted).ja, labels::provenance(Quoted).en;
    quoted_translated: "概要資料（訳）", "Summary, our translation";
    cited: labels::provenance(Cited).ja, labels::provenance(Cited).en;
    unverified: labels::provenance(Unverified).ja, labels::provenance(Unverified).en;
    original: labels::provenance(Original).ja, labels::provenance(Original).en;
    supplied: labels::provenance(Supplied).ja, labels::provenance(Supplied).en;
    quoted_tip: "総務省の概要資料の文そのまま（{}行目、{}）。", "Word for word from the ministry's summary (line {}, {}).";
    quoted_translated_tip: "総務省の概要資料（{}行目、{}）を当ツールが訳したもの。", "Our translation of the ministry's summary (line {}, {}).";
    cited_tip: "公開されている資料で確認した事実です。文は当ツールのものです。出典: {}", "A fact seen in a public source, in our own words. Source: {}";
    unverified_tip: "確からしさ {}% と見ている内容です。公式の本文とは照合していません。文は当ツールのものです。", "Believed true at {} %, not compared with the official text. In our own words.";
    original_tip: "ガイドラインの方法に沿って当ツールが書いた内容です。公式の文ではありません。", "Written by this project in the guideline's method. It is not official text.";
    supplied_tip: "利用者が読み込んだカタログパックの内容です。", "From a catalogue pack that the user loaded.";
    viewpoint: "観点{}", "Viewpoint {}";
    drop_here: "ここに置くとファイルを開きます", "Drop the file here to open it";
}
