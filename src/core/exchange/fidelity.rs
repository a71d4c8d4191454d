//! The sheet of fidelity as Markdown: `docs/fidelity.md` and `docs/fidelity.en.md`, which `./dev docs` writes.

use crate::core::{
    catalog::{Catalog, EntryKind},
    language::Language,
    report::{
        FidelityPart, ProvenanceKind, Tally, fidelity,
        labels::{self, CREDIT, NEWER, meaning},
    },
};

/// The documents: the language of each, and its name.
pub const DOCUMENTS: [(Language, &str); 2] = [(Language::Ja, "fidelity.md"), (Language::En, "fidelity.en.md")];

/// The sheet of a catalogue. The same catalogue always gives the same text.
#[must_use]
pub fn markdown(catalog: &Catalog, language: Language) -> String {
    let sheet = fidelity(catalog);
    // What occurs nowhere needs no column.
    let kinds: Vec<ProvenanceKind> = ProvenanceKind::ALL.into_iter().filter(|k| sheet.total.of(*k) > 0).collect();
    let pick = |ja, en| language.pick(ja, en);
    let mut page = String::from(pick(INTRODUCTION_JA, INTRODUCTION_EN));
    line(&mut page, &[pick("印", "mark"), pick("意味", "meaning")].map(str::to_owned));
    page.push_str("|---|---|\n");
    for kind in ProvenanceKind::ALL {
        line(&mut page, &[labels::provenance(kind), meaning(kind)].map(|wording| wording.pick(language).to_owned()));
    }
    page.push_str(pick(COUNTED_JA, COUNTED_EN));
    let mut heads = vec![pick("部分", "part"), pick("項目", "entries"), pick("事実", "facts")];
    heads.extend(kinds.iter().map(|k| labels::provenance(*k).pick(language)));
    heads.push(pick("未照合の確からしさ", "sureness of the unverified"));
    line(&mut page, &heads.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>());
    page.push_str(&format!("|---|{}---|\n", "--:|".repeat(heads.len() - 2)));
    for row in &sheet.rows {
        figures(&mut page, &label(catalog, row.part, language), row.entries, &row.tally, &kinds, language);
    }
    let total = format!("**{}**", pick("合計", "total"));
    figures(&mut page, &total, sheet.entries, &sheet.total, &kinds, language);
    page.push('\n');
    page.push_str(CREDIT.pick(language));
    page.push_str("\n\n");
    page.push_str(NEWER.pick(language));
    page.push('\n');
    page
}

const INTRODUCTION_JA: &str = "\
<!-- ./dev docs が書き出したもの。手で直さない。 -->
# カタログの出どころ

tenken のカタログには、ガイドラインの文そのものと、そうでないものがあります。
どれだけがどこから来たかを部分ごとに数えました。この頁はカタログから作られ、食い違うとテストが失敗します。

English: [fidelity.en.md](fidelity.en.md)

## 印

";
const INTRODUCTION_EN: &str = "\
<!-- Written by ./dev docs, never by hand. -->
# Where the catalogue comes from

Some of tenken's catalogue is the guideline's own text, and some is not.
This page counts, part by part, how much comes from where. It is made from the catalogue; a test fails when the two
differ.

日本語: [fidelity.md](fidelity.md)

## Marks

";
const COUNTED_JA: &str = "
## 数

事実とは、一つの題や文のほか、一つの番号、区分、対策参照値、リスクの条件、ほかの項目へのつながりです。
番号が公知、題が概要資料、条件が独自、というように、一つの項目の中でも出どころは分かれます。
確からしさは、未照合の事実のいちばん低い値といちばん高い値、括弧の中は平均（切り捨て）です。

";
const COUNTED_EN: &str = "
## Figures

A fact is a single title or sentence, but also a single number, class, reference value, condition of a risk, or link to
other entries. Facts of one entry can come from different places: the number from a public source, the title from the
summary, the condition from this project. Sureness is the least and the most of the unverified facts, with their mean,
rounded down, in brackets.

";

fn figures(
    page: &mut String,
    label: &str,
    entries: usize,
    tally: &Tally,
    kinds: &[ProvenanceKind],
    language: Language,
) {
    let count = |n: usize| if n == 0 { "–".to_owned() } else { n.to_string() };
    let mut cells = vec![label.to_owned(), count(entries), tally.facts().to_string()];
    cells.extend(kinds.iter().map(|k| count(tally.of(*k))));
    cells.push(match (tally.percent_range(), tally.mean_percent()) {
        (Some((least, most)), _) if least == most => format!("{least} %"),
        (Some((least, most)), Some(mean)) => {
            let (open, close) = match language {
                Language::Ja => ("（", "）"),
                Language::En => (" (", ")"),
            };
            format!("{least}–{most} %{open}{mean} %{close}")
        }
        _ => "–".to_owned(),
    });
    line(page, &cells);
}

/// A row of a table, which no `|` in a title breaks.
fn line(page: &mut String, cells: &[String]) {
    for cell in cells {
        page.push_str("| ");
        page.push_str(&cell.replace('|', "\\|"));
        page.push(' ');
    }
    page.push_str("|\n");
}

fn label(catalog: &Catalog, part: FidelityPart, language: Language) -> String {
    let (ja, en) = match part {
        FidelityPart::Section(id) => {
            let title = catalog.section(id).map(|s| language.pick(s.title.ja(), s.title.en())).unwrap_or_default();
            let number = match id.strip_prefix("Annex") {
                Some(number) => format!("Annex {number}"),
                None => id.to_owned(),
            };
            return format!("{number} {title}");
        }
        FidelityPart::Kind(kind) => kind_words(kind),
        FidelityPart::Beside => (
            "そのほか（版、出典、概要資料の箇所、担い手、ロールの種類の名前）",
            "Beside these: names of the edition, sources, passages of the summary, players, kinds of role",
        ),
    };
    language.pick(ja, en).to_owned()
}

/// The entries of a kind. Sections, controls and points are counted with their part.
const fn kind_words(kind: EntryKind) -> (&'static str, &'static str) {
    match kind {
        EntryKind::Section => ("節", "Sections"),
        EntryKind::Control => ("対策項目", "Controls"),
        EntryKind::Viewpoint => ("IV 三つの観点", "IV: the three viewpoints"),
        EntryKind::Role => ("IV ロール", "IV: roles"),
        EntryKind::Component => ("IV コンポーネント", "IV: components"),
        EntryKind::Data => ("IV データ取扱形態", "IV: forms of data handling"),
        EntryKind::Type => ("IV サービスの類型", "IV: service types"),
        EntryKind::Risk => ("IV リスク", "IV: risks"),
        EntryKind::Countermeasure => ("IV リスク対応策とアクション", "IV: countermeasures and actions"),
        EntryKind::Equipment => ("Annex 3 構成要素", "Annex 3: components"),
        EntryKind::Axis => ("Annex 3 機密性・完全性・可用性", "Annex 3: confidentiality, integrity, availability"),
        EntryKind::Pattern => ("Annex 3 六つのパターン", "Annex 3: the six patterns"),
        EntryKind::Point => ("そのほかの要点", "Other points"),
        EntryKind::IsoChapter => {
            ("Annex 5・6 ISO/IEC 27002:2013 の章", "Annex 5 and 6: chapters of ISO/IEC 27002:2013")
        }
        EntryKind::IsoItem => ("Annex 5・6 ISO/IEC 27002:2013 の番号", "Annex 5 and 6: numbers of ISO/IEC 27002:2013"),
        EntryKind::Case => ("Annex 8 記入例", "Annex 8: worked cases"),
    }
}
