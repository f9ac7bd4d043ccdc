//! `risk_info`: what risk control wants to know.

use crate::api::cashier::gaps::RISK_INFO_MISSING;
use crate::api::cashier::info::field;
use crate::spec::{About, At, Basis, Demand, Own, Rule, Standing, Variant, Waiver, Words};

use super::{agreed, asked, info, set, string};

/// Passed, if that is asked for.
pub(super) static REQUIRED: Rule = Rule {
    basis: Basis::Agreed,
    waivers: &[Waiver { gap: &RISK_INFO_MISSING, when: |_| true, readings: &["accepted"] }],
    ..asked(
        "cashier/risk-info/required",
        Words::new("risk_info must be passed", "必须传 risk_info"),
        &[agreed("`risk_info`"), info("risk_info", "支付风控参数")],
        Demand::Present(&["orderInfo", "risk_info"]),
    )
};

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/risk-info/type",
    Words::new("risk_info must be a string", "risk_info 必须是字符串"),
    &[info("risk_info", "string")],
    &["orderInfo", "risk_info"],
);

/// JSON text of an object with the user's address.
pub(super) static JSON_TEXT: Rule = asked(
    "cashier/risk-info/json-text",
    Words::new(
        "risk_info is the JSON text of an object whose ip is the user's address",
        "risk_info 为 JSON 字符串,结构为 {ip: '用户外网IP'}",
    ),
    &[info("risk_info", "序列化后的 JSON 结构字符串,JSON 结构如下:{ip: '用户外网IP'}")],
    Demand::Own(&Own {
        judge: |at| judged(at, |json| json.get("ip").and_then(|ip| ip.as_str()).is_some()),
        about: &[About::Field(&["orderInfo", "risk_info"])],
        edges: |_| {
            let texts =
                [r#"{"ip":"120.230.0.0"}"#, r#" { "ip" : "2001:db8::1" } "#, r#"{"ip":"1.2.3.4","more":1}"#];
            texts.map(|text| set("risk_info", text)).to_vec()
        },
        breaks: |_| {
            let texts =
                ["", "127.0.0.1", "{ip:'127.0.0.1'}", "{}", "[]", r#"{"ip":1}"#, r#"{"IP":"1.2.3.4"}"#];
            texts.map(|text| set("risk_info", text)).to_vec()
        },
        variants: &[
            Variant { id: "any-json", judge: |at| judged(at, |_| true) },
            Variant { id: "any-object", judge: |at| judged(at, serde_json::Value::is_object) },
            Variant { id: "any-ip", judge: |at| judged(at, |json| json.get("ip").is_some()) },
        ],
        ..Own::PLAIN
    }),
);

fn judged(at: &At<'_>, fits: fn(&serde_json::Value) -> bool) -> Standing {
    let Some(text) = field(at, "risk_info").as_str() else { return Standing::Apart };
    Standing::kept(serde_json::from_str(text).is_ok_and(|json| fits(&json)))
}
