//! Cases of several steps: what one of five costs, against five times what one of one costs, for each operation.

use std::hint::black_box;

use paystone::api::OPERATIONS;
use paystone::spec::{Capabilities, Case, Draw, Judge, Model, Operation};

use crate::{Effort, median, rate, row, timed};

/// A case of five steps is to cost no more than five cases of one.
const TARGET: f64 = 1.0;

const STEPS: usize = 5;

pub(crate) fn measure(effort: Effort) {
    println!(
        "in process, one core: a case of five steps against five cases of one (drawn, answered by the model, judged)"
    );
    for operation in OPERATIONS {
        compare(operation, effort, 5_000 / effort.fraction);
    }
    println!();
}

fn compare(operation: &'static Operation, effort: Effort, cases: u64) {
    let capabilities = Capabilities::everything("model", &[operation]);
    let world = capabilities.plain_world();
    let one = operation.bases.iter().find_map(|base| (base.make)(&world)).expect("a plain case");
    let mut five = one.clone();
    for _ in 1..STEPS {
        five.steps.push(one.steps[0].clone());
    }
    five.settle();
    let model = Model::faithful(capabilities.clone());
    let mut judge = Judge::new(&capabilities.observes);
    let mut through = |case: &Case, times: u64| {
        let mut draw = Draw::seeded(1);
        let all = || {
            for _ in 0..times {
                let mut case = black_box(case).clone();
                (operation.vary)(&mut draw, &mut case);
                let traces = model.traces(&case);
                for now in 0..case.steps.len() {
                    black_box(judge.judge(&case, &traces, now));
                }
            }
        };
        timed(all).0
    };
    let (mut ratios, mut rates) = (Vec::new(), Vec::new());
    for _ in 0..effort.rounds {
        let single = through(&one, cases * STEPS as u64);
        let several = through(&five, cases);
        ratios.push(single.as_secs_f64() / several.as_secs_f64());
        rates.push(rate(cases, several));
    }
    row(
        operation.name,
        median(ratios),
        Some(TARGET),
        &format!("{:>9.0} cases/s of five steps", median(rates)),
    );
}
