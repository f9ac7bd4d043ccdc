//! One named test: a rule, the sweep as a whole, or exploration.

use std::sync::Arc;

use super::bench::Bench;

/// One test of an operation.
#[derive(Clone, Debug)]
pub struct Test {
    bench: Arc<Bench>,
    subject: Subject,
}

#[derive(Clone, Copy, Debug)]
enum Subject {
    /// The rule with this index.
    Rule(usize),
    Sweep,
    Exploration,
}

impl Test {
    /// Every test of an operation.
    pub(super) fn all(bench: &Arc<Bench>) -> Vec<Self> {
        let rules = (0..bench.operation.rules.len()).map(Subject::Rule);
        let explored = (bench.settings.cases > 0).then_some(Subject::Exploration);
        let subjects = rules.chain([Subject::Sweep]).chain(explored);
        subjects.map(|subject| Self { bench: Arc::clone(bench), subject }).collect()
    }

    /// Its name: `OPERATION::RULE`, `OPERATION::sweep` or `OPERATION::exploration`. As permanent as the ids of the rules.
    pub fn name(&self) -> String {
        let Bench { operation, .. } = &*self.bench;
        let subject = match self.subject {
            Subject::Rule(index) => operation.rules[index].id,
            Subject::Sweep => "sweep",
            Subject::Exploration => "exploration",
        };
        format!("{}::{subject}", operation.name)
    }

    /// Why its rule cannot be checked, by what the adapter says of itself. The implementation is not asked for anything.
    pub fn unchecked(&self) -> Option<&str> {
        match self.subject {
            Subject::Rule(index) => self.bench.unchecked(index),
            Subject::Sweep | Subject::Exploration => None,
        }
    }

    /// Runs it. Tests of one operation share the sweep, which runs with the first of them.
    ///
    /// # Errors
    ///
    /// When it fails: what was found, as a report shows it. A rule that cannot be checked fails as well.
    pub fn run(&self) -> Result<(), String> {
        match self.subject {
            Subject::Rule(index) => self.bench.rule(index),
            Subject::Sweep => self.bench.sweep(),
            Subject::Exploration => self.bench.exploration(),
        }
    }
}
