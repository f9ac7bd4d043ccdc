//! The profile of an implementation: what it can do, how it reads the gaps, and which refusal it puts first. Taken from a run, and held
//! against another.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::order::Order;
use super::record::{ExampleRecord, GapRecord, PrecedenceRecord, Summary};

/// What an implementation does where the documents leave it free.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The version of this form.
    pub profile: u32,
    /// The implementation, as it names itself.
    pub implementation: String,
    /// Its version, as it says.
    pub version: String,
    /// The fingerprint of the rule set.
    pub rule_set: String,
    /// What its adapter can do.
    pub capabilities: CapabilitiesRecord,
    /// For each gap that was told something of, the readings that agree with all that was seen. None agrees where it is not read alike
    /// everywhere.
    pub readings: BTreeMap<String, Vec<String>>,
    /// For each operation, the rules that it refuses for, each with the rules that it goes straight before.
    pub precedence: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// What an adapter can do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapabilitiesRecord {
    /// The operations that it runs, of those that were selected.
    pub operations: Vec<String>,
    /// The facts of the world that it can vary.
    pub stages: Vec<String>,
    /// The kinds of events that it can see.
    pub observes: Vec<String>,
    /// The facts that are fixed in it, and their values as JSON.
    pub pins: BTreeMap<String, String>,
    /// The rules that it says it does not support.
    pub unsupported: Vec<String>,
}

/// One way in which what an implementation does where it is free is not what it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Departure {
    /// It reads a gap in another way.
    Reading {
        /// The gap.
        gap: String,
        /// The readings that agreed; none where it was not read alike everywhere.
        was: Vec<String>,
        /// The readings that agree now.
        is: Vec<String>,
        /// A case that shows it.
        example: Option<ExampleRecord>,
    },
    /// It puts another of two refusals first.
    Precedence {
        /// The operation.
        operation: String,
        /// The rule that is refused for now.
        rule: String,
        /// The rule that was refused for.
        over: String,
        /// A case that shows it.
        example: ExampleRecord,
    },
    /// It can do something no longer, or only now.
    Capability {
        /// What kind of thing: `operation`, `stages`, `observes`, `supports`.
        kind: String,
        /// What.
        name: String,
        /// Whether it was lost.
        lost: bool,
    },
}

/// The version of this form.
pub const PROFILE_VERSION: u32 = 1;

impl Profile {
    /// The profile that a run tells.
    pub fn of(summary: &Summary) -> Self {
        let operations: BTreeSet<_> = summary.precedence.iter().map(|p| p.operation.as_str()).collect();
        let steps = |operation: &str| {
            let order = order_of(summary, operation);
            let mut steps: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (rule, over) in order.steps() {
                steps.entry(rule.to_owned()).or_default().push(over.to_owned());
            }
            steps
        };
        Self {
            profile: PROFILE_VERSION,
            implementation: summary.run.implementation.clone(),
            version: summary.run.version.clone(),
            rule_set: summary.run.rule_set.clone(),
            capabilities: summary.run.capabilities.clone(),
            readings: summary
                .gaps
                .iter()
                .filter(|g| g.told > 0)
                .map(|g| (g.id.clone(), g.agreeing()))
                .collect(),
            precedence: operations.iter().map(|o| ((*o).to_owned(), steps(o))).collect(),
        }
    }

    /// How a run departs from this profile. What the run was not asked for, or tells nothing of, or does beyond the profile, does not.
    pub fn departures(&self, run: &Summary) -> Vec<Departure> {
        let mut was = self.capabilities.clone();
        was.operations.retain(|name| run.run.operations.contains(name) || run.run.missing.contains(name));
        let mut all = was.departures(&run.run.capabilities);
        all.retain(|departure| matches!(departure, Departure::Capability { lost: true, .. }));
        for gap in run.gaps.iter().filter(|g| g.told > 0) {
            let Some(was) = self.readings.get(&gap.id) else { continue };
            let is = gap.agreeing();
            // Where it was not read alike before, no reading is held against it.
            if was.is_empty() || is.iter().any(|reading| was.contains(reading)) {
                continue;
            }
            let shows = |r: &&super::record::ReadingRecord| r.only > 0 && !was.contains(&r.id);
            let example = gap.readings.iter().find(shows).and_then(|r| r.example.clone());
            all.push(Departure::Reading { gap: gap.id.clone(), was: was.clone(), is, example });
        }
        for (operation, steps) in &self.precedence {
            let pairs =
                steps.iter().flat_map(|(rule, over)| over.iter().map(|o| (rule.as_str(), o.as_str())));
            let order = Order::of(pairs);
            let own = run.precedence.iter().filter(|p| p.operation == *operation);
            all.extend(own.filter(|p| order.has(&p.over, &p.rule)).map(|p| Departure::Precedence {
                operation: operation.clone(),
                rule: p.rule.clone(),
                over: p.over.clone(),
                example: p.example.clone(),
            }));
        }
        all
    }
}

impl Departure {
    /// The case that shows it.
    pub fn example_mut(&mut self) -> Option<&mut ExampleRecord> {
        match self {
            Self::Reading { example, .. } => example.as_mut(),
            Self::Precedence { example, .. } => Some(example),
            Self::Capability { .. } => None,
        }
    }
}

impl CapabilitiesRecord {
    /// What another adapter can do no longer, or only now.
    pub fn departures(&self, now: &Self) -> Vec<Departure> {
        let mut all = Vec::new();
        let mut differ = |kind: &str, was: &[String], is: &[String], lost_where_absent: bool| {
            let capability = |name: &String, lost| Departure::Capability {
                kind: kind.to_owned(),
                name: name.clone(),
                lost,
            };
            all.extend(was.iter().filter(|n| !is.contains(n)).map(|n| capability(n, lost_where_absent)));
            all.extend(is.iter().filter(|n| !was.contains(n)).map(|n| capability(n, !lost_where_absent)));
        };
        differ("operation", &self.operations, &now.operations, true);
        differ("stages", &self.stages, &now.stages, true);
        differ("observes", &self.observes, &now.observes, true);
        differ("supports", &self.unsupported, &now.unsupported, false);
        all
    }
}

impl GapRecord {
    /// The readings that agree with all that was seen.
    pub fn agreeing(&self) -> Vec<String> {
        let all = self.readings.iter().filter(|r| self.told > 0 && r.agrees == self.told);
        all.map(|r| r.id.clone()).collect()
    }
}

/// The order in which a run shows that an operation refuses.
fn order_of(summary: &Summary, operation: &str) -> Order {
    let own = summary.precedence.iter().filter(|p| p.operation == operation);
    Order::of(own.map(|p| (p.rule.as_str(), p.over.as_str())))
}

impl Summary {
    /// The pairs of rules of which it refuses now for the one, now for the other: an implementation that has no order. No document forbids it.
    pub fn inconsistencies(&self) -> Vec<(&PrecedenceRecord, &PrecedenceRecord)> {
        let both_ways = self.precedence.iter().enumerate().filter_map(|(i, one)| {
            let back = |other: &&PrecedenceRecord| {
                other.operation == one.operation && other.rule == one.over && other.over == one.rule
            };
            self.precedence[i + 1..].iter().find(back).map(|other| (one, other))
        });
        both_ways.collect()
    }
}
