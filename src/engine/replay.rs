//! Replaying: one case again, looked into as in a run, and told like a run of its own.

use crate::spec::{Case, Finding, Judge, Mark, Reply};

use super::distinct::name;
use super::investigate::{Subject, investigate};
use super::link::{Link, LinkError};
use super::plan::Plan;
use super::record::{RuleRecord, RunRecord, Says, Status, Summary, Trouble};
use super::run::run_case;
use super::summarize::rule_set;
use super::worker::Unexpected;

/// A case to replay.
#[derive(Debug)]
pub struct Replayed {
    /// The case.
    pub case: Case,
    /// Its address, if it came by one.
    pub address: String,
    /// The seed in its address.
    pub seed: u64,
    /// Whether its address is one of the sweep.
    pub swept: bool,
}

/// Runs one case, judges it, and looks into what it shows.
pub fn replay_case(link: &mut dyn Link, replayed: Replayed) -> Summary {
    let Replayed { case, address, seed, swept } = replayed;
    let capabilities = link.capabilities().clone();
    let operation = case.steps[case.steps.len() - 1].operation;
    let mut summary = Summary {
        run: RunRecord {
            paystone: env!("CARGO_PKG_VERSION").to_owned(),
            rule_set: rule_set(&[operation]),
            seed,
            shard: (1, 1),
            implementation: capabilities.implementation.name.clone(),
            version: capabilities.implementation.version.clone(),
            operations: vec![operation.name.to_owned()],
            narrowed: true,
            ..RunRecord::default()
        },
        ..Summary::default()
    };
    let plan = Plan::new(operation, &capabilities);
    let mut judge = Judge::new(&capabilities.observes);
    let mut trouble = None;
    let mut shown: Vec<(String, Unexpected)> = Vec::new();
    match run_case(link, &case) {
        Err(error) => trouble = Some(error),
        Ok(Reply::Skip(reason)) => {
            summary.end.skipped.insert(name(&reason), 1);
        }
        Ok(Reply::Fault(fault)) => {
            summary.end.faults = 1;
            shown.push(("fault".to_owned(), Unexpected::Fault(fault)));
        }
        Ok(Reply::Traces(traces)) if traces.len() != case.steps.len() => {
            trouble = Some(LinkError::traces(traces.len(), case.steps.len(), 0));
        }
        Ok(Reply::Traces(traces)) => {
            summary.end.judged = 1;
            summary.end.steps = case.steps.len() as u64;
            for now in 0..case.steps.len() {
                let found = judge.judge(&case, &traces, now);
                rules(&mut summary, &case, now, judge.marks());
                let seen = |f: Finding| (f.key(), Unexpected::Finding(f, traces.clone()));
                shown.extend(found.into_iter().map(seen));
            }
        }
    }
    for (group, unexpected) in shown {
        let address = address.clone();
        let subject = Subject { group, number: 0, count: 1, swept, kept: false, address, plan: Some(&plan) };
        let record = investigate(link, &mut judge, &subject, case.clone(), &unexpected, &mut trouble);
        summary.findings.push(record);
    }
    summary.end.trouble = trouble.map(Trouble::from);
    summary.end.exit = summary.exit();
    summary
}

/// The rules that spoke about a step.
fn rules(summary: &mut Summary, case: &Case, now: usize, marks: &[Mark]) {
    let operation = case.steps[now].operation;
    for (rule, mark) in operation.rules.iter().zip(marks).filter(|(_, mark)| **mark != Mark::Apart) {
        if summary.rules.iter().any(|r| r.id == rule.id && r.operation == operation.name) {
            continue;
        }
        summary.rules.push(RuleRecord {
            operation: operation.name.to_owned(),
            id: rule.id.to_owned(),
            says: rule.says.into(),
            force: rule.force.name().to_owned(),
            status: Status::Checked,
            why: Says::default(),
            kept: u64::from(*mark == Mark::Kept),
            broken: u64::from(*mark == Mark::Broken),
            open: u64::from(*mark == Mark::Open),
            skipped: 0,
        });
    }
}
