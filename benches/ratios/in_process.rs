//! In process: the whole pipeline (draw, expectation and judge, implementation, tally) against a bare loop over like cases with the
//! same implementation.

use std::hint::black_box;
use std::time::Duration;

use paystone::api::{diamond::OPEN_AWEME_CUSTOMER_SERVICE, signature::SIGN};
use paystone::engine::{Control, InProcess, Settings, run};
use paystone::spec::{Adapter, Draw, Operation};

use crate::{Effort, bare, diamond, fact, median, rate, row, sign, timed};

/// The least ratio.
const TARGET: f64 = 0.5;

pub(crate) fn measure(effort: Effort) {
    println!("in process, one core: the whole pipeline against a bare loop");
    let cases = 400_000 / effort.fraction;
    compare(&OPEN_AWEME_CUSTOMER_SERVICE, effort, cases, diamond::Platform::new, |draw, platform| {
        bare::diamond::one(draw, platform)
    });
    compare(&SIGN, effort, cases, sign::Signer::new, |draw, signer| bare::sign::one(draw, signer));
    let sweep = [&OPEN_AWEME_CUSTOMER_SERVICE, &SIGN].map(|operation| match operation.name {
        "sign" => explored(operation, 0, sign::Signer::new),
        _ => explored(operation, 0, diamond::Platform::new),
    });
    let both: Duration = sweep.iter().sum();
    fact("the sweep of both, planning included", &format!("{:.3} s  (< 1 s)", both.as_secs_f64()));
    if let Some(peak) = peak_memory() {
        fact("peak memory so far", &format!("{peak}  (< 64 MiB)"));
    }
    println!();
}

fn compare<A: Adapter>(
    operation: &'static Operation,
    effort: Effort,
    cases: u64,
    implementation: fn() -> A,
    one: fn(&mut Draw, &mut A) -> bool,
) {
    let (mut ratios, mut ours, mut floors) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..effort.rounds {
        // The sweep and the planning are taken off: what is left is the exploration of so many cases.
        let swept = explored(operation, 0, implementation);
        let whole = explored(operation, cases, implementation);
        let (bare, kept) = timed(|| {
            let mut draw = Draw::seeded(1);
            let mut implementation = implementation();
            (0..cases).filter(|_| one(black_box(&mut draw), black_box(&mut implementation))).count()
        });
        assert_eq!(kept as u64, cases, "the bare loop and the implementation disagree about {}", operation.name);
        let (our, floor) = (rate(cases, whole.saturating_sub(swept)), rate(cases, bare));
        ratios.push(our / floor);
        ours.push(our);
        floors.push(floor);
    }
    let rates = format!("{:>9.0} cases/s of {:>9.0}", median(ours), median(floors));
    row(operation.name, median(ratios), Some(TARGET), &rates);
}

/// How long a run takes that explores so many cases.
fn explored<A: Adapter>(operation: &'static Operation, cases: u64, implementation: fn() -> A) -> Duration {
    let settings = Settings { operations: vec![operation], cases, ..Settings::default() };
    let connect = || Ok(InProcess::new(implementation()));
    let (took, summary) = timed(|| run(&settings, &connect, &Control::default()));
    let summary = summary.unwrap_or_else(|error| panic!("{error}"));
    let found: Vec<_> = summary.findings.iter().map(|f| (&f.group, &f.case, &f.got)).collect();
    assert!(found.is_empty(), "the implementation is wrong: {found:#?}");
    took
}

/// The most memory that this process has held, where the system tells.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(format!("{:.1} MiB", kibibytes / 1024.0))
}
