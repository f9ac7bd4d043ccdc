//! Flags that make no sense are refused with a message that names them; selections that match nothing are too.

use rstest::rstest;

use super::paystone::{both, paystone};

#[test]
fn the_model_conforms() {
    let ended = paystone(&["run", "--model"]).ends(0);
    assert!(ended.out.contains("Verdict: conforms on 493 of 493 rules"), "{}", ended.out);
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
#[case::cases(&["--cases", "-1"], "'-1' for '--cases <N>': a whole number is wanted, zero or more")]
#[case::restarts(&["--restarts", "few"], "'few' for '--restarts <N>': a whole number is wanted")]
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

#[rstest]
#[case::suspected_from_the_first("diamond/success/err-msg~no-argument", "diamond/custom-id/*")]
#[case::not_even_drawn("diamond/zone-id/type~forgotten", "diamond/custom-id/*")]
fn what_is_wrong_with_other_rules_fails_no_selection(#[case] mutant: &str, #[case] rules: &str) {
    let ended =
        paystone(&["run", "--model", "--mutant", mutant, "--rules", rules, "--cases", "3000"]).ends(0);
    let told = ended.out.contains("about rules that are not selected");
    assert_eq!(told, mutant.contains("err-msg"), "{}", ended.out);
    paystone(&["run", "--model", "--mutant", mutant, "--sweep-only"]).ends(1);
}

#[rstest]
#[case::told(&[], 0, "warning")]
#[case::strict(&["--strict"], 1, "finding")]
fn what_no_document_says_how_to_refuse_fails_a_strict_run_alone(
    #[case] flags: &[&str],
    #[case] code: i32,
    #[case] severity: &str,
) {
    let lenient = ["run", "--sweep-only", "--operation", "tt.pay", "--format", "json"];
    let target = ["--model", "--mutant", "cashier/currency/fixed~forgotten"];
    let findings = paystone(&both(&both(&lenient, flags), &target)).ends(code).of("finding");
    assert!(!findings.is_empty() && findings.iter().all(|f| f["severity"] == severity), "{findings:?}");
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
    assert_eq!(said, "code 0\n");
}

#[cfg(target_os = "linux")]
#[rstest]
#[case::a_verdict("run --model --operation sign --cases 0 --seed random", 0)]
#[case::a_refusal("run --model --rules nothing/*", 2)]
#[case::a_bad_flag("run --nosuch", 2)]
#[case::a_case_for_an_adapter("replay 1:sign:sweep:0 -- no-such-adapter-anywhere", 3)]
fn a_standard_error_that_takes_nothing_changes_no_exit_code(
    #[case] words: &str,
    #[case] code: i32,
    #[values("2>/dev/full", "2>&-")] error: &str,
) {
    let line = format!("{} {words} >/dev/null {error}", env!("CARGO_BIN_EXE_paystone"));
    let status = std::process::Command::new("sh").args(["-c", &line]).status().expect("sh runs");
    assert_eq!(status.code(), Some(code));
}
