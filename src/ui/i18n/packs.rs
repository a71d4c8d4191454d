//! Catalogue packs.

super::words! {
    title: "カタログパック", "Catalogue packs";
    lead: "公式の本文をお持ちなら、その文や値をカタログに入れられます。内容はこの端末の中だけに残り、「利用者提供」の印が付きます。いつでもオフにできます。", "If you have the official text, you can bring its words and values into the catalogue. They stay on this device, are marked “Supplied”, and can be switched off at any time.";
    how: "作り方", "How to make one";
    step_1: "ひな型を保存する", "Save the template";
    step_1_text: "すべての項目と欄が並んだ表（CSV）です。今の内容も参考に入っています。", "A table (CSV) with every entry and field, and what they say now.";
    template: "ひな型（CSV）を保存", "Save the template (CSV)";
    step_2: "Excel で埋める", "Fill it in with Excel";
    step_2_text: "ja の列に公式の文や値を書きます。書いた行だけが使われ、空の行は今のままです。en は空でもかまいません。", "Write official words and values into the column ja. Only rows that are filled in count; the others stay as they are. en may stay empty.";
    step_2_hint: "保存するときは「CSV UTF-8（コンマ区切り）」を選んでください。", "Save it as “CSV UTF-8 (comma delimited)”.";
    step_3: "読み込む", "Load it";
    step_3_text: "何が変わるかを見てから決められます。誤りがあれば場所を示し、何も変えません。", "You see what would change before you decide. If there are mistakes you see where, and nothing changes.";
    choose: "パックのファイルを選ぶ", "Choose a pack file";
    json: "JSON でも書けます。形式は配布物の schema/catalog-pack.schema.json にあります。", "Packs can also be written as JSON; schema/catalog-pack.schema.json in the distribution has the form.";
    kept: "この端末のパック", "The pack on this device";
    facts: "記入 {} か所", "{} facts";
    on: "使っています。カタログ、抽出、対応策のすべてに反映されています。", "In force throughout: in the catalogue, the extraction and the countermeasures.";
    off: "オフにしています。カタログは元のままです。", "Switched off. The catalogue is the one that ships.";
    refused: "今のカタログには合わないので使っていません。パックは残してあります。", "Not in force, since it does not fit the present catalogue. The pack is kept.";
    unreadable: "保存されているパックが読めません。そのまま残してあります。", "The pack that is kept cannot be read. It is left as it is.";
    switch_off: "使うのをやめる", "Switch off";
    switch_on: "使う", "Switch on";
    save: "パックをファイルに保存", "Save the pack to a file";
    remove: "ファイルに保存して外す", "Save to a file and remove";
    file: "{} の内容", "What is in {}";
    nothing_changed: "何も変えていません。", "Nothing was changed.";
    mistakes: "{} か所に誤りがあり、使えません。", "It has {} mistakes and cannot be used.";
    row: "行", "Row";
    entry: "項目", "Entry";
    field: "欄（表の「項目」）", "Field";
    what: "誤り", "Mistake";
    more: "ほかに {} 件あります。", "There are {} more.";
    take: "このパックを使う", "Use this pack";
    preview: "{} 項目が変わります（欄の数: 置き換え {}、追加 {}、なくなる {}、同じ {}）。", "{} entries change (fields: {} replaced, {} added, {} gone, {} the same).";
    not_in_force: "使っていません。", "Not in force.";
    replaces: "今のパックは外れ、先にファイルに保存されます。", "It takes the place of the present pack, which is saved to a file first.";
    not_a_pack: "カタログパックではありません。ひな型を埋めた CSV か、パックの JSON を選んでください。", "This is not a catalogue pack. Choose the template that you filled in (CSV), or a pack in JSON.";
    empty: "何も記入されていません。ja の列に書いてください。", "Nothing is filled in. Write into the column ja.";
    new: "新しい項目", "new";
    before: "元のカタログ", "As it ships";
    after: "パックの内容", "In the pack";
    not_utf8: "文字コードが UTF-8 ではありません。Excel で「名前を付けて保存」から「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。", "It is not in UTF-8. In Excel, save it again as “CSV UTF-8 (comma delimited)”.";
    columns: "次の列がありません: {}。ひな型の1行目を残してください。", "These columns are missing: {}. Keep the first row of the table.";
    too_many_entries: "{} 件の項目について書かれており、多すぎます（{} 件まで）。パックを分けてください。", "It speaks of {} entries; at most {} are allowed. Split the pack.";
    too_many: "記入が {} か所あり、多すぎます（{} か所まで）。パックを分けてください。", "It has {} facts; at most {} are allowed. Split the pack.";
}
