//! Mistakes in the annexes: components, patterns, points, ISO/IEC 27002:2013, worked cases.

use crate::lint::{Case, Change};

pub const CASES: &[Case] = &[
    (
        r#"equipment = [{ id = "server", row = 1, name = $T, about = $T }, { id = "roof", row = 9, name = $T, about = $T }]"#,
        "case.toml: equipment server: id: stands twice
case.toml: equipment roof: row: from 1 to 8",
    ),
    (r#"axis = [{ id = "I", name = $T, question = $T }]"#, "case.toml: axis I: id: stands twice"),
    (
        r#"axis = [{ id = "P", name = $T, question = $T, level = [{ id = "huge", name = $T, meaning = $T }] }]"#,
        "case.toml: axis P: id: `P` is none of C, I, A
case.toml: axis P: level huge: `huge` is none of high, middle, low",
    ),
    (
        r#"pattern = [{ id = "7", name = $T, confidentiality = "some", integrity = "high", availability = "low", levels_from = "quoted" }]"#,
        "case.toml: pattern 7: id: `7` is none of 1, 2, 3, 4, 5, 6
case.toml: pattern 7: confidentiality: `some` is none of high, middle, low
case.toml: pattern 7: levels_from: `パターン7` is marked as quoted and does not stand in the summary",
    ),
    (
        r#"point = [{ id = "no-group", annex = 4, group = "club", title = $T, missing = $T }]"#,
        "case.toml: point no-group: group: `club` is none of viewpoint, supply_model, party, fact",
    ),
    (
        r#"point = [{ id = "fact-1", annex = 2, group = "fact", title = $T }]"#,
        "case.toml: point fact-1: id: our own content needs an id with X, which the guideline cannot have
case.toml: point fact-1: annex: from 3 to 8
case.toml: point fact-1: about: missing; a fact says something, or what is not known",
    ),
    (
        r#"iso_chapter = [{ id = "4", title = $T }, { id = "06", title = $T }]"#,
        "case.toml: iso_chapter 4: id: a chapter of ISO/IEC 27002:2013 is a number from 5 to 18
case.toml: iso_chapter 06: id: a chapter of ISO/IEC 27002:2013 is a number from 5 to 18",
    ),
    (
        r#"iso_item = [
          { id = "4.1", title = $T }, { id = "6", title = $T }, { id = "6.0.1", title = $T }, { id = "6.01", title = $T },
          { id = "6.1.1.1", title = $T }, { id = "7.1", title = $T }, { id = "6.9", title = $T, added = true },
        ]"#,
        "case.toml: iso_item 4.1: id: no number of ISO/IEC 27002:2013
case.toml: iso_item 6: id: no number of ISO/IEC 27002:2013
case.toml: iso_item 6.0.1: id: no number of ISO/IEC 27002:2013
case.toml: iso_item 6.01: id: no number of ISO/IEC 27002:2013
case.toml: iso_item 6.1.1.1: id: no number of ISO/IEC 27002:2013
case.toml: iso_item 7.1: id: its chapter is not in the catalogue
case.toml: iso_item 6.9: in_2014: missing; it says how it is known that the guideline of 2014 added it",
    ),
    (
        r#"iso_item = [
          { id = "2022.8.28", title = $T }, { id = "2022.8.35", title = $T },
          { id = "6.8", title = $T, iso2022 = ["5.37", "5.38", "8.28", "4.1", "6.1.1", "8.28"] },
        ]"#,
        "case.toml: iso_item 2022.8.28: id: its chapter is not in the catalogue
case.toml: iso_item 2022.8.35: id: no number of ISO/IEC 27002:2013
case.toml: iso_item 6.8: iso2022: no number of ISO/IEC 27002:2022
case.toml: iso_item 6.8: iso2022: no number of ISO/IEC 27002:2022
case.toml: iso_item 6.8: iso2022: no number of ISO/IEC 27002:2022
case.toml: iso_item 6.8: iso2022: names `8.28` twice",
    ),
    (
        r#"iso_item = [{ id = "6.9", title = $T, annex5 = "198", annex6 = "226–227", annex_from = "quoted" }]"#,
        "case.toml: iso_item 6.9: annex_from: `198ページ` is marked as quoted and does not stand in the summary",
    ),
    (
        r#"
        [[case]]
        id = "case-u"
        name = $T
        about = $T
        story = { ja = "話" }
        shows = $T
        roles = { X-r = ["me"] }
        component = []
        "#,
        "case.toml: case case-u: story.en: missing
case.toml: case case-u: roles.X-r: `me` is none of own, partner, user",
    ),
    (
        r#"
        [[case]]
        id = "case-u"
        name = $T
        about = $T
        story = $T
        shows = $T
        roles = { X-nobody = ["own"] }
        component = [{ kind = "X-thing", name = $T, procured = ["own"] }]
        "#,
        "case.toml: case case-u: id: our own content needs an id with X, which the guideline cannot have
case.toml: case case-u: roles: `X-nobody` is no known entry
case.toml: case case-u: component.kind: `X-thing` is no known entry
case.toml: case case-u: roles: `X-r` is left open
case.toml: case case-u: absent: `X-c` is neither there nor a component
case.toml: case case-u: component[0].operated: is left open
case.toml: case case-u: component[0].maintained: is left open
case.toml: case case-u: component[0].place: is left open
case.toml: case case-u: data: `X-d` is not answered",
    ),
];

pub const CHANGES: &[Change] = &[
    (
        r#"{ id = "high", name = $T, meaning = $T }, { id = "low", name = $T, meaning = $T }] }"#,
        r#"{ id = "low", name = $T, meaning = $T }, { id = "high", name = $T, meaning = $T }] }"#,
        "base.toml: axis C: level: at least one, from high to low, none twice",
    ),
    (
        r#"{ id = "2", name = $T, confidentiality = "high", integrity = "high", availability = "middle" }"#,
        r#"{ id = "2", name = $T, confidentiality = "middle", integrity = "high", availability = "middle" }"#,
        "base.toml: pattern 2: axis C has no such level",
    ),
    (
        r#"{ id = "6", name = $T, confidentiality = "low", integrity = "high", availability = "low" }"#,
        r#"{ id = "6", name = $T, confidentiality = "low", integrity = "high", availability = "middle" }"#,
        "base.toml: pattern 6: has the same levels as 5",
    ),
    (
        r#"{ id = "5", name = $T, confidentiality = "low", integrity = "high", availability = "middle" },
  { id = "6", name = $T, confidentiality = "low", integrity = "high", availability = "low" }"#,
        r#"{ id = "6", name = $T, confidentiality = "low", integrity = "high", availability = "low" },
  { id = "5", name = $T, confidentiality = "low", integrity = "high", availability = "middle" }"#,
        "base.toml: pattern 5: id: the patterns stand in the order of their numbers",
    ),
    (
        r#"  { id = "6", name = $T, confidentiality = "low", integrity = "high", availability = "low" },"#,
        "",
        ": pattern 6: missing",
    ),
    (
        r#"iso27002 = ["6.1", "18.2.3"]"#,
        r#"iso27002 = ["6.1.1"]"#,
        "base.toml: control II.2.1.1: iso27002: `6.1.1` is no known entry",
    ),
];
