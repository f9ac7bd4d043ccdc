//! Replies as lines, the frequent kind: traces straight from the text, without a tree between. This is the hot path of a run over a child
//! process. Whatever is rare or wrong is left to the general reader, which also says what is wrong with it.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::ground::Value;
use crate::spec::{Event, Kind, Trace};

/// The id and the traces of a result of the frequent kind.
pub(super) fn traces(line: &[u8]) -> Option<(u64, Vec<Trace>)> {
    // A list of the members would be read as the members.
    if line.trim_ascii_start().first() != Some(&b'{') {
        return None;
    }
    let result: Result<'_> = serde_json::from_slice(line).ok()?;
    if result.is != "result" {
        return None;
    }
    Some((
        result.id,
        result.traces.into_iter().map(|events| Trace(events.into_iter().map(|e| e.0).collect())).collect(),
    ))
}

/// Exactly these members; a skip, a fault or anything else is not of the frequent kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Result<'a> {
    #[serde(rename = "type", borrow)]
    is: std::borrow::Cow<'a, str>,
    id: u64,
    traces: Vec<Vec<Seen>>,
}

struct Seen(Event);

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        from.deserialize_map(SeenVisitor)
    }
}

struct SeenVisitor;

impl<'de> Visitor<'de> for SeenVisitor {
    type Value = Seen;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> std::result::Result<Seen, A::Error> {
        let rare = || A::Error::custom("not of the frequent kind");
        let (mut event, mut with) = (None, None);
        while let Some(Key(key)) = members.next_key()? {
            match Kind::named(&key) {
                Some(kind) if event.is_none() && kind.has_name() => {
                    let Plain(Value::Text(name)) = members.next_value()? else { return Err(rare()) };
                    event = Some(Event { name, ..Event::new(kind, Value::Undefined) });
                }
                Some(kind) if event.is_none() => {
                    event = Some(Event::new(kind, members.next_value::<Plain>()?.0));
                }
                None if key == "with" && with.is_none() => with = Some(members.next_value::<Plain>()?.0),
                _ => return Err(rare()),
            }
        }
        match (event, with) {
            (Some(event), None) => Ok(Seen(event)),
            (Some(event), Some(with)) if event.kind.has_name() => Ok(Seen(Event { with, ..event })),
            _ => Err(rare()),
        }
    }
}

/// A key, without a copy where there is nothing to unescape.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] std::borrow::Cow<'a, str>);

/// A value without special members, `undefined` apart.
struct Plain(Value);

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        from.deserialize_any(PlainVisitor).map(Self)
    }
}

struct PlainVisitor;

impl<'de> Visitor<'de> for PlainVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> std::result::Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, yes: bool) -> std::result::Result<Value, E> {
        Ok(Value::Bool(yes))
    }

    #[expect(clippy::cast_precision_loss, reason = "JavaScript has only doubles")]
    fn visit_i64<E: Error>(self, n: i64) -> std::result::Result<Value, E> {
        Ok(Value::Number(n as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "JavaScript has only doubles")]
    fn visit_u64<E: Error>(self, n: u64) -> std::result::Result<Value, E> {
        Ok(Value::Number(n as f64))
    }

    fn visit_f64<E: Error>(self, n: f64) -> std::result::Result<Value, E> {
        Ok(Value::Number(n))
    }

    fn visit_str<E: Error>(self, text: &str) -> std::result::Result<Value, E> {
        Ok(Value::text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> std::result::Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Plain(item)) = items.next_element()? {
            all.push(item);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> std::result::Result<Value, A::Error> {
        let mut all: Vec<(String, Value)> = Vec::new();
        while let Some(Key(key)) = members.next_key()? {
            if key == "$undefined" && all.is_empty() && members.next_value()? {
                let more = members.next_key::<Key<'_>>()?;
                return if more.is_none() {
                    Ok(Value::Undefined)
                } else {
                    Err(A::Error::custom("two members"))
                };
            }
            if key.starts_with('$') {
                return Err(A::Error::custom("a special member"));
            }
            all.push((key.into_owned(), members.next_value::<Plain>()?.0));
        }
        Ok(Value::Object(all.into_iter().collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::protocol::{Response, general, write_reply};
    use super::*;
    use crate::api::OPERATIONS;
    use crate::engine::Plan;
    use crate::spec::{Capabilities, Model, Reply};
    use serde_json::json;

    #[test]
    fn both_readers_read_the_same() {
        let mut frequent = 0;
        for operation in OPERATIONS {
            let capabilities = Capabilities::everything("test", &[operation]);
            let plan = Plan::new(operation, &capabilities);
            let model = Model::faithful(capabilities);
            for case in (0..plan.sweep.len()).filter_map(|i| plan.swept(i)) {
                let mut line = String::new();
                write_reply(&mut line, 7, &Reply::Traces(model.traces(&case)));
                let Ok(Response::Result(id, Reply::Traces(slow))) = general(line.as_bytes()) else {
                    panic!("{line}")
                };
                if let Some(fast) = traces(line.as_bytes()) {
                    assert_eq!(fast, (id, slow), "{line}");
                    frequent += 1;
                }
            }
        }
        assert!(frequent > 1000, "{frequent}");
    }

    #[test]
    fn what_is_rare_or_wrong_is_left_to_the_general_reader() {
        let result =
            |traces: serde_json::Value| json!({ "type": "result", "id": 1, "traces": traces }).to_string();
        let rare = [
            result(json!([[{ "called": "x", "with": { "$undefined": true, "a": 1 } }]])),
            result(json!([[{ "called": "x", "with": { "$undefined": false } }]])),
            result(json!([[{ "called": "x", "with": { "$number": "NaN" } }]])),
            result(json!([[{ "asked": "x", "answered": "records" }]])),
            result(json!([[{ "shown": 1, "with": 2 }]])),
            result(json!([[{ "shown": 1, "sent": 2 }]])),
            result(json!([[{ "called": 5 }]])),
            result(json!([[{}]])),
            json!({ "type": "result", "id": 1, "skip": "x" }).to_string(),
            json!({ "type": "case", "id": 1, "traces": [] }).to_string(),
            r#"{"type":"result","id":1,"traces":[],"traces":[]}"#.to_owned(),
            r#"{"type":"result","id":-1,"traces":[]}"#.to_owned(),
            r#"["result",1,[]]"#.to_owned(),
            r#"{"type":{"result":null},"id":1,"traces":[]}"#.to_owned(),
        ];
        for line in rare {
            assert!(traces(line.as_bytes()).is_none(), "{line}");
        }
    }
}
