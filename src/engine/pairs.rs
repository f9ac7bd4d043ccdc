//! Pairs: cases that break two rules at once, so that each refusal tells which of the two the implementation puts first.

use crate::spec::{Case, Profile, Readings, Rule, tells_apart};

use super::plan::{Plan, breaks};

/// How many breaks of each rule are tried to find two that go together.
const TRIES: usize = 4;

/// Two rules that can be broken on one valid case and are refused differently, and how each is broken.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The two rules, by their place in the list of the operation's rules.
    pub rules: [usize; 2],
    /// For each the place of the break among its breaks.
    breaks: [usize; 2],
}

impl Plan {
    /// Every two rules that can tell which of them the implementation puts first: the same in every run.
    pub fn pairs(&self) -> Vec<Pair> {
        let others = |i: usize| self.breakable[i + 1..].iter().copied();
        let both =
            self.breakable.iter().enumerate().flat_map(|(i, one)| others(i).map(|other| [*one, other]));
        both.filter_map(|rules| self.pair_of(rules)).collect()
    }

    /// The case that breaks both rules of a pair.
    pub fn paired(&self, pair: &Pair) -> Case {
        let [(base, first), (_, second)] =
            [0, 1].map(|i| &self.patches[pair.rules[i]].breaks[pair.breaks[i]]);
        let mut case = self.patched(*base, first);
        second.apply(&mut case);
        case
    }

    /// The first two breaks that go together, if they show which rule goes first.
    fn pair_of(&self, rules: [usize; 2]) -> Option<Pair> {
        let plain = |rule: usize| {
            let breaks = self.patches[rule].breaks.iter().enumerate();
            breaks.filter(|(_, (_, patch))| patch.earlier.is_empty()).take(TRIES)
        };
        for (i, (base, _)) in plain(rules[0]) {
            for (j, _) in plain(rules[1]).filter(|(_, (other, _))| other == base) {
                let pair = Pair { rules, breaks: [i, j] };
                let case = self.paired(&pair);
                let both = rules.map(|rule| self.operation.rules[rule]);
                if both.iter().all(|rule| breaks(rule, &case)) {
                    return shows_which(&case, both).then_some(pair);
                }
            }
        }
        None
    }
}

fn shows_which(case: &Case, [one, other]: [&'static Rule; 2]) -> bool {
    let profile = Profile::likeliest();
    tells_apart(&case.at(case.steps.len() - 1, &[], Readings::Of(&profile)), one, other)
}
