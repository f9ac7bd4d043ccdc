//! How a rule stands towards a step.

use super::case::{At, Case};
use super::gap::Readings;
use super::mutant::{Mutant, Mutation};
use super::rule::{Check, Rule, Waiver};

/// How a rule stands towards a step, under one choice of readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The rule does not speak about this step.
    Apart,
    /// Kept.
    Holds,
    /// Broken.
    Broken,
}

impl Standing {
    /// Kept or broken.
    pub const fn kept(yes: bool) -> Self {
        if yes { Self::Holds } else { Self::Broken }
    }
}

/// How a demand stands towards a step, for a model that may get it wrong. A promise stands apart: it is judged with the trace.
pub fn standing_of(rule: &Rule, at: &At<'_>, mutant: Option<&Mutant>) -> Standing {
    let Check::Demand(demand, _) = &rule.check else { return Standing::Apart };
    let mutation = mutant.filter(|m| std::ptr::eq(m.rule, rule)).map(|m| &m.mutation);
    let standing = match mutation {
        Some(Mutation::Forgotten) => Standing::Apart,
        Some(Mutation::Spares(cell)) if (cell.holds)(at) => Standing::Apart,
        Some(Mutation::Extends(cell)) if (cell.holds)(at) => demand.judge(at),
        Some(Mutation::Since(version)) => {
            if at.has(*version) && (rule.scope)(at) {
                demand.judge(at)
            } else {
                Standing::Apart
            }
        }
        Some(Mutation::Demand(bent)) if rule.speaks(at) => demand.judge_bent(at, *bent),
        _ => plain(rule, at),
    };
    if mutation.is_some() { standing } else { waived(rule, at, standing) }
}

/// How a call that was produced stands towards a demand on callers. What a call leaves out that may be left out keeps what is said of it.
pub fn produced_standing(rule: &Rule, call: &Case, readings: Readings<'_>) -> Standing {
    let at = call.at(call.steps.len() - 1, &[], readings);
    match plain(rule, &at) {
        Standing::Apart if rule.speaks(&at) => Standing::Holds,
        standing => waived(rule, &at, standing),
    }
}

/// How a rule stands once its waivers are heard.
#[inline]
pub(super) fn waived(rule: &Rule, at: &At<'_>, standing: Standing) -> Standing {
    let waives = |w: &Waiver| (w.when)(at) && w.readings.contains(&at.reading(w.gap));
    if standing == Standing::Broken && rule.waivers.iter().any(waives) { Standing::Holds } else { standing }
}

fn plain(rule: &Rule, at: &At<'_>) -> Standing {
    match &rule.check {
        Check::Demand(demand, _) if rule.speaks(at) => demand.judge(at),
        _ => Standing::Apart,
    }
}
