//! What is done beside the page: how far it is, and stopping it.

use leptos::prelude::*;

use super::{AppState, NoticeKind, Shown, ports::WorkerError};
use crate::core::jobs::{Answer, Job, Order};

impl AppState {
    /// How far the worker is, in percent; `None` where it has nothing to do.
    #[must_use]
    pub fn working(&self) -> Shown<Option<u8>> {
        Shown(self.working)
    }

    /// Stops what the worker does.
    pub fn stop_working(&self) {
        self.ports.with_value(|p| p.worker.stop());
    }

    /// Has the worker do something with a file. `then` gets the answer, where there is one; else a notice says why not.
    pub(super) fn order(&self, job: Job, file: Vec<u8>, then: Box<dyn FnOnce(Answer)>) {
        // What is shown while it works lies over the page, so this is a second press on the same button.
        if self.working.with_untracked(Option::is_none) {
            self.order_in(job, file, self.working, then);
        }
    }

    /// The same, of something that may go on beside: how far it is goes into a signal.
    pub(super) fn order_in(
        &self,
        job: Job,
        file: Vec<u8>,
        working: RwSignal<Option<u8>>,
        then: Box<dyn FnOnce(Answer)>,
    ) {
        let app = *self;
        let pack = app.kept_pack.with_untracked(|kept| {
            let kept = kept.as_ref().filter(|kept| kept.on && kept.refused.is_none() && kept.pack.is_some());
            kept.map(|kept| kept.raw.to_string())
        });
        let order = Order { pack, job }.write();
        working.set(Some(0));
        let progress = Box::new(move |percent| working.set(Some(percent)));
        let answer = app.ports.with_value(|p| p.worker.run(order, file, progress));
        app.spawn(async move {
            let answer = answer.await;
            working.set(None);
            match answer {
                Ok(answer) => then(answer),
                Err(WorkerError::Stopped) => {}
                Err(error) => app.notify(NoticeKind::NotDone(error)),
            }
        });
    }
}
