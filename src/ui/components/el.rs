//! Elements as plain values.
//!
//! `view!` compiles to code of its own for each element with its attributes and children. Here every element is of one
//! type, compiled once, and no bigger than a pointer: what is left of a page is a few calls.

use std::borrow::Cow;

use leptos::{
    ev,
    html::custom,
    prelude::*,
    tachys::{
        html::{
            attribute::{
                Attribute,
                any_attribute::{AnyAttribute, IntoAnyAttribute},
                custom::custom_attribute,
            },
            class,
            element::Custom,
            event::on,
            node_ref, property,
        },
        hydration::Cursor,
        view::{Position, PositionState, add_attr::AddAnyAttr},
    },
};

use super::live;

/// Where an element can be reached once it is on the page.
pub type Handle = NodeRef<Custom<&'static str>>;

/// An element with its attributes and children.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    make: Make,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// How an element of a namespace becomes a view.
type Make = fn(&'static str, Vec<AnyView>, Vec<AnyAttribute>) -> AnyView;

macro_rules! tags {
    ($($name:ident)*; $make:expr) => {$(
        #[doc = concat!("A new `", stringify!($name), "` element.")]
        #[must_use]
        pub fn $name() -> El {
            El::new(stringify!($name), $make)
        }
    )*};
}

/// Elements of HTML, one function each, so that a tag that does not exist does not compile.
pub mod html {
    use super::El;

    tags! {
        a article aside br button caption datalist dd details dialog div dl dt fieldset form h1 h2 h3 h4 header input
        kbd label legend li main mark nav ol option p section select span strong summary table tbody td
        textarea th thead tr ul;
        super::html_view
    }
}

/// Elements of drawings, which live in a namespace of their own.
pub mod svg {
    use leptos::{prelude::*, svg};

    use super::El;

    macro_rules! drawn {
        ($($name:ident)*) => {$(
            tags! { $name; |_, children, attributes| svg::$name().child(children).add_any_attr(attributes).into_any() }
        )*};
    }

    drawn! { svg rect path text a }
}

fn html_view(tag: &'static str, children: Vec<AnyView>, attributes: Vec<AnyAttribute>) -> AnyView {
    custom(tag).child(children).add_any_attr(attributes).into_any()
}

impl El {
    #[inline(never)]
    fn new(tag: &'static str, make: Make) -> Self {
        Self(Box::new(Parts { tag, make, attributes: Vec::new(), children: Vec::new() }))
    }

    /// Sets its class.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute.
    #[must_use]
    #[inline(never)]
    pub fn attr<T: Into<Cow<'static, str>>>(self, name: &'static str, value: T) -> Self {
        self.set(name, value.into())
    }

    #[inline(never)]
    fn set(self, name: &'static str, value: Cow<'static, str>) -> Self {
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
        self.add(live(text))
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Adds a text.
    #[must_use]
    #[inline(never)]
    pub fn text<T: Into<Cow<'static, str>>>(self, text: T) -> Self {
        self.add(text.into().into_any())
    }

    /// Adds a child: an element, or what another component made.
    #[must_use]
    #[inline(never)]
    pub fn child<V: IntoView + 'static>(self, child: V) -> Self {
        self.add(child.into_any())
    }

    /// Adds children.
    #[must_use]
    pub fn children<V: IntoView + 'static>(self, children: impl IntoIterator<Item = V>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    #[inline(never)]
    fn add(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    /// The element as a view like any other.
    #[must_use]
    #[inline(never)]
    pub fn into_any(self) -> AnyView {
        let Parts { tag, make, attributes, children } = *self.0;
        make(tag, children, attributes)
    }
}

// An element is a view; it is drawn as the view that it makes.
impl Render for El {
    type State = <AnyView as Render>::State;

    fn build(self) -> Self::State {
        self.into_any().build()
    }

    fn rebuild(self, state: &mut Self::State) {
        self.into_any().rebuild(state);
    }
}

impl AddAnyAttr for El {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, attribute: A) -> Self
    where
        Self::Output<A>: RenderHtml,
    {
        self.with(attribute.into_cloneable_owned().into_any_attr())
    }
}

impl RenderHtml for El {
    type AsyncOutput = AnyView;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        self.0.children.iter_mut().for_each(AnyView::dry_resolve);
    }

    async fn resolve(self) -> AnyView {
        self.into_any().resolve().await
    }

    fn to_html_with_buf(
        self,
        buffer: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra: Vec<AnyAttribute>,
    ) {
        self.into_any().to_html_with_buf(buffer, position, escape, mark_branches, extra);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        self.into_any().hydrate::<FROM_SERVER>(cursor, position)
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl std::fmt::Debug for El {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.tag)
    }
}
