//! Mutants: models that are wrong in one way. The list is closed, so that "every mutant" means something.

use crate::ground::{Value, Version};

use super::case::Case;
use super::demand::{Bent, Demand, at_path};
use super::gap::{Profile, Readings, Tape};
use super::operation::{Cell, Operation};
use super::outcome::{Outcome, Refusal};
use super::patch::{Change, Place};
use super::rule::{Bend, Check, Rule};
use super::standing::{Standing, produced_standing};
use super::world::World;

/// A model that gets one rule wrong.
#[derive(Debug)]
pub struct Mutant {
    /// `rule-id~what-is-wrong`. Permanent, as the rule's id is.
    pub id: String,
    /// The operation that it gets wrong.
    pub operation: &'static Operation,
    /// The rule that it gets wrong.
    pub rule: &'static Rule,
    /// What is wrong.
    pub mutation: Mutation,
}

/// One way to get a rule wrong.
#[derive(Debug)]
pub enum Mutation {
    /// The rule is not there.
    Forgotten,
    /// It is refused by this refusal of the rule, with one member wrong.
    Miscoded(&'static Refusal, &'static str),
    /// The demand is another one.
    Demand(Bent),
    /// The rule comes with another version.
    Since(Version),
    /// The rule does not speak where it should.
    Spares(&'static Cell),
    /// The rule speaks where it should not.
    Extends(&'static Cell),
    /// The promise is broken in this way.
    Bent(&'static Bend),
    /// The call that is produced breaks this demand in the n-th way.
    Produced(&'static Rule, usize),
}

/// Every mutant of the closed list for an operation, in the order of its rules.
///
/// Per demand: forgotten; each member of each refusal wrong; each bound moved by one both ways; each foreign type admitted; each
/// value of an enumeration dropped and one added; each scope widened and narrowed; the version gate moved both ways; and the
/// variants that the rule names. Per promise: what the rule names, which is at least its loss, and where it can be, its
/// doubling, its order and each member of its payload.
pub fn mutants_of(operation: &'static Operation) -> Vec<Mutant> {
    let of_rule = |rule: &'static Rule| {
        let mutations = match &rule.check {
            Check::Promise(promise) => {
                promise.bends.iter().map(|b| (b.id.to_owned(), Mutation::Bent(b))).collect()
            }
            Check::Demand(demand, refusals) => of_demand(operation, rule, demand, refusals),
            Check::Produced(demanded) => of_produced(operation, demanded),
        };
        let name =
            move |(what, mutation)| Mutant { id: format!("{}~{what}", rule.id), operation, rule, mutation };
        mutations.into_iter().map(name)
    };
    operation.rules.iter().copied().flat_map(of_rule).collect()
}

fn of_demand(
    operation: &'static Operation,
    rule: &'static Rule,
    demand: &Demand,
    refusals: &'static [Refusal],
) -> Vec<(String, Mutation)> {
    let mut mutations = vec![("forgotten".to_owned(), Mutation::Forgotten)];
    for (i, refusal) in refusals.iter().enumerate() {
        for field in members(refusal.row_of()) {
            let nth = if refusals.len() > 1 { format!("-of-refusal-{}", i + 1) } else { String::new() };
            mutations.push((format!("wrong-{}{nth}", kebab(field)), Mutation::Miscoded(refusal, field)));
        }
    }
    mutations.extend(demand.bents().into_iter().map(|(what, bent)| (what, Mutation::Demand(bent))));
    if rule.since != Version([0; 4]) {
        mutations.push(("gate-down".to_owned(), Mutation::Since(rule.since.before())));
        mutations.push(("gate-up".to_owned(), Mutation::Since(rule.since.after())));
    }
    for cell in operation.cells {
        let Some(case) = (cell.sample)(&World::plain()) else { continue };
        if !breaks_within(demand, cell, &case) {
            continue;
        }
        mutations.push(if speaks_on_last(rule, &case) {
            (format!("spares-{}", cell.id), Mutation::Spares(cell))
        } else {
            (format!("extends-to-{}", cell.id), Mutation::Extends(cell))
        });
    }
    mutations
}

fn of_produced(operation: &'static Operation, demanded: &'static Rule) -> Vec<(String, Mutation)> {
    let world = World::plain();
    let mut calls = operation.bases.iter().filter_map(|base| operation.faithful_call(&(base.make)(&world)?));
    let speaking = calls.find(|call| speaks_on_last(demanded, call));
    let ways = speaking.map_or(0, |call| illegal(operation, demanded, &call).len());
    (0..ways).map(|i| (format!("illegal-call-{}", i + 1), Mutation::Produced(demanded, i))).collect()
}

/// The values in the place of what was produced with which a call breaks a demand.
pub(super) fn illegal(operation: &Operation, demanded: &Rule, call: &Case) -> Vec<Value> {
    let (Some(produces), Some(demand)) = (operation.produces, demanded.demand()) else { return Vec::new() };
    let inside = |change: &Change| match &change.place {
        Place::Input(path) => {
            path.len() > produces.place.len()
                && produces.place.iter().zip(path).all(|(a, b)| *a == b.as_ref())
        }
        Place::Fact(_) | Place::Step => false,
    };
    let breaks = demand.breaks(call).into_iter();
    let own = breaks.filter(|patch| patch.earlier.is_empty() && patch.changes.iter().all(inside));
    let made = own.filter_map(|patch| {
        let mut call = call.clone();
        patch.apply(&mut call);
        let input = &call.steps.last()?.input;
        is_illegal(demanded, &call).then(|| at_path(input, produces.place).clone())
    });
    made.collect()
}

/// Whether a call breaks a demand, whatever the readings.
fn is_illegal(demanded: &Rule, call: &Case) -> bool {
    let tape = Tape::default();
    loop {
        if produced_standing(demanded, call, Readings::Each(&tape)) != Standing::Broken {
            return false;
        }
        if !tape.advance() {
            return true;
        }
    }
}

fn speaks_on_last(rule: &Rule, case: &Case) -> bool {
    let readings = Profile::likeliest();
    rule.speaks(&case.at(case.steps.len() - 1, &[], Readings::Of(&readings)))
}

/// Whether a step can break a demand and still be in a cell: else the cell cannot matter to the scope.
fn breaks_within(demand: &Demand, cell: &Cell, sample: &Case) -> bool {
    let readings = Profile::likeliest();
    demand.breaks(sample).iter().any(|patch| {
        let mut case = sample.clone();
        patch.apply(&mut case);
        (cell.holds)(&case.at(case.steps.len() - 1, &[], Readings::Of(&readings)))
    })
}

/// The members of an outcome that a caller can read.
fn members(outcome: &Outcome) -> impl Iterator<Item = &'static str> {
    outcome.seen.iter().flat_map(|s| s.fields.iter().map(|(name, _)| *name))
}

/// The last part of a member's name, in lower case.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.rsplit('.').next().unwrap_or(name).chars() {
        if c.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
