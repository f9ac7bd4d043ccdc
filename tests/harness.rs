//! How we know that the harness works: properties over all rules, gaps and mutants, not one test for each.

use paystone::api::OPERATIONS;
use paystone::engine::{Control, Goal, InProcess, Plan, Settings, Summary, run};
use paystone::spec::{Capabilities, Judge, Mark, Model, Operation, Profile, mutants_of};

fn everything(operation: &'static Operation) -> Capabilities {
    Capabilities::everything("model", &[operation])
}

fn settings(operation: &'static Operation) -> Settings {
    Settings { operations: vec![operation], cases: 0, ..Settings::default() }
}

fn sweep_of(model: impl Fn() -> Model<'static> + Sync, operation: &'static Operation) -> Summary {
    run(&settings(operation), &|| Ok(InProcess::new(model())), &Control::default()).unwrap()
}

#[test]
fn every_base_keeps_every_rule_and_every_edge_breaks_none() {
    each_planned(|operation, plan, marks, index| {
        let planned = &plan.sweep[index];
        if !matches!(planned.goal, Goal::Plain | Goal::Edge) {
            return;
        }
        for (rule, mark) in operation.rules.iter().zip(marks) {
            let case = plan.swept(index).unwrap().to_json();
            assert_ne!(*mark, Mark::Broken, "{} is broken by {:?} of {:?}: {case}", rule.id, planned.goal, planned.rule.map(|r| operation.rules[r].id));
        }
    });
}

#[test]
fn every_break_breaks_its_rule_and_no_other() {
    each_planned(|operation, plan, marks, index| {
        let planned = &plan.sweep[index];
        if planned.goal != Goal::Break {
            return;
        }
        let own = planned.rule.unwrap();
        let case = plan.swept(index).unwrap().to_json();
        let id = operation.rules[own].id;
        assert!(matches!(marks[own], Mark::Broken | Mark::Open), "{id} is {:?} in {case}", marks[own]);
        for (i, rule) in operation.rules.iter().enumerate() {
            assert!(i == own || marks[i] != Mark::Broken, "a break of {id} breaks {} too: {case}", rule.id);
        }
    });
}

fn each_planned(check: impl Fn(&'static Operation, &Plan, &[Mark], usize)) {
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        assert!(!plan.bases.is_empty(), "{} has no plain valid case", operation.name);
        let model = Model::faithful(everything(operation));
        let mut judge = Judge::new(&everything(operation).observes);
        for index in 0..plan.sweep.len() {
            let case = plan.swept(index).unwrap();
            let traces = model.traces(&case);
            let verdict = judge.judge(&case, &traces, case.steps.len() - 1);
            assert!(verdict.findings.is_empty(), "{}: {:?}", case.to_json(), verdict.findings.iter().map(|f| f.key()).collect::<Vec<_>>());
            check(operation, &plan, judge.marks(), index);
        }
    }
}

#[test]
fn the_faithful_model_never_produces_a_finding_whatever_it_reads() {
    for operation in OPERATIONS {
        let mut profiles = vec![Profile::likeliest()];
        for gap in operation.gaps {
            profiles.extend((1..gap.readings.len()).map(|i| Profile::likeliest().reading(gap, i)));
        }
        for profile in profiles {
            let settings = Settings { cases: 3000, ..settings(operation) };
            let connect = || Ok(InProcess::new(Model::faithful(everything(operation)).reading(profile.clone())));
            let summary = run(&settings, &connect, &Control::default()).unwrap();
            let found: Vec<_> = summary.findings.iter().map(|f| (&f.group, f.case.to_string(), f.got.to_string())).collect();
            assert!(found.is_empty(), "{}: {profile:?}\n{found:#?}", operation.name);
        }
    }
}

#[test]
fn every_mutant_is_caught_in_the_sweep_and_its_rule_is_a_suspect() {
    for operation in OPERATIONS {
        let mut alive = Vec::new();
        let mutants: &'static _ = Box::leak(Box::new(mutants_of(operation)));
        for mutant in mutants {
            let summary = sweep_of(|| Model::faithful(everything(operation)).mutated(mutant), operation);
            if summary.findings.is_empty() {
                alive.push(&mutant.id);
                continue;
            }
            let blamed = summary.findings.iter().find(|f| f.suspects.iter().any(|s| s.rule == mutant.rule.id));
            let Some(finding) = blamed else {
                println!("NOT BLAMED {} {:?}", mutant.id, summary.findings.iter().map(|f| (f.suspects.iter().map(|s| s.rule.clone()).collect::<Vec<_>>(), f.case.to_string(), f.got.to_string())).take(3).collect::<Vec<_>>());
                continue;
            };
            if finding.suspects.len() > 3 {
                println!("MANY {} {}", mutant.id, finding.suspects.len());
            }
        }
        println!("{}: {} of {} alive: {alive:#?}", operation.name, alive.len(), mutants.len());
    }
}
