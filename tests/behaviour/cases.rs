//! What holds of every case of the sweep: it is its JSON, and it is a plain valid case with its differences.

use std::collections::BTreeMap;
use std::fmt::Write;

use md5::{Digest, Md5};
use paystone::api::world::PAYMENT_SECRET;
use paystone::api::{self, OPERATIONS};
use paystone::engine::{Address, Plan};
use paystone::ground::Value;
use paystone::spec::{BASE_LIBRARY, Capabilities, Case, Fact, Operation, Patch, Place, World, differences};

use super::{everything, hex, snapshot, swept};

#[test]
fn a_case_is_its_json() {
    for operation in OPERATIONS {
        for case in swept(&Plan::new(operation, &everything(operation))) {
            let json = case.to_json();
            assert_eq!(Case::from_json(&json, &[operation]).as_ref(), Ok(&case), "{json}");
            let mut other = json;
            other["steps"][0]["input_"] = true.into();
            assert!(Case::from_json(&other, &[operation]).is_err(), "{other}");
        }
    }
}

/// Steps of two operations share a world.
#[test]
fn a_case_of_two_operations_is_its_json() {
    let plain = |operation| Plan::new(operation, &everything(operation)).bases()[0].clone();
    for (one, other) in OPERATIONS.iter().flat_map(|one| OPERATIONS.iter().map(move |other| (*one, *other))) {
        let steps = [plain(one), plain(other)].into_iter().flat_map(|case| case.steps).collect();
        let case = Case { world: World::plain(), steps };
        let facts = case.facts();
        assert!([one, other].iter().flat_map(|o| o.facts).all(|fact| facts.contains(fact)));
        assert!((1..facts.len()).all(|i| !facts[..i].contains(&facts[i])), "{} {}", one.name, other.name);
        assert_eq!(Case::from_json(&case.to_json(), &[one, other]).as_ref(), Ok(&case));
    }
}

/// The names of the places are digested: they are what a reader is told; and which rules are about each of them.
#[test]
fn a_case_is_a_plain_one_with_its_differences() {
    let mut text = String::new();
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        let mut places = Md5::new();
        let mut about = BTreeMap::new();
        let mut count = 0;
        for case in swept(&plan) {
            for base in plan.bases() {
                let changes = differences(&case, base);
                let told: Vec<_> = changes.iter().map(|change| change.place.to_string()).collect();
                places.update(told.join(" "));
                count += changes.len();
                for (change, told) in changes.iter().zip(told.clone()) {
                    about.entry(told).or_insert_with(|| {
                        let rules = operation.rules.iter().filter(|rule| rule.is_about(&change.place));
                        rules.map(|rule| rule.id).collect::<Vec<_>>()
                    });
                }
                let before = changes.iter().filter(|change| change.place == Place::Step).count();
                assert_eq!(before, case.steps.len() - base.steps.len());
                let whole = Patch { changes, earlier: Vec::new() };
                let mut made = base.clone();
                whole.apply(&mut made);
                assert!(
                    made.world == case.world && made.steps.last() == case.steps.last(),
                    "{told:?}: {} is not {}",
                    made.to_json(),
                    case.to_json()
                );
                assert!(differences(&made, base).len() + before == whole.changes.len());
            }
        }
        places.update(format!("{about:?}"));
        let _ = writeln!(text, "{}: {count} differences {}", operation.name, hex(places));
    }
    snapshot("differences", &text);
}

/// A difference alone changes that place, and what follows from it.
#[test]
fn one_difference_at_a_time_leads_to_a_case() {
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        for case in swept(&plan) {
            let base = &plan.bases()[0];
            let mut made = base.clone();
            for change in differences(&case, base) {
                let left = differences(&case, &made).len();
                change.apply(&mut made);
                let less = differences(&case, &made).len();
                assert!(
                    less < left || change.place == Place::Step,
                    "{}: {left} of {}",
                    change.place,
                    case.to_json()
                );
            }
        }
    }
}

#[test]
fn a_rule_is_found_by_its_id() {
    for operation in OPERATIONS {
        assert_eq!(api::operation(operation.name), Some(*operation));
        for rule in operation.rules {
            assert!(operation.rule(rule.id).is_some_and(|found| std::ptr::eq(found, *rule)), "{}", rule.id);
            assert!(api::rules().iter().any(|(known, of)| known.id == rule.id && of.contains(operation)));
        }
        assert!(operation.rule("").is_none());
        assert!(
            operation.gaps.iter().all(|gap| api::gaps().iter().filter(|known| known == &gap).count() == 1)
        );
    }
    assert_eq!(api::operation(""), None);
}

#[test]
fn an_adapter_that_offers_everything_stages_each_fact_once() {
    let all = Capabilities::everything("all", OPERATIONS);
    assert_eq!(all.implementation.name, "all");
    for fact in OPERATIONS.iter().flat_map(|operation| operation.facts) {
        assert!(all.stages(fact));
        assert_eq!(all.stages.iter().filter(|known| *known == fact).count(), 1, "{}", fact.name);
    }
    assert!(!everything(OPERATIONS[0]).stages(foreign(OPERATIONS[0])));
    let pinned = Capabilities { pins: vec![(&BASE_LIBRARY, Value::text("3.0.0"))], ..all };
    assert_eq!(pinned.plain_world(), World::plain().with(&BASE_LIBRARY, "3.0.0"));
}

/// Whatever value it has, the plain one too.
#[test]
fn a_pinned_secret_is_the_only_one() {
    for secret in [PAYMENT_SECRET.plain(), "pinned".into()] {
        for operation in OPERATIONS {
            let pins = vec![(&PAYMENT_SECRET, secret.clone())];
            let mut capabilities = Capabilities { pins, ..everything(operation) };
            capabilities.stages.retain(|fact| **fact != PAYMENT_SECRET);
            let plan = Plan::new(operation, &capabilities);
            let drawn = plan.aims().flat_map(|aim| (0..8).map(move |index| (aim.clone(), index)));
            let drawn = drawn.filter_map(|(aim, index)| {
                plan.case(
                    &Address { seed: 1, operation: operation.name.to_owned(), aim, index },
                    &capabilities,
                )
            });
            for case in swept(&plan).chain(drawn) {
                assert_eq!(case.world.value(&PAYMENT_SECRET), secret, "{}", case.to_json());
                for step in case.steps.iter().filter(|step| step.operation.name == "sign") {
                    assert_eq!(*step.input.get("secret"), secret, "{}", case.to_json());
                }
            }
        }
    }
}

fn foreign(operation: &Operation) -> &'static Fact {
    let all = OPERATIONS.iter().flat_map(|other| other.facts).copied();
    all.into_iter().find(|fact| !operation.facts.contains(fact)).unwrap()
}

/// The calls that faithful callers produce for plain intents.
#[test]
fn a_faithful_caller_calls_as_it_did() {
    let mut text = String::new();
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        for (base, case) in operation.bases.iter().zip(plan.bases()) {
            let call = operation.faithful_call(case);
            assert_eq!(call.is_some(), operation.produces.is_some());
            let call = call.map_or("calls nobody".to_owned(), |call| call.key().trim_end().to_owned());
            let _ = writeln!(text, "{} {}: {call}", operation.name, base.id);
        }
    }
    snapshot("calls", &text);
}
