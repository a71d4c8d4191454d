//! A field: the values that stand, and what it has seen.

use std::collections::{BTreeMap, BTreeSet};

use super::{Actor, Clock, Done, Stamp, Value};
use crate::core::{gather::gather, sorted::sorted};

/// How many changes that stand no more a field remembers, the latest. A file with a value older than so many brings it in
/// as a disagreement; nothing is lost.
const SEEN_KEPT: usize = 200;

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
    heads: BTreeMap<Stamp, Head>,
    seen: BTreeMap<Actor, Stamp>,
}

impl Field {
    /// A field as read from a file. Heads are seen by definition.
    #[must_use]
    pub fn new(heads: BTreeMap<Stamp, Head>, seen: impl IntoIterator<Item = Stamp>) -> Self {
        let mut field = Self { heads, seen: BTreeMap::new() };
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
        self.heads.last_key_value()
    }

    /// All heads, the earliest first.
    #[must_use]
    pub const fn heads(&self) -> &BTreeMap<Stamp, Head> {
        &self.heads
    }

    /// The last change known of each actor, where no head says it already.
    pub fn seen(&self) -> impl Iterator<Item = Stamp> {
        self.seen.values().copied().filter(|s| !self.heads.contains_key(s))
    }

    /// The different values that stand. Several where people disagree.
    #[must_use]
    pub fn values(&self) -> BTreeSet<Option<&Value>> {
        gather(self.heads.values().map(|h| h.value.as_ref()))
    }

    /// Whether people disagree: several heads, and not all of the same value.
    #[must_use]
    pub fn in_conflict(&self) -> bool {
        let mut values = self.heads.values().map(|h| &h.value);
        let first = values.next();
        values.any(|v| Some(v) != first)
    }

    /// Replaces the value that is shown. Where people disagree, the other values stay until somebody decides. Returns
    /// what was replaced.
    pub fn revise(&mut self, stamp: Stamp, head: Head) -> Option<(Stamp, Head)> {
        let shown = self.heads.pop_last();
        self.put(stamp, head);
        shown
    }

    /// Replaces all that stands: somebody decided. Returns what was replaced.
    pub fn set(&mut self, stamp: Stamp, head: Head) -> BTreeMap<Stamp, Head> {
        let stood = std::mem::take(&mut self.heads);
        self.put(stamp, head);
        stood
    }

    /// Takes back what a step did here. The heads that it brought go, as far as they still stand; what they replaced
    /// stands again, beside whatever else was entered since. Returns how to do it again, and which heads stand again
    /// under which stamp.
    pub fn take_back(&mut self, done: &Done, clock: &mut Clock, now_ms: u64, by: &str) -> (Done, Vec<(Stamp, Stamp)>) {
        let mut took = Vec::new();
        for stamp in &done.brought {
            took.extend(self.heads.remove(stamp).map(|head| (Some(*stamp), head.value)));
        }
        let stands = |field: &Self, value: &Option<Value>| field.heads.values().any(|h| h.value == *value);
        // Where nothing stood before, what others have entered apart from the step is left alone.
        let nothing_stood = |was: &Option<Stamp>| was.is_none() && !took.is_empty() && !self.heads.is_empty();
        let again = done.took.iter().filter(|(was, value)| !stands(self, value) && !nothing_stood(was));
        let mut again: Vec<(Option<Stamp>, Option<Value>)> = again.cloned().collect();
        if self.heads.is_empty() && again.is_empty() && !took.is_empty() {
            again.push((None, None));
        }
        let alone = self.heads.is_empty() && again.len() == 1;
        let floor = took.iter().filter_map(|(stamp, _)| *stamp).max();
        let (mut brought, mut renamed) = (Vec::new(), Vec::new());
        for (was, value) in again {
            let stamp = if alone { clock.tick_after(now_ms, floor) } else { clock.tick_apart(now_ms) };
            self.put(stamp, Head { value, by: by.to_owned() });
            brought.push(stamp);
            renamed.extend(was.map(|was| (was, stamp)));
        }
        (Done { path: done.path.clone(), brought, took }, renamed)
    }

    /// Forgets what no longer matters: a value over which its own author entered another one, and what was replaced so
    /// long ago that [`SEEN_KEPT`] later changes are remembered.
    pub fn prune(&mut self) {
        if self.heads.len() <= 1 && self.seen.len() <= SEEN_KEPT {
            return;
        }
        // The earliest come first, so the latest of each actor is what remains.
        let latest: BTreeMap<Actor, Stamp> = gather(self.heads.keys().map(|s| (s.actor(), *s)));
        self.heads.retain(|s, _| latest.get(&s.actor()) == Some(s));
        // Of an actor whose value stands, the last change is always known.
        let gone = self.seen.values().filter(|s| !latest.contains_key(&s.actor())).copied();
        let gone = sorted(gone.collect(), Stamp::cmp);
        let first_kept = gone.get(gone.len().saturating_sub(SEEN_KEPT));
        self.seen.retain(|actor, s| latest.contains_key(actor) || Some(&*s) >= first_kept);
    }

    fn put(&mut self, stamp: Stamp, head: Head) {
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
