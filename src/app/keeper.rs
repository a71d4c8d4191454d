//! Keeping. Every change goes to the mirror at once, and from there to the durable store, whose word counts: only what is
//! on the disk and was read back is told to be saved. Merging is idempotent, so neither store is the master.

use std::{cell::RefCell, collections::BTreeMap, future::Future, rc::Rc, sync::Arc};

use leptos::prelude::*;

use super::{
    AppState, SaveState, StoreState,
    place::{Intent, Place, Placed, Texts, place},
    ports::StorageError,
    shelf::{key, key_aside},
};
use crate::core::{
    assessment::{Assessment, AssessmentId},
    document,
};

impl AppState {
    /// Keeps everything that waits. Called soon after each change, and before the page goes away.
    pub fn flush(&self) {
        let mut waiting = self.pending.get_untracked();
        self.to_disk.with_value(|t| {
            t.keys().for_each(|id| {
                waiting.insert(id.clone());
            })
        });
        for id in waiting {
            let intent = self.to_disk.with_value(|t| t.get(&id).copied()).unwrap_or(Intent::Keep);
            self.keep(&id, intent);
        }
    }

    /// Whether something would be lost if the page went away now: it stands in no store and in no file.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        let at_risk = |id: &AssessmentId| {
            let written = self.file_mark(id).is_some_and(|(mark, changed)| mark.written && !changed);
            !written && !self.is_mirrored(id)
        };
        untrack(|| self.pending.with(|p| p.iter().any(at_risk)))
    }

    /// Brings one assessment to where it is to stand.
    pub(super) fn keep(&self, id: &AssessmentId, intent: Intent) {
        let Some(mine) = self.value(id) else {
            self.no_longer_waits(id);
            return;
        };
        let mirrored = self.keep_in_mirror(&mine, intent);
        if let Ok(placed) = &mirrored {
            self.take_in_placed(placed, intent);
        }
        match (mirrored, self.durable.get_untracked()) {
            // Something stands there that must not be overwritten, or this could not be read again.
            (Err(e @ (StorageError::Guarded | StorageError::TooLarge)), _) => self.set_save(id, SaveState::Failed(e)),
            (Ok(_), StoreState::Failed(why)) => {
                self.no_longer_waits(id);
                self.set_save(id, SaveState::Mirrored(Some(self.now_ms()), why));
            }
            (Err(e), StoreState::Failed(_)) => self.set_save(id, SaveState::Failed(e)),
            (_, StoreState::Opening | StoreState::Ready) => self.bring_to_disk(id, intent),
        }
    }

    /// Brings one assessment to the disk. While it is on its way, what is entered next waits for the same journey.
    pub(super) fn bring_to_disk(&self, id: &AssessmentId, intent: Intent) {
        self.to_disk.update_value(|t| {
            t.insert(id.clone(), intent);
        });
        if self.durable.get_untracked() == StoreState::Opening {
            return;
        }
        if !self.on_its_way.try_update_value(|w| w.insert(id.clone())).unwrap_or_default() {
            return;
        }
        let (app, id) = (*self, id.clone());
        let name = format!("tenken/{id}");
        let journey = async move {
            while let Some(Some(intent)) = app.to_disk.try_update_value(|t| t.remove(&id)) {
                if let Err(e) = app.write_to_disk(&id, intent).await {
                    app.disk_failed(&id, intent, e);
                    break;
                }
            }
            app.on_its_way.try_update_value(|w| w.retain(|i| *i != id));
        };
        let alone = self.ports.with_value(|p| p.tasks.alone(&name, Box::pin(journey)));
        self.spawn(alone);
    }

    async fn write_to_disk(&self, id: &AssessmentId, intent: Intent) -> Result<(), StorageError> {
        let Some(mine) = self.value(id) else { return Ok(()) };
        let durable = self.ports.with_value(|p| Arc::clone(&p.durable));
        let known = self.known_texts(id);
        let keys = vec![key(Place::List, id), key(Place::Bin, id)];
        let outcome = Rc::new(RefCell::new(None));
        let (into, of) = (Rc::clone(&outcome), id.clone());
        let change = move |stored: Vec<Option<String>>| {
            let mut stored = stored.into_iter();
            let texts = Texts { list: stored.next().flatten(), bin: stored.next().flatten() };
            let placed = place(intent, &mine, texts, &known)?;
            let writes = writes(&of, &placed);
            *into.borrow_mut() = Some(placed);
            Ok(writes)
        };
        durable.change(keys, Box::new(change)).await?;
        let Some(placed) = outcome.take() else { return Err(StorageError::NotKept) };
        let stands = durable.get(vec![key(placed.place, id)]).await?.into_iter().next().flatten();
        if !stands.is_some_and(|text| has_all(&text, &placed)) {
            return Err(StorageError::NotKept);
        }
        self.on_disk.update_value(|t| {
            t.insert(id.clone(), Arc::clone(&placed.text));
        });
        self.take_in_placed(&placed, intent);
        if self.in_mirror.with_value(|t| t.get(id).is_none_or(|text| *text != placed.text)) {
            // What the disk had besides goes to the mirror as well. If it does not fit there, the disk has it.
            let _ = self.keep_in_mirror(&placed.assessment, intent);
        }
        let complete = self.value(id).is_none_or(|now| *now == placed.assessment);
        let waits = self.to_disk.with_value(|t| t.contains_key(id));
        if complete && !waits {
            self.no_longer_waits(id);
            self.set_save(id, SaveState::Saved(Some(self.now_ms())));
        } else if !waits {
            self.to_disk.update_value(|t| {
                t.insert(id.clone(), Intent::Keep);
            });
        }
        Ok(())
    }

    /// Notes that something is not on the disk, and where it is instead.
    fn disk_failed(&self, id: &AssessmentId, intent: Intent, error: StorageError) {
        if error == StorageError::Forbidden {
            self.durable.set(StoreState::Failed(error));
        }
        let lasting = matches!(error, StorageError::Guarded | StorageError::TooLarge);
        if !lasting && self.is_mirrored(id) {
            self.set_save(id, SaveState::Mirrored(Some(self.now_ms()), error));
            self.no_longer_waits(id);
        } else {
            self.set_save(id, SaveState::Failed(error));
        }
        // For the next occasion, unless something else is wanted by then.
        self.to_disk.update_value(|t| {
            if !t.contains_key(id) {
                t.insert(id.clone(), intent);
            }
        });
    }

    /// Writes to the mirror what is to stand there.
    pub(super) fn keep_in_mirror(&self, mine: &Assessment, intent: Intent) -> Result<Placed, StorageError> {
        let (shelf, id) = (self.shelf(), mine.id());
        let known = self.known_texts(id);
        let change = || shelf.change(id, |texts| place(intent, mine, texts, &known));
        let mut result = change();
        while result.as_ref().err() == Some(&StorageError::Full)
            && let Some(other) = self.can_make_room(id)
        {
            shelf.make_room(&other);
            self.in_mirror.update_value(|t| {
                t.remove(&other);
            });
            result = change();
        }
        match &result {
            Ok(placed) => {
                self.mirror.set(StoreState::Ready);
                self.in_mirror.update_value(|t| {
                    t.insert(id.clone(), Arc::clone(&placed.text));
                });
            }
            Err(e @ StorageError::Forbidden) => self.mirror.set(StoreState::Failed(*e)),
            Err(_) => {}
        }
        result
    }

    /// The largest assessment in the mirror that is on the disk just so, other than this one.
    fn can_make_room(&self, id: &AssessmentId) -> Option<AssessmentId> {
        self.on_disk.with_value(|disk| {
            self.in_mirror.with_value(|mirror| {
                let safe = mirror.iter().filter(|(other, text)| *other != id && disk.get(other) == Some(text));
                safe.max_by_key(|(_, text)| text.len()).map(|(other, _)| other.clone())
            })
        })
    }

    /// The texts of an assessment in the stores that were read before, and that the assessment here has all of.
    fn known_texts(&self, id: &AssessmentId) -> Vec<Arc<str>> {
        let of = |texts: &BTreeMap<AssessmentId, Arc<str>>| texts.get(id).cloned();
        [self.in_mirror.with_value(of), self.on_disk.with_value(of)].into_iter().flatten().collect()
    }

    /// An assessment is gone for ever: should an older version of it come back, what stands in a store is news again.
    pub(super) fn forget_texts(&self, id: &AssessmentId) {
        for texts in [self.in_mirror, self.on_disk] {
            texts.update_value(|t| {
                t.remove(id);
            });
        }
    }

    /// Whether the mirror has all that is known here.
    fn is_mirrored(&self, id: &AssessmentId) -> bool {
        let Some(mine) = self.value(id) else { return true };
        let text = self.in_mirror.with_value(|t| t.get(id).cloned());
        text.is_some_and(|text| *text == *document::write(&mine))
    }

    /// An assessment, in the list or in the bin.
    fn value(&self, id: &AssessmentId) -> Option<Arc<Assessment>> {
        self.get(id).or_else(|| self.in_bin(id).map(Arc::new))
    }

    /// Shows what was put into a store, with what others had put there before.
    fn take_in_placed(&self, placed: &Placed, intent: Intent) {
        let id = placed.assessment.id();
        match (placed.place, self.get(id)) {
            (Place::List, Some(now)) => {
                let mut merged = (*now).clone();
                merged.merge(&placed.assessment);
                merged.prune();
                self.take_in(&now, merged);
            }
            // Another tab has put it into the bin.
            (Place::Bin, Some(_)) if intent == Intent::Keep => self.put_aside(placed.assessment.clone()),
            _ => {}
        }
    }

    /// Takes an assessment from the list and shows it in the bin.
    pub(super) fn put_aside(&self, binned: Assessment) {
        let id = binned.id().clone();
        self.no_longer_waits(&id);
        self.assessments.update(|a| {
            a.remove(&id);
        });
        self.bin.update(|b| {
            b.retain(|a| *a.id() != id);
            b.push(binned);
        });
    }

    pub(super) fn no_longer_waits(&self, id: &AssessmentId) {
        if self.pending.with_untracked(|p| p.contains(id)) {
            self.pending.update(|p| p.retain(|i| i != id));
        }
    }

    pub(super) fn set_save(&self, id: &AssessmentId, state: SaveState) {
        if self.saves.with_untracked(|s| s.get(id) != Some(&state)) {
            self.saves.update(|s| {
                s.insert(id.clone(), state);
            });
        }
    }

    pub(super) fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.ports.with_value(|p| p.tasks.spawn(Box::pin(task)));
    }
}

/// What the durable store is to write.
fn writes(id: &AssessmentId, placed: &Placed) -> Vec<(String, Option<String>)> {
    let other = match placed.place {
        Place::List => Place::Bin,
        Place::Bin => Place::List,
    };
    let aside = placed.unreadable_bin.iter().map(|text| (key_aside(id, text), Some(text.clone())));
    let ours = [(key(placed.place, id), Some(placed.text.to_string())), (key(other, id), None)];
    aside.chain(ours).collect()
}

/// Whether a text has all that was written: it is the same, or another tab has already added to it.
fn has_all(text: &str, placed: &Placed) -> bool {
    *text == *placed.text
        || document::read(text.as_bytes()).is_ok_and(|stands| {
            let mut both = stands.clone();
            both.merge(&placed.assessment);
            both == stands
        })
}
