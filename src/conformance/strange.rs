//! Strange endings: cases of the sweep in which the implementation broke, or did what no rule speaks of. Nobody is suspected of them, so they
//! are told with the rules that the cases were to test.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::engine::{Link, LinkError, Plan, run_case};
use crate::spec::{Case, Judge, Mark, Operation, Reply, Trace};

/// A case that ended so.
#[derive(Clone, Debug)]
pub(super) struct Strange {
    /// Its place in the sweep.
    pub(super) place: usize,
    pub(super) case: Case,
    /// What was seen, in one line.
    pub(super) seen: String,
}

/// For each rule, by its index, the first such case: one that was drawn for it, or that breaks it, being a demand.
///
/// # Errors
///
/// When the link is broken for good.
pub(super) fn strange(plan: &Plan, link: &mut dyn Link) -> Result<BTreeMap<usize, Strange>, LinkError> {
    let mut judge = Judge::new(&link.capabilities().observes);
    let mut found = BTreeMap::new();
    for (place, planned) in plan.sweep.iter().enumerate().filter(|(_, planned)| planned.unstaged.is_none()) {
        let Some(case) = plan.swept(place) else { continue };
        let mut rules = Vec::from_iter(planned.rule);
        let seen = match run_case(link, &case)? {
            Reply::Skip(_) => continue,
            Reply::Fault(fault) => format!("{}: {}", fault.kind, fault.detail),
            Reply::Traces(traces) if traces.len() != case.steps.len() => {
                return Err(LinkError::traces(traces.len(), case.steps.len(), place as u64));
            }
            Reply::Traces(traces) => {
                let Some(broken) = unexplained(&mut judge, plan.operation, &case, &traces) else { continue };
                rules.extend(broken);
                Json::Array(traces.iter().map(Trace::to_json).collect()).to_string()
            }
        };
        for rule in rules {
            found.entry(rule).or_insert_with(|| Strange { place, case: case.clone(), seen: seen.clone() });
        }
    }
    Ok(found)
}

/// The demands that are broken in the steps whose endings nobody is suspected of; nothing where there is no such step.
fn unexplained(
    judge: &mut Judge,
    operation: &Operation,
    case: &Case,
    traces: &[Trace],
) -> Option<Vec<usize>> {
    let mut broken = None;
    for (now, step) in case.steps.iter().enumerate() {
        let known = judge.judge(case, traces, now).iter().all(|finding| !finding.suspects.is_empty());
        if known {
            continue;
        }
        let all: &mut Vec<usize> = broken.get_or_insert_default();
        if step.operation == operation {
            let demands = operation.rules.iter().zip(judge.marks()).enumerate();
            let own = demands.filter(|(_, (rule, mark))| rule.demand().is_some() && **mark == Mark::Broken);
            all.extend(own.map(|(index, _)| index));
        }
    }
    broken
}
