//! Looking into a case that showed something: is it steady, what is the smallest case, who is to blame.

use serde_json::Value as Json;

use crate::ground::Value;
use crate::spec::{
    Allowed, At, Case, Change, Expectation, Finding, Judge, Readings, Reply, Seen, Tape, Trace, Why,
};

use super::blame::{Explained, explain};
use super::link::{Link, LinkError};
use super::plan::Plan;
use super::record::{
    AllowedRecord, ChangeRecord, CiteRecord, Class, FindingRecord, Says, Severity, SuspectRecord, WhyRecord,
};
use super::run::run_case;
use super::shrink::{Shrunk, compared, findings, shrink};
use super::worker::Unexpected;

/// Where a case that showed something comes from.
#[derive(Debug)]
pub(super) struct Subject<'a> {
    pub(super) group: String,
    pub(super) number: u64,
    pub(super) count: u64,
    pub(super) swept: bool,
    pub(super) kept: bool,
    pub(super) address: String,
    pub(super) plan: Option<&'a Plan>,
}

/// Looks into a case that showed something: runs it again, shrinks it, narrows the suspects. A link that breaks on the way leaves the case
/// as it was; `trouble` says so, and nothing is run where it does already.
pub(super) fn investigate(
    link: &mut dyn Link,
    judge: &mut Judge,
    subject: &Subject<'_>,
    case: Case,
    unexpected: &Unexpected,
    trouble: &mut Option<LinkError>,
) -> FindingRecord {
    let bases = subject.plan.map(Plan::bases).unwrap_or_default();
    let _ = link.said();
    let found = match trouble {
        Some(_) => Ok(Found::raw(case.clone(), bases, unexpected)),
        None => look_into(link, judge, bases, case.clone(), unexpected),
    };
    let found = found.unwrap_or_else(|error| {
        trouble.get_or_insert(error);
        Found::raw(case, bases, unexpected)
    });
    record(&found, subject, link.said())
}

/// A finding as a record.
pub(super) fn record(found: &Found, subject: &Subject<'_>, said: String) -> FindingRecord {
    let step = found.finding.as_ref().map_or(0, |f| f.step);
    let suspects: Vec<_> = found.finding.iter().flat_map(|f| &f.suspects).collect();
    let hard = found.finding.as_ref().is_none_or(Finding::binds);
    let base =
        subject.plan.zip(found.base.as_ref()).and_then(|(plan, base)| plan.says_of(base)).map(Says::from);
    FindingRecord {
        group: subject.group.clone(),
        class: found.class,
        severity: if hard { Severity::Finding } else { Severity::Warning },
        operation: found.case.steps[step.min(found.case.steps.len() - 1)].operation.name.to_owned(),
        suspects: suspects
            .iter()
            .map(|s| SuspectRecord {
                rule: s.rule.id.to_owned(),
                breach: s.breach.name().to_owned(),
                says: s.rule.says.into(),
                force: s.rule.force.name().to_owned(),
                standing: s.rule.basis.name().to_owned(),
                cites: s.rule.cites.iter().map(CiteRecord::from).collect(),
            })
            .collect(),
        address: subject.address.clone(),
        number: subject.number,
        swept: subject.swept,
        kept: subject.kept,
        known: None,
        count: subject.count,
        step,
        base,
        changes: found.changes.iter().map(ChangeRecord::from).collect(),
        expected: if found.traces.is_empty() {
            Vec::new()
        } else {
            expected(&found.case, &found.traces, step)
        },
        case: found.case.to_json(),
        got: found.got.clone(),
        shown: found.shown(),
        twin: found.twin.as_ref().map(ChangeRecord::from),
        said,
        evaluations: found.evaluations,
    }
}

/// What the documents allow for a step, as a record.
pub fn expected(case: &Case, traces: &[Trace], step: usize) -> Vec<AllowedRecord> {
    let tape = Tape::default();
    let at = case.at(step, traces, Readings::Each(&tape));
    let Expectation(allowed) = Expectation::of(&at);
    allowed.iter().map(|allowed| allowed_record(&at, allowed)).collect()
}

fn allowed_record(at: &At<'_>, allowed: &Allowed) -> AllowedRecord {
    let operation = at.step().operation;
    // A success is shown as a faithful implementation performs it; a refusal as the pattern it is.
    let succeeds = allowed.why.iter().any(|why| why.rule.is_none());
    let performed = (operation.perform)(at, &allowed.outcome).0.into_iter();
    let deciding: Vec<Json> = performed.filter(|e| (operation.decides)(e)).map(|e| e.to_json()).collect();
    // What the caller does not listen to is shown all the same.
    let events: Vec<Json> = match deciding {
        deciding if succeeds && !deciding.is_empty() => deciding,
        _ => allowed.outcome.seen.iter().map(shown).collect(),
    };
    let why = |why: &Why| WhyRecord {
        rule: why.rule.map(|r| r.id.to_owned()),
        readings: why
            .readings
            .iter()
            .map(|(gap, i)| (gap.id.to_owned(), gap.readings[*i].id.to_owned()))
            .collect(),
    };
    AllowedRecord {
        id: allowed.outcome.id.to_owned(),
        says: allowed.outcome.says.into(),
        events: Json::Array(events),
        why: allowed.why.iter().map(why).collect(),
    }
}

/// A deciding event as an example. Where nothing is said of what comes with it, anything may.
fn shown(seen: &Seen) -> Json {
    let mut event = seen.example();
    if seen.fields.is_empty() {
        event.with = Value::Other("anything".into());
    }
    event.to_json()
}

/// What came of looking into a case.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) class: Class,
    pub(super) case: Case,
    pub(super) finding: Option<Finding>,
    pub(super) traces: Vec<Trace>,
    pub(super) got: Json,
    pub(super) base: Option<Case>,
    pub(super) changes: Vec<Change>,
    pub(super) twin: Option<Change>,
    pub(super) evaluations: u32,
}

impl Found {
    /// What shows the finding.
    fn shown(&self) -> Json {
        let shown = self.finding.as_ref().and_then(|finding| {
            let trace = self.traces.get(finding.step)?;
            Some(finding.shown(self.case.steps[finding.step].operation, trace).to_json())
        });
        shown.unwrap_or_default()
    }

    /// The case as it was and what was seen then, where nothing more can be run or came of it.
    pub(super) fn raw(case: Case, bases: &[Case], unexpected: &Unexpected) -> Self {
        let (class, finding, traces, got) = match unexpected {
            Unexpected::Finding(finding, traces) => {
                (Class::WrongAnswer, Some(finding.clone()), traces.clone(), traces_json(traces))
            }
            Unexpected::Fault(fault) => (Class::Fault, None, Vec::new(), fault_json(fault)),
        };
        let (base, changes) = compared(&case, bases);
        Self { class, case, finding, traces, got, base, changes, twin: None, evaluations: 0 }
    }
}

fn traces_json(traces: &[Trace]) -> Json {
    Json::Array(traces.iter().map(Trace::to_json).collect())
}

fn fault_json(fault: &crate::spec::Fault) -> Json {
    serde_json::json!({ "fault": { "kind": fault.kind, "detail": fault.detail } })
}

fn look_into(
    link: &mut dyn Link,
    judge: &mut Judge,
    bases: &[Case],
    case: Case,
    unexpected: &Unexpected,
) -> Result<Found, LinkError> {
    let finding = match unexpected {
        Unexpected::Finding(finding, _) => finding.clone(),
        Unexpected::Fault(fault) => {
            // A crash is not shrunk: each try would cost a process. It is tried once more, to know whether it is steady.
            let again = run_case(link, &case)?;
            let mut found = Found::raw(case, bases, unexpected);
            if !matches!(&again, Reply::Fault(f) if f.kind == fault.kind) {
                found.class = Class::Flaky;
            }
            return Ok(found);
        }
    };
    let Reply::Traces(traces) = run_case(link, &case)? else {
        return Ok(Found { class: Class::Flaky, ..Found::raw(case, bases, unexpected) });
    };
    let again = findings(judge, &case, &traces);
    if !again.iter().any(|f| f.is_like(&finding)) {
        return Ok(Found { class: Class::Flaky, ..Found::raw(case, bases, unexpected) });
    }
    let start = Shrunk { case, finding, traces, evaluations: 1 };
    let shrunk = shrink(link, judge, bases, start)?;
    let Explained { shrunk, base, changes, twin } = explain(link, judge, bases, shrunk)?;
    Ok(Found {
        class: Class::WrongAnswer,
        got: traces_json(&shrunk.traces),
        case: shrunk.case,
        finding: Some(shrunk.finding),
        traces: shrunk.traces,
        base,
        changes,
        twin: twin.map(|(_, change)| change),
        evaluations: shrunk.evaluations,
    })
}
