//! What an adapter says cannot steer the terminal that it is shown on.

use rstest::rstest;

use super::run::{Ended, MOST, command, script, wait};

#[rstest]
#[case::reason("steers-by-a-skip", 5, &["\\u001b[2Jno\\u009b signer", "la\\u001b[2Jter"])]
#[case::fault("steers-by-a-fault", 1, &["pa\\u001b[2Jnic: index\n    out of \\u001b[2Jbounds"])]
#[case::answer("steers-by-an-answer", 1, &["wro\\u001b[2Jng", "lo\\u007fg"])]
#[case::garbage("steers-by-garbage", 3, &["\\u{1b}[2J"])]
fn nothing_that_an_adapter_says_is_obeyed(#[case] name: &str, #[case] code: i32, #[case] words: &[&str]) {
    let ended = run_and_check(name);
    ended[0].says(code, words);
    for ended in &ended {
        assert!(ended.all.contains("bro\\u001b[2Jken") || code == 3, "{}", ended.all);
        assert!(!ended.all.chars().any(|c| c.is_control() && c != '\n'), "{:?}", ended.all);
    }
}

/// A run, and `adapter check`.
fn run_and_check(name: &str) -> [Ended; 2] {
    let mut check = assert_cmd::Command::new(env!("CARGO_BIN_EXE_paystone"));
    check.timeout(MOST).args(["adapter", "check", "--", "python3"]).arg(script()).arg(name);
    [wait(command(name, &["--cases", "0"])), wait(check)]
}
