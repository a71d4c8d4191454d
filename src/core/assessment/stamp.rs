//! When and where a change was made: a hybrid logical clock.

use std::{fmt, str::FromStr};

/// The last millisecond of the year 9999; a later time is refused as nonsense.
const MAX_MS: u64 = 253_402_300_799_999;
/// The last millisecond that a clock follows, so that there is always room for the stamps after it.
const LAST_OBSERVED_MS: u64 = MAX_MS - 1;

/// One running program that makes changes: a browser tab from its start to its end.
///
/// *Range:* 48 bits, chosen at random for every start, so that two never share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Actor(u64);

impl Actor {
    /// Takes the lower 48 bits.
    #[must_use]
    pub const fn new(random: u64) -> Self {
        Self(random & 0xffff_ffff_ffff)
    }
}

/// The moment of a change: time, a counter for changes within the same millisecond, and who made it.
///
/// Ordered by time. Along one actor it only grows. Its text, `1763866245678-0-00a1b2c3d4e5`, is the form in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    ms: u64,
    seq: u32,
    actor: Actor,
}

impl Stamp {
    /// Milliseconds since 1970 in UTC. May run ahead of the wall clock where another machine's clock did.
    #[must_use]
    pub const fn ms(self) -> u64 {
        self.ms
    }

    /// Who made the change.
    #[must_use]
    pub const fn actor(self) -> Actor {
        self.actor
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{:012x}", self.ms, self.seq, self.actor.0)
    }
}

/// The text is not a stamp in its one canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StampError;

impl FromStr for Stamp {
    type Err = StampError;

    fn from_str(text: &str) -> Result<Self, StampError> {
        let parse = || {
            let mut parts = text.splitn(3, '-');
            let ms = parts.next()?.parse().ok()?;
            let seq = parts.next()?.parse().ok()?;
            let actor = Actor::new(u64::from_str_radix(parts.next()?, 16).ok()?);
            Some(Self { ms, seq, actor })
        };
        match parse() {
            Some(stamp) if stamp.ms <= MAX_MS && stamp.to_string() == text => Ok(stamp),
            _ => Err(StampError),
        }
    }
}

/// Makes stamps that come after everything this program has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    actor: Actor,
    ms: u64,
    seq: u32,
}

impl Clock {
    /// A clock that has seen nothing.
    #[must_use]
    pub const fn new(actor: Actor) -> Self {
        Self { actor, ms: 0, seq: 0 }
    }

    /// The next stamp, given the wall clock in milliseconds since 1970.
    pub fn tick(&mut self, now_ms: u64) -> Stamp {
        let now_ms = now_ms.min(LAST_OBSERVED_MS);
        if now_ms > self.ms {
            (self.ms, self.seq) = (now_ms, 0);
        } else if self.seq == u32::MAX {
            (self.ms, self.seq) = (self.ms.saturating_add(1), 0);
        } else {
            self.seq += 1;
        }
        Stamp { ms: self.ms, seq: self.seq, actor: self.actor }
    }

    /// Takes note of a stamp from elsewhere, so that later ones of ours come after it.
    ///
    /// One from the last millisecond of all is passed over: after it there would be no stamp left that a file may hold.
    /// A merge does not rely on the order of stamps of different actors, so nothing is lost.
    pub fn observe(&mut self, stamp: Stamp) {
        if stamp.ms <= LAST_OBSERVED_MS {
            (self.ms, self.seq) = (self.ms, self.seq).max((stamp.ms, stamp.seq));
        }
    }
}
