//! JSON Schema of what is signed and of what comes out.

use serde_json::{Value as Json, json};

pub(super) fn sign_input() -> Json {
    json!({
        "type": "object",
        "properties": {
            "fields": { "type": "object", "description": "the fields of an orderInfo; values of any type are test inputs" },
            "secret": { "type": "string" }
        },
        "required": ["fields", "secret"]
    })
}

pub(super) fn sign_result() -> Json {
    json!({
        "type": "object",
        "properties": { "sign": { "type": "string", "pattern": "^[0-9a-f]{32}$" } },
        "required": ["sign"]
    })
}
