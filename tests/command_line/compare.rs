//! Comparing and profiles at the command line: what is shown, and what is refused.

use std::fs;
use std::path::Path;

use rstest::rstest;
use serde_json::Value as Json;

use super::paystone::{both, paystone, snapshot};

const RUN: &[&str] =
    &["run", "--operation", "tt.openAwemeCustomerService", "--sweep-only", "--format", "json"];

/// Records a run of the model, or of it with one thing wrong.
fn recorded(folder: &Path, name: &str, mutant: Option<&str>) -> String {
    let target = mutant.map_or_else(|| vec!["--model"], |id| vec!["--model", "--mutant", id]);
    let run = paystone(&both(RUN, &target)).ends(i32::from(mutant.is_some()));
    let path = folder.join(name);
    fs::write(&path, run.out).expect("a file");
    path.to_str().expect("a path").to_owned()
}

fn shown(text: &str, folder: &Path) -> String {
    text.replace(folder.to_str().expect("a path"), "[folder]")
}

#[test]
fn a_comparison_reads_the_same_in_both_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = recorded(folder.path(), "old.jsonl", Some("diamond/zone-id/type~forgotten"));
    let new = recorded(folder.path(), "new.jsonl", Some("diamond/fail/err-no~no-err-no"));
    let words = ["compare", "--old", &old, "--new", &new];
    let english = paystone(&words).ends(1).out;
    let chinese = paystone(&both(&words, &["--lang", "zh"])).ends(1).out;
    snapshot("compare-en", &shown(&english, folder.path()));
    snapshot("compare-zh", &shown(&chinese, folder.path()));
    let records = paystone(&both(&words, &["--format", "json"])).ends(1).records();
    let classes: Vec<_> = records.iter().filter_map(|r| r["class"].as_str()).collect();
    assert!(classes.contains(&"regressed") && classes.contains(&"fixed"), "{classes:?}");
    let (first, last) = (&records[0], &records[records.len() - 1]);
    assert_eq!(
        (&first["event"], &last["event"], &last["exit"]),
        (&Json::from("compare"), &Json::from("end"), &Json::from(1))
    );
}

#[test]
fn a_run_is_no_other_than_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = recorded(folder.path(), "run.jsonl", None);
    let out = paystone(&["compare", "--strict", "--old", &run, "--new", &run]).ends(0).out;
    assert!(out.contains("Verdict: no difference"), "{out}");
}

#[rstest]
#[case::no_command(&["--old", "", "--new", "x"], &["--old", "a command in quotes"])]
#[case::an_open_quote(&["--old", "'x", "--new", "x"], &["--old", "a command in quotes"])]
#[case::by_the_clock(&["--old", "x", "--new", "x", "--time", "1s"], &["--time", "--cases"])]
fn what_cannot_be_compared_is_told(#[case] flags: &[&str], #[case] words: &[&str]) {
    paystone(&both(&["compare"], flags)).refuses(2, words);
}

#[test]
fn a_damaged_or_unlike_recorded_run_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = recorded(folder.path(), "run.jsonl", None);
    let text = fs::read_to_string(&run).expect("a run");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a file");
        path.to_str().expect("a path").to_owned()
    };
    let damaged = write("damaged.jsonl", &text.replacen("\"event\":\"rule\"", "\"event\":\"role\"", 1));
    let cut = write("cut.jsonl", &text[..text.len() / 2]);
    let seed = write("seed.jsonl", &text.replacen("\"seed\":1", "\"seed\":2", 1));
    for (other, words) in
        [(&damaged, ["damaged.jsonl", "line 2"]), (&cut, ["cut.jsonl", "line"]), (&seed, ["seeds", "--seed"])]
    {
        paystone(&["compare", "--old", &run, "--new", other]).refuses(2, &words);
        paystone(&["compare", "--old", other, "--new", &run]).refuses(2, &words);
    }
}

#[test]
fn a_profile_is_written_kept_and_guarded() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("profile.toml");
    let file = path.to_str().expect("a path");
    let run = ["run", "--operation", "tt.openAwemeCustomerService", "--cases", "0", "--model"];
    paystone(&both(&run, &["--profile-out", file])).ends(0);
    let written = fs::read_to_string(&path).expect("a profile");
    assert!(
        written.contains("[readings]") && written.contains("[precedence.\"tt.openAwemeCustomerService\"]"),
        "{written}"
    );
    paystone(&both(&run, &["--profile", file])).ends(0);
    paystone(&both(&run, &["--profile-out", file])).ends(0);
    assert_eq!(fs::read_to_string(&path).expect("a profile"), written);
    let other = written.replacen(
        "\"diamond/tier-code\" = [\"quantity\"]",
        "\"diamond/tier-code\" = [\"illegal\"]",
        1,
    );
    assert_ne!(other, written, "{written}");
    fs::write(&path, &other).expect("a file");
    let told = paystone(&both(&run, &["--profile", file])).ends(1).out;
    assert!(told.contains("diamond/tier-code was read as illegal, and is read as quantity"), "{told}");
    for (from, to, word) in [
        ("profile = 1", "profile = 2", "version 2"),
        ("[readings]", "[readings", "line"),
        ("diamond/tier-code\" = ", "diamond/tier-cod\" = ", "no gap diamond/tier-cod"),
        ("[\"illegal\"]", "[\"legal\"]", "no reading legal"),
    ] {
        fs::write(&path, other.replacen(from, to, 1)).expect("a file");
        paystone(&both(&run, &["--profile", file])).refuses(2, &["profile.toml", word]);
    }
    fs::write(&path, "mine").expect("a file");
    paystone(&both(&run, &["--profile-out", file])).refuses(2, &["profile.toml", "left as it is"]);
    assert_eq!(fs::read_to_string(&path).expect("a file"), "mine");
}
