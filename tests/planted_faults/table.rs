//! The table of what each planted fault must be blamed on, and that it is whole.

use std::collections::BTreeSet;

use super::command::{PLATFORM, has, listed, one_by_one, output};

/// One planted fault.
#[derive(Debug)]
pub(super) struct Row {
    /// Its name.
    pub(super) fault: &'static str,
    /// The operation that it is planted in.
    pub(super) operation: &'static str,
    /// What must come of it.
    pub(super) expected: Expected,
    /// Why, where that is not plain.
    why: &'static str,
}

/// What must come of a planted fault.
#[derive(Debug)]
pub(super) enum Expected {
    /// It is found, and each of these rules is blamed in some finding.
    Blamed(Vec<&'static str>),
    /// It cannot be told from this reading of this gap.
    Reading(&'static str, &'static str),
    /// No rule speaks of it.
    Nothing,
}

/// One of how many faults is tried where not all are.
const STRIDE: usize = 24;

/// The rows to try: all, or one in so many of each kind of expectation.
pub(super) fn tried() -> Vec<Row> {
    let step = if one_by_one() { 1 } else { STRIDE };
    let (blamed, others): (Vec<_>, Vec<_>) =
        rows().into_iter().partition(|row| matches!(row.expected, Expected::Blamed(_)));
    blamed.into_iter().step_by(step).chain(others.into_iter().step_by(step)).collect()
}

/// All rows, in the order of the list of faults.
pub(super) fn rows() -> Vec<Row> {
    let lines = include_str!("expected.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(row).collect()
}

fn row(line: &'static str) -> Row {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    let (fault, operation, expected, why) = (cell(), cell(), cell(), cell());
    let expected = match expected.strip_prefix("gap ").and_then(|gap| gap.split_once('=')) {
        Some((gap, reading)) => Expected::Reading(gap, reading),
        None if expected == "none" => Expected::Nothing,
        None => Expected::Blamed(expected.split(' ').collect()),
    };
    Row { fault, operation, expected, why }
}

#[test]
fn the_table_has_every_planted_fault_once_and_no_other() {
    if !has("node") {
        return;
    }
    let list = output(&[PLATFORM[0], PLATFORM[1], "--list-faults"]);
    let planted: Vec<_> = list.lines().map(|l| l.splitn(3, '\t').take(2).collect::<Vec<_>>()).collect();
    let rows: Vec<_> = rows().iter().map(|row| vec![row.fault, row.operation]).collect();
    assert_eq!(rows, planted);
}

#[test]
fn the_table_names_rules_and_readings_that_exist_and_says_why_a_fault_is_not_found() {
    let rules = listed("rules");
    let rules: BTreeSet<_> = rules.iter().filter_map(|r| r["rule"].as_str()).collect();
    let gaps = listed("gaps");
    let has_reading = |gap: &str, reading: &str| {
        let readings = gaps.iter().filter(|g| g["gap"] == gap).filter_map(|g| g["readings"].as_array());
        readings.flatten().any(|r| r["id"] == reading)
    };
    for row in rows() {
        match &row.expected {
            Expected::Blamed(blamed) => {
                let strange: Vec<_> = blamed.iter().filter(|rule| !rules.contains(**rule)).collect();
                assert!(strange.is_empty(), "{}: no such rules: {strange:?}", row.fault);
            }
            Expected::Reading(gap, reading) => {
                assert!(has_reading(gap, reading), "{}: no such reading: {gap} = {reading}", row.fault);
                assert!(!row.why.is_empty(), "{} says not why", row.fault);
            }
            Expected::Nothing => assert!(!row.why.is_empty(), "{} says not why", row.fault),
        }
    }
}
