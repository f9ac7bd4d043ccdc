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

pub(super) fn order_info_input() -> Json {
    let digits = json!({ "type": "string", "pattern": "^[0-9]+$", "description": "seconds" });
    json!({
        "type": "object",
        "properties": {
            "order": {
                "type": "object",
                "properties": {
                    "out_order_no": { "type": "string" },
                    "total_amount": { "type": "integer", "minimum": 1, "description": "fen" },
                    "subject": { "type": "string" },
                    "body": { "type": "string" },
                    "uid": { "type": "string" },
                    "trade_time": digits,
                    "valid_time": digits,
                    "ip": { "type": "string" },
                    "wx_url": { "type": "string" },
                    "alipay_url": { "type": "string" }
                },
                "required": ["out_order_no", "total_amount", "subject", "body", "uid", "trade_time", "valid_time", "ip"]
            },
            "merchant": {
                "type": "object",
                "properties": {
                    "merchant_id": { "type": "string" },
                    "app_id": { "type": "string" },
                    "timestamp": digits
                },
                "required": ["merchant_id", "app_id", "timestamp"]
            }
        },
        "required": ["order", "merchant"]
    })
}

pub(super) fn order_info_result() -> Json {
    json!({
        "type": "object",
        "description": "the signed orderInfo",
        "properties": { "sign": { "type": "string", "pattern": "^[0-9a-f]{32}$" } },
        "required": ["sign"]
    })
}
