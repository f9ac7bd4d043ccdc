//! Traces that no faithful platform leaves, nor any mutant: what is seen, repeated, left out, renamed and given another value.

use std::collections::BTreeSet;
use std::fmt::Write;

use md5::{Digest, Md5};
use paystone::api::OPERATIONS;
use paystone::engine::Plan;
use paystone::ground::Value;
use paystone::spec::{Case, Event, Judge, Kind, Model, Trace};

use super::{everything, hex, snapshot, told};

/// Whom the judge suspects of what, for the first case of each rule that differs from each valid case.
#[test]
fn what_no_platform_does_is_judged_as_it_was() {
    let mut text = String::new();
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        let model = Model::faithful(everything(operation));
        let mut judge = Judge::new(&everything(operation).observes);
        let named = operation.rules.iter().enumerate().map(|(index, rule)| (rule.id, Some(index)));
        for (name, rule) in std::iter::once(("plain", None)).chain(named) {
            let mut bases = BTreeSet::new();
            let own = plan.sweep.iter().enumerate().filter(|(_, planned)| planned.rule == rule);
            let firsts: Vec<_> = own
                .filter(|(_, planned)| bases.insert(planned.base))
                .map(|(i, _)| plan.swept(i).unwrap())
                .collect();
            let _ = writeln!(text, "{} {name}: {}", operation.name, judged(&firsts, &model, &mut judge));
        }
    }
    snapshot("damage", &text);
}

/// How damaged traces of a model are judged.
pub(super) fn judged<'a>(
    cases: impl IntoIterator<Item = &'a Case>,
    model: &Model<'_>,
    judge: &mut Judge,
) -> String {
    let (mut count, mut wrong, mut digest) = (0, 0, Md5::new());
    for case in cases {
        let faithful = model.traces(case);
        for now in 0..faithful.len() {
            for trace in damaged(&faithful[now]) {
                let mut traces = faithful.clone();
                traces[now] = trace;
                let findings = judge.judge(case, &traces, now);
                count += 1;
                wrong += usize::from(!findings.is_empty());
                for finding in findings {
                    let shown = finding.shown(case.steps[now].operation, &traces[now]).to_json();
                    digest.update(format!("{} {} {shown}", finding.key(), finding.binds()));
                }
                digest.update(format!("{:?} {:?}", judge.marks(), told(judge)));
            }
        }
    }
    format!("{wrong} of {count} wrong {}", hex(digest))
}

/// A trace, damaged in every way in one place.
fn damaged(trace: &Trace) -> Vec<Trace> {
    let events = &trace.0;
    let mut all = vec![Vec::new(), events.iter().rev().cloned().collect()];
    for (index, event) in events.iter().enumerate() {
        let without = || events.iter().enumerate().filter(|(i, _)| *i != index).map(|(_, e)| e.clone());
        all.push(without().collect());
        all.push(without().chain([event.clone()]).collect());
        all.push(events.iter().cloned().chain([event.clone()]).collect());
        all.extend(others(event).into_iter().map(|other| {
            let mut events = events.clone();
            events[index] = other;
            events
        }));
    }
    all.into_iter().map(Trace).collect()
}

/// Events that differ from this one in one thing.
fn others(event: &Event) -> Vec<Event> {
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != event.kind);
    let mut all: Vec<_> = kinds.map(|kind| Event { kind, ..event.clone() }).collect();
    if event.kind.has_name() {
        let names = ["success", "fail", "complete", "pay", ""].into_iter().filter(|name| *name != event.name);
        all.extend(names.map(|name| Event { name: name.into(), ..event.clone() }));
    }
    all.extend(values(&event.with).into_iter().map(|with| Event { with, ..event.clone() }));
    all
}

/// Values that differ from this one in one place.
fn values(value: &Value) -> Vec<Value> {
    let plain = [Value::Undefined, Value::from(0), Value::text("x")];
    let mut all: Vec<_> = plain.into_iter().filter(|other| other != value).collect();
    match value {
        Value::Number(number) => all.extend([Value::from(number + 1.0), Value::text(number.to_string())]),
        Value::Text(text) => {
            all.extend([format!("{text} "), text.to_uppercase()].map(Value::from));
            all.extend(text.parse().ok().map(Value::Number));
        }
        Value::Array(items) => {
            all.extend((0..items.len()).map(|index| {
                let others = items.iter().enumerate().filter(|(i, _)| *i != index);
                Value::Array(others.map(|(_, item)| item.clone()).collect())
            }));
            all.push(Value::Array(items.iter().rev().cloned().collect()));
        }
        Value::Object(object) => {
            all.push(Value::Object(object.clone().with("more", 1)));
            for (key, member) in object.iter() {
                let others = values(member).into_iter();
                all.extend(others.map(|other| Value::Object(object.clone().with(key.to_owned(), other))));
            }
        }
        _ => {}
    }
    all
}
