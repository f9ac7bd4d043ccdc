//! Known findings as their users meet them: written, matched, pruned; damaged files are refused, and nothing is overwritten.

use std::fs;
use std::path::PathBuf;

use rstest::rstest;
use tempfile::TempDir;

use super::paystone::{Ended, MUTANT, both, paystone, snapshot};

/// Few cases: what they are about is found among them.
const FEW: &[&str] = &["--sweep-only", "--operation", "tt.openAwemeCustomerService"];
/// Another thing wrong under the same rule.
const OTHER: &[&str] = &["--model", "--mutant", "diamond/zone-id/type~wrong-err-code"];

/// A folder with a baseline of what is wrong with the mutant.
struct Folder {
    _folder: TempDir,
    path: PathBuf,
}

impl Folder {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("known.toml");
        Self { _folder: folder, path }
    }

    fn of_the_mutant() -> Self {
        let folder = Self::new();
        folder.baseline("init", &both(&["--reason", "ticket 7"], MUTANT)).ends(0);
        folder
    }

    fn name(&self) -> &str {
        self.path.to_str().expect("a path")
    }

    fn text(&self) -> String {
        fs::read_to_string(&self.path).expect("a file")
    }

    /// The file with one thing in it changed.
    fn edit(&self, from: &str, to: &str) {
        let text = self.text();
        assert!(text.contains(from), "{from:?} is not in:\n{text}");
        fs::write(&self.path, text.replacen(from, to, 1)).expect("a file");
    }

    fn baseline(&self, command: &str, more: &[&str]) -> Ended {
        paystone(&both(
            &both(&["baseline", command, self.name()], if command == "check" { &[] } else { FEW }),
            more,
        ))
    }

    fn run(&self, more: &[&str]) -> Ended {
        paystone(&both(&both(&["run", "--baseline", self.name()], FEW), more))
    }
}

#[test]
fn what_is_known_passes_until_it_is_gone_and_pruned() {
    let folder = Folder::of_the_mutant();
    let known = folder.run(MUTANT).ends(0).out;
    assert!(known.contains("known: diamond/zone-id/type  not enforced: ticket 7"), "{known}");
    assert!(known.contains("conforms on 60 of 61 rules, 1 known finding"), "{known}");
    assert!(!known.contains("FINDING"), "{known}");
    let gone = folder.run(&["--model"]).ends(1).out;
    assert!(gone.contains("no longer occurs") && gone.contains("ticket 7"), "{gone}");
    let pruned = folder.baseline("prune", &["--model"]).ends(0).out;
    assert!(pruned.contains("- diamond/zone-id/type"), "{pruned}");
    folder.run(&["--model"]).ends(0);
    folder.run(MUTANT).ends(1);
}

#[test]
fn another_wrong_answer_of_the_same_rule_is_a_new_finding() {
    let folder = Folder::of_the_mutant();
    let ended = folder.run(OTHER).ends(1).out;
    assert!(
        ended.contains("FINDING 1  diamond/zone-id/type") && ended.contains("no longer occurs"),
        "{ended}"
    );
    folder.baseline("update", &both(&["--reason", "ticket 8"], OTHER)).ends(0);
    let text = folder.text();
    assert!(text.contains("ticket 7") && text.contains("ticket 8"), "{text}");
    folder.baseline("prune", OTHER).ends(0);
    let text = folder.text();
    assert!(!text.contains("ticket 7") && text.contains("ticket 8"), "{text}");
    folder.run(OTHER).ends(0);
}

#[test]
fn what_people_wrote_stays() {
    let folder = Folder::of_the_mutant();
    folder.edit("reason = \"ticket 7\"", "# why not\nreason = \"we like it\" # really");
    let before = folder.text();
    folder.baseline("update", &both(&["--reason", "ticket 8"], MUTANT)).ends(0);
    assert_eq!(folder.text(), before, "nothing is new");
    folder.baseline("update", &both(&["--reason", "ticket 8"], OTHER)).ends(0);
    assert!(folder.text().starts_with(&before), "what is new stands behind");
    folder.run(MUTANT).ends(1);
}

#[test]
fn what_has_expired_counts_again_and_says_so() {
    let folder = Folder::new();
    let flags =
        ["--reason", "until the release", "--expires", "2030-06-30", "--link", "https://example.com/7"];
    folder.baseline("init", &both(&flags, MUTANT)).ends(0);
    folder.run(&both(&["--today", "2030-06-30"], MUTANT)).ends(0);
    folder.baseline("check", &["--today", "2030-06-30"]).ends(0);
    let late = folder.run(&both(&["--today", "2030-07-01"], MUTANT)).ends(1).out;
    assert!(late.contains("it was known, and its last day was 2030-06-30: until the release"), "{late}");
    assert!(late.contains("expired, its last day was 2030-06-30"), "{late}");
    let checked = folder.baseline("check", &["--today", "2030-07-01"]).ends(1).out;
    assert!(checked.contains("line 6") && checked.contains("expired"), "{checked}");
    folder.run(&["--today", "tomorrow", "--model"]).refuses(2, &["--today", "`tomorrow` is no date"]);
}

#[test]
fn a_report_shows_what_is_known_last_and_what_is_stale_first() {
    let folder = Folder::of_the_mutant();
    folder.baseline("update", &both(&["--reason", "ticket 8", "--expires", "2030-06-30"], OTHER)).ends(0);
    let text = folder.text();
    let stray = text[text.find("[[known]]").expect("an entry")..].replacen("zone-id/type", "zone-id/tipe", 1);
    fs::write(
        &folder.path,
        format!("{text}\n{}", &stray[..stray[2..].find("[[").map_or(stray.len(), |i| i + 2)]),
    )
    .expect("a file");
    let known = |lang: &str| {
        let out = folder.run(&both(&["--today", "2030-01-01", "--lang", lang], MUTANT)).ends(1).out;
        let from = out.find("Known findings").or_else(|| out.find("已知的不符项")).expect("a section");
        let (section, rest) = out[from..].split_once("\n\n").expect("more");
        format!("{section}\n...\n{}", rest.trim_end().lines().last().unwrap_or_default())
    };
    snapshot("known-findings", &format!("{}\n\n{}", known("en"), known("zh")));
}

#[test]
fn a_selection_that_leaves_a_known_finding_out_does_not_miss_it() {
    let folder = Folder::of_the_mutant();
    let out = folder.run(&both(&["--rules", "diamond/custom-id/*"], MUTANT)).ends(0).out;
    assert!(out.contains("not tried, for it is not selected: diamond/zone-id/type"), "{out}");
    let flags = ["run", "--baseline", folder.name(), "--operation", "sign", "--cases", "0", "--model"];
    let out = paystone(&flags).ends(0).out;
    assert!(out.contains("not tried, for it is not selected: diamond/zone-id/type"), "{out}");
    let left = folder.baseline("prune", &["--model", "--rules", "diamond/custom-id/*"]).ends(0).out;
    assert!(left.contains("not tried, and left in: 1 known finding"), "{left}");
}

#[test]
fn parts_of_a_run_are_matched_when_they_are_put_together() {
    let folder = Folder::of_the_mutant();
    let merged = |target: &[&str]| {
        let parts: Vec<PathBuf> = ["1/3", "2/3", "3/3"]
            .iter()
            .map(|shard| {
                let part = folder.run(&both(&["--shard", shard, "--format", "json"], target));
                let path = folder.path.with_extension(format!("{}.jsonl", &shard[..1]));
                fs::write(&path, &part.out).expect("a file");
                path
            })
            .collect();
        let parts: Vec<&str> = parts.iter().filter_map(|path| path.to_str()).collect();
        paystone(&both(&["merge", "--format", "json"], &parts))
    };
    let whole = folder.run(&both(&["--format", "json"], MUTANT)).ends(0);
    assert_eq!(merged(MUTANT).ends(0).steady(), whole.steady());
    assert!(merged(&["--model"]).ends(1).of("known").iter().all(|known| known["state"] == "gone"));
}

#[test]
fn a_recorded_run_does_as_well() {
    let folder = Folder::new();
    let record = folder.path.with_extension("jsonl");
    let write = |ended: Ended| fs::write(&record, ended.out).expect("a file");
    let from = ["--from", record.to_str().expect("a path")];
    write(paystone(&both(&both(&["run", "--format", "json"], FEW), MUTANT)).ends(1));
    let init = both(&["baseline", "init", folder.name(), "--reason", "ticket 7"], &from);
    paystone(&both(&init, &["--cases", "3"])).refuses(2, &["--from", "--cases"]);
    paystone(&init).ends(0);
    folder.run(MUTANT).ends(0);
    let prune = both(&["baseline", "prune", folder.name()], &from);
    paystone(&prune).refuses(2, &["was not recorded with `--baseline"]);
    write(folder.run(&["--format", "json", "--model"]).ends(1));
    paystone(&prune).ends(0);
    folder.run(&["--model"]).ends(0);
    write(paystone(&both(&both(&["run", "--format", "json", "--shard", "1/2"], FEW), MUTANT)));
    let init = both(&["baseline", "init", "not-there.toml", "--reason", "r"], &from);
    paystone(&init).refuses(2, &["part 1/2 of a run", "paystone merge"]);
    let text = fs::read_to_string(&record).expect("a file");
    let version = format!("\"paystone\":\"{}\"", env!("CARGO_PKG_VERSION"));
    fs::write(&record, text.replacen(&version, "\"paystone\":\"9.9.9\"", 1)).expect("a file");
    paystone(&init).refuses(2, &["recorded by Paystone 9.9.9"]);
    fs::write(&record, "nonsense\n").expect("a file");
    paystone(&init).refuses(2, &["no recorded run: line 1"]);
}

#[test]
fn a_crash_and_much_that_is_wrong_can_be_known() {
    let folder = Folder::new();
    let script = format!("{}/tests/broken_adapters/broken.py", env!("CARGO_MANIFEST_DIR"));
    let target = |adapter| ["--restarts", "200", "--", "python3", script.as_str(), adapter];
    let dies = target("dies-of-a-customer");
    folder.baseline("init", &both(&["--reason", "it dies"], &dies)).ends(0);
    assert!(folder.text().contains("outcome = \"fault crash\""), "{}", folder.text());
    // All of it is known, and yet rules are not reached where so little works: the run is incomplete, and not green.
    let known = folder.run(&both(&["--format", "json"], &dies));
    assert_eq!(known.code, Some(4), "{}", known.err);
    assert!(known.of("known").iter().all(|known| known["state"] == "occurs" && known["shows"] == true));
}

#[test]
fn a_flaky_finding_is_left_out() {
    let folder = Folder::new();
    let script = format!("{}/tests/broken_adapters/broken.py", env!("CARGO_MANIFEST_DIR"));
    let flags = ["--operation", "sign", "--sweep-only", "--", "python3", script.as_str(), "errs-once"];
    let ended = paystone(&both(&["baseline", "init", folder.name(), "--reason", "r"], &flags)).ends(0);
    assert!(ended.out.contains("left out") && ended.out.contains("1 flaky finding"), "{}", ended.out);
    paystone(&both(&["run", "--baseline", folder.name()], &flags)).ends(1);
}

#[test]
fn a_file_that_is_there_is_not_written_anew() {
    let folder = Folder::new();
    fs::write(&folder.path, "mine").expect("a file");
    let words = ["is there already", "paystone baseline update"];
    folder.baseline("init", &both(&["--reason", "r"], MUTANT)).refuses(2, &words);
    assert_eq!(folder.text(), "mine");
    folder.baseline("init", MUTANT).refuses(2, &["--reason"]);
    paystone(&both(&["baseline", "init", "no-such-folder/known.toml", "--reason", "r"], MUTANT))
        .refuses(2, &["there is no folder no-such-folder"]);
    folder.baseline("init", &both(&["--reason", "  "], MUTANT)).refuses(2, &["--reason: it is empty"]);
}

#[test]
fn a_run_that_is_not_whole_writes_nothing() {
    let folder = Folder::new();
    let flags = ["--reason", "r", "--", "python3", "-c", "print('no hello')"];
    let ended = folder.baseline("init", &flags);
    assert_eq!(ended.code, Some(3), "{ended:?}");
    assert!(!folder.path.exists());
    folder.baseline("init", &["--reason", "r"]).refuses(2, &["nothing to test"]);
}

#[rstest]
#[case::no_toml("[[known]]", "[[known", &["line 6"])]
#[case::another_version("version = 1", "version = 2", &["line 4: version", "version 1 alone"])]
#[case::no_version("version = 1", "", &["no `version`"])]
#[case::unknown_member("reason =", "raison =", &["line 11", "raison"])]
#[case::missing_member("outcome =", "link =", &["outcome"])]
#[case::empty_reason("\"ticket 7\"", "\" \"", &["line 11: reason: it is empty"])]
#[case::flaky("\"wrong-answer\"", "\"flaky\"", &["line 8: class", "flaky"])]
#[case::class("\"wrong-answer\"", "\"odd\"", &["line 8", "odd"])]
#[case::operation("operation = \"tt.openAwemeCustomerService\"", "operation = \"tt.teleport\"", &["line 7: operation: there is no operation `tt.teleport`"])]
#[case::of_another_operation("operation = \"tt.openAwemeCustomerService\"", "operation = \"sign\"", &["line 6: operation: no step of the case calls `sign`"])]
#[case::expires("reason =", "expires = 2026-12-31T00:00:00Z\nreason =", &["line 11: expires", "no date such as"])]
#[case::case_of_no_json("case = '{", "case = '", &["line 6: case: no JSON"])]
#[case::case_of_unknown_operation("\"operation\":\"tt.open", "\"operation\":\"tt.close", &["line 6: case: steps.0.operation"])]
#[case::inline("[[known]]", "known = [{ operation = 1 }]\n[[other]]", &["line"])]
fn a_damaged_file_is_refused_at_its_place(#[case] from: &str, #[case] to: &str, #[case] words: &[&str]) {
    let folder = Folder::of_the_mutant();
    folder.edit(from, to);
    let before = folder.text();
    let words = both(words, &["known.toml"]);
    folder.run(MUTANT).refuses(2, &words);
    folder.baseline("check", &[]).refuses(2, &words);
    folder.baseline("update", &both(&["--reason", "r"], MUTANT)).refuses(2, &words);
    folder.baseline("prune", MUTANT).refuses(2, &words);
    assert_eq!(folder.text(), before);
}

#[test]
fn the_same_finding_twice_is_refused() {
    let folder = Folder::of_the_mutant();
    let text = folder.text();
    let again = &text[text.find("[[known]]").expect("an entry")..];
    fs::write(&folder.path, format!("{text}\n{again}")).expect("a file");
    folder.run(MUTANT).refuses(2, &["line 14: it is the finding of line 6 once more"]);
}

#[rstest]
#[case::a_rule_that_is_not("zone-id/type", "zone-id/tipe", "there is no rule diamond/zone-id/tipe")]
#[case::an_outcome_that_is_allowed(
    r#""zoneId":true},"operation""#,
    r#""zoneId":"1"},"operation""#,
    "the documents allow this outcome"
)]
fn what_can_never_be_found_is_told_without_a_run(#[case] from: &str, #[case] to: &str, #[case] word: &str) {
    let folder = Folder::of_the_mutant();
    folder.baseline("check", &[]).ends(0);
    folder.edit(from, to);
    let ended = folder.baseline("check", &[]).ends(1);
    assert!(ended.out.contains("line 6") && ended.out.contains(word), "{}", ended.out);
    let run = folder.run(MUTANT).ends(1).out;
    assert!(run.contains("FINDING"), "{run}");
}

#[test]
fn to_stop_at_the_first_finding_and_to_know_some_exclude_each_other() {
    let folder = Folder::of_the_mutant();
    folder.run(&both(&["--fail-fast"], MUTANT)).refuses(2, &["--fail-fast", "--baseline"]);
    paystone(&["run", "--model", "--baseline", "no-such-file"])
        .refuses(2, &["cannot read the baseline no-such-file"]);
}
