//! What comes back to the page of a file that was opened.

/// A protected file, opened, or a key for signing. The file itself goes beside it.
///
/// On its way it is three lines: the page reads them with less code than JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The file's name; empty for a key.
    pub name: String,
    /// The key of whoever signed it, in Base64, where it can be remembered: it is not known yet. Else empty.
    pub signer: String,
    /// What there is to know of it, as a sentence: above all, whose signature it has.
    pub said: String,
}

impl Opened {
    /// The three lines.
    #[must_use]
    pub fn write(&self) -> String {
        [self.name.as_str(), &self.signer, &self.said].join("\n")
    }

    /// Reads them. `None` if it is something else: a sentence why nothing was opened.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.splitn(3, '\n').map(str::to_owned);
        Some(Self { name: lines.next()?, signer: lines.next()?, said: lines.next()? })
    }
}
