//! Replaying: one case, run once, judged, and told like a run of its own.

use serde_json::Value as Json;

use crate::spec::{Case, Judge, Mark, Reply, Trace, differences};

use super::investigate::{Found, Subject, record};
use super::link::{Link, LinkError};
use super::plan::Plan;
use super::record::{RuleRecord, RunRecord, Status, Summary, Trouble};
use super::run::run_case;
use super::shrink::nearest;
use super::summarize::rule_set;
use super::worker::Unexpected;

/// A case to replay.
#[derive(Debug)]
pub struct Replayed {
    /// The case.
    pub case: Case,
    /// Its address, if it came by one.
    pub address: String,
}

/// Runs one case and judges it. Nothing is shrunk.
pub fn replay_case(link: &mut dyn Link, replayed: Replayed) -> Summary {
    let Replayed { case, address } = replayed;
    let capabilities = link.capabilities().clone();
    let operation = case.steps[case.steps.len() - 1].operation;
    let mut summary = Summary {
        run: RunRecord {
            paystone: env!("CARGO_PKG_VERSION").to_owned(),
            rule_set: rule_set(&[operation]),
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
    let subject = |group: String| Subject {
        group,
        number: 0,
        count: 1,
        swept: false,
        address: address.clone(),
        plan: Some(&plan),
    };
    match run_case(link, &case) {
        Err(error) => summary.end.trouble = Some(Trouble::from(error)),
        Ok(Reply::Skip(reason)) => {
            summary.end.skipped.insert(reason, 1);
        }
        Ok(Reply::Fault(fault)) => {
            summary.end.faults = 1;
            let found = Found::raw(case, &Unexpected::Fault(fault));
            summary.findings.push(record(&found, &subject("fault".to_owned()), link.said()));
        }
        Ok(Reply::Traces(traces)) if traces.len() != case.steps.len() => {
            let text = format!("{} traces for a case of {} steps", traces.len(), case.steps.len());
            summary.end.trouble = Some(Trouble::from(LinkError::Protocol(text)));
        }
        Ok(Reply::Traces(traces)) => {
            let mut judge = Judge::new(&capabilities.observes);
            summary.end.judged = 1;
            summary.end.steps = case.steps.len() as u64;
            let base = nearest(&case, plan.bases()).cloned();
            for now in 0..case.steps.len() {
                let verdict = judge.judge(&case, &traces, now);
                rules(&mut summary, &case, now, judge.marks());
                for finding in verdict.findings {
                    let mut found = Found::raw(case.clone(), &Unexpected::Finding(finding.clone()));
                    found.got = Json::Array(traces.iter().map(Trace::to_json).collect());
                    found.traces.clone_from(&traces);
                    found.changes = base.as_ref().map(|b| differences(&case, b)).unwrap_or_default();
                    found.base.clone_from(&base);
                    summary.findings.push(record(&found, &subject(finding.key()), String::new()));
                }
            }
            if let Some(first) = summary.findings.first_mut() {
                first.said = link.said();
            }
        }
    }
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
            why: String::new(),
            kept: u64::from(*mark == Mark::Kept),
            broken: u64::from(*mark == Mark::Broken),
            open: u64::from(*mark == Mark::Open),
            skipped: 0,
        });
    }
}
