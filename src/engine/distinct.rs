//! What is kept under names that others choose: reasons, kinds of faults. Only so many distinct ones are, so that nobody fills the memory.

use std::collections::BTreeMap;

/// How many distinct names are kept.
const MOST: usize = 50;

/// How many characters of a name are kept.
const LONGEST: usize = 120;

/// Values by name, of the first fifty names in their order; those of all other names are one. Which names are the first does not depend on
/// which came first: parts add up to the same whole in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distinct<V> {
    /// The first names.
    pub named: BTreeMap<String, V>,
    /// All others together, if there are any.
    pub others: Option<V>,
}

impl<V> Default for Distinct<V> {
    fn default() -> Self {
        Self { named: BTreeMap::new(), others: None }
    }
}

impl<V> Distinct<V> {
    /// Adds a value under a name. `join` adds a value to one that is there.
    pub fn add(&mut self, name: String, value: V, join: impl Fn(&mut V, V)) {
        match self.named.get_mut(&name) {
            Some(known) => join(known, value),
            None => drop(self.named.insert(name, value)),
        }
        // One of the first names is among the first of any part as well: it never goes.
        while self.named.len() > MOST {
            if let Some((_, last)) = self.named.pop_last() {
                self.add_other(last, &join);
            }
        }
    }

    /// Adds a value under none of the first names.
    pub fn add_other(&mut self, value: V, join: impl Fn(&mut V, V)) {
        match &mut self.others {
            Some(known) => join(known, value),
            None => self.others = Some(value),
        }
    }

    /// Adds what is in another.
    pub fn add_all(&mut self, other: Self, join: impl Fn(&mut V, V)) {
        for (name, value) in other.named {
            self.add(name, value, &join);
        }
        if let Some(value) = other.others {
            self.add_other(value, &join);
        }
    }
}

/// A name that is not too long.
pub(super) fn name(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_to_the_same_whole_in_any_order() {
        let join = |a: &mut u64, b: u64| *a += b;
        let all: Vec<String> = (0..300u64).map(|n| format!("{:03}", n * 7919 % 150)).collect();
        let of = |names: &mut dyn Iterator<Item = &String>| {
            let mut distinct = Distinct::default();
            for name in names {
                distinct.add(name.clone(), 1, join);
            }
            distinct
        };
        let whole = of(&mut all.iter());
        let first: Vec<_> = (0..50).map(|n| (format!("{n:03}"), 2)).collect();
        assert_eq!(whole.named.clone().into_iter().collect::<Vec<_>>(), first);
        assert_eq!(whole.others, Some(200));
        let mut parts: Vec<_> = (0..3).map(|i| of(&mut all.iter().skip(i).step_by(3))).collect();
        assert_eq!(of(&mut all.iter().rev()), whole);
        for _ in 0..parts.len() {
            parts.rotate_left(1);
            let mut sum = Distinct::default();
            for part in &parts {
                sum.add_all(part.clone(), join);
            }
            assert_eq!(sum, whole);
        }
    }
}
