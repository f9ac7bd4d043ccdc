//! JSON Schema of the options, for people who write adapters in other languages.

use serde_json::{Value as Json, json};

pub(super) fn options() -> Json {
    json!({
        "description": "the options; test inputs break every line of this on purpose",
        "type": "object",
        "properties": {
            "orderInfo": order_info(),
            "service": { "enum": [1, 3, 4] },
            "getOrderStatus": { "$ref": "#/$defs/function" },
            "payChannel": {
                "type": "object",
                "properties": { "default_pay_channel": { "enum": ["wx", "alipay"] } }
            },
            "_debug": { "type": "number" },
            "success": { "$ref": "#/$defs/function" },
            "fail": { "$ref": "#/$defs/function" },
            "complete": { "$ref": "#/$defs/function" }
        },
        "required": ["orderInfo", "service"]
    })
}

fn order_info() -> Json {
    let seconds = || json!({ "type": "string", "pattern": "^[0-9]+$", "description": "seconds" });
    json!({
        "type": "object",
        "properties": {
            "merchant_id": { "type": "string" },
            "app_id": { "type": "string" },
            "sign_type": { "const": "MD5" },
            "timestamp": seconds(),
            "version": { "const": "2.0" },
            "trade_type": { "const": "H5" },
            "sign": { "type": "string", "pattern": "^[0-9a-f]{32}$" },
            "product_code": { "const": "pay" },
            "payment_type": { "const": "direct" },
            "out_order_no": { "type": "string" },
            "uid": { "type": "string" },
            "total_amount": { "type": "integer", "minimum": 1, "description": "fen" },
            "currency": { "const": "CNY" },
            "subject": { "type": "string" },
            "body": { "type": "string" },
            "trade_time": seconds(),
            "valid_time": seconds(),
            "notify_url": { "const": "https://tp-pay.snssdk.com/paycallback" },
            "alipay_url": { "type": "string" },
            "wx_url": { "type": "string" },
            "wx_type": { "const": "MWEB" },
            "risk_info": { "type": "string", "description": "JSON text of an object with the user's address as ip" }
        }
    })
}

pub(super) fn nothing() -> Json {
    json!({ "description": "whatever the call returns; no document says", "$ref": "#/$defs/value" })
}
