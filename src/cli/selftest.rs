//! `paystone selftest`: the kill matrix. Every mutant of the closed list must die in the sweep; the model with nothing changed must live.

use crate::engine::{End, Fate, Settings, control, counted, selftest as fates_of};
use crate::spec::mutants_of;

use super::args::SelftestArgs;
use super::exit::{Exit, Failure};
use super::out::say;
use super::run::operations;

/// Runs it.
pub(super) fn selftest(args: &SelftestArgs) -> Result<Exit, Failure> {
    let operations = operations(&args.operation)?;
    if args.list {
        for mutant in operations.iter().flat_map(|o| mutants_of(o)) {
            say!("{}", mutant.id);
        }
        return Ok(Exit::Success);
    }
    let mut healthy = true;
    let jobs = std::thread::available_parallelism().map_or(1, |n| n.get() as u64);
    for operation in operations {
        let settings = Settings { cases: 0, jobs, ..Settings::default() };
        let faithful = control(operation, &settings)?;
        let alive = faithful.findings.is_empty() && faithful.end.judged > 0;
        healthy &= alive;
        say!("{}", operation.name);
        say!("  control  the model with nothing changed: {}", if alive { "alive" } else { "DEAD" });
        let fates = fates_of(operation, &settings);
        for fate in &fates {
            say!("  {}", line(fate));
        }
        let count = |wanted: fn(&End) -> bool| fates.iter().filter(|f| wanted(&f.end)).count();
        let bad = count(|e| matches!(e, End::Alive | End::Misblamed));
        healthy &= bad == 0;
        say!(
            "  {}: {} dead, {} shielded by gaps, {} equal to the model, {bad} missed",
            counted(fates.len() as u64, "mutant"),
            count(|e| *e == End::Dead),
            count(|e| matches!(e, End::Shielded(_))),
            count(|e| *e == End::Same),
        );
    }
    Ok(Exit::Run(u8::from(!healthy)))
}

fn line(fate: &Fate) -> String {
    let suspects = fate.suspects.join(", ");
    match &fate.end {
        End::Dead => format!(
            "dead     {} (case {}, {}, {}; {suspects})",
            fate.mutant,
            fate.cases,
            counted(fate.places as u64, "place"),
            counted(fate.evaluations.into(), "evaluation")
        ),
        End::Shielded(gaps) => format!("shielded {} by {}", fate.mutant, gaps.join(", ")),
        End::Same => format!("same     {}", fate.mutant),
        End::Misblamed => format!("MISSED   {} (blamed {suspects})", fate.mutant),
        End::Alive => format!("MISSED   {}", fate.mutant),
    }
}
