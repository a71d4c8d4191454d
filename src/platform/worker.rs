//! The worker, by way of the page's script `first/worker.js`.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use crate::{
    app::ports::{Task, Worker, WorkerError},
    core::jobs::Answer,
};

/// A worker of the browser, a new one for each order.
pub struct BrowserWorker;

impl Worker for BrowserWorker {
    fn run(&self, order: Vec<u8>, file: Vec<u8>, progress: Box<dyn Fn(u8)>) -> Task<Result<Answer, WorkerError>> {
        Box::pin(async move {
            let progress = Closure::<dyn Fn(JsValue)>::new(move |percent: JsValue| {
                progress(percent.as_f64().unwrap_or_default() as u8);
            });
            let arguments =
                Array::of3(&Uint8Array::from(order.as_slice()), &Uint8Array::from(file.as_slice()), progress.as_ref());
            let run =
                call("run", &arguments).and_then(JsCast::dyn_into::<Promise>).map_err(|_| WorkerError::NotLoaded)?;
            let answer: Array = JsFuture::from(run).await.map_err(|why| reason(&why))?.unchecked_into();
            let bytes: Uint8Array = answer.get(1).unchecked_into();
            Ok(Answer { text: answer.get(0).as_string().unwrap_or_default(), bytes: bytes.to_vec() })
        })
    }

    fn stop(&self) {
        let _ = call("stop", &Array::new());
    }
}

fn call(method: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let worker = Reflect::get(&js_sys::global(), &"tenkenWorker".into())?;
    Reflect::get(&worker, &method.into())?.dyn_into::<Function>()?.apply(&worker, arguments)
}

fn reason(why: &JsValue) -> WorkerError {
    match why.as_string().as_deref() {
        Some("stopped") => WorkerError::Stopped,
        Some(_) => WorkerError::Broken,
        None => WorkerError::NotLoaded,
    }
}
