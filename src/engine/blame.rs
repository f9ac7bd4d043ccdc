//! Blame: who of the suspects it was. One place at a time is given a valid value: where the finding goes away, a rule about that place
//! is to blame.

use crate::ground::Text;

use crate::spec::{
    About, Breach, Case, Change, Check, Finding, Judge, Mark, Patch, Place, Readings, Reply, Rule, Standing,
    Suspect, Tape, Trace, differences,
};

use super::link::{Link, LinkError};
use super::shrink::{Shrunk, applied, compared, findings, run_all};

/// How many suspects are few.
const FEW: usize = 3;
/// How many are too many to tell of.
const MANY: usize = 9;

/// A shrunk case, its suspects narrowed, with a passing twin.
#[derive(Clone, Debug)]
pub struct Explained {
    /// The case, and what it shows.
    pub shrunk: Shrunk,
    /// The plain valid case that it differs from.
    pub base: Option<Case>,
    /// How it differs.
    pub changes: Vec<Change>,
    /// A case that differs in one place and shows nothing, and the place.
    pub twin: Option<(Case, Change)>,
}

/// Narrows the suspects of a shrunk case, and looks for its twin.
///
/// # Errors
///
/// When the link is broken for good.
pub(super) fn explain(
    link: &mut dyn Link,
    judge: &mut Judge,
    bases: &[Case],
    mut shrunk: Shrunk,
) -> Result<Explained, LinkError> {
    let (base, changes) = compared(&shrunk.case, bases);
    let mut twin = None;
    if let Some(base) = &base {
        // Taking one difference back; an earlier step is a difference as well.
        let back = differences(base, &shrunk.case).into_iter().filter(|c| c.place != Place::Step);
        let mut twins: Vec<(Case, Change)> = back.map(|c| (applied(&shrunk.case, &c), c)).collect();
        if shrunk.case.steps.len() > 1 {
            let last = shrunk.case.steps.last().cloned().into_iter().collect();
            twins.push((
                Case { steps: last, ..shrunk.case.clone() },
                Change { place: Place::Step, value: None },
            ));
        }
        let cases: Vec<_> = twins.iter().map(|(case, _)| case.clone()).collect();
        shrunk.evaluations += u32::try_from(cases.len()).unwrap_or(u32::MAX);
        let replies = run_all(link, &cases)?;
        let passes = replies.iter().zip(&cases).position(|(reply, case)| is_clean(judge, case, reply));
        twin = passes.map(|i| twins.swap_remove(i));
    }
    narrow(&mut shrunk.finding, |rule| changes.iter().any(|c| rule.is_about(&c.place)));
    if shrunk.finding.suspects.len() > 1 {
        swap(link, judge, &mut shrunk, base.is_some() && changes.is_empty())?;
    }
    Ok(Explained { shrunk, base, changes, twin })
}

/// Keeps the suspects that fit, if any do.
fn narrow(finding: &mut Finding, fits: impl Fn(&Rule) -> bool) {
    if finding.suspects.iter().any(|s| fits(s.rule)) {
        finding.suspects.retain(|s| fits(s.rule));
    }
}

/// Gives each suspect's own places valid values in turn. Where the finding goes away, the suspect is to blame.
fn swap(link: &mut dyn Link, judge: &mut Judge, shrunk: &mut Shrunk, plain: bool) -> Result<(), LinkError> {
    let mut cases = Vec::new();
    for (i, suspect) in shrunk.finding.suspects.iter().enumerate() {
        for patch in valid_values(suspect.rule, &shrunk.case).into_iter().take(8) {
            let mut case = shrunk.case.clone();
            patch.apply(&mut case);
            if case != shrunk.case {
                cases.push((i, patch, case));
            }
        }
    }
    let swapped: Vec<_> = cases.iter().map(|(_, _, case)| case.clone()).collect();
    shrunk.evaluations += u32::try_from(swapped.len()).unwrap_or(u32::MAX);
    let replies = run_all(link, &swapped)?;
    let told = told(shrunk);
    let mut guilty = vec![false; shrunk.finding.suspects.len()];
    let mut cleared = guilty.clone();
    for ((i, patch, case), reply) in cases.iter().zip(&replies) {
        // A case that was not run tells nothing, and a step of which nothing is heard looks clean whoever is to blame.
        let Reply::Traces(traces) = reply else { continue };
        if traces.len() != case.steps.len() || !hears(case, traces, &told) {
            continue;
        }
        let clean = is_clean(judge, case, reply);
        // Nor does one that is not valid.
        if keeps_all(judge, case) {
            guilty[*i] |= clean;
            cleared[*i] |= !clean;
        }
        // Who has no valid value of his own is tried by those of others at the same places.
        for (j, suspect) in shrunk.finding.suspects.iter().enumerate() {
            let own = cases.iter().any(|(k, ..)| *k == j);
            guilty[j] |= !own && guilty[*i] && patch.changes.iter().all(|c| suspect.rule.is_about(&c.place));
        }
    }
    // Who could not be tried stays a suspect, unless another was found guilty of refusing too much.
    let found = guilty.contains(&true);
    let stays = |(i, suspect): (usize, &Suspect)| {
        let over = suspect.breach == Breach::OverEnforced;
        guilty[i] || !(cleared[i] || (found && over))
    };
    let keep: Vec<bool> = shrunk.finding.suspects.iter().enumerate().map(stays).collect();
    // Where a plain valid case is refused and nobody was found, every valid value may be refused as well. That clears nobody, where so many
    // could not be tried that little is learned.
    let left = keep.iter().filter(|keeps| **keeps).count();
    if plain && !found && left > MANY {
        return Ok(());
    }
    if keep.contains(&true) {
        let mut keep = keep.into_iter();
        shrunk.finding.suspects.retain(|_| keep.next().unwrap_or(true));
    }
    // Where many are left, a rule that the step would break if it spoke about it is the likeliest, and one that does not speak the least.
    if shrunk.finding.suspects.len() > FEW {
        let tape = Tape::default();
        let at = shrunk.case.at(shrunk.finding.step, &shrunk.traces, Readings::Each(&tape));
        narrow(&mut shrunk.finding, |rule| {
            rule.demand().is_some_and(|demand| demand.judge(&at) == Standing::Broken)
        });
        narrow(&mut shrunk.finding, |rule| rule.speaks(&at));
    }
    Ok(())
}

/// The functions of the caller that told how the step ended.
fn told(shrunk: &Shrunk) -> Vec<Text> {
    let (Some(step), Some(trace)) =
        (shrunk.case.steps.get(shrunk.finding.step), shrunk.traces.get(shrunk.finding.step))
    else {
        return Vec::new();
    };
    let telling = trace.0.iter().filter(|event| (step.operation.decides)(event) && !event.name.is_empty());
    telling.map(|event| event.name.clone()).collect()
}

/// Whether it is heard how the last step ended, or would be if it ended as it was told before.
fn hears(case: &Case, traces: &[Trace], told: &[Text]) -> bool {
    let (Some(step), Some(trace)) = (case.steps.last(), traces.last()) else { return false };
    let tape = Tape::default();
    let at = case.at(case.steps.len() - 1, traces, Readings::Each(&tape));
    let decided = trace.0.iter().any(|event| (step.operation.decides)(event));
    decided || (!told.is_empty() && told.iter().all(|name| at.listens(name)))
}

/// Whether the step that was judged last keeps every demand, whatever the readings.
fn keeps_all(judge: &Judge, case: &Case) -> bool {
    let rules = case.steps.last().map(|s| s.operation.rules).unwrap_or_default();
    let mut demands = rules.iter().zip(judge.marks()).filter(|(rule, _)| rule.demand().is_some());
    demands.all(|(_, mark)| matches!(mark, Mark::Kept | Mark::Apart))
}

/// Other values for the places that a rule depends on: those that keep it by a hair, and none.
fn valid_values(rule: &Rule, case: &Case) -> Vec<Patch> {
    let (mut patches, about) = match &rule.check {
        Check::Demand(demand, _) => {
            (Vec::new(), demand.about().into_iter().map(|a| (a, demand.edges(case))).collect())
        }
        Check::Promise(promise) => ((promise.stages)(case), Vec::new()),
        Check::Produced(_) => (Vec::new(), Vec::new()),
    };
    for (about, edges) in about {
        if let About::Field(field @ [_, ..]) = about {
            patches.push(Patch::default().and_at(field, None));
        }
        patches.extend(edges);
    }
    patches
}

fn is_clean(judge: &mut Judge, case: &Case, reply: &Reply) -> bool {
    matches!(reply, Reply::Traces(traces) if traces.len() == case.steps.len() && findings(judge, case, traces).is_empty())
}
