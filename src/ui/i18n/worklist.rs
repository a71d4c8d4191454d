//! Lists that are worked through.

super::words! {
    text: "この一覧の中を探す", "Find in this list";
    group: "まとめ方", "Group by";
    order: "並べ方", "Order";
    all: "すべて", "All";
    counts: "{} / {} 件を表示", "{} of {} shown";
    clear: "絞り込みを解く", "Show all again";
    more_filters: "ほかの絞り込み", "More filters";
    keys: "キー操作", "Keys";
    keys_text: "↑↓（k・j）・PageUp・PageDown・Home・End で移る、数字で状態を決める、n で次の未決へ（なければ次の手順へ）、x で選ぶ、a で表示中のすべてを選ぶ・外す、Enter で詳細へ、詳細では ← → で前後へ、Esc で一覧へ戻る。", "↑↓ (k, j), PageUp, PageDown, Home and End move, digits set the state, n goes to the next open one (or the next step), x selects, a selects all shown or none, Enter goes into the details, ← → there to the one before and after, Esc back to the list.";
    more: "さらに {} 件を表示", "Show {} more";
    earlier: "前の {} 件を表示", "Show {} before these";
    nothing: "この条件に合うものはありません。", "Nothing fits this choice.";
    select: "選ぶ: {} {}", "Select: {} {}";
    select_all: "表示中のすべてを選ぶ", "Select all shown";
    select_none: "選択を解く", "Select none";
    selected: "{} 件を選択中", "{} selected";
    bulk: "選んだものをまとめて", "With those selected";
    panel: "選んだ項目の詳細", "Details of the chosen entry";
    to_list: "一覧へ戻る", "Back to the list";
    one: "一件ずつ表示", "One at a time";
    before: "前へ", "Previous";
    after: "次へ", "Next";
    next: "次の未決へ", "Next open one";
}
