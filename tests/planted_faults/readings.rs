//! Whatever the platform takes the documents to mean where they leave room, it passes.

use super::command::{PLATFORM, complain_of, has, output, run};

#[test]
fn the_platform_passes_with_each_of_its_readings_by_itself() {
    if !has("node") {
        return;
    }
    let list = output(&[PLATFORM[0], PLATFORM[1], "--list-readings"]);
    let readings: Vec<_> = list.lines().flat_map(readings_of).collect();
    assert!(readings.len() > 40, "the list of readings is not what it was: {list}");
    complain_of(&readings, |reading| {
        let run = run(&["--sweep-only"], &[PLATFORM[0], PLATFORM[1], "--reading", reading]);
        (run.exit != Some(0)).then(|| format!("{reading}: {}", run.account()))
    });
}

/// `NAME=VALUE` for each value of one line of the list but the first: that is the default, which the faultless platform
/// runs with.
fn readings_of(line: &str) -> Vec<String> {
    let mut cells = line.split('\t');
    let name = cells.next().unwrap_or_default();
    let values = cells.next().unwrap_or_default().split(" | ").skip(1);
    values.map(|value| format!("{name}={value}")).collect()
}
