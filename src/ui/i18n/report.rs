//! The page of the report.

super::words! {
    title: "報告", "Report";
    lead: "渡すための報告書です。下に見えるものが、そのまま紙とファイルになります。サービス、組織、点検する人は概要の頁で書きます。", "A report to hand over. What you see below is what is printed and saved. Service, organisation and assessor are entered on the overview.";
    depth: "報告の種類", "Kind of report";
    print: "印刷 / PDF", "Print / PDF";
    save: "HTMLファイルに保存", "Save as an HTML file";
    others: "Excel などほかの形式で保存", "Save as Excel and in other formats";
    save_as: "保存", "Save";
    protect: "パスフレーズで保護・署名", "Protect with a passphrase, sign";
    protect_hint: "入れると、上の「保存」はどれも保護したファイル（.tenken-sealed）になります。忘れると誰にも開けません。", "With it, each “Save” above makes a protected file (.tenken-sealed). If it is forgotten, nobody can open that file.";
    again: "もう一度", "Once more";
    differ: "二つが違うので保存できません。", "The two differ, so nothing can be saved.";
    sign: "署名する", "Sign";
    save_key: "署名の鍵をファイルに保存", "Save the signing key to a file";
    about: "概要で表紙の内容を書く", "Enter what stands on the cover";
}
