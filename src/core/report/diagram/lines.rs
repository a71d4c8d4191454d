//! Texts in drawings, which do not break by themselves.

/// Breaks a text into lines that fit a width. Japanese breaks anywhere, the rest at blanks.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    const WIDE: usize = 13;
    const NARROW: usize = 8;
    let advance = |word: &str| word.chars().map(|c| if c.is_ascii() { NARROW } else { WIDE }).sum::<usize>();
    let mut pieces: Vec<String> = Vec::new();
    for c in text.chars() {
        match pieces.last_mut() {
            Some(last) if c.is_ascii() && last.ends_with(|l: char| l.is_ascii() && l != ' ') => last.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    let mut lines = vec![String::new()];
    for piece in pieces {
        let full = lines.last().is_some_and(|line| advance(line) + advance(piece.trim_end()) > width);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut()
            && !(line.is_empty() && piece == " ")
        {
            line.push_str(&piece);
        }
    }
    lines
}
