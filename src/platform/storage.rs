//! localStorage and sessionStorage. They may be forbidden, and then even accessing them throws.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use web_sys::{DomException, wasm_bindgen::JsCast};

use crate::app::ports::{Storage, StorageError};

/// The browser's own storages.
#[derive(Clone, Copy)]
pub enum BrowserStorage {
    /// localStorage.
    Shared,
    /// sessionStorage.
    OfTab,
}

impl BrowserStorage {
    /// The storage itself, after making sure that accessing it does not throw.
    fn raw(self) -> Result<web_sys::Storage, StorageError> {
        let window = web_sys::window().ok_or(StorageError::Forbidden)?;
        match self {
            Self::Shared if matches!(window.local_storage(), Ok(Some(_))) => Ok(LocalStorage::raw()),
            Self::OfTab if matches!(window.session_storage(), Ok(Some(_))) => Ok(SessionStorage::raw()),
            _ => Err(StorageError::Forbidden),
        }
    }
}

impl Storage for BrowserStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.raw()?.get_item(key).map_err(|_| StorageError::Forbidden)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.raw()?.set_item(key, text).map_err(|e| match e.dyn_ref::<DomException>().map(DomException::name) {
            // Browsers name it QuotaExceededError or NS_ERROR_DOM_QUOTA_REACHED.
            Some(name) if name.to_ascii_lowercase().contains("quota") => StorageError::Full,
            _ => StorageError::Forbidden,
        })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.raw()?.remove_item(key).map_err(|_| StorageError::Forbidden)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let storage = self.raw()?;
        let length = storage.length().map_err(|_| StorageError::Forbidden)?;
        Ok((0..length).filter_map(|i| storage.key(i).ok().flatten()).collect())
    }
}
