//! Mistakes within one entry: texts, provenances, words, values, conditions.

use crate::lint::{Case, Change};

pub const CASES: &[Case] = &[
    (r#"edition = { id = "f", published = "2019-01", name = $T }"#, "case.toml: edition: stands twice"),
    (r#"player = [{ id = "own", name = $T, about = $T }]"#, "case.toml: player own: id: stands twice"),
    (r#"viewpoint = [{ id = "D", name = $T, about = $T }]"#, "case.toml: viewpoint D: id: `D` is none of A, B, C"),
    (
        r#"player = [{ id = "nobody", name = $T }]"#,
        "case.toml: player nobody: about.ja: missing
case.toml: player nobody: about.en: missing
case.toml: player nobody: id: `nobody` is none of own, partner, user",
    ),
    (
        r#"source = [{ id = "2", title = $T, url = "ftp://example.com/" }]"#,
        "case.toml: source 2: url: `ftp://example.com/` is no web address",
    ),
    (
        r#"source = [{ id = "02", title = $T, url = "https://example.com/" }]"#,
        "case.toml: source 02: id: `02` is no number",
    ),
    (
        r#"passage = [{ starts = "どこにもない", title = $T }]"#,
        "case.toml: passage `どこにもない`: starts: does not stand in the summary",
    ),
    (r#"section = [{ id = "II.3", title = { ja = "題" } }]"#, "case.toml: section II.3: title.en: missing"),
    (
        r#"section = [{ id = "II.3", title = { ja = " ", en = "a title\n" } }]"#,
        "case.toml: section II.3: title.ja: missing
case.toml: section II.3: title.en: has white space at its start or end",
    ),
    (
        r#"section = [{ id = "II.3", title = { ja = "これは二十文字を超える長さで概要に立つ一つの文です", en = "a sentence" } }]"#,
        "case.toml: section II.3: title.ja: stands word for word in the summary, yet is not `quoted`",
    ),
    (
        r#"section = [{ id = "II.3", title = { ja = "概要にない題", en = "a title", from = "quoted" } }]"#,
        "case.toml: section II.3: title: `概要にない題` is marked as quoted and does not stand in the summary",
    ),
    (
        r#"section = [{ id = "II.3", from = "guess", title = $T }]"#,
        "case.toml: section II.3: title: `guess` is no provenance; \
         expected quoted, cited:SOURCE, unverified:PER-CENT or original",
    ),
    (
        r#"section = [{ id = "II.3", from = "unverified:100", title = $T }]"#,
        "case.toml: section II.3: title: `unverified:100` is no provenance; \
         expected quoted, cited:SOURCE, unverified:PER-CENT or original",
    ),
    (
        r#"section = [{ id = "II.3", from = "cited:", title = $T }]"#,
        "case.toml: section II.3: title: `cited:` is no provenance; \
         expected quoted, cited:SOURCE, unverified:PER-CENT or original",
    ),
    (
        r#"section = [{ id = "II.3", from = "cited:RFC", title = $T }]"#,
        "case.toml: section II.3: title: `cited:RFC` is no provenance; \
         expected quoted, cited:SOURCE, unverified:PER-CENT or original",
    ),
    (
        r#"section = [{ id = "II.3", from = "cited:9", title = $T }]"#,
        "case.toml: section II.3: title: source `9` is no known entry",
    ),
    (
        r#"role = [{ id = "X-s", kind = "both", name = $T, about = $T }]"#,
        "case.toml: role X-s: kind: `both` is none of environment, execution",
    ),
    (
        r#"component = [{ id = "X-k", layer = "sky", name = $T, about = $T }]"#,
        "case.toml: component X-k: layer: `sky` is none of site, network, cloud, client, operation",
    ),
    (
        r#"
        [[type]]
        id = "X-u"
        name = $T
        about = $T
        roles = { X-r = ["me"] }
        component = [{ kind = "X-c", name = $T, operated = ["you"] }]
        "#,
        "case.toml: type X-u: roles.X-r: `me` is none of own, partner, user
case.toml: type X-u: component[0].operated: `you` is none of own, partner, user",
    ),
    (
        r#"
        [[countermeasure]]
        id = "XA-2"
        action = [{ id = "XA-2.1", text = { ja = "している", en = "" } }]
        "#,
        "case.toml: countermeasure XA-2: viewpoint: `` is none of A, B, C
case.toml: countermeasure XA-2: title.ja: missing
case.toml: countermeasure XA-2: title.en: missing
case.toml: countermeasure XA-2: action XA-2.1.en: missing",
    ),
    (
        r#"countermeasure = [{ id = "XA-1", extends = true, statement = $T }]"#,
        "case.toml: countermeasure XA-1: statement: an extension only adds; it cannot change this",
    ),
    (
        r#"countermeasure = [{ id = "XA-9", extends = true }]"#,
        "case.toml: countermeasure XA-9: extends: there is no countermeasure of this id to extend",
    ),
    (
        r#"
        [[risk]]
        id = "X-r-A2"
        role = "X-r"
        viewpoint = "A"
        title = $T
        when = { all = [{ any = [] }, { all = [] }, { not = {} }, { role = "X-r", data = "X-d" }, { data = "X-d", by = ["own"] }] }
        countermeasures = ["A-1", "A-7"]
        assignment_from = "quoted"
        "#,
        "case.toml: risk X-r-A2: when.all[0]: `any` is empty
case.toml: risk X-r-A2: when.all[1]: `all` is empty
case.toml: risk X-r-A2: when.all[2].not: a condition is one of `all`, `any`, `not`, `role` (with `by`, `shared`), \
`component` (with `procured`, `operated`, `maintained`, `place`, `carries`) or `data`
case.toml: risk X-r-A2: when.all[3]: a condition is one of `all`, `any`, `not`, `role` (with `by`, `shared`), \
`component` (with `procured`, `operated`, `maintained`, `place`, `carries`) or `data`
case.toml: risk X-r-A2: when.all[4]: a condition is one of `all`, `any`, `not`, `role` (with `by`, `shared`), \
`component` (with `procured`, `operated`, `maintained`, `place`, `carries`) or `data`
case.toml: risk X-r-A2: assignment_from: `A-7` is marked as quoted and does not stand in the summary",
    ),
    (
        r#"
        [[risk]]
        id = "X-r-A2"
        role = "X-r"
        viewpoint = "A"
        title = $T
        when = { any = [{ role = "X-r", by = [] }, { component = "X-c", procured = ["thief"] }] }
        countermeasures = ["XA-1"]
        "#,
        "case.toml: risk X-r-A2: when.any[0].by: empty; leave it out, or negate the rest
case.toml: risk X-r-A2: when.any[1].procured: `thief` is none of own, partner, user",
    ),
];

pub const CHANGES: &[Change] = &[
    (
        r#"edition = { id = "e", published = "2018-07", name = $T }"#,
        "",
        ": edition: missing; exactly one file says which edition the catalogue is of",
    ),
    (r#"{ id = "C", name = $T, about = $T }"#, "", ": viewpoint C: missing"),
    (r#"class = "basic""#, r#"class = "good""#, "base.toml: control II.2.1.1: class: `good` is none of basic, recommended"),
    (
        "[[control]]\nid = \"II.2.1.1\"",
        "[[control]]\nid = \"II.2.1.7\"",
        "base.toml: control II.2.1.7: id_from: `II. 2. 1. 7.` is marked as quoted and does not stand in the summary
base.toml: control II.2.1.7: class_from: `II. 2. 1. 7.` is marked as quoted and does not stand in the summary",
    ),
    (
        r#"measure = "interval""#,
        r#"measure = "speed""#,
        "base.toml: control II.2.1.1: item a.measure: `speed` is none of \
         interval, limit, duration, retention, after-service, percent, generations, choice",
    ),
    (
        r#"values = ["<= 5 min *", "#,
        "values = [",
        "base.toml: control II.2.1.1: item a.values: a value for each of the six patterns is needed, or `-`
base.toml: control II.2.1.1: item a.values_from: one provenance for all values, or one for each",
    ),
    (
        r#""<= 2.5 h", "-", "?", ">= 1 y", "<= 3 mo""#,
        r#""5 min", "<= 5", "<= 1.2345 h", "often", "<= 5 %""#,
        "base.toml: control II.2.1.1: item a.values[1]: `5 min` is no value; expected `-`, `?`, an option, or `<=` or `>=`, a number and a unit
base.toml: control II.2.1.1: item a.values[2]: `<= 5` is no value; expected `-`, `?`, an option, or `<=` or `>=`, a number and a unit
base.toml: control II.2.1.1: item a.values[3]: `<= 1.2345 h` is no value; expected `-`, `?`, an option, or `<=` or `>=`, a number and a unit
base.toml: control II.2.1.1: item a.values[4]: `often` is no value; expected `-`, `?`, an option, or `<=` or `>=`, a number and a unit
base.toml: control II.2.1.1: item a.values[5]: `<= 5 %` does not fit; the unit is one of s min h d week mo y",
    ),
    (
        r#"values = ["hot *", "cold","#,
        r#"values = ["warm *", "<= 5 h","#,
        "base.toml: control II.2.1.1: item b.values[0]: `warm` is none of the item's options (hot, cold)
base.toml: control II.2.1.1: item b.values[1]: `<= 5 h` is none of the item's options (hot, cold)",
    ),
    (
        r#"["cited:1", "unverified:80","#,
        r#"["cited:7", "unverified:0","#,
        "base.toml: control II.2.1.1: item a.values[1].from: `unverified:0` is no provenance; \
         expected quoted, cited:SOURCE, unverified:PER-CENT or original
base.toml: control II.2.1.1: item a.values[0].from: source `7` is no known entry",
    ),
];
