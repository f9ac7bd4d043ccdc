//! The cases of an operation as a proptest strategy, for tests of one's own. A value tree shrinks towards the plain valid cases.

use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::spec::{Capabilities, Case, Draw, Operation, differences};

use super::plan::Plan;
use super::shrink::{applied, nearest};

/// Draws cases of an operation: mostly near its rules, from either side.
///
/// ```
/// use paystone::{api, engine::Cases, spec::Capabilities};
/// use proptest::strategy::{Strategy, ValueTree};
/// use proptest::test_runner::TestRunner;
///
/// let operation = &api::signature::SIGN;
/// let cases = Cases::of(operation, &Capabilities::everything("mine", &[operation]));
/// let case = cases.new_tree(&mut TestRunner::deterministic()).unwrap().current();
/// assert_eq!(case.steps[0].operation.name, "sign");
/// ```
#[derive(Debug)]
pub struct Cases {
    plan: Plan,
    capabilities: Capabilities,
}

/// One drawn case, and how far it has been shrunk: the differences from the nearest plain valid case, of which a prefix was tried to be
/// taken back.
#[derive(Clone, Debug)]
pub struct CaseTree {
    current: Case,
    before: Option<Case>,
    base: Option<Case>,
    next: usize,
}

impl Cases {
    /// The cases of an operation that an adapter can stage.
    pub fn of(operation: &'static Operation, capabilities: &Capabilities) -> Self {
        Self { plan: Plan::new(operation, capabilities), capabilities: capabilities.clone() }
    }

    /// Draws one case, for a loop of one's own. `None` where no plain valid case can be staged.
    pub fn draw(&self, draw: &mut Draw) -> Option<Case> {
        if self.plan.slots.is_empty() {
            return None;
        }
        let slot = draw.pick(&self.plan.slots);
        self.plan.drawn(slot, draw, &self.capabilities)
    }
}

impl Strategy for Cases {
    type Tree = CaseTree;
    type Value = Case;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let mut draw = Draw::from_rng(runner.rng());
        let current = self.draw(&mut draw).ok_or("no plain valid case can be staged")?;
        let base = nearest(&current, self.plan.bases()).cloned();
        Ok(CaseTree { current, before: None, base, next: 0 })
    }
}

impl ValueTree for CaseTree {
    type Value = Case;

    fn current(&self) -> Case {
        self.current.clone()
    }

    fn simplify(&mut self) -> bool {
        let Some(base) = &self.base else { return false };
        let back = differences(base, &self.current);
        let Some(change) = back.get(self.next) else { return false };
        let simpler = applied(&self.current, change);
        if simpler == self.current {
            self.next += 1;
            return self.simplify();
        }
        self.before = Some(std::mem::replace(&mut self.current, simpler));
        true
    }

    fn complicate(&mut self) -> bool {
        let Some(before) = self.before.take() else { return false };
        self.current = before;
        self.next += 1;
        true
    }
}
