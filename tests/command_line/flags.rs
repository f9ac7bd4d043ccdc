//! Flags that make no sense are refused with a message that names them; selections that match nothing are too.

use rstest::rstest;

use super::paystone::{both, paystone};

#[test]
fn the_model_conforms() {
    let ended = paystone(&["run", "--model"]).ends(0);
    assert!(ended.out.contains("Verdict: conforms on 257 of 257 rules"), "{}", ended.out);
}

#[rstest]
#[case::rules(&["--rules", "nothing/*"], &["--rules nothing/*", "paystone list rules"])]
#[case::rules_of_another_operation(&["--operation", "sign", "--rules", "diamond/*"], &["--rules diamond/*", "selected operations"])]
#[case::operation(&["--operation", "tt.teleport"], &["--operation tt.teleport", "the operations are", "tt.canIUse"])]
#[case::require(&["--require", "nothing/*"], &["--require nothing/*"])]
#[case::glob(&["--rules", "a[b"], &["--rules a[b"])]
fn a_selection_that_matches_nothing_is_refused(#[case] flags: &[&str], #[case] words: &[&str]) {
    paystone(&both(&["run", "--model"], flags)).refuses(2, words);
}

#[rstest]
#[case::jobs(&["--jobs", "0"], "--jobs")]
#[case::shard(&["--shard", "3/2"], "--shard")]
#[case::shard_from_zero(&["--shard", "0/2"], "--shard")]
#[case::seed(&["--seed", "abc"], "--seed abc")]
#[case::time(&["--time", "3parsecs"], "--time")]
#[case::timeout(&["--timeout", "0s"], "--timeout")]
#[case::handshake(&["--handshake-timeout", "-1s"], "--handshake-timeout")]
#[case::cases(&["--cases", "-1"], "--cases")]
#[case::window(&["--window", "0"], "--window")]
#[case::format(&["--format", "yaml"], "--format")]
#[case::mutant(&["--mutant", "nothing~such"], "--mutant nothing~such")]
#[case::secret(&["--secret-env", "NO_SUCH_VARIABLE"], "--secret-env NO_SUCH_VARIABLE")]
#[case::unknown(&["--nosuch"], "--nosuch")]
#[case::contradiction(&["--sweep-only", "--cases", "3"], "--sweep-only")]
#[case::model_and_command(&["--", "true"], "--model and a command exclude each other")]
fn a_bad_flag_is_named(#[case] flags: &[&str], #[case] word: &str) {
    paystone(&both(&["run", "--model"], flags)).refuses(2, &[word]);
}

#[test]
fn who_names_nothing_to_test_is_told_how() {
    let words =
        ["nothing to test", "--model", "paystone run -- node adapter.js", "paystone adapter new node"];
    paystone(&["run"]).refuses(2, &words);
}

#[test]
fn a_rule_that_is_required_and_not_checked_makes_the_run_incomplete() {
    let flags =
        ["run", "--model", "--operation", "sign", "--sweep-only", "--require", "diamond/zone-id/type"];
    let ended = paystone(&flags);
    assert_eq!(ended.code, Some(4), "{ended:?}");
    assert!(ended.out.contains("required and not checked: diamond/zone-id/type"), "{}", ended.out);
    let reached = ["run", "--model", "--sweep-only", "--require", "diamond/zone-id/*"];
    paystone(&reached).ends(0);
}

#[rstest]
#[case::list(&["list", "cases"])]
#[case::explain(&["explain", "diamond/zone-id/type"])]
#[case::help(&["run", "--help"])]
fn a_reader_that_stops_early_is_no_fault(#[case] words: &[&str]) {
    let line = format!(
        "{{ {} {}; echo \"code $?\" >&2; }} | head -n 1",
        env!("CARGO_BIN_EXE_paystone"),
        words.join(" ")
    );
    let output = assert_cmd::Command::new("sh").args(["-c", &line]).output().expect("sh runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!said.contains("fault of Paystone") && !said.contains("code 70"), "{said}");
}
