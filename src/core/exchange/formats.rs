//! The formats in which an assessment leaves, in one table: the page that offers them is made of it.

use super::tables::TableId;
use crate::core::{
    jobs::{Job, Tables},
    language::Wording,
};

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
    /// What writes it.
    pub writer: Writer,
}

/// What writes a format.
#[derive(Debug, Clone, Copy)]
pub enum Writer {
    /// The app itself: the document as it is kept.
    Document,
    /// The worker.
    Worker(fn(Tables) -> Job),
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
        writer: Writer::Document,
    },
    Format {
        ending: "xlsx",
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        name: Wording::new("Excel", "Excel"),
        carries: Wording::new(
            "いまの内容を、まとめ・対策項目・測定値・リスク・アクション・モデルの六枚のシートにします。備考や担当の名前も入ります。変更の記録は入りません。",
            "What stands now, in six sheets: summary, controls, values, risks, actions, model. With remarks and the names of people, without the record of changes.",
        ),
        writer: Writer::Worker(Job::Xlsx),
    },
    csv(Wording::new("対策項目（CSV）", "Controls (CSV)"), |how| Job::Csv(TableId::Controls, how)),
    csv(Wording::new("測定値（CSV）", "Values (CSV)"), |how| Job::Csv(TableId::Values, how)),
    csv(Wording::new("リスク（CSV）", "Risks (CSV)"), |how| Job::Csv(TableId::Risks, how)),
    csv(Wording::new("アクション（CSV）", "Actions (CSV)"), |how| Job::Csv(TableId::Actions, how)),
    csv(Wording::new("モデル（CSV）", "Model (CSV)"), |how| Job::Csv(TableId::Model, how)),
];

const fn csv(name: Wording, job: fn(Tables) -> Job) -> Format {
    Format {
        ending: "csv",
        media_type: "text/csv",
        name,
        carries: Wording::new(
            "Excel と同じ表を一つ。ほかのソフトに渡すときに。",
            "One of the tables that Excel gets, for other programs.",
        ),
        writer: Writer::Worker(job),
    }
}
