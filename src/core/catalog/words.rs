//! Words and numbers as they stand in the files and in packs, and back.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

use super::{fault::Fault, types::*};

/// A table of words with what they stand for.
pub type Words<T> = &'static [(&'static str, T)];

/// Viewpoints.
pub const VIEWPOINTS: Words<Viewpoint> = &[("A", Viewpoint::A), ("B", Viewpoint::B), ("C", Viewpoint::C)];
/// Players.
pub const PLAYERS: Words<Player> = &[("own", Player::Own), ("partner", Player::Partner), ("user", Player::User)];
/// Kinds of role.
pub const ROLE_KINDS: Words<RoleKind> = &[("environment", RoleKind::Environment), ("execution", RoleKind::Execution)];
/// Layers.
pub const LAYERS: Words<Layer> = &[
    ("site", Layer::Site),
    ("network", Layer::Network),
    ("cloud", Layer::Cloud),
    ("client", Layer::Client),
    ("operation", Layer::Operation),
];
/// Classes of control.
pub const CLASSES: Words<ControlClass> = &[("basic", ControlClass::Basic), ("recommended", ControlClass::Recommended)];
/// Properties of information.
pub const AXES: Words<Axis> = &[("C", Axis::Confidentiality), ("I", Axis::Integrity), ("A", Axis::Availability)];
/// How much of a property is demanded.
pub const GRADES: Words<Grade> = &[("high", Grade::High), ("middle", Grade::Middle), ("low", Grade::Low)];
/// Numbers of patterns.
pub const PATTERNS: Words<PatternId> = &[
    ("1", PatternId(1)),
    ("2", PatternId(2)),
    ("3", PatternId(3)),
    ("4", PatternId(4)),
    ("5", PatternId(5)),
    ("6", PatternId(6)),
];
/// What a point of an annex is.
pub const POINT_GROUPS: Words<PointGroup> = &[
    ("viewpoint", PointGroup::Viewpoint),
    ("supply_model", PointGroup::SupplyModel),
    ("party", PointGroup::Party),
    ("fact", PointGroup::Fact),
];
/// What is measured.
pub const MEASURES: Words<Measure> = &[
    ("interval", Measure::Interval),
    ("limit", Measure::Limit),
    ("duration", Measure::Duration),
    ("retention", Measure::Retention),
    ("after-service", Measure::AfterService),
    ("percent", Measure::Share),
    ("generations", Measure::Count),
    ("choice", Measure::Choice),
];
/// Units of reference values.
pub const UNITS: Words<Unit> = &[
    ("min", Unit::Minutes),
    ("h", Unit::Hours),
    ("d", Unit::Days),
    ("week", Unit::Weeks),
    ("mo", Unit::Months),
    ("y", Unit::Years),
    ("%", Unit::Percent),
    ("gen", Unit::Generations),
];

/// The units that fit a measure.
pub fn units_of(measure: Measure) -> Vec<&'static str> {
    let fits = |unit: &Unit| match measure {
        Measure::Choice => false,
        Measure::Share => *unit == Unit::Percent,
        Measure::Count => *unit == Unit::Generations,
        _ => !matches!(unit, Unit::Percent | Unit::Generations),
    };
    UNITS.iter().filter(|(_, u)| fits(u)).map(|(w, _)| *w).collect()
}

/// A string that lives as long as the program, as catalogues do.
#[must_use]
pub fn leak(s: &str) -> &'static str {
    Box::leak(s.to_owned().into_boxed_str())
}

/// A list that lives as long as the program.
#[must_use]
pub fn list<T>(v: Vec<T>) -> List<T> {
    List(Box::leak(v.into_boxed_slice()))
}

/// Ids that live as long as the program.
#[must_use]
pub fn ids<T>(words: &[String], id: impl Fn(&'static str) -> T) -> List<T> {
    list(words.iter().map(|w| id(leak(w))).collect())
}

/// A level as written, without the mark for especially necessary.
pub fn parse_level(text: &str) -> Option<Level> {
    match text {
        "-" => return Some(Level::NoValue),
        "?" => return Some(Level::Unknown),
        _ => {}
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let level: fn(Quantity) -> Level = match words.as_slice() {
        ["<=", ..] => Level::AtMost,
        [">=", ..] => Level::AtLeast,
        [word] if word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {
            return Some(Level::Chosen(leak(word)));
        }
        _ => return None,
    };
    let [_, number, word] = words.as_slice() else { return None };
    let unit = UNITS.iter().find(|(w, _)| w == word)?.1;
    Some(level(Quantity { milli: parse_milli(number)?, unit }))
}

/// A reference value as written, `<= 5 min *`, and whether it is especially necessary.
///
/// # Errors
/// If it is none, or does not fit what is measured.
pub fn parse_value(text: &str, measure: Measure, options: &[&str]) -> Result<(Level, bool), Fault> {
    let (bare, must) = match text.strip_suffix('*') {
        Some(v) => (v.trim_end(), true),
        None => (text, false),
    };
    let level = parse_level(bare).ok_or_else(|| Fault::NoValue(text.to_owned()))?;
    fits(level, measure, options).map(|()| (level, must))
}

/// Whether a level fits what is measured.
///
/// # Errors
/// Says why it does not.
pub fn fits(level: Level, measure: Measure, options: &[&str]) -> Result<(), Fault> {
    let choice = measure == Measure::Choice;
    let written = || write_value(&ReferenceValue { level, must: false, from: Provenance::Original });
    match level {
        Level::NoValue | Level::Unknown => Ok(()),
        Level::Chosen(o) if choice && options.contains(&o) => Ok(()),
        Level::Chosen(o) => Err(Fault::NoOption(o.to_owned())),
        Level::AtMost(_) | Level::AtLeast(_) if choice => Err(Fault::QuantityOfChoice(written())),
        Level::AtMost(q) | Level::AtLeast(q) => {
            let expected = units_of(measure);
            if expected.contains(&word_of(UNITS, &q.unit)) {
                Ok(())
            } else {
                Err(Fault::Unit { value: written(), expected })
            }
        }
    }
}

/// A word that is none of a table's.
#[must_use]
pub fn none_of<T>(word: &str, words: Words<T>) -> Fault {
    Fault::NoneOf { word: word.to_owned(), expected: words.iter().map(|(w, _)| *w).collect() }
}

/// A decimal number with at most three decimals, in thousandths.
fn parse_milli(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_digit());
    if whole.len() > 12 || fraction.len() > 3 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let fraction: u64 = format!("{fraction:0<3}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(1000)?.checked_add(fraction)
}

/// The word for a value of a table.
#[must_use]
pub fn word_of<T: PartialEq>(words: Words<T>, value: &T) -> &'static str {
    words.iter().find(|(_, v)| v == value).map_or("", |(word, _)| word)
}

/// A reference value as it is written, with its mark for especially necessary.
#[must_use]
pub fn write_value(value: &ReferenceValue) -> String {
    let mut text = match value.level {
        Level::NoValue => "-".to_owned(),
        Level::Unknown => "?".to_owned(),
        Level::Chosen(option) => option.to_owned(),
        Level::AtMost(q) => ["<= ", &write_quantity(q)].concat(),
        Level::AtLeast(q) => [">= ", &write_quantity(q)].concat(),
    };
    if value.must {
        text.push_str(" *");
    }
    text
}

fn write_quantity(q: Quantity) -> String {
    [&write_milli(q.milli), " ", word_of(UNITS, &q.unit)].concat()
}

/// Thousandths as a decimal number without needless zeros.
#[must_use]
pub fn write_milli(milli: u64) -> String {
    let whole = (milli / 1000).to_string();
    match milli % 1000 {
        0 => whole,
        part => format!("{whole}.{part:03}").trim_end_matches('0').to_owned(),
    }
}

/// Players by their words, `own partner`.
#[must_use]
pub fn write_players(players: &[Player]) -> String {
    let words: Vec<&str> = players.iter().map(|p| word_of(PLAYERS, p)).collect();
    words.join(" ")
}

/// A condition as JSON of the same shape that the files use.
#[must_use]
pub fn write_condition(condition: &Condition) -> String {
    let parts = |word: &str, parts: &[Condition]| {
        let parts: Vec<String> = parts.iter().map(write_condition).collect();
        ["{\"", word, "\":[", &parts.join(","), "]}"].concat()
    };
    let pair = |key: &str, value: &str| ["\"", key, "\":\"", value, "\""].concat();
    let asked = |key: &str, players: &[Player]| {
        let words: Vec<String> = players.iter().map(|p| ["\"", word_of(PLAYERS, p), "\""].concat()).collect();
        (!words.is_empty()).then(|| ["\"", key, "\":[", &words.join(","), "]"].concat())
    };
    let keys: Vec<Option<String>> = match condition {
        Condition::All(all) => return parts("all", all),
        Condition::Any(any) => return parts("any", any),
        Condition::Not(one) => {
            return ["{\"not\":", &one.first().map(write_condition).unwrap_or_default(), "}"].concat();
        }
        Condition::Occurs(data) => vec![Some(pair("data", data.0))],
        Condition::Played { role, by, shared } => {
            vec![Some(pair("role", role.0)), asked("by", by), shared.then(|| "\"shared\":true".to_owned())]
        }
        Condition::Has { which, procured, operated, maintained, carries } => {
            let which = match which {
                Which::This => "this",
                Which::Kind(kind) => kind.0,
            };
            vec![
                Some(pair("component", which)),
                asked("procured", procured),
                asked("operated", operated),
                asked("maintained", maintained),
                carries.map(|role| pair("carries", role.0)),
            ]
        }
    };
    let keys: Vec<String> = keys.into_iter().flatten().collect();
    ["{", &keys.join(","), "}"].concat()
}
