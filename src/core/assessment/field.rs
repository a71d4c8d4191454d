//! A field: the values that stand, and what it has seen.

use super::{Actor, Clock, Done, Stamp, Value};
use crate::core::sorted::{put, sorted};

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
/// merge can tell a value that was replaced from one that was never seen. Both are lists, since both are short.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    /// The earliest first, and none twice.
    heads: Vec<(Stamp, Head)>,
    seen: Seen,
}

/// The last change of each actor, in the order of the actors.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Seen(Vec<Stamp>);

impl Seen {
    fn of(mut stamps: Vec<Stamp>) -> Self {
        // In the order of the actors each comes to the end, however many a file has.
        stamps = sorted(stamps, |a, b| (a.actor(), a).cmp(&(b.actor(), b)));
        let mut seen = Self::default();
        stamps.into_iter().for_each(|s| seen.add(s));
        seen
    }

    fn place(&self, actor: Actor) -> Result<usize, usize> {
        self.0.binary_search_by_key(&actor, |s| s.actor())
    }

    fn last_of(&self, actor: Actor) -> Option<Stamp> {
        self.0.get(self.place(actor).ok()?).copied()
    }

    fn knows(&self, stamp: Stamp) -> bool {
        self.last_of(stamp.actor()).is_some_and(|last| stamp <= last)
    }

    fn add(&mut self, stamp: Stamp) {
        match self.place(stamp.actor()) {
            Ok(place) => self.0.get_mut(place).into_iter().for_each(|last| *last = stamp.max(*last)),
            Err(place) => self.0.insert(place, stamp),
        }
    }
}

impl Field {
    /// A field as read from a file. Heads are seen by definition.
    #[must_use]
    pub fn new(heads: Vec<(Stamp, Head)>, mut seen: Vec<Stamp>) -> Self {
        let mut heads = sorted(heads, |(a, _), (b, _)| a.cmp(b));
        heads.dedup_by(|(later, _), (earlier, _)| later == earlier);
        seen.extend(heads.iter().map(|(stamp, _)| *stamp));
        Self { heads, seen: Seen::of(seen) }
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
    pub fn heads(&self) -> &[(Stamp, Head)] {
        &self.heads
    }

    /// Whether a change still stands.
    #[must_use]
    pub fn has(&self, stamp: Stamp) -> bool {
        self.place(stamp).is_ok()
    }

    /// The last change known of each actor, where no head says it already.
    pub fn seen(&self) -> impl Iterator<Item = Stamp> {
        self.seen.0.iter().copied().filter(|s| !self.has(*s))
    }

    /// The different values that stand, in an order. Several where people disagree.
    #[must_use]
    pub fn values(&self) -> Vec<Option<&Value>> {
        let mut values = Vec::new();
        self.heads.iter().for_each(|(_, head)| put(&mut values, head.value.as_ref()));
        values
    }

    /// Whether people disagree: several heads, and not all of the same value.
    #[must_use]
    pub fn in_conflict(&self) -> bool {
        let mut values = self.heads.iter().map(|(_, head)| &head.value);
        let first = values.next();
        values.any(|v| Some(v) != first)
    }

    /// Replaces the value that is shown. Where people disagree, the other values stay until somebody decides. Returns
    /// what was replaced.
    pub fn revise(&mut self, stamp: Stamp, head: Head) -> Option<(Stamp, Head)> {
        let shown = self.heads.pop();
        self.put(stamp, head);
        shown
    }

    /// Replaces all that stands: somebody decided. Returns what was replaced.
    pub fn set(&mut self, stamp: Stamp, head: Head) -> Vec<(Stamp, Head)> {
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
            if let Ok(place) = self.place(*stamp) {
                took.push((Some(*stamp), self.heads.remove(place).1.value));
            }
        }
        let stands = |field: &Self, value: &Option<Value>| field.heads.iter().any(|(_, head)| head.value == *value);
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
        if self.heads.len() <= 1 && self.seen.0.len() <= SEEN_KEPT {
            return;
        }
        let latest = Seen::of(self.heads.iter().map(|(stamp, _)| *stamp).collect());
        self.heads.retain(|(s, _)| latest.last_of(s.actor()) == Some(*s));
        // Of an actor whose value stands, the last change is always known.
        let stands = |s: &Stamp| latest.place(s.actor()).is_ok();
        let gone = self.seen.0.iter().filter(|s| !stands(s)).copied();
        let gone = sorted(gone.collect(), Stamp::cmp);
        let first_kept = gone.get(gone.len().saturating_sub(SEEN_KEPT));
        self.seen.0.retain(|s| stands(s) || Some(s) >= first_kept);
    }

    fn place(&self, stamp: Stamp) -> Result<usize, usize> {
        self.heads.binary_search_by_key(&stamp, |(stamp, _)| *stamp)
    }

    fn put(&mut self, stamp: Stamp, head: Head) {
        if let Err(place) = self.place(stamp) {
            self.heads.insert(place, (stamp, head));
        }
        self.seen.add(stamp);
    }

    /// Takes in another version of the same field. Commutative, associative and idempotent.
    pub fn merge(&mut self, other: &Self) {
        self.heads.retain(|(s, _)| other.has(*s) || !other.seen.knows(*s));
        for (s, head) in &other.heads {
            match self.place(*s) {
                // The same stamp with two values is a forged file; the greater wins so that the order cannot matter.
                Ok(place) => match self.heads.get_mut(place) {
                    Some((_, mine)) if *mine < *head => mine.clone_from(head),
                    _ => {}
                },
                Err(place) if !self.seen.knows(*s) => self.heads.insert(place, (*s, head.clone())),
                Err(_) => {}
            }
        }
        other.seen.0.iter().for_each(|s| self.seen.add(*s));
    }
}
