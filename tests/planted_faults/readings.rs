//! Whatever the platform takes the documents to mean where they leave room, it passes.

use super::command::{PLATFORM, complain_of, has, one_by_one, output, run};

/// One reading of the platform's list.
struct Reading<'a> {
    name: &'a str,
    operations: Vec<&'a str>,
    values: Vec<&'a str>,
}

#[test]
fn the_platform_passes_whatever_it_reads() {
    if !has("node") {
        return;
    }
    let list = output(&[PLATFORM[0], PLATFORM[1], "--list-readings"]);
    let readings: Vec<_> = list.lines().map(reading).collect();
    assert!(readings.len() > 40, "the list of readings is not what it was: {list}");
    let tried = if one_by_one() { alone(&readings) } else { mixed(&readings) };
    complain_of(&tried, |(flags, chosen)| {
        let chosen: Vec<_> = chosen.iter().flat_map(|value| ["--reading", value]).collect();
        let flags: Vec<_> = flags.iter().map(String::as_str).collect();
        let run = run(&[&["--sweep-only"], &flags[..]].concat(), &[&PLATFORM[..], &chosen].concat());
        (run.exit != Some(0)).then(|| format!("{}: {}", chosen.join(" "), run.account()))
    });
}

/// Flags of a run, and the readings of the platform in it.
type Try = (Vec<String>, Vec<String>);

/// Each value by itself, on the operations that it matters to. The first value of each is what the faultless platform runs with.
fn alone(readings: &[Reading<'_>]) -> Vec<Try> {
    let flags = |reading: &Reading<'_>| {
        reading.operations.iter().flat_map(|name| ["--operation".to_owned(), (*name).to_owned()]).collect()
    };
    let others = |reading| values_of(reading).skip(1).map(|value| (flags(reading), vec![value]));
    readings.iter().flat_map(others).collect()
}

/// All readings at once, so that each value of each stands in some run, beside ever other values of the others.
fn mixed(readings: &[Reading<'_>]) -> Vec<Try> {
    let most = readings.iter().map(|reading| reading.values.len()).max().unwrap_or_default();
    let nth = |i: usize, (place, reading): (usize, &Reading<'_>)| {
        let count = reading.values.len();
        values_of(reading).nth((i + place * i / most) % count).unwrap_or_default()
    };
    (0..most).map(|i| (Vec::new(), readings.iter().enumerate().map(|r| nth(i, r)).collect())).collect()
}

fn values_of<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = String> + use<'a> {
    reading.values.iter().map(move |value| format!("{}={value}", reading.name))
}

/// A line of the list: the name, the operations, the values.
fn reading(line: &str) -> Reading<'_> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    let name = cell();
    Reading { name, operations: cell().split(", ").collect(), values: cell().split(" | ").collect() }
}
