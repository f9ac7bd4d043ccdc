//! No finding on the faithful model, whatever it takes the documents to mean: each reading by itself, every pair of readings, and many mixes.

use std::collections::BTreeSet;

use paystone::api::OPERATIONS;
use paystone::engine::{Address, Aim, Plan};
use paystone::spec::{Capabilities, Case, Draw, Finding, Judge, Model, Operation, Profile};

/// How many mixes of readings are tried for each operation.
const MIXES: u64 = 1000;

/// How many cases of exploration each reading by itself is tried in, beside the sweep.
const EXPLORED: u64 = 1500;

fn everything(operation: &'static Operation) -> Capabilities {
    Capabilities::everything("model", &[operation])
}

/// Which reading of each gap of an operation is followed, in the order of its gaps.
type Choice = Vec<usize>;

fn profile(operation: &Operation, choice: &[usize]) -> Profile {
    let gaps = operation.gaps.iter().zip(choice);
    gaps.fold(Profile::likeliest(), |profile, (gap, reading)| profile.reading(gap, *reading))
}

/// In the cases in which the model comes to a gap: in all others it does the same, however it reads that one.
#[test]
fn each_reading_by_itself_conforms() {
    for operation in OPERATIONS {
        let capabilities = everything(operation);
        let plan = Plan::new(operation, &capabilities);
        let aims: Vec<&Aim> = plan.aims().collect();
        let explored = (0..EXPLORED).filter_map(|index| {
            let aim = aims[usize::try_from(index).unwrap() % aims.len()].clone();
            plan.case(&Address { seed: 1, operation: operation.name.to_owned(), aim, index }, &capabilities)
        });
        let likeliest = Model::faithful(everything(operation));
        let mut judge = Judge::new(&capabilities.observes);
        for case in (0..plan.sweep.len()).filter_map(|i| plan.swept(i)).chain(explored) {
            conforms(&likeliest, &mut judge, &case);
            for gap in likeliest.gaps_met(&case) {
                for reading in 1..gap.readings.len() {
                    let profile = Profile::likeliest().reading(gap, reading);
                    conforms(&Model::faithful(capabilities.clone()).reading(profile), &mut judge, &case);
                }
            }
        }
    }
}

/// The proof of what the test before rests upon, in the cases in which a gap is not come to.
#[test]
fn a_gap_that_is_not_come_to_changes_nothing() {
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        let likeliest = Model::faithful(everything(operation));
        let mut draw = Draw::seeded(1);
        let mut tried = 0;
        for _ in 0..400 {
            let case = plan.swept(draw.below(plan.sweep.len())).unwrap();
            let (met, usual) = (likeliest.gaps_met(&case), likeliest.traces(&case));
            let Some(gap) = operation.gaps.get(draw.below(operation.gaps.len().max(1))) else { continue };
            for reading in (1..gap.readings.len()).filter(|_| !met.contains(gap)) {
                tried += 1;
                let profile = Profile::likeliest().reading(gap, reading);
                let traces = Model::faithful(everything(operation)).reading(profile).traces(&case);
                assert_eq!(traces, usual, "{}={reading} on {}", gap.id, case.to_json());
            }
        }
        assert!(tried > 0 || operation.gaps.is_empty(), "{}: every gap is met in every case", operation.name);
    }
}

#[test]
fn every_pair_of_readings_conforms() {
    for operation in OPERATIONS {
        let plan = Plan::new(operation, &everything(operation));
        for choice in pairwise(operation) {
            let cases = (0..plan.sweep.len()).filter_map(|i| plan.swept(i));
            conform(operation, &profile(operation, &choice), cases);
        }
    }
}

#[test]
fn a_thousand_mixes_of_readings_conform() {
    for operation in OPERATIONS {
        let capabilities = everything(operation);
        let plan = Plan::new(operation, &capabilities);
        let aims: Vec<Aim> = plan.aims().cloned().collect();
        for seed in 1..=MIXES {
            let mut draw = Draw::seeded(seed);
            let choice = mixed(operation, &mut draw);
            let swept = (0..20).filter_map(|_| plan.swept(draw.below(plan.sweep.len()))).collect::<Vec<_>>();
            let explored = (0..20).filter_map(|index| {
                let aim = draw.pick(&aims).clone();
                let address = Address { seed, operation: operation.name.to_owned(), aim, index };
                plan.case(&address, &capabilities)
            });
            let explored: Vec<_> = explored.collect();
            conform(operation, &profile(operation, &choice), swept.into_iter().chain(explored));
        }
    }
}

/// Panics on the first finding in any of the cases.
fn conform(operation: &'static Operation, profile: &Profile, cases: impl Iterator<Item = Case>) {
    let model = Model::faithful(everything(operation)).reading(profile.clone());
    let mut judge = Judge::new(&everything(operation).observes);
    for case in cases {
        conforms(&model, &mut judge, &case);
    }
}

/// Panics on the first finding.
fn conforms(model: &Model<'_>, judge: &mut Judge, case: &Case) {
    let traces = model.traces(case);
    for now in 0..case.steps.len() {
        let found = judge.judge(case, &traces, now);
        let keys: Vec<_> = found.iter().map(Finding::key).collect();
        let got = || traces.iter().map(|trace| trace.to_json().to_string()).collect::<Vec<_>>();
        assert!(keys.is_empty(), "{keys:?}: {model:?}\non {}\ngot {:#?}", case.to_json(), got());
    }
}

fn mixed(operation: &Operation, draw: &mut Draw) -> Choice {
    operation.gaps.iter().map(|gap| draw.below(gap.readings.len())).collect()
}

/// Choices in which every two readings of every two gaps stand together somewhere.
fn pairwise(operation: &Operation) -> Vec<Choice> {
    let pairs_of = |choice: &Choice| -> Vec<_> {
        let all = choice.iter().copied().enumerate();
        all.clone().flat_map(|one| all.clone().skip(one.0 + 1).map(move |two| (one, two))).collect()
    };
    let readings = |i: usize| operation.gaps[i].readings.len();
    let mut missing = BTreeSet::new();
    for one in 0..operation.gaps.len() {
        for two in one + 1..operation.gaps.len() {
            for first in 0..readings(one) {
                missing.extend((0..readings(two)).map(|second| ((one, first), (two, second))));
            }
        }
    }
    let mut draw = Draw::seeded(1);
    let mut rows = Vec::new();
    while let Some(((one, first), (two, second))) = missing.first().copied() {
        // Of some mixes that hold a pair that is missing, the one that holds most of them.
        let tries = (0..12).map(|_| {
            let mut choice = mixed(operation, &mut draw);
            choice[one] = first;
            choice[two] = second;
            choice
        });
        let news = |choice: &Choice| pairs_of(choice).iter().filter(|pair| missing.contains(*pair)).count();
        let best = tries.max_by_key(news).expect("some tries");
        for pair in pairs_of(&best) {
            missing.remove(&pair);
        }
        rows.push(best);
    }
    rows
}
