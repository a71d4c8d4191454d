//! IndexedDB, written with strict durability: a transaction is complete when it is on the disk.

use indexed_db_futures::{
    database::Database,
    error::{DomException, Error, OpenDbError},
    prelude::*,
    transaction::{TransactionDurability, TransactionMode, TransactionOptions},
};

use crate::app::ports::{Change, Durable, StorageError, Task};

/// The name of the database. On `file://` every local page shares one storage, hence the name.
const DATABASE: &str = "tenken";
/// Its only store: texts by key, under the keys of the mirror.
const STORE: &str = "texts";
/// The version of this layout.
const VERSION: u8 = 1;

/// The browser's IndexedDB. It is opened for each use, which takes a millisecond: so nothing is left open that would
/// stop another tab with a later program from changing the layout, or that the browser could have closed meanwhile.
pub struct BrowserDurable;

impl Durable for BrowserDurable {
    fn below(&self, prefix: &str) -> Task<Result<Vec<(String, String)>, StorageError>> {
        // Keys are plain letters; the last character of all comes after them.
        let range = prefix.to_owned()..format!("{prefix}\u{ffff}");
        Box::pin(async move {
            let database = open().await?;
            let transaction = database.transaction(STORE).build().map_err(reason)?;
            let store = transaction.object_store(STORE).map_err(reason)?;
            // Both are requested before either is awaited, and come in the same order.
            let keys = store.get_all_keys::<String>().with_query(range.clone()).primitive().map_err(reason)?;
            let texts = store.get_all::<String>().with_query(range).primitive().map_err(reason)?;
            let keys = keys.await.map_err(reason)?.collect::<Result<Vec<_>, _>>().map_err(reason)?;
            let texts = texts.await.map_err(reason)?.collect::<Result<Vec<_>, _>>().map_err(reason)?;
            Ok(keys.into_iter().zip(texts).collect())
        })
    }

    fn get(&self, keys: Vec<String>) -> Task<Result<Vec<Option<String>>, StorageError>> {
        Box::pin(async move {
            let database = open().await?;
            let transaction = database.transaction(STORE).build().map_err(reason)?;
            let store = transaction.object_store(STORE).map_err(reason)?;
            let mut texts = Vec::new();
            for key in keys {
                texts.push(store.get::<String, _, _>(key).primitive().map_err(reason)?.await.map_err(reason)?);
            }
            Ok(texts)
        })
    }

    fn change(&self, keys: Vec<String>, change: Change) -> Task<Result<(), StorageError>> {
        Box::pin(async move {
            let database = open().await?;
            let mut options = TransactionOptions::new();
            options.set_durability(TransactionDurability::Strict);
            let transaction = database
                .transaction(STORE)
                .with_mode(TransactionMode::Readwrite)
                .with_options(options)
                .build()
                .map_err(reason)?;
            let store = transaction.object_store(STORE).map_err(reason)?;
            let mut stored = Vec::new();
            for key in keys {
                stored.push(store.get::<String, _, _>(key).primitive().map_err(reason)?.await.map_err(reason)?);
            }
            // An error here drops the transaction, which aborts it.
            for (key, text) in change(stored)? {
                match text {
                    Some(text) => {
                        let put = store.put(text).with_key(key).without_key_type();
                        put.primitive().map_err(reason)?.await.map_err(reason)?;
                    }
                    None => store.delete(key).primitive().map_err(reason)?.await.map_err(reason)?,
                }
            }
            transaction.commit().await.map_err(reason)
        })
    }
}

async fn open() -> Result<Database, StorageError> {
    let create = |_, database: Database| {
        if !database.object_store_names().any(|name| name == STORE) {
            database.create_object_store(STORE).build()?;
        }
        Ok(())
    };
    let request = Database::open(DATABASE).with_version(VERSION).with_on_upgrade_needed(create);
    request.await.map_err(|e| match e {
        OpenDbError::Base(error) => match reason(error) {
            StorageError::Full => StorageError::Full,
            _ => StorageError::Forbidden,
        },
        _ => StorageError::Forbidden,
    })
}

fn reason(error: impl Into<Error>) -> StorageError {
    match error.into() {
        Error::DomException(DomException::Other(e)) if e.name() == "QuotaExceededError" => StorageError::Full,
        Error::DomException(_) | Error::Unknown(_) => StorageError::Forbidden,
        // A transaction that ends without a reason ran out of space while it was committed.
        Error::MissingData(_) => StorageError::Full,
        Error::Serialisation(_) => StorageError::NotKept,
    }
}
