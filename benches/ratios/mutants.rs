//! Mutants: how many evaluations a finding costs, and how many cases exploration needs to catch each mutant.

use paystone::api::OPERATIONS;
use paystone::engine::{Address, Aim, End, Plan, Settings, place_of, selftest};
use paystone::spec::{Capabilities, Case, Judge, Model, Mutant, Operation, Trace, mutants_of};

use crate::{Effort, fact, median, timed};

/// Cases after which a mutant counts as uncaught.
const CAP: usize = 2000;

/// The seeds of exploration.
const SEEDS: u64 = 20;

/// The geometric mean to reach, over all mutants of all operations.
const CASES: f64 = 50.0;

pub(crate) fn measure(effort: Effort) {
    println!("mutants: shrinking, and exploration without the sweep");
    let (mut evaluations, mut places) = (Vec::new(), Vec::new());
    let mut logs = Vec::new();
    for operation in OPERATIONS {
        let settings = Settings { cases: 0, ..Settings::default() };
        let fates = selftest(operation, &settings);
        let dead: Vec<_> = fates.iter().filter(|f| matches!(f.end, End::Dead | End::Misblamed)).collect();
        evaluations.extend(dead.iter().map(|f| f64::from(f.evaluations)));
        #[expect(clippy::cast_precision_loss, reason = "counts of places are small")]
        places.extend(dead.iter().map(|f| f.places as f64));
        let killed: Vec<_> =
            mutants_of(operation).into_iter().filter(|m| dead.iter().any(|f| f.mutant == m.id)).collect();
        logs.extend(explore(operation, &killed, SEEDS.div_ceil(effort.fraction.min(4))));
    }
    let spread = |numbers: &[f64]| {
        let most = numbers.iter().copied().fold(0.0, f64::max);
        let mean = numbers.iter().sum::<f64>() / f64::from(u32::try_from(numbers.len()).unwrap_or(u32::MAX));
        format!(
            "median {:.0}, mean {mean:.1}, most {most:.0}, of {}",
            median(numbers.to_vec()),
            numbers.len()
        )
    };
    fact("shrink evaluations per finding", &format!("{}  (median <= 100)", spread(&evaluations)));
    fact("places in which a shrunk case differs", &spread(&places));
    let mean = geometric(&logs);
    let verdict = if mean <= CASES { "met" } else { "MISSED" };
    fact("cases until caught, all operations", &format!("geometric mean {mean:.1}  (<= {CASES} {verdict})"));
    println!();
}

/// The logarithms of how many cases it took, for each mutant and seed.
fn explore(operation: &'static Operation, mutants: &[Mutant], seeds: u64) -> Vec<f64> {
    let capabilities = Capabilities::everything("mutant", &[operation]);
    let plan = Plan::new(operation, &capabilities);
    let aims: Vec<Aim> = plan.aims().cloned().collect();
    let seeds: Vec<u64> = (1..=seeds).collect();
    let (took, counts) = timed(|| {
        std::thread::scope(|scope| {
            let halves: Vec<_> = seeds
                .chunks(seeds.len().div_ceil(2))
                .map(|half| {
                    let (plan, aims, capabilities) = (&plan, &aims, &capabilities);
                    scope.spawn(move || {
                        half.iter()
                            .flat_map(|seed| of_seed(plan, aims, capabilities, mutants, *seed))
                            .collect()
                    })
                })
                .collect();
            halves
                .into_iter()
                .flat_map(|half| half.join().unwrap_or_else(|_| Vec::new()))
                .collect::<Vec<usize>>()
        })
    });
    let missed = counts.iter().filter(|n| **n >= CAP).count();
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    let logs: Vec<f64> = counts.iter().map(|n| (*n as f64).ln()).collect();
    let mean = geometric(&logs);
    fact(
        &format!("cases until caught, {}", operation.name),
        &format!(
            "geometric mean {mean:.1}; {} mutants, {} seeds, {missed} of {} uncaught at {CAP}; \
             {} aims; {:.1} s",
            mutants.len(),
            seeds.len(),
            counts.len(),
            aims.len(),
            took.as_secs_f64(),
        ),
    );
    worst(mutants, &counts);
    logs
}

/// Names the mutants that exploration finds hardest.
fn worst(mutants: &[Mutant], counts: &[usize]) {
    let mut means: Vec<_> = mutants
        .iter()
        .enumerate()
        .map(|(i, mutant)| {
            #[expect(clippy::cast_precision_loss, reason = "counts are small")]
            let logs: Vec<f64> =
                counts.iter().skip(i).step_by(mutants.len()).map(|n| (*n as f64).ln()).collect();
            (geometric(&logs), &mutant.id)
        })
        .collect();
    means.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (mean, id) in means.iter().take(5) {
        fact("", &format!("{mean:>7.1}  {id}"));
    }
}

fn geometric(logs: &[f64]) -> f64 {
    (logs.iter().sum::<f64>() / f64::from(u32::try_from(logs.len()).unwrap_or(u32::MAX))).exp()
}

/// For each mutant, how many cases of this seed it takes. A case on which the mutant does what the faithful model does shows nothing:
/// only the others are judged.
fn of_seed(
    plan: &Plan,
    aims: &[Aim],
    capabilities: &Capabilities,
    mutants: &[Mutant],
    seed: u64,
) -> Vec<usize> {
    let faithful = Model::faithful(capabilities.clone());
    let drawn: Vec<(Case, Vec<Trace>)> = (0..CAP as u64)
        .filter_map(|number| {
            let (round, turn) = (number / aims.len() as u64, number % aims.len() as u64);
            let aim = aims[place_of(seed, round, turn, aims.len() as u64)].clone();
            let address = Address { seed, operation: plan.operation.name.to_owned(), aim, index: round };
            let case = plan.case(&address, capabilities)?;
            let traces = faithful.traces(&case);
            Some((case, traces))
        })
        .collect();
    let mut judge = Judge::new(&capabilities.observes);
    let until_caught = |mutant: &Mutant| {
        let wrong = Model::faithful(capabilities.clone()).mutated(std::slice::from_ref(mutant));
        let mut shows = |(case, right): &(Case, Vec<Trace>)| {
            let traces = wrong.traces(case);
            traces != *right && (0..case.steps.len()).any(|now| !judge.judge(case, &traces, now).is_empty())
        };
        drawn.iter().position(&mut shows).map_or(CAP, |at| at + 1)
    };
    mutants.iter().map(until_caught).collect()
}
