//! The assessment itself.

use std::{collections::BTreeMap, fmt, ops::Bound, str::FromStr};

use sha2::{Digest, Sha256};

use super::{CatalogRef, Clock, Done, Edit, Field, Head, Path, Stamp, Step, Turned, Value, value::fitting};

/// The name of an assessment for machines: twelve hexadecimal digits, chosen at random.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssessmentId(String);

impl AssessmentId {
    /// From the lower 48 bits of a random number.
    #[must_use]
    pub fn new(random: u64) -> Self {
        Self(format!("{:012x}", random & 0xffff_ffff_ffff))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is no id of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdError;

impl FromStr for AssessmentId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let digits = text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if text.len() == 12 && digits { Ok(Self(text.to_owned())) } else { Err(IdError) }
    }
}

/// One assessment: everything a person entered, by path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    id: AssessmentId,
    catalog: CatalogRef,
    fields: BTreeMap<Path, Field>,
}

/// How one field would change by taking in another assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The field.
    pub path: Path,
    /// The value that stands now.
    pub before: Option<Value>,
    /// The value that would stand.
    pub after: Option<Value>,
    /// Whether both would be kept until somebody decides.
    pub conflict: bool,
}

impl Assessment {
    /// An empty assessment.
    #[must_use]
    pub const fn new(id: AssessmentId, catalog: CatalogRef) -> Self {
        Self { id, catalog, fields: BTreeMap::new() }
    }

    /// An assessment as read from a file.
    #[must_use]
    pub const fn from_parts(id: AssessmentId, catalog: CatalogRef, fields: BTreeMap<Path, Field>) -> Self {
        Self { id, catalog, fields }
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> &AssessmentId {
        &self.id
    }

    /// The same content under another id.
    #[must_use]
    pub fn copy_as(&self, id: AssessmentId) -> Self {
        Self { id, ..self.clone() }
    }

    /// The catalogue it was last worked on with.
    #[must_use]
    pub const fn catalog(&self) -> &CatalogRef {
        &self.catalog
    }

    /// All fields, by path.
    #[must_use]
    pub const fn fields(&self) -> &BTreeMap<Path, Field> {
        &self.fields
    }

    /// A field's value.
    #[must_use]
    pub fn get(&self, path: &Path) -> Option<&Value> {
        self.fields.get(path).and_then(Field::value)
    }

    /// A field's text; empty where there is none.
    #[must_use]
    pub fn text(&self, path: &Path) -> &str {
        self.get(path).and_then(Value::as_text).unwrap_or_default()
    }

    /// The paths below a prefix such as `model/component/`, with their values.
    pub fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a Path, &'a Value)> {
        self.fields
            .range::<str, _>((Bound::Included(prefix), Bound::Unbounded))
            .take_while(move |(p, _)| p.as_str().starts_with(prefix))
            .filter_map(|(p, f)| f.value().map(|v| (p, v)))
    }

    /// The fields on which people disagree.
    pub fn conflicts(&self) -> impl Iterator<Item = (&Path, &Field)> {
        self.fields.iter().filter(|(_, f)| f.in_conflict())
    }

    /// The last change of any field.
    #[must_use]
    pub fn last_change(&self) -> Option<Stamp> {
        self.fields.values().filter_map(|f| f.latest().map(|(s, _)| *s)).max()
    }

    /// Every stamp that it knows, so that a clock can be set after them.
    pub fn stamps(&self) -> impl Iterator<Item = Stamp> {
        let heads = self.fields.values().flat_map(|f| f.heads().iter().map(|(s, _)| *s));
        heads.chain(self.fields.values().flat_map(Field::seen)).chain([self.catalog.at])
    }

    /// Makes changes as one step and returns what it did, to be taken back by [`Assessment::turn`]. Edits that change
    /// nothing are left out, and a value that is too long for a file is cut.
    pub fn apply(&mut self, edits: &[Edit], clock: &mut Clock, now_ms: u64, by: &str) -> Step {
        let by = fitting(by.to_owned());
        let mut step = Step::default();
        for edit in edits {
            let value = edit.value.clone().map(Value::fitting);
            let field = self.fields.get(&edit.path);
            if field.and_then(Field::value) == value.as_ref() {
                continue;
            }
            // The new value has to come after what it is put over, also where another clock ran ahead.
            let floor = field.and_then(Field::latest).map(|(stamp, _)| *stamp);
            let stamp = clock.tick_after(now_ms, floor);
            let shown = self.field(&edit.path).revise(stamp, Head { value, by: by.clone() });
            let took = shown.map_or((None, None), |(stamp, head)| (Some(stamp), head.value));
            // Edited twice in one step: what stood before the step comes back.
            match step.0.iter_mut().find(|done| done.path == edit.path && done.brought.iter().copied().max() == floor) {
                Some(done) => done.brought = vec![stamp],
                None => step.0.push(Done { path: edit.path.clone(), brought: vec![stamp], took: vec![took] }),
            }
        }
        step
    }

    /// Decides a disagreement: this value stands, the others are gone. Taken back, they stand again.
    pub fn decide(&mut self, edit: &Edit, clock: &mut Clock, now_ms: u64, by: &str) -> Step {
        let head = Head { value: edit.value.clone().map(Value::fitting), by: fitting(by.to_owned()) };
        let floor = self.fields.get(&edit.path).and_then(Field::latest).map(|(stamp, _)| *stamp);
        let stamp = clock.tick_after(now_ms, floor);
        let stood = self.field(&edit.path).set(stamp, head);
        let took = stood.into_iter().map(|(stamp, head)| (Some(stamp), head.value)).collect();
        Step(vec![Done { path: edit.path.clone(), brought: vec![stamp], took }])
    }

    /// Takes a step back, or makes one again that was taken back. Only what the step itself brought goes: where somebody
    /// has entered another value since, that one stays, and the former one comes in beside it as a disagreement.
    pub fn turn(&mut self, step: &Step, clock: &mut Clock, now_ms: u64, by: &str) -> Turned {
        let by = fitting(by.to_owned());
        let mut turned = Turned::default();
        for done in &step.0 {
            let (back, renamed) = self.field(&done.path).take_back(done, clock, now_ms, &by);
            turned.renamed.extend(renamed);
            if !back.brought.is_empty() || !back.took.is_empty() {
                turned.back.0.push(back);
            }
        }
        turned
    }

    /// What taking in another version did, as a step that can be taken back. `merged` is this one with the other.
    #[must_use]
    pub fn step_to(&self, merged: &Self) -> Step {
        let none = Field::default();
        let steps = merged.fields.iter().filter_map(|(path, after)| {
            let before = self.fields.get(path).unwrap_or(&none);
            let brought = after.heads().iter().map(|(s, _)| *s).filter(|s| !before.has(*s));
            let brought: Vec<Stamp> = brought.collect();
            let gone = before.heads().iter().filter(|(s, _)| !after.has(*s));
            let mut took: Vec<_> = gone.map(|(stamp, head)| (Some(*stamp), head.value.clone())).collect();
            if before.heads().is_empty() && !brought.is_empty() {
                took.push((None, None));
            }
            (!brought.is_empty() || !took.is_empty()).then(|| Done { path: path.clone(), brought, took })
        });
        Step(steps.collect())
    }

    /// Forgets, in each field, what no longer matters: see [`Field::prune`].
    pub fn prune(&mut self) {
        self.fields.values_mut().for_each(Field::prune);
    }

    /// How many changes come from the future: see [`Stamp::is_future`].
    #[must_use]
    pub fn future_changes(&self, now_ms: u64) -> usize {
        let ahead = |field: &&Field| field.latest().is_some_and(|(stamp, _)| stamp.is_future(now_ms));
        self.fields.values().filter(ahead).count()
    }

    fn field(&mut self, path: &Path) -> &mut Field {
        self.fields.entry(path.clone()).or_default()
    }

    /// A digest of which changes it knows: two versions with the same have the same content.
    #[must_use]
    pub fn version(&self) -> String {
        let mut hash = Sha256::new();
        for stamp in self.stamps() {
            hash.update(stamp.to_string());
        }
        hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
    }

    /// Says which catalogue it is worked on with from now on.
    pub fn use_catalog(&mut self, catalog: CatalogRef) {
        self.catalog = catalog;
    }

    /// Takes in another version of the same assessment. Commutative, associative, idempotent; nothing is lost.
    pub fn merge(&mut self, other: &Self) {
        for (path, theirs) in &other.fields {
            self.field(path).merge(theirs);
        }
        if other.catalog > self.catalog {
            self.catalog = other.catalog.clone();
        }
    }

    /// What a merge would change here, field by field.
    #[must_use]
    pub fn changes_by(&self, other: &Self) -> Vec<Change> {
        let mut merged = self.clone();
        merged.merge(other);
        let changed = merged.fields.iter().filter_map(|(path, field)| {
            let mine = self.fields.get(path);
            let before = mine.and_then(Field::value).cloned();
            let after = field.value().cloned();
            let conflict = field.in_conflict() && mine.is_none_or(|m| m.values() != field.values());
            (before != after || conflict).then(|| Change { path: path.clone(), before, after, conflict })
        });
        changed.collect()
    }
}
