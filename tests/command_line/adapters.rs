//! A starting adapter runs as it is written, and overwrites nothing.

use std::fs;

use rstest::rstest;

use super::paystone::{both, paystone};

#[rstest]
#[case::node("node", "node", "adapter.cjs")]
#[case::python("python", "python3", "adapter.py")]
fn a_new_adapter_runs_at_once(#[case] language: &str, #[case] interpreter: &str, #[case] main: &str) {
    if std::process::Command::new(interpreter).arg("--version").output().is_err() {
        eprintln!("skipped: there is no {interpreter}");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("with a space");
    let path = path.to_str().expect("a path");
    paystone(&["adapter", "new", language, path]).ends(0);
    let main = format!("{path}/{main}");
    let target = ["--", interpreter, main.as_str()];
    let checked = paystone(&both(&["adapter", "check"], &target)).ends(0);
    assert!(
        checked.out.contains("operations: sign") && checked.out.contains("\"returned\""),
        "{}",
        checked.out
    );
    paystone(&both(&["run", "--operation", "sign", "--cases", "300"], &target)).ends(0);
    fs::write(&main, "mine").expect("a file");
    paystone(&["adapter", "new", language, path]).refuses(2, &[&main, "is there already", "another folder"]);
    assert_eq!(fs::read_to_string(&main).expect("a file"), "mine");
}

#[test]
fn the_commands_that_a_new_adapter_is_announced_with_work_in_a_shell() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plain");
    let out = paystone(&["adapter", "new", "python", path.to_str().expect("a path")]).ends(0).out;
    let lines: Vec<_> = out.lines().filter_map(|l| l.split_once("it:  ")).map(|(_, line)| line).collect();
    assert_eq!(lines.len(), 2, "{out}");
    for line in lines {
        super::replays::in_a_shell(line, "").ends(0);
    }
}

#[test]
fn the_commands_for_a_folder_with_a_space_work_in_a_shell() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("with a space");
    let out = paystone(&["adapter", "new", "python", path.to_str().expect("a path")]).ends(0).out;
    let line = out.lines().find_map(|l| l.strip_prefix("try it:  ")).expect("a line");
    super::replays::in_a_shell(line, "").ends(0);
}
