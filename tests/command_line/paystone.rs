//! Runs the binary within bounded time.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value as Json;
use tempfile::TempDir;

/// A mutant of the model that is caught in the sweep.
pub(super) const MUTANT: &[&str] = &["--model", "--mutant", "diamond/zone-id/type~forgotten"];

/// How a command ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub(super) code: Option<i32>,
    pub(super) out: String,
    pub(super) err: String,
}

/// The command, ready for its arguments, in surroundings that no flag comes from.
pub(super) fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paystone"));
    for name in ["PAYSTONE_LANG", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.env("PYTHONDONTWRITEBYTECODE", "1").timeout(Duration::from_secs(25));
    command
}

/// Waits for it.
pub(super) fn wait(mut command: Command) -> Ended {
    let output = command.output().expect("it starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ended { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs it with these words.
pub(super) fn paystone(words: &[&str]) -> Ended {
    let mut command = command();
    command.args(words);
    wait(command)
}

/// Some words, then others.
pub(super) fn both<'a>(first: &[&'a str], then: &[&'a str]) -> Vec<&'a str> {
    [first, then].concat()
}

/// The command of a signer: right, or with one mistake.
pub(super) fn signer(mistake: Option<&str>) -> Vec<String> {
    let script = format!("{}/tests/signers/signer.py", env!("CARGO_MANIFEST_DIR"));
    let mut words = vec!["--".to_owned(), "python3".to_owned(), script];
    words.extend(mistake.into_iter().flat_map(|m| ["--mistake".to_owned(), m.to_owned()]));
    words
}

/// A folder with one file in it.
pub(super) fn file(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("given.json");
    fs::write(&path, text).expect("a file");
    (folder, path)
}

impl Ended {
    /// Asserts the exit code, and that a success or a verdict says nothing on standard error.
    #[track_caller]
    pub(super) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "it said:\n{}\n{}", self.out, self.err);
        assert_eq!(self.err.is_empty(), code < 2, "on standard error:\n{}", self.err);
        self
    }

    /// Asserts the exit code, and that nothing but a message with these words is printed.
    #[track_caller]
    pub(super) fn refuses(self, code: i32, words: &[&str]) -> Self {
        assert_eq!(self.code, Some(code), "it said:\n{}\n{}", self.out, self.err);
        assert_eq!(self.out, "", "a refusal prints nothing");
        for word in words {
            assert!(self.err.contains(word), "{word:?} is not in:\n{}", self.err);
        }
        self
    }

    /// Its output without what differs from run to run.
    pub(super) fn steady(&self) -> String {
        let line = |line: &str| match line.split_once(",\"timing\":") {
            Some((before, _)) => format!("{before}}}\n"),
            None => format!("{line}\n"),
        };
        self.out.lines().map(line).collect()
    }

    /// The records of its output, one a line.
    #[track_caller]
    pub(super) fn records(&self) -> Vec<Json> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("a record")).collect()
    }

    /// The records of one kind.
    pub(super) fn of(&self, event: &str) -> Vec<Json> {
        self.records().into_iter().filter(|r| r["event"] == event).collect()
    }
}

/// Compares with the snapshot of this name.
#[track_caller]
pub(super) fn snapshot(name: &str, text: &str) {
    let filters = vec![
        (env!("CARGO_PKG_VERSION"), "[version]"),
        (r"\S*/given\.json", "[file]"),
        (env!("CARGO_MANIFEST_DIR"), "[here]"),
    ];
    insta::with_settings!({
        snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true, filters => filters,
    }, {
        insta::assert_snapshot!(name, text);
    });
}
