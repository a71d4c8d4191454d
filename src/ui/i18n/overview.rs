//! The overview of one assessment.

super::words! {
    lead: "次の手順で進めます。途中でやめても、続きから始められます。", "These are the steps. You can stop at any time and go on later.";
    about: "この点検について", "About this assessment";
    name: "点検の名前", "Name of the assessment";
    service: "対象のサービス", "Service";
    service_hint: "サービス名と、何をするものか", "Its name and what it does";
    organization: "組織", "Organisation";
    assessor: "点検する人", "Assessor";
    note: "範囲とメモ", "Scope and notes";
    note_hint: "対象に含めるもの・含めないもの、前提など", "What is included, what is not, assumptions";
    steps: "手順", "Steps";
    scope_about: "どの部を点検するか、何が他者のものかを決めます。", "Decide which parts are assessed, and what is somebody else's.";
    classify_about: "二つの質問から、参照値を決めるパターンを求めます。", "Find, by two questions, the pattern that sets the reference values.";
    controls_about: "第Ⅱ部・第Ⅲ部の対策ごとに、実施しているか、根拠と測定した値を記録します。", "Note for each control of Parts II and III whether it is in place, on what that rests, and what was measured.";
    results_about: "どこまでできていて、何が足りないかを見ます。", "See what is in place and what is missing.";
    model_about: "サービスの成り立ち（ロール・コンポーネント・データ）に答えます。", "Describe how the service is made up: roles, components, data.";
    risks_about: "該当するリスクと理由を確かめ、扱いを決めます。", "See which risks apply and why, and decide how to treat them.";
    measures_about: "対応策の具体的なアクションを点検します。", "Go through the concrete actions of the countermeasures.";
    begin: "始める", "Begin";
    go_on: "続ける", "Continue";
    look: "見る", "View";
    next: "次にすること", "What to do next";
    next_classify: "サービスの分類に答える", "Answer the questions of the class";
    next_controls: "対策の実施状況に答える", "Say where the controls stand";
    next_model: "モデルの質問に答える", "Answer the questions of the model";
    next_presumed: "類型から入れた答えを確かめる（{} 件）", "Confirm the answers from the type ({})";
    next_open: "未確定のリスクを判定する", "Settle the open risks";
    next_decide: "該当するリスクの扱いを決める", "Decide how to treat the risks that apply";
    next_actions: "アクションの状況を記録する", "Note the status of the actions";
    next_reason: "決めた扱いの、書かれていない理由を書く", "Give the reasons that are missing";
    next_to_do: "未実施・一部実施のものを進める", "Carry out what is not done";
    next_none: "ひととおり記録しました。ファイルに保存して共有できます。", "Everything is recorded. Save it to a file to share it.";
    other_catalog: "この点検は別の版のカタログで作られました。今のカタログにない項目の答えも残っていますが、表示されません。", "This assessment was made with another catalogue. Answers to entries that the present one lacks are kept but not shown.";
    adopt: "今のカタログで続ける", "Continue with the present catalogue";
    no_marks: "作ったときのカタログの記録がないので、違うところは一覧にできません。", "No record of the catalogue was kept when it was made, so the differences cannot be listed.";
    differences: "違うところを見る（{} 項目、うちこの点検に関わるもの {}）", "See what differs ({} entries, {} of them concern this assessment)";
    concerned: "この点検に関わる", "concerns this assessment";
    added: "加わった", "Added";
    removed: "なくなった", "Gone";
    changed: "変わった", "Changed";
}
