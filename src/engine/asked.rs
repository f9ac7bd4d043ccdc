//! Which gaps a rule asks about: those that it names, and those that it is seen to ask about in the sweep.

use crate::spec::{
    Capabilities, Case, Check, Gap, Model, Operation, Readings, Rule, Standing, Tape, Trace,
    produced_standing, standing_of,
};

use super::plan::Plan;

/// The gaps that the selected rules of an operation ask about, in the order of the operation.
pub fn gaps_asked(operation: &'static Operation, selected: impl Fn(&str) -> bool) -> Vec<&'static Gap> {
    let capabilities = Capabilities::everything("model", &[operation]);
    let plan = Plan::new(operation, &capabilities);
    let model = Model::faithful(capabilities);
    let rules: Vec<&'static Rule> = operation.rules.iter().copied().filter(|r| selected(r.id)).collect();
    let mut known: Vec<&'static Gap> = rules.iter().flat_map(|rule| gaps_named(rule)).collect();
    for case in (0..plan.sweep.len()).filter_map(|index| plan.swept(index)) {
        let traces = model.traces(&case);
        for rule in &rules {
            asks(rule, &case, &traces, &mut known);
        }
    }
    operation.gaps.iter().copied().filter(|gap| known.contains(gap)).collect()
}

/// The gaps that a rule names: where it is waived, and where only a reading refuses.
pub fn gaps_named(rule: &'static Rule) -> impl Iterator<Item = &'static Gap> {
    let refused = rule.refusals().iter().filter_map(|refusal| refusal.under).map(|(gap, _)| gap);
    rule.waivers.iter().map(|waiver| waiver.gap).chain(refused)
}

/// Adds the gaps that a rule asks about in the last step of a case, on any path.
fn asks(rule: &Rule, case: &Case, traces: &[Trace], known: &mut Vec<&'static Gap>) {
    let tape = Tape::default();
    let at = case.at(case.steps.len() - 1, traces, Readings::Each(&tape));
    loop {
        let _ = match (&rule.check, traces.last()) {
            (Check::Promise(promise), Some(trace)) if rule.speaks(&at) => (promise.holds)(&at, trace),
            (Check::Produced(demanded), Some(trace)) => {
                let call = at.step().operation.produced(&at, trace);
                call.map_or(Standing::Apart, |call| produced_standing(demanded, &call, at.readings))
            }
            _ => standing_of(rule, &at, None),
        };
        for (gap, _) in tape.path() {
            if !known.contains(&gap) {
                known.push(gap);
            }
        }
        if !tape.advance() {
            return;
        }
    }
}
