//! The same cases seen with fewer eyes, read in one way only, and two rules broken at once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use md5::{Digest, Md5};
use paystone::api::OPERATIONS;
use paystone::engine::{Goal, Plan};
use paystone::spec::{Case, Finding, Judge, Kind, Model, Profile, Trace};

use super::{damage, everything, hex, snapshot, swept, told};

/// For each kind of events, and for two that tell of the same, what a judge makes of a faithful platform that nobody sees them of: nothing
/// is wrong, and fewer rules are checked.
#[test]
fn what_is_not_observed_is_judged_as_it_was() {
    let mut text = String::new();
    for operation in OPERATIONS {
        let cases = firsts(&Plan::new(operation, &everything(operation)), 4);
        for blind in Kind::ALL.map(|kind| vec![kind]).into_iter().chain([vec![Kind::Sent, Kind::Shown]]) {
            let observes: Vec<_> = Kind::ALL.into_iter().filter(|kind| !blind.contains(kind)).collect();
            let mut judge = Judge::new(&observes);
            let model = Model::faithful(everything(operation));
            let seen = operation.rules.iter().filter(|rule| judge.observes(operation, rule)).count();
            let digest = judged(&cases, &model, &mut judge, |trace| {
                for kind in &blind {
                    hide(trace, *kind);
                }
            });
            let (name, kinds) =
                (operation.name, blind.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" and "));
            assert!(digest.starts_with("0 found"), "{name} without {kinds}: {digest}");
            let _ = writeln!(text, "{name} without {kinds}: {seen} rules {digest}");
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
/// judge makes of it that follows the likeliest; and what one that knows all readings makes of it where it is damaged.
#[test]
fn each_reading_is_followed_as_it_was() {
    let mut text = String::new();
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        let cases: Vec<_> =
            swept(&plan).zip(&plan.sweep).map(|(case, planned)| (case, planned.rule)).collect();
        let usual = Model::faithful(everything(operation));
        let usual: Vec<_> = cases.iter().map(|(case, _)| usual.traces(case)).collect();
        let (mut strict, mut judge) =
            (Judge::new(&Kind::ALL).reading(Profile::likeliest()), Judge::new(&Kind::ALL));
        for gap in operation.gaps {
            for (index, reading) in gap.readings.iter().enumerate().skip(1) {
                let profile = Profile::likeliest().reading(gap, index);
                let model = Model::faithful(everything(operation)).reading(profile);
                let otherwise =
                    cases.iter().zip(&usual).filter(|((case, _), usual)| model.traces(case) != **usual);
                let otherwise: Vec<_> = otherwise.map(|(known, _)| known).collect();
                let digest = judged(otherwise.iter().map(|(case, _)| case), &model, &mut strict, |_| {});
                let (name, count, reading) =
                    (operation.name, otherwise.len(), format!("{}={}", gap.id, reading.id));
                let is_acted = !NEVER_ACTED.contains(&(name, &reading));
                assert_eq!(count > 0, is_acted, "{name}: {count} cases act out {reading}");
                let damaged = damage::judged(spread(&otherwise, 6), &model, &mut judge);
                let _ = writeln!(text, "{name} {reading}: {count} otherwise, {digest}; damaged {damaged}");
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

/// The first case that is about each rule; of more rules than so many, some as far from each other as there is room.
fn spread<'a>(cases: &[&'a (Case, Option<usize>)], most: usize) -> impl Iterator<Item = &'a Case> {
    let mut rules = BTreeSet::new();
    let firsts: Vec<_> = cases.iter().filter(|(_, rule)| rules.insert(*rule)).map(|(case, _)| case).collect();
    let stride = firsts.len().div_ceil(most).max(1);
    firsts.into_iter().step_by(stride)
}

/// The first cases of each rule that are meant to do the same to it.
fn firsts(plan: &Plan, most: usize) -> Vec<Case> {
    let mut counts = BTreeMap::new();
    let is_early = |(rule, goal): (Option<usize>, Goal)| {
        let count = counts.entry((rule, format!("{goal:?}"))).or_insert(0);
        *count += 1;
        *count <= most
    };
    let early: Vec<_> = plan.sweep.iter().map(|planned| (planned.rule, planned.goal)).map(is_early).collect();
    (0..plan.sweep.len()).filter(|index| early[*index]).filter_map(|index| plan.swept(index)).collect()
}

/// What is found, and how findings stand to each other.
fn judged<'a>(
    cases: impl IntoIterator<Item = &'a Case>,
    model: &Model<'_>,
    judge: &mut Judge,
    damage: impl Fn(&mut Trace),
) -> String {
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
