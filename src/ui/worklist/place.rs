//! Where in a list a person is, and what they let through: kept in the address, so that Back and a link restore it.

use crate::core::sorted::put;

/// What stands in the address where no row is chosen.
const NO_ROW: &str = "-";

/// A position in a list with its filters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The key of the chosen row; `None` where nobody chose one.
    pub row: Option<String>,
    /// The options that are let through, each with its filter, in order. A filter without any lets all through.
    pub filters: Vec<(usize, String)>,
    /// What has to stand in a row.
    pub text: String,
    /// The grouping, by its number.
    pub grouping: usize,
    /// The order, by its number.
    pub order: usize,
    /// Whether the chosen row is shown alone, large.
    pub one: bool,
}

impl Place {
    /// Reads what stands behind `?at=`. What it does not know it leaves out.
    #[must_use]
    pub fn parse(at: Option<&str>) -> Self {
        let mut place = Self::default();
        let Some(at) = at else { return place };
        for (name, value) in form_urlencoded::parse(format!("at={at}").as_bytes()) {
            match &*name {
                "at" => place.row = Some(value.into_owned()).filter(|row| row != NO_ROW),
                "q" => place.text = value.into_owned(),
                "group" => place.grouping = value.parse().unwrap_or_default(),
                "order" => place.order = value.parse().unwrap_or_default(),
                "one" => place.one = true,
                name => {
                    if let Some(filter) = name.strip_prefix('f').and_then(|n| n.parse().ok()) {
                        put(&mut place.filters, (filter, value.into_owned()));
                    }
                }
            }
        }
        place
    }

    /// What stands behind `?at=`; nothing for the beginning.
    #[must_use]
    pub fn at(&self) -> Option<String> {
        if *self == Self::default() {
            return None;
        }
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.append_pair("at", self.row.as_deref().unwrap_or(NO_ROW));
        for (filter, option) in &self.filters {
            pairs.append_pair(&format!("f{filter}"), option);
        }
        if !self.text.is_empty() {
            pairs.append_pair("q", &self.text);
        }
        for (name, number) in [("group", self.grouping), ("order", self.order)] {
            if number > 0 {
                pairs.append_pair(name, &number.to_string());
            }
        }
        if self.one {
            pairs.append_pair("one", "1");
        }
        pairs.finish().strip_prefix("at=").map(str::to_owned)
    }

    /// The same with another row.
    #[must_use]
    pub fn with_row(&self, row: &str) -> Self {
        Self { row: Some(row.to_owned()), ..self.clone() }
    }

    /// Lets an option through, or no longer.
    pub fn turn(&mut self, filter: usize, option: &str) {
        if self.lets(filter, option) {
            self.filters.retain(|(of, let_through)| (*of, &**let_through) != (filter, option));
        } else {
            put(&mut self.filters, (filter, option.to_owned()));
        }
    }

    /// Lets one option of a filter through alone; all for an empty one.
    pub fn only(&mut self, filter: usize, option: &str) {
        self.filters.retain(|(of, _)| *of != filter);
        if !option.is_empty() {
            put(&mut self.filters, (filter, option.to_owned()));
        }
    }

    /// The one option that a filter lets through; empty where it lets all through.
    #[must_use]
    pub fn one(&self, filter: usize) -> &str {
        self.of(filter).next().unwrap_or_default()
    }

    /// Whether an option is let through by name.
    #[must_use]
    pub fn lets(&self, filter: usize, option: &str) -> bool {
        self.of(filter).any(|let_through| let_through == option)
    }

    /// The options of a filter that are let through.
    pub fn of(&self, filter: usize) -> impl Iterator<Item = &str> {
        self.filters.iter().filter(move |(of, _)| *of == filter).map(|(_, option)| option.as_str())
    }

    /// Whether something is filtered.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.filters.is_empty() || !self.text.is_empty()
    }
}
