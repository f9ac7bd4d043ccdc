//! Tallies: what was checked, and how often. They add up in any order.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use crate::spec::{Evidence, Gap, Mark, Operation, Preference};

use super::distinct::{Distinct, name};

/// What was checked in a run, or in a part of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Cases that were judged.
    pub judged: u64,
    /// Steps that were judged.
    pub steps: u64,
    /// Cases that the adapter could not stage, by its reason.
    pub skipped: Distinct<u64>,
    /// Cases in which the implementation broke.
    pub faults: u64,
    /// How often a step showed something about rules that are not selected.
    pub elsewhere: u64,
    /// For each operation, by name, its rules in order.
    pub rules: BTreeMap<&'static str, Vec<RuleTally>>,
    /// The gaps that were asked for, in the order of their ids.
    gaps: Vec<(&'static Gap, GapTally)>,
    /// For each operation, by name, which rule was refused for where another was broken as well.
    preferences: BTreeMap<(&'static str, Preference), Sight>,
}

/// How often something was seen, and in which case first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// The number of the first case.
    pub first: u64,
    /// In how many steps.
    pub count: u64,
}

/// How often a rule stood how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleTally {
    /// Steps, by how it stood.
    steps: [u64; 4],
    /// Cases drawn for it that were not staged.
    pub skipped: u64,
}

/// How often each reading of a gap could be, and had to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GapTally {
    /// Steps that asked for a reading and told something.
    pub told: u64,
    /// For each reading, the steps that agree with it.
    pub agrees: Vec<u64>,
    /// For each reading, the steps that agree with no other.
    pub only: Vec<Option<Sight>>,
}

impl Sight {
    /// Adds another to what was seen before, if anything was.
    fn add(self, known: &mut Option<Self>) {
        let before = known.unwrap_or(Self { first: self.first, count: 0 });
        *known = Some(Self { first: before.first.min(self.first), count: before.count + self.count });
    }
}

impl RuleTally {
    /// How many steps it stood towards so.
    pub const fn steps(&self, mark: Mark) -> u64 {
        self.steps[mark as usize]
    }
}

impl Tally {
    /// Notes how the rules of an operation stood.
    pub fn marks(&mut self, operation: &'static Operation, marks: &[Mark]) {
        self.steps += 1;
        for (tally, mark) in self.rules_of(operation).iter_mut().zip(marks) {
            tally.steps[*mark as usize] += 1;
        }
    }

    /// Notes what a step of a case tells about gaps.
    pub fn evidence(&mut self, number: u64, evidence: &[Evidence]) {
        for Evidence { gap, asked, left } in evidence {
            let tally = self.gap(gap);
            if asked == left {
                continue;
            }
            tally.told += 1;
            for i in 0..gap.readings.len() {
                let bit = 1u32 << i;
                tally.agrees[i] += u64::from(left & bit != 0);
                if *left == bit {
                    Sight { first: number, count: 1 }.add(&mut tally.only[i]);
                }
            }
        }
    }

    /// Notes what a step of a case tells about the precedence of refusals.
    pub fn preferences(&mut self, number: u64, operation: &'static Operation, seen: &[Preference]) {
        for preference in seen {
            self.prefer((operation.name, *preference), Sight { first: number, count: 1 });
        }
    }

    fn prefer(&mut self, key: (&'static str, Preference), sight: Sight) {
        let mut known = self.preferences.get(&key).copied();
        sight.add(&mut known);
        self.preferences.extend(known.map(|known| (key, known)));
    }

    /// Which rules of an operation were refused for where others were broken as well.
    pub fn preferences_of(&self, operation: &Operation) -> impl Iterator<Item = (Preference, Sight)> {
        let own = self.preferences.iter().filter(move |((name, _), _)| *name == operation.name);
        own.map(|((_, preference), sight)| (*preference, *sight))
    }

    /// Notes a case that was not staged.
    pub fn skip(&mut self, operation: &'static Operation, rule: Option<usize>, reason: &str) {
        self.skipped.add(name(reason), 1, AddAssign::add_assign);
        if let Some(rule) = rule {
            self.rules_of(operation)[rule].skipped += 1;
        }
    }

    /// The tallies of an operation's rules.
    pub fn rules_of(&mut self, operation: &'static Operation) -> &mut Vec<RuleTally> {
        self.rules.entry(operation.name).or_insert_with(|| vec![RuleTally::default(); operation.rules.len()])
    }

    /// How often each reading of a gap could be, if it was asked for.
    pub fn of_gap(&self, gap: &Gap) -> Option<&GapTally> {
        self.gaps.iter().find(|(g, _)| *g == gap).map(|(_, tally)| tally)
    }

    /// The gaps that were met, by their ids.
    pub fn gaps_met(&self) -> impl Iterator<Item = &'static Gap> {
        self.gaps.iter().map(|(gap, _)| *gap)
    }

    fn gap(&mut self, gap: &'static Gap) -> &mut GapTally {
        let known = self.gaps.iter().position(|(g, _)| *g == gap);
        let place = known.unwrap_or_else(|| {
            let place = self.gaps.partition_point(|(g, _)| g.id < gap.id);
            self.gaps.insert(
                place,
                (
                    gap,
                    GapTally {
                        told: 0,
                        agrees: vec![0; gap.readings.len()],
                        only: vec![None; gap.readings.len()],
                    },
                ),
            );
            place
        });
        &mut self.gaps[place].1
    }

    /// Adds another tally to this one.
    pub fn add(&mut self, other: Self) {
        self.judged += other.judged;
        self.steps += other.steps;
        self.faults += other.faults;
        self.elsewhere += other.elsewhere;
        self.skipped.add_all(other.skipped, AddAssign::add_assign);
        for (name, theirs) in other.rules {
            let ours = self.rules.entry(name).or_insert_with(|| vec![RuleTally::default(); theirs.len()]);
            for (a, b) in ours.iter_mut().zip(theirs) {
                add_each(&mut a.steps, &b.steps);
                a.skipped += b.skipped;
            }
        }
        for (gap, theirs) in other.gaps {
            let ours = self.gap(gap);
            ours.told += theirs.told;
            add_each(&mut ours.agrees, &theirs.agrees);
            for (ours, theirs) in ours.only.iter_mut().zip(theirs.only) {
                if let Some(sight) = theirs {
                    sight.add(ours);
                }
            }
        }
        for (key, sight) in other.preferences {
            self.prefer(key, sight);
        }
    }
}

fn add_each(ours: &mut [u64], theirs: &[u64]) {
    ours.iter_mut().zip(theirs).for_each(|(a, b)| *a += b);
}
