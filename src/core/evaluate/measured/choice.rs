//! A choice, typed: from a file of another program, say. On screens people choose.

use super::{AskBack, Measured, tokens};
use crate::core::catalog::{ChoiceOption, search::folded};

/// Between these, an option names what is as good as the whole of it.
const PARTS: [&str; 6] = ["又は", " or ", "(", ")", "/", "等"];

/// Reads an option by its name in either language or its id, or by a part of a name that no other option has: that
/// before or in brackets, or that before or after “or”.
pub(super) fn read(text: &str, options: &'static [ChoiceOption]) -> Result<Measured, AskBack> {
    let plain = |text: &str| folded(text).replace(' ', "");
    let typed = plain(text);
    let names = |o: &ChoiceOption| [plain(o.name.ja()), plain(o.name.en()), plain(o.id)];
    if let Some(option) = options.iter().find(|o| names(o).contains(&typed)) {
        return Ok(Measured::Chosen(option.id));
    }
    let has_part = |name: &str| {
        let mut parts = vec![folded(name)];
        for between in PARTS {
            parts = parts.iter().flat_map(|part| part.split(between)).map(str::to_owned).collect();
        }
        parts.iter().any(|part| plain(part) == typed)
    };
    let mut fitting = options.iter().filter(|o| has_part(o.name.ja()) || has_part(o.name.en()));
    if let (Some(option), None, false) = (fitting.next(), fitting.next(), typed.is_empty()) {
        return Ok(Measured::Chosen(option.id));
    }
    // What says a time without a break, or that nothing is done, in other words than the option.
    let id = match tokens::tokens(text).unwrap_or_default().as_slice() {
        [one] if one.token == tokens::Token::Always => "always",
        [one] if one.token == tokens::Token::NotDone => "none",
        _ => return Err(AskBack::Option),
    };
    match options.iter().find(|o| o.id == id) {
        Some(option) => Ok(Measured::Chosen(option.id)),
        None if id == "none" => Ok(Measured::NotDone),
        None => Err(AskBack::Option),
    }
}
