//! Snapshots: states of an assessment that were kept under a name. Their fields name them, so that they are renamed,
//! removed, merged and undone like anything else; their content is kept beside, and never changes.

use super::{Assessment, Field, Head, Stamp, Value, paths};
use crate::core::{gather::gather, sorted::sorted};

/// A snapshot as an assessment names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Its id: one segment of a path.
    pub id: String,
    /// The name that a person gave it.
    pub name: String,
    /// The digest of its content.
    pub digest: String,
    /// When it was kept.
    pub at: Stamp,
    /// By whom.
    pub by: String,
}

impl Assessment {
    /// The snapshots, the latest first.
    #[must_use]
    pub fn snapshots(&self) -> Vec<Snapshot> {
        let mut found = Vec::new();
        self.each_digest(&mut |id, at, field| {
            if let Some((_, Head { value: Some(Value::Text(digest)), by })) = field.latest() {
                let name = self.text(&paths::snapshot(id, "name")).to_owned();
                found.push(Snapshot { id: id.to_owned(), name, digest: digest.clone(), at, by: by.clone() });
            }
        });
        sorted(found, |a, b| b.at.cmp(&a.at))
    }

    /// The ids of snapshots that were removed, and when.
    #[must_use]
    pub fn removed_snapshots(&self) -> Vec<(String, Stamp)> {
        let mut found = Vec::new();
        self.each_digest(&mut |id, at, field| {
            if field.heads().iter().all(|(_, head)| head.value.is_none()) {
                found.push((id.to_owned(), at));
            }
        });
        found
    }

    /// The fields of the digests that were ever set, each with the id and the time of what stands in it.
    fn each_digest(&self, take: &mut dyn FnMut(&str, Stamp, &Field)) {
        for (path, field) in self.fields().iter().filter(|(path, _)| path.as_str().starts_with(paths::SNAPSHOTS)) {
            let segments: Vec<&str> = path.segments().collect();
            if let ([_, id, "digest"], Some((at, _))) = (segments.as_slice(), field.latest()) {
                take(id, *at, field);
            }
        }
    }

    /// The same without its snapshots, as they are kept themselves.
    #[must_use]
    pub fn without_snapshots(&self) -> Self {
        let fields = self.fields().iter().filter(|(path, _)| !path.as_str().starts_with(paths::SNAPSHOTS));
        let fields = gather(fields.map(|(path, field)| (path.clone(), field.clone())));
        Self::from_parts(self.id().clone(), self.catalog().clone(), fields)
    }
}
