//! A term with its explanation where it stands.

use leptos::prelude::*;

/// A term; opening it shows the explanation.
#[component]
pub fn Term(
    /// The term.
    #[prop(into)]
    term: String,
    /// What it means.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="term">
            <summary>{term}</summary>
            <div class="term-text">{children()}</div>
        </details>
    }
}
