//! Saving to files.

use std::sync::Arc;

use leptos::prelude::*;

use super::{AppState, FileMark, NoticeKind, ports::Delivery, snapshots::bodies, tracked::Tracked};
use crate::core::{
    assessment::{Assessment, AssessmentId, paths},
    document::{self, Bodies},
    exchange::formats::{Content, Format},
    jobs::{Answer, Job},
};

impl AppState {
    /// Saves an assessment to a file.
    pub fn save_to_file(&self, id: &AssessmentId) {
        self.save_document(id, false);
    }

    fn save_document(&self, id: &AssessmentId, protect: bool) {
        let Some(assessment) = self.get(id) else { return };
        if assessment.snapshots().is_empty() {
            return self.save_whole(assessment, &Bodies::new(), protect);
        }
        let (app, snapshots) = (*self, assessment.snapshots());
        let of = snapshots.clone();
        // The browser lets a page ask for a place for some seconds after a click; reading takes far less.
        let then = move |found| app.save_whole(assessment, &bodies(of, found), protect);
        self.read_contents(id, snapshots, Box::new(then));
    }

    /// Saves an assessment with the contents of its snapshots to a file.
    fn save_whole(&self, assessment: Arc<Assessment>, contents: &Bodies, protect: bool) {
        let (app, id) = (*self, assessment.id().clone());
        let file = file_name(assessment.text(&paths::name()), &id, "tenken.json");
        let text = document::write_whole(&assessment, contents);
        if protect {
            return self.begin_sheet(&file, "application/json", text.into_bytes());
        }
        let then = move |written| {
            let mark = FileMark { at_ms: app.now_ms(), version: assessment.version(), written };
            let _ = app.repository().set_mark(&id, &mark);
            app.tell(&id, &mut |t| {
                (t.mark, t.in_file) = (Some(mark.clone()), Some(Arc::clone(&assessment)));
            });
            (!written).then_some(id)
        };
        self.deliver(&file, "application/json", text.as_bytes(), true, Box::new(then));
    }

    /// Saves an assessment, or a copy for others, to a file in one of the formats, or asks first how that file is to be
    /// protected. `report` writes the report.
    pub fn save_as(
        &self,
        assessment: &Assessment,
        format: &'static Format,
        report: &dyn Fn() -> String,
        protect: bool,
    ) {
        let id = assessment.id();
        let is_copy = self.get(id).is_none();
        let ending = match format.content {
            Content::Document if !is_copy => return self.save_document(id, protect),
            // One assessment has several tables.
            Content::Table(_) => format!("{}.{}", format.name.pick(self.locale()), format.ending),
            _ => format.ending.to_owned(),
        };
        let file = file_name(assessment.text(&paths::name()), id, &ending);
        let Some(job) = Job::writing(format.content, self.tables()) else {
            let content = match format.content {
                Content::Report => report(),
                _ => document::write(assessment),
            };
            return self.hand_out(&file, format, content.into_bytes(), protect);
        };
        let app = *self;
        let then = move |Answer { text, bytes }: Answer| {
            let content = if bytes.is_empty() { text.into_bytes() } else { bytes };
            app.hand_out(&file, format, content, protect);
        };
        self.order(job, document::write(assessment).into_bytes(), Box::new(then));
    }

    /// Has a copy for others made, with what is kept of what is confidential: keywords, with `-` between. `then` gets it.
    pub fn disclose(&self, assessment: &Assessment, kept: String, then: Box<dyn FnOnce(Assessment)>) {
        let job =
            Job::Disclose { kept, random: [self.random(), self.random()], now_ms: self.now_ms(), how: self.tables() };
        let made = move |answer: Answer| {
            if let Ok(copy) = document::read(answer.text.as_bytes()) {
                then(copy);
            }
        };
        self.order(job, document::write(assessment).into_bytes(), Box::new(made));
    }

    /// Saves what is in a file, or asks first how it is to be protected.
    fn hand_out(&self, file: &str, format: &'static Format, content: Vec<u8>, protect: bool) {
        if protect {
            self.begin_sheet(file, format.media_type, content);
        } else {
            self.hand_over(file, format.media_type, &content, true);
        }
    }

    /// When an assessment was last saved to a file, and whether it has changed since.
    #[must_use]
    pub fn file_mark(&self, id: &AssessmentId) -> Option<(FileMark, bool)> {
        self.tracked.track();
        let Tracked { mark, in_file, .. } = self.tracked(id);
        let (mark, now) = mark.zip(self.assessments.with(|a| a.get(id).cloned()))?;
        let same = in_file.is_some_and(|filed| Arc::ptr_eq(&filed, &now));
        Some((mark, !same))
    }

    /// Sets when assessments were last saved to files.
    pub(super) fn set_marks(&self, mark: impl Fn(&AssessmentId) -> Option<FileMark>) {
        self.tracked.update(|all| all.iter_mut().for_each(|(id, t)| t.mark = mark(id)));
        self.assessments.with_untracked(|all| all.values().for_each(|assessment| self.compare_with_file(assessment)));
    }

    /// Compares the versions of an assessment and its last file. Not needed after an edit: a change that was just made
    /// is in no file yet.
    pub(super) fn compare_with_file(&self, assessment: &Arc<Assessment>) {
        let id = assessment.id();
        let same = self.tracked(id).mark.is_some_and(|mark| mark.version == assessment.version());
        self.track(id, &mut |t| t.in_file = same.then(|| Arc::clone(assessment)));
    }

    /// The person confirms that a download is complete.
    pub fn confirm_file(&self, id: &AssessmentId) {
        let Some(mut mark) = self.tracked(id).mark else { return };
        mark.written = true;
        let _ = self.repository().set_mark(id, &mark);
        self.tell(id, &mut |t| t.mark = Some(mark.clone()));
        self.notices.update(|n| {
            n.retain(|n| !matches!(&n.kind, NoticeKind::FileSaved { unsure_of: Some(i), .. } if i == id));
        });
    }

    /// Saves something unreadable to a file, as it is.
    pub fn save_unreadable(&self, key: &str) {
        let raw = self.unreadable.with_untracked(|u| u.iter().find(|u| u.key == key).map(|u| u.raw.clone()));
        let Some(raw) = raw else { return };
        let id = key.rsplit('/').next().unwrap_or_default();
        self.hand_over(&format!("tenken-{id}.txt"), "text/plain", raw.as_bytes(), true);
    }

    /// Saves what is in a file, and shows a notice with the outcome.
    pub(super) fn hand_over(&self, file: &str, mime: &str, content: &[u8], ask: bool) {
        self.deliver(file, mime, content, ask, Box::new(|_| None));
    }

    /// The same. `then` gets whether the file is known to be written, and may return the assessment for which the person is
    /// to confirm that.
    fn deliver(
        &self,
        file: &str,
        mime: &str,
        content: &[u8],
        ask: bool,
        then: Box<dyn FnOnce(bool) -> Option<AssessmentId>>,
    ) {
        let delivery = self.ports.with_value(|p| p.files.save(file, mime, content, ask));
        let (app, file) = (*self, file.to_owned());
        self.spawn(async move {
            let written = match delivery.await {
                Delivery::Written => true,
                Delivery::Started => false,
                Delivery::Declined => return,
                Delivery::Failed => return app.notify(NoticeKind::FileNotSaved { file }),
            };
            let unsure_of = then(written);
            app.notify(NoticeKind::FileSaved { file, written, unsure_of });
        });
    }
}

/// A file name made of the assessment's name, valid on every system. Of a long one the end stays, too: there a copy for
/// others has its mark.
fn file_name(name: &str, id: &AssessmentId, ending: &str) -> String {
    let length = name.chars().count();
    let kept = name.chars().enumerate().filter(|(at, _)| *at < 45 || at + 15 >= length);
    let safe: String = kept.map(|(_, c)| if c.is_control() || "\\/:*?\"<>|.".contains(c) { '_' } else { c }).collect();
    let safe = safe.trim();
    format!("{}.{ending}", if safe.is_empty() { id.as_str() } else { safe })
}
