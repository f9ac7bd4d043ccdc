//! `order-info`: a business order becomes the signed `orderInfo` of a `tt.pay`.

use serde_json::{Value as Json, json};

use crate::api::cashier::PAY;
use crate::api::signature;
use crate::api::world::PAYMENT_SECRET;
use crate::ground::{Object, Value};
use crate::spec::{At, Base, Case, Draw, Field, Kind, Operation, Produces, Role, Step, Words, World};

use super::{carry, decides, ends, returned, rules};

/// Builds a signed `orderInfo` from a business order.
pub static ORDER_INFO: Operation = Operation {
    name: "order-info",
    api: "caller",
    says: Words::new("a signed orderInfo, built from a business order", "由业务订单生成已签名的 orderInfo"),
    role: Role::Caller,
    facts: &[&PAYMENT_SECRET],
    rules: &rules::OF_ORDER_INFO,
    gaps: signature::GAPS,
    cells: &[],
    bases: BASES,
    derived: None,
    mirrors: &[],
    produces: Some(Produces { call, place: &["orderInfo"], carries: CARRIES }),
    vary,
    succeed: ends,
    perform: |at, _| returned(build(at)),
    decides,
    decided_by: &[Kind::Returned],
    input,
    result,
};

/// What the order says, and where it stands in the call.
pub(super) const CARRIES: &[(Field, Field)] = &[
    (&["order", "out_order_no"], &["orderInfo", "out_order_no"]),
    (&["order", "total_amount"], &["orderInfo", "total_amount"]),
    (&["order", "subject"], &["orderInfo", "subject"]),
    (&["order", "body"], &["orderInfo", "body"]),
    (&["order", "uid"], &["orderInfo", "uid"]),
    (&["order", "trade_time"], &["orderInfo", "trade_time"]),
    (&["order", "valid_time"], &["orderInfo", "valid_time"]),
    (&["order", "alipay_url"], &["orderInfo", "alipay_url"]),
    (&["order", "wx_url"], &["orderInfo", "wx_url"]),
    (&["merchant", "merchant_id"], &["orderInfo", "merchant_id"]),
    (&["merchant", "app_id"], &["orderInfo", "app_id"]),
    (&["merchant", "timestamp"], &["orderInfo", "timestamp"]),
];

fn call(at: &At<'_>, info: &Value) -> Case {
    let options = Object::new().with("service", 1).with("orderInfo", info.clone());
    Case { world: at.world.clone(), steps: vec![Step::new(&PAY, options)] }
}

/// What a faithful caller makes of a business order.
fn build(at: &At<'_>) -> Object {
    let mut info = Object::new()
        .with("sign_type", "MD5")
        .with("version", "2.0")
        .with("trade_type", "H5")
        .with("product_code", "pay")
        .with("payment_type", "direct")
        .with("currency", "CNY")
        .with("notify_url", "https://tp-pay.snssdk.com/paycallback");
    carry(at.input(), &mut info, CARRIES);
    // A channel that is not wanted may be left out as well as named with an empty text.
    if info.get("wx_url").as_str().is_some_and(|url| !url.is_empty()) {
        info.set("wx_type", "MWEB");
    } else {
        info.remove("wx_url");
    }
    if let Some(ip) = at.field("order").get("ip").as_str() {
        info.set("risk_info", json!({ "ip": ip }).to_string());
    }
    resign(at, &mut info);
    info
}

/// Signs an `orderInfo` anew.
pub(super) fn resign(at: &At<'_>, info: &mut Object) {
    if let Some(sign) = signature::sign_of(at, info, at.world.text(&PAYMENT_SECRET)) {
        info.set("sign", sign);
    }
}

const ALIPAY_URL: &str = "app_id=2018061460417275&biz_content=x";

static BASES: &[&Base] = &[
    &Base {
        id: "one-channel",
        says: Words::new("order that is paid with Alipay", "支付宝支付的订单"),
        make: |world| Some(order(world, &[("alipay_url", ALIPAY_URL)])),
    },
    &Base {
        id: "both-channels",
        says: Words::new("order that is paid with Alipay or WeChat", "支付宝或微信支付的订单"),
        make: |world| {
            let wx =
                ("wx_url", "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx25&package=27");
            Some(order(world, &[("alipay_url", ALIPAY_URL), wx]))
        },
    },
    &Base {
        id: "no-channel-named",
        says: Words::new("order that leaves Alipay out with an empty text", "以空字符串停用支付宝的订单"),
        make: |world| {
            Some(order(world, &[("alipay_url", ""), ("wx_url", "https://wx.tenpay.com/x?a=1&b=2")]))
        },
    },
];

fn order(world: &World, channels: &[(&'static str, &'static str)]) -> Case {
    let order = Object::new()
        .with("out_order_no", "MicroApp7075638135")
        .with("total_amount", 1)
        .with("subject", "microapp test")
        .with("body", "microapp test")
        .with("uid", "800000040005")
        .with("trade_time", "1566720681")
        .with("valid_time", "300")
        .with("ip", "127.0.0.1");
    let order = channels.iter().fold(order, |order, (name, url)| order.with(*name, *url));
    let merchant = Object::new()
        .with("merchant_id", "1300000004")
        .with("app_id", "800000040005")
        .with("timestamp", "1566720681");
    let input = Object::new().with("order", order).with("merchant", merchant);
    Case { world: world.clone(), steps: vec![Step::new(&ORDER_INFO, input)] }
}

/// Other orders.
fn vary(draw: &mut Draw, case: &mut Case) {
    for step in &mut case.steps {
        let Value::Object(input) = &mut step.input else { continue };
        let Some(Value::Object(order)) = input.find_mut("order") else { continue };
        for name in ["subject", "body", "uid", "out_order_no"] {
            if draw.once_in(2) {
                let length = 1 + draw.below(30);
                order.set(name, format!("{}.", draw.text(length)));
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "drawn amounts are far below 2^53")]
        order.set("total_amount", Value::Number(draw.between(1, 10_000_000) as f64));
        if draw.once_in(3) {
            let times = ["1000000000", "1566720681", "4102444800"];
            order.set("trade_time", *draw.pick(&times));
            order.set("valid_time", *draw.pick(&["1", "60", "172800"]));
        }
        if draw.once_in(3) {
            order.set("ip", *draw.pick(&["::1", "203.0.113.7", "2001:db8::17"]));
        }
    }
}

fn input() -> Json {
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
                    "ip": { "type": "string", "description": "the user's address" },
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

fn result() -> Json {
    json!({
        "type": "object",
        "description": "the signed orderInfo",
        "properties": { "sign": { "type": "string", "pattern": "^[0-9a-f]{32}$" } },
        "required": ["sign"]
    })
}
