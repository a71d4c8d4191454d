//! The program beside the page: it does one piece of work and answers.

use js_sys::{Array, Uint8Array};
use tenken::worker;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let (page, source) = (scope.clone(), scope.clone());
    // Only a worker that is being ended cannot post.
    let post = move |message: &JsValue| drop(page.post_message(message));
    let ready = post.clone();
    let work = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let [order, file] = [0, 1].map(|at| message.get(at).unchecked_into::<Uint8Array>().to_vec());
        let progress = |percent: u8| post(&percent.into());
        let random = || {
            let mut bytes = [0; 32];
            let crypto = source.crypto().expect("every browser that has workers");
            crypto.get_random_values_with_u8_array(&mut bytes).expect("32 bytes");
            bytes
        };
        let answer = worker::answer(&order, &file, &progress, &random);
        post(&Array::of2(&answer.text.into(), &Uint8Array::from(answer.bytes.as_slice())));
    });
    scope.set_onmessage(Some(work.as_ref().unchecked_ref()));
    work.forget();
    ready(&"ready".into());
}
