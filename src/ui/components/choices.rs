//! Answers by ticking.

use leptos::prelude::*;

use crate::{
    core::catalog::Player,
    ui::{i18n::common, wording},
};

/// The players that can be ticked, in the order of the columns.
pub const PLAYERS: [Player; 3] = [Player::Own, Player::Partner, Player::User];

/// One row of ticks: who does something. The last tick means nobody; nothing ticked means unanswered.
#[component]
pub fn PlayerTicks(
    /// Which question, for assistive technology.
    #[prop(into)]
    question: String,
    /// The answer.
    #[prop(into)]
    value: Signal<Option<Vec<Player>>>,
    /// Called with the new answer.
    #[prop(into)]
    answer: Callback<Option<Vec<Player>>>,
    /// Whether to make cells of a table.
    #[prop(optional)]
    cells: bool,
) -> impl IntoView {
    let t = common::words();
    let toggle = move |player: Player| {
        let mut players = value.get_untracked().unwrap_or_default();
        match players.iter().position(|p| *p == player) {
            Some(at) => drop(players.remove(at)),
            None => players.push(player),
        }
        answer.run((!players.is_empty()).then_some(players));
    };
    let toggle_nobody = move || {
        let nobody = value.with_untracked(|v| v.as_ref().is_some_and(Vec::is_empty));
        answer.run((!nobody).then(Vec::new));
    };
    let mut ticks: Vec<AnyView> = PLAYERS
        .map(|player| {
            let ticked = Signal::derive(move || value.with(|v| v.as_ref().is_some_and(|v| v.contains(&player))));
            let word = wording::player(player);
            tick(&question, word, ticked, Callback::new(move |()| toggle(player)), cells)
        })
        .into();
    let nobody = Signal::derive(move || value.with(|v| v.as_ref().is_some_and(Vec::is_empty)));
    ticks.push(tick(&question, t.nobody, nobody, Callback::new(move |()| toggle_nobody()), cells));
    ticks
}

fn tick(question: &str, word: &'static str, ticked: Signal<bool>, toggle: Callback<()>, cell: bool) -> AnyView {
    let input = view! {
        <input
            type="checkbox"
            aria-label=format!("{question} {word}")
            prop:checked=Signal::derive(move || ticked.get())
            on:change=move |_| toggle.run(())
        />
    };
    if cell {
        view! {
            <td class="tick">
                <label>{input} <span class="tick-word" aria-hidden="true">{word}</span></label>
            </td>
        }
        .into_any()
    } else {
        view! {
            <label class="tick">{input} <span aria-hidden="true">{word}</span></label>
        }
        .into_any()
    }
}

/// Yes, no, or unanswered.
#[component]
pub fn YesNo(
    /// The group's name: unique on the page.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    question: String,
    /// The answer.
    #[prop(into)]
    value: Signal<Option<bool>>,
    /// Called with the new answer.
    #[prop(into)]
    answer: Callback<Option<bool>>,
) -> impl IntoView {
    let t = common::words();
    let options = [(Some(true), t.yes), (Some(false), t.no), (None, t.unanswered)];
    view! {
        <div class="yes-no" role="radiogroup" aria-label=question>
            {options
                .map(|(option, word)| {
                    view! {
                        <label class:open=option.is_none()>
                            <input
                                type="radio"
                                name=name.clone()
                                prop:checked=Signal::derive(move || value.get() == option)
                                on:change=move |_| answer.run(option)
                            />
                            <span>{word}</span>
                        </label>
                    }
                })
                .collect_view()}
        </div>
    }
}
