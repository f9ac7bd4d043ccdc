//! Outcomes: the ways in which a step may end, as data.

use std::borrow::Cow;

use crate::ground::{Object, Text, Value};

use super::case::At;
use super::gap::Gap;
use super::trace::{Event, Kind, Trace};
use super::words::{Cite, Words};

/// One way in which a step may end: the events that decide it, in order. Without events the step ends without a word.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Its permanent id within the API: a code, or a word.
    pub id: &'static str,
    /// What it means.
    pub says: Words,
    /// The row of the document that names it; none for what only a gap allows.
    pub cites: &'static [Cite],
    /// The deciding events.
    pub seen: Cow<'static, [Seen]>,
    /// What a step that ends so does not show, where no deciding event tells.
    pub unseen: &'static [Seen],
}

/// One deciding event, and the shape of what comes with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Its kind.
    pub kind: Kind,
    /// The callback; empty for kinds without names.
    pub name: &'static str,
    /// The members that matter; `detail.errNo` is a member of a member. The empty name is the value itself.
    pub fields: Cow<'static, [(&'static str, Shape)]>,
}

/// The shape of one member.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Exactly this number.
    Number(i32),
    /// Exactly this text.
    Text(Text),
    /// Any text that starts so.
    TextFrom(Text),
    /// Any text that this number stands in, with no digit beside it.
    TextWith(i32),
    /// Exactly this value.
    Is(Value),
    /// Some number.
    SomeNumber,
    /// Whatever it is.
    Any,
}

/// One documented way to refuse what breaks a rule.
#[derive(Clone, Copy, Debug)]
pub struct Refusal {
    /// Where the outcome comes from.
    pub source: Source,
    /// The gap, and the reading of it, under which this refusal is one; `None` where the document names it plainly.
    pub under: Option<(&'static Gap, &'static str)>,
}

/// Where a refusal's outcome comes from.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// A row of an error table.
    Row(&'static Outcome),
    /// A row whose text depends on the call: the row as the table has it, and the same for a call, which narrows it.
    Made(&'static Outcome, fn(&At<'_>) -> Outcome),
}

impl Refusal {
    /// A row of an error table.
    pub const fn row(outcome: &'static Outcome) -> Self {
        Self { source: Source::Row(outcome), under: None }
    }

    /// A row whose text depends on the call.
    pub const fn made(row: &'static Outcome, make: fn(&At<'_>) -> Outcome) -> Self {
        Self { source: Source::Made(row, make), under: None }
    }

    /// The same, but only under this reading.
    pub const fn under(self, gap: &'static Gap, reading: &'static str) -> Self {
        Self { under: Some((gap, reading)), ..self }
    }

    /// The outcome for a step, whatever the readings.
    pub fn outcome(&self, at: &At<'_>) -> Cow<'static, Outcome> {
        match self.source {
            Source::Row(outcome) => Cow::Borrowed(outcome),
            Source::Made(_, make) => Cow::Owned(make(at)),
        }
    }

    /// The row of the table that it is.
    pub const fn row_of(&self) -> &'static Outcome {
        match self.source {
            Source::Row(outcome) | Source::Made(outcome, _) => outcome,
        }
    }

    /// Whether a trace ends so, whatever the readings. What does not end in the row ends in nothing that is made of it.
    pub(super) fn is_seen(&self, at: &At<'_>, trace: &Trace, ignored: &[&str]) -> bool {
        self.row_of().matches(at, trace, ignored)
            && match self.source {
                Source::Row(_) => true,
                Source::Made(_, make) => make(at).matches(at, trace, ignored),
            }
    }

    /// Whether the readings to follow make this refusal one.
    pub fn stands(&self, at: &At<'_>) -> bool {
        self.under.is_none_or(|(gap, reading)| at.reading(gap) == reading)
    }
}

impl Outcome {
    /// Whether a trace ends so: the first deciding events are these. Members in `ignored` are not looked at: a promise about
    /// them is judged by itself. What the caller does not listen to cannot be seen.
    pub fn matches(&self, at: &At<'_>, trace: &Trace, ignored: &[&str]) -> bool {
        let operation = at.step().operation;
        let mut deciding = trace.0.iter().filter(|e| (operation.decides)(e));
        let mut silent = true;
        for seen in self.seen.iter().filter(|seen| seen.is_audible(at)) {
            silent = false;
            if !deciding.next().is_some_and(|e| seen.matches(e, ignored)) {
                return false;
            }
        }
        let shows = |unseen: &Seen| trace.0.iter().any(|event| unseen.matches(event, &[]));
        (!silent || deciding.next().is_none()) && !self.unseen.iter().any(shows)
    }

    /// The deciding events of a trace that ends so.
    pub fn example(&self) -> impl Iterator<Item = Event> + '_ {
        self.seen.iter().map(Seen::example)
    }
}

impl Seen {
    /// A callback, and the members of its argument that matter.
    pub const fn called(name: &'static str, fields: &'static [(&'static str, Shape)]) -> Self {
        Self { kind: Kind::Called, name, fields: Cow::Borrowed(fields) }
    }

    /// What a call returns, and the members of it that matter.
    pub const fn returned(fields: &'static [(&'static str, Shape)]) -> Self {
        Self { kind: Kind::Returned, name: "", fields: Cow::Borrowed(fields) }
    }

    fn is_audible(&self, at: &At<'_>) -> bool {
        self.kind != Kind::Called || at.listens(self.name)
    }

    fn matches(&self, event: &Event, ignored: &[&str]) -> bool {
        event.is(self.kind, self.name)
            && self
                .fields
                .iter()
                .all(|(name, shape)| ignored.contains(name) || shape.matches(member(&event.with, name)))
    }

    /// An event like this one.
    pub fn example(&self) -> Event {
        let mut with = Value::Undefined;
        for (name, shape) in self.fields.iter() {
            put(&mut with, name, shape.example());
        }
        Event { kind: self.kind, name: Text::Borrowed(self.name), with, answered: None }
    }
}

pub(super) fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    match name.bytes().position(|byte| byte == b'.') {
        _ if name.is_empty() => value,
        Some(dot) => member(value.get(&name[..dot]), &name[dot + 1..]),
        None => value.get(name),
    }
}

pub(super) fn put(target: &mut Value, name: &'static str, value: Value) {
    if name.is_empty() {
        *target = value;
        return;
    }
    if !matches!(target, Value::Object(_)) {
        *target = Object::new().into();
    }
    let Value::Object(object) = target else { return };
    match name.split_once('.') {
        Some((outer, inner)) => {
            if object.find(outer).is_none() {
                object.set(outer, Object::new());
            }
            if let Some(within) = object.find_mut(outer) {
                put(within, inner, value);
            }
        }
        None => object.set(name, value),
    }
}

/// Whether a number stands in a text by itself.
fn names(text: &str, number: i32) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.parse() == Ok(number))
}

impl Shape {
    fn matches(&self, value: &Value) -> bool {
        match self {
            Self::Number(n) => value.as_number() == Some(f64::from(*n)),
            Self::Text(t) => value.as_str() == Some(t),
            Self::TextFrom(t) => value.as_str().is_some_and(|s| s.starts_with(t.as_ref())),
            Self::Is(v) => value == v,
            Self::TextWith(n) => value.as_str().is_some_and(|s| names(s, *n)),
            Self::SomeNumber => value.as_number().is_some(),
            Self::Any => true,
        }
    }

    fn example(&self) -> Value {
        match self {
            Self::Number(n) => (*n).into(),
            Self::Text(t) => Value::Text(t.clone()),
            Self::TextFrom(t) => format!("{t}?").into(),
            Self::TextWith(n) => n.to_string().into(),
            Self::SomeNumber => (-1).into(),
            Self::Is(v) => v.clone(),
            Self::Any => Value::Null,
        }
    }

    /// A shape that no value of this one has, of the same type.
    pub fn wrong(&self) -> Self {
        match self {
            Self::Number(n) => Self::Number(n + 1),
            Self::Text(t) => Self::Text(format!("{t}!").into()),
            Self::TextFrom(t) if t.is_empty() => Self::SomeNumber,
            Self::TextFrom(t) => {
                let mut text = t.as_ref().to_owned();
                text.pop();
                Self::TextFrom((text + "!").into())
            }
            Self::TextWith(n) => Self::TextWith(n + 5),
            Self::Is(Value::Bool(b)) => Self::Is((!b).into()),
            Self::Is(_) | Self::SomeNumber | Self::Any => Self::Is("!".into()),
        }
    }
}
