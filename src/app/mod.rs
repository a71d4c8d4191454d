//! What the app knows and can do, without any screen: state on signals, commands, and ports to the outside.

mod arrive;
mod backup;
mod commands;
mod files;
mod import;
mod keeper;
mod notices;
mod packs;
mod place;
pub mod ports;
mod session;
mod settings;
mod shelf;
mod state;

pub use backup::{BackupItem, BackupMeans, Copy, IncomingBackup};
pub use import::{Asked, Incoming, IncomingKind};
pub use notices::{Notice, NoticeKind};
pub use packs::{Effective, IncomingPack, KeptPack};
pub use session::Session;
pub use settings::{Locale, Settings, Theme};
pub use shelf::{FileMark, Shelf, Unreadable};
pub use state::{AppState, SaveState, Start, StoreState};
