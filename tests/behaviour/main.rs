//! What the model says, digested rule by rule: a change of a rule, of a gap or of the drawing shows here, and nowhere else by accident.
//! The digests are the same on every machine.

mod cases;
mod contract;
mod damage;
mod views;

use std::fmt::Write;

use md5::{Digest, Md5};
use paystone::api::OPERATIONS;
use paystone::engine::{Address, Aim, Plan};
use paystone::spec::{
    Capabilities, Case, Expectation, Judge, Mark, Model, Mutant, Operation, Readings, Tape, mutants_of,
};

/// Three digests of some cases: what they are, what the documents allow and a faithful platform does, and how the rules stand.
#[derive(Default)]
struct Digests {
    count: usize,
    cases: Md5,
    endings: Md5,
    marks: Md5,
}

impl Digests {
    fn add(&mut self, case: &Case, model: &Model<'_>, judge: &mut Judge) {
        self.count += 1;
        self.cases.update(case.to_json().to_string());
        let traces = model.traces(case);
        for (now, trace) in traces.iter().enumerate() {
            self.endings.update(trace.to_json().to_string());
            let tape = Tape::default();
            for allowed in Expectation::of(&case.at(now, &traces, Readings::Each(&tape))).0 {
                self.endings.update(format!("{} {:?}", allowed.outcome.id, allowed.outcome.seen));
                for why in allowed.why {
                    let readings = why.readings.iter().map(|(gap, i)| (gap.id, gap.readings[*i].id));
                    let reason = (why.rule.map(|r| r.id), readings.collect::<Vec<_>>());
                    self.endings.update(format!("{reason:?}"));
                }
            }
            judge.judge(case, &traces, now);
            self.marks.update(format!("{:?} {:?}", judge.marks(), told(judge)));
        }
    }

    fn line(self) -> String {
        let Self { count, cases, endings, marks } = self;
        format!("{count} cases {} endings {} marks {}\n", hex(cases), hex(endings), hex(marks))
    }
}

/// A digest's first bytes: enough to tell two apart.
fn hex(digest: Md5) -> String {
    hex::encode(&digest.finalize()[..4])
}

fn told(judge: &Judge) -> Vec<(&'static str, u32, u32)> {
    judge.evidence().iter().map(|e| (e.gap.id, e.asked, e.left)).collect()
}

fn everything(operation: &'static Operation) -> Capabilities {
    Capabilities::everything("model", &[operation])
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, text);
    });
}

/// A name, and cases.
type Group = (String, Vec<Case>);

/// For each operation, digests of groups of its cases, by name.
fn digested(groups: fn(&Plan) -> Vec<Group>) -> String {
    let mut text = String::new();
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        let model = Model::faithful(everything(operation));
        let mut judge = Judge::new(&everything(operation).observes);
        for (name, cases) in groups(&plan) {
            let mut digests = Digests::default();
            for case in &cases {
                digests.add(case, &model, &mut judge);
            }
            let _ = write!(text, "{} {name}: {}", operation.name, digests.line());
        }
    }
    text
}

/// Every case of the sweep.
fn swept(plan: &Plan) -> impl Iterator<Item = Case> {
    (0..plan.sweep.len()).filter_map(|index| plan.swept(index))
}

/// The cases of the sweep that are about a rule; about none where they are plain.
fn of_rule(plan: &Plan, rule: Option<usize>) -> Vec<Case> {
    let own = (0..plan.sweep.len()).filter(|i| plan.sweep[*i].rule == rule);
    own.map(|i| plan.swept(i).unwrap()).collect()
}

#[test]
fn the_sweep_says_what_it_said() {
    let text = digested(|plan| {
        let rules = plan.operation.rules.iter().enumerate();
        let named = rules.map(|(i, rule)| (rule.id.to_owned(), of_rule(plan, Some(i))));
        std::iter::once(("plain".to_owned(), of_rule(plan, None))).chain(named).collect()
    });
    snapshot("sweep", &text);
}

#[test]
fn exploration_draws_what_it_drew() {
    let text = digested(|plan| {
        let drawn = |aim: &Aim, index| {
            let operation = plan.operation.name.to_owned();
            let address = Address { seed: 1, operation, aim: aim.clone(), index };
            plan.case(&address, &everything(plan.operation)).unwrap()
        };
        plan.aims().map(|aim| (aim.to_string(), (0..24).map(|i| drawn(aim, i)).collect())).collect()
    });
    snapshot("exploration", &text);
}

/// What the mutants of each rule do on its own cases, and whom the judge suspects.
#[test]
fn mutants_are_wrong_as_they_were() {
    let mut text = String::new();
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        let mut judge = Judge::new(&everything(operation).observes);
        for mutant in mutants_of(operation) {
            let _ = writeln!(text, "{} {}", operation.name, wrong(&plan, mutant, &mut judge));
        }
    }
    snapshot("mutants", &text);
}

fn wrong(plan: &Plan, mutant: Mutant, judge: &mut Judge) -> String {
    let id = mutant.id.clone();
    let own = plan.operation.rules.iter().position(|r| std::ptr::eq(*r, mutant.rule));
    let mutants = [mutant];
    let model = Model::faithful(everything(plan.operation)).mutated(&mutants);
    let mut digest = Md5::new();
    let mut found = 0;
    for (index, _) in plan.sweep.iter().enumerate().filter(|(_, p)| p.rule == own || p.rule.is_none()) {
        let case = plan.swept(index).unwrap();
        let traces = model.traces(&case);
        for (now, trace) in traces.iter().enumerate() {
            digest.update(trace.to_json().to_string());
            let findings = judge.judge(&case, &traces, now);
            found += usize::from(!findings.is_empty());
            digest.update(findings.iter().map(paystone::spec::Finding::key).collect::<Vec<_>>().join(" "));
            let broken = judge.marks().iter().filter(|m| matches!(m, Mark::Broken | Mark::Open)).count();
            digest.update(broken.to_le_bytes());
        }
    }
    format!("{id}: found {found} times {}", hex(digest))
}
