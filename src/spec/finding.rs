//! Findings: what no document allows, and who may be to blame.

use super::operation::Operation;
use super::rule::{Basis, Force, Rule};
use super::trace::Trace;

/// Something that no document allows. A step that has none conforms.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The step it is about.
    pub step: usize,
    /// Who may be to blame: several while the evidence does not choose, none where no rule speaks of what was seen.
    pub suspects: Vec<Suspect>,
}

/// A rule, and how it may have been breached.
#[derive(Clone, Copy, Debug)]
pub struct Suspect {
    /// The rule.
    pub rule: &'static Rule,
    /// The breach.
    pub breach: Breach,
}

/// In what way a rule was breached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Breach {
    /// The rule was broken, and the platform went on as if it had not been.
    NotEnforced,
    /// The rule was kept, and the platform refused all the same.
    OverEnforced,
    /// The rule was broken, and the platform refused in a way that no document names for it.
    WrongRefusal,
    /// The implementation broke its own promise.
    Promise,
    /// The implementation produced a call that breaks what is demanded of callers.
    Produced,
}

impl Breach {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotEnforced => "not-enforced",
            Self::OverEnforced => "over-enforced",
            Self::WrongRefusal => "wrong-refusal",
            Self::Promise => "promise-broken",
            Self::Produced => "illegal-call",
        }
    }
}

impl PartialEq for Suspect {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.rule, other.rule) && self.breach == other.breach
    }
}

impl Finding {
    /// Whether it is more than a warning: no rule speaks of it, or some suspect must be kept and stands in a document.
    pub fn binds(&self) -> bool {
        let hard = |s: &Suspect| s.rule.force == Force::Must && s.rule.basis != Basis::Hint;
        self.suspects.is_empty() || self.suspects.iter().any(hard)
    }

    /// Whether two findings are about the same thing: they share a suspect, or both have none. Where both have suspects that were broken, it
    /// is one of these: who may have refused too much is suspected beside whatever was broken.
    pub fn is_like(&self, other: &Self) -> bool {
        if self.suspects.is_empty() || other.suspects.is_empty() {
            return self.suspects.is_empty() && other.suspects.is_empty();
        }
        let broken = |suspect: &&Suspect| suspect.breach != Breach::OverEnforced;
        let both = self.suspects.iter().any(|s| broken(&s)) && other.suspects.iter().any(|s| broken(&s));
        self.suspects.iter().filter(|s| !both || broken(s)).any(|s| other.suspects.contains(s))
    }

    /// What shows it: the part of its step's trace that its suspects speak of, or that decides how a step ends. The answer is the same wrong
    /// one as another where both show the same, whatever else was seen.
    pub fn shown(&self, operation: &Operation, trace: &Trace) -> Trace {
        let broken = self.suspects.iter().find(|suspect| suspect.breach == Breach::Promise);
        if let Some(promise) = broken.and_then(|suspect| suspect.rule.promise()) {
            return promise.speaks_of(trace);
        }
        let deciding: Vec<_> = trace.0.iter().filter(|event| (operation.decides)(event)).cloned().collect();
        // Where a step ends without a word, it is told by what is not seen.
        if deciding.is_empty() { trace.clone() } else { Trace(deciding) }
    }

    /// What makes findings of many cases one: the suspects, as text.
    pub fn key(&self) -> String {
        let names = self.suspects.iter().map(|s| format!("{} {}", s.rule.id, s.breach.name()));
        let mut names: Vec<_> = names.collect();
        names.sort();
        if names.is_empty() { "unknown-outcome".to_owned() } else { names.join(" | ") }
    }
}
