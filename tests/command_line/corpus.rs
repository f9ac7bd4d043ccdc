//! The corpus: what a replay saves is run first; damaged files are refused before anything runs; two writers lose nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use rstest::rstest;

use super::paystone::{Ended, MUTANT, both, command, paystone, wait};

/// It breaks one rule, and has more in it than that takes.
const ZONE: &str = r#"{"operation":"tt.openAwemeCustomerService","input":{"buyQuantity":600,"currencyType":"DIAMOND","customId":"a","zoneId":true,"extraInfo":"x","success":{"$function":[]},"fail":{"$function":[]}}}"#;
const CUSTOM: &str = r#"{"operation":"tt.openAwemeCustomerService","input":{"buyQuantity":600,"currencyType":"DIAMOND","customId":true,"success":{"$function":[]},"fail":{"$function":[]}}}"#;

fn run(folder: &Path, more: &[&str]) -> Ended {
    let folder = folder.to_str().expect("a path");
    paystone(&both(
        &["run", "--sweep-only", "--operation", "tt.openAwemeCustomerService", "--corpus", folder],
        more,
    ))
}

fn save(folder: &Path, more: &[&str]) -> Ended {
    let save = format!("--save={}", folder.display());
    paystone(&both(&["replay", "--case", ZONE, &save], more))
}

/// The files of a folder and of those below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path());
    let mut all: Vec<PathBuf> =
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect();
    all.sort();
    all
}

#[test]
fn the_corpus_of_this_repository_passes_on_the_model() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let ended = paystone(&["run", "--model", "--sweep-only", "--corpus", corpus, "--format", "json"]).ends(0);
    let plain = paystone(&["run", "--model", "--sweep-only", "--format", "json"]).ends(0);
    let judged = |ended: &Ended| ended.of("end")[0]["judged"].as_u64().expect("a number");
    let json = |path: &PathBuf| path.extension().is_some_and(|e| e == "json");
    let stored = files(Path::new(corpus)).iter().filter(|path| json(path)).count() as u64;
    assert!(stored > 10 && judged(&ended) == judged(&plain) + stored, "{} of {stored}", judged(&ended));
}

#[test]
fn what_a_replay_saves_is_run_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let saved = save(folder.path(), MUTANT);
    assert_eq!(saved.code, Some(1), "{saved:?}");
    let [file] = &files(folder.path())[..] else { panic!("one file: {:?}", files(folder.path())) };
    let name = file.strip_prefix(folder.path()).expect("a name").to_str().expect("a name");
    assert!(
        name.starts_with("diamond/zone-id-type-")
            && saved.out.contains(&format!("saved: {}", file.display()))
    );
    let text = fs::read_to_string(file).expect("a file");
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(text, format!("{json:#}\n"), "its bytes are canonical");
    assert!(!text.contains("extraInfo"), "it is as small as it was found to be: {text}");

    let again = save(folder.path(), MUTANT);
    assert!(again.out.contains("saved already: ") && files(folder.path()).len() == 1, "{}", again.out);
    let found = run(folder.path(), MUTANT).ends(1).out;
    let line = format!("  replay: paystone replay {} --model", file.display());
    assert!(found.contains("[corpus, ") && found.contains(&line), "{found}");
    assert!(found.contains("--save") && found.contains("paystone baseline init"), "{found}");
    let path = file.to_str().expect("a path");
    assert_eq!(paystone(&both(&["replay", path], MUTANT)).code, Some(1));
    run(folder.path(), &["--model"]).ends(0);
    let none = save(folder.path(), &["--model"]).ends(0);
    assert!(none.out.contains("nothing to save"), "{}", none.out);
}

#[test]
fn parts_of_a_run_have_one_corpus() {
    let corpus = tempfile::tempdir().expect("a folder");
    save(corpus.path(), MUTANT);
    let folder = tempfile::tempdir().expect("a folder");
    let part = |shard: &str, corpus: Option<&Path>| {
        let more = both(&["--shard", shard, "--format", "json"], MUTANT);
        let ended = match corpus {
            Some(corpus) => run(corpus, &more),
            None => {
                paystone(&both(&["run", "--sweep-only", "--operation", "tt.openAwemeCustomerService"], &more))
            }
        };
        let path = folder.path().join(format!("{}-{}.jsonl", &shard[..1], corpus.is_some()));
        fs::write(&path, ended.out).expect("a file");
        path.to_str().expect("a path").to_owned()
    };
    let (one, two) = (part("1/2", Some(corpus.path())), part("2/2", Some(corpus.path())));
    let merged = paystone(&["merge", "--format", "json", &one, &two]).ends(1);
    let whole = run(corpus.path(), &both(&["--format", "json"], MUTANT)).ends(1);
    assert_eq!(merged.steady(), whole.steady());
    let other = part("2/2", None);
    paystone(&["merge", &one, &other]).refuses(2, &["the corpora differ (1:", "and none)"]);
}

#[test]
fn a_case_that_an_adapter_cannot_stage_is_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    save(folder.path(), MUTANT);
    let script = format!("{}/tests/signers/signer.py", env!("CARGO_MANIFEST_DIR"));
    let corpus = folder.path().to_str().expect("a path");
    let ended = paystone(&["run", "--sweep-only", "--corpus", corpus, "--", "python3", &script]).ends(0);
    assert!(ended.out.contains("1: cannot stage: tt.openAwemeCustomerService"), "{}", ended.out);
}

#[rstest]
#[case::no_json("{", &["no JSON"])]
#[case::no_case(r#"{"steps":[]}"#, &["`steps`"])]
#[case::unknown(r#"{"version":9,"steps":[{"operation":"sign","input":{}}]}"#, &["version: a case has no member of this name"])]
#[case::unknown_operation(r#"{"steps":[{"operation":"tt.teleport","input":{}}]}"#, &["steps.0.operation"])]
fn a_damaged_file_is_refused_before_anything_runs(#[case] text: &str, #[case] words: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("sub")).expect("a folder");
    fs::write(folder.path().join("sub/bad.json"), text).expect("a file");
    let words = both(words, &["sub/bad.json"]);
    run(folder.path(), &["--model"]).refuses(2, &words);
    run(folder.path(), &["--", "no-such-adapter-anywhere"]).refuses(2, &words);
}

#[test]
fn a_folder_without_cases_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("README.md"), "no case").expect("a file");
    run(folder.path(), &["--model"]).refuses(2, &["there is no case in it", "--save="]);
    run(&folder.path().join("none"), &["--model"]).refuses(2, &["--corpus: cannot read", "none"]);
}

#[test]
fn a_file_that_holds_something_else_is_left_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    save(folder.path(), MUTANT);
    let [file] = &files(folder.path())[..] else { panic!("one file") };
    fs::write(file, "mine").expect("a file");
    let ended = save(folder.path(), MUTANT);
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert!(ended.err.contains("holds another case than its name says"), "{}", ended.err);
    assert_eq!(fs::read_to_string(file).expect("a file"), "mine");
}

#[test]
fn writers_of_one_folder_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let save = format!("--save={}", folder.path().join("new").display());
    let mutants = ["diamond/zone-id/type~forgotten", "diamond/custom-id/type~forgotten"];
    let cases = [ZONE, CUSTOM];
    let writers: Vec<_> = (0..8)
        .map(|i| {
            let mut writer = std::process::Command::new(env!("CARGO_BIN_EXE_paystone"));
            let words = ["replay", "--case", cases[i % 2], &save, "--model", "--mutant", mutants[i % 2]];
            writer.args(words).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it starts")
        })
        .collect();
    for writer in writers {
        let ended = writer.wait_with_output().expect("it ends");
        assert_eq!(ended.status.code(), Some(1), "{}", String::from_utf8_lossy(&ended.stderr));
    }
    let names = files(folder.path());
    assert!(
        names.len() == 2 && names.iter().all(|name| name.extension().is_some_and(|e| e == "json")),
        "{names:?}"
    );
    for name in names {
        paystone(&["check", name.to_str().expect("a path")]);
    }
}

#[test]
fn what_is_kept_holds_no_secret_and_works_with_it() {
    const SECRET: &str = "keep-this-to-yourself";
    let folder = tempfile::tempdir().expect("a folder");
    let corpus = folder.path().join("corpus");
    let known = folder.path().join("known.toml");
    let (save, known) = (format!("--save={}", corpus.display()), known.to_str().expect("a path"));
    let script = format!("{}/tests/broken_adapters/broken.py", env!("CARGO_MANIFEST_DIR"));
    let with_secret = |words: &[&str]| {
        let mut command = command();
        command.env("PAY_SECRET", SECRET).args(words).args(["--secret-env", "PAY_SECRET"]);
        command.args(["--", "python3", &script, "tells-its-secret"]);
        wait(command)
    };
    let few = ["--operation", "sign", "--sweep-only"];
    let found = with_secret(&both(&["run", "--format", "json"], &few)).of("finding");
    let address = found[0]["address"].as_str().expect("an address");
    let saved = with_secret(&["replay", address, &save]);
    assert_eq!(saved.code, Some(1), "{saved:?}");
    with_secret(&both(&["baseline", "init", known, "--reason", "r"], &few)).ends(0);
    let texts: Vec<String> =
        files(folder.path()).iter().map(|f| fs::read_to_string(f).expect("a file")).collect();
    assert!(
        texts.len() == 2
            && texts.iter().all(|text| !text.contains(SECRET) && text.contains("<payment-secret>"))
    );
    let corpus = corpus.to_str().expect("a path");
    let run = with_secret(&both(&["run", "--corpus", corpus, "--baseline", known], &few)).ends(0);
    assert!(run.out.contains("0 not staged") && !run.out.contains(SECRET), "{}", run.out);
    let without = paystone(&both(&["run", "--model", "--corpus", corpus, "--baseline", known], &few)).ends(0);
    assert!(without.out.contains("cannot stage: payment_secret"), "{}", without.out);
}
