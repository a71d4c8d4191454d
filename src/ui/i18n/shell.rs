//! Notices, and the dialogue for a file on its way in.

super::words! {
    notices: "お知らせ", "Notices";
    binned: "「{}」をごみ箱に移しました。", "“{}” was moved to the bin.";
    file_saved: "「{}」をダウンロードしました。", "“{}” was downloaded.";
    imported: "「{}」を開きました。", "“{}” was opened.";
    imported_changes: "「{}」に {} 項目を取り込みました。「元に戻す」で取り消せます。", "“{}”: {} fields were taken in. “Undo” takes it back.";
    merged: "別の画面での変更を {} 項目取り込みました。", "{} changes from another window were taken in.";
    merged_conflicts: "別の画面での変更を {} 項目取り込みました。{} 項目で内容が食い違っています。どちらも残してあります。", "{} changes from another window were taken in. {} of them disagree; both values are kept.";
    pack_not_in_force: "カタログパックを使えません。カタログは元のままです。理由は「カタログパック」の画面にあります。", "The catalogue pack cannot be used; the catalogue is the one that ships. The page “Catalogue packs” says why.";
    undone: "元に戻しました。", "Undone.";
    redone: "やり直しました。", "Done again.";
    incoming_title: "このファイルを取り込みますか", "Take this file in?";
    incoming_new: "この端末にまだない点検です。", "This assessment is not on this device yet.";
    incoming_same: "この端末の点検と同じ内容です。取り込んでも何も変わりません。", "It is the same as the one on this device. Nothing would change.";
    incoming_older: "このファイルの変更はすべて取り込み済みで、そのあとの変更もあります。取り込んでも何も変わりません。ファイルの時点の内容を見るには「別の点検として開く」を選んでください。", "Everything in this file is known here already, and newer changes stand. Merging changes nothing. To see it as it was, open it as a separate assessment.";
    incoming_changes: "この端末にある点検です。取り込むと {} 項目が変わり、うち {} 項目は内容が食い違います（どちらも残り、あとで選べます）。", "This assessment is on this device. {} fields would change; {} of them disagree (both values are kept for you to decide).";
    incoming_catalog: "別の版のカタログで作られています。このカタログにない項目も残りますが、表示はされません。", "It was made with another catalogue. Entries unknown here are kept but not shown.";
    incoming_fields: "項目数", "Fields";
    incoming_file: "ファイル", "File";
    incoming_changed: "最後の変更", "Last change";
    incoming_show: "変わる項目", "Fields that change";
    before: "いま", "Now";
    after: "取り込み後", "After";
    field: "項目", "Field";
    take_new: "取り込む", "Take it in";
    take_merge: "いまの点検に取り込む", "Merge into this assessment";
    take_copy: "別の点検として開く", "Open as a separate assessment";
    copy_name: "{}（ファイルから）", "{} (from a file)";
    more: "ほか {} 項目", "and {} more";
}
