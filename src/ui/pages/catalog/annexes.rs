//! The annexes: check-lists, patterns and components, points, ISO numbers, the table of Part IV, survey and cases.

use super::{
    control, figure,
    parts::{Body, anchor, fact, with_badge},
    value,
};
use crate::{
    core::catalog::{
        Axis, AxisEntry, Catalog, Control, EntryKind, EvaluationItem, Grade, IsoChapter, IsoItem, Layer, Pattern,
        Point, Provenance, Role, RoleKind,
    },
    ui::{
        browser,
        components::{
            badge, button,
            el::{El, html},
            folded, mark, table_head,
        },
        i18n::{catalog as words, common, fill, pick},
        wording,
    },
};

/// What an annex holds beside its own text.
pub fn annex(catalog: &'static Catalog, id: &str, body: &mut Body) {
    match id {
        "Annex1" => check_list(catalog, "II.", body),
        "Annex2" => check_list(catalog, "III.", body),
        "Annex3" => patterns(catalog, body),
        "Annex5" | "Annex6" => iso(catalog, body),
        "Annex7" => risks(catalog, body),
        "Annex8" => survey(catalog, body),
        _ => {}
    }
    let number = id.strip_prefix("Annex").and_then(|n| n.parse::<u8>().ok());
    let points: Vec<&Point> = catalog.points.iter().filter(|p| Some(p.annex) == number).collect();
    if !points.is_empty() {
        body.heading(words::words().known);
        for p in points {
            body.add(
                html::h3()
                    .child(anchor(EntryKind::Point, p.id.0).text(pick(&p.title)))
                    .text(" ")
                    .children(badge(p.title.from)),
            );
            point_body(p, body);
        }
    }
}

/// A point of an annex.
pub fn point(catalog: &'static Catalog, e: &'static Point, body: &mut Body) {
    point_body(e, body);
    let annex = format!("Annex{}", e.annex);
    body.links(words::words().stands_in, catalog.entry(EntryKind::Section, &annex).into_iter().collect());
}

fn point_body(e: &Point, body: &mut Body) {
    if let Some(about) = e.about {
        body.text(about);
    }
    if let Some(missing) = e.missing {
        body.add(with_badge(html::p().class("missing"), missing));
    }
}

/// The check-list of the controls of a part; with its evaluation items in Part III.
fn check_list(catalog: &'static Catalog, part: &str, body: &mut Body) {
    let t = words::words();
    let controls: Vec<&Control> = catalog.controls.iter().filter(|c| c.id.0.starts_with(part)).collect();
    body.note(fill(t.controls_count, &[&controls.len()]));
    let items = controls.iter().any(|c| !c.items.is_empty());
    let columns: &[&str] =
        if items { &[t.id, t.class, t.statement, t.items] } else { &[t.id, t.class, t.statement, t.iso] };
    let rows = controls.iter().map(|c| {
        let row = html::tr()
            .child(html::th().attr("scope", "row").child(anchor(EntryKind::Control, c.id.0).text(c.id.0)))
            .child(fact(labelled(t.class), control::class(c), c.class_from))
            .child(
                labelled(t.statement)
                    .child(with_badge(html::strong(), c.title))
                    .child(with_badge(html::p(), c.statement)),
            );
        if items {
            row.child(labelled(t.items).children(c.items.iter().map(item)))
        } else {
            row.child(fact(labelled(t.iso), c.iso.numbers.join(", "), c.iso.from))
        }
    });
    body.add(html::table().class("list check-list").child(table_head(columns)).child(html::tbody().children(rows)));
}

/// An evaluation item in short: its six values, or fewer where patterns share one.
fn item(item: &'static EvaluationItem) -> El {
    let t = words::words();
    let mut groups: Vec<(Vec<String>, String, Provenance)> = Vec::new();
    for (i, v) in item.values.iter().enumerate() {
        let (number, text) = ((i + 1).to_string(), value::reference(item, v));
        match groups.iter_mut().find(|(_, known, from)| *known == text && *from == v.from) {
            Some((numbers, ..)) => numbers.push(number),
            None => groups.push((vec![number], text, v.from)),
        }
    }
    let values = groups.into_iter().map(|(numbers, text, from)| {
        let pattern = fill(t.pattern, &[&numbers.join(wording::comma())]);
        fact(html::li(), format!("{pattern}: {text}"), from)
    });
    html::div()
        .class("item")
        .child(with_badge(html::p().text(format!("{}. ", item.id)), item.name))
        .child(html::ul().children(values))
}

fn labelled(label: &'static str) -> El {
    html::td().attr("data-label", label)
}

/// Annex 3: how a service finds its pattern, the six patterns, and the figure of components.
fn patterns(catalog: &'static Catalog, body: &mut Body) {
    let t = words::words();
    body.heading(t.axes);
    for e in catalog.axes {
        axis_body(e, body);
    }
    body.heading(t.patterns);
    let rows = catalog.patterns.iter().map(|p| {
        html::tr()
            .child(html::th().attr("scope", "row").child(pattern_link(p)))
            .children(axes().map(|axis| {
                labelled(catalog.axis(axis).map(|a| pick(&a.name)).unwrap_or_default()).text(grade(
                    catalog,
                    axis,
                    p.grade(axis),
                ))
            }))
            .child(
                labelled(t.examples)
                    .children(p.examples.iter().map(|x| with_badge(html::p(), *x)))
                    .child(html::p().text(t.grades).text(" ").children(badge(p.levels_from))),
            )
    });
    let mut columns = vec![t.pattern_column];
    columns.extend(catalog.axes.iter().map(|a| pick(&a.name)));
    columns.push(t.examples);
    body.add(html::table().class("list patterns").child(table_head(&columns)).child(html::tbody().children(rows)));
    body.heading(t.figure_equipment);
    body.add(figure::framed(t.figure_equipment, figure::equipment(catalog)));
    body.note(t.figure_names);
}

fn pattern_link(p: &Pattern) -> El {
    let id = p.id.to_string();
    anchor(EntryKind::Pattern, &id).text(fill(words::words().pattern, &[&id]))
}

fn grade(catalog: &Catalog, axis: Axis, grade: Grade) -> &'static str {
    let level = catalog.axis(axis).and_then(|a| a.levels.iter().find(|l| l.id == grade));
    level.map(|l| pick(&l.name)).unwrap_or_default()
}

fn axes() -> impl Iterator<Item = Axis> {
    Axis::ALL.into_iter()
}

fn axis_body(e: &'static AxisEntry, body: &mut Body) {
    body.add(
        html::h3()
            .child(anchor(EntryKind::Axis, e.id.keyword()).text(pick(&e.name)))
            .text(" ")
            .children(badge(e.name.from)),
    );
    body.text(e.question);
    body.add(
        html::dl().class("facts").children(
            e.levels.iter().flat_map(|l| [with_badge(html::dt(), l.name), with_badge(html::dd(), l.meaning)]),
        ),
    );
}

/// A property of information.
pub fn axis(catalog: &'static Catalog, e: &'static AxisEntry, body: &mut Body) {
    axis_body(e, body);
    body.links(words::words().patterns, catalog.entries_of(EntryKind::Pattern));
}

/// A pattern.
pub fn pattern(catalog: &'static Catalog, e: &'static Pattern, body: &mut Body) {
    let t = words::words();
    body.add(html::dl().class("facts").children(axes().flat_map(|axis| {
        let name = catalog.axis(axis).map(|a| pick(&a.name)).unwrap_or_default();
        [html::dt().text(name), fact(html::dd(), grade(catalog, axis, e.grade(axis)), e.levels_from)]
    })));
    if !e.examples.is_empty() {
        body.heading(t.examples);
        body.add(html::ul().children(e.examples.iter().map(|x| with_badge(html::li(), *x))));
    }
    body.heading(t.items);
    let rows = catalog.controls.iter().flat_map(|c| c.items.iter().map(move |i| (c, i))).filter_map(|(c, i)| {
        let v = i.values.get(usize::from(e.id.0).checked_sub(1)?)?;
        let name = with_badge(html::td().text(format!("{}. ", i.id)), i.name);
        Some(
            html::tr()
                .child(html::th().attr("scope", "row").child(anchor(EntryKind::Control, c.id.0).text(c.id.0)))
                .child(name)
                .child(fact(html::td(), value::reference(i, v), v.from)),
        )
    });
    body.add(
        html::table().class("plain").child(table_head(&[t.id, t.item, t.value])).child(html::tbody().children(rows)),
    );
}

/// The index of Annex 5 and 6: which controls touch which number of ISO/IEC 27002:2013.
fn iso(catalog: &'static Catalog, body: &mut Body) {
    let t = words::words();
    body.note(t.iso_note);
    for chapter in catalog.iso_chapters {
        let title = html::h2().child(anchor(EntryKind::IsoChapter, chapter.id.0).text(chapter.id.0)).text(" ");
        body.add(with_badge(title, chapter.title));
        iso_table(catalog, chapter, body);
    }
}

fn iso_table(catalog: &'static Catalog, chapter: &IsoChapter, body: &mut Body) {
    let t = words::words();
    let rows = catalog.iso_items_of(chapter.id).map(|i| {
        let mut name = with_badge(labelled(t.title_column), i.title);
        if i.added {
            name = name.text(" ").child(html::span().class("mark").text(t.added));
        }
        let controls = catalog.controls_of_iso(i.id).fold(labelled(t.controls_touching), |all, c| {
            all.child(anchor(EntryKind::Control, c.id.0).text(c.id.0)).text(" ")
        });
        let number = html::th().attr("scope", "row");
        let in_2022 = (!i.in_2022.is_empty()).then(|| html::div().class("about").text(format!("2022: {}", numbers(i))));
        html::tr()
            .child(number.child(anchor(EntryKind::IsoItem, i.id.0).text(i.id.0)).children(in_2022))
            .child(name)
            .child(controls)
            .child(in_2014(labelled(t.in_2014), i))
    });
    body.add(
        html::table()
            .class("list iso")
            .child(table_head(&[t.id, t.title_column, t.controls_touching, t.in_2014]))
            .child(html::tbody().children(rows)),
    );
}

/// Its numbers in the edition of 2022.
fn numbers(i: &IsoItem) -> String {
    i.in_2022.replace(' ', ", ")
}

fn in_2014(into: El, i: &IsoItem) -> El {
    let t = words::words();
    let mut cell = match i.in_2014 {
        Some(from) => fact(into, t.treated, from),
        None if i.chapter() == "2022" => into.text("–"),
        None => into.text(t.not_known),
    };
    if let (Some(five), six) = (i.annex5, i.annex6) {
        cell = fact(cell.text(" "), fill(t.annex_pages, &[&five, &six.unwrap_or("–")]), i.annex_from);
    } else if let Some(six) = i.annex6 {
        cell = fact(cell.text(" "), fill(t.annex6_pages, &[&six]), i.annex_from);
    }
    cell
}

/// A chapter of ISO/IEC 27002:2013.
pub fn iso_chapter(catalog: &'static Catalog, e: &'static IsoChapter, body: &mut Body) {
    body.note(words::words().iso_note);
    iso_table(catalog, e, body);
}

/// A number of ISO/IEC 27002:2013.
pub fn iso_item(catalog: &'static Catalog, e: &'static IsoItem, body: &mut Body) {
    let t = words::words();
    if e.added {
        body.note(t.added);
    }
    if !e.in_2022.is_empty() {
        body.add(fact(html::p().text(t.in_2022).text(": "), numbers(e), e.in_2022_from));
    }
    body.add(in_2014(html::p().text(t.in_2014).text(": "), e));
    if let Some(note) = e.note {
        body.text(note);
    }
    let controls = catalog.controls_of_iso(e.id).filter_map(|c| catalog.entry(EntryKind::Control, c.id.0));
    body.links(t.controls_touching, controls.collect());
    body.links(t.stands_in, catalog.entry(EntryKind::IsoChapter, e.chapter()).into_iter().collect());
}

/// Annex 7: role, risk, countermeasure, actions; folded by role, since it is by far the longest page.
fn risks(catalog: &'static Catalog, body: &mut Body) {
    body.add(html::p().child(button("secondary", words::words().open_all).click(browser::open_all_folded)));
    for role in catalog.roles {
        let count = catalog.risks.iter().filter(|r| r.role == role.id).count();
        let name = html::h2().text(pick(&role.name)).text(" ").child(mark(role.name.from));
        let summary = html::summary().child(name).child(html::span().class("count-words").text(count.to_string()));
        body.add(folded(summary, move || risks_of(catalog, role)).class("part"));
    }
}

fn risks_of(catalog: &'static Catalog, role: &'static Role) -> El {
    let t = words::words();
    let here = catalog.risks.iter().filter(|r| r.role == role.id);
    let rows = here.flat_map(|risk| {
        let measures: Vec<_> = risk.countermeasures.iter().filter_map(|m| catalog.countermeasure(m.0)).collect();
        let span = measures.len().max(1).to_string();
        let mut first = Some(
            html::td()
                .attr("rowspan", span)
                .child(with_badge(anchor(EntryKind::Risk, risk.id.0).text(risk.id.0).text(" "), risk.title)),
        );
        let rows: Vec<El> = measures
            .into_iter()
            .map(|m| {
                let row = first.take().into_iter().fold(html::tr(), El::child);
                let title =
                    anchor(EntryKind::Countermeasure, m.id.0).text(format!("{} 【", m.id.0)).text(pick(&m.title));
                row.child(labelled(t.measures).child(title.text("】")).text(" ").children(badge(m.title.from))).child(
                    labelled(t.actions)
                        .child(html::ul().children(m.actions.iter().map(|a| with_badge(html::li(), a.text)))),
                )
            })
            .collect();
        rows
    });
    html::table()
        .class("list risk-table")
        .child(table_head(&[t.risks, t.measures, t.actions]))
        .child(html::tbody().children(rows))
}

/// Annex 8: the form that gathers a model, and the worked cases.
fn survey(catalog: &'static Catalog, body: &mut Body) {
    let (t, c) = (words::words(), common::words());
    body.links(t.cases, catalog.entries_of(EntryKind::Case));
    body.add(html::h2().text(t.survey).text(" ").children(badge(Provenance::Original)));
    body.note(t.survey_note);
    let blank = |label| labelled(label).class("blank");
    body.add(
        html::table().class("list survey").child(
            html::tbody().children(
                [t.survey_name, t.survey_about, t.survey_users, t.survey_by]
                    .map(|what| html::tr().child(html::th().attr("scope", "row").text(what)).child(blank(""))),
            ),
        ),
    );
    body.add(html::h3().text(t.roles));
    let players = [c.own, c.partner, c.user, c.nobody];
    let mut columns = vec![t.role];
    columns.extend(players);
    columns.push(t.remark);
    let mut table = html::table().class("list survey").child(table_head(&columns));
    for kind in RoleKind::ALL {
        let rows = catalog.roles.iter().filter(|r| r.kind == kind).map(|r| {
            html::tr()
                .child(
                    with_badge(html::th().attr("scope", "row"), r.name)
                        .child(with_badge(html::p().class("about"), r.about)),
                )
                .children(players.map(|p| labelled(p).class("box").text("□")))
                .child(blank(t.remark))
        });
        table = table.child(html::tbody().children(rows));
    }
    body.add(table);
    body.add(html::h3().text(t.components));
    let columns =
        [t.components, t.survey_has, t.survey_called, t.usual_roles, t.procured, t.operated, t.maintained, t.place];
    let mut table = html::table().class("list survey").child(table_head(&columns));
    for layer in Layer::ALL {
        let rows = catalog.components.iter().filter(|k| k.layer == layer).map(|k| {
            let roles: Vec<&str> = k.roles.iter().filter_map(|r| catalog.role(r.0)).map(|r| pick(&r.name)).collect();
            html::tr()
                .child(with_badge(html::th().attr("scope", "row"), k.name))
                .child(labelled(t.survey_has).class("box").text(format!("□{} □{}", c.yes, c.no)))
                .child(blank(t.survey_called))
                .child(labelled(t.usual_roles).text(wording::join(&roles)))
                .children([t.procured, t.operated, t.maintained, t.place].map(blank))
        });
        table = table.child(html::tbody().children(rows));
    }
    body.add(table);
    body.add(html::h3().text(t.data));
    let rows = catalog.data_forms.iter().map(|d| {
        html::tr()
            .child(with_badge(html::th().attr("scope", "row"), d.question))
            .child(labelled(t.survey_answer).class("box").text(format!("□{} □{}", c.yes, c.no)))
            .child(blank(t.remark))
    });
    body.add(
        html::table()
            .class("list survey")
            .child(table_head(&[t.question, t.survey_answer, t.remark]))
            .child(html::tbody().children(rows)),
    );
}
