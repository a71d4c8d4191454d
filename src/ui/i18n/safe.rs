//! Backup and rescue.

super::words! {
    title: "控えと復旧", "Backup and rescue";
    lead: "この端末に保存されているものすべてを、ひとつのファイルに取り出せます。そのファイルを開くと、内容を見てから戻せます。", "Take out everything that is kept on this device as one file. Open that file to look into it and to restore it.";
    safe_start: "安全な起動です。カタログパックは使っていません。ふだんの画面で止まるときも、ここから点検を取り出せます。", "This is the safe start, without the catalogue pack. Even if the usual screens stop, assessments can be taken out here.";
    backup: "すべてをファイルに取り出す", "Save everything to a file";
    open: "バックアップを開く", "Open a backup";
    usual: "ふだんの画面で開き直す", "Start again as usual";
    restart: "安全な起動で開き直す", "Start again in the safe way";
    stores: "保存のしくみ", "How it is kept";
    durable_ok: "確実な保存（IndexedDB）: 使えます。「保存済み」は、ディスクに書いて読み直したことを意味します。", "Durable storage (IndexedDB): in use. “Saved” means written to the disk and read back.";
    durable_opening: "確実な保存（IndexedDB）: 確かめています…", "Durable storage (IndexedDB): checking…";
    durable_failed: "確実な保存（IndexedDB）: 使えません。", "Durable storage (IndexedDB): not available.";
    mirror_ok: "簡易な保存（localStorage）: 使えます。", "Simple storage (localStorage): in use.";
    mirror_failed: "簡易な保存（localStorage）: 使えません。", "Simple storage (localStorage): not available.";
    records: "保存されている点検", "Assessments kept here";
    none: "この端末に保存されている点検はありません。", "No assessment is kept on this device.";
    in_bin: "（ごみ箱）", "(bin)";
    fields: "{} 項目", "{} fields";
    copies: "戻す前の控え", "Copies from before restoring";
    copies_hint: "バックアップを戻すたびに、その直前の全体を控えています。新しいものから3つまで残ります。", "Each time a backup is restored, everything from just before is kept. The last three remain.";
    copy_save: "ファイルに保存: {}", "Save to file: {}";
    salvage: "読める項目を取り出す", "Get back what can be read";
    salvage_none: "読める項目はありませんでした。", "Nothing in it can be read.";
}
