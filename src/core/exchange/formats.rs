//! The formats in which an assessment leaves, and in some comes back, in one table: the page that offers them is made of
//! it.

use serde::{Deserialize, Serialize};

use super::tables::TableId;
use crate::core::language::Wording;

/// A format.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// How its files end.
    pub ending: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it is called.
    pub name: Wording,
    /// What of an assessment is in it, and what is not.
    pub carries: Wording,
    /// What is written.
    pub content: Content,
    /// Whether such a file can be opened again.
    pub comes_back: bool,
    /// What in it is not for everybody.
    pub posture: Posture,
}

/// What of an assessment a format tells beside where it stands. A copy for others has none of it, in whatever format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posture {
    /// Everything that was ever entered: also what was replaced since, and by whom.
    History,
    /// What people wrote, as it stands: remarks, reasons, names, values.
    Words,
    /// Nothing that people wrote, but what the assessment is called.
    Nothing,
}

impl Posture {
    /// What to know before such a file is given to others; nothing where there is nothing to it.
    #[must_use]
    pub const fn caution(self) -> Option<Wording> {
        match self {
            Self::History => Some(Wording::new(
                "備考・名前・変更の記録・スナップショットも入ります。",
                "With remarks, names, the record of changes and snapshots.",
            )),
            Self::Words => Some(Wording::new("備考や名前も入ります。", "With remarks and names.")),
            Self::Nothing => None,
        }
    }
}

/// What is written of an assessment.
#[derive(Debug, Clone, Copy)]
pub enum Content {
    /// The document as it is kept.
    Document,
    /// The report.
    Report,
    /// All tables, as a workbook.
    Workbook,
    /// One table.
    Table(TableId),
    /// All tables, as Markdown.
    Markdown,
    /// A model of OSCAL.
    Oscal(OscalModel),
}

/// The models of OSCAL that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OscalModel {
    /// The controls and countermeasures of the guideline, as far as this program has them.
    Catalog,
    /// What of them an assessment looks at, with the reference values of its pattern.
    Profile,
    /// Where they stand, what was measured, and the risks that apply.
    AssessmentResults,
}

/// All formats, the most complete one first.
pub const FORMATS: &[Format] = &[
    Format {
        ending: "tenken.json",
        media_type: "application/json",
        name: Wording::new("点検のファイル", "Assessment file"),
        carries: Wording::new(
            "別の端末でも、このツールで開いて続けられます。",
            "Can be opened with this tool and gone on with, also on another device.",
        ),
        content: Content::Document,
        comes_back: true,
        posture: Posture::History,
    },
    Format {
        ending: "html",
        media_type: "text/html",
        name: Wording::new("報告書", "Report"),
        carries: Wording::new(
            "下に見える報告書。どの端末のブラウザでも開けます。",
            "The report that is seen below, for any browser.",
        ),
        content: Content::Report,
        comes_back: false,
        posture: Posture::Words,
    },
    Format {
        ending: "xlsx",
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        name: Wording::new("Excel", "Excel"),
        carries: Wording::new(
            "いまの内容を、まとめ・対策項目・測定値・リスク・アクション・モデルの六枚のシートにします。",
            "What stands now, in six sheets: summary, controls, values, risks, actions, model.",
        ),
        content: Content::Workbook,
        comes_back: true,
        posture: Posture::Words,
    },
    csv(Wording::new("対策項目", "Controls"), TableId::Controls),
    csv(Wording::new("測定値", "Values"), TableId::Values),
    csv(Wording::new("リスク", "Risks"), TableId::Risks),
    csv(Wording::new("アクション", "Actions"), TableId::Actions),
    csv(Wording::new("モデル", "Model"), TableId::Model),
    Format {
        ending: "md",
        media_type: "text/markdown",
        name: Wording::new("Markdown", "Markdown"),
        carries: Wording::new(
            "同じ表を、社内の Wiki やリポジトリに置く文書に。",
            "The same tables, for wikis and repositories.",
        ),
        content: Content::Markdown,
        comes_back: false,
        posture: Posture::Words,
    },
    oscal(
        "assessment-results.oscal.json",
        Wording::new("OSCAL 点検結果", "OSCAL assessment results"),
        OscalModel::AssessmentResults,
    ),
    oscal("profile.oscal.json", Wording::new("OSCAL プロファイル", "OSCAL profile"), OscalModel::Profile),
    oscal("catalog.oscal.json", Wording::new("OSCAL カタログ", "OSCAL catalog"), OscalModel::Catalog),
];

const fn oscal(ending: &'static str, name: Wording, model: OscalModel) -> Format {
    Format {
        ending,
        media_type: "application/json",
        name,
        carries: Wording::new("ほかの GRC ツールに渡す形式（1.1.2）。", "For other GRC tools (1.1.2)."),
        content: Content::Oscal(model),
        comes_back: false,
        posture: if matches!(model, OscalModel::AssessmentResults) { Posture::Words } else { Posture::Nothing },
    }
}

const fn csv(name: Wording, table: TableId) -> Format {
    Format {
        ending: "csv",
        media_type: "text/csv",
        name,
        carries: Wording::new(
            "Excel のシートの一枚と同じ表。ほかのソフトに渡すときに。",
            "One of the tables that Excel gets, for other programs.",
        ),
        content: Content::Table(table),
        comes_back: !matches!(table, TableId::Summary | TableId::Model),
        posture: Posture::Words,
    }
}
