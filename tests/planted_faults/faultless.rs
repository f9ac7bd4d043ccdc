//! The platform without faults passes, and every rule is put to the test.

use super::command::{PLATFORM, has, run};

#[test]
fn the_faultless_platform_passes_the_whole_sweep_with_every_rule_checked() {
    if has("node") {
        let run = run(&["--sweep-only"], &PLATFORM);
        assert!(run.is_whole(), "{}", run.account());
    }
}

#[test]
fn the_faultless_platform_passes_a_thousand_random_cases_with_every_rule_checked() {
    if has("node") {
        let run = run(&["--cases", "1000"], &PLATFORM);
        assert!(run.is_whole(), "{}", run.account());
    }
}
