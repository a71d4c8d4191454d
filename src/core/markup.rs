//! Elements of a page as plain data, and how they are written as HTML.

/// An element with its attributes, and in it a text or other elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub tag: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// The text in it.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Self>,
}

impl Element {
    /// A new element with a text in it.
    #[must_use]
    #[inline(never)]
    pub fn new(tag: &'static str, text: &str) -> Self {
        Self { tag, attributes: Vec::new(), text: text.to_owned(), children: Vec::new() }
    }

    /// Sets an attribute.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// Puts an element into it.
    #[inline(never)]
    pub fn add(&mut self, child: Self) {
        self.children.push(child);
    }

    /// Puts an element into it.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.add(child);
        self
    }

    /// Writes it as HTML. No text in it becomes markup.
    pub fn write(&self, to: &mut String) {
        to.push('<');
        to.push_str(self.tag);
        for (name, value) in &self.attributes {
            to.push(' ');
            to.push_str(name);
            to.push_str("=\"");
            escape(to, value);
            to.push('"');
        }
        to.push('>');
        escape(to, &self.text);
        for child in &self.children {
            child.write(to);
        }
        to.push_str("</");
        to.push_str(self.tag);
        to.push_str(">\n");
    }
}

/// Writes a text so that it stands in HTML as itself.
pub fn escape(to: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            other => to.push(other),
        }
    }
}
