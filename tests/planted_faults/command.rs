//! One run of Paystone against the platform or a signer, and what it told.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex};
use std::thread;

use serde_json::Value;
use tempfile::TempDir;

/// How many runs may be under way at once, over all tests.
const SLOTS: usize = 2;
static FREE: Mutex<usize> = Mutex::new(SLOTS);
static FREED: Condvar = Condvar::new();

/// The adapter of the platform.
pub(super) const PLATFORM: [&str; 2] = ["node", "tests/platform/main.cjs"];
/// The adapter of the signers.
pub(super) const SIGNER: [&str; 2] = ["python3", "tests/signers/signer.py"];

/// What is compared, profiled and known in short tests: one operation.
pub(super) const DIAMOND: [&str; 2] = ["--operation", "tt.openAwemeCustomerService"];

/// The adapter of the platform with a planted fault.
pub(super) const fn faulty(fault: &str) -> [&str; 4] {
    [PLATFORM[0], PLATFORM[1], "--fault", fault]
}

/// A file that is to be written, in a folder that goes with the test.
pub(super) struct Scratch {
    folder: TempDir,
    name: &'static str,
}

impl Scratch {
    pub(super) fn new(name: &'static str) -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), name }
    }

    pub(super) fn path(&self) -> String {
        self.folder.path().join(self.name).to_str().expect("a path").to_owned()
    }
}

/// A run that has ended.
#[derive(Debug)]
pub(super) struct Run {
    /// The exit code of the process.
    pub(super) exit: Option<i32>,
    records: Vec<Value>,
    said: String,
}

/// Whether an interpreter is there. Says that the test is skipped where it is not.
pub(super) fn has(interpreter: &str) -> bool {
    let there = Command::new(interpreter).arg("--version").output().is_ok_and(|o| o.status.success());
    if !there {
        eprintln!("skipped: there is no {interpreter}");
    }
    there
}

/// Whether everything is to be tried one by one. That takes long: else each fault of some, and all readings a few at a time, are.
pub(super) fn one_by_one() -> bool {
    std::env::var("PAYSTONE_FAULTS").is_ok_and(|which| which == "all")
}

/// What a command writes, from the root of the package.
pub(super) fn output(command: &[&str]) -> String {
    let (program, flags) = command.split_first().expect("a command");
    let done = Command::new(program).args(flags).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let done = done.unwrap_or_else(|e| panic!("{program} does not start: {e}"));
    assert!(done.status.success(), "{command:?} failed: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("UTF-8")
}

/// The JSON lines of `paystone list`.
pub(super) fn listed(what: &str) -> Vec<Value> {
    parsed(&output(&[env!("CARGO_BIN_EXE_paystone"), "list", what, "--format", "json"]))
}

/// `paystone run FLAGS -- ADAPTER`.
pub(super) fn run(flags: &[&str], adapter: &[&str]) -> Run {
    let _slot = Slot::take();
    let mut command = Command::new(env!("CARGO_BIN_EXE_paystone"));
    command.args(["run", "--format", "json"]).args(flags).arg("--").args(adapter);
    let done = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("paystone starts");
    Run {
        exit: done.status.code(),
        records: parsed(&String::from_utf8_lossy(&done.stdout)),
        said: String::from_utf8_lossy(&done.stderr).into_owned(),
    }
}

/// `paystone FLAGS -- ADAPTER`, or `paystone FLAGS` where there is none: its exit code, and what it says to people.
pub(super) fn told(flags: &[&str], adapter: &[&str]) -> (Option<i32>, String) {
    let _slot = Slot::take();
    let mut command = Command::new(env!("CARGO_BIN_EXE_paystone"));
    command.args(flags).env_remove("PAYSTONE_LANG");
    if !adapter.is_empty() {
        command.arg("--").args(adapter);
    }
    let done = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("paystone starts");
    let text = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8_lossy(&text).into_owned())
}

/// Tries all items, two at a time, and panics with all complaints at once.
pub(super) fn complain_of<T: Sync>(items: &[T], complaint: impl Fn(&T) -> Option<String> + Sync) {
    let next = AtomicUsize::new(0);
    let complaints = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..SLOTS {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(text) = complaint(item) {
                        complaints.lock().unwrap().push(text);
                    }
                }
            });
        }
    });
    let mut complaints = complaints.into_inner().unwrap();
    complaints.sort();
    assert!(complaints.is_empty(), "{} of {}:\n{}", complaints.len(), items.len(), complaints.join("\n"));
}

fn parsed(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

impl Run {
    /// The records of one kind.
    pub(super) fn events<'a>(&'a self, event: &'a str) -> impl Iterator<Item = &'a Value> {
        self.records.iter().filter(move |r| r["event"] == event)
    }

    /// The rules that findings and warnings are blamed on.
    pub(super) fn blamed(&self) -> BTreeSet<&str> {
        let findings =
            self.events("finding").filter(|f| f["severity"] == "finding" || f["severity"] == "warning");
        findings.flat_map(suspects).collect()
    }

    /// Whether it ended well: exit code 0, nothing skipped, every rule put to the test.
    pub(super) fn is_whole(&self) -> bool {
        let checked = self.events("rule").all(|r| r["status"] == "checked" && r["skipped"] == 0);
        let nothing = |end: &Value| end["skipped"].as_object().is_some_and(serde_json::Map::is_empty);
        self.exit == Some(0) && checked && self.events("end").any(nothing)
    }

    /// What happened, in short.
    pub(super) fn account(&self) -> String {
        let mut text = format!("exit {:?}", self.exit);
        for rule in self.events("rule").filter(|r| r["status"] != "checked") {
            let _ = write!(text, "; {} {}", rule["id"], rule["status"]);
        }
        let findings: Vec<_> = self.events("finding").collect();
        for finding in findings.iter().take(3) {
            let rules: Vec<_> = suspects(finding).collect();
            let _ = write!(text, "; {} x{}: {}", finding["class"], finding["count"], rules.join(" | "));
        }
        if findings.len() > 3 {
            let _ = write!(text, "; and {} more findings", findings.len() - 3);
        }
        text + if self.said.is_empty() { "" } else { "; " } + self.said.trim()
    }
}

fn suspects(finding: &Value) -> impl Iterator<Item = &str> {
    finding["suspects"].as_array().into_iter().flatten().filter_map(|s| s["rule"].as_str())
}

/// One of the runs that may be under way.
struct Slot;

impl Slot {
    fn take() -> Self {
        let mut free = FREED.wait_while(FREE.lock().unwrap(), |free| *free == 0).unwrap();
        *free -= 1;
        Self
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        *FREE.lock().unwrap() += 1;
        FREED.notify_one();
    }
}
