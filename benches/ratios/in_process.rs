//! In process: the whole pipeline (draw, expectation and judge, implementation, tally) against a bare loop over like cases with the
//! same implementation.

use std::hint::black_box;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use paystone::api::{diamond::OPEN_AWEME_CUSTOMER_SERVICE, signature::SIGN};
use paystone::engine::{Control, InProcess, Settings, run};
use paystone::ground::Value;
use paystone::spec::{Adapter, Capabilities, Case, Draw, Operation, Reply};

use crate::{Effort, bare, diamond, fact, median, rate, row, sign, timed};

/// The least ratio.
const TARGET: f64 = 0.5;

pub(crate) fn measure(effort: Effort) {
    println!("in process, one core: the whole pipeline against a bare loop");
    let cases = 100_000 / effort.fraction;
    compare(&OPEN_AWEME_CUSTOMER_SERVICE, effort, cases, diamond::Platform::new, |draw, platform| {
        bare::diamond::one(draw, platform)
    });
    alike(&OPEN_AWEME_CUSTOMER_SERVICE, diamond::Platform::new, |draw, platform| {
        bare::diamond::one(draw, platform)
    });
    compare(&SIGN, effort, cases, sign::Signer::new, bare::sign::one);
    alike(&SIGN, sign::Signer::new, |draw, signer| bare::sign::one(draw, signer));
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

/// What cases are like, on average: for the reader to see that both sides do like work.
struct Counting<'a, A> {
    implementation: A,
    likeness: &'a Mutex<Likeness>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Likeness {
    cases: f64,
    steps: f64,
    members: f64,
    facts: f64,
    events: f64,
}

impl<A: Adapter> Adapter for Counting<'_, A> {
    fn capabilities(&self) -> &Capabilities {
        self.implementation.capabilities()
    }

    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    fn run(&mut self, case: &Case) -> Reply {
        let reply = self.implementation.run(case);
        let mut all = self.likeness.lock().unwrap_or_else(PoisonError::into_inner);
        all.cases += 1.0;
        all.steps += case.steps.len() as f64;
        all.members += case.steps.iter().map(|s| members(&s.input) as f64).sum::<f64>();
        all.facts += case.world.unusual().count() as f64;
        if let Reply::Traces(traces) = &reply {
            all.events += traces.iter().map(|t| t.0.len() as f64).sum::<f64>();
        }
        reply
    }
}

fn members(value: &Value) -> usize {
    value.as_object().map_or(0, |o| o.len() + o.iter().map(|(_, v)| members(v)).sum::<usize>())
}

impl Likeness {
    fn less(self, other: Self) -> Self {
        Self {
            cases: self.cases - other.cases,
            steps: self.steps - other.steps,
            members: self.members - other.members,
            facts: self.facts - other.facts,
            events: self.events - other.events,
        }
    }

    fn told(self) -> String {
        let each = [self.steps, self.members, self.facts, self.events].map(|n| n / self.cases);
        format!("{:.2} steps, {:.2} members, {:.2} facts, {:.2} events", each[0], each[1], each[2], each[3])
    }
}

fn alike<A: Adapter>(
    operation: &'static Operation,
    implementation: fn() -> A,
    one: fn(&mut Draw, &mut Counting<'_, A>) -> bool,
) {
    let of_run = |cases| {
        let likeness = Mutex::new(Likeness::default());
        let settings = Settings { operations: vec![operation], cases, ..Settings::default() };
        let connect =
            || Ok(InProcess::new(Counting { implementation: implementation(), likeness: &likeness }));
        let _ = run(&settings, &connect, &Control::default());
        likeness.into_inner().unwrap_or_else(PoisonError::into_inner)
    };
    let ours = of_run(30_000).less(of_run(0));
    let likeness = Mutex::new(Likeness::default());
    let mut counting = Counting { implementation: implementation(), likeness: &likeness };
    let mut draw = Draw::seeded(1);
    let kept = (0..30_000).filter(|_| one(&mut draw, &mut counting)).count();
    let floor = *likeness.lock().unwrap_or_else(PoisonError::into_inner);
    fact("  a case of the run", &ours.told());
    fact(
        "  a case of the bare loop",
        &format!("{}{}", floor.told(), if kept == 30_000 { "" } else { " (disagrees)" }),
    );
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
        assert_eq!(
            kept as u64, cases,
            "the bare loop and the implementation disagree about {}",
            operation.name
        );
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
