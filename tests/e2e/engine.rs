//! The engines that the app is tested in, and how each is started.

use std::{path::Path, process::Command};

use thirtyfour::Capabilities;

use crate::{browser::Kind, chromium, firefox};

/// What shows the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome, driven by ChromeDriver.
    #[default]
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
}

impl Engine {
    /// The one that this is not: another person's browser.
    pub fn other(self) -> Self {
        match self {
            Self::Chromium => Self::Firefox,
            Self::Firefox => Self::Chromium,
        }
    }

    /// The command that starts the driver on a port, with a folder of its own.
    pub fn driver(self, port: u16, folder: &Path) -> Command {
        match self {
            Self::Chromium => chromium::driver(port, folder),
            Self::Firefox => firefox::driver(port, folder),
        }
    }

    /// What the driver is told about the browser: its kind, and the folder for its profile and downloads.
    pub fn capabilities(self, kind: Kind, folder: &Path) -> Capabilities {
        match self {
            Self::Chromium => chromium::capabilities(kind, folder).into(),
            Self::Firefox => firefox::capabilities(kind, folder).into(),
        }
    }

    /// The files of a profile by which a browser that was killed seems to be running still.
    pub fn leftovers(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["SingletonLock", "SingletonCookie", "SingletonSocket", "DevToolsActivePort"],
            Self::Firefox => &["lock", ".parentlock", "MarionetteActivePort"],
        }
    }
}
