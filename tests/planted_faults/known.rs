//! Known findings of the platform: written, gone when the fault is put right, pruned.

use super::command::{PLATFORM, has, told};

#[test]
fn a_known_fault_passes_and_one_that_was_put_right_fails_until_it_is_pruned() {
    if !has("node") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("known.toml");
    let file = file.to_str().expect("a path");
    let flags = ["--sweep-only", "--operation", "tt.openAwemeCustomerService"];
    let right = PLATFORM;
    let wrong = [PLATFORM[0], PLATFORM[1], "--fault", "price-in-floats"];
    let init = [&["baseline", "init", file, "--reason", "until 2.0"], &flags[..]].concat();
    let run = [&["run", "--baseline", file], &flags[..]].concat();
    let prune = [&["baseline", "prune", file], &flags[..]].concat();
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
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("known.toml");
    let file = file.to_str().expect("a path");
    let flags = ["--sweep-only", "--operation", "tt.openAwemeCustomerService"];
    let of = |fault| [PLATFORM[0], PLATFORM[1], "--fault", fault];
    let init = [&["baseline", "init", file, "--reason", "until 2.0"], &flags[..]].concat();
    assert_eq!(told(&init, &of("price-in-floats")).0, Some(0));
    let run = [&["run", "--baseline", file], &flags[..]].concat();
    let (exit, out) = told(&run, &of("tiers-end-at-648"));
    assert_eq!(exit, Some(1), "{out}");
    assert!(
        out.contains("FINDING 1  diamond/buy-quantity/price-tier") && !out.contains("  known: "),
        "{out}"
    );
    assert_eq!(out.matches("no longer occurs").count(), 2, "{out}");
}
