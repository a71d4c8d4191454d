//! Disagreements.

super::words! {
    title: "食い違い", "Disagreements";
    lead: "同じ項目に、別々の画面や人が違う内容を入れました。どちらも残してあります。どれを採るか選んでください。", "Different windows or people entered different values in the same field. Both are kept. Choose which one stands.";
    empty: "食い違いはありません。", "There are no disagreements.";
    field: "項目", "Field";
    value: "内容", "Value";
    who: "だれが", "By";
    when: "いつ", "When";
    choose: "これを採る", "Take this one";
    cleared: "（空）", "(empty)";
    unknown_person: "（名前なし）", "(no name)";
    banner: "{} 項目で内容が食い違っています。", "{} fields disagree.";
    decide: "選ぶ", "Decide";
}
