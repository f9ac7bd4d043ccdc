//! Each planted fault is found and blamed on the right rule, or is known to be one that cannot be told from a right platform.

use super::command::{PLATFORM, Run, complain_of, has, run};
use super::table::{Expected, Row, tried};

#[test]
fn every_planted_fault_that_breaks_a_rule_is_found_and_blamed_on_it() {
    if has("node") {
        complain_of(&tried(), |row| match &row.expected {
            Expected::Blamed(rules) => unblamed(row, rules),
            _ => None,
        });
    }
}

#[test]
fn a_planted_fault_that_cannot_be_told_from_a_reading_passes_and_is_taken_for_that_reading() {
    if has("node") {
        complain_of(&tried(), |row| match row.expected {
            Expected::Reading(gap, reading) => {
                let run = with_fault(row, &[]);
                let taken = run.exit == Some(0) && agrees(&run, gap, reading);
                (!taken).then(|| format!("{}: expected {gap} = {reading}, got {}", row.fault, run.account()))
            }
            _ => None,
        });
    }
}

#[test]
fn a_planted_fault_that_no_rule_speaks_of_passes() {
    if has("node") {
        complain_of(&tried(), |row| match row.expected {
            Expected::Nothing => {
                let run = with_fault(row, &[]);
                (run.exit != Some(0))
                    .then(|| format!("{}: expected to pass, got {}", row.fault, run.account()))
            }
            _ => None,
        });
    }
}

/// The complaint that one of the rules is not blamed. The first finding mostly blames it; else the whole sweep has to.
fn unblamed(row: &Row, rules: &[&str]) -> Option<String> {
    let misses = |run: &Run| {
        let blamed = run.blamed();
        rules.iter().copied().filter(|rule| !blamed.contains(rule)).collect::<Vec<_>>()
    };
    let first = with_fault(row, &["--fail-fast"]);
    if first.exit == Some(1) && misses(&first).is_empty() {
        return None;
    }
    let whole = with_fault(row, &[]);
    let missing = misses(&whole);
    let found = whole.exit == Some(1) && missing.is_empty();
    (!found).then(|| format!("{}: not blamed: {}; got {}", row.fault, missing.join(", "), whole.account()))
}

/// The sweep of the fault's operation against the platform with the fault; what the documents only warn of counts.
fn with_fault(row: &Row, flags: &[&str]) -> Run {
    let flags = [&["--sweep-only", "--strict", "--operation", row.operation], flags].concat();
    run(&flags, &[PLATFORM[0], PLATFORM[1], "--fault", row.fault])
}

/// Whether some step agrees with a reading.
fn agrees(run: &Run, gap: &str, reading: &str) -> bool {
    let readings = run.events("gap").filter(|g| g["id"] == gap).filter_map(|g| g["readings"].as_array());
    readings.flatten().any(|r| r["id"] == reading && r["agrees"].as_u64() > Some(0))
}
