//! Shrinking: from a case that shows a finding to the smallest one that still does. A case is shrunk by what it is, not by how it was
//! drawn: it is compared with the plain valid cases, and what differs is taken back. So any case can be shrunk, also one that
//! was read from a file, and it reads as "a valid case, except that ...".

use std::collections::BTreeSet;

use crate::ground::{Function, Object, Value};
use crate::spec::{Case, Change, Finding, Judge, Place, Reply, Trace, differences};

use super::link::{Link, LinkError};

/// How many cases one shrinking may run.
const BUDGET: u32 = 400;

/// A shrunk case.
#[derive(Clone, Debug)]
pub struct Shrunk {
    /// The case.
    pub case: Case,
    /// What it shows.
    pub finding: Finding,
    /// What was seen.
    pub traces: Vec<Trace>,
    /// How many cases were run on the way.
    pub evaluations: u32,
}

/// Shrinks a case that shows a finding. What a smaller case shows must be like the first finding: were it enough to be like the latest one,
/// each step could hand on to another suspect, and the last finding be about another defect.
///
/// # Errors
///
/// When the link is broken for good.
pub(super) fn shrink(
    link: &mut dyn Link,
    judge: &mut Judge,
    bases: &[Case],
    start: Shrunk,
) -> Result<Shrunk, LinkError> {
    let first = start.finding.clone();
    let mut best = start;
    let mut tried = BTreeSet::new();
    'again: loop {
        let candidates = candidates(&best, bases);
        let fresh: Vec<_> =
            candidates.into_iter().filter(|c| tried.insert(c.to_json().to_string())).collect();
        let window = link.window().max(1);
        for batch in fresh.chunks(window) {
            // The lowest index that still fails wins, and what was run beyond it does not count: the result does not depend on the window.
            for (reply, case) in run_all(link, batch)?.into_iter().zip(batch) {
                if best.evaluations >= BUDGET {
                    return Ok(best);
                }
                best.evaluations += 1;
                let Reply::Traces(traces) = reply else { continue };
                let found = findings(judge, case, &traces).into_iter().find(|f| f.is_like(&first));
                if let Some(finding) = found {
                    best = Shrunk { case: case.clone(), finding, traces, evaluations: best.evaluations };
                    continue 'again;
                }
            }
        }
        return Ok(best);
    }
}

/// Everything that no document allows about a case.
pub(super) fn findings(judge: &mut Judge, case: &Case, traces: &[Trace]) -> Vec<Finding> {
    if traces.len() != case.steps.len() {
        return Vec::new();
    }
    (0..case.steps.len()).flat_map(|now| judge.judge(case, traces, now)).collect()
}

/// Runs cases side by side; the replies in the order of the cases.
pub(super) fn run_all(link: &mut dyn Link, cases: &[Case]) -> Result<Vec<Reply>, LinkError> {
    let mut replies: Vec<Option<Reply>> = cases.iter().map(|_| None).collect();
    let mut missing = 0;
    let window = link.window().max(1);
    for (id, case) in cases.iter().enumerate() {
        if missing >= window {
            take(link, &mut replies)?;
            missing -= 1;
        }
        link.submit(id as u64, case)?;
        missing += 1;
    }
    for _ in 0..missing {
        take(link, &mut replies)?;
    }
    Ok(replies.into_iter().flatten().collect())
}

fn take(link: &mut dyn Link, replies: &mut [Option<Reply>]) -> Result<(), LinkError> {
    let (id, reply) = link.next()?;
    let slot = usize::try_from(id).ok().and_then(|id| replies.get_mut(id));
    *slot.ok_or_else(|| LinkError::Protocol(format!("a reply to case {id}, which is not under way")))? =
        Some(reply);
    Ok(())
}

/// Simpler cases, the boldest first: without what comes after the finding, with one difference alone, without one earlier step, without
/// one difference, with one value simpler.
fn candidates(best: &Shrunk, bases: &[Case]) -> Vec<Case> {
    let case = &best.case;
    let mut simpler = Vec::new();
    if best.finding.step + 1 < case.steps.len() {
        simpler.push(Case { steps: case.steps[..=best.finding.step].to_vec(), ..case.clone() });
    }
    if let Some(base) = nearest(case, bases) {
        let changes = differences(case, base);
        if changes.len() > 1 {
            simpler.push(base.clone());
            simpler.extend(changes.iter().map(|change| applied(base, change)));
        } else if changes.len() == 1 {
            simpler.push(base.clone());
        }
    }
    for i in 0..case.steps.len() {
        if i != best.finding.step && case.steps.len() > 1 {
            let mut shorter = case.clone();
            shorter.steps.remove(i);
            simpler.push(shorter);
        }
    }
    if let Some(base) = nearest(case, bases) {
        for change in differences(base, case).into_iter().filter(|c| c.place != Place::Step) {
            simpler.push(applied(case, &change));
        }
        for i in 0..case.steps.len() - 1 {
            let mut plainer = case.clone();
            plainer.steps[i] = case.steps[case.steps.len() - 1].clone();
            simpler.push(plainer);
        }
        for change in differences(case, base) {
            simplify(case, &change, &mut simpler);
        }
    }
    simpler.retain(|c| c != case);
    simpler
}

/// The valid case that differs least.
pub(super) fn nearest<'a>(case: &Case, bases: &'a [Case]) -> Option<&'a Case> {
    let last = case.steps.last()?.operation;
    let same = bases.iter().filter(|b| b.steps.last().is_some_and(|s| s.operation == last));
    same.min_by_key(|base| differences(case, base).len())
}

/// The valid case that differs least, and the differences.
pub(super) fn compared(case: &Case, bases: &[Case]) -> (Option<Case>, Vec<Change>) {
    let base = nearest(case, bases).cloned();
    let changes = base.as_ref().map(|base| differences(case, base)).unwrap_or_default();
    (base, changes)
}

pub(super) fn applied(case: &Case, change: &Change) -> Case {
    let mut changed = case.clone();
    change.apply(&mut changed);
    changed
}

fn simplify(case: &Case, change: &Change, simpler: &mut Vec<Case>) {
    let Some(value) = &change.value else { return };
    for value in simpler_values(value) {
        let change = Change { place: change.place.clone(), value: Some(value) };
        if let Place::Fact(fact) = &change.place
            && !change.value.as_ref().is_some_and(|v| fact.admits(v))
        {
            continue;
        }
        simpler.push(applied(case, &change));
    }
}

/// Simpler values, the simplest first.
fn simpler_values(value: &Value) -> Vec<Value> {
    match value {
        Value::Text(text) => simpler_texts(text).into_iter().map(Value::from).collect(),
        Value::Number(n) if n.is_finite() && *n != 0.0 => {
            let mut numbers = vec![0.0, 1.0, 10.0, n.trunc(), (n / 2.0).trunc(), n - n.signum()];
            numbers.retain(|m| m.abs() < n.abs() || (m.fract() == 0.0 && n.fract() != 0.0));
            numbers.into_iter().map(Value::Number).collect()
        }
        Value::Array(items) if !items.is_empty() => {
            let without = |i: usize| {
                let mut fewer = items.clone();
                fewer.remove(i);
                Value::Array(fewer)
            };
            (0..items.len()).map(without).collect()
        }
        Value::Object(members) if !members.is_empty() => {
            let without = members.keys().map(|key| {
                let mut fewer = members.clone();
                fewer.remove(key);
                Value::Object(fewer)
            });
            std::iter::once(Value::Object(Object::new())).chain(without).collect()
        }
        Value::Function(f) if !f.script().is_empty() => vec![Value::Function(Function::default())],
        _ => Vec::new(),
    }
}

/// Shorter texts, and the same length in plain letters.
fn simpler_texts(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    if chars.is_empty() {
        return Vec::new();
    }
    let mut texts = vec![String::new()];
    let half: String = chars[..chars.len() / 2].iter().collect();
    let tail: String = chars[chars.len() / 2..].iter().collect();
    let shorter: String = chars[..chars.len() - 1].iter().collect();
    let later: String = chars[1..].iter().collect();
    let plain: String = chars.iter().map(|_| 'a').collect();
    texts.extend([half, tail, shorter, later]);
    if plain != text {
        texts.push(plain);
    }
    texts
}
