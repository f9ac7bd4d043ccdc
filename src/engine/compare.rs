//! Two runs of the same cases against each other: what a release broke, mended, or changed where the documents leave it free.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::profile::{CapabilitiesRecord, Departure, Profile};
use super::record::{Class, FindingRecord, RuleRecord, RunRecord, Status, Summary};
use super::same::Matter;

/// How two runs differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// What differs, the gravest first.
    pub differences: Vec<Difference>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "class", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Difference {
    /// What was right is wrong now.
    Regressed {
        /// What is found now.
        new: Box<FindingRecord>,
    },
    /// What was wrong is still wrong.
    StillWrong {
        /// Whether the same is seen, in as many cases.
        same: bool,
        /// What was found.
        old: Box<FindingRecord>,
        /// What is found now.
        new: Box<FindingRecord>,
    },
    /// What was wrong is right now.
    Fixed {
        /// What was found.
        old: Box<FindingRecord>,
    },
    /// It does something else where the documents leave it free, or can do something no longer or only now.
    Changed {
        /// In what way.
        departure: Departure,
    },
    /// One of the two runs tells nothing of it.
    Inconclusive {
        /// What one of them found.
        finding: Box<FindingRecord>,
        /// Whether it was the new one.
        new: bool,
        /// Why the other tells nothing.
        why: Why,
    },
}

/// Why a run tells nothing of what another found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The answers to one case change from one time to the next.
    Flaky,
    /// It was cut short.
    CutShort,
    /// The rule was not put to the test.
    NotChecked,
}

/// Two runs that cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unlike {
    /// They differ in what they were.
    #[error("the runs are not alike: {what} differ ({old} in the old one, {new} in the new one); {remedy}")]
    Differ {
        /// In what.
        what: &'static str,
        /// In the old one.
        old: String,
        /// In the new one.
        new: String,
        /// What to do.
        remedy: &'static str,
    },
    /// One of them is a part of a run.
    #[error("the {0} run is shard {1} of {2}: put the shards together with `paystone merge` first")]
    Shard(&'static str, u64, u64),
    /// One of them ended by the clock.
    #[error(
        "the {0} run explored by time: another would not get the same cases; record it with --cases or --sweep-only"
    )]
    Timed(&'static str),
}

/// Holds two runs against each other. Nothing is told of what neither found. The capabilities are those of the two adapters, where each
/// was held to what both can do.
///
/// # Errors
///
/// When the two are not runs of the same cases under the same rules.
pub fn compare(
    old: &Summary,
    new: &Summary,
    capabilities: [&CapabilitiesRecord; 2],
) -> Result<Comparison, Unlike> {
    alike(old, new)?;
    let mut differences = findings(old, new);
    let [was, is] = capabilities;
    let changes = was.departures(is).into_iter().chain(changes(old, new));
    differences.extend(changes.map(|departure| Difference::Changed { departure }));
    differences.sort_by_key(Difference::rank);
    Ok(Comparison { differences })
}

impl Difference {
    const fn rank(&self) -> u8 {
        match self {
            Self::Regressed { .. } => 0,
            Self::StillWrong { same: false, .. } => 1,
            Self::Changed { .. } => 2,
            Self::Inconclusive { .. } => 3,
            Self::Fixed { .. } => 4,
            Self::StillWrong { same: true, .. } => 5,
        }
    }

    /// Whether it fails a comparison; `strict` holds an implementation to what it did where the documents leave it free.
    pub fn decides(&self, strict: bool) -> bool {
        match self {
            Self::Regressed { new } => strict || new.decides(),
            Self::Changed { departure } => match departure {
                Departure::Capability { lost, .. } => strict && *lost,
                Departure::Reading { .. } | Departure::Precedence { .. } => strict,
            },
            Self::StillWrong { .. } | Self::Fixed { .. } | Self::Inconclusive { .. } => false,
        }
    }
}

fn alike(old: &Summary, new: &Summary) -> Result<(), Unlike> {
    let again = "record the older one again";
    let differ = |what, remedy, a: String, b: String| {
        if a == b { Ok(()) } else { Err(Unlike::Differ { what, old: a, new: b, remedy }) }
    };
    for (name, run) in [("old", &old.run), ("new", &new.run)] {
        if run.shard != (1, 1) {
            return Err(Unlike::Shard(name, run.shard.0, run.shard.1));
        }
        if run.cases.is_none() {
            return Err(Unlike::Timed(name));
        }
    }
    let (a, b) = (&old.run, &new.run);
    let selected = |summary: &Summary| {
        let mut all: Vec<_> = summary.run.operations.iter().chain(&summary.run.missing).cloned().collect();
        all.sort();
        all.join(", ")
    };
    let pins = |summary: &Summary| {
        let pins = summary.run.capabilities.pins.iter().map(|(fact, value)| format!("{fact} = {value}"));
        pins.collect::<Vec<_>>().join(", ")
    };
    let narrowed = |summary: &Summary| if summary.run.narrowed { "some" } else { "all" }.to_owned();
    differ("the versions of Paystone", again, a.paystone.clone(), b.paystone.clone())?;
    differ("the rule sets", again, a.rule_set.clone(), b.rule_set.clone())?;
    differ("the operations", "select the same ones", selected(old), selected(new))?;
    differ("the selections of rules", "select the same ones", narrowed(old), narrowed(new))?;
    differ("the seeds", "give the same --seed", a.seed.to_string(), b.seed.to_string())?;
    let cases = |cases: Option<u64>| cases.unwrap_or_default().to_string();
    differ("the numbers of cases", "give the same --cases", cases(a.cases), cases(b.cases))?;
    let pairs = |run: &RunRecord| if run.pairs { "run" } else { "left out" }.to_owned();
    differ("the pairs of rules", "run both with --sweep-only, or none", pairs(a), pairs(b))?;
    differ("the corpora", "give the same --corpus", a.corpus.clone(), b.corpus.clone())?;
    let worlds = "compare in one world: fix the same values in both";
    differ("the facts that are fixed", worlds, pins(old), pins(new))?;
    let stages = |summary: &Summary| summary.run.capabilities.stages.join(", ");
    let both = "give both as commands: then both get the cases that both can stage";
    differ("the facts that are staged", both, stages(old), stages(new))?;
    let observes = |summary: &Summary| summary.run.capabilities.observes.join(", ");
    differ("the kinds of events that are seen", both, observes(old), observes(new))
}

/// Findings of one run that are of one matter.
struct Found<'a> {
    matter: Matter,
    first: &'a FindingRecord,
    count: u64,
    outcomes: BTreeSet<String>,
}

impl<'a> Found<'a> {
    /// What a run found, in the order of its cases.
    fn all(summary: &'a Summary) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for finding in &summary.findings {
            let matter = finding.matter();
            match all.iter_mut().find(|found| found.matter == matter) {
                Some(known) => {
                    known.count += finding.count;
                    known.outcomes.insert(finding.outcome());
                }
                None => all.push(Self {
                    matter,
                    first: finding,
                    count: finding.count,
                    outcomes: BTreeSet::from([finding.outcome()]),
                }),
            }
        }
        all
    }

    fn record(&self) -> Box<FindingRecord> {
        Box::new(FindingRecord { count: self.count, ..self.first.clone() })
    }
}

fn findings(old: &Summary, new: &Summary) -> Vec<Difference> {
    let (before, now) = (Found::all(old), Found::all(new));
    let is_among = |all: &[Found<'_>], one: &Found<'_>| all.iter().any(|other| other.matter == one.matter);
    let mut used = BTreeSet::new();
    let mut all = Vec::new();
    for found in &now {
        let same = before.iter().position(|other| other.matter == found.matter);
        // Wrong in another way: a rule of it was suspected before, of something that is not found any more.
        let other = || {
            before
                .iter()
                .position(|other| other.matter.shares_a_rule(&found.matter) && !is_among(&now, other))
        };
        let difference = match same.or_else(other) {
            _ if found.first.class == Class::Flaky => inconclusive(found, true, Why::Flaky),
            Some(i) => {
                used.insert(i);
                let known = &before[i];
                let same = same.is_some() && known.outcomes == found.outcomes && known.count == found.count;
                Difference::StillWrong { same, old: known.record(), new: found.record() }
            }
            None => match silence(old, found) {
                Some(why) => inconclusive(found, true, why),
                None => Difference::Regressed { new: found.record() },
            },
        };
        all.push(difference);
    }
    for (_, found) in before.iter().enumerate().filter(|(i, _)| !used.contains(i)) {
        all.push(match silence(new, found) {
            _ if found.first.class == Class::Flaky => inconclusive(found, false, Why::Flaky),
            Some(why) => inconclusive(found, false, why),
            None => Difference::Fixed { old: found.record() },
        });
    }
    all
}

fn inconclusive(found: &Found<'_>, new: bool, why: Why) -> Difference {
    Difference::Inconclusive { finding: found.record(), new, why }
}

/// Why a run that found nothing of the sort tells nothing, if it does not.
fn silence(run: &Summary, found: &Found<'_>) -> Option<Why> {
    if run.end.trouble.is_some() || run.end.cut_short {
        return Some(Why::CutShort);
    }
    let checked = |rule: &RuleRecord| rule.status == Status::Checked;
    let own = run.rules.iter().filter(|r| r.operation == found.first.operation);
    let suspects = &found.first.suspects;
    let mut tried = own.filter(|r| suspects.is_empty() || suspects.iter().any(|s| s.rule == r.id));
    (!tried.any(checked)).then_some(Why::NotChecked)
}

/// What an implementation does otherwise where it is free, and the rules that were put to the test in one run only.
fn changes(old: &Summary, new: &Summary) -> Vec<Departure> {
    let freedom = Profile::of(old).departures(new);
    let freedom = freedom.into_iter().filter(|d| !matches!(d, Departure::Capability { .. }));
    let rules = old.rules.iter().filter_map(|was| {
        let is = new.rules.iter().find(|is| is.operation == was.operation && is.id == was.id)?;
        let [before, now] = [was, is].map(|rule| rule.status == Status::Checked);
        // What is declared is told as declared.
        let declared = [was, is].iter().any(|rule| rule.status == Status::Unsupported);
        (before != now && !declared).then(|| Departure::Capability {
            kind: "checks".to_owned(),
            name: was.id.clone(),
            lost: before,
        })
    });
    freedom.chain(rules).collect()
}
