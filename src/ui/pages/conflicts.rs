//! Disagreements: both values, and a button to choose.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::assessment::{Field, Path},
    ui::components::{live, memo},
    ui::{field_names, i18n::conflicts as words},
};

/// The page.
#[component]
pub fn Conflicts() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let conflicts = memo(move || {
        session.assessment.with(|a| {
            let all = a.iter().flat_map(|a| a.conflicts());
            all.map(|(p, f)| (p.clone(), f.clone())).collect::<Vec<(Path, Field)>>()
        })
    });
    view! {
        <h1 id="title" tabindex="-1">{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {live(move || {
            let all = conflicts.get();
            if all.is_empty() {
                view! { <p class="empty">{t.empty}</p> }.into_any()
            } else {
                all.into_iter().map(|(path, field)| view! { <Conflict path=path field=field /> }).collect_view().into_any()
            }
        })}
    }
}

#[component]
fn Conflict(path: Path, field: Field) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let catalog = session.catalog();
    let name = session.model.with_untracked(|m| field_names::name(catalog, m, &path));
    let rows = field.heads().iter().rev().map(|(stamp, head)| {
        let shown = field_names::value(catalog, &path, head.value.as_ref());
        let (path, value) = (path.clone(), head.value.clone());
        let by = if head.by.is_empty() { t.unknown_person.to_owned() } else { head.by.clone() };
        let choose = move |_| session.app.decide(&session.id(), &path, value.clone());
        view! {
            <tr>
                <td>{shown}</td>
                <td>{by}</td>
                <td>{session.app.show_time(stamp.ms())}</td>
                <td>
                    <button type="button" class="secondary" on:click=choose>{t.choose}</button>
                </td>
            </tr>
        }
    });
    view! {
        <section class="box">
            <h2>{name}</h2>
            <table class="plain">
                <thead>
                    <tr>
                        <th scope="col">{t.value}</th>
                        <th scope="col">{t.who}</th>
                        <th scope="col">{t.when}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}
