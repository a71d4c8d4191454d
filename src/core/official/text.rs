//! Characters alike whatever their width, and lines put together as Japanese is: without blanks.

/// A character as it is compared: full-width ASCII, blanks and kinds of dots as one.
pub(super) fn plain(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\t' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '｡' => '。',
        '｢' => '「',
        '｣' => '」',
        _ => c,
    }
}

/// The text without blanks, widths alike: what two texts have to share to say the same.
pub(super) fn bare(text: &str) -> String {
    text.chars().map(plain).filter(|c| !c.is_whitespace()).collect()
}

/// Whether a character is one of those between which Japanese has no blank.
fn wide(c: char) -> bool {
    c as u32 >= 0x2e80
}

/// Puts the next line behind a text. Between letters of the Latin alphabet stands a blank, else none.
pub(super) fn join(text: &mut String, next: &str) {
    let next = tidy(next);
    if let (Some(last), Some(first)) = (text.chars().next_back(), next.chars().next())
        && last.is_ascii_graphic()
        && first.is_ascii_graphic()
        && (last.is_ascii_alphabetic() || last == ',')
        && first.is_ascii_alphanumeric()
    {
        text.push(' ');
    }
    text.push_str(&next);
}

/// The text without blanks at its ends and between Japanese characters; others are one.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let apart = match (out.chars().next_back(), word.chars().next()) {
            (Some(last), Some(first)) => !wide(last) && !wide(first),
            _ => false,
        };
        if apart {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a text ends as a sentence does.
pub(super) fn ends(text: &str) -> bool {
    text.ends_with(['。', '｡'])
}

/// A text without blanks before it, also full-width ones.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}
