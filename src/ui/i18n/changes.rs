//! Who changed what when.

super::words! {
    title: "変更の履歴", "Changes";
    lead: "いま入っている内容を、だれがいつ入れたかを、新しい順に並べます。置きかわった前の内容は残りません。スナップショットを残しておくと、比べられます。", "What stands now, by whom and when it was entered, the latest first. What was replaced is not kept; a snapshot can be compared with what stands now.";
    of_entry: "この項目の変更の履歴", "Changes of this entry";
    entry: "項目", "Entry";
    from: "この日から", "From";
    to: "この日まで", "Until";
    none: "まだ何も入っていません。", "Nothing is entered yet.";
}
