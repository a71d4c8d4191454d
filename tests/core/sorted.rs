//! Maps and sets as sorted lists do what the standard library's do.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{collection::vec, prelude::*};
use tenken::core::sorted::{Map, Set};

use crate::support::cases;

#[derive(Debug, Clone)]
enum Act {
    Insert(String, u8),
    Remove(String),
    Change(String, u8),
    Make(String),
    Retain(u8),
    Pop,
}

fn key() -> impl Strategy<Value = String> {
    "[abc/]{0,2}"
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => (key(), any::<u8>()).prop_map(|(k, v)| Act::Insert(k, v)),
        2 => key().prop_map(Act::Remove),
        1 => (key(), any::<u8>()).prop_map(|(k, v)| Act::Change(k, v)),
        1 => key().prop_map(Act::Make),
        1 => any::<u8>().prop_map(Act::Retain),
        1 => Just(Act::Pop),
    ]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_map_is_as_the_standard_one(acts in vec(act(), 0..40), from in key()) {
        let (mut map, mut std) = (Map::new(), BTreeMap::new());
        for act in acts {
            match act {
                Act::Insert(k, v) => prop_assert_eq!(map.insert(k.clone(), v), std.insert(k, v)),
                Act::Remove(k) => prop_assert_eq!(map.remove(k.as_str()), std.remove(k.as_str())),
                Act::Change(k, v) => {
                    prop_assert_eq!(map.get_mut(&k).map(|old| std::mem::replace(old, v)), std.get(&k).copied());
                    std.entry(k).and_modify(|old| *old = v);
                }
                Act::Make(k) => prop_assert_eq!(map.get_or_insert_with(&k, || 7), std.entry(k.clone()).or_insert(7)),
                Act::Retain(least) => {
                    map.retain(|_, v| *v >= least);
                    std.retain(|_, v| *v >= least);
                }
                Act::Pop => prop_assert_eq!(map.pop(), std.pop_last()),
            }
            prop_assert!(map.keys().eq(std.keys()) && map.values().eq(std.values()));
            prop_assert_eq!(map.len(), std.len());
        }
        prop_assert!(map.from(from.as_str()).map(|(k, _)| k).eq(std.range(from.clone()..).map(|(k, _)| k)));
        prop_assert_eq!(map.get(&from), std.get(&from));
        prop_assert_eq!(map.contains_key(&from), std.contains_key(&from));
        prop_assert_eq!(format!("{map:?}"), format!("{std:?}"));
        prop_assert!(map.clone().into_iter().eq(std.clone()));
        prop_assert_eq!(std.into_iter().rev().collect::<Map<_, _>>(), map);
    }

    #[test]
    fn a_set_is_as_the_standard_one(values in vec(key(), 0..20), asked in key()) {
        let (mut set, mut std) = (Set::new(), BTreeSet::new());
        for value in &values {
            prop_assert_eq!(set.insert(value.clone()), std.insert(value.clone()));
        }
        prop_assert!(set.iter().eq(&std));
        prop_assert_eq!(set.contains(&asked), std.contains(&asked));
        prop_assert_eq!(format!("{set:?}"), format!("{std:?}"));
        prop_assert_eq!(values.into_iter().rev().collect::<Set<_>>(), set);
    }
}
