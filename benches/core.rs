//! How long the core takes, relative to writing a full assessment's file in the same run: `cargo bench`.
//!
//! Machines differ, ratios hardly do. What matters most is what runs at every answer: `project`, `extract`, `derive` and
//! `most_deciding` together have to stay within one frame in a browser.

#![allow(clippy::disallowed_methods, clippy::print_stdout)] // Measuring time is what this is for.

#[path = "../tests/core/support/hostile.rs"]
#[allow(dead_code)]
mod hostile;

use std::{
    fs,
    hint::black_box,
    time::{Duration, Instant},
};

use tenken::core::{
    assessment::{Actor, Assessment, CatalogRef, Clock, Edit, paths},
    catalog::{CATALOG, search::Index},
    document::{read, settle, write},
    extract::{Truth, derive, extract, most_deciding, most_deciding_for},
    language::Language,
    model::{Model, project},
    pack::{self, Pack},
    report::{Scope, progress},
};

const RUNS: usize = 41;

/// The median of several runs.
fn time<T>(mut work: impl FnMut() -> T) -> Duration {
    let mut once = || {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    once();
    let mut times: Vec<Duration> = (0..RUNS).map(|_| once()).collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn main() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/documents/v1/complete.tenken.json");
    let bytes = fs::read(file).expect("the fixture is there");
    let assessment = read(&bytes).expect("the fixture opens");
    let model = project(&assessment, &CATALOG);
    let extraction = extract(&CATALOG, &model);
    // The same components with nothing said of them: as much open as there can be.
    let mut bare = Model { instances: model.instances.clone(), ..Model::default() };
    for i in bare.instances.values_mut() {
        (i.roles, i.procured, i.operated, i.maintained) = (None, None, None, None);
    }
    let open = extract(&CATALOG, &bare);
    let mut theirs: Assessment = assessment.clone();
    theirs.stamps().max().into_iter().for_each(|at| theirs.use_catalog(CatalogRef::of(&CATALOG, "", at)));

    let baseline = time(|| write(&assessment));
    println!(
        "{} fields, {} bytes, {} risks apply; {} open in the bare model",
        assessment.fields().len(),
        bytes.len(),
        extraction.count(Truth::True),
        open.count(Truth::Unknown)
    );
    println!("{:<44} {baseline:>12.1?}  1.00", "write (baseline)");
    let line = |name: &str, time: Duration| {
        println!("{name:<44} {time:>12.1?}  {:.2}", time.as_secs_f64() / baseline.as_secs_f64());
    };
    line("read", time(|| read(&bytes)));
    line("merge", time(|| assessment.clone().merge(&theirs)));
    // The frame of an edit copies the assessment, changes the copy and looks whether it still fits into a file.
    let edits = [Edit::text(paths::name(), "x")];
    let edit = || {
        let mut changed = assessment.clone();
        changed.apply(&edits, &mut Clock::new(Actor::new(1)), 1_794_000_000_000, "");
        settle(changed)
    };
    line("an edit", time(edit));
    line("project", time(|| project(&assessment, &CATALOG)));
    line("extract", time(|| extract(&CATALOG, &model)));
    line("derive", time(|| derive(&CATALOG, &extraction, |_| true)));
    line("most_deciding", time(|| most_deciding(&CATALOG, &bare, &open)));
    line("index", time(|| Index::new(&CATALOG)));
    let index = Index::new(&CATALOG);
    // At every key; the slowest key of each.
    for typed in ["III.2.1.3", "ログ保存期間", "バックアップ 確認", "脆弱性診断", "the", "vulnerabilities"]
    {
        let mut slowest = Duration::ZERO;
        for (at, ch) in typed.char_indices() {
            let typed = &typed[..at + ch.len_utf8()];
            slowest = slowest.max(time(|| index.search(typed, Language::Ja, 50)));
        }
        line(&format!("search {typed}"), slowest);
    }
    line("get a field", time(|| assessment.text(&paths::name()).len()));
    // What one answer sets off, with crowds of components.
    for crowd in hostile::Crowd::ALL {
        for components in [60, 150, 300] {
            let crowded = crowd.of(components);
            let model = project(&crowded, &CATALOG);
            let extraction = extract(&CATALOG, &model);
            let derived = derive(&CATALOG, &extraction, |_| true);
            println!("{components} components, {crowd:?}, {} rows:", extraction.rows.len());
            let question = |row| most_deciding_for(&CATALOG, &model, row);
            let times = [
                ("  project", time(|| project(&crowded, &CATALOG))),
                ("  extract", time(|| extract(&CATALOG, &model))),
                ("  most_deciding", time(|| most_deciding(&CATALOG, &model, &extraction))),
                ("  derive", time(|| derive(&CATALOG, &extraction, |_| true))),
                ("  progress", time(|| progress(&CATALOG, &crowded, &model, &extraction, &derived, Scope::ALL))),
            ];
            times.iter().for_each(|(name, time)| line(name, *time));
            line("  together", times.iter().map(|(_, time)| *time).sum());
            // Not at an answer, but when the page of risks is opened.
            line("  for each row", time(|| extraction.rows.iter().filter_map(question).count()));
        }
    }
    // Packs that are made to be slow, looked at once each: what was applied before is known.
    for (name, pack) in hostile::packs(1) {
        let file = pack.to_json();
        let start = Instant::now();
        let taken = Pack::read("", file.as_bytes()).is_ok_and(|pack| pack::preview(&CATALOG, &pack).is_ok());
        line(&format!("{name}, {} KB{}", file.len() / 1000, if taken { "" } else { ": refused" }), start.elapsed());
    }
}
