//! What a run comes to, as an exit code.

use super::known::KnownRecord;
use super::record::{FindingRecord, Severity, Status, Summary};

impl FindingRecord {
    /// Whether it fails the run.
    pub fn decides(&self) -> bool {
        self.is_grave() && !self.is_known()
    }

    /// Whether it fails a run in which nothing is known.
    pub fn is_grave(&self) -> bool {
        self.severity == Severity::Finding
    }
}

impl Summary {
    /// The exit code. Where several apply, the first of 130, 3, 1, 4, 5 wins.
    pub fn exit(&self) -> u8 {
        let trouble = self.end.trouble.as_ref().map(|t| t.kind.as_str());
        if trouble == Some("interrupted") {
            130
        } else if matches!(trouble, Some("protocol" | "start")) {
            3
        } else if self.fails() {
            1
        } else if self.is_incomplete() {
            4
        } else if self.end.judged == 0 || !self.rules.iter().any(|r| r.status == Status::Checked) {
            5
        } else {
            0
        }
    }

    /// Whether something that was to be done was not. What one shard did not reach another may.
    fn is_incomplete(&self) -> bool {
        let whole = self.run.shard.1 == 1;
        let unreached = self.rules.iter().any(|r| r.status == Status::NotReached);
        let end = &self.end;
        end.trouble.is_some() || end.cut_short || !end.required.is_empty() || (whole && unreached)
    }

    /// Whether something unexpected happened: a finding, a known one that is gone, a departure from the profile; in a strict run also two refusals
    /// of which now the one goes first, now the other.
    fn fails(&self) -> bool {
        self.findings.iter().any(FindingRecord::decides)
            || self.known.iter().any(KnownRecord::fails)
            || !self.departures.is_empty()
            || (self.run.strict && !self.inconsistencies().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;
    use crate::engine::{Class, Known, KnownNote, KnownState, RuleRecord, Says, Trouble};

    /// A run that conforms, in which so much goes wrong as the letters say.
    fn run(wrong: &str) -> Summary {
        let rule = |status| RuleRecord {
            operation: "op".to_owned(),
            id: "a/b/c".to_owned(),
            says: Says::default(),
            force: "must".to_owned(),
            status,
            why: Says::default(),
            kept: 1,
            broken: 1,
            open: 0,
            skipped: 0,
        };
        let mut run = Summary { rules: vec![rule(Status::Checked)], ..Summary::default() };
        run.run.shard = (1, 1);
        run.end.judged = 1;
        for letter in wrong.chars() {
            let trouble = |kind: &str| Some(Trouble { kind: kind.to_owned(), text: String::new() });
            match letter {
                'i' => run.end.trouble = trouble("interrupted"),
                'p' => run.end.trouble = trouble("protocol"),
                's' => run.end.trouble = trouble("start"),
                'r' => run.end.trouble = trouble("restarts"),
                'f' => run.findings.push(finding("finding")),
                'w' => run.findings.push(finding("warning")),
                'e' => run.findings.push(finding("elsewhere")),
                'k' | 'x' => {
                    let mut known = finding("finding");
                    let (reason, expired) = ("later".to_owned(), letter == 'x');
                    known.known = Some(KnownNote { reason, link: None, expires: None, expired });
                    run.findings.push(known);
                }
                'o' => run.known.push(known(KnownState::Occurs)),
                'X' => run.known.push(known(KnownState::Expired)),
                'g' => run.known.push(known(KnownState::Gone)),
                'm' => run.known.push(known(KnownState::Stray)),
                't' => run.known.push(known(KnownState::NotTried)),
                'c' => run.end.cut_short = true,
                'q' => run.end.required.push("a/b/d".to_owned()),
                'n' => run.rules.push(rule(Status::NotReached)),
                'u' => run.rules[0].status = Status::NotStaged,
                '0' => run.end.judged = 0,
                '2' => run.run.shard = (1, 2),
                other => panic!("{other}"),
            }
        }
        run
    }

    fn known(state: KnownState) -> KnownRecord {
        let finding = Known {
            operation: "op".to_owned(),
            class: Class::WrongAnswer,
            suspects: std::collections::BTreeSet::new(),
            outcome: "[]".to_owned(),
            reason: "later".to_owned(),
            link: None,
            expires: None,
        };
        let shows = Some(true);
        KnownRecord { finding, expired: false, stray: false, shows, state, why: Says::default() }
    }

    fn finding(severity: &str) -> FindingRecord {
        let record = json!({
            "group": "g", "class": "wrong-answer", "severity": severity, "operation": "op", "suspects": [],
            "address": "", "number": 0, "swept": true, "count": 1, "case": {}, "step": 0, "base": null,
            "changes": [], "expected": [], "got": null, "shown": null, "twin": null, "said": "", "evaluations": 0,
        });
        serde_json::from_value(record).expect("a record")
    }

    #[rstest]
    #[case::all_is_well("", 0)]
    #[case::a_warning("w", 0)]
    #[case::a_finding_outside_the_selection("e", 0)]
    #[case::nothing_was_judged("0", 5)]
    #[case::no_rule_was_checked("u", 5)]
    #[case::not_reached("n", 4)]
    #[case::not_reached_by_this_shard("n2", 0)]
    #[case::required("q", 4)]
    #[case::cut_short("c", 4)]
    #[case::restarts("r", 4)]
    #[case::incomplete_before_nothing_checked("n0u", 4)]
    #[case::required_before_nothing_checked("q0u", 4)]
    #[case::cut_short_before_nothing_checked("c0u", 4)]
    #[case::restarts_before_nothing_checked("r0u", 4)]
    #[case::a_finding("f", 1)]
    #[case::a_finding_before_incomplete("fncq0u", 1)]
    #[case::a_finding_before_restarts("fr0", 1)]
    #[case::a_known_finding("ko", 0)]
    #[case::a_known_finding_and_another("kof", 1)]
    #[case::a_finding_whose_entry_expired("xX", 1)]
    #[case::a_known_warning_whose_entry_expired("wX", 1)]
    #[case::a_known_finding_that_is_gone("g", 1)]
    #[case::a_known_finding_of_no_rule("m", 1)]
    #[case::a_known_finding_that_was_not_tried("t", 0)]
    #[case::a_known_finding_that_is_gone_before_incomplete("gncq0u", 1)]
    #[case::protocol_before_a_known_finding_that_is_gone("pg", 3)]
    #[case::protocol_before_a_finding("pfncq0u", 3)]
    #[case::start_before_a_finding("sfncq0u", 3)]
    #[case::interrupted_before_all_others("ifncq0u", 130)]
    fn of_several_exit_codes_the_first_wins(#[case] wrong: &str, #[case] code: u8) {
        assert_eq!(run(wrong).exit(), code);
    }
}
