//! A line that is no message ends the run, and is quoted with a hint where logs belong.

use rstest::rstest;

use super::run::{command, run, wait};

const HINT: &str = "write logs to standard error";

#[rstest]
#[case::garbage("garbage", "Traceback (most recent call last):")]
#[case::log_line("log-line", "INFO listening on port 8080")]
#[case::half_a_line("half-a-line", "the output ended in the middle of it")]
#[case::too_deep("deep", "recursion limit exceeded")]
#[case::invalid_utf_8("invalid-utf-8", "invalid unicode")]
#[case::unknown_type("unknown-type", "`verdict` is none of hello, result")]
fn a_line_that_is_no_message_is_quoted_with_a_hint(#[case] name: &str, #[case] word: &str) {
    run(name, &[]).says(3, &[word, HINT, "that is no message: \""]);
}

#[test]
fn a_huge_line_is_not_read_to_its_end() {
    let ended = run("huge-line", &[]);
    ended.says(3, &["longer than 1048576 bytes", "--max-line", "\"xxx", " ..."]);
    assert!(ended.all.len() < 20_000, "the line itself is printed");
}

#[test]
fn a_huge_line_does_not_fill_the_memory() {
    let huge = command("huge-line", &[]);
    let mut limited = assert_cmd::Command::new("sh");
    limited.timeout(super::run::MOST).args(["-c", "/usr/bin/env time -f 'peak %M' \"$0\" \"$@\""]);
    limited.arg(huge.get_program()).args(huge.get_args());
    let ended = wait(limited);
    let Some((_, peak)) = ended.all.rsplit_once("peak ") else {
        eprintln!("skipped: there is no `time` that tells the peak");
        return;
    };
    // The peak is that of Paystone or of the adapter, whichever is higher; the line alone has 100 MiB.
    let peak: u64 = peak.trim().parse().expect("a number of KiB");
    assert!(peak < 80 * 1024, "{peak} KiB");
}
