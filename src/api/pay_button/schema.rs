//! JSON Schema of what a page sets and binds, for people who write adapters in other languages.

use serde_json::{Value as Json, json};

pub(super) fn component() -> Json {
    let handlers =
        ["getgoodsinfo", "placeorder", "applyrefund", "getextensionpath", "pay", "refund", "error"];
    let handlers: serde_json::Map<_, _> =
        handlers.into_iter().map(|name| (name.to_owned(), json!({ "$ref": "#/$defs/function" }))).collect();
    json!({
        "description": "what the page sets and binds; test inputs break every line of this on purpose",
        "type": "object",
        "properties": {
            "properties": {
                "type": "object",
                "properties": {
                    "mode": { "enum": [1, 2] },
                    "goods-id": { "type": "string" },
                    "goods-type": { "enum": [1, 2] },
                    "order-status": { "enum": [0, 1, 2, 3, 4] },
                    "order-id": { "type": "string" },
                    "refund-id": { "type": "string" },
                    "refund-total-amount": { "type": "integer", "description": "fen" },
                    "biz-line": { "enum": [1, 2] },
                    "marketing-ready": { "type": "boolean" }
                }
            },
            "handlers": { "type": "object", "properties": handlers }
        },
        "required": ["properties", "handlers"]
    })
}

/// The same, with the events that the native component fires.
pub(super) fn page() -> Json {
    let mut page = component();
    page["properties"]["fires"] = super::bridge::fires();
    page["required"] = json!(["properties", "handlers", "fires"]);
    page
}

pub(super) fn nothing() -> Json {
    json!({ "description": "nothing: a component returns no value", "$ref": "#/$defs/value" })
}
