//! The program beside the page: it does one piece of work and answers.

use js_sys::{Array, Uint8Array};
use tenken::worker;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    // Only a worker that is being ended cannot post.
    let post = move |message: &JsValue| drop(page.post_message(message));
    let ready = post.clone();
    let work = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let [order, file] = [0, 1].map(|at| message.get(at).unchecked_into::<Uint8Array>().to_vec());
        let progress = |percent: u8| post(&percent.into());
        let answer = worker::answer(&order, &file, &progress);
        post(&Array::of2(&answer.text.into(), &Uint8Array::from(answer.bytes.as_slice())));
    });
    scope.set_onmessage(Some(work.as_ref().unchecked_ref()));
    work.forget();
    ready(&"ready".into());
}
