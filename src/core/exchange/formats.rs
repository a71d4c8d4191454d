//! The formats in which an assessment leaves, in one table: the page that offers them is made of it.

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
}

/// What is written of an assessment.
#[derive(Debug, Clone, Copy)]
pub enum Content {
    /// The document as it is kept.
    Document,
    /// All tables, as a workbook.
    Workbook,
    /// One table.
    Table(TableId),
}

/// All formats, the most complete one first.
pub const FORMATS: &[Format] = &[
    Format {
        ending: "tenken.json",
        media_type: "application/json",
        name: Wording::new("点検のファイル", "Assessment file"),
        carries: Wording::new(
            "すべての内容、変更の記録、スナップショット。別の端末で開いて続けられます。",
            "Everything, with the record of changes and snapshots. Can be opened and gone on with on another device.",
        ),
        content: Content::Document,
    },
    Format {
        ending: "xlsx",
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        name: Wording::new("Excel", "Excel"),
        carries: Wording::new(
            "いまの内容を、まとめ・対策項目・測定値・リスク・アクション・モデルの六枚のシートにします。備考や担当の名前も入ります。変更の記録は入りません。",
            "What stands now, in six sheets: summary, controls, values, risks, actions, model. With remarks and the names of people, without the record of changes.",
        ),
        content: Content::Workbook,
    },
    csv(Wording::new("対策項目", "Controls"), TableId::Controls),
    csv(Wording::new("測定値", "Values"), TableId::Values),
    csv(Wording::new("リスク", "Risks"), TableId::Risks),
    csv(Wording::new("アクション", "Actions"), TableId::Actions),
    csv(Wording::new("モデル", "Model"), TableId::Model),
];

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
    }
}
