//! When and where a change was made: a hybrid logical clock.

use std::{fmt, str::FromStr};

/// The last millisecond of the year 9999; a later time is refused as nonsense.
const MAX_MS: u64 = 253_402_300_799_999;
/// The last millisecond that a clock follows, so that there is always room for the stamps after it.
const LAST_OBSERVED_MS: u64 = MAX_MS - 1;
/// How far ahead of the wall clock a stamp may be and still move the clock: a day. Clocks that are set by hand, or to a
/// wrong zone, differ by hours; what is further ahead comes from a broken clock or a forged file.
const AHEAD_MS: u64 = 24 * 60 * 60 * 1000;

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

    /// Another actor, that depends on this one and a number alone (splitmix64's mixing).
    const fn apart(self, number: u64) -> Self {
        let mut z = (self.0 ^ number.rotate_left(32)).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Self::new(z ^ (z >> 31))
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

    /// The first of all, from before anything was entered.
    #[must_use]
    pub const fn zero() -> Self {
        Self { ms: 0, seq: 0, actor: Actor(0) }
    }

    /// Who made the change.
    #[must_use]
    pub const fn actor(self) -> Actor {
        self.actor
    }

    /// Whether it is so far ahead of the wall clock that no clock should follow it.
    #[must_use]
    pub const fn is_future(self, now_ms: u64) -> bool {
        self.ms > now_ms.saturating_add(AHEAD_MS)
    }

    /// The stamp of an actor next after this one; `None` at the end of time.
    fn next(self, actor: Actor) -> Option<Self> {
        let (ms, seq) = self.seq.checked_add(1).map_or((self.ms + 1, 0), |seq| (self.ms, seq));
        (ms <= MAX_MS).then_some(Self { ms, seq, actor })
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

    /// The next stamp that is also after another one, that of the value which is replaced.
    ///
    /// Where that one comes from the future, this stamp is put just after it, but the clock does not follow: other
    /// fields go on being dated by the time it is. At the very end of time there is no later stamp; a merge does not
    /// rely on the order of different actors, so nothing is lost.
    pub fn tick_after(&mut self, now_ms: u64, floor: Option<Stamp>) -> Stamp {
        let Some(floor) = floor else { return self.tick(now_ms) };
        self.observe(floor, now_ms);
        let stamp = self.tick(now_ms);
        if stamp > floor { stamp } else { floor.next(self.actor).unwrap_or(stamp) }
    }

    /// A stamp of an actor of its own, for a value that stands beside others and replaces none of them.
    pub fn tick_apart(&mut self, now_ms: u64) -> Stamp {
        let stamp = self.tick(now_ms);
        Stamp { actor: self.actor.apart(stamp.ms ^ u64::from(stamp.seq).rotate_left(40)), ..stamp }
    }

    /// Takes note of a stamp from elsewhere, so that later ones of ours come after it.
    ///
    /// One from the future is passed over, see [`Stamp::is_future`]: it would date everything that is entered from now
    /// on. So is one from the last millisecond of all, after which there would be no stamp left that a file may hold.
    ///
    /// A stamp that names this very actor, and was not made here, is forged. From then on another actor makes the
    /// stamps, or what is entered next would be taken for something that was replaced long ago.
    pub fn observe(&mut self, stamp: Stamp, now_ms: u64) {
        if stamp.actor == self.actor && (stamp.ms, stamp.seq) > (self.ms, self.seq) {
            self.actor = self.actor.apart(stamp.ms);
        }
        if stamp.ms <= LAST_OBSERVED_MS && !stamp.is_future(now_ms) {
            (self.ms, self.seq) = (self.ms, self.seq).max((stamp.ms, stamp.seq));
        }
    }
}
