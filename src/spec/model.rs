//! The reference model as an implementation: it does what the rules say, or gets one of them wrong.

use super::adapter::{Adapter, Capabilities, Reply};
use super::case::{At, Case};
use super::expect::outcomes;
use super::gap::{Gap, Profile, Readings, Tape};
use super::mutant::{Mutant, Mutation, illegal};
use super::outcome::Outcome;
use super::standing::{Standing, standing_of};
use super::trace::{Kind, Trace};

/// The model, run as if it were an implementation. It tests the harness, never the rules.
#[derive(Debug)]
pub struct Model<'a> {
    profile: Profile,
    mutants: &'a [Mutant],
    capabilities: Capabilities,
}

impl<'a> Model<'a> {
    /// A model that keeps every rule, and reads every gap in the likeliest way.
    pub fn faithful(capabilities: Capabilities) -> Self {
        Self { profile: Profile::likeliest(), mutants: &[], capabilities }
    }

    /// The same, with other readings.
    pub fn reading(self, profile: Profile) -> Self {
        Self { profile, ..self }
    }

    /// The same, with one rule wrong; or one rule of each operation.
    pub fn mutated(self, mutants: &'a [Mutant]) -> Self {
        Self { mutants, ..self }
    }

    /// What it does in each step of a case.
    pub fn traces(&self, case: &Case) -> Vec<Trace> {
        self.read(case, Readings::Of(&self.profile))
    }

    /// The gaps that it comes to in a case where it reads each in the likeliest way. No reading of another gap alone makes it do otherwise.
    pub fn gaps_met(&self, case: &Case) -> Vec<&'static Gap> {
        let tape = Tape::default();
        self.read(case, Readings::Each(&tape));
        tape.path().into_iter().map(|(gap, _)| gap).collect()
    }

    fn read(&self, case: &Case, readings: Readings<'_>) -> Vec<Trace> {
        let mut traces = Vec::with_capacity(case.steps.len());
        for now in 0..case.steps.len() {
            let trace = self.step(&case.at(now, &traces, readings));
            traces.push(trace);
        }
        traces
    }

    fn step(&self, at: &At<'_>) -> Trace {
        let operation = at.step().operation;
        let mutant = self.mutants.iter().find(|m| m.operation == operation);
        let outcome = match mutant.and_then(|m| miscoded(m, at)) {
            Some(wrong) => wrong,
            None => Self::choose(at, mutant),
        };
        let mut trace = (operation.perform)(at, &outcome);
        if let Some(Mutant { mutation: Mutation::Bent(bend), rule, .. }) = mutant
            && rule.speaks(at)
        {
            (bend.bend)(at, &mut trace);
        }
        if let Some(Mutant { mutation: Mutation::Produced(demanded, way), .. }) = mutant
            && let Some(call) = operation.produced(at, &trace)
            && let Some(value) = illegal(operation, demanded, &call).into_iter().nth(*way)
        {
            for event in trace.0.iter_mut().filter(|event| event.kind == Kind::Returned) {
                event.with = value.clone();
            }
        }
        trace
    }

    /// The first allowed thing; the mutant's own rule first, or another rule's refusal would hide it.
    fn choose(at: &At<'_>, mutant: Option<&Mutant>) -> Outcome {
        let mut allowed = outcomes(at, mutant);
        let own = |rule: Option<&super::rule::Rule>| {
            rule.is_some_and(|r| mutant.is_some_and(|m| std::ptr::eq(m.rule, r)))
        };
        let first = allowed.iter().position(|(rule, _)| own(*rule)).unwrap_or(0);
        allowed.swap_remove(first).1
    }
}

fn miscoded(mutant: &Mutant, at: &At<'_>) -> Option<Outcome> {
    let Mutation::Miscoded(refusal, field) = &mutant.mutation else { return None };
    if standing_of(mutant.rule, at, None) != Standing::Broken {
        return None;
    }
    let mut outcome = refusal.outcome(at).into_owned();
    for seen in outcome.seen.to_mut() {
        for (name, shape) in seen.fields.to_mut() {
            if name == field {
                *shape = shape.wrong();
            }
        }
    }
    Some(outcome)
}

impl Adapter for Model<'_> {
    fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    fn run(&mut self, case: &Case) -> Reply {
        Reply::Traces(self.traces(case))
    }
}
