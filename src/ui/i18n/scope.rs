//! What an assessment covers, and the pattern of the service.

super::words! {
    title: "適用範囲", "Scope";
    lead: "何を点検するかを決めます。範囲から外したものは数に入らず、いつでも戻せます。入力したものは消えません。", "Decide what is assessed. What is out of scope is not counted, and comes back at any time with all that was entered.";
    parts: "点検する部", "Parts to assess";
    part2: "第Ⅱ部　組織・運用の対策", "Part II: organisation and operation";
    part3: "第Ⅲ部　物理的・技術的な対策", "Part III: physical and technical measures";
    part4: "第Ⅳ部　IoTサービスのリスク", "Part IV: risks of IoT services";
    part2_hint: "どのサービスにも関わります。", "Concerns every service.";
    part3_hint: "装置、建物、ネットワークなど、構成要素ごとの対策です。", "Controls for each component: equipment, buildings, networks.";
    part4_hint: "IoTを含まないクラウドサービスでは外します。", "Leave it out for a cloud service without IoT.";
    out_reason: "点検しない部がある理由", "Why parts are left out";
    equipment: "他者のもの", "Somebody else's";
    equipment_lead: "他者が用意し運用しているもの（たとえばIaaS事業者の建物と電源）に印を付けます。それだけに関わる対策は、適用範囲から外れます。", "Tick what somebody else provides and operates, such as the buildings and the power of an IaaS provider. Controls that concern nothing else go out of scope.";
    all_iaas: "建物・電源を外す（IaaSを使っている）", "Leave out buildings and power (we use IaaS)";
    writing: "規程の有無も記録する", "Note also whether it is in writing";
    writing_hint: "対策ごとに、できているかとは別に、規程があるかを記録します。", "For each control, apart from whether it is in place.";
    service: "サービス", "Service";
    classify: "分類", "Class";
    classify_lead: "二つの質問から、サービスのパターン（別紙３）が決まります。第Ⅲ部の参照値は、パターンごとに違います。", "Two questions give the pattern of the service (Annex 3). The reference values of Part III differ by pattern.";
    result: "パターン {}", "Pattern {}";
    result_none: "まだ決まりません。残る候補: {}", "Not decided yet. Left: {}";
    result_never: "この答えの組に当たるパターンはありません。答えを見直すか、下で選んでください。", "No pattern has these answers. Look at them again, or choose one below.";
    because: "答えから決まりました。", "It follows from the answers.";
    chosen: "理由を付けて選んだものです。", "It was chosen, with a reason.";
    would: "答えを「{}」に変えると {} になり、参照値が {} 件変わります。", "With “{}” it would be {}, and {} reference values would change.";
    moves: "答えを変えると", "If an answer changes";
    own: "別のパターンにする", "Take another pattern";
    own_hint: "答えから決まるものと違うパターンで点検するときだけ選びます。", "Only where the assessment follows a pattern other than the answers give.";
    none: "答えに従う", "Follow the answers";
    own_reason: "理由", "Reason";
    reason_missing: "理由を書くまで、選んだパターンは使いません。", "The chosen pattern is not used until the reason is given.";
    examples: "例", "Examples";
}
