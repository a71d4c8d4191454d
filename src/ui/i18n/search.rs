//! The search.

super::words! {
    title: "カタログと点検を検索", "Search the catalogue and the assessments";
    placeholder: "番号や言葉、書いたメモ（例: II.2.1.1、ログ 保存期間）", "Number, words, your notes (e.g. II.2.1.1, log retention)";
    hits: "見つかったもの", "Hits";
    hint: "↑↓ で選び、Enter で開きます。", "Choose with ↑ ↓, open with Enter.";
    nothing: "見つかりません。言葉を短くするか、別の言い方で探してください。", "Nothing found. Try fewer or other words.";
    many: "上位 {} 件。言葉を足すと絞れます。", "The first {} hits. More words narrow them down.";
    count: "{} 件", "{} hits";
    partly: "すべての言葉を含むものはないため、一部を含むものを示します。", "Nothing has all words; these have most of them. ";
    own: "あなたの点検", "Your assessments";
    own_count: "あなたの点検に {} 件", "{} in your assessments";
    close: "閉じる", "Close";
    kind_section: "節", "Section";
    kind_control: "対策項目", "Control";
    kind_viewpoint: "観点", "Viewpoint";
    kind_role: "ロール", "Role";
    kind_component: "コンポーネント", "Component";
    kind_data: "データ取扱形態", "Form of data handling";
    kind_type: "サービスの類型", "Service type";
    kind_risk: "リスク", "Risk";
    kind_measure: "リスク対応策", "Countermeasure";
    kind_equipment: "構成要素", "Component concerned";
    kind_axis: "特性", "Property";
    kind_pattern: "パターン", "Pattern";
    kind_point: "要点", "Point";
    kind_iso_chapter: "ISO/IEC 27002 の章", "ISO/IEC 27002 chapter";
    kind_iso_item: "ISO/IEC 27002", "ISO/IEC 27002";
    kind_case: "事例", "Case";
}
