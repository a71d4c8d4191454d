//! Mistakes between entries: ids, references, conditions that decide nothing, entries that nothing leads to.

use crate::lint::{Case, Change};

/// A text that says the same at length.
macro_rules! thirteen_times {
    ($text:literal) => {
        concat!($text, $text, $text, $text, $text, $text, $text, $text, $text, $text, $text, $text, $text)
    };
}

pub const CASES: &[Case] = &[
    (r#"role = [{ id = "X-r", kind = "execution", name = $T, about = $T }]"#, "case.toml: role X-r: id: stands twice"),
    (
        r#"role = [{ id = "X r/7", kind = "execution", name = $T, about = $T }]"#,
        "case.toml: role X r/7: id: letters, digits, `-` and `.` only, at most 40, a letter or digit first
base.toml: case X-case-t: roles: `X r/7` is left open",
    ),
    (
        r#"role = [{ id = "..X", kind = "execution", name = $T, about = $T }]"#,
        "case.toml: role ..X: id: letters, digits, `-` and `.` only, at most 40, a letter or digit first
base.toml: case X-case-t: roles: `..X` is left open",
    ),
    (
        r#"role = [{ id = "X-2345678901234567890123456789012345678901", kind = "execution", name = $T, about = $T }]"#,
        "case.toml: role X-2345678901234567890123456789012345678901: id: \
         letters, digits, `-` and `.` only, at most 40, a letter or digit first
base.toml: case X-case-t: roles: `X-2345678901234567890123456789012345678901` is left open",
    ),
    (
        r#"data = [{ id = "secret", name = $T, about = $T, question = $T }]"#,
        "case.toml: data secret: id: our own content needs an id with X, which the guideline cannot have
base.toml: case X-case-t: data: `secret` is not answered",
    ),
    (
        r#"component = [{ id = "X-q", from = "quoted", layer = "site", name = { ja = "引用された題", en = "t" }, about = $T }]"#,
        "case.toml: component X-q: id: a quoted entry must not have an id of ours
base.toml: case X-case-t: absent: `X-q` is neither there nor a component",
    ),
    (
        r#"countermeasure = [{ id = "XA-1", extends = true, action = [{ id = "XA-2.1", text = $T }, { id = "XA-1.1", text = $T }] }]"#,
        "case.toml: action XA-2.1: id: an action of XA-1 is called XA-1.…
case.toml: action XA-1.1: id: stands twice",
    ),
    (
        r#"
        [[type]]
        id = "X-u"
        name = $T
        about = $T
        roles = { X-nobody = ["own"] }
        component = [{ kind = "X-c", name = $T, roles = ["X-none"] }, { kind = "X-thing", name = $T }]
        absent = ["X-c", "X-less", "X-c"]
        data = { X-nil = true }
        "#,
        "case.toml: type X-u: absent: names `X-c` twice
case.toml: type X-u: roles: `X-nobody` is no known entry
case.toml: type X-u: component.roles: `X-none` is no known entry
case.toml: type X-u: absent: `X-c` is also among the components
case.toml: type X-u: component.kind: `X-thing` is no known entry
case.toml: type X-u: absent: `X-less` is no known entry
case.toml: type X-u: data: `X-nil` is no known entry",
    ),
    (
        r#"component = [{ id = "X-k", layer = "site", name = $T, about = $T, roles = ["X-s"] }]"#,
        "case.toml: component X-k: roles: `X-s` is no known entry
base.toml: case X-case-t: absent: `X-k` is neither there nor a component",
    ),
    (
        r#"
        [[risk]]
        id = "X-r-A2"
        role = "X-s"
        viewpoint = "A"
        title = $T
        each = ["X-c", "X-k", "X-c"]
        when = { all = [
          { role = "X-p" }, { component = "X-l", carries = "X-m" }, { data = "X-e" }, { component = "this", procured = ["user"] },
        ] }
        countermeasures = ["XA-1", "XA-2", "XA-1"]
        "#,
        "case.toml: risk X-r-A2: role: `X-s` is no known entry
case.toml: risk X-r-A2: each: `X-k` is no known entry
case.toml: risk X-r-A2: each: names `X-c` twice
case.toml: risk X-r-A2: countermeasures: `XA-2` is no known entry
case.toml: risk X-r-A2: countermeasures: names `XA-1` twice
case.toml: risk X-r-A2: when: `X-p` is no known entry
case.toml: risk X-r-A2: when: `X-l` is no known entry
case.toml: risk X-r-A2: when: `X-m` is no known entry
case.toml: risk X-r-A2: when: `X-e` is no known entry",
    ),
    (
        r#"
        [[risk]]
        id = "X-r-A2"
        role = "X-r"
        viewpoint = "A"
        title = $T
        when = { component = "this", procured = ["user"] }
        countermeasures = []
        "#,
        "case.toml: risk X-r-A2: countermeasures: at least one is needed
case.toml: risk X-r-A2: when: `this` is only known where `each` lists kinds of component",
    ),
    (
        r#"
        [[risk]]
        id = "X-r-A2"
        role = "X-r"
        viewpoint = "A"
        title = { ja = "同じ題", en = "one" }
        when = { all = [{ role = "X-r", by = ["user"] }, { not = { role = "X-r" } }] }
        countermeasures = ["XA-1"]

        [[risk]]
        id = "X-r-A3"
        role = "X-r"
        viewpoint = "A"
        title = { ja = "同じ題", en = "another" }
        when = { any = [
          { component = "X-c" }, { not = { component = "X-c", procured = ["own"], operated = ["own"], carries = "X-r" } },
        ] }
        countermeasures = ["XA-1"]
        "#,
        "case.toml: risk X-r-A2: when: no model can make it true
case.toml: risk X-r-A3: when: no model can make it false
case.toml: risk X-r-A3: title.ja: is the same as that of X-r-A2",
    ),
    (
        r#"
        [[risk]]
        id = "X-r-A2"
        role = "X-r"
        viewpoint = "A"
        title = $T
        when = { any = [
          { role = "X-r", by = ["own"] }, { role = "X-r", by = ["own"], shared = true }, { role = "X-r", by = ["user"] },
          { role = "X-r", by = ["partner"] }, { role = "X-r", by = ["partner", "user"] }, { role = "X-r", shared = true },
          { component = "X-c" }, { component = "X-c", carries = "X-r" }, { component = "X-c", procured = ["own"] },
          { component = "X-c", procured = ["user"] }, { component = "X-c", procured = ["partner"] },
          { component = "X-c", operated = ["own"] }, { component = "X-c", operated = ["user"] },
          { component = "X-c", operated = ["partner"] }, { component = "X-c", maintained = ["own"] },
          { component = "X-c", maintained = ["user"] }, { data = "X-d" },
        ] }
        countermeasures = ["XA-1"]
        "#,
        "case.toml: risk X-r-A2: when: more than 16 different parts; split the risk",
    ),
    (
        concat!(
            r#"
        [[risk]]
        id = "X-r-A2"
        role = "X-r"
        viewpoint = "A"
        title = $T
        when = { all = [{ data = "X-d" }, { not = { data = "X-d" } }, "#,
            thirteen_times!(
                r#"
          { role = "X-r", by = ["own"] }, { role = "X-r", by = ["user"] }, { role = "X-r", by = ["partner"] },
          { role = "X-r", by = ["partner", "user"] }, { role = "X-r", shared = true },
          { component = "X-c" }, { component = "X-c", carries = "X-r" }, { component = "X-c", procured = ["own"] },
          { component = "X-c", procured = ["user"] }, { component = "X-c", procured = ["partner"] },
          { component = "X-c", operated = ["own"] }, { component = "X-c", operated = ["user"] },
          { component = "X-c", operated = ["partner"] }, { component = "X-c", maintained = ["own"] },
          { component = "X-c", maintained = ["user"] },"#
            ),
            r#"
        ] }
        countermeasures = ["XA-1"]
        "#
        ),
        "case.toml: risk X-r-A2: when: too complicated to be checked; split the risk",
    ),
    (
        r#"
        [[countermeasure]]
        id = "XA-2"
        viewpoint = "A"
        title = $T
        controls = ["II.9.9.9"]
        references = ["EN303645:5.14", "EN303645:5.03", "IoTSG:0", "OWASP-IoT:4", "8259A:luck", "RFC:1", "none"]
        "#,
        "case.toml: countermeasure XA-2: no risk leads to it
case.toml: countermeasure XA-2: action: at least one is needed
case.toml: countermeasure XA-2: statement: missing; only the guideline's own may be absent
case.toml: countermeasure XA-2: controls: `II.9.9.9` is no known entry
case.toml: countermeasure XA-2: references: `EN303645:5.14` is no known reference
case.toml: countermeasure XA-2: references: `EN303645:5.03` is no known reference
case.toml: countermeasure XA-2: references: `IoTSG:0` is no known reference
case.toml: countermeasure XA-2: references: `OWASP-IoT:4` is no known reference
case.toml: countermeasure XA-2: references: `8259A:luck` is no known reference
case.toml: countermeasure XA-2: references: `RFC:1` is no known reference
case.toml: countermeasure XA-2: references: `none` is no known reference",
    ),
    (
        r#"
        [[control]]
        id = "IV.1.1.1"
        class = "basic"
        title = $T
        statement = $T
        why = $T
        components = ["roof", "server", "server"]
        related = ["IV.1.1.1", "II.9.9.9"]
        iso27002 = ["6.1", "18.1.3", "6.1"]
        best_practice = [{ mark = "i", text = $T }, { mark = "i", text = $T }]
        "#,
        "case.toml: control IV.1.1.1: related: names itself
case.toml: control IV.1.1.1: related: `II.9.9.9` is no known entry
case.toml: control IV.1.1.1: best_practice: names `i` twice
case.toml: control IV.1.1.1: iso27002: `18.1.3` is no known entry
case.toml: control IV.1.1.1: iso27002: names `6.1` twice
case.toml: control IV.1.1.1: components: `roof` is no known entry
case.toml: control IV.1.1.1: components: names `server` twice
case.toml: control IV.1.1.1: id: its section is not in the catalogue",
    ),
];

pub const CHANGES: &[Change] = &[
    (
        "[[control.item]]\nid = \"b\"",
        "[[control.item]]\nid = \"a\"",
        "base.toml: control II.2.1.1: item: names `a` twice",
    ),
    (
        r#"{ id = "cold", ja = "低温", en = "cold" }"#,
        r#"{ id = "cold", ja = "低温", en = "cold" }, { id = "hot", ja = "熱い", en = "hot again" }"#,
        "base.toml: control II.2.1.1: item b.options: names `hot` twice",
    ),
];
