//! Cases: a world and its steps, as data; and one step seen from where a rule stands.

use serde_json::{Map, Value as Json, json};

use crate::ground::{Function, Reply, Value, ValueError, from_json, to_json};

use super::gap::{Gap, Readings};
use super::operation::Operation;
use super::patch::{keys_to, put};
use super::trace::Trace;
use super::world::{Fact, World};

/// One self-contained test: a world and the steps taken in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Everything outside the calls.
    pub world: World,
    /// The calls, in order.
    pub steps: Vec<Step>,
}

/// One call.
#[derive(Clone, Debug)]
pub struct Step {
    /// What is called.
    pub operation: &'static Operation,
    /// What it is called with.
    pub input: Value,
}

/// One step seen from where a rule stands: the world, what came before and what was seen then, and the readings to follow.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// Everything outside the calls.
    pub world: &'a World,
    /// All steps of the case.
    pub steps: &'a [Step],
    /// What was seen after the steps before this one.
    pub traces: &'a [Trace],
    /// The index of this step.
    pub now: usize,
    /// How gaps are read.
    pub readings: Readings<'a>,
}

/// The JSON is no case: where, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// A member is missing or of the wrong type.
    #[error("`{0}` is missing or is not {1}")]
    Member(String, &'static str),
    /// No such member.
    #[error("{0}: a case has no member of this name")]
    Unknown(String),
    /// No such operation.
    #[error("steps.{0}.operation: `{1}` is no operation; the operations are: {2}")]
    Operation(usize, String, String),
    /// No such fact, or not one that the operations of the case depend on.
    #[error("world.{0}: no operation of this case depends on a fact of this name")]
    Fact(String),
    /// The fact cannot have this value.
    #[error("world.{0}: {1} is not among its values")]
    FactValue(String, String),
    /// A value is damaged.
    #[error("{0}: {1}")]
    Value(String, ValueError),
}

impl Case {
    /// The step with this index, as a rule sees it.
    pub fn at<'a>(&'a self, now: usize, traces: &'a [Trace], readings: Readings<'a>) -> At<'a> {
        At { world: &self.world, steps: &self.steps, traces, now, readings }
    }

    /// The facts that the operations of this case depend on, each once.
    pub fn facts(&self) -> Vec<&'static Fact> {
        let Some((first, others)) = self.steps.split_first() else { return Vec::new() };
        let mut facts = first.operation.facts.to_vec();
        for step in others.iter().filter(|step| step.operation != first.operation) {
            let more = step.operation.facts.iter().copied();
            let new: Vec<_> = more.filter(|fact| !facts.contains(fact)).collect();
            facts.extend(new);
        }
        facts
    }

    /// Whether all that follows from the rest of its inputs is what follows.
    pub(super) fn is_settled(&self) -> bool {
        self.steps.iter().all(|step| {
            step.operation.derived.is_none_or(|derived| derived.is_settled(&self.world, &step.input))
        })
    }

    /// Derives anew what follows from the rest of its inputs.
    pub fn settle(&mut self) {
        for step in &mut self.steps {
            let Some(derived) = step.operation.derived else { continue };
            let value = (derived.value)(&self.world, &step.input);
            if value.is_some() {
                put(&mut step.input, &keys_to(derived.path), value.as_ref());
            }
        }
    }

    /// As JSON, complete: every fact that the operations depend on is written out.
    pub fn to_json(&self) -> Json {
        let world: Map<_, _> =
            self.facts().into_iter().map(|f| (f.name.to_owned(), to_json(&self.world.value(f)))).collect();
        let steps: Vec<_> = self.steps.iter().map(Step::to_json).collect();
        json!({ "world": world, "steps": steps })
    }

    /// A text that equal cases share, and no others: shorter than the JSON, for it leaves out what is plain.
    pub fn key(&self) -> String {
        let facts = self.world.unusual().map(|(fact, value)| format!("{}={} ", fact.name, to_json(value)));
        let steps =
            self.steps.iter().map(|step| format!("{} {} ", step.operation.name, to_json(&step.input)));
        facts.chain(steps).collect()
    }

    /// Reads a case. A fact that is absent is plain.
    ///
    /// # Errors
    ///
    /// When something is missing, unknown or damaged; the message names the place.
    pub fn from_json(json: &Json, operations: &[&'static Operation]) -> Result<Self, CaseError> {
        let member = |name: &str, what| CaseError::Member(name.to_owned(), what);
        known(json, "", &["world", "steps", "type", "id", "address", "goal", "rule"])?;
        let steps = json.get("steps").and_then(Json::as_array).filter(|s| !s.is_empty());
        let steps = steps.ok_or_else(|| member("steps", "a list with at least one step"))?;
        let steps = steps.iter().enumerate().map(|(i, s)| Step::from_json(i, s, operations));
        let mut case = Self { world: World::plain(), steps: steps.collect::<Result<_, _>>()? };
        let none = Json::Object(Map::new());
        let world =
            json.get("world").unwrap_or(&none).as_object().ok_or_else(|| member("world", "an object"))?;
        let facts = case.facts();
        for (name, json) in world {
            let fact = facts.iter().find(|f| f.name == name).ok_or_else(|| CaseError::Fact(name.clone()))?;
            let value = from_json(json).map_err(|e| CaseError::Value(format!("world.{name}"), e))?;
            if !fact.admits(&value) {
                return Err(CaseError::FactValue(name.clone(), json.to_string()));
            }
            case.world.set(fact, value);
        }
        Ok(case)
    }
}

impl Step {
    /// A step.
    pub fn new(operation: &'static Operation, input: impl Into<Value>) -> Self {
        Self { operation, input: input.into() }
    }

    fn to_json(&self) -> Json {
        json!({ "operation": self.operation.name, "input": to_json(&self.input) })
    }

    fn from_json(index: usize, json: &Json, operations: &[&'static Operation]) -> Result<Self, CaseError> {
        let place = |name| format!("steps.{index}.{name}");
        known(json, &format!("steps.{index}."), &["operation", "input"])?;
        let name = json.get("operation").and_then(Json::as_str);
        let name = name.ok_or_else(|| CaseError::Member(place("operation"), "a text"))?;
        let unknown = || {
            let known: Vec<_> = operations.iter().map(|o| o.name).collect();
            CaseError::Operation(index, name.to_owned(), known.join(", "))
        };
        let operation = operations.iter().find(|o| o.name == name).ok_or_else(unknown)?;
        let input = json.get("input").ok_or_else(|| CaseError::Member(place("input"), "a value"))?;
        let input = from_json(input).map_err(|e| CaseError::Value(place("input"), e))?;
        Ok(Self { operation, input })
    }
}

/// A member that nobody knows is a misspelt one.
fn known(json: &Json, place: &str, names: &[&str]) -> Result<(), CaseError> {
    let stranger = json.as_object().and_then(|o| o.keys().find(|key| !names.contains(&key.as_str())));
    stranger.map_or(Ok(()), |key| Err(CaseError::Unknown(format!("{place}{key}"))))
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.operation, other.operation) && self.input == other.input
    }
}

impl<'a> At<'a> {
    /// This step.
    pub fn step(&self) -> &'a Step {
        &self.steps[self.now]
    }

    /// What this step's operation is called with.
    pub fn input(&self) -> &'a Value {
        &self.steps[self.now].input
    }

    /// A member of the input; absent reads as undefined.
    pub fn field(&self, name: &str) -> &'a Value {
        self.input().get(name)
    }

    /// Whether the caller passed a function under this name. A component's functions have a member of their own, `handlers`.
    pub fn listens(&self, name: &str) -> bool {
        let passed = |value: &Value| matches!(value, Value::Function(Function(_)));
        passed(self.field(name)) || passed(self.field("handlers").get(name))
    }

    /// Whether the callback that the caller passed under this name throws when it is called.
    pub fn throws(&self, name: &str) -> bool {
        let Value::Function(callback) = self.field(name) else { return false };
        matches!(callback.script().first(), Some(Reply::Throws(_)))
    }

    /// The steps before this one, each with what was seen.
    pub fn before(&self) -> impl DoubleEndedIterator<Item = (&'a Step, &'a Trace)> + use<'a> {
        self.steps[..self.now].iter().zip(self.traces)
    }

    /// This step's predecessors as rules saw them, the readings unchanged.
    pub fn earlier(&self, now: usize) -> Self {
        Self { now, ..*self }
    }

    /// The id of the reading to follow for a gap. Ask only where it matters: every reading asked for is tried.
    pub fn reading(&self, gap: &'static Gap) -> &'static str {
        self.readings.get(gap)
    }

    /// Whether the base library has what came with this version.
    pub fn has(&self, version: crate::ground::Version) -> bool {
        self.world.base_library() >= version
    }
}
