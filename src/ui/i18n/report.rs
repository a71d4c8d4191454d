//! The page of the report.

super::words! {
    title: "報告", "Report";
    lead: "渡すための報告書です。下に見えるものが、そのまま紙とファイルになります。サービス、組織、点検する人は概要の頁で書きます。", "A report to hand over. What you see below is what is printed and saved. Service, organisation and assessor are entered on the overview.";
    depth: "報告の種類", "Kind of report";
    print: "印刷 / PDF", "Print / PDF";
    save: "HTMLファイルに保存", "Save as an HTML file";
    whom: "渡す相手", "For whom";
    inside: "社内（すべて）", "Us (everything)";
    outside: "社外（開示用の写し）", "Others (a copy)";
    told: "写しに載せるもの", "What the copy tells";
    told_hint: "点検・サービス・組織の名前、適用範囲、パターン、対策の状態は必ず載り、変更の記録とスナップショットは載りません。どの形式も、この写しから作ります。", "Names of assessment, service and organisation, scope, pattern and states of controls are always in it; the record of changes and snapshots never. All formats are made of this copy.";
    making: "写しを作っています。止めたら、選び直してください。", "The copy is being made. If it was stopped, choose anew.";
    others: "Excel などほかの形式で保存", "Save as Excel and in other formats";
    save_as: "保存", "Save";
    protect: "パスフレーズで保護・署名して保存", "Save protected by a passphrase, signed, or both";
    comes_back: "直したファイルを開くと、変わる所を見てから取り込めます。", "Open the file once it is edited: you see what would change, and take it in.";
    about: "概要で表紙の内容を書く", "Enter what stands on the cover";
}
