//! Background tasks, and locks that all tabs share.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use crate::app::ports::{Task, Tasks};

/// The browser's microtasks, idle callbacks and Web Locks.
pub struct BrowserTasks;

impl Tasks for BrowserTasks {
    fn spawn(&self, task: Task<()>) {
        spawn_local(task);
    }

    fn alone(&self, name: &str, task: Task<()>) -> Task<()> {
        let name = name.to_owned();
        Box::pin(async move {
            let task = Rc::new(RefCell::new(Some(task)));
            let within = Rc::clone(&task);
            // The lock is held until the promise that this returns is settled.
            let held: Closure<dyn FnMut(JsValue) -> Promise> = Closure::new(move |_| {
                let task = within.borrow_mut().take();
                future_to_promise(async move {
                    if let Some(task) = task {
                        task.await;
                    }
                    Ok(JsValue::UNDEFINED)
                })
            });
            if let Some(done) = request(&name, held.as_ref().unchecked_ref()) {
                // If the lock is refused the task is still there.
                let _ = JsFuture::from(done).await;
            }
            // Browsers have locks only on pages from https, this machine and files. Elsewhere transactions, and
            // comparing what was written, have to suffice.
            let task = task.borrow_mut().take();
            if let Some(task) = task {
                task.await;
            }
        })
    }

    fn idle(&self) -> Task<()> {
        let idle = Promise::new(&mut |resolve, _| {
            let Some(window) = web_sys::window() else { return };
            // Safari has no idle callbacks. After two frames it has painted.
            let at_most_ms = if window.request_idle_callback(&resolve).is_ok() { 300 } else { 30 };
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, at_most_ms);
        });
        Box::pin(async move {
            let _ = JsFuture::from(idle).await;
        })
    }
}

/// Requests a lock. `web-sys` has it only behind a flag that would apply to the whole build.
fn request(name: &str, held: &Function) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    request.call2(&locks, &name.into(), held).ok()?.dyn_into().ok()
}
