//! JSON in which no key stands twice. Other readers differ in which of the two they take.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value as Json};

use super::FileError;

/// Parses one JSON value.
///
/// # Errors
/// If it is none, or is cut off, nested too deep, or has a key twice.
pub fn parse(text: &str) -> Result<Json, FileError> {
    let mut source = serde_json::Deserializer::from_str(text);
    let json = Strict.deserialize(&mut source).and_then(|json| source.end().map(|()| json));
    json.map_err(|e| {
        if e.is_eof() {
            FileError::Truncated
        } else if e.to_string().starts_with("recursion limit") {
            FileError::TooDeep
        } else {
            FileError::NotJson { line: e.line(), column: e.column() }
        }
    })
}

struct Strict;

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Json, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, b: bool) -> Result<Json, E> {
        Ok(b.into())
    }

    fn visit_u64<E>(self, n: u64) -> Result<Json, E> {
        Ok(n.into())
    }

    fn visit_i64<E>(self, n: i64) -> Result<Json, E> {
        Ok(n.into())
    }

    fn visit_f64<E>(self, n: f64) -> Result<Json, E> {
        Ok(n.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(Self)? {
            items.push(item);
        }
        Ok(items.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut table = Map::new();
        while let Some(key) = from.next_key::<String>()? {
            if table.contains_key(&key) {
                return Err(A::Error::custom("a key stands twice"));
            }
            table.insert(key, from.next_value_seed(Self)?);
        }
        Ok(table.into())
    }
}
