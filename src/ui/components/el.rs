//! Elements as plain values.
//!
//! `view!` compiles to code of its own for each element with its attributes and children. Pages that show much and
//! ask little, as the catalogue's do, are made of these instead: one kind of element, compiled once.

use std::borrow::Cow;

use leptos::{
    ev,
    html::custom,
    prelude::*,
    svg,
    tachys::html::attribute::{
        any_attribute::{AnyAttribute, IntoAnyAttribute},
        custom::custom_attribute,
    },
};

/// An element with its attributes and children.
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of this tag.
#[must_use]
pub fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), children: Vec::new() }
}

impl El {
    /// Sets its class.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        self.set("class", Cow::Borrowed(class))
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.set(name, value.into())
    }

    fn set(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Sets what happens on a click.
    #[must_use]
    pub fn click(mut self, act: impl Fn() + 'static) -> Self {
        let act: Box<dyn FnMut(ev::MouseEvent)> = Box::new(move |_| act());
        self.attributes.push(leptos::tachys::html::event::on(ev::click, act).into_any_attr());
        self
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.push_text(text.into())
    }

    fn push_text(mut self, text: Cow<'static, str>) -> Self {
        self.children.push(text.into_any());
        self
    }

    /// Adds an element.
    #[must_use]
    pub fn child(self, child: El) -> Self {
        self.view(child.into_view())
    }

    /// Adds elements.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self.children.push(child.into_view());
        }
        self
    }

    /// Adds what another component made.
    #[must_use]
    pub fn view(mut self, view: AnyView) -> Self {
        self.children.push(view);
        self
    }

    /// The element as a view.
    #[must_use]
    pub fn into_view(self) -> AnyView {
        let Self { tag, attributes, children } = self;
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

impl std::fmt::Debug for El {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag)
    }
}
