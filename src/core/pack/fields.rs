//! The fields of entries that a pack can set, and what they are called.

use crate::core::catalog::EntryKind;

/// A field or a family of fields, `{}` for an id or number, and its name in Japanese and English. The name's `{}` shows
/// that id or number.
type Named = (&'static str, &'static str, &'static str);

const TITLE: Named = ("title", "見出し", "title");
const NAME: Named = ("name", "名称", "name");
const ABOUT: Named = ("about", "説明", "description");
const WHY: Named = ("why", "理由", "why");
const VIEWPOINT: Named = ("viewpoint", "観点", "viewpoint");
const ROLES: Named = ("roles", "担うロール", "roles it carries out");
const STATEMENT: Named = ("statement", "本文", "statement");

const ANNEX5: Named = ("annex5", "Annex 5 のページ", "pages of Annex 5");
const ANNEX6: Named = ("annex6", "Annex 6 のページ", "pages of Annex 6");
const QUESTION: Named = ("question", "質問", "question");
const COMPONENT_NAME: Named = ("component.{}.name", "コンポーネント{}の名称", "name of component {}");

const fn fields(kind: EntryKind) -> &'static [Named] {
    match kind {
        EntryKind::Section => &[TITLE, ABOUT],
        EntryKind::Viewpoint => &[NAME, ABOUT],
        EntryKind::Role => &[NAME, ABOUT, ("kind", "ロールの区分", "kind of role")],
        EntryKind::Component => &[NAME, ABOUT, ("layer", "層", "layer"), ROLES],
        EntryKind::Data => &[NAME, ABOUT, QUESTION],
        EntryKind::Type => &[NAME, ABOUT, COMPONENT_NAME],
        EntryKind::Risk => &[
            TITLE,
            WHY,
            ("role", "ロール", "role"),
            VIEWPOINT,
            ("countermeasures", "リスク対応策", "countermeasures"),
            ("when", "該当する条件", "when it applies"),
            ("each", "個別に数えるコンポーネント", "components for each of which it stands"),
        ],
        EntryKind::Countermeasure => &[
            TITLE,
            STATEMENT,
            VIEWPOINT,
            ("action.{}", "具体的なアクション {}", "action {}"),
            ("controls", "関連する対策項目", "controls"),
            ("references", "参考文献", "references"),
        ],
        EntryKind::Equipment => &[NAME, ABOUT],
        EntryKind::Axis => &[
            NAME,
            QUESTION,
            ("level.{}.name", "水準 {} の名称", "name of grade {}"),
            ("level.{}.meaning", "水準 {} の意味", "meaning of grade {}"),
        ],
        EntryKind::Pattern => &[NAME, ("example.{}", "サービスの例 {}", "example {}")],
        EntryKind::Point => &[TITLE, ABOUT, ("missing", "分かっていないこと", "what is not known")],
        EntryKind::IsoChapter => &[TITLE],
        EntryKind::IsoItem => &[TITLE, ANNEX5, ANNEX6, ("note", "注記", "note")],
        EntryKind::Case => {
            &[NAME, ABOUT, ("story", "事例の内容", "story"), ("shows", "分かること", "what it shows"), COMPONENT_NAME]
        }
        EntryKind::Control => &[
            ("id", "番号", "number"),
            TITLE,
            ("class", "区分(basic 基本・recommended 推奨)", "class"),
            STATEMENT,
            WHY,
            ("components", "対象の構成要素", "components concerned"),
            ("related", "関連する対策項目", "related controls"),
            ("iso27002", "ISO/IEC 27002:2013 の番号", "numbers in ISO/IEC 27002:2013"),
            ANNEX5,
            ANNEX6,
            ("practice.{}", "ベストプラクティス {}", "best practice {}"),
            ("evidence.{}", "確認する証跡 {}", "evidence {}"),
            ("item.{}.name", "評価項目 {}", "evaluation item {}"),
            ("item.{}.measure", "評価項目 {} の種類", "what item {} measures"),
            ("item.{}.options", "評価項目 {} の選択肢(強い順)", "options of item {}, strongest first"),
            ("item.{}.option.{}", "評価項目 {} の選択肢 {}", "option {2} of item {}"),
            ("item.{}.value.{}", "評価項目 {} のパターン{}の対策参照値", "item {}, value for pattern {}"),
            ("item.{}.note", "評価項目 {} の注記", "note on item {}"),
            ("items_note", "評価項目全体の注記", "note on the items"),
        ],
    }
}

/// Whether a pack can set the field of such an entry.
#[must_use]
pub fn can_set(kind: EntryKind, field: &str) -> bool {
    find(kind, field).is_some()
}

/// What people call a field, in Japanese and in English. A field that a pack cannot set is called as it is written.
#[must_use]
pub fn label(kind: EntryKind, field: &str) -> (String, String) {
    match find(kind, field) {
        Some((named, places)) => (fill(named.1, &places), fill(named.2, &places)),
        None => (field.to_owned(), field.to_owned()),
    }
}

fn find(kind: EntryKind, field: &str) -> Option<(&'static Named, Vec<&str>)> {
    fields(kind).iter().find_map(|named| Some((named, places(named.0, field)?)))
}

/// What stands in the places of a pattern; `None` if the field is not of it. The last place may have dots in it, as
/// the ids of actions have.
fn places<'a>(pattern: &str, field: &'a str) -> Option<Vec<&'a str>> {
    let mut found = Vec::new();
    let mut parts = pattern.split("{}");
    let mut rest = field.strip_prefix(parts.next()?)?;
    for part in parts {
        let at = if part.is_empty() { rest.len() } else { rest.find(part)? };
        if at == 0 {
            return None;
        }
        found.push(&rest[..at]);
        rest = &rest[at + part.len()..];
    }
    rest.is_empty().then_some(found)
}

fn fill(name: &str, places: &[&str]) -> String {
    let mut out = name.replace("{2}", places.get(1).copied().unwrap_or_default());
    for place in places {
        out = out.replacen("{}", place, 1);
    }
    out
}
