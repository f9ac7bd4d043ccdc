//! Comparing with the platform: a planted fault has regressed, a reading has changed, and two checks that change places change the order
//! of these two alone.

use serde_json::Value;

use super::command::{DIAMOND, PLATFORM, Scratch, complain_of, faulty, has, one_by_one, run, told};
use super::table::{Expected, Row, rows};

/// One of how many faults is compared where not all are.
const STRIDE: usize = 470;

const UNEXPLORED: [&str; 4] = ["--cases", "0", DIAMOND[0], DIAMOND[1]];

fn platform(words: &str) -> String {
    format!("{} {words}", PLATFORM.join(" "))
}

/// How a comparison ended, and its differences.
fn compared(old: &str, new: &str, flags: &[&str]) -> (Option<i32>, Vec<Value>) {
    let words = [&["compare", "--format", "json", "--old", old, "--new", new], flags].concat();
    let (exit, out) = told(&words, &[]);
    let lines = out.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    (exit, lines.filter(|line| line["event"] == "difference").collect())
}

fn faults() -> Vec<Row> {
    let blamed = rows().into_iter().filter(|row| matches!(row.expected, Expected::Blamed(_)));
    blamed.step_by(if one_by_one() { 1 } else { STRIDE }).collect()
}

#[test]
fn a_planted_fault_has_regressed_and_nothing_else_has() {
    if has("node") {
        complain_of(&faults(), |row| {
            let Expected::Blamed(rules) = &row.expected else { return None };
            let flags = ["--sweep-only", "--strict", "--operation", row.operation];
            let (right, wrong) = (platform(""), platform(&format!("--fault {}", row.fault)));
            let regressed = compared(&right, &wrong, &flags);
            let fixed = compared(&wrong, &right, &flags);
            let complaint =
                |(exit, differences): &(Option<i32>, Vec<Value>), class: &str, side: &str, code| {
                    let found: Vec<_> = differences.iter().filter(|d| d["class"] != "changed").collect();
                    let blamed = |rule: &&str| {
                        let suspects =
                            |d: &&Value| d[side]["suspects"].as_array().cloned().unwrap_or_default();
                        found.iter().any(|d| suspects(d).iter().any(|s| s["rule"] == **rule))
                    };
                    let good = *exit == Some(code)
                        && found.iter().all(|d| d["class"] == class)
                        && rules.iter().all(blamed);
                    (!good).then(|| format!("{}: {class}: exit {exit:?}: {differences:?}", row.fault))
                };
            // What a fault does may look like another reading as well: in a strict comparison that counts. What can be tested only now does not.
            let changed = fixed.1.iter().any(|d| d["class"] == "changed" && d["departure"]["lost"] != false);
            complaint(&regressed, "regressed", "new", 1)
                .or_else(|| complaint(&fixed, "fixed", "old", i32::from(changed)))
        });
    }
}

#[test]
fn another_reading_of_the_platform_has_changed_and_nothing_has_regressed() {
    if !has("node") {
        return;
    }
    let (right, other) =
        (platform(""), platform("--reading zone-default=absent --reading complete-order=before"));
    for (old, new) in [(&right, &other), (&other, &right)] {
        let (exit, differences) = compared(old, new, &UNEXPLORED);
        let gaps: Vec<_> =
            differences.iter().map(|d| d["departure"]["gap"].as_str().unwrap_or_default()).collect();
        assert_eq!(gaps, ["diamond/complete-order", "diamond/zone-missing"], "{differences:#?}");
        assert_eq!(exit, Some(0));
        assert_eq!(compared(old, new, &[&UNEXPLORED[..], &["--strict"]].concat()).0, Some(1));
    }
    assert_eq!(compared(&right, &right, &UNEXPLORED), (Some(0), Vec::new()));
}

#[test]
fn two_checks_that_change_places_change_the_profile_by_just_that() {
    if !has("node") {
        return;
    }
    let scratch = Scratch::new("platform.toml");
    let file = &scratch.path();
    let taken = run(&[&UNEXPLORED[..], &["--profile-out", file]].concat(), &PLATFORM);
    assert_eq!(taken.exit, Some(0), "{}", taken.account());
    let profile = std::fs::read_to_string(file).expect("a profile");
    for gap in taken.events("gap").filter(|gap| gap["told"].as_u64() > Some(0)) {
        let id = gap["id"].as_str().expect("an id");
        assert!(profile.contains(&format!("\"{id}\" = [")), "{id} is not in the profile:\n{profile}");
    }
    let held = run(&[&UNEXPLORED[..], &["--profile", file]].concat(), &PLATFORM);
    assert_eq!(held.exit, Some(0), "{}", held.account());
    let held = run(&[&UNEXPLORED[..], &["--profile", file]].concat(), &faulty("face-asked-before-risk"));
    let departures: Vec<_> =
        held.events("departure").map(|d| (d["rule"].as_str(), d["over"].as_str())).collect();
    assert_eq!(departures, [(Some("diamond/account/face"), Some("diamond/account/risk"))]);
    assert_eq!((held.exit, held.events("finding").count()), (Some(1), 0), "{}", held.account());
}
