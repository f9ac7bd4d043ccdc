//! What the judge looks at in every step of an operation, found out once.

use super::case::At;
use super::demand::Demand;
use super::gap::Tape;
use super::operation::Operation;
use super::outcome::Refusal;
use super::rule::{Check, Promise, Rule};
use super::trace::Kind;

/// The rules of an operation that can be judged, each with its place in the list of rules.
#[derive(Debug)]
pub(super) struct Walk {
    pub(super) operation: &'static Operation,
    /// The demands; `None` where it cannot be seen how a step ended.
    pub(super) demands: Option<Vec<DemandStop>>,
    /// The promises that can be observed.
    pub(super) promises: Vec<Stop<&'static Promise>>,
    /// What the calls have to keep that an implementation produces.
    pub(super) produced: Vec<Stop<&'static Rule>>,
    /// Where the rules speak: most share a few scopes.
    /// One rule for each.
    scopes: Vec<&'static Rule>,
}

/// One rule.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop<T> {
    pub(super) place: usize,
    pub(super) rule: &'static Rule,
    pub(super) check: T,
    /// The place of its scope among those of the walk.
    scope: usize,
}

/// A demand, and how what breaks it is refused.
pub(super) type DemandStop = Stop<(&'static Demand, &'static [Refusal])>;

/// What is known of the scopes in one step.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Whatever the readings.
    surely: Vec<Option<bool>>,
    /// By the readings of this path: few are.
    here: Vec<(usize, bool)>,
}

impl Walk {
    /// What an adapter that observes these kinds of events lets one judge.
    pub(super) fn of(operation: &'static Operation, observes: &[Kind]) -> Self {
        let seen = |needs: &[Kind]| needs.iter().all(|kind| observes.contains(kind));
        let mut walk =
            Self { operation, demands: None, promises: Vec::new(), produced: Vec::new(), scopes: Vec::new() };
        let mut demands = Vec::new();
        for (place, rule) in operation.rules.iter().copied().enumerate() {
            let scope = walk.scope_of(rule);
            match &rule.check {
                Check::Demand(demand, refusals) => {
                    demands.push(Stop { place, rule, check: (demand, *refusals), scope });
                }
                Check::Promise(promise) if seen(promise.needs) => {
                    walk.promises.push(Stop { place, rule, check: promise, scope });
                }
                Check::Produced(demand) if seen(operation.decided_by) => {
                    walk.produced.push(Stop { place, rule, check: *demand, scope });
                }
                Check::Promise(_) | Check::Produced(_) => {}
            }
        }
        walk.demands = seen(operation.decided_by).then_some(demands);
        walk
    }

    fn scope_of(&mut self, rule: &'static Rule) -> usize {
        // Equal functions may have two addresses: then one is asked twice, and nothing else is different.
        let is_this = |s: &&Rule| s.since == rule.since && std::ptr::fn_addr_eq(s.scope, rule.scope);
        self.scopes.iter().position(is_this).unwrap_or_else(|| {
            self.scopes.push(rule);
            self.scopes.len() - 1
        })
    }
}

impl Known {
    /// Forgets what is known, for another step.
    pub(super) fn clear(&mut self, walk: &Walk) {
        self.surely.clear();
        self.surely.resize(walk.scopes.len(), None);
        self.here.clear();
    }

    /// Forgets what depends on readings, for another path.
    pub(super) fn leave_path(&mut self) {
        self.here.clear();
    }

    /// Whether a rule speaks about a step. Where that depends on a reading, it is found out once on each path.
    #[inline]
    pub(super) fn speaks<T>(&mut self, walk: &Walk, stop: &Stop<T>, at: &At<'_>, tape: &Tape) -> bool {
        self.surely[stop.scope].unwrap_or_else(|| self.by_readings(walk, stop.scope, at, tape))
    }

    #[cold]
    fn by_readings(&mut self, walk: &Walk, scope: usize, at: &At<'_>, tape: &Tape) -> bool {
        if let Some((_, speaks)) = self.here.iter().find(|(known, _)| *known == scope) {
            tape.ask_again();
            return *speaks;
        }
        let asks = tape.asks();
        let speaks = walk.scopes[scope].speaks(at);
        if tape.asks() == asks {
            self.surely[scope] = Some(speaks);
        } else {
            self.here.push((scope, speaks));
        }
        speaks
    }
}
