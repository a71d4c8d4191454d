//! What the app knows and can do, without any screen: state on signals, commands, and ports to the outside.

mod assessments;
mod backup;
mod bin;
mod disk;
mod editing;
mod files;
mod followed;
mod histories;
mod import;
mod mirror;
mod notices;
mod other_tabs;
mod packs;
mod place;
pub mod ports;
mod repository;
mod saving;
mod session;
mod settings;
mod shown;
mod snapshots;
mod startup;
mod state;
mod tracked;
mod trial;

pub use backup::{BackupItem, BackupMeans, Copy, IncomingBackup};
pub use followed::{Followed, memo, memo_from};
pub use import::{Asked, Incoming, IncomingKind};
pub use notices::{Notice, NoticeKind};
pub use packs::{Effective, IncomingPack, KeptPack};
pub use repository::{FileMark, Repository, Unreadable};
pub use session::Session;
pub use settings::{Locale, Settings, Theme};
pub use shown::Shown;
pub use state::{AppState, SaveState, Start, StoreState};
pub use trial::Effect;
