//! Ratios to floors, measured in one run: what Paystone costs over the least that the same work could cost. A ratio is the median of
//! nine interleaved runs; the absolute rate stands beside it.
//!
//! `cargo bench --bench ratios -- [--quick] [in-process] [sequences] [child] [mutants]`

mod bare;
mod child;
mod diamond;
mod in_process;
mod mutants;
mod sequences;
mod sign;

use std::time::{Duration, Instant};

/// How much to measure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    /// Interleaved runs.
    pub(crate) rounds: usize,
    /// What the numbers of cases are divided by.
    pub(crate) fraction: u64,
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let quick = words.iter().any(|w| w == "--quick");
    let parts: Vec<&str> = words.iter().map(String::as_str).filter(|w| !w.starts_with("--")).collect();
    let wanted = |part: &str| parts.is_empty() || parts.contains(&part);
    let effort = if quick { Effort { rounds: 3, fraction: 10 } } else { Effort { rounds: 9, fraction: 1 } };
    if wanted("in-process") {
        in_process::measure(effort);
    }
    if wanted("sequences") {
        sequences::measure(effort);
    }
    if wanted("child") {
        child::measure(effort);
    }
    if wanted("mutants") {
        mutants::measure(effort);
    }
}

/// One line of the table: what, the ratio, the target, the rates.
pub(crate) fn row(what: &str, ratio: f64, target: Option<f64>, rates: &str) {
    let verdict = match target {
        Some(target) if ratio >= target => format!(">= {target:.2}  met   "),
        Some(target) => format!(">= {target:.2}  MISSED"),
        None => " ".repeat(15),
    };
    println!("  {what:<44} {ratio:>6.3}  {verdict}  {rates}");
}

/// A measured number without a floor.
pub(crate) fn fact(what: &str, value: &str) {
    println!("  {what:<44} {value}");
}

/// How long something takes.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let out = work();
    (start.elapsed(), out)
}

/// The middle one.
pub(crate) fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Cases per second.
pub(crate) fn rate(cases: u64, took: Duration) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    let cases = cases as f64;
    cases / took.as_secs_f64()
}
