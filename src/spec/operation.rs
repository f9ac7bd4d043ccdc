//! Operations: what can be called, by whom, and everything the documents say about it.

use serde_json::Value as Json;

use crate::ground::Value;

use super::case::{At, Case};
use super::demand::{Field, at_path};
use super::draw::Draw;
use super::gap::{Gap, Profile, Readings};
use super::outcome::Outcome;
use super::rule::Rule;
use super::trace::{Event, Kind, Trace};
use super::words::Words;
use super::world::{Fact, World};

/// One thing that can be called, as the documents have it.
#[derive(Debug)]
pub struct Operation {
    /// The name, also on the wire.
    pub name: &'static str,
    /// The folder that its rules live in; the first part of their ids.
    pub api: &'static str,
    /// What it does.
    pub says: Words,
    /// Which side of the call an implementation of it is.
    pub role: Role,
    /// The facts of the world that it depends on.
    pub facts: &'static [&'static Fact],
    /// Its rules, in the order of the document.
    pub rules: &'static [&'static Rule],
    /// The gaps that its rules ask for.
    pub gaps: &'static [&'static Gap],
    /// The kinds of situations that a scope may wrongly leave out or take in.
    pub cells: &'static [&'static Cell],
    /// The plain valid cases.
    pub bases: &'static [&'static Base],
    /// The place in its input whose value follows from the rest, if there is one.
    pub derived: Option<Derived>,
    /// The places in its input that say what a fact of the world says: an adapter that pins the fact pins them.
    pub mirrors: &'static [(&'static Fact, Field)],
    /// The call that its result is meant for, where an implementation is a caller's side.
    pub produces: Option<Produces>,
    /// Turns a plain valid case into another valid one.
    pub vary: fn(&mut Draw, &mut Case),
    /// How a step may end when no rule is broken.
    pub succeed: fn(&At<'_>) -> &'static [&'static Outcome],
    /// The whole trace of a platform that ends a step in this way.
    pub perform: fn(&At<'_>, &Outcome) -> Trace,
    /// Whether an event decides how a step ended.
    pub decides: fn(&Event) -> bool,
    /// The kinds of events without which no ending can be seen.
    pub decided_by: &'static [Kind],
    /// JSON Schema of its input, as a well-meaning caller writes it.
    pub input: fn() -> Json,
    /// JSON Schema of what it returns.
    pub result: fn() -> Json,
}

/// A place in an input whose value follows from the rest, as a signature does. A case that differs from a valid one elsewhere gets it anew,
/// and the difference is not counted.
#[derive(Clone, Copy, Debug)]
pub struct Derived {
    /// The place.
    pub path: Field,
    /// Its value; `None` for an input that has no such place.
    pub value: fn(&World, &Value) -> Option<Value>,
}

/// What a caller's side returns, in the call that it is meant for. That call has to keep what its own operation demands of callers.
#[derive(Clone, Copy, Debug)]
pub struct Produces {
    /// The call with what was returned in its place, for an intent.
    pub call: fn(&At<'_>, &Value) -> Case,
    /// Where what was returned stands in the input of the call.
    pub place: Field,
    /// Places of the intent whose values stand in the call as they are, each with its place there.
    pub carries: &'static [(Field, Field)],
}

/// Which side of a call an implementation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Answers calls.
    Platform,
    /// Builds calls.
    Caller,
    /// Hands calls through.
    Bridge,
}

/// A kind of situation.
#[derive(Debug)]
pub struct Cell {
    /// Its id, a slug.
    pub id: &'static str,
    /// Whether a step is in it.
    pub holds: fn(&At<'_>) -> bool,
    /// A plain valid case in it, in a world in which some facts are pinned.
    pub sample: fn(&World) -> Option<Case>,
}

/// A plain valid case: the simplest one that succeeds.
#[derive(Debug)]
pub struct Base {
    /// Its id, a slug.
    pub id: &'static str,
    /// What it is, after "a valid".
    pub says: Words,
    /// The case in a world in which some facts are pinned; `None` where that world has none.
    pub make: fn(&World) -> Option<Case>,
}

impl Operation {
    /// The rule with this id.
    pub fn rule(&self, id: &str) -> Option<&'static Rule> {
        self.rules.iter().find(|r| r.id == id).copied()
    }

    /// The call that a faithful caller produces in the last step of a case, as gaps are likeliest read.
    pub fn faithful_call(&self, case: &Case) -> Option<Case> {
        let readings = Profile::likeliest();
        let at = case.at(case.steps.len() - 1, &[], Readings::Of(&readings));
        let ending = (self.succeed)(&at).first()?;
        self.produced(&at, &(self.perform)(&at, ending))
    }

    /// The call that came of a step, if it is one that produces calls and has returned something.
    pub fn produced(&self, at: &At<'_>, trace: &Trace) -> Option<Case> {
        let returned = trace.first(Kind::Returned, "")?;
        Some((self.produces?.call)(at, &returned.with))
    }
}

impl Derived {
    /// Whether the value in an input is the one that follows from the rest.
    pub(super) fn is_settled(&self, world: &World, input: &Value) -> bool {
        (self.value)(world, input).is_none_or(|value| *at_path(input, self.path) == value)
    }
}

impl PartialEq for Operation {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Role {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Caller => "caller",
            Self::Bridge => "bridge",
        }
    }
}
