//! Why a protected file, or a key, cannot be opened, as data.

/// Why a protected file, or a key, cannot be opened or made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealedError {
    /// It is larger than what is protected here.
    TooLarge,
    /// It is something else.
    NotOurs,
    /// It was written by a newer program.
    Newer {
        /// Its version.
        version: u64,
        /// The newest version known here.
        known: u64,
    },
    /// It ends too early: it was cut off.
    Truncated,
    /// It is not as it was written: damaged on its way, or changed by somebody.
    Changed,
    /// Something in it is not of the form it must have.
    Form {
        /// Where: `encryption / salt`.
        place: String,
    },
    /// It asks for more memory or time than is given to it.
    CostTooHigh {
        /// The memory it asks for, in KiB.
        memory_kib: u64,
        /// The passes over it.
        passes: u64,
    },
    /// It has a passphrase, and none was given.
    PassphraseNeeded,
    /// This is not its passphrase.
    WrongPassphrase,
    /// Its signature is not by the key that it names, or is one of something else.
    BadSignature,
}

impl SealedError {
    /// A wrong form at a place.
    pub(super) fn form(place: impl Into<String>) -> Self {
        Self::Form { place: place.into() }
    }
}
