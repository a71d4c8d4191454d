//! What is written as a keyword in files, addresses and exports: one declaration gives the type and its keywords.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

/// A type whose values are written as keywords.
pub trait Keyword: Copy + 'static {
    /// All values, in order.
    const VALUES: &'static [Self];

    /// The keyword of a value.
    fn keyword(self) -> &'static str;

    /// The value of a keyword.
    fn from_keyword(keyword: &str) -> Option<Self> {
        Self::VALUES.iter().copied().find(|value| value.keyword() == keyword)
    }
}

/// Declares enums, each variant with its keyword. Keywords stand in files, so they never change.
macro_rules! keywords {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $keyword:literal,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// All values, in the order in which they are shown.
            pub const ALL: [Self; [$($keyword),*].len()] = [$(Self::$variant),*];

            /// The keyword. It never changes.
            #[must_use]
            pub const fn keyword(self) -> &'static str {
                match self { $(Self::$variant => $keyword,)* }
            }

            /// The value of a keyword.
            #[must_use]
            pub fn from_keyword(keyword: &str) -> Option<Self> {
                <Self as Keyword>::from_keyword(keyword)
            }
        }

        impl Keyword for $name {
            const VALUES: &'static [Self] = &Self::ALL;

            fn keyword(self) -> &'static str {
                Self::keyword(self)
            }
        }
    )*};
}

pub(crate) use keywords;
