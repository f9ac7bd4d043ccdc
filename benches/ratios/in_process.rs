//! In process: the whole pipeline (draw, implementation, expectation and judge, tally) against a bare loop over cases drawn alike, with
//! the same implementation and a hand-written check.

use std::hint::black_box;
use std::time::Duration;

use paystone::api::{diamond::OPEN_AWEME_CUSTOMER_SERVICE, signature::SIGN};
use paystone::engine::{Cases, Control, InProcess, Settings, run};
use paystone::spec::{Adapter, Case, Draw, Operation, Reply, Trace};

use crate::{Effort, bare, diamond, fact, median, rate, row, sign, timed};

/// The least ratio.
const TARGET: f64 = 0.5;

pub(crate) fn measure(effort: Effort) {
    println!("in process, one core: the whole pipeline against a bare loop");
    let cases = 100_000 / effort.fraction;
    compare(&OPEN_AWEME_CUSTOMER_SERVICE, effort, cases, diamond::Platform::new, bare::diamond::keeps);
    compare(&SIGN, effort, cases, sign::Signer::new, bare::sign::keeps);
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
    keeps: fn(&Case, &[Trace], usize) -> bool,
) {
    let (mut ratios, mut ours, mut floors, mut draws) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..effort.rounds {
        // The sweep and the planning are taken off: what is left is the exploration of so many cases.
        let swept = explored(operation, 0, implementation);
        let whole = explored(operation, cases, implementation);
        let mut implementation = implementation();
        let alike = Cases::of(operation, implementation.capabilities());
        let mut draw = Draw::seeded(1);
        let (bare, kept) = timed(|| {
            let mut one = || {
                let case = alike.draw(black_box(&mut draw))?;
                let Reply::Traces(traces) = implementation.run(&case) else { return None };
                let kept = (0..case.steps.len()).all(|now| keeps(&case, &traces, now));
                if !kept {
                    eprintln!("the hand-written check refuses {} {traces:?}", case.to_json());
                }
                Some(kept)
            };
            (0..cases).filter(|_| one() == Some(true)).count()
        });
        assert_eq!(kept as u64, cases, "the hand-written check and {} disagree", operation.name);
        let (drawing, _) =
            timed(|| (0..cases).filter(|_| black_box(alike.draw(&mut draw)).is_some()).count());
        let (our, floor) = (rate(cases, whole.saturating_sub(swept)), rate(cases, bare));
        ratios.push(our / floor);
        ours.push(our);
        floors.push(floor);
        draws.push(rate(cases, drawing));
    }
    let rates = format!("{:>9.0} cases/s of {:>9.0}", median(ours), median(floors));
    row(operation.name, median(ratios), Some(TARGET), &rates);
    fact("  drawing alone", &format!("{:.0} cases/s", median(draws)));
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
