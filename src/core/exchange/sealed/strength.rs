//! How hard a passphrase is to guess, as an estimate that errs low: what looks like a word counts as a word, however rare.
//!
//! Known estimators bring dictionaries of a megabyte, none of them Japanese. A protected file can be guessed at for years,
//! without anybody noticing; so more is asked for here than for a login.

/// What is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    /// From 0, found at once, to 4, out of reach.
    pub score: u8,
    /// The power of ten of the guesses that it takes.
    pub guesses_log10: u8,
}

/// What people choose first, and rows of keys. All other endings of years and figures are counted by their form.
const KNOWN: &[&str] = &[
    "password",
    "passwort",
    "passphrase",
    "passwd",
    "pass",
    "qwerty",
    "qwertyuiop",
    "asdf",
    "asdfgh",
    "asdfghjkl",
    "zxcv",
    "zxcvbn",
    "zxcvbnm",
    "qazwsx",
    "admin",
    "administrator",
    "root",
    "user",
    "guest",
    "test",
    "login",
    "welcome",
    "letmein",
    "changeme",
    "secret",
    "default",
    "master",
    "dragon",
    "monkey",
    "football",
    "baseball",
    "iloveyou",
    "sunshine",
    "princess",
    "abc",
    "tenken",
    "sakura",
    "japan",
    "tokyo",
    "nippon",
    "himitsu",
    "security",
    "cloud",
    "パスワード",
    "ひみつ",
    "てすと",
    "テスト",
    "点検",
    "秘密",
];

/// What runs of letters are of.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Digit,
    Letter,
    Kana,
    Ideograph,
    Space,
    Other,
}

/// Estimates a passphrase.
#[must_use]
pub fn strength(passphrase: &str) -> Strength {
    let chars: Vec<char> = passphrase.chars().collect();
    let mut seen: Vec<String> = Vec::new();
    let mut bits = 0.0;
    for run in chars.chunk_by(|a, b| kind(*a) == kind(*b)) {
        let text: String = run.iter().flat_map(|c| c.to_lowercase()).collect();
        // Said again, it is one bit of news.
        bits += if seen.contains(&text) { 1.0 } else { of_run(run, &text) };
        seen.push(text);
    }
    let log10 = bits * std::f64::consts::LOG10_2;
    let score = [6.0, 9.0, 12.0, 14.0].iter().filter(|least| log10 >= **least).count();
    Strength { score: score as u8, guesses_log10: log10.min(99.0) as u8 }
}

fn of_run(run: &[char], text: &str) -> f64 {
    let (Some(first), count) = (run.first(), run.len() as f64) else { return 0.0 };
    let kind = kind(*first);
    if KNOWN.contains(&text) {
        return 6.0;
    }
    let steps: Vec<i64> = run.windows(2).map(step).collect();
    let even = steps.iter().all(|s| Some(s) == steps.first()) && steps.first().is_some_and(|s| s.abs() <= 1);
    if run.len() > 2 && even && kind != Kind::Space {
        // aaaa, abcd, 4321: where it begins, which way, and how far.
        return 5.0 + count.log2();
    }
    match kind {
        Kind::Digit if run.len() == 4 && matches!(text.get(..2), Some("19" | "20")) => 7.0,
        // A day, as eight figures.
        Kind::Digit if run.len() == 8 && matches!(text.get(..2), Some("19" | "20")) => 15.0,
        Kind::Digit => count * 10_f64.log2(),
        Kind::Letter => word(count, 26_f64.log2()) + capitals(run),
        Kind::Kana => word(count, 45_f64.log2()),
        Kind::Ideograph => (count * 6.0).min(11.0 + count * 2.0),
        Kind::Space => 1.0,
        Kind::Other => count * 4.0,
    }
}

/// A short run is a word of some thousands; what goes on beyond that, as much as text has in a letter.
fn word(count: f64, letter: f64) -> f64 {
    (count * letter).min(11.0 + (count - 3.0).clamp(0.0, 5.0) / 2.0 + (count - 8.0).max(0.0) * 1.7)
}

/// One bit for a capital in front, or for all; otherwise where they are.
fn capitals(run: &[char]) -> f64 {
    let large = run.iter().filter(|c| c.is_uppercase()).count();
    match large {
        0 => 0.0,
        1 if run.first().is_some_and(|c| c.is_uppercase()) => 1.0,
        _ if large == run.len() => 1.0,
        _ => (run.len() as f64).log2() * large.min(run.len() - large) as f64,
    }
}

fn step(pair: &[char]) -> i64 {
    match pair {
        [a, b] => i64::from(u32::from(*b)) - i64::from(u32::from(*a)),
        _ => 0,
    }
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Digit,
        ' ' | '-' | '_' | '.' | '\u{3000}' => Kind::Space,
        '\u{3040}'..='\u{30ff}' => Kind::Kana,
        '\u{3400}'..='\u{9fff}' => Kind::Ideograph,
        c if c.is_alphabetic() => Kind::Letter,
        _ => Kind::Other,
    }
}
