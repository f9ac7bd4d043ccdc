//! A secret from the environment stands in no output, whatever the adapter does with it.

use rstest::rstest;

use super::paystone::{Ended, command, wait};
use super::replays::each_works;

fn run(secret: &str, adapter: &str, more: &[&str]) -> Ended {
    let script = format!("{}/tests/broken_adapters/broken.py", env!("CARGO_MANIFEST_DIR"));
    let mut run = command();
    run.env("PAY_SECRET", secret).args([
        "run",
        "--operation",
        "sign",
        "--cases",
        "100",
        "--secret-env",
        "PAY_SECRET",
    ]);
    run.args(more).args(["--", "python3", &script, adapter]);
    wait(run)
}

#[rstest]
#[case::plain("keep-this-to-yourself")]
#[case::with_what_json_and_shells_escape("it's \"quoted\" \\ and $HOME")]
#[case::not_ascii("支付密钥-一二三四")]
fn no_output_has_the_secret_and_the_replay_lines_work(#[case] secret: &str) {
    let escaped = serde_json::to_string(secret).expect("JSON");
    let escaped = escaped.trim_matches('"');
    for format in ["terminal", "json"] {
        let ended = run(secret, "tells-its-secret", &["--format", format]);
        assert_eq!(ended.code, Some(1), "{ended:?}");
        for text in [&ended.out, &ended.err] {
            assert!(!text.contains(secret) && !text.contains(escaped), "the secret is told:\n{text}");
        }
        assert!(
            ended.out.contains("signing with <payment-secret>"),
            "what it wrote is not shown:\n{}",
            ended.out
        );
        if format == "terminal" {
            each_works(&ended.out, secret);
        }
    }
}

#[rstest]
#[case::a_reason("skips-with-its-secret", 5)]
#[case::a_line_that_is_no_message("logs-its-secret", 3)]
fn no_part_of_a_secret_is_left_where_a_text_is_cut(#[case] adapter: &str, #[case] code: i32) {
    for format in ["terminal", "json"] {
        let ended = run("keep-this-to-yourself", adapter, &["--format", format]);
        assert_eq!(ended.code, Some(code), "{ended:?}");
        let all = format!("{}{}", ended.out, ended.err);
        assert!(all.contains("xxx<payment-se") && !all.contains("keep"), "{all}");
    }
}

#[rstest]
#[case("implementation")]
#[case("operation")]
fn a_secret_that_is_a_word_of_the_report_turns_nothing_green(#[case] secret: &str) {
    let ended = run(secret, "ok", &[]);
    assert_ne!(ended.code, Some(0), "{}", ended.out);
}

#[test]
fn a_secret_too_short_to_hide_is_refused() {
    run("short", "right", &[]).refuses(2, &["--secret-env PAY_SECRET", "fewer than 8 bytes"]);
}
