//! Finds the pieces of texts, and writes texts in them.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::pieces::{BETWEEN, FREQUENT, read};

/// So many times the two pieces that most often stand beside each other become one. More saves next to nothing.
const JOINED: usize = 128;

/// The pieces of lines of text, the most frequent ones first, and the bytes that stand for them.
pub fn write(text: &str) -> (String, Vec<u8>) {
    let mut numbers = BTreeMap::<char, usize>::new();
    let mut pieces: Vec<String> = Vec::new();
    let number = |c: char| {
        *numbers.entry(c).or_insert_with(|| {
            pieces.push(c.to_string());
            pieces.len() - 1
        })
    };
    let mut run: Vec<usize> = text.chars().map(number).collect();
    for _ in 0..JOINED {
        let Some(pair) = most_frequent_pair(&run, &pieces) else { break };
        pieces.push(pieces[pair.0].clone() + &pieces[pair.1]);
        run = join(&run, pair, pieces.len() - 1);
    }
    let mut counts = vec![0usize; pieces.len()];
    run.iter().for_each(|&n| counts[n] += 1);
    let mut order: Vec<usize> = (0..pieces.len()).filter(|&n| counts[n] > 0).collect();
    order.sort_by_key(|&n| Reverse(counts[n]));
    let mut places = vec![0usize; pieces.len()];
    order.iter().zip(0..).for_each(|(&n, place)| places[n] = place);
    let mut bytes = Vec::new();
    for n in run {
        match places[n].checked_sub(FREQUENT) {
            None => bytes.push(places[n] as u8),
            Some(rest) => bytes.extend([u8::try_from(FREQUENT + rest / 256).expect("few pieces"), rest as u8]),
        }
    }
    let list: Vec<&str> = order.iter().map(|&n| pieces[n].as_str()).collect();
    let list = list.join(&BETWEEN.to_string());
    assert_eq!(read(&list, &bytes), text, "the texts in pieces");
    (list, bytes)
}

/// The two pieces that stand beside each other most often, within a line; of equal ones those that are first so many.
fn most_frequent_pair(run: &[usize], pieces: &[String]) -> Option<(usize, usize)> {
    let all = pieces.len();
    let mut counts = vec![0u32; all * all];
    let (mut best, mut most) = (None, 1);
    for pair in run.windows(2) {
        let count = &mut counts[pair[0] * all + pair[1]];
        *count += 1;
        if *count > most && pair.iter().all(|&n| pieces[n] != "\n") {
            (best, most) = (Some((pair[0], pair[1])), *count);
        }
    }
    best
}

fn join(run: &[usize], pair: (usize, usize), joined: usize) -> Vec<usize> {
    let mut out = Vec::with_capacity(run.len());
    let mut at = 0;
    while at < run.len() {
        let is_pair = run.get(at + 1).is_some_and(|&next| (run[at], next) == pair);
        out.push(if is_pair { joined } else { run[at] });
        at += 1 + usize::from(is_pair);
    }
    out
}
