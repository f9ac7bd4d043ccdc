//! Patches: "a valid case, except that ..." as data.

use std::fmt;

use crate::ground::{Object, Text, Value};

use super::case::{Case, Step};
use super::demand::at_path;
use super::operation::Derived;
use super::world::Fact;

/// A place in a case that can differ from a plain valid one.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// A fact of the world.
    Fact(&'static Fact),
    /// A place in the input of the last step; the empty path is the whole input.
    Input(Vec<Text>),
    /// A step before the last.
    Step,
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Where.
    pub place: Place,
    /// The value there; `None` where there is nothing.
    pub value: Option<Value>,
}

/// A list of differences from a valid case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patch {
    /// Differences of the world and of the last step.
    pub changes: Vec<Change>,
    /// Steps before the last one, each as its differences from the step of the valid case.
    pub earlier: Vec<Vec<Change>>,
}

impl Patch {
    /// Sets a member of the last step's input.
    pub fn set(name: &'static str, value: impl Into<Value>) -> Self {
        Self::default().and(name, value)
    }

    /// Removes a member of the last step's input.
    pub fn without(name: &'static str) -> Self {
        Self::default().and_at(&[name], None)
    }

    /// Sets a fact of the world.
    pub fn fact(fact: &'static Fact, value: impl Into<Value>) -> Self {
        Self::default().and_fact(fact, value)
    }

    /// Sets one more member.
    pub fn and(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.and_at(&[name], Some(value.into()))
    }

    /// Sets or removes the value at a path.
    pub fn and_at(mut self, path: &[&'static str], value: Option<Value>) -> Self {
        self.changes.push(Change { place: Place::Input(keys_to(path)), value });
        self
    }

    /// Sets one more fact.
    pub fn and_fact(mut self, fact: &'static Fact, value: impl Into<Value>) -> Self {
        self.changes.push(Change { place: Place::Fact(fact), value: Some(value.into()) });
        self
    }

    /// Takes a step before: the last one, as the valid case has it, with these differences.
    pub fn after(mut self, step: Self) -> Self {
        self.earlier.push(step.changes);
        self
    }

    /// The facts that it sets.
    pub fn facts(&self) -> impl Iterator<Item = &'static Fact> {
        self.changes.iter().filter_map(|c| if let Place::Fact(fact) = c.place { Some(fact) } else { None })
    }

    /// Applies the patch to a case. What follows from the rest of an input is derived anew, where it did follow and the patch leaves it alone.
    pub fn apply(&self, case: &mut Case) {
        let follows = case.is_settled() && !self.changes.iter().any(|c| c.is_derived(case));
        self.make(case);
        if follows {
            case.settle();
        }
    }

    fn make(&self, case: &mut Case) {
        if let (false, Some(last)) = (self.earlier.is_empty(), case.steps.last().cloned()) {
            let at = case.steps.len() - 1;
            let steps = self.earlier.iter().map(|changes| {
                let mut step = last.clone();
                for change in changes {
                    change.apply_to_step(&mut step);
                }
                step
            });
            case.steps.splice(at..at, steps);
        }
        for change in &self.changes {
            change.make(case);
        }
    }
}

impl Change {
    /// Applies the change to a case, as a patch with this change alone. Nothing happens at a place of earlier steps.
    pub fn apply(&self, case: &mut Case) {
        let follows = case.is_settled() && !self.is_derived(case);
        self.make(case);
        if follows {
            case.settle();
        }
    }

    /// Whether its place is one whose value follows from the rest.
    fn is_derived(&self, case: &Case) -> bool {
        let derived = case.steps.last().and_then(|s| s.operation.derived);
        match (&self.place, derived) {
            (Place::Input(path), Some(derived)) => path == derived.path,
            _ => false,
        }
    }

    fn make(&self, case: &mut Case) {
        match (&self.place, &self.value) {
            (Place::Fact(fact), value) => case.world.set(fact, value.clone().unwrap_or_else(|| fact.plain())),
            (Place::Input(_), _) => {
                if let Some(step) = case.steps.last_mut() {
                    self.apply_to_step(step);
                }
            }
            (Place::Step, _) => {}
        }
    }

    fn apply_to_step(&self, step: &mut Step) {
        if let Place::Input(path) = &self.place {
            put(&mut step.input, path, self.value.as_ref());
        }
    }
}

/// The keys that lead to a place, as a patch holds them.
pub(super) fn keys_to(path: &[&'static str]) -> Vec<Text> {
    path.iter().map(|key| Text::Borrowed(*key)).collect()
}

/// Sets or removes the value at a path, where the way there exists.
pub(super) fn put(target: &mut Value, path: &[Text], value: Option<&Value>) {
    let [key, rest @ ..] = path else {
        *target = value.cloned().unwrap_or(Value::Undefined);
        return;
    };
    match (target, rest.is_empty(), value) {
        (Value::Object(object), true, Some(value)) => object.set(key.clone(), value.clone()),
        (Value::Object(object), true, None) => object.remove(key),
        // What a function answers can be another value, not nothing.
        (target, ..) => {
            if let Some(inner) = target.get_mut(key) {
                put(inner, rest, value);
            }
        }
    }
}

/// How a case differs from a valid one of the same operation: facts, and places in the last step's input. Steps before the last
/// count as one place each. What follows from the rest of an input is no difference of its own; where it follows in `case` alone, the
/// difference is what would follow in `valid`, and where it follows in `valid` alone, it is what stands in `case`.
pub fn differences(case: &Case, valid: &Case) -> Vec<Change> {
    let mut changes = Vec::new();
    for (fact, value) in case.world.unusual() {
        if valid.world.value(fact) != *value {
            changes.push(Change { place: Place::Fact(fact), value: Some(value.clone()) });
        }
    }
    for (fact, _) in valid.world.unusual() {
        if !case.world.unusual().any(|(f, _)| f == fact) {
            changes.push(Change { place: Place::Fact(fact), value: Some(fact.plain()) });
        }
    }
    for _ in valid.steps.len()..case.steps.len() {
        changes.push(Change { place: Place::Step, value: None });
    }
    if let (Some(step), Some(plain)) = (case.steps.last(), valid.steps.last()) {
        diff(&step.input, &plain.input, &mut Vec::new(), &mut changes);
        // Where nothing follows from the rest of `case`, what stands there is a difference like any other.
        let follows = |derived: &Derived| (derived.value)(&case.world, &step.input).is_some();
        if let Some(derived) = plain.operation.derived.filter(follows) {
            let place = Place::Input(keys_to(derived.path));
            let known = changes.iter().any(|change| change.place == place);
            match (case.is_settled(), valid.is_settled()) {
                (true, follows) => {
                    changes.retain(|change| change.place != place);
                    if !follows {
                        let value = (derived.value)(&valid.world, &plain.input);
                        changes.insert(0, Change { place, value });
                    }
                }
                // It stayed as it was while the rest changed.
                (false, true) if !known => {
                    let value = Some(at_path(&step.input, derived.path).clone());
                    changes.push(Change { place, value });
                }
                (false, _) => {}
            }
        }
    }
    changes
}

fn diff(value: &Value, plain: &Value, path: &mut Vec<Text>, changes: &mut Vec<Change>) {
    if value == plain {
        return;
    }
    if let (Value::Function(ours), Value::Function(theirs)) = (value, plain)
        && let (Some((key, a)), Some((same, b))) = (ours.answer(), theirs.answer())
        && (key, ours.script().len(), theirs.script().len()) == (same, 1, 1)
    {
        path.push(key.into());
        diff(a, b, path, changes);
        path.pop();
        return;
    }
    let (Value::Object(ours), Value::Object(theirs)) = (value, plain) else {
        changes.push(Change { place: Place::Input(path.clone()), value: Some(value.clone()) });
        return;
    };
    for key in keys(ours, theirs) {
        path.push(key.clone());
        match (ours.find(key), theirs.find(key)) {
            (Some(a), Some(b)) => diff(a, b, path, changes),
            (there, _) => changes.push(Change { place: Place::Input(path.clone()), value: there.cloned() }),
        }
        path.pop();
    }
}

fn keys<'a>(a: &'a Object, b: &'a Object) -> Vec<&'a Text> {
    a.keys().chain(b.keys().filter(|k| a.find(k).is_none())).collect()
}

/// `world.os`, `customId`, `fields.a`, `the whole input`, `a step before`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fact(fact) => write!(f, "world.{}", fact.name),
            Self::Input(path) if path.is_empty() => f.write_str("input"),
            Self::Input(path) => f.write_str(&path.join(".")),
            Self::Step => f.write_str("steps"),
        }
    }
}
