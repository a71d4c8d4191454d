//! Who changed what when.

super::words! {
    title: "変更の履歴", "Changes";
    lead: "いま入っている内容を、だれがいつ入れたかを、新しい順に並べます。置きかわった前の内容は残っていないので、前に保存したファイルを開いて比べてください。", "What stands now, by whom and when it was entered, the latest first. What was replaced is not kept: open a file that was saved before to compare.";
    entry: "項目", "Entry";
    from: "この日から", "From";
    to: "この日まで", "Until";
    none: "まだ何も入っていません。", "Nothing is entered yet.";
}
