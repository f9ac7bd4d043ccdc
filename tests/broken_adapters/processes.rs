//! Processes that crash, hang, linger or are only slow.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rstest::rstest;
use serde_json::Value as Json;

use super::run::{Ended, MOST, command, run, wait};

#[test]
fn who_exits_at_once_is_quoted_with_its_exit_status() {
    let ended = run("exits", &[]);
    ended.says(
        3,
        &["no hello", "exit status: 7", "licence not found", "Try it alone: paystone adapter check --"],
    );
}

#[test]
fn a_command_that_does_not_exist_is_named() {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_paystone"));
    command.timeout(MOST).args(["run", "--", "no-such-adapter-anywhere"]);
    wait(command)
        .says(3, &["cannot start `no-such-adapter-anywhere`", "Is it installed, and is the path right?"]);
}

#[rstest]
#[case::hello("silent", "no hello: nothing came back for 2.0 s")]
#[case::probe("hangs-from-the-probe-on", "in the probe: nothing came back for 2.0 s")]
fn who_never_answers_the_handshake_is_not_waited_for(#[case] name: &str, #[case] words: &str) {
    let ended = run(name, &[]);
    ended.says(3, &[words, "Try it alone"]);
    assert!(ended.took < Duration::from_secs(6), "{:?}", ended.took);
}

#[rstest]
#[case::one_at_a_time("1")]
#[case::many_under_way("64")]
fn who_hangs_on_every_case_breaks_and_is_restarted_a_few_times_only(#[case] window: &str) {
    let ended = run("hangs", &["--window", window, "--restarts", "3", "--format", "json"]);
    ended.says(1, &["nothing came back for 1.0 s", "--restarts"]);
    let findings = ended.findings();
    assert!(!findings.is_empty() && findings.iter().all(|f| f["class"] == "fault"), "{findings:?}");
    assert_eq!(ended.end()["trouble"]["kind"], "restarts");
    assert!(ended.took < Duration::from_secs(15), "{:?}", ended.took);
}

#[rstest]
#[case::one_at_a_time("1", "the last time: crash: the adapter ended: exit status: 9\n")]
#[case::many_under_way("64", "the last time: crash: the adapter ended: exit status: 9; with ")]
fn who_may_not_be_started_again_is_told_how_it_broke(#[case] window: &str, #[case] words: &str) {
    let operation = "tt.openAwemeCustomerService";
    let flags = ["--operation", operation, "--cases", "0", "--window", window, "--restarts", "0"];
    run("dies-of-a-customer", &flags).says(1, &["more than --restarts 0 allows", words]);
}

#[test]
fn a_crash_is_blamed_on_the_case_that_causes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = folder.path().join("crashes");
    let flags = ["--cases", "2000", "--window", "64", "--restarts", "200", "--format", "json"];
    let mut crashing = command("dies-of-a-few", &flags);
    crashing.env("CRASHES", &log);
    let ended = wait(crashing);
    ended.says(1, &["exit status: 9"]);
    let crashes: Vec<Json> = fs::read_to_string(log)
        .expect("crashes")
        .lines()
        .map(|l| serde_json::from_str(l).expect("a case"))
        .collect();
    for finding in ended.findings() {
        assert_eq!(finding["class"], "fault", "{finding}");
        assert!(crashes.contains(&finding["case"]), "an innocent case is blamed: {}", finding["case"]);
    }
    let distinct: BTreeSet<String> = crashes.iter().map(Json::to_string).collect();
    let faults = ended.end()["faults"].as_u64().expect("a number");
    assert!(faults >= distinct.len() as u64 && faults < 100, "{faults} faults of {} cases", distinct.len());
}

#[test]
fn a_crash_with_several_in_flight_is_blamed_on_the_value_that_causes_it() {
    let operation = "tt.openAwemeCustomerService";
    let flags =
        ["--operation", operation, "--sweep-only", "--restarts", "200", "--window", "64", "--format", "json"];
    let ended = run("dies-of-a-customer", &flags);
    ended.says(1, &[]);
    let findings = ended.findings();
    let faults: Vec<_> = findings.iter().filter(|f| f["class"] == "fault").collect();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0]["said"], "a last word\n", "what it wrote before it died is shown");
    let steps = faults[0]["case"]["steps"].as_array().expect("steps");
    assert!(steps.iter().any(|step| step["input"]["customId"] == "a b"), "{steps:?}");
    let listed = assert_cmd::Command::new(env!("CARGO_BIN_EXE_paystone"))
        .args(["list", "cases", "--operation", operation, "--format", "json"])
        .output()
        .expect("a list");
    let guilty = String::from_utf8_lossy(&listed.stdout)
        .lines()
        .filter(|l| l.contains("\"customId\":\"a b\""))
        .count();
    assert_eq!(ended.end()["faults"], guilty);
}

/// Processes whose command line has these words, and that are no zombies.
fn alive(words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let path = entry.path();
        let line = fs::read(path.join("cmdline")).unwrap_or_default();
        let line: Vec<_> = line.split(|b| *b == 0).map(String::from_utf8_lossy).collect();
        if words.iter().all(|word| line.iter().any(|w| w == word)) && !is_zombie(&path) {
            found.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    found
}

fn is_zombie(process: &Path) -> bool {
    let stat = fs::read_to_string(process.join("stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_none_or(|(_, rest)| rest.starts_with('Z'))
}

fn run_with_a_grandchild(name: &str, sleeps: &str, code: i32) -> Ended {
    let mut leaving = command(name, &["--cases", "20", "--window", "1", "--restarts", "2"]);
    leaving.env("SLEEPS", sleeps);
    let ended = wait(leaving);
    ended.says(code, &[]);
    wait_until(|| alive(&["sleep", sleeps]).is_empty());
    ended
}

#[track_caller]
fn wait_until(so: impl Fn() -> bool) {
    let start = Instant::now();
    while !so() {
        assert!(start.elapsed() < Duration::from_secs(10), "it is not so after {:?}", start.elapsed());
        sleep(Duration::from_millis(20));
    }
}

#[cfg(target_os = "linux")]
#[rstest]
#[case::of_one_that_ends("leaves-a-grandchild", 0)]
#[case::of_one_that_hangs("leaves-a-grandchild-and-hangs", 1)]
fn no_grandchild_outlives_the_run(#[case] name: &str, #[case] code: i32) {
    // A length of sleep that nobody else has; the sleepers end by themselves where the test fails.
    run_with_a_grandchild(name, &format!("30.{}{code}", std::process::id()), code);
}

/// Every command that starts an adapter, with a case of the first operation where it wants one.
#[cfg(target_os = "linux")]
#[rstest]
#[case::of_a_run(1, &["run", "--operation", "sign"])]
#[case::of_a_replay(2, &["replay", "1:sign:sweep:0"])]
#[case::of_a_check(3, &["adapter", "check"])]
fn no_process_outlives_an_interrupt(#[case] number: u32, #[case] words: &[&str]) {
    let sleeps = format!("30.{}9{number}", std::process::id());
    let mut hanging = std::process::Command::new(env!("CARGO_BIN_EXE_paystone"));
    hanging.args(words).args(["--timeout", "60s", "--", "python3"]).arg(super::run::script());
    hanging.arg("leaves-a-grandchild-and-hangs").env("SLEEPS", &sleeps).stdout(std::process::Stdio::null());
    let mut hanging = hanging.spawn().expect("paystone starts");
    wait_until(|| !alive(&["sleep", &sleeps]).is_empty());
    sleep(Duration::from_millis(500));
    let start = Instant::now();
    let kill = format!("kill -INT {}", hanging.id());
    assert!(std::process::Command::new("sh").args(["-c", &kill]).status().expect("sh runs").success());
    let ended = hanging.wait().expect("it ends");
    assert_eq!(ended.code(), Some(130));
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    wait_until(|| alive(&["sleep", &sleeps]).is_empty());
}

#[test]
fn much_on_standard_error_blocks_nobody() {
    run("noisy", &["--cases", "100"]).says(0, &["conforms on 13 of 13 rules"]);
}

#[test]
fn who_is_slow_is_waited_for() {
    run("slow", &["--cases", "0"]).says(0, &["conforms on 13 of 13 rules"]);
}
