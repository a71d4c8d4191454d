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
    memo_from(move |_| value())
}

/// Follows a value that depends on the former one as well.
pub fn memo_from<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Followed<T> {
    Followed(
        erased_memo(Box::new(move |former: Option<&Erased>| Erased(Arc::new(value(former.map(of_type)))))),
        PhantomData,
    )
}

/// Gives a value from the former one. A `dyn Fn` would have two more functions for each closure, which nobody calls.
trait Next: Send + Sync {
    fn next(&self, former: Option<&Erased>) -> Erased;
}

impl<F: Fn(Option<&Erased>) -> Erased + Send + Sync> Next for F {
    fn next(&self, former: Option<&Erased>) -> Erased {
        self(former)
    }
}

fn erased_memo(value: Box<dyn Next>) -> Memo<Erased> {
    Memo::new(move |former| value.next(former))
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

fn of_type<T: 'static>(value: &Erased) -> &T {
    let value: &dyn Any = &*value.0;
    value.downcast_ref().expect("it was made with this type")
}
