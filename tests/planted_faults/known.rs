//! Known findings of the platform: written, gone when the fault is put right, pruned.

use super::command::{DIAMOND, PLATFORM, Scratch, faulty, has, told};

const SWEEP: [&str; 3] = ["--sweep-only", DIAMOND[0], DIAMOND[1]];

#[test]
fn a_known_fault_passes_and_one_that_was_put_right_fails_until_it_is_pruned() {
    if !has("node") {
        return;
    }
    let scratch = Scratch::new("known.toml");
    let file = &scratch.path();
    let (right, wrong) = (PLATFORM, faulty("price-in-floats"));
    let init = [&["baseline", "init", file, "--reason", "until 2.0"][..], &SWEEP].concat();
    let run = [&["run", "--baseline", file][..], &SWEEP].concat();
    let prune = [&["baseline", "prune", file][..], &SWEEP].concat();
    assert_eq!(told(&init, &wrong).0, Some(0));
    let (exit, out) = told(&run, &wrong);
    assert!(exit == Some(0) && out.contains("2 known findings"), "{out}");
    let (exit, out) = told(&run, &right);
    assert!(exit == Some(1) && out.contains("no longer occurs"), "{out}");
    assert_eq!(told(&prune, &right).0, Some(0));
    let (exit, out) = told(&run, &right);
    assert!(exit == Some(0) && !out.contains("known"), "{out}");
}

/// Another fault under the same rule is refused with the same code: its own case tells that the known one is gone.
#[test]
fn a_fault_with_the_answer_of_a_known_one_does_not_pass_for_it() {
    if !has("node") {
        return;
    }
    let scratch = Scratch::new("known.toml");
    let file = &scratch.path();
    let init = [&["baseline", "init", file, "--reason", "until 2.0"][..], &SWEEP].concat();
    assert_eq!(told(&init, &faulty("price-in-floats")).0, Some(0));
    let run = [&["run", "--baseline", file][..], &SWEEP].concat();
    let (exit, out) = told(&run, &faulty("tiers-end-at-648"));
    assert_eq!(exit, Some(1), "{out}");
    assert!(
        out.contains("FINDING 1  diamond/buy-quantity/price-tier") && !out.contains("  known: "),
        "{out}"
    );
    assert_eq!(out.matches("no longer occurs").count(), 2, "{out}");
}
