//! Lists in an order.

use tenken::core::sorted::sorted;

#[test]
fn equal_ones_stay_as_they_came() {
    let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
    assert_eq!(sorted(items, |a, b| a.0.cmp(&b.0)), [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
}
