//! Cases that were kept by value: those of a corpus run before the sweep, those of known findings after it.

use crate::spec::{Capabilities, Case, Fact, Operation};

use super::address::{START, fnv};
use super::plan::{Plan, unstaged};

/// A case of a corpus.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Where it is kept, as a replay line names it.
    pub name: String,
    /// The case.
    pub case: Case,
    /// The fact that cannot be staged, if its value was kept out of what was stored and is not known here.
    pub lacks: Option<&'static Fact>,
}

/// A kept case that has its turn in a run.
#[derive(Debug)]
pub(super) struct Turn<'a> {
    pub(super) kept: &'a Kept,
    /// The plan of its last operation.
    pub(super) plan: Option<&'a Plan>,
    /// Which known finding it shows, if it is kept for one.
    pub(super) known: Option<usize>,
    /// What keeps the adapter from staging it, if something does.
    pub(super) unstaged: Option<&'static str>,
}

impl Kept {
    /// The operation of its last step.
    pub(super) fn operation(&self) -> &'static Operation {
        self.case.steps[self.case.steps.len() - 1].operation
    }

    /// Its turn, where its operation is selected.
    pub(super) fn turn<'a>(
        &'a self,
        known: Option<usize>,
        plans: &'a [Plan],
        selected: &[&'static Operation],
        capabilities: &Capabilities,
    ) -> Option<Turn<'a>> {
        let operation = self.operation();
        if !selected.contains(&operation) {
            return None;
        }
        let world = capabilities.plain_world();
        let stranger =
            self.case.steps.iter().map(|step| step.operation).find(|o| !capabilities.operations.contains(o));
        let fact = self.lacks.or_else(|| unstaged(&self.case.world, &world, capabilities));
        let unstaged = stranger.map(|o| o.name).or(fact.map(|f| f.name));
        let plan = plans.iter().find(|p| p.operation == operation);
        Some(Turn { kept: self, plan, known, unstaged })
    }
}

/// A fingerprint of a corpus, with the number of its cases: parts of one run must have had the same. Empty where there is none.
pub(super) fn fingerprint(corpus: &[Kept]) -> String {
    if corpus.is_empty() {
        return String::new();
    }
    let hash = corpus.iter().fold(START, |hash, kept| fnv(fnv(hash, &kept.name), &kept.case.key()));
    format!("{}:{hash:016x}", corpus.len())
}
