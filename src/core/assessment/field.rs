//! A field: the values that stand, and what it has seen.

use super::{Actor, Stamp, Value};
use crate::core::sorted::{Map, Set};

/// A value as somebody entered it. `value` is `None` where they cleared the field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Head {
    /// The value.
    pub value: Option<Value>,
    /// The name that the person gave; empty where they gave none.
    pub by: String,
}

/// One field with everything needed to merge it.
///
/// A multi-value register: usually one head; several where people changed it without knowing of each other's change.
/// `seen` remembers, for each actor, the last of its changes that this field knows, whether still a head or not. So a
/// merge can tell a value that was replaced from one that was never seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    heads: Map<Stamp, Head>,
    seen: Map<Actor, Stamp>,
}

impl Field {
    /// A field as read from a file. Heads are seen by definition.
    #[must_use]
    pub fn new(heads: Map<Stamp, Head>, seen: impl IntoIterator<Item = Stamp>) -> Self {
        let mut field = Self { heads, seen: Map::new() };
        let heads: Vec<Stamp> = field.heads.keys().copied().collect();
        heads.into_iter().chain(seen).for_each(|s| field.see(s));
        field
    }

    /// The value that is shown: the latest.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        self.latest().and_then(|(_, h)| h.value.as_ref())
    }

    /// The latest head and when it was entered.
    #[must_use]
    pub fn latest(&self) -> Option<(&Stamp, &Head)> {
        self.heads.last().map(|(stamp, head)| (stamp, head))
    }

    /// All heads, the earliest first.
    #[must_use]
    pub const fn heads(&self) -> &Map<Stamp, Head> {
        &self.heads
    }

    /// The last change known of each actor, where no head says it already.
    pub fn seen(&self) -> impl Iterator<Item = Stamp> {
        self.seen.values().copied().filter(|s| !self.heads.contains_key(s))
    }

    /// The different values that stand. Several where people disagree.
    #[must_use]
    pub fn values(&self) -> Set<Option<&Value>> {
        self.heads.values().map(|h| h.value.as_ref()).collect()
    }

    /// Whether people disagree: several heads, and not all of the same value.
    #[must_use]
    pub fn in_conflict(&self) -> bool {
        let mut values = self.heads.values().map(|h| &h.value);
        let first = values.next();
        values.any(|v| Some(v) != first)
    }

    /// Replaces the value that is shown. Where people disagree, the other values stay until somebody decides.
    pub fn revise(&mut self, stamp: Stamp, head: Head) {
        self.heads.pop();
        self.heads.insert(stamp, head);
        self.see(stamp);
    }

    /// Replaces all that stands: somebody decided.
    pub fn set(&mut self, stamp: Stamp, head: Head) {
        self.heads.clear();
        self.heads.insert(stamp, head);
        self.see(stamp);
    }

    /// Takes in another version of the same field. Commutative, associative and idempotent.
    pub fn merge(&mut self, other: &Self) {
        self.heads.retain(|s, _| other.heads.contains_key(s) || !other.knows(*s));
        for (s, head) in &other.heads {
            if let Some(mine) = self.heads.get_mut(s) {
                // The same stamp with two values is a forged file; the greater wins so that the order cannot matter.
                *mine = std::cmp::max(&*mine, head).clone();
            } else if !self.knows(*s) {
                self.heads.insert(*s, head.clone());
            }
        }
        other.seen.values().for_each(|s| self.see(*s));
    }

    fn knows(&self, stamp: Stamp) -> bool {
        self.seen.get(&stamp.actor()).is_some_and(|last| stamp <= *last)
    }

    fn see(&mut self, stamp: Stamp) {
        if !self.knows(stamp) {
            self.seen.insert(stamp.actor(), stamp);
        }
    }
}
