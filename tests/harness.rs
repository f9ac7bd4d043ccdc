//! How we know that the harness works: properties over all rules, gaps and mutants, not one test for each.

use paystone::api::OPERATIONS;
use paystone::engine::{End, Fate, Goal, Plan, Settings, selftest};
use paystone::spec::{
    Capabilities, Judge, Mark, Model, Operation, Profile, Readings, Source, Trace, mutants_of,
};

fn everything(operation: &'static Operation) -> Capabilities {
    Capabilities::everything("model", &[operation])
}

fn sweep_of(operation: &'static Operation) -> Settings {
    Settings { operations: vec![operation], cases: 0, ..Settings::default() }
}

/// Runs every case of every sweep on the faithful model and hands over how the rules stood.
fn each_swept_case(check: impl Fn(&'static Operation, &Plan, &[Mark], usize)) {
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        assert!(!plan.bases().is_empty(), "{} has no plain valid case", operation.name);
        let model = Model::faithful(everything(operation));
        let mut judge = Judge::new(&everything(operation).observes);
        for index in 0..plan.sweep.len() {
            let case = plan.swept(index).unwrap();
            let traces = model.traces(&case);
            let found = judge.judge(&case, &traces, case.steps.len() - 1);
            let keys: Vec<_> = found.iter().map(paystone::spec::Finding::key).collect();
            assert!(keys.is_empty(), "{keys:?} on {}", case.to_json());
            check(operation, &plan, judge.marks(), index);
        }
    }
}

#[test]
fn every_base_keeps_every_rule_and_every_edge_breaks_none() {
    each_swept_case(|operation, plan, marks, index| {
        let planned = &plan.sweep[index];
        if !matches!(planned.goal, Goal::Plain | Goal::Edge) || is_staging(operation, planned.rule) {
            return;
        }
        for (rule, mark) in operation.rules.iter().zip(marks) {
            let aim = planned.rule.map(|r| operation.rules[r].id);
            let case = || plan.swept(index).unwrap().to_json();
            assert_ne!(*mark, Mark::Broken, "an edge of {aim:?} breaks {}: {}", rule.id, case());
        }
    });
}

/// A promise is put to the test by breaking demands as well.
fn is_staging(operation: &Operation, rule: Option<usize>) -> bool {
    rule.is_some_and(|r| operation.rules[r].promise().is_some())
}

#[test]
fn every_break_breaks_its_rule_and_no_other() {
    each_swept_case(|operation, plan, marks, index| {
        let planned = &plan.sweep[index];
        if planned.goal != Goal::Break {
            return;
        }
        let own = planned.rule.unwrap();
        let case = || plan.swept(index).unwrap().to_json();
        let id = operation.rules[own].id;
        assert!(matches!(marks[own], Mark::Broken | Mark::Open), "{id} is {:?} in {}", marks[own], case());
        for (i, rule) in operation.rules.iter().enumerate() {
            assert!(
                i == own || marks[i] != Mark::Broken,
                "a break of {id} breaks {} too: {}",
                rule.id,
                case()
            );
        }
    });
}

/// The judge looks at the row first.
#[test]
fn what_a_row_is_made_for_a_call_narrows_the_row() {
    let readings = Profile::likeliest();
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        let refusals = || operation.rules.iter().flat_map(|rule| rule.refusals());
        for case in (0..plan.sweep.len()).filter_map(|index| plan.swept(index)) {
            let at = case.at(case.steps.len() - 1, &[], Readings::Of(&readings));
            for refusal in refusals().filter(|refusal| matches!(refusal.source, Source::Made(..))) {
                let made = refusal.outcome(&at);
                let trace = Trace(made.example().collect());
                let row = refusal.row_of();
                assert!(
                    !made.matches(&at, &trace, &[]) || row.matches(&at, &trace, &[]),
                    "{made:?} on {}",
                    case.to_json()
                );
            }
        }
    }
}

#[test]
fn every_gap_of_an_operation_is_met_in_its_sweep() {
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        let model = Model::faithful(everything(operation));
        let mut judge = Judge::new(&everything(operation).observes);
        let mut met = std::collections::BTreeSet::new();
        for case in (0..plan.sweep.len()).filter_map(|i| plan.swept(i)) {
            let traces = model.traces(&case);
            for now in 0..case.steps.len() {
                judge.judge(&case, &traces, now);
                met.extend(judge.evidence().iter().map(|e| e.gap.id));
            }
        }
        // What stands in a call that is produced is the caller's own choice: only one that makes such values meets these.
        let made = operation.produces.is_some();
        let missed: Vec<_> =
            operation.gaps.iter().map(|g| g.id).filter(|id| !met.contains(id) && !made).collect();
        assert!(
            missed.is_empty(),
            "no case of the sweep of {} tells how these are read: {missed:?}",
            operation.name
        );
    }
}

/// How many cases of its rule a mutant is tried on where not all of its sweep is run, and one in how many mutants of demands.
const FEW: usize = 4;
const STRIDE: usize = 7;

/// Else two answers could be taken for the same wrong one that are not.
#[test]
fn what_shows_a_finding_is_enough_to_find_it_again() {
    let (mut found, mut narrowed) = (0, 0);
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        let mut judge = Judge::new(&everything(operation).observes);
        let all = mutants_of(operation).into_iter().enumerate();
        for (_, mutant) in all.filter(|(i, m)| m.rule.promise().is_some() || i % STRIDE == 0) {
            let (id, rule) = (mutant.id.clone(), mutant.rule.id);
            let mutants = [mutant];
            let model = Model::faithful(everything(operation)).mutated(&mutants);
            let own = plan.sweep.iter().enumerate();
            let own = own.filter(|(_, p)| p.rule.is_some_and(|r| operation.rules[r].id == rule)).take(FEW);
            for case in own.filter_map(|(i, _)| plan.swept(i)) {
                let now = case.steps.len() - 1;
                let mut traces = model.traces(&case);
                for finding in judge.judge(&case, &traces, now) {
                    let shown = finding.shown(case.steps[now].operation, &traces[now]);
                    found += 1;
                    narrowed += usize::from(shown != traces[now]);
                    let whole = std::mem::replace(&mut traces[now], shown);
                    let again = judge.judge(&case, &traces, now);
                    let account = || format!("{id}: {} in {:?}, not {again:?}", finding.key(), traces[now]);
                    assert!(again.contains(&finding), "{}", account());
                    traces[now] = whole;
                }
            }
        }
    }
    assert!(found > 1000 && narrowed > 300, "{narrowed} of {found}");
}

#[test]
fn every_mutant_is_caught_in_the_sweep_and_its_rule_is_a_suspect() {
    let mut fates = Vec::new();
    for operation in OPERATIONS {
        let settings = Settings { jobs: 2, ..sweep_of(operation) };
        fates.extend(selftest(operation, &settings));
    }
    let wrong = |fate: &&Fate| match &fate.end {
        End::Dead => subjects(fate) > 3,
        // Both are listed in the snapshot, which is reviewed.
        End::Same | End::Shielded(_) => false,
        End::Misblamed | End::Alive => true,
    };
    let wrong: Vec<_> = fates.iter().filter(wrong).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("survivors", survivors(&fates));
    });
}

/// How many subjects the suspects are about. The rules of one subject may share their place and their refusal, and then nothing tells
/// them apart that can be seen: a list of labels is refused with one code, whatever is wrong with it.
fn subjects(fate: &Fate) -> usize {
    let subject = |rule: &String| rule.rsplit_once('/').map(|(subject, _)| subject.to_owned());
    fate.suspects.iter().filter_map(subject).collect::<std::collections::BTreeSet<_>>().len()
}

/// The mutants that live, each with what shields it.
fn survivors(fates: &[Fate]) -> String {
    let line = |fate: &Fate| match &fate.end {
        End::Shielded(gaps) => {
            Some(format!("{}: {} shielded by {}\n", fate.operation, fate.mutant, gaps.join(", ")))
        }
        End::Same => {
            Some(format!("{}: {} does the same as the faithful model\n", fate.operation, fate.mutant))
        }
        _ => None,
    };
    fates.iter().filter_map(line).collect()
}
