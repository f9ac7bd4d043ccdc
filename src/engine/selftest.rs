//! The self-test: does the harness catch every mutant of the closed list, and blame the right rule?

use std::collections::BTreeSet;

use crate::spec::{Capabilities, Evidence, Judge, Model, Mutant, Operation, Profile, mutants_of};

use super::link::{InProcess, LinkError};
use super::plan::Plan;
use super::record::{FindingRecord, Summary};
use super::run::{Control, Settings, run, run_planned};

/// What became of one mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// `rule-id~what-is-wrong`.
    pub mutant: String,
    /// The operation.
    pub operation: &'static str,
    /// Whether it was caught.
    pub end: End,
    /// The suspects of the finding that caught it.
    pub suspects: Vec<String>,
    /// How many cases it took.
    pub cases: u64,
    /// How many cases were run to find the smallest one.
    pub evaluations: u32,
    /// In how many places the smallest case differs from a plain valid one.
    pub places: usize,
}

/// How a mutant ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// Caught, and its rule is a suspect.
    Dead,
    /// Caught, but its rule is none of the suspects.
    Misblamed,
    /// Not caught: every case that tells it from the faithful model lies in these gaps.
    Shielded(Vec<&'static str>),
    /// Not caught: no case of this operation tells it from the faithful model.
    Same,
    /// Not caught, although a case outside all gaps tells it from the faithful model.
    Alive,
}

/// Runs every mutant of an operation.
///
/// # Errors
///
/// None that an in-process link can have.
pub fn selftest(operation: &'static Operation, settings: &Settings) -> Result<Vec<Fate>, LinkError> {
    let capabilities = Capabilities::everything("mutant", &[operation]);
    let settings = Settings { fail_fast: true, ..only(operation, settings) };
    // One plan serves all: what an adapter can do is planned for, and not what it does.
    let plan = [Plan::new(operation, &capabilities)];
    Ok(mutants_of(operation).iter().map(|mutant| fate(&plan, mutant, &settings, &capabilities)).collect())
}

/// Runs the model with nothing wrong: the control.
///
/// # Errors
///
/// None that an in-process link can have.
pub fn control(operation: &'static Operation, settings: &Settings) -> Result<Summary, LinkError> {
    let connect = || Ok(InProcess::new(Model::faithful(Capabilities::everything("model", &[operation]))));
    run(&only(operation, settings), &connect, &Control::default())
}

fn only(operation: &'static Operation, settings: &Settings) -> Settings {
    Settings { operations: vec![operation], ..settings.clone() }
}

fn fate(plan: &[Plan; 1], mutant: &Mutant, settings: &Settings, capabilities: &Capabilities) -> Fate {
    let link = || InProcess::new(Model::faithful(capabilities.clone()).mutated(std::slice::from_ref(mutant)));
    let summary =
        run_planned(plan, settings, link(), &|| Ok(link()), &Control::default(), std::time::Instant::now());
    let mut fate = Fate {
        mutant: mutant.id.clone(),
        operation: mutant.operation.name,
        end: End::Same,
        suspects: Vec::new(),
        cases: summary.end.judged,
        evaluations: 0,
        places: 0,
    };
    let suspects_it = |f: &&FindingRecord| f.suspects.iter().any(|s| s.rule == mutant.rule.id);
    let Some(finding) = summary.findings.iter().find(suspects_it).or(summary.findings.first()) else {
        fate.end = survivor(&plan[0], mutant, capabilities);
        return fate;
    };
    fate.suspects = finding.suspects.iter().map(|s| s.rule.clone()).collect();
    fate.cases = finding.number + 1;
    fate.evaluations = finding.evaluations;
    fate.places = finding.changes.len();
    let blamed = fate.suspects.iter().any(|s| s == mutant.rule.id);
    fate.end = if blamed { End::Dead } else { End::Misblamed };
    fate
}

/// Why a mutant survived: the gaps in which every case lies that tells it from the faithful model.
fn survivor(plan: &Plan, mutant: &Mutant, capabilities: &Capabilities) -> End {
    let faithful = Model::faithful(capabilities.clone());
    let wrong = Model::faithful(capabilities.clone()).mutated(std::slice::from_ref(mutant));
    let mut judge = Judge::new(&capabilities.observes);
    let mut strict = Judge::new(&capabilities.observes).reading(Profile::likeliest());
    let mut shields = BTreeSet::new();
    let mut told = false;
    for case in (0..plan.sweep.len()).filter_map(|i| plan.swept(i)) {
        let traces = wrong.traces(&case);
        if traces == faithful.traces(&case) {
            continue;
        }
        told = true;
        for now in 0..case.steps.len() {
            if strict.judge(&case, &traces, now).is_empty() {
                continue;
            }
            // The likeliest readings alone would have caught it: the gaps in which it hides are those whose likeliest reading does not fit.
            judge.judge(&case, &traces, now);
            let evidence = judge.evidence();
            let hides = |e: &&Evidence| e.left & 1 == 0;
            let narrow: Vec<_> = evidence.iter().filter(hides).collect();
            let gaps = if narrow.is_empty() { evidence.iter().collect() } else { narrow };
            shields.extend(gaps.into_iter().map(|e| e.gap.id));
        }
    }
    // Where the likeliest reading waives the rule, a model that gets it wrong does the same.
    let waived = || mutant.rule.waivers.iter().map(|w| w.gap.id).collect::<Vec<_>>();
    match (told, shields.is_empty()) {
        (_, false) => End::Shielded(shields.into_iter().collect()),
        (_, true) if !mutant.rule.waivers.is_empty() => End::Shielded(waived()),
        (false, true) => End::Same,
        (true, true) => End::Alive,
    }
}
