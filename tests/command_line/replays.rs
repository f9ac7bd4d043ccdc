//! Every replay line that a run prints works in a shell, by address and by value, and names the same rule.

use std::path::Path;

use rstest::rstest;

use super::paystone::{Ended, both, command, paystone, signer, wait};

/// The replay lines of a run, each with the rule that its finding names.
pub(super) fn lines(out: &str) -> Vec<(String, String)> {
    let mut rule = String::new();
    let mut lines = Vec::new();
    for line in out.lines() {
        if let Some(rest) = line.strip_prefix("FINDING ") {
            rest.split_whitespace().nth(1).unwrap_or_default().clone_into(&mut rule);
        } else if let Some(replay) = line.strip_prefix("  replay: ") {
            lines.push((replay.to_owned(), rule.clone()));
        }
    }
    lines
}

/// Runs a line in a shell that finds the binary.
pub(super) fn in_a_shell(line: &str, secret: &str) -> Ended {
    let folder = Path::new(env!("CARGO_BIN_EXE_paystone")).parent().expect("a folder").display().to_string();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    let mut shell = assert_cmd::Command::new("sh");
    shell
        .args(["-c", line])
        .env("PATH", path)
        .env("PAY_SECRET", secret)
        .timeout(std::time::Duration::from_secs(25));
    wait(shell)
}

#[track_caller]
pub(super) fn each_works(out: &str, secret: &str) {
    let lines = lines(out);
    assert!(lines.len() >= 2, "a line by address and one by value:\n{out}");
    assert!(
        lines.iter().any(|(l, _)| l.contains("--case ")) && lines.iter().any(|(l, _)| !l.contains("--case "))
    );
    for (line, rule) in lines {
        let again = in_a_shell(&line, secret);
        assert_eq!(again.code, Some(1), "{line}\n{}\n{}", again.out, again.err);
        assert!(again.out.contains(&rule), "{rule} is not in what {line} says:\n{}", again.out);
    }
}

#[rstest]
#[case("diamond/zone-id/type~forgotten")]
#[case("diamond/call/minimum-version~bound-up")]
#[case("diamond/success/err-msg~no-argument")]
#[case("diamond/call/asynchronous~synchronous")]
#[case("diamond/zone-id/order-zone~drops-zone")]
fn every_replay_line_of_a_mutant_works(#[case] mutant: &str) {
    let ended = paystone(&["run", "--model", "--mutant", mutant, "--cases", "500"]).ends(1);
    each_works(&ended.out, "");
}

#[test]
fn every_replay_line_of_an_adapter_works() {
    let signer = signer(Some("trims-trailing-amp"));
    let words: Vec<&str> = signer.iter().map(String::as_str).collect();
    let ended = paystone(&both(&["run", "--operation", "sign"], &words)).ends(1);
    each_works(&ended.out, "");
}

#[test]
fn an_address_beyond_the_plan_is_refused() {
    let mut far = command();
    far.args(["replay", "1:sign:sweep:99999999", "--model"]);
    wait(far).refuses(2, &["1:sign:sweep:99999999", "beyond its plan"]);
    paystone(&["replay", "1:tt.teleport:sweep:1", "--model"]).refuses(2, &["tt.teleport"]);
}
