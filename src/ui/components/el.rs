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
            element::Custom,
            event::on,
            node_ref, property,
        },
        hydration::Cursor,
        renderer::{
            Rndr,
            types::{Element, Node},
        },
        view::{Mountable, Position, PositionState, add_attr::AddAnyAttr, any_view::AnyViewState},
    },
};

use wasm_bindgen::JsValue;

use super::{
    call::{Call, Hear},
    live,
};

/// Where an element can be reached once it is on the page.
pub type Handle = NodeRef<Custom<&'static str>>;

/// An element with its attributes and children.
pub struct El(Box<Parts>);

/// An attribute that follows nothing, with its value.
type Plain = (&'static str, Cow<'static, str>);

struct Parts {
    tag: &'static str,
    namespace: Option<&'static str>,
    plain: Vec<Plain>,
    /// Those that follow what they read, and what listens.
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

macro_rules! tags {
    ($namespace:expr; $($name:ident)*) => {$(
        #[doc = concat!("A new `", stringify!($name), "` element.")]
        #[must_use]
        #[inline(never)]
        pub fn $name() -> El {
            El::new(stringify!($name), $namespace)
        }
    )*};
}

/// Elements of HTML, one function each, so that a tag that does not exist does not compile.
pub mod html {
    use super::El;

    tags! {
        None;
        a article aside br button caption datalist dd details dialog div dl dt fieldset form h1 h2 h3 h4 header input
        kbd label legend li main mark nav ol option p progress section select span strong summary table tbody td
        textarea th thead tr ul
    }
}

/// Elements of drawings, which live in a namespace of their own.
pub mod svg {
    use super::El;

    tags! { Some("http://www.w3.org/2000/svg"); svg rect path text a }
}

impl El {
    /// A new element of this tag, for what is an element before it comes to a page.
    #[must_use]
    #[inline(never)]
    pub fn new(tag: &'static str, namespace: Option<&'static str>) -> Self {
        Self(Box::new(Parts { tag, namespace, plain: Vec::new(), attributes: Vec::new(), children: Vec::new() }))
    }

    /// Sets its class.
    #[must_use]
    #[inline(never)]
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
    fn set(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.0.plain.push((name, value));
        self
    }

    /// Sets an attribute that follows what it reads; `None` takes it away.
    #[must_use]
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.set_live(name, Box::new(value))
    }

    #[inline(never)]
    fn set_live(self, name: &'static str, value: Box<dyn Call<Option<String>> + Send>) -> Self {
        self.with(custom_attribute(name, move || value.call()).into_any_attr())
    }

    /// Sets an attribute that is there or not, as what it reads says.
    #[must_use]
    pub fn live_flag(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.set_live(name, Box::new(move || value().then(String::new)))
    }

    /// Sets its class, with another one while what it reads says so.
    #[must_use]
    pub fn live_class(
        self,
        class: &'static str,
        also: &'static str,
        value: impl Fn() -> bool + Send + 'static,
    ) -> Self {
        self.set_live(
            "class",
            Box::new(move || Some(if value() { format!("{class} {also}") } else { class.to_owned() })),
        )
    }

    /// Keeps the value of a field at what it reads.
    #[must_use]
    pub fn live_value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.set_property("value", Box::new(move || value().into()))
    }

    /// Keeps a tick at what it reads.
    #[must_use]
    pub fn live_checked(self, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.set_property("checked", Box::new(move || value().into()))
    }

    #[inline(never)]
    fn set_property(self, name: &'static str, value: Box<dyn Call<JsValue> + Send>) -> Self {
        self.with(property::prop(name, move || value.call()).into_any_attr())
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
    fn listen(self, event: &'static str, mut act: Box<dyn Hear>) -> Self {
        self.with(on(ev::Custom::<web_sys::Event>::new(event), move |event| act.hear(event)).into_any_attr())
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
}

/// An element on the page.
pub struct OnPage {
    tag: &'static str,
    element: Element,
    plain: Vec<Plain>,
    attributes: <Vec<AnyAttribute> as Attribute>::State,
    children: Vec<AnyViewState>,
}

// An element is a view. Its children are all that it has, so unlike in a list of Leptos's own, which may stand among
// others, no comment on the page has to mark where they end: that would be two for every element.
impl Render for El {
    type State = OnPage;

    fn build(self) -> OnPage {
        let Parts { tag, namespace, plain, attributes, children } = *self.0;
        let element = Rndr::create_element(tag, namespace);
        plain.iter().for_each(|(name, value)| Rndr::set_attribute(&element, name, value));
        let attributes = attributes.build(&element);
        let children = children.into_iter().map(|child| append(child, &element)).collect();
        OnPage { tag, element, plain, attributes, children }
    }

    fn rebuild(self, on_page: &mut OnPage) {
        if self.0.tag != on_page.tag {
            let mut new = self.build();
            on_page.insert_before_this(&mut new);
            on_page.unmount();
            *on_page = new;
            return;
        }
        let OnPage { element, plain, attributes, children, .. } = on_page;
        // Leptos takes all attributes off before it sets them again. To a field that is typed into, its type is no small
        // thing: a browser then forgets that something was typed, and tells nobody when it is left.
        let new = self.0.plain;
        for (name, _) in plain.iter().filter(|(name, _)| new.iter().all(|(kept, _)| kept != name)) {
            Rndr::remove_attribute(element, name);
        }
        for (name, value) in new.iter().filter(|one| !plain.contains(one)) {
            // A radio button that comes to another group would take the choice from whichever has it there. Whether it is
            // chosen itself is set below.
            if *name == "name" {
                Rndr::set_property(element, "checked", &JsValue::FALSE);
            }
            Rndr::set_attribute(element, name, value);
        }
        *plain = new;
        self.0.attributes.rebuild(attributes);
        let mut new = self.0.children.into_iter();
        let mut common = 0;
        for (old, new) in children.iter_mut().zip(&mut new) {
            new.rebuild(old);
            common += 1;
        }
        children.drain(common..).for_each(|mut gone| gone.unmount());
        children.extend(new.map(|child| append(child, element)));
    }
}

fn append(child: AnyView, to: &Element) -> AnyViewState {
    let mut child = child.build();
    child.mount(to, None);
    child
}

impl Mountable for OnPage {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &Element, before: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, before);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
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

// Text is made by Leptos's own elements; only tests ask for it.
impl El {
    fn standard(self) -> AnyView {
        let Parts { tag, plain, attributes, children, .. } = *self.0;
        let plain = plain.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr());
        let all: Vec<AnyAttribute> = plain.chain(attributes).collect();
        custom(tag).child(children).add_any_attr(all).into_any()
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
        self.standard().resolve().await
    }

    fn to_html_with_buf(
        self,
        buffer: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra: Vec<AnyAttribute>,
    ) {
        self.standard().to_html_with_buf(buffer, position, escape, mark_branches, extra);
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> OnPage {
        // Nothing comes from a server.
        self.build()
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
