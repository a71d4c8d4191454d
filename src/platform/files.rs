//! Saving files.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DomException, HtmlAnchorElement, Url, Window};

use crate::app::ports::{Delivery, Files, Task};

/// Asks for a place where the browser can do that, and downloads through a link where it cannot.
pub struct BrowserFiles;

impl Files for BrowserFiles {
    fn save(&self, name: &str, mime: &str, content: &[u8], ask: bool) -> Task<Delivery> {
        // At once: the browser allows it only in response to a click or a key.
        let place = ask.then(|| ask_for_place(name)).flatten();
        let (name, mime, content) = (name.to_owned(), mime.to_owned(), Uint8Array::from(content));
        Box::pin(async move {
            let Some(place) = place else { return download(&name, &mime, &content) };
            match JsFuture::from(place).await {
                Ok(file) => match write(&file, &content).await {
                    Ok(()) => Delivery::Written,
                    Err(_) => Delivery::Failed,
                },
                Err(e) if e.dyn_ref::<DomException>().is_some_and(|e| e.name() == "AbortError") => Delivery::Declined,
                // A policy forbids it, or the click is too long ago.
                Err(_) => download(&name, &mime, &content),
            }
        })
    }
}

/// Chromium's file picker, which reports when the file is written. `web-sys` has it only behind a flag that would apply
/// to the whole build.
fn ask_for_place(name: &str) -> Option<Promise> {
    let window: Window = web_sys::window()?;
    let picker: Function = Reflect::get(&window, &"showSaveFilePicker".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into()).ok()?;
    picker.call1(&window, &options).ok()?.dyn_into().ok()
}

async fn write(file: &JsValue, content: &Uint8Array) -> Result<(), JsValue> {
    let stream = call(file, "createWritable", &[]).await?;
    call(&stream, "write", &[content.into()]).await?;
    call(&stream, "close", &[]).await?;
    Ok(())
}

/// Calls a method that returns a promise.
async fn call(of: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &method.into())?.dyn_into()?;
    let promise: Promise = method.apply(of, &arguments.iter().collect::<Array>())?.dyn_into()?;
    JsFuture::from(promise).await
}

fn download(name: &str, mime: &str, content: &Uint8Array) -> Delivery {
    if start_download(name, mime, content).is_ok() { Delivery::Started } else { Delivery::Failed }
}

fn start_download(name: &str, mime: &str, content: &Uint8Array) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(content), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    body.append_child(&link)?;
    link.click();
    link.remove();
    // The URL is not revoked: some browsers read it only after a dialogue. It is freed with the page.
    Ok(())
}
