//! The order in which an implementation refuses, as far as the evidence goes: a relation between rules, drawn together from single sights.

use std::collections::{BTreeMap, BTreeSet};

/// Which rules go before which others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// For each rule those that it goes before, directly or by way of others.
    before: BTreeMap<String, BTreeSet<String>>,
}

impl Order {
    /// The order that these pairs tell, the first of each before the second.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut direct: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (first, then) in pairs {
            direct.entry(first).or_default().insert(then);
        }
        let before = direct.keys().map(|rule| {
            let (mut seen, mut open) = (BTreeSet::new(), vec![*rule]);
            while let Some(at) = open.pop() {
                let next = direct.get(at).into_iter().flatten().copied();
                open.extend(next.filter(|then| seen.insert((*then).to_owned())));
            }
            ((*rule).to_owned(), seen)
        });
        Self { before: before.collect() }
    }

    /// Whether the first goes before the second.
    pub fn has(&self, first: &str, then: &str) -> bool {
        self.before.get(first).is_some_and(|those| those.contains(then))
    }

    /// Whether each goes before the other, by whatever way: then it is no order.
    pub fn is_torn(&self, one: &str, other: &str) -> bool {
        self.has(one, other) && self.has(other, one)
    }

    /// The fewest pairs that tell the whole order: those that follow from no others. Rules that go before themselves are left out.
    pub fn steps(&self) -> Vec<(&str, &str)> {
        let mut steps = Vec::new();
        for (first, those) in &self.before {
            let straight = those.iter().filter(|then| !self.is_torn(first, then));
            let between = |then: &&String| {
                those
                    .iter()
                    .any(|via| self.has(via, then) && !self.is_torn(first, via) && !self.is_torn(via, then))
            };
            steps.extend(straight.filter(|then| !between(then)).map(|then| (first.as_str(), then.as_str())));
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::nothing(&[], &[])]
    #[case::a_chain_with_a_shortcut(&[("a", "b"), ("b", "c"), ("a", "c")], &[("a", "b"), ("b", "c")])]
    #[case::two_that_say_nothing_of_each_other(&[("a", "c"), ("b", "c")], &[("a", "c"), ("b", "c")])]
    #[case::what_goes_both_ways_is_no_order(&[("a", "b"), ("b", "a"), ("b", "c")], &[("a", "c"), ("b", "c")])]
    fn an_order_is_told_by_the_fewest_pairs(#[case] seen: &[(&str, &str)], #[case] steps: &[(&str, &str)]) {
        let order = Order::of(seen.iter().copied());
        assert_eq!(order.steps(), steps);
        let torn = |(a, b): &&(&str, &str)| order.is_torn(a, b);
        let straight = seen.iter().filter(|pair| !torn(pair));
        let again = Order::of(order.steps());
        for (first, then) in straight {
            assert!(again.has(first, then), "{first} before {then} is lost");
        }
    }
}
