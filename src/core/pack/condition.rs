//! A risk's condition as JSON, in the shape that the catalogue's files use.

use serde_json::{Map, Value as Json};

use crate::core::{
    catalog::{
        ComponentId, Condition, DataId, Fault, List, RoleId, Which,
        keyword::Keyword,
        leak::{leak_list, leak_str},
    },
    document::parse_strict,
};

/// Reads a condition; what `write_condition` writes comes back as it was.
///
/// # Errors
/// Says what is wrong, as the build would.
pub(super) fn read(text: &str) -> Result<Condition, Fault> {
    condition(&parse_strict(text).map_err(|_| Fault::NoCondition)?)
}

fn condition(json: &Json) -> Result<Condition, Fault> {
    let table = json.as_object().ok_or(Fault::NoCondition)?;
    let asks = |key: &str| table.contains_key(key);
    let only = |keys: &[&str]| table.keys().all(|k| keys.contains(&k.as_str())).then_some(()).ok_or(Fault::NoCondition);
    for (key, make) in [("all", Condition::All as fn(List<Condition>) -> Condition), ("any", Condition::Any)] {
        if asks(key) {
            only(&[key])?;
            let parts = table.get(key).and_then(Json::as_array).ok_or(Fault::NoCondition)?;
            let mut read = Vec::with_capacity(parts.len());
            for part in parts {
                read.push(condition(part)?);
            }
            return if read.is_empty() { Err(Fault::NoneGiven) } else { Ok(make(leak_list(read))) };
        }
    }
    if let Some(one) = table.get("not") {
        only(&["not"])?;
        return Ok(Condition::Not(leak_list(vec![condition(one)?])));
    }
    if let Some(role) = word(table, "role")? {
        only(&["role", "by", "shared"])?;
        let shared = match table.get("shared") {
            None => false,
            Some(shared) => shared.as_bool().ok_or(Fault::NoCondition)?,
        };
        return Ok(Condition::Played { role: RoleId(leak_str(role)), by: any_of(table, "by")?, shared });
    }
    if let Some(kind) = word(table, "component")? {
        only(&["component", "procured", "operated", "maintained", "place", "carries"])?;
        return Ok(Condition::Has {
            which: if kind == "this" { Which::This } else { Which::Kind(ComponentId(leak_str(kind))) },
            procured: any_of(table, "procured")?,
            operated: any_of(table, "operated")?,
            maintained: any_of(table, "maintained")?,
            place: any_of(table, "place")?,
            carries: word(table, "carries")?.map(|role| RoleId(leak_str(role))),
        });
    }
    let data = word(table, "data")?.ok_or(Fault::NoCondition)?;
    only(&["data"])?;
    Ok(Condition::Occurs(DataId(leak_str(data))))
}

fn word<'a>(table: &'a Map<String, Json>, key: &str) -> Result<Option<&'a str>, Fault> {
    table.get(key).map(|json| json.as_str().ok_or(Fault::NoCondition)).transpose()
}

/// The players, or the places, that count. An empty list is refused: read as "by nobody" it would turn into "by anybody".
fn any_of<T: Keyword>(table: &Map<String, Json>, key: &str) -> Result<List<T>, Fault> {
    let Some(json) = table.get(key) else { return Ok(List(&[])) };
    let words = json.as_array().ok_or(Fault::NoCondition)?;
    let mut any = Vec::with_capacity(words.len());
    for json in words {
        let word = json.as_str().ok_or(Fault::NoCondition)?;
        any.push(T::from_keyword(word).ok_or_else(|| Fault::none_of::<T>(word))?);
    }
    if any.is_empty() { Err(Fault::NoneGiven) } else { Ok(leak_list(any)) }
}
