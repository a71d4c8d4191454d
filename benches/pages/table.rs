//! What was measured, beside what it may be.

use std::fmt;

/// Lines as they come, and how many of them were over their bound.
#[derive(Default)]
pub struct Table {
    /// How many figures were over their bound.
    pub over: usize,
}

impl Table {
    /// A figure, its unit, and the most it may be.
    pub fn bound(&mut self, what: impl fmt::Display, measured: f64, unit: &str, most: f64) {
        let over = measured > most;
        self.over += usize::from(over);
        let (measured, most) = (number(measured, unit), number(most, unit));
        println!("{what:<58} {measured:>12} {most:>12}  {}", if over { "OVER" } else { "ok" });
    }

    /// A figure that explains others.
    pub fn note(&self, what: impl fmt::Display, measured: f64, unit: &str) {
        println!("{what:<58} {:>12}", number(measured, unit));
    }

    /// What the following lines are about.
    pub fn head(&self, what: &str) {
        println!("\n{what:<58} {:>12} {:>12}", "measured", "at most");
    }
}

fn number(value: f64, unit: &str) -> String {
    let digits = if unit.is_empty() || value >= 100.0 { 0 } else { 1 };
    if unit == "×" { format!("{value:.2} ×") } else { format!("{value:.digits$} {unit}") }
}

/// The value below which so many of all lie.
pub fn quantile(values: &[f64], part: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let at = (values.len() as f64 * part) as usize;
    values.get(at.min(values.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

/// The middle one.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}
