//! How output looks: languages, colours, an interrupted report, completions and the manual page.

use super::paystone::{MUTANT, both, command, paystone, snapshot, wait};

const FAILING: &[&str] =
    &["--operation", "tt.openAwemeCustomerService", "--rules", "diamond/zone-id/*", "--sweep-only"];

fn failing(more: &[&str]) -> Vec<&'static str> {
    let more: Vec<&'static str> =
        more.iter().map(|w| &*Box::leak((*w).to_owned().into_boxed_str())).collect();
    both(&both(&both(&["run"], MUTANT), FAILING), &more)
}

#[test]
fn the_same_findings_are_told_in_english_and_in_chinese() {
    let en = paystone(&failing(&[])).ends(1);
    let zh = paystone(&failing(&["--lang", "zh"])).ends(1);
    snapshot("run-failing-en", &en.out);
    snapshot("run-failing-zh", &zh.out);
    let replays = |out: &str| out.lines().filter(|l| l.contains("paystone replay")).count();
    assert_eq!(replays(&en.out), replays(&zh.out));
    let mut by_environment = command();
    by_environment.env("PAYSTONE_LANG", "zh").args(failing(&[]));
    assert_eq!(wait(by_environment).out, zh.out);
    let mut by_nothing = command();
    by_nothing.env("PAYSTONE_LANG", "").args(failing(&[]));
    assert_eq!(wait(by_nothing).ends(1).out, en.out, "an empty variable is as good as unset");
}

#[test]
fn colours_come_where_they_are_wanted_only() {
    let plain = paystone(&failing(&[])).ends(1).out;
    assert!(!plain.contains('\u{1b}'), "a pipe is no terminal");
    assert!(paystone(&failing(&["--color", "always"])).ends(1).out.contains('\u{1b}'));
    for (variables, flags) in
        [(["NO_COLOR", "CI"], &["--color", "auto"]), (["FORCE_COLOR", "CI"], &["--color", "never"])]
    {
        let mut run = command();
        run.env(variables[0], "1").env(variables[1], "1").args(failing(flags));
        assert_eq!(wait(run).out, plain, "{variables:?} {flags:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_writes_its_report_to_the_end() {
    use std::process::{Command, Stdio};
    let mut run = Command::new(env!("CARGO_BIN_EXE_paystone"));
    run.args(["run", "--model", "--time", "60s", "--format", "json"]).stdout(Stdio::piped());
    let run = run.spawn().expect("it starts");
    std::thread::sleep(std::time::Duration::from_secs(1));
    let sent = Command::new("sh").args(["-c", &format!("kill -INT {}", run.id())]).status().expect("sh runs");
    assert!(sent.success());
    let start = std::time::Instant::now();
    let output = run.wait_with_output().expect("it ends");
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
    assert_eq!(output.status.code(), Some(130));
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    let last: serde_json::Value =
        serde_json::from_str(out.lines().last().expect("a line")).expect("a record");
    assert_eq!((&last["event"], &last["exit"]), (&"end".into(), &130.into()), "{last}");
}

#[test]
fn completions_and_the_manual_page_are_printed() {
    assert!(paystone(&["completions", "bash"]).ends(0).out.contains("_paystone()"));
    assert!(paystone(&["man"]).ends(0).out.contains(".TH paystone 1"));
}
