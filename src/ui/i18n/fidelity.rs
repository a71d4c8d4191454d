//! The sheet of fidelity.

super::words! {
    title: "どこまで公式か", "How much is official";
    lead: "カタログの事実がどこから来たかを、部ごとにカタログから自動で数えたものです。", "Where the facts of the catalogue come from, part by part, counted from the catalogue itself.";
    facts_are: "事実とは、一つの題や文のほか、一つの番号、区分、対策参照値、条件、結び付きです。一つの項目の中でも出どころは分かれます。", "A fact is a title or text, a number, a class, a reference value, a condition or a link. Facts of one entry may come from different places.";
    part: "部", "Part";
    entries: "項目", "Entries";
    facts: "事実", "Facts";
    sure: "未照合の確からしさ（平均）", "How sure unverified facts are (mean)";
    total: "合計", "Total";
    beside: "そのほか（版、出典、担い手などの名前）", "Others (names of the edition, sources, players)";
    marks: "印の意味", "What the marks mean";
}
