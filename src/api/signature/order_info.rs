//! What a faithful caller makes of a business order.

use crate::api::world::PAYMENT_SECRET;
use crate::ground::{Object, Value};
use crate::spec::At;

use super::subject::{Signed, signed};

/// The signed `orderInfo` of a business order.
pub(super) fn build(at: &At<'_>) -> Object {
    let (order, merchant) = (at.field("order"), at.field("merchant"));
    let mut info = Object::new()
        .with("sign_type", "MD5")
        .with("version", "2.0")
        .with("trade_type", "H5")
        .with("product_code", "pay")
        .with("payment_type", "direct")
        .with("currency", "CNY")
        .with("notify_url", "https://tp-pay.snssdk.com/paycallback");
    for name in ["merchant_id", "app_id", "timestamp"] {
        copy(&mut info, name, merchant.get(name));
    }
    let copied =
        ["out_order_no", "total_amount", "subject", "body", "uid", "trade_time", "valid_time", "alipay_url"];
    for name in copied {
        copy(&mut info, name, order.get(name));
    }
    if order.get("wx_url").as_str().is_some_and(|url| !url.is_empty()) {
        copy(&mut info, "wx_url", order.get("wx_url"));
        info.set("wx_type", "MWEB");
    }
    if let Some(ip) = order.get("ip").as_str() {
        info.set("risk_info", serde_json::json!({ "ip": ip }).to_string());
    }
    if let Signed::As(sign) = signed(at, &info, at.world.text(&PAYMENT_SECRET)) {
        info.set("sign", sign);
    }
    info
}

fn copy(info: &mut Object, name: &'static str, value: &Value) {
    if !value.is_undefined() {
        info.set(name, value.clone());
    }
}
