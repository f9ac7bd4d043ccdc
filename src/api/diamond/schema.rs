//! JSON Schema of the options, for people who write adapters in other languages.

use serde_json::{Value as Json, json};

pub(super) fn options() -> Json {
    json!({
        "description": "the options; test inputs break every line of this on purpose",
        "type": "object",
        "properties": {
            "extraInfo": { "type": "string" },
            "zoneId": { "type": "string" },
            "currencyType": { "const": "DIAMOND" },
            "buyQuantity": { "type": "number" },
            "goodType": { "enum": [0, 1, 2] },
            "orderAmount": { "type": "integer", "description": "fen" },
            "goodName": { "type": "string" },
            "customId": { "type": "string" },
            "success": { "$ref": "#/$defs/function" },
            "fail": { "$ref": "#/$defs/function" },
            "complete": { "$ref": "#/$defs/function" }
        },
        "required": ["customId"]
    })
}

pub(super) fn nothing() -> Json {
    json!({ "description": "whatever the call returns; no document says", "$ref": "#/$defs/value" })
}
