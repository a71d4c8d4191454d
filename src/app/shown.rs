//! Values of the state, for the screens.

use leptos::prelude::*;

/// A value that can be read and followed, but not set.
///
/// A signal of Leptos's that can only be read is compiled for each type beside the one that can be set, and is made anew
/// whenever it is asked for.
pub struct Shown<T>(pub(super) RwSignal<T>);

impl<T> Clone for Shown<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shown<T> {}

impl<T: Send + Sync + 'static> Shown<T> {
    /// Reads the value, and follows it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.with(read)
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.0.track();
    }

    /// Reads the value as it is now.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.with_untracked(read)
    }
}

impl<T: Clone + Send + Sync + 'static> Shown<T> {
    /// The value, followed.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}
