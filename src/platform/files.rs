//! Handing a file to the person.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::app::ports::Files;

/// Downloads through a link.
pub struct BrowserFiles;

impl Files for BrowserFiles {
    fn save(&self, name: &str, mime: &str, text: &str) {
        // A browser in which this fails has no files at all; there is nobody to tell.
        let _ = download(name, mime, text);
    }
}

fn download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    if let Some(body) = document.body() {
        body.append_child(&link)?;
        link.click();
        link.remove();
    }
    // The address is not revoked: some browsers read it only after a dialogue. It goes with the page.
    Ok(())
}
