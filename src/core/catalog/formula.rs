//! A condition taken apart: its different atoms, and how they hang together. What the atoms come to is worked out once;
//! putting that together is then a matter of a few comparisons.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

use super::types::{Condition, List};

/// A condition whose atoms are known by number.
#[derive(Debug, Clone)]
pub struct Formula {
    /// The different atoms.
    pub atoms: Vec<Condition>,
    /// How they hang together.
    pub root: Node,
    /// How many nodes there are: what looking at it once costs.
    pub size: usize,
}

/// A part of a formula.
#[derive(Debug, Clone)]
pub enum Node {
    /// The atom of this number.
    Atom(usize),
    /// Every one holds.
    All(Vec<Node>),
    /// At least one holds.
    Any(Vec<Node>),
    /// Not all of them hold.
    Not(Vec<Node>),
}

impl Formula {
    /// Takes a condition apart.
    #[must_use]
    pub fn of(condition: &Condition) -> Self {
        let (mut atoms, mut size) = (Vec::new(), 0);
        let root = node(condition, &mut atoms, &mut size);
        Self { atoms, root, size }
    }
}

fn node(condition: &Condition, atoms: &mut Vec<Condition>, size: &mut usize) -> Node {
    *size += 1;
    let mut many = |parts: &List<Condition>| parts.iter().map(|c| node(c, atoms, size)).collect();
    match condition {
        Condition::All(parts) => Node::All(many(parts)),
        Condition::Any(parts) => Node::Any(many(parts)),
        Condition::Not(parts) => Node::Not(many(parts)),
        atom => Node::Atom(atoms.iter().position(|a| a == atom).unwrap_or_else(|| {
            atoms.push(*atom);
            atoms.len() - 1
        })),
    }
}
