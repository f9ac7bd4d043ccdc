//! Precedence: of several rules that a step breaks, the one whose refusal was seen. No document ranks them; an implementation does.

use super::case::At;
use super::expect::{Allowed, Expectation};
use super::rule::Rule;
use super::trace::Trace;

/// Of two rules that one step broke, the implementation refused for the first. Both by their place in the list of the operation's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Preference {
    /// The rule whose refusal was seen.
    pub rule: usize,
    /// The rule whose refusal was not.
    pub over: usize,
}

/// What a step that is refused tells about precedence. `broken` are the rules that it breaks whatever the readings: each of their refusals is
/// one by some reading. Where several of them are refused alike, or a rule has no refusal of its own to be told by, nothing is known.
pub(super) fn preferences(
    at: &At<'_>,
    trace: &Trace,
    broken: &[(usize, &'static Rule)],
    ignored: &[&str],
) -> Vec<Preference> {
    let is_seen = |rule: &Rule| rule.refusals().iter().any(|refusal| refusal.is_seen(at, trace, ignored));
    let mut preferred = broken.iter().filter(|(_, rule)| is_seen(rule));
    let (Some((rule, _)), None) = (preferred.next(), preferred.next()) else { return Vec::new() };
    let others = broken.iter().filter(|(place, other)| place != rule && !other.refusals().is_empty());
    others.map(|(over, _)| Preference { rule: *rule, over: *over }).collect()
}

/// Whether a step that breaks both rules shows which of them goes first: each has a refusal that is not one of the other's.
pub fn tells_apart(at: &At<'_>, one: &'static Rule, other: &'static Rule) -> bool {
    let Expectation(allowed) = Expectation::of(at);
    let of = |rule: &Rule| {
        allowed
            .iter()
            .filter(|allowed| allowed.is_of(rule))
            .map(|allowed| &allowed.outcome.seen)
            .collect::<Vec<_>>()
    };
    let (ones, others) = (of(one), of(other));
    !ones.is_empty() && !others.is_empty() && ones.iter().all(|seen| !others.contains(seen))
}

impl Allowed {
    /// Whether it is a refusal of a rule.
    fn is_of(&self, rule: &Rule) -> bool {
        self.why.iter().any(|why| why.rule.is_some_and(|known| std::ptr::eq(known, rule)))
    }
}
