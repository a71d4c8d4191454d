//! Values that follow others.

use std::{any::Any, marker::PhantomData, sync::Arc};

use leptos::prelude::*;

/// A value that is worked out again only when what it reads changes, and that is heard of only when it differs.
///
/// A memo of Leptos's is compiled for each type of value, with all its ways to be read, told and compared: that would be
/// some 19 kB of what is loaded (gzip). This is one memo of values whose type only their readers know.
pub struct Followed<T>(Memo<Erased>, PhantomData<fn() -> T>);

impl<T> Clone for Followed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Followed<T> {}

/// A value that can be compared with others of its type.
#[derive(Clone)]
struct Erased(Arc<dyn Same>);

trait Same: Any + Send + Sync {
    fn same(&self, other: &dyn Any) -> bool;
}

impl<T: Any + PartialEq + Send + Sync> Same for T {
    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>().is_some_and(|other| self == other)
    }
}

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        (*self.0).same(&*other.0)
    }
}

/// Follows a value.
pub fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Followed<T> {
    memo_after(move |_| value())
}

/// Follows a value that also depends on what it was before.
pub fn memo_after<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Followed<T> {
    Followed(erased_memo(Box::new(move |before| Erased(Arc::new(value(before.map(of_type)))))), PhantomData)
}

fn erased_memo(value: Box<dyn Fn(Option<&Erased>) -> Erased + Send + Sync>) -> Memo<Erased> {
    Memo::new(move |before| value(before))
}

impl<T: 'static> Followed<T> {
    /// Reads the value, and follows it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(of_type(&self.0.get()))
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.0.track();
    }

    /// Reads the value as it is now.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(of_type(&self.0.get_untracked()))
    }
}

impl<T: Clone + 'static> Followed<T> {
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

impl<T: Clone + Send + Sync + 'static> From<Followed<T>> for Signal<T> {
    fn from(followed: Followed<T>) -> Self {
        Self::derive(move || followed.get())
    }
}

fn of_type<T: 'static>(value: &Erased) -> &T {
    let value: &dyn Any = &*value.0;
    value.downcast_ref().expect("it was made with this type")
}
