//! A signer in another language passes, and each common mistake about the signature is blamed on the right rule.

use super::command::{SIGNER, complain_of, has, run};

/// Each mistake, and the rule that it breaks.
const MISTAKES: [(&str, &str); 8] = [
    ("signs-risk-info", "signature/excluded/risk-info"),
    ("signs-empty", "signature/excluded/empty"),
    ("drops-zero", "signature/excluded/zero-is-signed"),
    ("keeps-stale-sign", "signature/excluded/sign"),
    ("sorts-joined", "signature/order/by-key"),
    // A null may be left out, signed as `null`, or refused: any other word is none of these.
    ("null-word", "signature/digest/md5"),
    ("null-word-go", "signature/digest/md5"),
    ("trims-trailing-amp", "signature/join/trailing-ampersand"),
];

#[test]
fn the_right_signer_passes() {
    if has("python3") {
        let run = run(&["--operation", "sign"], &SIGNER);
        assert!(run.is_whole(), "{}", run.account());
    }
}

#[test]
fn every_mistake_of_a_signer_is_found_and_blamed_on_the_rule_that_it_breaks() {
    if has("python3") {
        complain_of(&MISTAKES, |(mistake, rule)| {
            let run =
                run(&["--operation", "sign", "--sweep-only"], &[SIGNER[0], SIGNER[1], "--mistake", mistake]);
            let blamed = run.exit == Some(1) && run.blamed().contains(rule);
            (!blamed).then(|| format!("{mistake}: expected {rule}, got {}", run.account()))
        });
    }
}
