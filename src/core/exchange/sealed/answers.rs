//! What the worker replies to the page while a file is protected or opened.

/// A reply. On its way it is lines of text, which the page reads with less code than JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// The name of the file that goes beside it: to be saved, or looked at if it is an assessment. Empty if there is none;
    /// what goes beside it then takes the place of the file that is worked on.
    pub file: String,
    /// Under which name the browser is to keep something; empty for nothing.
    pub keep: String,
    /// What it is to keep there.
    pub kept: String,
    /// What the worker wants to be told with the next step.
    pub note: String,
    /// What to show, a piece a line, each with its kind as the first letter: `t`itle, `p`aragraph, a field for a
    /// `w`ord that is secret, `c`heck box, `b`utton. Empty if all is done.
    pub shown: String,
}

impl Reply {
    /// The lines.
    #[must_use]
    pub fn write(&self) -> String {
        [self.file.as_str(), &self.keep, &self.kept, &self.note, &self.shown].join("\n")
    }

    /// Reads them.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut lines = text.splitn(5, '\n');
        let mut next = || lines.next().unwrap_or_default().to_owned();
        Self { file: next(), keep: next(), kept: next(), note: next(), shown: next() }
    }
}
