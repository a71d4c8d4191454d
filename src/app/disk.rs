//! Writing to the disk. Only what is there and was read back is said to be saved.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use leptos::prelude::*;

use super::{
    AppState, NoticeKind, SaveState, StoreState,
    place::{Intent, Place, Placed, Texts, place},
    ports::StorageError,
    repository::{key, key_aside},
};
use crate::core::{assessment::AssessmentId, document};

impl AppState {
    /// Starts writing one assessment to the disk. One task for each assessment: what is entered while it runs is
    /// written by the same task.
    pub(super) fn save_to_disk(&self, id: &AssessmentId, intent: Intent) {
        self.queue_for_disk(id, intent);
        if self.durable.get_untracked() == StoreState::Opening {
            return;
        }
        if self.tracked(id).being_written {
            return;
        }
        self.track(id, &mut |t| t.being_written = true);
        let (app, id) = (*self, id.clone());
        let name = format!("tenken/{id}");
        let write = async move {
            while let Some(intent) = app.take_queued(&id) {
                if let Err(e) = app.write_to_disk(&id, intent).await {
                    app.disk_failed(&id, intent, e);
                    break;
                }
            }
            app.track(&id, &mut |t| t.being_written = false);
        };
        let alone = self.ports.with_value(|p| p.tasks.alone(&name, Box::pin(write)));
        self.spawn(alone);
    }

    fn take_queued(&self, id: &AssessmentId) -> Option<Intent> {
        let mut queued = None;
        self.track(id, &mut |t| queued = t.queued.take());
        queued
    }

    async fn write_to_disk(&self, id: &AssessmentId, intent: Intent) -> Result<(), StorageError> {
        let Some(mine) = self.value(id) else { return Ok(()) };
        let durable = self.ports.with_value(|p| Arc::clone(&p.durable));
        let known = self.known_records(id);
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
        self.track(id, &mut |t| t.on_disk = Some(placed.record.clone()));
        self.show_placed(&placed, intent);
        // Otherwise something was entered meanwhile, and is saved next with all of this.
        let complete = self.value(id).is_none_or(|now| now == placed.record.assessment);
        if complete && self.tracked(id).in_mirror.is_none_or(|known| known.text != placed.record.text) {
            // What the disk had in addition goes to the mirror as well. If it does not fit there, the disk has it.
            let _ = self.save_to_mirror(&placed.record.assessment, intent);
        }
        let waits = self.tracked(id).queued.is_some();
        if complete && !waits {
            self.clear_pending(id);
            self.set_save(id, SaveState::Saved(Some(self.now_ms())));
        } else if !waits {
            self.queue_for_disk(id, Intent::Keep);
        }
        Ok(())
    }

    /// Notes that writing to the disk failed, and where the assessment is saved instead.
    fn disk_failed(&self, id: &AssessmentId, intent: Intent, error: StorageError) {
        if error == StorageError::Forbidden {
            self.durable.set(StoreState::Failed(error));
        }
        let lasting = matches!(error, StorageError::Guarded | StorageError::TooLarge);
        if !lasting && self.is_mirrored(id) {
            self.set_save(id, SaveState::Mirrored(Some(self.now_ms()), error));
            self.clear_pending(id);
        } else {
            self.set_save(id, SaveState::Failed(error));
        }
        // To be tried again, unless something else is wanted by then.
        self.track(id, &mut |t| t.queued = t.queued.or(Some(intent)));
    }

    /// Removes a key from the disk.
    pub(super) fn remove_from_disk(&self, key: String) {
        let (app, durable) = (*self, self.ports.with_value(|p| Arc::clone(&p.durable)));
        self.spawn(async move {
            let gone = durable.change(vec![], Box::new(move |_| Ok(vec![(key, None)]))).await;
            if gone.is_err() && app.durable.get_untracked() == StoreState::Ready {
                app.notify(NoticeKind::NotRemoved);
            }
        });
    }
}

/// What the durable store is to write.
fn writes(id: &AssessmentId, placed: &Placed) -> Vec<(String, Option<String>)> {
    let other = match placed.place {
        Place::List => Place::Bin,
        Place::Bin => Place::List,
    };
    let aside = placed.unreadable_bin.iter().map(|text| (key_aside(id, text), Some(text.clone())));
    let ours = [(key(placed.place, id), Some(placed.record.text.to_string())), (key(other, id), None)];
    aside.chain(ours).collect()
}

/// Whether a text includes everything that was written: it is the same, or another tab has already added to it.
fn has_all(text: &str, placed: &Placed) -> bool {
    *text == *placed.record.text
        || document::read(text.as_bytes()).is_ok_and(|stands| {
            let mut both = stands.clone();
            both.merge(&placed.record.assessment);
            both == stands
        })
}
