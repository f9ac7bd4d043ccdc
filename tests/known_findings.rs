//! Known findings, whatever is wrong with an implementation: what is known passes, what is forgotten or has changed does not.

use paystone::api::OPERATIONS;
use paystone::engine::{
    Control, InProcess, Kept, Known, KnownCase, KnownState, Selection, Settings, Status, Summary, run,
};
use paystone::spec::{Capabilities, Case, Model, Mutant, Operation, mutants_of};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::sample::Index;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};

/// An implementation of one operation with a few things wrong, and how it is explored.
#[derive(Clone)]
struct Wrong {
    operation: &'static Operation,
    mutants: Vec<Index>,
    seed: u64,
    cases: u64,
}

impl std::fmt::Debug for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mutants: Vec<_> = self.mutants().into_iter().map(|mutant| mutant.id).collect();
        write!(f, "{} with {mutants:?}, seed {}, {} cases", self.operation.name, self.seed, self.cases)
    }
}

impl Wrong {
    fn mutants(&self) -> Vec<Mutant> {
        let all = mutants_of(self.operation);
        let chosen: Vec<usize> = self.mutants.iter().map(|i| i.index(all.len())).collect();
        let mutants = all.into_iter().enumerate().filter(|(i, _)| chosen.contains(i));
        mutants.map(|(_, mutant)| mutant).collect()
    }

    fn run(&self, known: &[KnownCase]) -> Summary {
        let mutants = self.mutants();
        let settings = Settings {
            operations: vec![self.operation],
            selection: Selection::default(),
            seed: self.seed,
            cases: self.cases,
            known: known.to_vec(),
            ..Settings::default()
        };
        let connect = || {
            let capabilities = Capabilities::everything("wrong", &[self.operation]);
            Ok(InProcess::new(Model::faithful(capabilities).mutated(&mutants)))
        };
        run(&settings, &connect, &Control::default()).expect("it runs")
    }
}

/// What a run shows, as known.
fn known_of(summary: &Summary) -> Vec<KnownCase> {
    let mut all: Vec<KnownCase> = Vec::new();
    for finding in summary.findings.iter().filter(|finding| finding.decides()) {
        let known = Known::of(finding, "for now").expect("a model is steady");
        let case = Case::from_json(&finding.case, OPERATIONS).expect("a case");
        let kept = Kept { name: String::new(), case, lacks: None };
        if !all.iter().any(|other| other.known.is_same(&known)) {
            all.push(KnownCase { known, expired: false, stray: None, kept });
        }
    }
    all
}

fn states(summary: &Summary) -> Vec<KnownState> {
    summary.known.iter().map(|record| record.state).collect()
}

/// Whether all of it holds for one implementation.
fn holds(wrong: &Wrong) -> Result<(), String> {
    let check = |fine: bool, what: &str, summary: &Summary| {
        let findings: Vec<_> = summary.findings.iter().filter(|f| f.decides()).collect();
        let told = || format!("{what}: exit {}, {:?}, {findings:#?}", summary.end.exit, states(summary));
        if fine { Ok(()) } else { Err(told()) }
    };
    let first = wrong.run(&[]);
    let known = known_of(&first);
    // What is wrong may keep a rule from being reached. That it is known does not change this.
    let passes = |summary: &Summary| {
        let unreached = summary.rules.iter().any(|rule| rule.status == Status::NotReached);
        summary.end.exit == if unreached { 4 } else { 0 }
    };
    let again = wrong.run(&known);
    let still = states(&again).iter().all(|state| *state == KnownState::Occurs);
    check(still && passes(&again), "what is known passes", &again)?;
    let other = Wrong { seed: wrong.seed ^ 1, cases: 0, ..wrong.clone() }.run(&known);
    let still = states(&other).iter().all(|state| *state == KnownState::Occurs);
    check(still && passes(&other), "without exploration it passes as well", &other)?;
    for i in 0..known.len() {
        let mut fewer = known.clone();
        fewer.remove(i);
        check(wrong.run(&fewer).end.exit == 1, "what is forgotten fails", &first)?;
        let mut changed = known.clone();
        changed[i].known.outcome = String::from(r#"[{"returned":"something else"}]"#);
        let summary = wrong.run(&changed);
        let new = summary.findings.iter().any(paystone::engine::FindingRecord::decides);
        let fine = summary.end.exit == 1 && new && states(&summary)[i] == KnownState::Gone;
        check(fine, "another outcome is a new finding, and the old one is gone", &summary)?;
        let mut expired = known.clone();
        expired[i].expired = true;
        let summary = wrong.run(&expired);
        let fine = summary.end.exit == 1 && states(&summary)[i] == KnownState::Expired;
        check(fine, "what has expired fails", &summary)?;
    }
    let right = Wrong { mutants: Vec::new(), ..wrong.clone() }.run(&known);
    let gone = states(&right).iter().all(|state| *state == KnownState::Gone);
    check(gone && right.end.exit == u8::from(!known.is_empty()), "what was put right is gone", &right)
}

#[test]
fn what_is_known_passes_and_what_is_forgotten_or_changed_fails() {
    let operations = ["sign", "tt.openAwemeCustomerService", "tt.pay", "order-info", "tt.canIUse"];
    let operation = |name: Index| {
        let name = name.get(&operations);
        OPERATIONS.iter().copied().find(|operation| operation.name == *name).expect("an operation")
    };
    let wrong = (any::<Index>(), vec(any::<Index>(), 1..4), 0..9u64, 0..200u64);
    let wrong = wrong.prop_map(move |(name, mutants, seed, cases)| Wrong {
        operation: operation(name),
        mutants,
        seed,
        cases,
    });
    let config = Config { cases: 24, failure_persistence: None, max_shrink_iters: 30, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRunner::deterministic().rng().clone());
    match runner.run(&wrong, |wrong| holds(&wrong).map_err(TestCaseError::fail)) {
        Ok(()) => {}
        Err(TestError::Fail(why, wrong)) => panic!("{wrong:?}: {why}"),
        Err(abort) => panic!("{abort}"),
    }
}
