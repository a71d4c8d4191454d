//! The words that go with the catalogue wherever it goes: what each provenance means, and the terms of reuse.

use serde_json::{Value as Json, json};

use crate::core::{
    language::Wording,
    report::{
        ProvenanceKind,
        labels::{self, CREDIT, meaning},
    },
};

/// The terms under which the ministry's material is believed to be, and how sure that is, in per cent.
const TERMS: (Wording, u8) =
    (Wording::new("政府標準利用規約（第2.0版）", "Government of Japan Standard Terms of Use, version 2.0"), 90);

/// What whoever passes the catalogue on has to know.
const NOTES: [Wording; 3] = [
    Wording::new(
        "総務省が作成したものでも、確認したものでもありません。",
        "The ministry neither made nor checked this catalogue or its translations.",
    ),
    Wording::new(
        "provenance が quoted の日本語だけが概要資料の文です。その英語はこのプロジェクトの訳です。再配布するときは、利用規約を自分で確かめてください。",
        "Only the Japanese of what is quoted is the summary's own text; its English is this project's translation. \
         Whoever republishes it should check the terms.",
    ),
    Wording::new(
        "ISO/IEC 27002 の文は収録していません。番号と短い題だけです。題は概要資料か2014年のガイドラインの目次にあるもの、ほかはこのプロジェクトのものです。",
        "No sentence of ISO/IEC 27002 is included, only its numbers with short titles: headings that the summary or the \
         table of contents of the 2014 guideline shows, otherwise this project's own.",
    ),
];

/// The legend of provenances, and the terms of reuse, for a file.
pub(super) fn legend() -> (Json, Json) {
    let kinds = ProvenanceKind::ALL
        .map(|kind| json!({ "kind": kind.keyword(), "mark": both(labels::provenance(kind)), "meaning": both(meaning(kind)) }));
    let (terms, percent) = TERMS;
    let licence = json!({
        "credit": both(CREDIT),
        "notes": NOTES.map(both),
        "own": "MIT OR Apache-2.0",
        "quoted": {
            "en": terms.en,
            "from": { "kind": ProvenanceKind::Unverified.keyword(), "percent": percent },
            "ja": terms.ja,
        },
    });
    (Json::from(kinds.to_vec()), licence)
}

fn both(wording: Wording) -> Json {
    json!({ "en": wording.en, "ja": wording.ja })
}
