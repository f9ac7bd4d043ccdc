//! Everything that cites: rules, gaps and outcomes, each once.

use paystone::api::{OPERATIONS, cashier, diamond, gaps, pay_button, rules};
use paystone::spec::{Cite, Gap, Operation, Outcome, Profile, Readings, Rule, World};

/// One that cites.
pub(super) struct Claim {
    /// What it is.
    pub(super) by: String,
    /// Where it says it has it from.
    pub(super) cites: &'static [Cite],
}

/// Every rule.
pub(super) fn all_rules() -> impl Iterator<Item = &'static Rule> {
    rules().into_iter().map(|(rule, _)| rule)
}

/// Every gap: those that operations list, and those that rules name.
pub(super) fn all_gaps() -> Vec<&'static Gap> {
    let mut all = gaps();
    for rule in all_rules() {
        let named = rule.refusals().iter().filter_map(|r| r.under.map(|(gap, _)| gap));
        for gap in named.chain(rule.waivers.iter().map(|w| w.gap)) {
            if !all.contains(&gap) {
                all.push(gap);
            }
        }
    }
    all
}

/// Every outcome: the rows of error tables, what rules refuse with, and how valid calls end.
pub(super) fn all_outcomes() -> Vec<Outcome> {
    let mut all: Vec<Outcome> = Vec::new();
    let rows =
        diamond::outcomes::ROWS.iter().chain(pay_button::outcomes::ROWS).chain(cashier::outcomes::CODES);
    let listed = rows.copied().chain([&diamond::outcomes::OK]).cloned();
    let refusals = all_rules().flat_map(Rule::refusals).map(|r| r.row_of().clone());
    for outcome in listed.chain(refusals).chain(OPERATIONS.iter().flat_map(|o| successes(o))) {
        if !all.contains(&outcome) {
            all.push(outcome);
        }
    }
    all
}

fn successes(operation: &Operation) -> Vec<Outcome> {
    let readings = Profile::likeliest();
    let cases = operation.bases.iter().filter_map(|base| (base.make)(&World::plain()));
    let mut all = Vec::new();
    for case in cases {
        all.extend(
            (operation.succeed)(&case.at(0, &[], Readings::Of(&readings))).iter().map(|o| (*o).clone()),
        );
    }
    assert!(!all.is_empty(), "{} never succeeds", operation.name);
    all
}

/// Everything that cites.
pub(super) fn claims() -> Vec<Claim> {
    let rules = all_rules().map(|r| Claim { by: format!("rule {}", r.id), cites: r.cites });
    let gaps = all_gaps().into_iter().map(|g| Claim { by: format!("gap {}", g.id), cites: g.cites });
    let outcomes =
        all_outcomes().into_iter().map(|o| Claim { by: format!("outcome {}", o.id), cites: o.cites });
    rules.chain(gaps).chain(outcomes).collect()
}
