//! What is done beside the page: how far it is, and stopping it.

use leptos::prelude::*;

use super::{AppState, NoticeKind, Shown, ports::WorkerError};
use crate::core::jobs::{Answer, Job, Order};

type Answered = Result<Answer, WorkerError>;

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
        if self.working.with_untracked(Option::is_some) {
            return;
        }
        self.working.set(Some(0));
        let app = *self;
        let then = move |answer| {
            app.working.set(None);
            match answer {
                Ok(answer) => then(answer),
                Err(WorkerError::Stopped) => {}
                Err(error) => app.notify(NoticeKind::NotDone(error)),
            }
        };
        self.run(job, file, Box::new(move |percent| app.working.set(Some(percent))), Box::new(then));
    }

    /// Has the worker do something short, beside whatever else it does. Where it breaks, there is nothing to say.
    pub(super) fn order_beside(&self, job: Job, file: Vec<u8>, then: Box<dyn FnOnce(Answer)>) {
        let then = |answer: Answered| {
            if let Ok(answer) = answer {
                then(answer);
            }
        };
        self.run(job, file, Box::new(|_| ()), Box::new(then));
    }

    fn run(&self, job: Job, file: Vec<u8>, progress: Box<dyn Fn(u8)>, then: Box<dyn FnOnce(Answered)>) {
        let app = *self;
        let pack = app.kept_pack.with_untracked(|kept| {
            let kept = kept.as_ref().filter(|kept| kept.on && kept.refused.is_none() && kept.pack.is_some());
            kept.map(|kept| kept.raw.to_string())
        });
        let Ok(order) = serde_json::to_string(&Order { pack, job }) else { return };
        let answer = app.ports.with_value(|p| p.worker.run(order, file, progress));
        app.spawn(async move { then(answer.await) });
    }
}
