//! A control of Part II or III.

use leptos::prelude::*;

use super::{Head, Links, value};
use crate::{
    app::AppState,
    core::catalog::{Control, ControlClass, EvaluationItem},
    ui::{
        components::{Badge, TextView},
        i18n::{catalog as words, fill, pick},
        route::EntryKind,
    },
};

/// The entry.
#[component]
pub fn ControlEntry(entry: &'static Control) -> impl IntoView {
    let t = words::words();
    let catalog = expect_context::<AppState>().catalog();
    let class = match entry.class {
        ControlClass::Basic => t.basic,
        ControlClass::Recommended => t.recommended,
    };
    let related = entry.related.into_iter().filter_map(|id| catalog.control(id.0)).map(|c| (c.id.0, c.title)).collect();
    let measures = catalog.countermeasures.into_iter().filter(|m| m.controls.contains(&entry.id));
    let measures = measures.map(|m| (m.id.0, m.title)).collect();
    view! {
        <Head id=entry.id.0 title=entry.title />
        <dl class="facts">
            <dt>{t.id}</dt>
            <dd>{entry.id.0} " " <Badge from=entry.id_from /></dd>
            <dt>{t.class}</dt>
            <dd>"【" {class} "】 " <Badge from=entry.class_from /></dd>
        </dl>
        <h2>{t.statement}</h2>
        <p class="statement"><TextView text=entry.statement /></p>
        {entry.why.map(|why| view! { <h2>{t.why}</h2> <p><TextView text=why /></p> })}
        {(!entry.best_practices.is_empty())
            .then(|| {
                let items = entry
                    .best_practices
                    .into_iter()
                    .map(|b| view! { <li><span class="id">{b.mark} "."</span> " " <TextView text=b.text /></li> });
                view! {
                    <h2>{t.best_practices}</h2>
                    <ol class="marked">{items.collect_view()}</ol>
                }
            })}
        {(!entry.evidence.is_empty())
            .then(|| {
                let items = entry.evidence.into_iter().map(|e| view! { <li><TextView text=*e /></li> });
                view! {
                    <h2>{t.evidence}</h2>
                    <ul>{items.collect_view()}</ul>
                }
            })}
        {(!entry.items.is_empty())
            .then(|| {
                view! {
                    <h2>{t.items}</h2>
                    {entry.items.into_iter().map(|i| view! { <Item item=i /> }).collect_view()}
                }
            })}
        {entry.items_note.map(|note| view! { <p class="about"><TextView text=note /></p> })}
        <h2>{t.iso}</h2>
        <p>
            {entry.iso.numbers.iter().copied().collect::<Vec<_>>().join(", ")} " " <Badge from=entry.iso.from />
        </p>
        {entry
            .iso
            .annex5
            .zip(entry.iso.annex6)
            .map(|(five, six)| {
                view! { <p>{fill(t.annex_pages, &[&five, &six])} " " <Badge from=entry.iso.annex_from /></p> }
            })}
        <Links title=t.related kind=EntryKind::Control items=related />
        <Links title=t.named_by kind=EntryKind::Measure items=measures />
    }
}

#[component]
fn Item(item: &'static EvaluationItem) -> impl IntoView {
    let t = words::words();
    let rows = item.values.into_iter().enumerate().map(|(i, v)| {
        view! {
            <tr>
                <th scope="row">{fill(t.pattern, &[&(i + 1)])}</th>
                <td>{value::reference(item, v)}</td>
                <td><Badge from=v.from /></td>
            </tr>
        }
    });
    view! {
        <table class="plain values">
            <caption>{item.id} ". " <TextView text=item.name /></caption>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        {item.note.map(|note| view! { <p class="about">{pick(&note)}</p> })}
    }
}
