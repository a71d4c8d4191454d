//! localStorage. It may be forbidden, and then even accessing it throws.

use gloo_storage::{LocalStorage, Storage as _};
use web_sys::{DomException, wasm_bindgen::JsCast};

use crate::app::ports::{Storage, StorageError};

/// The browser's localStorage.
pub struct BrowserStorage;

/// The storage itself, after making sure that accessing it does not throw.
fn raw() -> Result<web_sys::Storage, StorageError> {
    match web_sys::window().map(|w| w.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(StorageError::Forbidden),
    }
}

impl Storage for BrowserStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        raw()?.get_item(key).map_err(|_| StorageError::Forbidden)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        raw()?.set_item(key, text).map_err(|e| match e.dyn_ref::<DomException>().map(DomException::name) {
            // Browsers name it QuotaExceededError or NS_ERROR_DOM_QUOTA_REACHED.
            Some(name) if name.to_ascii_lowercase().contains("quota") => StorageError::Full,
            _ => StorageError::Forbidden,
        })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        raw()?.remove_item(key).map_err(|_| StorageError::Forbidden)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let storage = raw()?;
        let length = storage.length().map_err(|_| StorageError::Forbidden)?;
        Ok((0..length).filter_map(|i| storage.key(i).ok().flatten()).collect())
    }
}
