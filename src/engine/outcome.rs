//! The outcome of a finding: what was observed, as one text that equal outcomes share.

use serde_json::Value as Json;

use super::record::{Class, FindingRecord};

impl FindingRecord {
    /// What was observed in the failing step: its trace as JSON on one line, with sorted keys. A fault is told by its kind alone, for details
    /// vary; of a flaky finding nothing is steady but that.
    pub fn outcome(&self) -> String {
        match self.class {
            Class::Flaky => "flaky".to_owned(),
            Class::Fault => {
                let kind = self.got.pointer("/fault/kind").and_then(Json::as_str);
                format!("fault {}", kind.unwrap_or_default())
            }
            Class::WrongAnswer => self.got.get(self.step).unwrap_or(&Json::Null).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    fn finding(class: &str, step: usize, got: &Json) -> FindingRecord {
        let record = json!({
            "group": "g", "class": class, "severity": "finding", "operation": "op", "suspects": [],
            "address": "", "number": 0, "swept": true, "count": 1, "case": {}, "step": step, "base": null,
            "changes": [], "expected": [], "got": got, "twin": null, "said": "", "evaluations": 0,
        });
        serde_json::from_value(record).expect("a record")
    }

    #[rstest]
    #[case::the_failing_step(
        "wrong-answer",
        1,
        r#"[[{"a":1}],[{"with":{"b":2,"a":1},"called":"fail"}]]"#,
        r#"[{"called":"fail","with":{"a":1,"b":2}}]"#
    )]
    #[case::nothing_seen("wrong-answer", 0, "[[]]", "[]")]
    #[case::no_such_step("wrong-answer", 3, "[[]]", "null")]
    #[case::a_fault("fault", 0, r#"{"fault":{"kind":"crash","detail":"at 0x7f"}}"#, "fault crash")]
    #[case::a_flaky_answer("flaky", 0, r#"[[{"a":1}]]"#, "flaky")]
    #[case::a_flaky_fault("flaky", 0, r#"{"fault":{"kind":"crash","detail":""}}"#, "flaky")]
    fn what_was_observed_is_one_text(
        #[case] class: &str,
        #[case] step: usize,
        #[case] got: &str,
        #[case] text: &str,
    ) {
        let got = serde_json::from_str(got).expect("JSON");
        assert_eq!(finding(class, step, &got).outcome(), text);
    }
}
