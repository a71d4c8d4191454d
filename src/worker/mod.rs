//! What the worker does: formats that are heavy and that only some use. `src/bin/worker.rs` runs it beside the page;
//! tests run it in place.

mod official;
pub mod oscal;
pub mod pdf;
pub mod sealed;
pub mod tables;
mod text;
pub mod xlsx;

use crate::core::{
    assessment::{Actor, AssessmentId, Clock, paths},
    catalog::{CATALOG, Catalog, DIGEST},
    document::{read_whole, write},
    exchange::disclosure::disclosed,
    exchange::tables::{NoTable, Preview, Sheet, csv, incoming, markdown, table, tables as all_tables, written_from},
    jobs::{Answer, Job, Order, Tables},
    language::Language,
    pack::{self, Pack},
    report::{Confidential, Scope, paper::Basis},
    worked::{self, Opening},
};

/// Does what a message from the page orders. `progress` gets percents; `random` gives bytes from a source for secrets.
///
/// # Panics
/// If the message is none of this build. The page then says that the worker broke.
#[must_use]
pub fn answer(order: &[u8], file: &[u8], progress: &dyn Fn(u8), random: &dyn Fn() -> [u8; 32]) -> Answer {
    let Order { pack, job } = Order::read(order).expect("a message of this build");
    let in_force = || pack.as_deref().map_or_else(|| (&CATALOG, DIGEST.to_owned()), applied);
    match job {
        Job::PackTemplate { part } => pack::template(in_force().0, part.as_deref()).into(),
        Job::WorkedCase { case, random: [id, snapshot, actor], now_ms, english } => {
            let opening = Opening {
                id: AssessmentId::new(id),
                snapshot: AssessmentId::new(snapshot),
                actor: Actor::new(actor),
                now_ms,
                language: language(english),
            };
            let (catalog, digest) = in_force();
            worked::document(&case, catalog, &digest, &opening).unwrap_or_default().into()
        }
        Job::ReadOfficial => Answer::of(&official::read(file, progress)),
        Job::OfficialPack { name, choices } => {
            let reading = Answer { bytes: file.to_vec(), ..Answer::default() }.value();
            official::pack(reading.expect("what this program answered"), &name, &choices).into()
        }
        Job::Sealed(step) => sealed::step(file, &step, random),
        Job::Disclose { kept, random: [id, actor], now_ms, how } => {
            let kept: Vec<_> = kept.split('-').filter_map(Confidential::from_keyword).collect();
            let how = Tables { original: how.original && kept.contains(&Confidential::Own), ..how };
            let at = Clock::new(Actor::new(actor)).tick(now_ms);
            with_basis(file, in_force(), &how, |of| {
                write(&disclosed(of, &kept, AssessmentId::new(id), at, language(how.english))).into()
            })
        }
        Job::Xlsx(how) => with_basis(file, in_force(), &how, |of| {
            let language = language(how.english);
            let bytes =
                xlsx::workbook(&all_tables(of, language), of.today, language).expect("what fits into a workbook");
            Answer { bytes, ..Answer::default() }
        }),
        Job::Markdown(how) => {
            with_basis(file, in_force(), &how, |of| markdown(&all_tables(of, language(how.english))).into())
        }
        Job::Oscal(model, how) => {
            with_basis(file, in_force(), &how, |of| oscal::write(of, model, language(how.english)).into())
        }
        Job::Csv(id, how) => with_basis(file, in_force(), &how, |of| csv(&table(of, id, language(how.english))).into()),
        Job::Incoming { document, how } => {
            let sheets = tables::sheets(file);
            let compared = sheets.and_then(|sheets| compared(&sheets, &document, in_force(), &how));
            let language = language(how.english);
            Answer::of(&compared.unwrap_or_else(|why| Preview::refused(why, language)))
        }
    }
}

/// What the sheets would change in the assessment of a document, whatever of it is shown.
fn compared(
    sheets: &[Sheet],
    document: &str,
    in_force: (&'static Catalog, String),
    how: &Tables,
) -> Result<Preview, NoTable> {
    let of = written_from(sheets).ok_or(NoTable::Columns)?;
    if document.is_empty() {
        return Ok(Preview::without(&of, language(how.english)));
    }
    let shown = language(how.english);
    let how = Tables { original: true, ..how.clone() };
    with_basis(document.as_bytes(), in_force, &how, |of| {
        let other = Language::ALL.into_iter().filter(|language| *language != shown);
        let languages: Vec<_> = [shown].into_iter().chain(other).map(|language| all_tables(of, language)).collect();
        let found = incoming(sheets, of.assessment, &languages, of.today)?;
        Ok(Preview::of(&found, of.assessment.text(&paths::name()), shown))
    })
}

const fn language(english: bool) -> Language {
    if english { Language::En } else { Language::Ja }
}

/// Does something with the assessment of a document, and all that follows from it.
fn with_basis<T>(
    document: &[u8],
    (catalog, digest): (&'static Catalog, String),
    how: &Tables,
    then: impl FnOnce(&Basis) -> T,
) -> T {
    let (assessment, _) = read_whole(document).expect("the page wrote it");
    let today = how.today.parse().expect("the page's day");
    Basis::with((catalog, &digest), &assessment, Scope { original: how.original }, today, then)
}

/// The catalogue with a pack that the page has in force, and its digest.
fn applied(pack: &str) -> (&'static Catalog, String) {
    let pack = Pack::read("", pack.as_bytes()).expect("the page read it");
    (pack::apply(&CATALOG, &pack).expect("the page applied it"), pack.digest())
}
