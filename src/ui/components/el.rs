//! Elements as plain values.
//!
//! `view!` compiles to code of its own for each element with its attributes and children. Here every element is of one
//! type, compiled once, and no bigger than a pointer: what is left of a page is a few calls.

use std::borrow::Cow;

use leptos::{
    ev,
    html::custom,
    prelude::*,
    svg,
    tachys::html::{
        attribute::{
            any_attribute::{AnyAttribute, IntoAnyAttribute},
            custom::custom_attribute,
        },
        class,
        element::Custom,
        event::on,
        node_ref, property,
    },
};

use super::live;

/// Where an element can be reached once it is on the page.
pub type Handle = NodeRef<Custom<&'static str>>;

/// An element with its attributes and children.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of this tag.
#[must_use]
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// What can be the text of an element, or the value of its attribute.
pub trait Words {
    /// Adds it to the element's children.
    fn add_to(self, el: El) -> El;
    /// Makes it the value of an attribute.
    fn set(self, el: El, name: &'static str) -> El;
}

impl Words for &'static str {
    fn add_to(self, el: El) -> El {
        el.add_str(self)
    }

    fn set(self, el: El, name: &'static str) -> El {
        el.set_str(name, self)
    }
}

impl Words for String {
    fn add_to(self, el: El) -> El {
        el.add_text(Cow::Owned(self))
    }

    fn set(self, el: El, name: &'static str) -> El {
        el.set_text(name, Cow::Owned(self))
    }
}

impl El {
    /// Sets its class.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        self.set_str("class", class)
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Words) -> Self {
        value.set(self, name)
    }

    #[inline(never)]
    fn set_str(self, name: &'static str, value: &'static str) -> Self {
        self.set_text(name, Cow::Borrowed(value))
    }

    #[inline(never)]
    fn set_text(self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// Sets an attribute that follows what it reads; `None` takes it away.
    #[must_use]
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.set_live(name, Box::new(value))
    }

    #[inline(never)]
    fn set_live(self, name: &'static str, value: Box<dyn Fn() -> Option<String> + Send>) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// Sets an attribute that is there or not, as what it reads says.
    #[must_use]
    pub fn live_flag(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.set_live(name, Box::new(move || value().then(String::new)))
    }

    /// Adds a class while what it reads says so.
    #[must_use]
    pub fn live_class(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.set_class(name, Box::new(value))
    }

    #[inline(never)]
    fn set_class(self, name: &'static str, value: Box<dyn Fn() -> bool + Send>) -> Self {
        self.with(class::class((name, move || value())).into_any_attr())
    }

    /// Keeps the value of a field at what it reads.
    #[must_use]
    pub fn live_value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Box<dyn Fn() -> String + Send> = Box::new(value);
        self.set_value(value)
    }

    #[inline(never)]
    fn set_value(self, value: Box<dyn Fn() -> String + Send>) -> Self {
        self.with(property::prop("value", value).into_any_attr())
    }

    /// Keeps a tick at what it reads.
    #[must_use]
    pub fn live_checked(self, value: impl Fn() -> bool + Send + 'static) -> Self {
        let value: Box<dyn Fn() -> bool + Send> = Box::new(value);
        self.set_checked(value)
    }

    #[inline(never)]
    fn set_checked(self, value: Box<dyn Fn() -> bool + Send>) -> Self {
        self.with(property::prop("checked", value).into_any_attr())
    }

    /// Sets what happens on a click.
    #[must_use]
    pub fn click(self, act: impl Fn() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// Sets what happens on an event of this name.
    #[must_use]
    pub fn on(self, event: &'static str, act: impl FnMut(web_sys::Event) + 'static) -> Self {
        self.listen(event, Box::new(act))
    }

    #[inline(never)]
    fn listen(self, event: &'static str, act: Box<dyn FnMut(web_sys::Event)>) -> Self {
        self.with(on(ev::Custom::<web_sys::Event>::new(event), act).into_any_attr())
    }

    /// Makes it reachable once it is on the page.
    #[must_use]
    pub fn handle(self, handle: Handle) -> Self {
        self.with(node_ref::node_ref::<Custom<&'static str>, _>(handle).into_any_attr())
    }

    /// Adds a text that follows what it reads.
    #[must_use]
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.view(live(text))
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, text: impl Words) -> Self {
        text.add_to(self)
    }

    #[inline(never)]
    fn add_str(self, text: &'static str) -> Self {
        self.add_text(Cow::Borrowed(text))
    }

    #[inline(never)]
    fn add_text(self, text: Cow<'static, str>) -> Self {
        self.view(text.into_any())
    }

    /// Adds an element.
    #[must_use]
    #[inline(never)]
    pub fn child(self, child: El) -> Self {
        self.view(child.into_view())
    }

    /// Adds elements.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Adds what another component made.
    #[must_use]
    #[inline(never)]
    pub fn view(mut self, view: AnyView) -> Self {
        self.0.children.push(view);
        self
    }

    /// The element as a view.
    #[must_use]
    #[inline(never)]
    pub fn into_view(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        // Drawings live in a namespace of their own.
        match tag {
            "svg" => svg::svg().child(children).add_any_attr(attributes).into_any(),
            "rect" => svg::rect().child(children).add_any_attr(attributes).into_any(),
            "path" => svg::path().child(children).add_any_attr(attributes).into_any(),
            "text" => svg::text().child(children).add_any_attr(attributes).into_any(),
            "svg:a" => svg::a().child(children).add_any_attr(attributes).into_any(),
            _ => custom(tag).child(children).add_any_attr(attributes).into_any(),
        }
    }
}

impl From<El> for AnyView {
    fn from(element: El) -> Self {
        element.into_view()
    }
}

impl std::fmt::Debug for El {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.tag)
    }
}
