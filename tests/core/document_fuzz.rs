//! Files made by chance: refused with a reason, or taken, and never a panic.

use proptest::{
    collection::{btree_map, vec},
    prelude::*,
    sample::Index,
};
use serde_json::Value as Json;
use tenken::core::document::{FileError, read, write};

use crate::support::{
    cases,
    documents::{assessment, signed},
};

/// Any JSON whatever.
fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i32>().prop_map(|n| Json::from(f64::from(n) / 4.0)),
        any::<i64>().prop_map(Json::from),
        "\\PC{0,8}|[0-9]{1,4}-0-[0-9a-f]{12}".prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Json::from),
            btree_map("at|by|value|others|seen|[a-z/.]{0,6}", inner, 0..6).prop_map(|t| t.into_iter().collect()),
        ]
    })
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn random_bytes_are_refused(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes).is_err());
    }

    #[test]
    fn a_file_with_any_one_byte_changed_is_refused_or_says_the_same(
        assessment in assessment(), at in any::<Index>(), byte in any::<u8>(),
    ) {
        let mut bytes = write(&assessment).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        match read(&bytes) {
            Ok(same) => prop_assert_eq!(same, assessment),
            Err(FileError::TooLarge { .. } | FileError::Unreadable) => prop_assert!(false),
            Err(_) => {}
        }
    }

    #[test]
    fn any_json_is_refused(json in any_json()) {
        prop_assert!(read(json.to_string().as_bytes()).is_err());
    }

    /// With a digest that fits, at any place of a file: refused with a reason, or read and then written the same again.
    #[test]
    fn any_json_at_any_place_of_a_file_is_told_or_taken(
        assessment in assessment(), which in any::<Index>(), json in any_json(),
    ) {
        let mut file: Json = serde_json::from_str(&write(&assessment)).unwrap();
        let mut pointers = Vec::new();
        collect(&file, String::new(), &mut pointers);
        let pointer: &String = which.get(&pointers);
        *file.pointer_mut(pointer).unwrap() = json;
        match read(&signed(file)) {
            Ok(read_once) => prop_assert_eq!(read(write(&read_once).as_bytes()), Ok(read_once)),
            Err(FileError::Shape { .. } | FileError::NotOurs | FileError::Newer { .. }) => {}
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }
}

/// The places of a file, its root apart.
fn collect(json: &Json, at: String, found: &mut Vec<String>) {
    let mut go = |key: &str, inner: &Json| {
        let place = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        found.push(place.clone());
        collect(inner, place, found);
    };
    match json {
        Json::Object(table) => table.iter().for_each(|(k, v)| go(k, v)),
        Json::Array(items) => items.iter().enumerate().for_each(|(i, v)| go(&i.to_string(), v)),
        _ => {}
    }
}
