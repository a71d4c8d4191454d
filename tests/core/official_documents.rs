//! Documents in the guideline's layout with the catalogue's own texts, as plain text.

use tenken::core::catalog::{CATALOG, Control, EvaluationItem};

use super::official_truth::{in_document, written};

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Numbers {
    Spaced,
    Tight,
    Wide,
    Roman,
    Wrapped,
}

/// How the table of an evaluation item comes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Table {
    /// A row for each pattern.
    Rows,
    /// A column for each pattern.
    Columns,
    /// Each cell on a line of its own.
    Cells,
    /// Pattern and value apart by a blank.
    Beside,
}

/// A way to set the document.
#[derive(Debug, Clone)]
pub struct Layout {
    pub numbers: Numbers,
    pub table: Table,
    /// So many characters a line; 0 for lines of any length.
    pub width: usize,
    /// With running heads and page numbers, every 40 lines.
    pub pages: bool,
    /// With form feeds between pages.
    pub feeds: bool,
    /// With a blank between characters here and there.
    pub blanks: bool,
    /// With the list of Annex 1 behind it.
    pub annex: bool,
    /// Each control in one line.
    pub one_line: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            numbers: Numbers::Spaced,
            table: Table::Rows,
            width: 0,
            pages: false,
            feeds: false,
            blanks: false,
            annex: false,
            one_line: false,
        }
    }
}

fn number(layout: &Layout, id: &str) -> String {
    let wide = |text: &str| -> String {
        let one = |c: char| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xfee0).unwrap() } else { c };
        text.chars().map(one).collect()
    };
    match layout.numbers {
        Numbers::Spaced => format!("{}. ", id.replace('.', ". ")),
        Numbers::Tight => id.to_owned(),
        Numbers::Wide => format!("{}．　", wide(id)),
        Numbers::Roman => format!("{}．", wide(id).replace("ＩＩＩ", "Ⅲ").replace("ＩＩ", "Ⅱ").replace("ＩＶ", "Ⅳ")),
        Numbers::Wrapped => match id.rsplit_once('.') {
            Some((start, end)) if id.matches('.').count() == 3 => format!("{start}.\n{end}. "),
            _ => format!("{id}. "),
        },
    }
}

/// The document as text.
pub fn document(layout: &Layout) -> String {
    let mut lines: Vec<String> = vec!["目次".into()];
    let sections: Vec<_> = CATALOG.sections.into_iter().filter(|s| in_document(s.id)).collect();
    for (i, section) in sections.iter().enumerate() {
        lines.push(format!("{}. {} ･･････････････････ {}", section.id, section.title.ja(), i + 17));
    }
    for control in CATALOG.controls {
        lines.push(format!("{}. 【基本】 ........................ 20", control.id.0));
    }
    lines.push(String::new());
    for section in &sections {
        if section.id.starts_with("IV") {
            continue;
        }
        lines.push(format!("{}{}", number(layout, section.id), section.title.ja()));
        for control in CATALOG.controls.into_iter().filter(|c| c.id.0.rsplit_once('.').unwrap().0 == section.id) {
            lines.extend(self::control(layout, control));
        }
    }
    lines.extend(part4());
    if layout.annex {
        lines.push("Annex1 組織・運用編 対策項目一覧表".into());
        for control in CATALOG.controls {
            let class = if control.class.keyword() == "basic" { "基本" } else { "推奨" };
            lines.push(format!("{}. 【{class}】\t{}\t済", control.id.0, control.statement.ja()));
        }
    }
    finish(layout, lines)
}

fn control(layout: &Layout, control: &Control) -> Vec<String> {
    let class = if control.class.keyword() == "basic" { "基本" } else { "推奨" };
    let mut lines = vec![format!("{}【{class}】", number(layout, control.id.0)), control.statement.ja().to_owned()];
    lines.push("【ベストプラクティス】".into());
    for practice in control.best_practices {
        lines.push(format!("{}. {}", practice.mark, practice.text.ja()));
    }
    if layout.one_line {
        lines = vec![lines.join(" ")];
    }
    if !control.items.is_empty() {
        lines.push("【評価項目】".into());
        for item in control.items {
            lines.push(format!("{}. {}", item.id, item.name.ja()));
            lines.extend(table(layout, item));
        }
    }
    lines
}

fn table(layout: &Layout, item: &EvaluationItem) -> Vec<String> {
    let values: Vec<String> = item.values.iter().map(|value| written(item, value)).collect();
    match layout.table {
        Table::Rows => {
            let rows = values.iter().enumerate().map(|(i, value)| format!("{}\t{value}", i + 1));
            std::iter::once("パターン\t対策参照値".to_owned()).chain(rows).collect()
        }
        Table::Beside => {
            let rows = values.iter().enumerate().map(|(i, value)| format!("{} {value}", i + 1));
            std::iter::once("パターン 対策参照値".to_owned()).chain(rows).collect()
        }
        Table::Columns => vec!["パターン\t1\t2\t3\t4\t5\t6".into(), format!("対策参照値\t{}", values.join("\t"))],
        Table::Cells => {
            let cells = values.into_iter().enumerate().flat_map(|(i, value)| [(i + 1).to_string(), value]);
            ["パターン".to_owned(), "対策参照値".to_owned()].into_iter().chain(cells).collect()
        }
    }
}

fn part4() -> Vec<String> {
    let mut lines = vec!["ロール\t対応策を割り当てるIoTサービスリスク\tリスク対応策項番".to_owned()];
    for (i, risk) in CATALOG.risks.into_iter().filter(|r| !r.id.0.contains('X')).enumerate() {
        let title = |id: &str| CATALOG.countermeasures.into_iter().find(|c| c.id.0 == id).unwrap().title.ja();
        let links: Vec<String> = risk.countermeasures.iter().map(|c| format!("{}:【{}】", c.0, title(c.0))).collect();
        let role = if i == 0 { "利用者契約" } else { "" };
        lines.push(format!("{role}\t{}\t{}", risk.title.ja(), links.join(" ")));
    }
    lines.push("IV. 5. リスク対応策".into());
    let measure = CATALOG.countermeasures.into_iter().find(|c| c.id.0 == "A-1").unwrap();
    lines.push(format!("A-1 【{}】", measure.title.ja()));
    lines.push(measure.statement.unwrap().ja().to_owned());
    lines.push("具体的なアクション".into());
    lines.extend(measure.actions.iter().map(|action| format!("・{}", action.text.ja())));
    lines.push(String::new());
    lines
}

/// Wrapped, with blanks, and with pages.
fn finish(layout: &Layout, lines: Vec<String>) -> String {
    let mut set = Vec::new();
    for line in lines.iter().flat_map(|line| line.split('\n')) {
        let mut characters: Vec<char> = line.chars().collect();
        if layout.blanks && !line.contains(['\t', '【', '･', '.']) {
            characters = characters.chunks(7).flat_map(|c| c.iter().copied().chain([' '])).collect();
        }
        let wraps = layout.width > 0 && !line.contains(['\t', '【', '･']) && !line.contains(". ");
        let wraps = wraps || (layout.width > 0 && line.contains('。'));
        if !wraps {
            set.push(characters.into_iter().collect::<String>());
            continue;
        }
        set.extend(characters.chunks(layout.width).map(|c| c.iter().collect::<String>()));
    }
    if !layout.pages {
        return set.join("\n");
    }
    let feed = if layout.feeds { "\u{c}" } else { "" };
    let mut text = String::new();
    for (page, lines) in set.chunks(40).enumerate() {
        text.push_str(&format!(
            "{feed}クラウドサービス提供における情報セキュリティ対策ガイドライン(第2版)\n{}\n- {} -\n",
            lines.join("\n"),
            page + 1
        ));
    }
    text
}
