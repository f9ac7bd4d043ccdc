//! What an adapter saw after one step, in order.

use serde_json::{Map, Value as Json};

use crate::ground::{Text, Value, ValueError, from_json, to_json};

/// What was seen after one step, in order, until nothing more could happen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace(pub Vec<Event>);

/// One thing that was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What kind of thing.
    pub kind: Kind,
    /// The callback or handler; empty for the other kinds.
    pub name: Text,
    /// The first argument, what is shown or sent, what was returned or thrown.
    pub with: Value,
    /// What a handler answered; only for `asked`.
    pub answered: Option<Value>,
}

/// The kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A callback of the caller was invoked.
    Called,
    /// A handler of the caller was invoked, and its answer used.
    Asked,
    /// The user sees something.
    Shown,
    /// A server receives something.
    Sent,
    /// The call of the step returned.
    Returned,
    /// The call of the step threw.
    Threw,
}

/// The JSON is no trace: where, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TraceError {
    /// A trace is a list of events.
    #[error("a trace is a list of events, not {0}")]
    NoList(String),
    /// An event has one of six members.
    #[error("event {0} is none of called, asked, shown, sent, returned, threw: {1}")]
    UnknownEvent(usize, String),
    /// A value inside an event is damaged.
    #[error("event {0}: {1}")]
    Value(usize, ValueError),
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Called, Self::Asked, Self::Shown, Self::Sent, Self::Returned, Self::Threw];

    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Called => "called",
            Self::Asked => "asked",
            Self::Shown => "shown",
            Self::Sent => "sent",
            Self::Returned => "returned",
            Self::Threw => "threw",
        }
    }

    /// The kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }

    /// Whether events of this kind have names.
    pub const fn has_name(self) -> bool {
        matches!(self, Self::Called | Self::Asked)
    }
}

impl Event {
    /// An event without a name.
    pub fn new(kind: Kind, with: impl Into<Value>) -> Self {
        Self { kind, name: Text::Borrowed(""), with: with.into(), answered: None }
    }

    /// A callback was invoked.
    pub fn called(name: impl Into<Text>, with: impl Into<Value>) -> Self {
        Self { name: name.into(), ..Self::new(Kind::Called, with) }
    }

    /// Whether this is an event of the kind and, where the kind has names, the name. A callback that answers was called too: an adapter
    /// cannot know whether its answer is used.
    pub fn is(&self, kind: Kind, name: &str) -> bool {
        (self.kind == kind || (kind == Kind::Called && self.kind == Kind::Asked))
            && (!kind.has_name() || self.name == name)
    }

    /// As JSON, the way an adapter writes it.
    pub fn to_json(&self) -> Json {
        let mut members = Map::new();
        if self.kind.has_name() {
            members.insert(self.kind.name().to_owned(), Json::from(self.name.as_ref()));
            if !self.with.is_undefined() {
                members.insert("with".to_owned(), to_json(&self.with));
            }
            if let Some(answer) = &self.answered {
                members.insert("answered".to_owned(), to_json(answer));
            }
        } else {
            members.insert(self.kind.name().to_owned(), to_json(&self.with));
        }
        Json::Object(members)
    }

    fn from_json(index: usize, json: &Json) -> Result<Self, TraceError> {
        let unknown = || TraceError::UnknownEvent(index, json.to_string());
        let value = |json: &Json| from_json(json).map_err(|e| TraceError::Value(index, e));
        let members = json.as_object().ok_or_else(unknown)?;
        let mut kinds = members.iter().filter_map(|(k, v)| Some((Kind::named(k)?, v)));
        let (Some((kind, inner)), None) = (kinds.next(), kinds.next()) else { return Err(unknown()) };
        if !kind.has_name() {
            return Ok(Self::new(kind, value(inner)?));
        }
        let name = inner.as_str().ok_or_else(unknown)?.to_owned();
        let with = members.get("with").map_or(Ok(Value::Undefined), value)?;
        // What a handler answered is an entry of its script; as a value it is that entry's JSON.
        let answered = members.get("answered").map(value).transpose()?;
        Ok(Self { kind, name: name.into(), with, answered })
    }
}

impl Trace {
    /// The events of one kind and name, in order.
    pub fn all(&self, kind: Kind, name: &str) -> impl Iterator<Item = &Event> {
        self.0.iter().filter(move |e| e.is(kind, name))
    }

    /// The first event of one kind and name.
    pub fn first(&self, kind: Kind, name: &str) -> Option<&Event> {
        self.all(kind, name).next()
    }

    /// As JSON, the way an adapter writes it.
    pub fn to_json(&self) -> Json {
        Json::Array(self.0.iter().map(Event::to_json).collect())
    }

    /// Reads what an adapter wrote.
    ///
    /// # Errors
    ///
    /// When it is no list of events; the message names the event.
    pub fn from_json(json: &Json) -> Result<Self, TraceError> {
        let events = json.as_array().ok_or_else(|| TraceError::NoList(json.to_string()))?;
        events.iter().enumerate().map(|(i, e)| Event::from_json(i, e)).collect::<Result<_, _>>().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_trace_comes_back_from_json_as_it_was() {
        let json = json!([
            { "returned": { "$undefined": true } },
            { "shown": { "fen": 1 } },
            { "asked": "getOrderStatus", "with": { "out_order_no": "1" }, "answered": { "resolves": { "code": 9 } } },
            { "called": "complete" },
        ]);
        assert_eq!(Trace::from_json(&json).unwrap().to_json(), json);
    }

    #[test]
    fn what_is_no_event_is_named() {
        let error = Trace::from_json(&json!([{ "called": "x" }, { "cried": "y" }])).unwrap_err();
        assert!(error.to_string().starts_with("event 1 is none of called"), "{error}");
        assert!(Trace::from_json(&json!({})).is_err());
        assert!(Trace::from_json(&json!([{ "called": 5 }])).is_err());
        assert!(Trace::from_json(&json!([{ "called": "x", "threw": "y" }])).is_err());
    }
}
