//! About the tool.

use crate::core::report::{
    ProvenanceKind::{Cited, Quoted, Supplied, Unverified},
    labels::meaning,
};

super::words! {
    title: "このツールについて", "About this tool";
    what: "何をするものか", "What it does";
    what_1: "クラウド事業者が、セキュリティ対策の実施状況と測った値を記録し、IoTサービスのリスクを整理して対応策を導くための道具です。", "With it a cloud provider notes which security controls are in place and what was measured, sorts out the risks of an IoT service, and derives countermeasures.";
    what_2: "適用範囲と分類を決め、対策（第Ⅱ部・第Ⅲ部）を点検します。IoTサービスではさらに、モデル（サービスの成り立ち）に答え、該当するリスクの扱いを決め、対応策の具体的なアクションを点検します。", "Decide the scope and the class, and go through the controls (Parts II and III). For an IoT service also answer the model (how the service is made up), decide how to treat the risks that apply, and go through the concrete actions of the countermeasures.";
    what_3: "これは自己点検の補助です。第三者の認証や、ガイドラインへの適合を証明するものではありません。", "It supports a self-assessment. It is no certification, and proves no conformity with the guideline.";
    provenance: "印の意味", "What the marks mean";
    provenance_lead: "手元にある公式の文は総務省の概要資料だけです。そのため、すべての文に出どころの印を付けています。", "The only official text at hand is the ministry's summary. So every text carries a mark that says where it comes from.";
    quoted: meaning(Quoted).ja, meaning(Quoted).en;
    cited: meaning(Cited).ja, meaning(Cited).en;
    unverified: meaning(Unverified).ja, meaning(Unverified).en;
    original: "ガイドラインの方法に沿って当ツールが書いた内容。番号にXが入ります。隠すこともできます。", "Written by this project in the guideline's method. Its ids contain an X. It can be hidden.";
    supplied: meaning(Supplied).ja, meaning(Supplied).en;
    data: "データの置き場所", "Where your data are";
    data_1: "入力した内容はこのブラウザーの中（IndexedDBとlocalStorage）にだけ保存され、どこにも送信されません。「保存済み」は、ディスクに書いて読み直したことを意味します。通信そのものを禁じる設定（CSP）で動いています。", "What you enter is kept in this browser alone (IndexedDB and localStorage) and sent nowhere. “Saved” means written to the disk and read back. The page runs under a policy (CSP) that forbids network access.";
    data_2: "ブラウザーのデータを消すと、点検も消えます。大切な点検はファイルに保存してください。", "Clearing the browser's data deletes your assessments. Save important ones to a file.";
    data_3: "ファイルから直接開いた場合（file://）、同じ端末の他のHTMLファイルも同じ保存場所を読めます。出所のわからないHTMLファイルを開かないでください。", "When opened from a file (file://), other HTML files on this device can read the same storage. Do not open HTML files of unknown origin.";
    settings: "設定", "Settings";
    person: "あなたの名前（変更に添えて記録し、ファイルにも入ります。空でも構いません）", "Your name (noted with each change, also in files; may stay empty)";
    source: "出典と利用条件", "Source and terms";
    source_1: "出典: 「クラウドサービス提供における情報セキュリティ対策ガイドライン（第2版）」（総務省、2018年7月）の概要資料を加工して作成。", "Source: made by editing the summary of the “Information security guideline for the provision of cloud services (2nd edition)” (Ministry of Internal Affairs and Communications, July 2018).";
    source_2: "総務省が作成したものではありません。総務省の資料は政府標準利用規約（第2.0版）に従うとみていますが、このツールの中では確認できていません。", "It was not made by the ministry. The ministry's material is believed to be under the Government of Japan Standard Terms of Use (version 2.0); this could not be confirmed here.";
    source_3: "ISO/IEC 27002の文は収録していません。番号と短い題だけを示します。", "No text of ISO/IEC 27002 is included, only its numbers and short titles.";
    sources: "参照した公開資料", "Public sources consulted";
    sources_lead: "公的機関のページ、ガイドラインの写し（新しい版から）、ほかの資料、解説や報道の順です。写しは文書共有サイトのもので、公式の配布元ではありません。いまも開けるかは確かめていません。", "Pages of public bodies come first, then copies of the guideline, the latest edition before others, then other documents, articles and news. The copies are on document sharing sites, which are no official sources. Whether they still open was not checked.";
    licence: "プログラムのライセンス", "Licence of the program";
    licence_1: "MIT または Apache-2.0。配色と文字の値はデジタル庁デザイントークン（MIT）によります。", "MIT or Apache-2.0. Colours and type values are from the Digital Agency's design tokens (MIT).";
    keyboard: "キーボード", "Keyboard";
    key_tab: "項目を移る", "Move between items";
    key_arrows: "表の中を上下左右に移る", "Move within a table";
    key_space: "印を付ける・外す", "Tick or untick";
    key_undo: "元に戻す", "Undo";
    key_redo: "やり直す", "Redo";
    key_save: "ファイルに保存", "Save to a file";
    key_search: "検索", "Search";
    key_next: "次の未回答・未決へ（モデルと一覧）", "Next open one (model and lists)";
    key_esc: "閉じる", "Close";
    catalog_version: "カタログ: {}（{}）", "Catalogue: {} ({})";
    version: "版: {}", "Version: {}";
}
