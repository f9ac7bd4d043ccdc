//! Runs an adapter that is broken in one way, within bounded time.

use std::process::Output;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use serde_json::Value as Json;

/// No run of these tests may take longer.
pub(super) const MOST: Duration = Duration::from_secs(25);

/// How a run ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub(super) code: Option<i32>,
    /// What it wrote on standard output.
    pub(super) out: String,
    /// What it wrote on both.
    pub(super) all: String,
    pub(super) took: Duration,
}

/// Where the adapters are.
pub(super) fn script() -> String {
    format!("{}/tests/broken_adapters/broken.py", env!("CARGO_MANIFEST_DIR"))
}

/// A run with short patience and flags of its own, ready to start.
pub(super) fn command(name: &str, flags: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paystone"));
    command.env_remove("PAYSTONE_LANG").env("PYTHONDONTWRITEBYTECODE", "1").timeout(MOST).arg("run");
    let mut given = vec!["--timeout", "1s", "--handshake-timeout", "2s"];
    if name != "silent" && name != "hangs-from-the-probe-on" {
        // Patience for a machine that is busy: only those who never answer use it up.
        given[3] = "20s";
    }
    if !flags.contains(&"--operation") {
        given.extend(["--operation", "sign"]);
    }
    command.args(given).args(flags).args(["--", "python3"]).arg(script()).arg(name);
    command
}

/// Waits for it.
pub(super) fn wait(mut command: Command) -> Ended {
    let start = Instant::now();
    let Output { status, stdout, stderr } = command.output().expect("paystone starts");
    let out = String::from_utf8(stdout).expect("its output is UTF-8");
    let all = format!("{out}\n{}", String::from_utf8(stderr).expect("its messages are UTF-8"));
    Ended { code: status.code(), out, all, took: start.elapsed() }
}

/// Runs it with a few cases and flags of its own.
pub(super) fn run(name: &str, flags: &[&str]) -> Ended {
    wait(command(name, flags))
}

impl Ended {
    /// Asserts the exit code, and that all of these words were said.
    #[track_caller]
    pub(super) fn says(&self, code: i32, words: &[&str]) -> &Self {
        assert_eq!(self.code, Some(code), "None: it hung; after {:?} it said:\n{}", self.took, self.all);
        for word in words {
            assert!(self.all.contains(word), "{word:?} is not in:\n{}", self.all);
        }
        self
    }

    /// The findings of a run with `--format json`.
    pub(super) fn findings(&self) -> Vec<Json> {
        self.records("finding")
    }

    /// The last record of a run with `--format json`.
    #[track_caller]
    pub(super) fn end(&self) -> Json {
        self.records("end").pop().unwrap_or_else(|| panic!("no end:\n{}", self.all))
    }

    fn records(&self, event: &str) -> Vec<Json> {
        let records = self.out.lines().filter_map(|line| serde_json::from_str::<Json>(line).ok());
        records.filter(|record| record["event"] == event).collect()
    }
}
