//! When two findings are the same: they are of one matter, and show the same. Known findings and comparisons both go by this.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::spec::Suspect;

use super::record::{Class, FindingRecord, SuspectRecord};

/// A rule, and in what way it was breached.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
pub struct Breached {
    /// The rule.
    pub rule: String,
    /// The breach.
    pub breach: String,
}

impl Breached {
    /// Whether this is what a suspect is suspected of.
    pub fn is_of(&self, suspect: &Suspect) -> bool {
        self.rule == suspect.rule.id && self.breach == suspect.breach.name()
    }
}

/// What findings are about, whatever they show: an operation, a kind of finding, who may be to blame.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Matter {
    pub(super) operation: String,
    pub(super) class: Class,
    pub(super) suspects: BTreeSet<Breached>,
    /// Which kind of fault it is, where it is one: nobody is suspected of it.
    fault: Option<String>,
}

impl Matter {
    pub(super) fn new(operation: &str, class: Class, suspects: &BTreeSet<Breached>, outcome: &str) -> Self {
        let fault = (class == Class::Fault).then(|| outcome.to_owned());
        Self { operation: operation.to_owned(), class, suspects: suspects.clone(), fault }
    }

    /// Whether some rule is suspected in both.
    pub(super) fn shares_a_rule(&self, other: &Self) -> bool {
        let is_there = |one: &Breached| other.suspects.iter().any(|suspect| suspect.rule == one.rule);
        self.operation == other.operation && self.suspects.iter().any(is_there)
    }
}

impl FindingRecord {
    /// What it is about.
    pub(super) fn matter(&self) -> Matter {
        let breached = |s: &SuspectRecord| Breached { rule: s.rule.clone(), breach: s.breach.clone() };
        let suspects = self.suspects.iter().map(breached).collect();
        Matter::new(&self.operation, self.class, &suspects, &self.outcome())
    }

    /// What shows it, as one text that equal outcomes share: JSON on one line, with sorted keys. A fault is told by its kind alone, for
    /// details vary; of a flaky finding nothing is steady but that.
    pub fn outcome(&self) -> String {
        match self.class {
            Class::Flaky => "flaky".to_owned(),
            Class::Fault => {
                let kind = self.got.pointer("/fault/kind").and_then(Json::as_str);
                format!("fault {}", kind.unwrap_or_default())
            }
            Class::WrongAnswer => self.shown.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    fn finding(class: &str, got: &Json, shown: &Json) -> FindingRecord {
        let record = json!({
            "group": "g", "class": class, "severity": "finding", "operation": "op", "suspects": [],
            "address": "", "number": 0, "swept": true, "count": 1, "case": {}, "step": 0, "base": null,
            "changes": [], "expected": [], "got": got, "shown": shown, "twin": null, "said": "", "evaluations": 0,
        });
        serde_json::from_value(record).expect("a record")
    }

    #[rstest]
    #[case::what_shows_it(
        "wrong-answer",
        r#"[[{"returned":1},{"with":{"b":2,"a":1},"called":"fail"}]]"#,
        r#"[{"with":{"b":2,"a":1},"called":"fail"}]"#,
        r#"[{"called":"fail","with":{"a":1,"b":2}}]"#
    )]
    #[case::nothing_seen("wrong-answer", "[[]]", "[]", "[]")]
    #[case::a_fault("fault", r#"{"fault":{"kind":"crash","detail":"at 0x7f"}}"#, "null", "fault crash")]
    #[case::a_flaky_answer("flaky", r#"[[{"a":1}]]"#, r#"[{"a":1}]"#, "flaky")]
    #[case::a_flaky_fault("flaky", r#"{"fault":{"kind":"crash","detail":""}}"#, "null", "flaky")]
    fn what_was_observed_is_one_text(
        #[case] class: &str,
        #[case] got: &str,
        #[case] shown: &str,
        #[case] text: &str,
    ) {
        let json = |text| serde_json::from_str(text).expect("JSON");
        assert_eq!(finding(class, &json(got), &json(shown)).outcome(), text);
    }
}
