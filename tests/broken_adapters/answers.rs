//! Answers in the protocol's words that are wrong: broken protocol, or findings, or nothing checked.

use rstest::rstest;

use super::run::run;

#[rstest]
#[case::wrong_id("wrong-id", &["a result with the id 1000, which is not under way"])]
#[case::repeated_id("repeated-id", &["which is not under way (answered twice"])]
#[case::too_many_traces("too-many-traces", &["2 traces for a case of 1 step "])]
#[case::no_traces("no-traces", &["0 traces for a case of 1 step "])]
#[case::unknown_event("unknown-event", &["is none of called, asked, shown, sent, returned, threw", "smelled"])]
#[case::nothing("nothing", &["exactly one of `traces`, `skip` and `fault` is wanted"])]
fn a_reply_against_the_protocol_ends_the_run(#[case] name: &str, #[case] words: &[&str]) {
    run(name, &[]).says(3, words);
}

#[rstest]
#[case::wrong_id("wrong-id")]
#[case::too_many_traces("too-many-traces")]
fn a_reply_against_the_protocol_is_called_so(#[case] name: &str) {
    run(name, &[]).says(3, &["the adapter broke the protocol"]);
}

#[test]
fn who_skips_everything_was_not_checked() {
    run("skips-all", &[]).says(5, &["nothing was checked", "no signer here"]);
}

#[test]
fn skips_of_who_does_not_skip_the_impossible_are_not_believed() {
    let ended = run("skips-even-the-possible", &["--format", "json"]);
    ended.says(1, &["unbelieved-skip", "did not skip an unknown operation"]);
    assert!(ended.findings().iter().all(|f| f["class"] == "fault"), "{}", ended.all);
}

#[rstest]
#[case::liar("ok")]
#[case::parrot("parrot")]
fn who_always_says_the_same_gives_wrong_answers(#[case] name: &str) {
    let ended = run(name, &["--format", "json"]);
    ended.says(1, &[]);
    let findings = ended.findings();
    assert!(!findings.is_empty() && findings.iter().all(|f| f["class"] == "wrong-answer"), "{findings:?}");
}

#[test]
fn what_does_not_show_again_is_shown_as_it_was_seen() {
    let ended = run("errs-once", &["--cases", "0"]);
    ended.says(1, &["flaky", "except that", "is \"0\"", "expected", "{\"returned\":{\"sign\":\"once\"}}"]);
}

#[test]
fn a_fault_that_is_told_is_a_finding_of_its_own_class() {
    let ended = run("fault", &["--format", "json"]);
    ended.says(1, &["panic", "index out of bounds"]);
    assert!(ended.findings().iter().all(|f| f["class"] == "fault"), "{}", ended.all);
    assert_eq!(ended.end()["judged"], 0);
}

#[test]
fn of_many_reasons_the_first_are_named_and_the_others_counted() {
    let flags = |jobs: &'static str| ["--cases", "300", "--format", "json", "--jobs", jobs];
    let end = run("reasons", &flags("1")).says(5, &[]).end();
    let named = end["skipped"].as_object().expect("reasons");
    assert_eq!(named.len(), 50);
    assert!(end["skipped_otherwise"].as_u64() > Some(100), "{end}");
    let other = run("reasons", &flags("3")).says(5, &[]).end();
    assert_eq!(
        (&end["skipped"], &end["skipped_otherwise"]),
        (&other["skipped"], &other["skipped_otherwise"]),
        "the jobs change it"
    );
}

#[test]
fn of_many_kinds_of_faults_the_first_are_told_and_the_others_counted() {
    let flags = |jobs: &'static str| ["--cases", "300", "--format", "json", "--jobs", jobs];
    let ended = run("kinds", &flags("1"));
    ended.says(1, &["faults of other kinds"]);
    let findings = ended.findings();
    assert_eq!(findings.len(), 51);
    let all: u64 = findings.iter().filter_map(|f| f["count"].as_u64()).sum();
    assert_eq!(ended.end()["faults"], all);
    let group = |f: &serde_json::Value| (f["group"].clone(), f["number"].clone(), f["count"].clone());
    let other = run("kinds", &flags("3"));
    assert!(other.findings().iter().map(group).eq(findings.iter().map(group)), "the jobs change it");
}

#[test]
fn replies_may_come_in_any_order() {
    let ended = run("out-of-order", &["--cases", "500"]);
    ended.says(0, &["conforms on 13 of 13 rules"]);
}
