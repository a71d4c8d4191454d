//! What is still to be done.

super::words! {
    title: "タスク", "Tasks";
    lead: "対策・リスク・アクションのうち、まだ終わっていないものです。担当ごとに、期限切れ、期限の近い順に並べます。印刷すると、担当ごとにページが分かれます。", "Controls, risks and actions that are not finished, by owner: what is overdue first, then by due date. On paper each owner has a page of their own.";
    only_overdue: "期限切れだけ", "Overdue only";
    counts: "{} 件（期限切れ {} 件）", "{} open ({} overdue)";
    until: "期限 {}", "due {}";
    none: "残っているタスクはありません。", "Nothing is left to do.";
}
