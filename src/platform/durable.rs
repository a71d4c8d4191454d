//! IndexedDB, written with strict durability: a transaction is complete when it is on the disk.
//!
//! A crate that does this for any kind of value brings its own listeners, builders and errors: 12 kB of what is loaded.

use std::future::Future;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use crate::app::ports::{Change, Durable, StorageError, Task};

/// The name of the database. On `file://` every local page shares one storage, hence the name.
const DATABASE: &str = "tenken";
/// Its only store: texts by key, under the keys of the mirror.
const STORE: &str = "texts";
/// The version of this layout.
const VERSION: u32 = 1;

/// The browser's IndexedDB. It is opened for each use, which takes a millisecond: so nothing is left open that would
/// stop another tab with a later program from changing the layout, or that the browser could have closed meanwhile.
pub struct BrowserDurable;

impl Durable for BrowserDurable {
    fn below(&self, prefix: &str) -> Task<Result<Vec<(String, String)>, StorageError>> {
        // Keys are plain letters; the last character of all comes after them.
        let (from, to) = (prefix.to_owned(), format!("{prefix}\u{ffff}"));
        Box::pin(async move {
            let database = open().await?;
            let store = store(&begin(&database, "readonly")?)?;
            let range = IdbKeyRange::bound(&from.into(), &to.into()).map_err(thrown)?;
            // Both are requested before either is awaited, and come in the same order.
            let keys = answer(store.get_all_keys_with_key(&range).map_err(thrown)?);
            let texts = answer(store.get_all_with_key(&range).map_err(thrown)?);
            let (keys, texts) = (all(&keys.await?)?, all(&texts.await?)?);
            Ok(keys.into_iter().zip(texts).collect())
        })
    }

    fn get(&self, keys: Vec<String>) -> Task<Result<Vec<Option<String>>, StorageError>> {
        Box::pin(async move {
            let database = open().await?;
            read(&store(&begin(&database, "readonly")?)?, keys).await
        })
    }

    fn change(&self, keys: Vec<String>, change: Change) -> Task<Result<(), StorageError>> {
        Box::pin(async move {
            let database = open().await?;
            let transaction = begin(&database, "readwrite")?;
            let complete = settled(|resolve, reject| {
                transaction.set_oncomplete(Some(resolve));
                transaction.set_onabort(Some(reject));
            });
            if let Err(error) = write(&store(&transaction)?, keys, change).await {
                // It may be over already.
                let _ = transaction.abort();
                return Err(error);
            }
            complete.await.map_err(|_| reason(transaction.error()))?;
            Ok(())
        })
    }
}

/// A database that is open, and closed as soon as nobody uses it.
struct Open(IdbDatabase);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.close();
    }
}

async fn open() -> Result<Open, StorageError> {
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok()?).ok_or(StorageError::Forbidden)?;
    let request = factory.open_with_u32(DATABASE, VERSION).map_err(|_| StorageError::Forbidden)?;
    let new = request.clone();
    // Of the first version that is so only where there was none. An error here ends the request with an error.
    let create = Closure::once(move || -> Result<(), JsValue> {
        let database: IdbDatabase = new.result()?.dyn_into()?;
        database.create_object_store(STORE).map(drop)
    });
    request.set_onupgradeneeded(Some(create.as_ref().unchecked_ref()));
    match answer(request.into()).await {
        Ok(database) => database.dyn_into().map(Open).map_err(|_| StorageError::Forbidden),
        Err(StorageError::Full) => Err(StorageError::Full),
        Err(_) => Err(StorageError::Forbidden),
    }
}

/// Begins a transaction. `web-sys` has its durability only behind a flag that would apply to the whole build.
fn begin(database: &Open, mode: &str) -> Result<IdbTransaction, StorageError> {
    let begin = || -> Result<JsValue, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let transaction: Function = Reflect::get(&database.0, &"transaction".into())?.dyn_into()?;
        transaction.call3(&database.0, &STORE.into(), &mode.into(), &options)
    };
    begin().and_then(JsCast::dyn_into).map_err(thrown)
}

fn store(transaction: &IdbTransaction) -> Result<IdbObjectStore, StorageError> {
    transaction.object_store(STORE).map_err(thrown)
}

async fn read(store: &IdbObjectStore, keys: Vec<String>) -> Result<Vec<Option<String>>, StorageError> {
    let mut texts = Vec::new();
    for key in keys {
        let found = answer(store.get(&key.into()).map_err(thrown)?).await?;
        texts.push(if found.is_undefined() { None } else { Some(text(&found)?) });
    }
    Ok(texts)
}

async fn write(store: &IdbObjectStore, keys: Vec<String>, change: Change) -> Result<(), StorageError> {
    for (key, text) in change(read(store, keys).await?)? {
        let request = match text {
            Some(text) => store.put_with_key(&text.into(), &key.into()),
            None => store.delete(&key.into()),
        };
        answer(request.map_err(thrown)?).await?;
    }
    Ok(())
}

fn all(found: &JsValue) -> Result<Vec<String>, StorageError> {
    Array::from(found).iter().map(|one| text(&one)).collect()
}

fn text(found: &JsValue) -> Result<String, StorageError> {
    found.as_string().ok_or(StorageError::NotKept)
}

/// What a request gives. It is listened to at once, also where the answer is awaited later.
fn answer(request: IdbRequest) -> impl Future<Output = Result<JsValue, StorageError>> {
    let given = settled(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
    });
    async move {
        match given.await {
            Ok(_) => request.result().map_err(thrown),
            Err(_) => Err(reason(request.error().ok().flatten())),
        }
    }
}

/// Ends as soon as the one or the other of two listeners is called.
fn settled(mut listen: impl FnMut(&Function, &Function)) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, reject| listen(&resolve, &reject)))
}

fn thrown(error: JsValue) -> StorageError {
    error.dyn_into().map_or(StorageError::Forbidden, |error| reason(Some(error)))
}

/// Why something failed. A transaction that ends without a reason ran out of space while it was committed.
fn reason(error: Option<DomException>) -> StorageError {
    match error {
        Some(error) if error.name() != "QuotaExceededError" => StorageError::Forbidden,
        _ => StorageError::Full,
    }
}
