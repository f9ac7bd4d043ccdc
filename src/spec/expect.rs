//! The expectation: the set of outcomes that the documents allow for a step, each with the reasons. Never empty.

use super::case::At;
use super::gap::{Gap, Readings, Tape};
use super::mutant::Mutant;
use super::outcome::Outcome;
use super::rule::Rule;
use super::standing::{Standing, standing_of};
use super::trace::Trace;

/// What the documents allow for one step.
#[derive(Clone, Debug)]
pub struct Expectation(pub Vec<Allowed>);

/// One allowed outcome.
#[derive(Clone, Debug)]
pub struct Allowed {
    /// What may be seen.
    pub outcome: Outcome,
    /// Why it may be: one reason for each way to get there.
    pub why: Vec<Why>,
}

/// One reason why an outcome is allowed.
#[derive(Clone, Debug)]
pub struct Why {
    /// The rule that is broken; `None` where none is.
    pub rule: Option<&'static Rule>,
    /// The readings that it takes; none where the documents are plain.
    pub readings: Vec<(&'static Gap, usize)>,
}

impl Expectation {
    /// What the documents allow for a step; the readings of `at` are not used.
    pub fn of(at: &At<'_>) -> Self {
        let mut allowed: Vec<Allowed> = Vec::new();
        let tape = Tape::default();
        loop {
            let at = At { readings: Readings::Each(&tape), ..*at };
            let outcomes = outcomes(&at, None);
            let readings = tape.path();
            for (rule, outcome) in outcomes {
                let why = Why { rule, readings: readings.clone() };
                match allowed.iter_mut().find(|a| a.outcome == outcome) {
                    Some(known) => known.why.push(why),
                    None => allowed.push(Allowed { outcome, why: vec![why] }),
                }
            }
            if !tape.advance() {
                return Self(allowed);
            }
        }
    }
}

/// One way in which a step may end, acted out: by one choice of readings, whole.
#[derive(Clone, Debug)]
pub struct Ending {
    /// The rule that is broken; `None` where none is.
    pub rule: Option<&'static Rule>,
    /// What may be seen.
    pub outcome: Outcome,
    /// What a faithful implementation lets be seen.
    pub trace: Trace,
    /// The readings that were asked for on the way.
    pub readings: Vec<(&'static Gap, usize)>,
}

/// Every way in which a step may end, over all readings; the readings of `at` are not used. `None` where there are more than `most`
/// choices of readings.
pub fn endings(at: &At<'_>, most: usize) -> Option<Vec<Ending>> {
    let mut all = Vec::new();
    let tape = Tape::default();
    for _ in 0..most {
        let at = At { readings: Readings::Each(&tape), ..*at };
        let perform = at.step().operation.perform;
        let acted: Vec<_> = outcomes(&at, None)
            .into_iter()
            .map(|(rule, outcome)| (rule, perform(&at, &outcome), outcome))
            .collect();
        // Acting may ask for readings too: they are known only now.
        let readings = tape.path();
        let ending = |(rule, trace, outcome)| Ending { rule, outcome, trace, readings: readings.clone() };
        all.extend(acted.into_iter().map(ending));
        if !tape.advance() {
            return Some(all);
        }
    }
    None
}

/// The outcomes for one choice of readings: how a step may succeed, or else every refusal of every broken rule. No document
/// ranks one refusal above another, so where several rules are broken any of their refusals will do.
pub(super) fn outcomes(at: &At<'_>, mutant: Option<&Mutant>) -> Vec<(Option<&'static Rule>, Outcome)> {
    let mut refused = Vec::new();
    let mut broken = false;
    for rule in at.step().operation.rules {
        if standing_of(rule, at, mutant) == Standing::Broken {
            broken = true;
            let refusals = rule.refusals().iter().filter(|r| r.stands(at));
            refused.extend(refusals.map(|r| (Some(*rule), r.outcome(at).into_owned())));
        }
    }
    if broken {
        return refused;
    }
    (at.step().operation.succeed)(at).iter().map(|o| (None, (*o).clone())).collect()
}
