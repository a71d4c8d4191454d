//! What the app knows and can do, without any screen: state on signals, commands, and ports to the outside.

mod commands;
mod import;
mod notices;
mod packs;
pub mod ports;
mod session;
mod settings;
mod shelf;
mod state;

pub use import::{Incoming, IncomingKind};
pub use notices::{Notice, NoticeKind};
pub use packs::{Effective, IncomingPack, KeptPack};
pub use session::Session;
pub use settings::{Locale, Settings, Theme};
pub use shelf::{FileMark, Shelf, Unreadable};
pub use state::{AppState, SaveState};
