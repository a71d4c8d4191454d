//! What a formula comes to, once it is known what its atoms come to.

use super::Truth;
use crate::core::catalog::formula::{Formula, Node};

impl Formula {
    /// What the condition comes to if its atoms come to this.
    pub(super) fn truth(&self, atoms: &[Truth]) -> Truth {
        truth(&self.root, atoms)
    }

    /// The same, with the numbers of the atoms that are the reason: the parts of a result that have that result.
    pub(super) fn reasons(&self, atoms: &[Truth]) -> (Truth, Vec<usize>) {
        let mut found = Vec::new();
        (reasons(&self.root, atoms, &mut found), found)
    }
}

fn truth(node: &Node, atoms: &[Truth]) -> Truth {
    let all = |parts: &[Node]| {
        let mut all = Truth::True;
        for part in parts {
            all = all.and(truth(part, atoms));
            if all == Truth::False {
                break;
            }
        }
        all
    };
    match node {
        Node::Atom(at) => atoms.get(*at).copied().unwrap_or(Truth::Unknown),
        Node::All(parts) => all(parts),
        Node::Not(parts) => !all(parts),
        Node::Any(parts) => {
            let mut any = Truth::False;
            for part in parts {
                any = any.or(truth(part, atoms));
                if any == Truth::True {
                    break;
                }
            }
            any
        }
    }
}

fn reasons(node: &Node, atoms: &[Truth], found: &mut Vec<usize>) -> Truth {
    let mut join = |parts: &[Node], empty: Truth, op: fn(Truth, Truth) -> Truth| {
        let (mut joined, start) = (empty, found.len());
        for part in parts {
            let before = found.len();
            let truth = reasons(part, atoms, found);
            match op(joined, truth) {
                both if both == joined && both == truth => {}
                both if both == joined => found.truncate(before),
                // It decides alone; what came before is no reason any more.
                both => {
                    found.drain(start..before);
                    joined = both;
                }
            }
        }
        joined
    };
    match node {
        Node::Atom(at) => {
            found.push(*at);
            atoms.get(*at).copied().unwrap_or(Truth::Unknown)
        }
        Node::All(parts) => join(parts, Truth::True, Truth::and),
        Node::Any(parts) => join(parts, Truth::False, Truth::or),
        Node::Not(parts) => !join(parts, Truth::True, Truth::and),
    }
}
