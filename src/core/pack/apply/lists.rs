//! The catalogue's entries while a pack is put into them.

use super::draft::Draft;
use crate::core::catalog::{EntryKind, leak::leak_list, types::*};

/// The entries of each kind that a pack can change.
pub(super) struct Lists {
    base: Catalog,
    /// The kind that is being changed, with the ids of its entries as they stand now, and what sorts them.
    kind: Option<EntryKind>,
    ids: Vec<(String, String)>,
    sections: Vec<Section>,
    controls: Vec<Control>,
    viewpoints: Vec<ViewpointEntry>,
    roles: Vec<Role>,
    components: Vec<Component>,
    data_forms: Vec<DataForm>,
    types: Vec<ServiceType>,
    risks: Vec<Risk>,
    countermeasures: Vec<Countermeasure>,
    equipment: Vec<Equipment>,
    axes: Vec<AxisEntry>,
    patterns: Vec<Pattern>,
    points: Vec<Point>,
    iso_chapters: Vec<IsoChapter>,
    iso_items: Vec<IsoItem>,
    cases: Vec<Case>,
}

impl Lists {
    pub fn of(c: &Catalog) -> Self {
        Self {
            base: *c,
            kind: None,
            ids: Vec::new(),
            sections: c.sections.to_vec(),
            controls: c.controls.to_vec(),
            viewpoints: c.viewpoints.to_vec(),
            roles: c.roles.to_vec(),
            components: c.components.to_vec(),
            data_forms: c.data_forms.to_vec(),
            types: c.types.to_vec(),
            risks: c.risks.to_vec(),
            countermeasures: c.countermeasures.to_vec(),
            equipment: c.equipment.to_vec(),
            axes: c.axes.to_vec(),
            patterns: c.patterns.to_vec(),
            points: c.points.to_vec(),
            iso_chapters: c.iso_chapters.to_vec(),
            iso_items: c.iso_items.to_vec(),
            cases: c.cases.to_vec(),
        }
    }

    pub fn catalog(self) -> Catalog {
        Catalog {
            sections: leak_list(self.sections),
            controls: leak_list(self.controls),
            viewpoints: leak_list(self.viewpoints),
            roles: leak_list(self.roles),
            components: leak_list(self.components),
            data_forms: leak_list(self.data_forms),
            types: leak_list(self.types),
            risks: leak_list(self.risks),
            countermeasures: leak_list(self.countermeasures),
            equipment: leak_list(self.equipment),
            axes: leak_list(self.axes),
            patterns: leak_list(self.patterns),
            points: leak_list(self.points),
            iso_chapters: leak_list(self.iso_chapters),
            iso_items: leak_list(self.iso_items),
            cases: leak_list(self.cases),
            ..self.base
        }
    }

    /// Puts an entry as the pack wants it in its place. Entries come kind by kind.
    pub fn put(&mut self, d: &mut Draft<'_, '_>) {
        if self.kind != Some(d.kind) {
            self.kind = Some(d.kind);
            self.ids = self.base.entries_of(d.kind).iter().map(|e| (e.id.to_owned(), natural(e.id))).collect();
        }
        let (at, new) = match slot(&self.ids, d.kind, d.id) {
            Ok(at) => (at, false),
            Err(_) if !can_add(d.kind) => return d.cannot_add(),
            Err(at) => {
                self.ids.insert(at, (d.id.to_owned(), natural(d.id)));
                (at, true)
            }
        };
        match d.kind {
            EntryKind::Section => put(&mut self.sections, at, new, d, Draft::section),
            EntryKind::Control => put(&mut self.controls, at, new, d, Draft::control),
            EntryKind::Viewpoint => change(&mut self.viewpoints, at, d, Draft::viewpoint),
            EntryKind::Role => put(&mut self.roles, at, new, d, Draft::role),
            EntryKind::Component => put(&mut self.components, at, new, d, Draft::component),
            EntryKind::Data => put(&mut self.data_forms, at, new, d, Draft::data),
            EntryKind::Type => change(&mut self.types, at, d, Draft::service_type),
            EntryKind::Risk => put(&mut self.risks, at, new, d, Draft::risk),
            EntryKind::Countermeasure => put(&mut self.countermeasures, at, new, d, Draft::countermeasure),
            EntryKind::Equipment => change(&mut self.equipment, at, d, Draft::equipment),
            EntryKind::Axis => change(&mut self.axes, at, d, Draft::axis),
            EntryKind::Pattern => change(&mut self.patterns, at, d, Draft::pattern),
            EntryKind::Point => change(&mut self.points, at, d, Draft::point),
            EntryKind::IsoChapter => change(&mut self.iso_chapters, at, d, Draft::iso_chapter),
            EntryKind::IsoItem => change(&mut self.iso_items, at, d, Draft::iso_item),
            EntryKind::Case => change(&mut self.cases, at, d, Draft::case),
        }
    }
}

/// Whether entries of a kind stand by themselves, so that more can be added.
const fn can_add(kind: EntryKind) -> bool {
    matches!(
        kind,
        EntryKind::Section
            | EntryKind::Control
            | EntryKind::Role
            | EntryKind::Component
            | EntryKind::Data
            | EntryKind::Risk
            | EntryKind::Countermeasure
    )
}

fn put<'a, 'm, T: Copy>(
    all: &mut Vec<T>,
    at: usize,
    new: bool,
    d: &mut Draft<'a, 'm>,
    make: fn(&mut Draft<'a, 'm>, Option<T>) -> T,
) {
    let known = if new { None } else { all.get_mut(at) };
    match known {
        Some(known) => *known = make(d, Some(*known)),
        None => all.insert(at.min(all.len()), make(d, None)),
    }
}

fn change<'a, 'm, T: Copy>(all: &mut [T], at: usize, d: &mut Draft<'a, 'm>, make: fn(&mut Draft<'a, 'm>, T) -> T) {
    if let Some(known) = all.get_mut(at) {
        *known = make(d, *known);
    }
}

/// Where an entry stands, or where a new one belongs: by number behind its family, `A-4` behind `A-3`. What has no
/// family goes by number among the controls and their sections, and elsewhere to the end.
fn slot(ids: &[(String, String)], kind: EntryKind, id: &str) -> Result<usize, usize> {
    let family = id.trim_end_matches(|ch: char| ch.is_ascii_digit());
    let key = natural(id);
    let (mut behind, mut before, mut greater) = (None, None, None);
    for (at, (known, sorted)) in ids.iter().enumerate() {
        if known == id {
            return Ok(at);
        }
        let less = *sorted < key;
        if !less && greater.is_none() {
            greater = Some(at);
        }
        if known.strip_prefix(family).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit())) {
            if less {
                behind = Some(at + 1);
            } else if before.is_none() {
                before = Some(at);
            }
        }
    }
    let numbered = matches!(kind, EntryKind::Section | EntryKind::Control);
    Err(behind.or(before).or(greater.filter(|_| numbered)).unwrap_or(ids.len()))
}

/// What sorts an id with its numbers as numbers: they get leading zeros.
pub(super) fn natural(id: &str) -> String {
    let mut key = String::with_capacity(id.len() + 16);
    let mut rest = id;
    while let Some(ch) = rest.chars().next() {
        let after = rest.trim_start_matches(|ch: char| ch.is_ascii_digit());
        let digits = rest.len() - after.len();
        if digits == 0 {
            key.push(ch);
            rest = &rest[ch.len_utf8()..];
        } else {
            (digits..10).for_each(|_| key.push('0'));
            key.push_str(&rest[..digits]);
            rest = after;
        }
    }
    key
}
