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

#[test]
fn gaps_are_listed_for_the_rules_that_ask_about_them() {
    let listed = |rules: &str| paystone(&["list", "gaps", "--rules", rules]).ends(0).out;
    let ids = |out: &str| -> Vec<String> {
        out.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
    };
    let zone = ids(&listed("diamond/zone-id/*"));
    assert!(zone.contains(&"diamond/zone-missing".to_owned()), "what a promise asks in passing: {zone:?}");
    assert!(!zone.contains(&"diamond/complete-order".to_owned()), "{zone:?}");
    let (asked, all) = (ids(&listed("*")), ids(&paystone(&["list", "gaps"]).ends(0).out));
    // A few are asked about by no rule, but where none is broken.
    assert!(
        asked.len() * 10 >= all.len() * 9 && asked.iter().all(|gap| all.contains(gap)),
        "{asked:?} of {all:?}"
    );
}

#[rstest]
fn a_list_of_nothing_is_refused(#[values("rules", "cases", "gaps")] what: &str) {
    paystone(&["list", what, "--rules", "nothing/*"]).refuses(2, &["--rules nothing/*"]);
    paystone(&["list", what, "--operation", "tt.teleport"]).refuses(2, &["--operation tt.teleport"]);
}
