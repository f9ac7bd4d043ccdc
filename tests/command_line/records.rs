//! What `list` writes for programs: one record a line, with everything that a reader may want.

use rstest::rstest;

use super::paystone::paystone;

#[test]
fn every_rule_is_listed_with_its_source_and_in_both_languages() {
    let rules = paystone(&["list", "rules", "--format", "json"]).ends(0).records();
    assert_eq!(rules.len(), paystone(&["list", "rules"]).ends(0).out.lines().count());
    for rule in &rules {
        for text in ["/rule", "/says/en", "/says/zh", "/force", "/standing"] {
            let text = rule.pointer(text).and_then(serde_json::Value::as_str);
            assert!(text.is_some_and(|t| !t.is_empty()), "{rule}");
        }
        assert!(rule["cites"].as_array().is_some_and(|cites| !cites.is_empty()), "{rule}");
        assert!(rule.get("since").is_some_and(|s| s.is_null() || s.is_string()), "{rule}");
    }
}

#[rstest]
fn every_list_is_lines_of_json(#[values("rules", "gaps", "cases", "operations")] what: &str) {
    assert!(!paystone(&["list", what, "--format", "json"]).ends(0).records().is_empty());
}

#[rstest]
fn a_list_of_nothing_is_refused(#[values("rules", "cases")] what: &str) {
    paystone(&["list", what, "--rules", "nothing/*"]).refuses(2, &["--rules nothing/*"]);
    paystone(&["list", what, "--operation", "tt.teleport"]).refuses(2, &["--operation tt.teleport"]);
}
