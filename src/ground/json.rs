//! JavaScript values as JSON: what JSON lacks is written as an object with one member that begins with `$`.

use serde_json::{Map, Value as Json, json};

use super::value::{Function, Object, Reply, Text, Value};

/// The JSON is no value: where, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{why}{}", if .at.is_empty() { String::new() } else { format!(" (at `{at}`)") })]
pub struct ValueError {
    at: String,
    why: String,
}

impl ValueError {
    fn new(why: impl Into<String>) -> Self {
        Self { at: String::new(), why: why.into() }
    }

    fn under(mut self, key: &str) -> Self {
        self.at = if self.at.is_empty() { key.to_owned() } else { format!("{key}.{}", self.at) };
        self
    }
}

/// Writes a value as JSON. Whole numbers have no fraction, so that every language reads them as integers.
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Undefined => json!({ "$undefined": true }),
        Value::Null => Json::Null,
        Value::Bool(b) => Json::Bool(*b),
        Value::Number(n) => number(*n),
        Value::Text(s) => Json::String(s.as_ref().to_owned()),
        Value::Array(items) => Json::Array(items.iter().map(to_json).collect()),
        Value::Object(o) => object(o),
        Value::Function(f) => json!({ "$function": f.script().iter().map(reply).collect::<Vec<_>>() }),
        Value::Other(what) => json!({ "$other": what.as_ref() }),
    }
}

fn number(n: f64) -> Json {
    if n == 0.0 && n.is_sign_negative() {
        return json!({ "$number": "-0" });
    }
    if let Some(whole) = Value::Number(n).as_whole() {
        return Json::from(whole);
    }
    let name = || {
        if n.is_nan() {
            "NaN"
        } else if n > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }
    };
    serde_json::Number::from_f64(n).map_or_else(|| json!({ "$number": name() }), Json::Number)
}

fn object(o: &Object) -> Json {
    let plain: Map<_, _> = o.iter().map(|(k, v)| (k.to_owned(), to_json(v))).collect();
    let looks_special = plain.len() == 1 && plain.keys().all(|k| k.starts_with('$'));
    if looks_special { json!({ "$object": plain }) } else { Json::Object(plain) }
}

/// Writes what one invocation does.
pub(super) fn reply(reply: &Reply) -> Json {
    match reply {
        Reply::Records => json!("records"),
        Reply::Never => json!("never"),
        Reply::Returns(v) => json!({ "returns": to_json(v) }),
        Reply::Resolves(v) => json!({ "resolves": to_json(v) }),
        Reply::Rejects(v) => json!({ "rejects": to_json(v) }),
        Reply::Throws(s) => json!({ "throws": s.as_ref() }),
    }
}

/// Reads a value from JSON.
///
/// # Errors
///
/// When an object whose only member begins with `$` is none of the known ones; the message says where.
pub fn from_json(json: &Json) -> Result<Value, ValueError> {
    Ok(match json {
        Json::Null => Value::Null,
        Json::Bool(b) => Value::Bool(*b),
        Json::Number(n) => {
            Value::Number(n.as_f64().ok_or_else(|| ValueError::new("a number is out of range"))?)
        }
        Json::String(s) => Value::text(s.clone()),
        Json::Array(items) => Value::Array(list(items)?),
        Json::Object(members) => match special(members) {
            Some((name, inner)) => special_from(name, inner)?,
            None => Value::Object(object_from(members)?),
        },
    })
}

fn list(items: &[Json]) -> Result<Vec<Value>, ValueError> {
    let read = |(i, item): (usize, &Json)| from_json(item).map_err(|e| e.under(&i.to_string()));
    items.iter().enumerate().map(read).collect()
}

fn special(members: &Map<String, Json>) -> Option<(&str, &Json)> {
    let (name, inner) = members.iter().next().filter(|_| members.len() == 1)?;
    name.strip_prefix('$').map(|name| (name, inner))
}

fn object_from(members: &Map<String, Json>) -> Result<Object, ValueError> {
    members.iter().map(|(k, v)| Ok((k.clone(), from_json(v).map_err(|e| e.under(k))?))).collect()
}

fn special_from(name: &str, inner: &Json) -> Result<Value, ValueError> {
    let wrong = || ValueError::new(format!("`$...` with {inner} is no value")).under(&format!("${name}"));
    Ok(match (name, inner) {
        ("undefined", Json::Bool(true)) => Value::Undefined,
        ("number", Json::String(s)) => Value::Number(match s.as_str() {
            "NaN" => f64::NAN,
            "Infinity" => f64::INFINITY,
            "-Infinity" => f64::NEG_INFINITY,
            "-0" => -0.0,
            _ => return Err(wrong()),
        }),
        ("object", Json::Object(members)) => Value::Object(object_from(members)?),
        ("other", Json::String(what)) => Value::Other(Text::Owned(what.clone())),
        ("function", Json::Array(script)) if script.is_empty() => Value::records(),
        ("function", Json::Array(script)) => {
            let script: Result<Vec<_>, _> = script.iter().map(reply_from).collect();
            Value::Function(Function::scripted(script?))
        }
        _ => return Err(wrong()),
    })
}

/// Reads what one invocation does.
fn reply_from(json: &Json) -> Result<Reply, ValueError> {
    let wrong = || ValueError::new(format!("{json} is no entry of a script"));
    if let Some(word) = json.as_str() {
        return match word {
            "records" => Ok(Reply::Records),
            "never" => Ok(Reply::Never),
            _ => Err(wrong()),
        };
    }
    let (name, inner) =
        json.as_object().filter(|o| o.len() == 1).and_then(|o| o.iter().next()).ok_or_else(wrong)?;
    Ok(match (name.as_str(), inner) {
        ("returns", v) => Reply::Returns(from_json(v)?),
        ("resolves", v) => Reply::Resolves(from_json(v)?),
        ("rejects", v) => Reply::Rejects(from_json(v)?),
        ("throws", Json::String(s)) => Reply::Throws(Text::Owned(s.clone())),
        _ => return Err(wrong()),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_read_as_the_very_one_that_was_written() {
        let json: Json = serde_json::from_str("1989.9999999999998").unwrap();
        assert_eq!(from_json(&json).unwrap(), Value::Number(1_989.999_999_999_999_8));
    }

    fn values() -> impl Strategy<Value = Value> {
        let number = prop_oneof![any::<f64>(), any::<i32>().prop_map(f64::from)];
        let leaf = prop_oneof![
            Just(Value::Undefined),
            Just(Value::Null),
            Just(Value::records()),
            any::<bool>().prop_map(Value::Bool),
            number.prop_map(Value::Number),
            ".{0,4}".prop_map(Value::from),
            Just(Value::Other("symbol".into())),
        ];
        leaf.prop_recursive(3, 12, 3, |inner| {
            let key = prop_oneof![".{0,3}", Just("$number".to_owned()), Just("$x".to_owned())];
            let reply = prop_oneof![
                inner.clone().prop_map(Reply::Resolves),
                inner.clone().prop_map(Reply::Returns),
                Just(Reply::Never),
                Just(Reply::Records),
                Just(Reply::Throws("no".into())),
            ];
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::Array),
                prop::collection::vec((key, inner), 0..3)
                    .prop_map(|m| Value::Object(m.into_iter().collect())),
                prop::collection::vec(reply, 1..3).prop_map(|s| Value::Function(Function::scripted(s))),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_value_comes_back_from_json_as_it_was(value in values()) {
            let text = to_json(&value).to_string();
            prop_assert_eq!(from_json(&serde_json::from_str(&text).unwrap()).unwrap(), value);
        }
    }

    #[test]
    fn whole_numbers_are_written_without_a_fraction() {
        assert_eq!(to_json(&Value::from(600.0)).to_string(), "600");
        assert_eq!(to_json(&Value::from(0.5)).to_string(), "0.5");
        assert_eq!(to_json(&Value::from(-0.0)).to_string(), r#"{"$number":"-0"}"#);
    }

    #[test]
    fn an_unknown_special_names_its_place() {
        let error = from_json(&json!({ "a": [1, { "$number": "seven" }] })).unwrap_err();
        assert_eq!(error.to_string(), "`$...` with \"seven\" is no value (at `a.1.$number`)");
    }
}
