//! Answers by ticking.

use leptos::prelude::*;

use super::{
    Followed,
    el::{El, html},
};
use crate::{
    core::catalog::{Place, Player},
    ui::{i18n::common, wording},
};

/// What can be ticked, in the order of the columns. The last means nobody.
const TICKS: [Option<Player>; 4] = [Some(Player::Own), Some(Player::Partner), Some(Player::User), None];

/// One row of ticks: who does something. Nothing ticked means unanswered. `question` is for assistive technology;
/// `cells` makes them cells of a table.
#[must_use]
pub fn player_ticks(
    question: Followed<String>,
    value: Followed<Option<Vec<Player>>>,
    answer: Callback<Option<Vec<Player>>>,
    cells: bool,
) -> Vec<El> {
    let tick = |player: Option<Player>| {
        let label = tick(
            question,
            player.map_or(common::words().nobody, wording::player),
            move || value.with(|v| has(v.as_deref(), player)),
            move || answer.run(turned(value.get_untracked(), player)),
        );
        if cells { html::td().class("tick").child(label) } else { label.class("tick") }
    };
    TICKS.into_iter().map(tick).collect()
}

/// One row of ticks: where something stands. Nothing ticked means unanswered.
#[must_use]
pub fn place_ticks(
    question: Followed<String>,
    value: Followed<Option<Vec<Place>>>,
    answer: Callback<Option<Vec<Place>>>,
) -> Vec<El> {
    let tick = |place: Place| {
        let turned = move || {
            let mut places = value.get_untracked().unwrap_or_default();
            match places.iter().position(|p| *p == place) {
                Some(at) => drop(places.remove(at)),
                None => places.push(place),
            }
            answer.run((!places.is_empty()).then_some(places));
        };
        let is = move || value.with(|v| v.as_ref().is_some_and(|places| places.contains(&place)));
        tick(question, wording::places(&[place]), is, turned).class("tick")
    };
    Place::ALL.map(tick).into()
}

fn tick(
    question: Followed<String>,
    word: impl Into<String>,
    is: impl Fn() -> bool + Copy + Send + Sync + 'static,
    turn: impl Fn() + 'static,
) -> El {
    let word = word.into();
    let shown = html::span().attr("aria-hidden", "true").class("tick-word").text(word.clone());
    let input = html::input()
        .attr("type", "checkbox")
        .live_attr("aria-label", move || Some(question.with(|q| format!("{q} {word}"))))
        .live_checked(is)
        .on("change", move |_| turn());
    html::label().child(input).child(shown)
}

fn has(answer: Option<&[Player]>, player: Option<Player>) -> bool {
    answer.is_some_and(|players| match player {
        Some(player) => players.contains(&player),
        None => players.is_empty(),
    })
}

/// The answer after a tick was set or taken away.
fn turned(answer: Option<Vec<Player>>, player: Option<Player>) -> Option<Vec<Player>> {
    let had = has(answer.as_deref(), player);
    let Some(player) = player else { return (!had).then(Vec::new) };
    let mut players = answer.unwrap_or_default();
    if had {
        players.retain(|p| *p != player);
    } else {
        players.push(player);
    }
    (!players.is_empty()).then_some(players)
}

/// Yes, no, or unanswered. The group's name is unique on the page.
#[must_use]
pub fn yes_no(name: String, question: String, value: Followed<Option<bool>>, answer: Callback<Option<bool>>) -> El {
    let t = common::words();
    let option = move |(option, word): (Option<bool>, &'static str)| {
        let input = html::input()
            .attr("type", "radio")
            .attr("name", name.clone())
            .live_checked(move || value.get() == option)
            .on("change", move |_| answer.run(option));
        let label = if option.is_none() { html::label().class("open") } else { html::label() };
        label.child(input).child(html::span().text(word))
    };
    let options = [(Some(true), t.yes), (Some(false), t.no), (None, t.unanswered)];
    let group = html::div().class("yes-no").attr("role", "radiogroup").attr("aria-label", question);
    group.children(options.into_iter().map(option))
}
