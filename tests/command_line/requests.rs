//! Requests that people hand in: what `check` says of them, and how damaged ones are refused; what `explain` explains.

use rstest::rstest;

use super::paystone::{both, file, paystone, snapshot};

const VALID: &str = r#"{"operation":"tt.openAwemeCustomerService","input":{"buyQuantity":600,"currencyType":"DIAMOND","customId":"order-1"}}"#;
const INVALID: &str = r#"{"operation":"tt.openAwemeCustomerService","input":{"buyQuantity":600,"currencyType":"GOLD","customId":""}}"#;

#[rstest]
#[case::no_json("customId: 1", &["no JSON", "line 1 column"])]
#[case::cut_off(r#"{"steps":[{"operation":"#, &["no JSON", "line 1 column"])]
#[case::operation(r#"{"steps":[{"operation":"tt.teleport","input":{}}]}"#, &["steps.0.operation", "`tt.teleport`", "tt.canIUse"])]
#[case::fact(r#"{"world":{"weather":"rain"},"steps":[{"operation":"sign","input":{}}]}"#, &["world.weather"])]
#[case::fact_value(
    r#"{"world":{"network":"pigeon"},"steps":[{"operation":"tt.openAwemeCustomerService","input":{}}]}"#,
    &["world.network", "pigeon", "one of online, offline is wanted"]
)]
#[case::fact_number(
    r#"{"world":{"spent":-1},"steps":[{"operation":"tt.openAwemeCustomerService","input":{}}]}"#,
    &["world.spent", "-1", "a whole number of fen, zero or more is wanted"]
)]
#[case::no_steps(r#"{"steps":[]}"#, &["`steps`"])]
#[case::no_input(r#"{"steps":[{"operation":"sign"}]}"#, &["steps.0.input"])]
#[case::no_value(r#"{"operation":"sign","input":{"a":{"$number":"7"}}}"#, &["steps.0.input", "a.$number"])]
#[case::a_list("[1]", &["`steps`"])]
fn a_damaged_request_is_refused_at_its_place(#[case] text: &str, #[case] words: &[&str]) {
    let (_folder, path) = file(text);
    let path = path.to_str().expect("a path");
    let words = both(words, &[path]);
    paystone(&["check", path]).refuses(2, &words);
    paystone(&["replay", path, "--model"]).refuses(2, &words);
    paystone(&["replay", "--model", "--case", text])
        .refuses(2, &words[..words.len() - 1])
        .refuses(2, &["--case"]);
}

#[test]
fn a_request_that_is_not_there_is_named() {
    paystone(&["check", "no-such-file"]).refuses(2, &["cannot read no-such-file"]);
    paystone(&["replay", "no-such-file", "--model"])
        .refuses(2, &["no-such-file", "nor is there a file of this name"]);
}

#[rstest]
#[case::valid("check-valid", VALID, 0)]
#[case::invalid("check-invalid", INVALID, 1)]
fn a_request_is_told_what_it_breaks_and_what_may_come(
    #[case] name: &str,
    #[case] text: &str,
    #[case] code: i32,
) {
    let (_folder, path) = file(text);
    let en = paystone(&["check", path.to_str().expect("a path")]).ends(code);
    let zh = paystone(&["check", path.to_str().expect("a path"), "--lang", "zh"]).ends(code);
    snapshot(name, &format!("{}\n{}", en.out, zh.out));
}

#[test]
fn a_request_may_come_on_standard_input() {
    let mut command = super::paystone::command();
    command.args(["check", "-"]).write_stdin(VALID);
    super::paystone::wait(command).ends(0);
}

#[test]
fn a_call_alone_may_bring_its_world() {
    let text = VALID.replace("\"input\"", "\"world\":{\"base_library\":\"2.0.0\"},\"input\"");
    let (_folder, path) = file(&text);
    let ended = paystone(&["check", path.to_str().expect("a path")]);
    // To refuse it at its place would do as well; to pass it over would not.
    assert!(ended.code != Some(0), "{}", ended.out);
    assert!(ended.out.contains("diamond/call/minimum-version") || ended.err.contains("world"), "{ended:?}");
}

#[rstest]
#[case::rule("explain-rule", "diamond/zone-id/type")]
#[case::gap("explain-gap", "diamond/below-minimum")]
fn what_is_known_is_explained(#[case] name: &str, #[case] what: &str) {
    let en = paystone(&["explain", what]).ends(0);
    let zh = paystone(&["explain", what, "--lang", "zh"]).ends(0);
    snapshot(name, &format!("{}\n{}", en.out, zh.out));
}

#[test]
fn what_came_before_is_explained_as_calls() {
    let en = paystone(&["explain", "diamond/custom-id/unique"]).ends(0).out;
    assert!(en.contains("breaks it: after the same call\n") && !en.contains("steps"), "{en}");
    let zh = paystone(&["explain", "diamond/custom-id/unique", "--lang", "zh"]).ends(0).out;
    assert!(zh.contains("违反: 此前已有相同的调用\n"), "{zh}");
}

#[test]
fn an_error_code_is_explained() {
    snapshot("explain-code", &paystone(&["explain", "--", "-15101"]).ends(0).out);
}

#[test]
fn an_error_code_is_explained_as_it_is_written() {
    let plain = paystone(&["explain", "-15101"]).ends(0);
    assert_eq!(plain.out, paystone(&["explain", "--", "-15101"]).out);
}

#[test]
fn what_is_unknown_is_refused_with_a_hint() {
    paystone(&["explain", "zone-id"]).refuses(2, &["`zone-id`", "did you mean diamond/zone-id/type"]);
    paystone(&["explain", "nothing"]).refuses(2, &["`nothing`", "paystone list rules", "paystone list gaps"]);
}
