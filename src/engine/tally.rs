//! Tallies: what was checked, and how often. They add up in any order.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use crate::spec::{Evidence, Gap, Mark, Operation};

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
    pub only: Vec<u64>,
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

    /// Notes what a step tells about gaps.
    pub fn evidence(&mut self, evidence: &[Evidence]) {
        for Evidence { gap, asked, left } in evidence {
            let tally = self.gap(gap);
            if asked == left {
                continue;
            }
            tally.told += 1;
            for i in 0..gap.readings.len() {
                let bit = 1u32 << i;
                tally.agrees[i] += u64::from(left & bit != 0);
                tally.only[i] += u64::from(*left == bit);
            }
        }
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
            let zeros = || vec![0; gap.readings.len()];
            let place = self.gaps.partition_point(|(g, _)| g.id < gap.id);
            self.gaps.insert(place, (gap, GapTally { told: 0, agrees: zeros(), only: zeros() }));
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
            add_each(&mut ours.only, &theirs.only);
        }
    }
}

fn add_each(ours: &mut [u64], theirs: &[u64]) {
    ours.iter_mut().zip(theirs).for_each(|(a, b)| *a += b);
}
