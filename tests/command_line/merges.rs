//! Shards merge into the run that they are parts of; parts that do not belong together are refused.

use std::fs;
use std::path::PathBuf;

use rstest::rstest;
use tempfile::TempDir;

use super::paystone::{Ended, MUTANT, both, paystone, signer};

const FEW: &[&str] = &["--cases", "300", "--format", "json"];

fn of_the_mutant(more: &[&str]) -> Ended {
    paystone(&both(&both(&both(&["run"], MUTANT), FEW), more))
}

fn of_a_signer(more: &[&str]) -> Ended {
    let signer = signer(Some("drops-zero"));
    let signer: Vec<&str> = signer.iter().map(String::as_str).collect();
    paystone(&both(&both(&both(&["run", "--operation", "sign"], FEW), more), &signer))
}

/// A folder with one file for each text.
fn files(texts: &[&str]) -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |(i, text): (usize, &&str)| {
        let path = folder.path().join(format!("{i}.jsonl"));
        fs::write(&path, text).expect("a file");
        path
    };
    let paths = texts.iter().enumerate().map(write).collect();
    (folder, paths)
}

fn merged(texts: &[&str]) -> Ended {
    let (_folder, paths) = files(texts);
    let paths: Vec<&str> = paths.iter().filter_map(|p| p.to_str()).collect();
    paystone(&both(&["merge", "--format", "json"], &paths))
}

#[rstest]
#[case::of_a_mutant(of_the_mutant)]
#[case::of_a_child(of_a_signer)]
fn the_same_run_is_the_same_run_however_it_is_split(#[case] run: fn(&[&str]) -> Ended) {
    let whole = run(&[]).ends(1);
    assert!(!whole.of("finding").is_empty());
    assert_eq!(run(&[]).steady(), whole.steady(), "a second time");
    assert_eq!(run(&["--jobs", "2"]).ends(1).steady(), whole.steady(), "two jobs");
    let shards = [run(&["--shard", "1/2"]), run(&["--shard", "2/2"])];
    let joined = merged(&[&shards[0].out, &shards[1].out]).ends(1);
    assert_eq!(joined.steady(), whole.steady(), "two shards");
    let turned = merged(&[&shards[1].out, &shards[0].out]).ends(1);
    assert_eq!(turned.steady(), whole.steady(), "in the other order");
}

#[test]
fn parts_that_make_no_whole_are_refused() {
    let one = of_the_mutant(&["--shard", "1/2"]).out;
    let two = of_the_mutant(&["--shard", "2/2"]).out;
    let other = of_the_mutant(&["--shard", "2/2", "--seed", "9"]).out;
    merged(&[&one]).refuses(4, &["shard 2/2 is missing"]);
    merged(&[&one, &other]).refuses(2, &["the seeds differ (1 and 9)"]);
    let more = of_the_mutant(&["--shard", "2/2"]).out.replacen("\"cases\":300", "\"cases\":null", 1);
    merged(&[&one, &more]).refuses(2, &["the numbers of cases differ (300 and as many as time allows)"]);
    merged(&[&one, &one, &two]).refuses(2, &["shard 1/2 is there twice"]);
    let cut: String =
        two.lines().take(9).map(|l| format!("{l}\n")).chain(["{\"event\":\"ru".to_owned()]).collect();
    merged(&[&one, &cut]).refuses(2, &["1.jsonl", "line 10"]);
    let endless = two.lines().filter(|l| !l.contains("\"event\":\"end\"")).collect::<Vec<_>>().join("\n");
    merged(&[&one, &endless]).refuses(2, &["1.jsonl", "no `end` record"]);
    merged(&[&one, ""]).refuses(2, &["1.jsonl"]);
    paystone(&["merge", "no-such-file"]).refuses(2, &["cannot read no-such-file"]);
    paystone(&["merge"]).refuses(2, &["<FILES>"]);
}

#[test]
fn shards_of_unlike_selections_are_refused() {
    let one = of_the_mutant(&["--shard", "1/2", "--rules", "diamond/zone-id/*"]).out;
    let two = of_the_mutant(&["--shard", "2/2", "--rules", "signature/*"]).out;
    merged(&[&one, &two]).refuses(2, &["selections differ"]);
}
