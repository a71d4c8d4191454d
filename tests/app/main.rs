//! The app's state with ports of our own: no browser, no clock, nothing that is not in the test.

mod backup;
mod editing;
mod fakes;
mod histories;
mod hostile;
mod import;
mod packs;
mod saving;
mod sealed;
mod snapshots;
mod storage;
mod stores;
mod tables;
mod tabs;
mod trial;
mod working;
