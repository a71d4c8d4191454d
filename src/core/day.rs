//! Days as people write them: `2026/12/1`, `R8.12.1`, `１２月１日`, `来月末`.

use std::{fmt, str::FromStr};

use super::language::Language;

/// A day of the calendar in use. Written `2026-12-01`, as the document keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDay;

impl Day {
    /// A day that there is, of the years 1900 to 9999.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let real = (1900..=9999).contains(&year) && day >= 1 && day <= last_of(year, month)?;
        real.then_some(Self { year, month, day })
    }

    /// The day as it is printed: 2026年12月1日 in Japanese.
    #[must_use]
    pub fn write(self, language: Language) -> String {
        match language {
            Language::Ja => format!("{}年{}月{}日", self.year, self.month, self.day),
            Language::En => self.to_string(),
        }
    }

    /// The last day of the month that comes so many months later.
    fn end_of_month(self, later: u8) -> Option<Self> {
        let months = u16::from(self.month - 1) + u16::from(later);
        let (year, month) = (self.year + months / 12, (months % 12 + 1) as u8);
        Self::new(year, month, last_of(year, month)?)
    }

    fn next(self) -> Option<Self> {
        let [year, month, day] = [self.year, self.month.into(), self.day.into()];
        let tomorrow = [(year, month, day + 1), (year, month + 1, 1), (year + 1, 1, 1)];
        tomorrow.into_iter().find_map(|(y, m, d)| Self::new(y, m as u8, d as u8))
    }

    /// Reads a day as people write it. Of a day without a year the next one is meant; `None` where it is no day, or could
    /// be several.
    #[must_use]
    pub fn read(text: &str, today: Self) -> Option<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
        match text.as_str() {
            "今日" | "本日" | "today" => return Some(today),
            "明日" | "tomorrow" => return today.next(),
            "月末" | "今月末" | "endofmonth" | "endofthismonth" => return today.end_of_month(0),
            "来月末" | "翌月末" | "endofnextmonth" => return today.end_of_month(1),
            "再来月末" | "翌々月末" => return today.end_of_month(2),
            "年末" | "今年末" | "endofyear" | "endofthisyear" => return Self::new(today.year, 12, 31),
            "年度末" | "今年度末" => return coming(3, 31, today),
            _ => {}
        }
        if let Some(month) = text.strip_suffix("月末") {
            let month = month.parse().ok()?;
            return coming(month, last_of(today.year, month)?, today);
        }
        let reiwa = text.strip_prefix("令和").or_else(|| text.strip_prefix('r'));
        let numbers = numbers(reiwa.unwrap_or(&text))?;
        match (reiwa.is_some(), numbers.as_slice()) {
            (true, [year @ 1..=99, month, day]) => Self::new(year + 2018, *month as u8, *day as u8),
            (false, [year, month, day]) => Self::new(*year, *month as u8, *day as u8),
            (false, [month, day]) => coming(*month as u8, *day as u8, today),
            _ => None,
        }
    }
}

/// Full-width letters, digits and signs as narrow ones, and small letters.
fn narrow(c: char) -> char {
    let narrow = match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '元' => '1',
        other => other,
    };
    narrow.to_ascii_lowercase()
}

/// The numbers of a date between its signs. No more than four digits each, so that none is cut off.
fn numbers(text: &str) -> Option<Vec<u16>> {
    let text = text.strip_suffix('日').unwrap_or(text);
    let number = |part: &str| (part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok());
    let parts: Option<Vec<u16>> = text.split(['/', '.', '-', '年', '月']).map(|part| number(part).flatten()).collect();
    // A month or day over 255 is none, and must not become one by losing bits.
    parts.filter(|parts| parts.iter().rev().take(2).all(|n| *n <= 31))
}

/// The next such day, today included.
fn coming(month: u8, day: u8, today: Day) -> Option<Day> {
    let years = today.year..=today.year + 8;
    years.filter_map(|year| Day::new(year, month, day)).find(|day| *day >= today)
}

fn last_of(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        let whole = numbers(text).filter(|_| text.len() == 10);
        match whole.as_deref() {
            Some([year, month, day]) => Self::new(*year, *month as u8, *day as u8).ok_or(NoDay),
            _ => Err(NoDay),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
