//! The words that go with the catalogue wherever it goes: what each provenance means, and the credit.

use crate::core::report::ProvenanceKind;

/// A wording of ours in both languages. It is about the catalogue, no text of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    /// The Japanese.
    pub ja: &'static str,
    /// The English.
    pub en: &'static str,
}

const fn wording(ja: &'static str, en: &'static str) -> Wording {
    Wording { ja, en }
}

/// The credit line that the terms of the ministry's material ask for.
pub const CREDIT: Wording = wording(
    "出典: 「クラウドサービス提供における情報セキュリティ対策ガイドライン（第2版）」（総務省、2018年7月）の概要資料を加工して作成",
    "Source: made by editing the ministry's summary of the guideline (Ministry of Internal Affairs and Communications, \
     Japan, July 2018).",
);

/// The mark that a provenance is shown with.
#[must_use]
pub const fn mark(kind: ProvenanceKind) -> Wording {
    match kind {
        ProvenanceKind::Quoted => wording("概要資料", "Summary"),
        ProvenanceKind::Cited => wording("公知", "Public source"),
        ProvenanceKind::Unverified => wording("未照合", "Unverified"),
        ProvenanceKind::Original => wording("独自", "Original"),
        ProvenanceKind::Supplied => wording("利用者提供", "Supplied"),
    }
}

/// What a provenance means.
#[must_use]
pub const fn meaning(kind: ProvenanceKind) -> Wording {
    match kind {
        ProvenanceKind::Quoted => wording(
            "総務省の概要資料の文そのまま。ビルドのたびに写しと照合する。英語はこのプロジェクトの訳。",
            "Word for word from the ministry's summary, compared with a copy at every build. The English is this \
             project's translation.",
        ),
        ProvenanceKind::Cited => wording(
            "公開されている資料で確認した事実。文はこのプロジェクトのもの。",
            "A fact seen in a public source, in this project's own words.",
        ),
        ProvenanceKind::Unverified => wording(
            "正しいと見ているが、公式の本文と照合していない。確からしさを％で示す。文はこのプロジェクトのもの。",
            "Believed true at so many per cent, not compared with the official text, in this project's own words.",
        ),
        ProvenanceKind::Original => wording(
            "ガイドラインの方法に沿ってこのプロジェクトが書いたもの。公式の文ではない。",
            "Written by this project in the guideline's method. It is not official text.",
        ),
        ProvenanceKind::Supplied => {
            wording("利用者が読み込んだカタログパックのもの。", "From a catalogue pack that the user loaded.")
        }
    }
}
