//! The same cases seen with fewer eyes, read in one way only, and two rules broken at once.

use std::fmt::Write;

use md5::{Digest, Md5};
use paystone::api::OPERATIONS;
use paystone::engine::Plan;
use paystone::spec::{Case, Finding, Judge, Kind, Model, Profile, Trace};

use super::{everything, hex, of_rule, snapshot, swept, told};

/// For each kind of events, what a judge makes of a faithful platform that nobody sees it of: nothing is wrong, and fewer rules are checked.
#[test]
fn what_is_not_observed_is_judged_as_it_was() {
    let mut text = String::new();
    for operation in OPERATIONS {
        let cases = firsts(&Plan::new(operation, &everything(operation)), 2);
        for blind in Kind::ALL {
            let observes: Vec<_> = Kind::ALL.into_iter().filter(|kind| *kind != blind).collect();
            let mut judge = Judge::new(&observes);
            let model = Model::faithful(everything(operation));
            let seen = operation.rules.iter().filter(|rule| judge.observes(operation, rule)).count();
            let digest = judged(&cases, &model, &mut judge, |trace| hide(trace, blind));
            assert!(digest.starts_with("0 found"), "{} without {}: {digest}", operation.name, blind.name());
            let _ = writeln!(text, "{} without {}: {seen} rules {digest}", operation.name, blind.name());
        }
    }
    snapshot("blind", &text);
}

/// Who does not see that an answer was asked for sees that the handler was called.
fn hide(trace: &mut Trace, blind: Kind) {
    if blind == Kind::Asked {
        let asked = trace.0.iter_mut().filter(|event| event.kind == blind);
        asked.for_each(|event| (event.kind, event.answered) = (Kind::Called, None));
    } else {
        trace.0.retain(|event| event.kind != blind);
    }
}

/// The readings that show only in what somebody else does: the first is refused in the same words either way, and a faithful caller signs
/// none of the others.
const NEVER_ACTED: &[(&str, &str)] = &[
    ("tt.pay", "common/nan=wrong-type"),
    ("order-info", "signature/null=signed"),
    ("order-info", "signature/null=refused"),
    ("order-info", "signature/other-values=refused"),
    ("order-info", "signature/blank=dropped"),
];

/// For each reading of each gap, in how many cases a platform that follows it does otherwise than one that follows the likeliest, and what a
/// judge makes of it that follows the likeliest.
#[test]
fn each_reading_is_followed_as_it_was() {
    let mut text = String::new();
    for operation in OPERATIONS {
        let cases: Vec<_> = swept(&Plan::new(operation, &everything(operation))).collect();
        let usual = Model::faithful(everything(operation));
        let usual: Vec<_> = cases.iter().map(|case| usual.traces(case)).collect();
        let mut judge = Judge::new(&Kind::ALL).reading(Profile::likeliest());
        for gap in operation.gaps {
            for (index, reading) in gap.readings.iter().enumerate().skip(1) {
                let profile = Profile::likeliest().reading(gap, index);
                let model = Model::faithful(everything(operation)).reading(profile);
                let otherwise =
                    cases.iter().zip(&usual).filter(|(case, usual)| model.traces(case) != **usual);
                let otherwise: Vec<_> = otherwise.map(|(case, _)| case.clone()).collect();
                let digest = judged(&otherwise, &model, &mut judge, |_| {});
                let (name, count, reading) =
                    (operation.name, otherwise.len(), format!("{}={}", gap.id, reading.id));
                let is_acted = !NEVER_ACTED.contains(&(name, &reading));
                assert_eq!(count > 0, is_acted, "{name}: {count} cases act out {reading}");
                let _ = writeln!(text, "{name} {reading}: {count} otherwise, {digest}");
            }
        }
    }
    snapshot("readings_followed", &text);
}

/// Which of two broken rules a faithful platform is seen to put first.
#[test]
fn pairs_tell_the_precedence_that_they_told() {
    let mut text = String::new();
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        let model = Model::faithful(everything(operation));
        let mut judge = Judge::new(&Kind::ALL);
        let pairs = plan.pairs();
        let mut digest = Md5::new();
        let mut preferred = 0;
        for pair in &pairs {
            let case = plan.paired(pair);
            let traces = model.traces(&case);
            let findings = judge.judge(&case, &traces, traces.len() - 1);
            preferred += judge.preferences().len();
            digest.update(format!("{} {findings:?} {:?}", case.key(), judge.preferences()));
        }
        let (name, pairs) = (operation.name, pairs.len());
        let _ = writeln!(text, "{name}: {pairs} pairs, {preferred} preferences {}", hex(digest));
    }
    snapshot("precedence", &text);
}

/// The first cases of each rule.
fn firsts(plan: &Plan, most: usize) -> Vec<Case> {
    let rules = std::iter::once(None).chain((0..plan.operation.rules.len()).map(Some));
    rules.flat_map(|rule| of_rule(plan, rule).into_iter().take(most)).collect()
}

/// What is found, and how findings stand to each other.
fn judged(cases: &[Case], model: &Model<'_>, judge: &mut Judge, damage: impl Fn(&mut Trace)) -> String {
    let mut digest = Md5::new();
    let mut found: Vec<Finding> = Vec::new();
    for case in cases {
        let mut traces = model.traces(case);
        traces.iter_mut().for_each(&damage);
        for now in 0..traces.len() {
            digest.update(traces[now].to_json().to_string());
            for finding in judge.judge(case, &traces, now) {
                let like = found.iter().position(|known| known.is_like(&finding));
                digest.update(format!("{} {} {like:?}", finding.key(), finding.binds()));
                found.push(finding);
            }
            digest.update(format!("{:?} {:?}", judge.marks(), told(judge)));
        }
    }
    format!("{} found {}", found.len(), hex(digest))
}
