//! JSON Schema of the line protocol, both directions, made from the operations and the facts themselves.

use serde_json::{Map, Value as Json, json};

use crate::api::{OPERATIONS, world::FACTS};
use crate::spec::{Fact, Kind, Range};

use super::protocol::PROTOCOL;

/// The schema: `$defs.request` is what an adapter receives, `$defs.response` what it answers.
pub fn schema() -> Json {
    let mut operations = Map::new();
    for operation in OPERATIONS {
        operations.insert(
            operation.name.to_owned(),
            json!({
                "description": operation.says.en,
                "properties": { "input": (operation.input)(), "returned": (operation.result)() },
            }),
        );
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Paystone adapter protocol",
        "anyOf": [{ "$ref": "#/$defs/request" }, { "$ref": "#/$defs/response" }],
        "$defs": {
            "request": { "oneOf": [hello_request(), case(), message("bye", &json!({}), &[])] },
            "response": { "oneOf": [hello_response(), result()] },
            "world": world(),
            "value": value(),
            "function": function(),
            "trace": { "type": "array", "items": { "$ref": "#/$defs/event" } },
            "event": event(),
            "operations": operations,
        },
    })
}

fn message(name: &str, properties: &Json, required: &[&str]) -> Json {
    let mut all = properties.as_object().cloned().unwrap_or_default();
    all.insert("type".to_owned(), json!({ "const": name }));
    let required: Vec<_> = ["type"].iter().chain(required).collect();
    json!({ "type": "object", "properties": all, "required": required })
}

fn hello_request() -> Json {
    let range = json!({ "type": "array", "items": { "type": "integer" }, "minItems": 2, "maxItems": 2 });
    message(
        "hello",
        &json!({ "protocol": range, "paystone": { "type": "string" } }),
        &["protocol", "paystone"],
    )
}

fn id() -> Json {
    json!({ "type": "integer", "minimum": 0, "maximum": 9_007_199_254_740_991u64 })
}

fn case() -> Json {
    let step = json!({
        "type": "object",
        "properties": { "operation": { "type": "string" }, "input": { "$ref": "#/$defs/value" } },
        "required": ["operation", "input"],
    });
    let steps = json!({ "type": "array", "minItems": 1, "items": step });
    message(
        "case",
        &json!({ "id": id(), "world": { "$ref": "#/$defs/world" }, "steps": steps }),
        &["id", "world", "steps"],
    )
}

fn names(all: impl Iterator<Item = &'static str>) -> Json {
    json!({ "type": "array", "items": { "enum": all.collect::<Vec<_>>() }, "uniqueItems": true })
}

fn hello_response() -> Json {
    let text = json!({ "type": "string" });
    let implementation = json!({
        "type": "object",
        "properties": { "name": { "type": "string", "minLength": 1 }, "version": text, "language": text },
        "required": ["name"],
    });
    let unsupported = json!({
        "type": "object",
        "properties": { "rule": text, "reason": text },
        "required": ["rule"],
    });
    let properties = json!({
        "protocol": { "type": "integer", "minimum": PROTOCOL[0], "maximum": PROTOCOL[1] },
        "implementation": implementation,
        "operations": { "type": "array", "items": text, "minItems": 1 },
        "stages": names(FACTS.iter().map(|f| f.name)),
        "pins": { "$ref": "#/$defs/world" },
        "observes": names(Kind::ALL.into_iter().map(Kind::name)),
        "max_in_flight": { "type": "integer", "minimum": 1 },
        "unsupported": { "type": "array", "items": unsupported },
    });
    message("hello", &properties, &["protocol", "implementation", "operations"])
}

fn result() -> Json {
    let fault = json!({
        "type": "object",
        "properties": { "kind": { "type": "string" }, "detail": { "type": "string" } },
        "required": ["kind"],
    });
    let traces = json!({ "type": "array", "items": { "$ref": "#/$defs/trace" } });
    let properties = json!({ "id": id(), "traces": traces, "skip": { "type": "string" }, "fault": fault });
    let mut result = message("result", &properties, &["id"]);
    result["oneOf"] =
        json!([{ "required": ["traces"] }, { "required": ["skip"] }, { "required": ["fault"] }]);
    result
}

fn world() -> Json {
    let facts: Map<_, _> = FACTS.iter().map(|f| (f.name.to_owned(), fact(f))).collect();
    json!({ "type": "object", "properties": facts })
}

fn fact(fact: &Fact) -> Json {
    let count = json!({ "type": "integer", "minimum": 0 });
    let mut schema = match fact.range {
        Range::Flag => json!({ "type": "boolean" }),
        Range::Version => json!({ "type": "string", "pattern": "^[0-9]+(\\.[0-9]+){0,3}$" }),
        Range::OneOf(words) => json!({ "enum": words }),
        Range::ListOf(words) => json!({ "type": "array", "minItems": 1, "items": { "enum": words } }),
        Range::Fen | Range::Count => count,
        Range::FenOrNull | Range::CountOrNull => json!({ "anyOf": [count, { "type": "null" }] }),
        Range::Seconds => json!({ "type": "integer", "minimum": 0, "description": "seconds" }),
        Range::DecimalOrNull => json!({ "type": ["string", "null"], "pattern": "^[0-9]+(\\.[0-9]+)?$" }),
        Range::Text => json!({ "type": "string", "minLength": 1 }),
    };
    schema["description"] = fact.says.en.into();
    schema["default"] = crate::ground::to_json(&fact.plain());
    schema
}

fn value() -> Json {
    let one = |name: &str, inner: Json| json!({ "type": "object", "properties": { name: inner }, "required": [name], "maxProperties": 1 });
    let special = json!([
        one("$undefined", json!({ "const": true })),
        one("$number", json!({ "enum": ["NaN", "Infinity", "-Infinity", "-0"] })),
        one("$object", json!({ "type": "object", "additionalProperties": { "$ref": "#/$defs/value" } })),
        one("$other", json!({ "type": "string" })),
        { "$ref": "#/$defs/function" },
    ]);
    json!({
        "description": "a JavaScript value; what JSON lacks is an object with one member",
        "anyOf": [
            { "type": ["null", "boolean", "number", "string"] },
            { "type": "array", "items": { "$ref": "#/$defs/value" } },
            { "anyOf": special },
            { "type": "object", "additionalProperties": { "$ref": "#/$defs/value" } },
        ],
    })
}

fn function() -> Json {
    let one = |name: &str| json!({ "type": "object", "properties": { name: { "$ref": "#/$defs/value" } }, "required": [name], "maxProperties": 1 });
    let entry = json!({ "anyOf": [{ "enum": ["records", "never"] }, one("returns"), one("resolves"), one("rejects"), one("throws")] });
    json!({
        "type": "object",
        "properties": { "$function": { "type": "array", "items": entry } },
        "required": ["$function"],
        "maxProperties": 1,
    })
}

fn event() -> Json {
    let named = |name: &str| {
        json!({
            "properties": {
                name: { "type": "string" }, "with": { "$ref": "#/$defs/value" }, "answered": { "$ref": "#/$defs/value" },
            },
            "required": [name],
        })
    };
    let plain =
        |name: &str| json!({ "properties": { name: { "$ref": "#/$defs/value" } }, "required": [name] });
    json!({
        "type": "object",
        "oneOf": [named("called"), named("asked"), plain("shown"), plain("sent"), plain("returned"), plain("threw")],
    })
}
