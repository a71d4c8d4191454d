//! What goes wrong: what happened, what of yours is safe, what to do.

use crate::{
    app::ports::StorageError,
    core::{
        assessment::Path,
        document::{Expected, FileError, Limit},
    },
};

super::words! {
    storage_forbidden: "このブラウザーは保存を許していません（プライベートモードや設定）。入力は画面を閉じると消えます。ファイルに保存してください。", "This browser does not allow saving (private mode or a setting). What you enter is lost when you close the page. Save it to a file.";
    storage_full: "この端末の保存場所がいっぱいです。最後の変更はまだ保存されていません。ファイルに保存し、使わない点検を削除して、ごみ箱から完全に消してください。", "The storage on this device is full. The last change is not saved yet. Save to a file, delete assessments that you do not need, and delete them for ever from the bin.";
    storage_guarded: "この端末に保存されている同じ点検を読めないため、上書きせずにいます（新しい版の点検ツールで開いた可能性があります）。ファイルに保存してください。", "The same assessment stored on this device cannot be read, so it is not overwritten (a newer version of this tool may have opened it). Save yours to a file.";
    storage_too_large: "この点検は、ひとつのファイルに入る大きさを超えました。最後の変更はまだ保存されていません。長い備考を短くするか、点検を分けてください。", "This assessment has grown beyond what one file can hold. The last change is not saved yet. Shorten long remarks, or split the assessment.";
    storage_not_kept: "書き込んだ内容を読み直したところ、一致しませんでした。最後の変更はまだ保存されていません。ファイルに保存してください。", "What was written was not there when it was read back. The last change is not saved yet. Save to a file.";
    mirror_alone: "このブラウザーでは確実な保存（IndexedDB）を使えないため、簡易な保存だけで続けています。ブラウザーが異常終了すると、最後の1分ほどの入力が失われることがあります。ときどきファイルに保存してください。", "This browser does not offer its durable storage (IndexedDB), so the simple one alone is used. If the browser crashes, the last minute or so may be lost. Save to a file now and then.";
    disk_full: "確実な保存の場所（IndexedDB）がいっぱいのため、簡易な保存だけになっています。ブラウザーが異常終了すると、最後の1分ほどの入力が失われることがあります。使わない点検を削除してごみ箱から消し、ファイルにも保存してください。", "The durable storage (IndexedDB) is full, so the simple one alone is used. If the browser crashes, the last minute or so may be lost. Delete assessments that you do not need, also from the bin, and save to a file.";
    disk_alone: "このブラウザーでは簡易な保存（localStorage）を使えません。点検は確実に保存されますが、入力した直後に画面を閉じると、その入力が失われることがあります。表示の設定は次回に残りません。「保存済み」を見てから閉じてください。", "This browser does not offer its simple storage (localStorage). Assessments are saved durably, but what you enter just before you close the page may be lost, and settings are not kept. Close it once it says saved.";
    snapshot_full: "この端末の保存場所がいっぱいのため、スナップショットを残せませんでした。点検の内容は変わっていません。使わない点検やスナップショットを削除してから、もう一度残してください。", "The storage on this device is full, so the snapshot could not be kept. The assessment itself is unchanged. Delete assessments or snapshots that you do not need, and keep it again.";
    snapshot_failed: "このブラウザーに書けないため、スナップショットを残せませんでした。点検の内容は変わっていません。いまの状態は、ファイルに保存しておけます。", "The browser could not write it, so the snapshot could not be kept. The assessment itself is unchanged. You can save the present state to a file.";
    too_many_fields: "項目が{}個を超えます。", "It would have more than {} fields.";
    too_many_bytes: "ファイルが{} MBを超えます。", "Its file would be larger than {} MB.";
    too_many_values: "「{}」の食い違いが{}件を超えます。先に食い違いを決めてください。", "“{}” would have more than {} values to decide between. Decide some first.";
    too_much: "「{}」に入りきらないため、最後の変更は取り入れませんでした。{}備考を短くするか、点検を分けてください。", "“{}” cannot hold this, so the last change was not taken. {} Shorten remarks, or split the assessment.";
    file_too_much: "「{}」は取り込めません。{}いまある点検は何も変わっていません。", "“{}” cannot be taken in. {} Nothing of yours was changed.";
    nearly_full: "「{}」は、ひとつの点検に入る量の{}%まで来ています。長い備考を短くするか、点検を分けてください。", "“{}” is at {} % of what one assessment can hold. Shorten long remarks, or split the assessment.";
    kept_broken: "この記録は壊れています（{}）。ファイルに保存した控えか、バックアップがあれば、それを開いてください。", "This record is damaged ({}). If you have a saved file or a backup, open that.";
    short_truncated: "途中で切れています", "it is cut off";
    short_digest: "検査値が合いません", "its digest does not match";
    short_empty: "中身が空です", "it is empty";
    short_form: "形が正しくありません", "its form is wrong";
    kept_newer: "この記録は新しい版（形式 {}）で作られています。新しい点検ツールで開いてください。", "This record was saved by a newer version of this tool (format {}). Open it with that version.";
    not_loaded: "この機能の部品を読み込めませんでした。接続を確かめ、画面を再読み込みしてから、もう一度お試しください。いまある点検は何も変わっていません。", "The part of the app that does this could not be loaded. Check the connection, reload the page and try again. Nothing of yours was changed.";
    not_done: "処理が途中で止まりました（メモリーの不足など）。いまある点検は何も変わっていません。ほかの画面を閉じてから、もう一度お試しください。", "This broke off before it was done (too little memory, perhaps). Nothing of yours was changed. Close other pages and try again.";
    refused: "「{}」は開けませんでした。{}いまある点検は何も変わっていません。", "“{}” could not be opened. {} Nothing of yours was changed.";
    too_large: "大きすぎます（{} MB、上限 {} MB）。点検のファイルかどうか確かめてください。", "It is too large ({} MB, limit {} MB). Check that it is an assessment file.";
    unreadable: "端末がファイルを読み取れませんでした。別の場所に写してから、もう一度開いてください。", "The device could not read it. Copy it somewhere else and open it again.";
    not_text: "文字のファイルではありません。.tenken.json を選んでください。", "It is not a text file. Choose a .tenken.json file.";
    empty: "中身が空です。送り主にもう一度送ってもらってください。", "It is empty. Ask the sender to send it again.";
    truncated: "途中で切れています。送り主にもう一度送ってもらってください。", "It is cut off. Ask the sender to send it again.";
    too_deep: "入れ子が深すぎます。点検のファイルではありません。.tenken.json を選んでください。", "It is nested too deeply to be an assessment. Choose a .tenken.json file.";
    not_json: "{}行{}文字目でJSONとして読めません。手で直した場合は、元のファイルを使ってください。", "It is not valid JSON at line {}, column {}. If it was edited by hand, use the original file.";
    not_ours: "点検のファイルではありません。.tenken.json を選んでください。", "It is not an assessment file. Choose a .tenken.json file.";
    newer: "新しい版（形式 {}）で作られています。この版が読めるのは形式 {} までです。新しい点検ツールで開いてください。", "It was made by a newer version (format {}). This one reads up to format {}. Open it with a newer version of the tool.";
    digest: "保存後に内容が変わっています（検査値が合いません）。壊れたか書き換えられています。送り主にもう一度送ってもらってください。", "Its content was changed after it was saved (the digest does not match): it is damaged or was altered. Ask the sender to send it again.";
    shape: "「{}」の所が正しくありません（{}）。送り主に、点検ツールで保存し直してもらってください。", "It is not right at “{}” ({}). Ask the sender to save it again with this tool.";
    expected_text: "文字が必要です", "a text is needed";
    expected_table: "表が必要です", "a table is needed";
    expected_list: "一覧が必要です", "a list is needed";
    expected_value: "文字か一覧が必要です", "a text or a list is needed";
    expected_present: "あるはずの項目がありません", "it is missing";
    expected_absent: "この版にはない項目です", "this version has no such item";
    expected_id: "点検の番号の形ではありません", "it is no assessment id";
    expected_path: "項目の名前の形ではありません", "it is no name of a field";
    expected_stamp: "変更の時刻の形ではありません", "it is no time of a change";
    expected_mark: "カタログの項目の照合値の形ではありません", "it is no mark of a catalogue entry";
    expected_shorter: "長すぎます", "it is too long";
    expected_fewer: "項目が多すぎます", "there are too many fields";
}

/// Why a file cannot be opened, as a sentence.
#[must_use]
pub fn file_error(error: &FileError) -> String {
    let t = words();
    match error {
        FileError::TooLarge { bytes, limit } => {
            super::fill(t.too_large, &[&bytes.div_ceil(1 << 20), &(limit / (1 << 20))])
        }
        FileError::Unreadable => t.unreadable.to_owned(),
        FileError::NotText => t.not_text.to_owned(),
        FileError::Empty => t.empty.to_owned(),
        FileError::Truncated => t.truncated.to_owned(),
        FileError::TooDeep => t.too_deep.to_owned(),
        FileError::NotJson { line, column } => super::fill(t.not_json, &[line, column]),
        FileError::NotOurs => t.not_ours.to_owned(),
        FileError::Newer { version, known } => super::fill(t.newer, &[version, known]),
        FileError::Digest => t.digest.to_owned(),
        FileError::Shape { place, expected } => super::fill(t.shape, &[place, &expectation(*expected)]),
    }
}

fn expectation(expected: Expected) -> &'static str {
    let t = words();
    match expected {
        Expected::Text => t.expected_text,
        Expected::Table => t.expected_table,
        Expected::List => t.expected_list,
        Expected::Value => t.expected_value,
        Expected::Present => t.expected_present,
        Expected::Absent => t.expected_absent,
        Expected::Id => t.expected_id,
        Expected::Path => t.expected_path,
        Expected::Stamp => t.expected_stamp,
        Expected::Fingerprint => t.expected_mark,
        Expected::Shorter => t.expected_shorter,
        Expected::Fewer => t.expected_fewer,
    }
}

/// Why a record that is kept here cannot be read, as a sentence: there is no sender to ask.
#[must_use]
pub fn kept_error(error: &FileError) -> String {
    let t = words();
    match error {
        FileError::Newer { version, .. } => super::fill(t.kept_newer, &[version]),
        FileError::Shape { place, .. } => super::fill(t.kept_broken, &[place]),
        _ => super::fill(t.kept_broken, &[&error_word(error)]),
    }
}

fn error_word(error: &FileError) -> &'static str {
    let t = words();
    match error {
        FileError::Truncated => t.short_truncated,
        FileError::Digest => t.short_digest,
        FileError::Empty => t.short_empty,
        _ => t.short_form,
    }
}

/// What an assessment cannot hold, as a sentence. `field` names a field as people know it.
#[must_use]
pub fn limit(limit: &Limit, field: impl Fn(&Path) -> String) -> String {
    let t = words();
    match limit {
        Limit::Fields(most) => super::fill(t.too_many_fields, &[most]),
        Limit::Bytes(most) => super::fill(t.too_many_bytes, &[&(most >> 20)]),
        Limit::Values(path, most) => super::fill(t.too_many_values, &[&field(path), most]),
    }
}

/// Why a snapshot is not kept, as a sentence.
#[must_use]
pub fn snapshot_error(error: StorageError) -> &'static str {
    let t = words();
    if error == StorageError::Full { t.snapshot_full } else { t.snapshot_failed }
}

/// Why something is not kept, as a sentence.
#[must_use]
pub fn storage_error(error: StorageError) -> &'static str {
    let t = words();
    match error {
        StorageError::Forbidden => t.storage_forbidden,
        StorageError::Full => t.storage_full,
        StorageError::Guarded => t.storage_guarded,
        StorageError::TooLarge => t.storage_too_large,
        StorageError::NotKept => t.storage_not_kept,
    }
}
