//! The ministry's own example: its three rows for the role 利用者契約, read from the summary's table.

use std::fs;

use tenken::core::{
    catalog::{CATALOG, Countermeasure, Player, Provenance, Risk},
    extract::{Row, Truth, derive, extract},
    model::{Instance, InstanceId, Model},
};

/// A service in which users connect their own devices, use their own applications and data, and procure devices,
/// applications and providers themselves.
fn service() -> Model {
    let mut model = Model::default();
    let role = |id: &str| CATALOG.role(id).unwrap().id;
    model.roles.insert(role("contract"), vec![Player::Own]);
    model.roles.insert(role("provide"), vec![Player::User]);
    model.roles.insert(role("X-install"), vec![Player::User]);
    model.data.insert(CATALOG.data_form("X-user-supplied").unwrap().id, true);
    for (id, kind) in [("device", "device"), ("app", "embedded-app")] {
        let id = InstanceId::from_segment(id);
        let mut instance = Instance::unknown(id.clone(), CATALOG.component(kind).unwrap().id);
        instance.procured = Some(vec![Player::User]);
        model.instances.insert(id, instance);
    }
    model
}

fn official(from: Provenance) -> bool {
    from != Provenance::Original
}

fn risk(row: &Row) -> &'static Risk {
    CATALOG.risk(row.key.risk.0).unwrap()
}

fn line(countermeasure: &Countermeasure) -> String {
    format!("{}:【{}】", countermeasure.id, countermeasure.title.ja())
}

/// The table of the summary: role, risk, countermeasures.
fn printed() -> Vec<(String, String, String)> {
    let summary = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/source/summary.txt")).unwrap();
    let mut rows: Vec<(String, String, String)> = Vec::new();
    let table = summary.lines().skip_while(|l| !l.starts_with("ロール\t")).skip(1);
    for line in table.take_while(|l| !l.trim().is_empty()) {
        let mut cells = line.split('\t').map(str::to_owned);
        let mut cell = || cells.next().unwrap_or_default();
        let (role, risk, countermeasures) = (cell(), cell(), cell());
        // The role stands in the first of its rows alone.
        let role = if role.is_empty() { rows.last().map(|r| r.0.clone()).unwrap_or_default() } else { role };
        rows.push((role, risk, countermeasures));
    }
    rows
}

#[test]
fn the_summary_prints_three_rows() {
    let rows = printed();
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert!(rows.iter().all(|r| r.0 == "利用者契約" && r.1.contains("リスク") && r.2.starts_with("A-1:")), "{rows:?}");
}

#[test]
fn the_example_gives_exactly_the_rows_that_the_summary_prints() {
    let extraction = extract(&CATALOG, &service());
    let rows: Vec<(String, String, String)> = extraction
        .with(Truth::True)
        .map(risk)
        .filter(|r| official(r.title.from))
        .map(|r| {
            let role = CATALOG.role(r.role.0).unwrap().name.ja().to_owned();
            let countermeasures = r.countermeasures.iter().map(|id| CATALOG.countermeasure(id.0).unwrap());
            let cell: Vec<String> = countermeasures.filter(|m| official(m.title.from)).map(line).collect();
            (role, r.title.ja().to_owned(), cell.join(" "))
        })
        .collect();
    assert_eq!(rows, printed());
}

#[test]
fn nothing_official_is_left_undetermined_or_assigned_by_us() {
    let extraction = extract(&CATALOG, &service());
    for row in extraction.rows.iter().filter(|r| official(risk(r).title.from)) {
        assert_eq!(row.finding.truth, Truth::True, "{:?}", row.key);
        assert!(matches!(risk(row).assignment, Provenance::Quoted(_)), "{:?}", row.key);
    }
}

#[test]
fn the_derivation_has_the_three_countermeasures_in_order() {
    let derived = derive(&CATALOG, &extract(&CATALOG, &service()), |_| true);
    let found: Vec<_> = derived
        .iter()
        .filter(|d| official(d.countermeasure.title.from))
        .map(|d| {
            let because = d.because.iter().filter(|k| official(CATALOG.risk(k.risk.0).unwrap().title.from));
            (d.countermeasure.id.0, because.map(|k| k.risk.0).collect::<Vec<_>>())
        })
        .collect();
    let expected: [(&str, &[&str]); 3] =
        [("A-1", &["contract-1", "contract-2", "contract-3"]), ("A-2", &["contract-3"]), ("A-3", &["contract-3"])];
    assert_eq!(found, expected.map(|(m, risks)| (m, risks.to_vec())));
}

#[test]
fn a_service_in_which_users_bring_nothing_has_none_of_the_rows() {
    let mut model = service();
    for players in model.roles.values_mut().chain(model.instances.values_mut().filter_map(|i| i.procured.as_mut())) {
        *players = vec![Player::Own];
    }
    model.instances.values_mut().for_each(|i| i.operated = Some(vec![Player::Own]));
    model.data.values_mut().for_each(|yes| *yes = false);
    for kind in ["X-gateway", "X-edge", "X-actuator", "X-local-net", "X-wan"] {
        model.kinds.insert(CATALOG.component(kind).unwrap().id, false);
    }
    for role in ["X-maintain", "X-communicate"] {
        model.roles.insert(CATALOG.role(role).unwrap().id, vec![Player::Own]);
    }
    let extraction = extract(&CATALOG, &model);
    for row in extraction.rows.iter().filter(|r| official(risk(r).title.from)) {
        assert_eq!(row.finding.truth, Truth::False, "{:?}", row.key);
    }
}
