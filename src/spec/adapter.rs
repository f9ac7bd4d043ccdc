//! The adapter: what stands between Paystone and an implementation. It stages a world, takes the steps and reports what it saw.

use crate::ground::Value;

use super::case::Case;
use super::operation::Operation;
use super::trace::{Kind, Trace};
use super::world::{Fact, World};

/// An implementation under test, in process.
///
/// A case is stateless for the adapter: its world and all its steps come at once, so that any case can be run again anywhere.
pub trait Adapter {
    /// What it can do. Asked once, before the first case.
    fn capabilities(&self) -> &Capabilities;

    /// Runs one case until nothing more can happen, and reports one trace for each step.
    fn run(&mut self, case: &Case) -> Reply;
}

/// How a case ended for the adapter.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// What was seen, step by step.
    Traces(Vec<Trace>),
    /// The case cannot be staged, and why.
    Skip(String),
    /// The implementation broke: this is no documented refusal.
    Fault(Fault),
}

/// How an implementation broke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// A word or two: `crash`, `timeout`, `panic`.
    pub kind: String,
    /// The rest.
    pub detail: String,
}

/// What an adapter says of itself.
#[derive(Clone, Debug)]
pub struct Capabilities {
    /// What stands behind it.
    pub implementation: Implementation,
    /// The operations it can run.
    pub operations: Vec<&'static Operation>,
    /// The facts it can vary.
    pub stages: Vec<&'static Fact>,
    /// The facts that are fixed in it, and their values.
    pub pins: Vec<(&'static Fact, Value)>,
    /// The kinds of events it can see.
    pub observes: Vec<Kind>,
    /// How many cases may be under way at once.
    pub max_in_flight: usize,
    /// Rules that it says it does not support, and why.
    pub unsupported: Vec<Unsupported>,
}

/// What stands behind an adapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Implementation {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The language it is written in.
    pub language: String,
}

/// A rule that an implementation says it does not support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported {
    /// The rule's id.
    pub rule: String,
    /// Why.
    pub reason: String,
}

impl Capabilities {
    /// An adapter that can run these operations, stage everything and see everything.
    pub fn everything(name: &str, operations: &[&'static Operation]) -> Self {
        let mut stages: Vec<&'static Fact> = Vec::new();
        for fact in operations.iter().flat_map(|o| o.facts) {
            if !stages.contains(fact) {
                stages.push(fact);
            }
        }
        Self {
            implementation: Implementation { name: name.to_owned(), ..Implementation::default() },
            operations: operations.to_vec(),
            stages,
            pins: Vec::new(),
            observes: Kind::ALL.to_vec(),
            max_in_flight: 1,
            unsupported: Vec::new(),
        }
    }

    /// The plain world, as far as this adapter's pins let it be.
    pub fn plain_world(&self) -> World {
        self.pins.iter().fold(World::plain(), |world, (fact, value)| world.with(fact, value.clone()))
    }

    /// Whether it can vary a fact.
    pub fn stages(&self, fact: &'static Fact) -> bool {
        self.stages.contains(&fact)
    }
}
